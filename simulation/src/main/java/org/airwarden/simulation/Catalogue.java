package org.airwarden.simulation;

import java.util.Map;

/**
 * Platforms and systems with what is published of them. Immutable.
 *
 * @param platforms what flies, by name
 * @param radars radar classes, by name
 * @param systems surface-to-air systems, by name
 */
public record Catalogue(
        Map<String, PlatformClass> platforms,
        Map<String, RadarClass> radars,
        Map<String, SystemClass> systems) {
    /** Copies the maps. */
    public Catalogue {
        platforms = Map.copyOf(platforms);
        radars = Map.copyOf(radars);
        systems = Map.copyOf(systems);
    }
}
