package org.airwarden.simulation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Platforms and systems with what is published of them. Immutable; its maps are walked in the order
 * of the names.
 *
 * @param platforms what flies, by name
 * @param radars radar classes, by name
 * @param systems surface-to-air systems, by name
 * @param figures every figure of theirs, for reports
 */
public record Catalogue(
        Map<String, PlatformClass> platforms,
        Map<String, RadarClass> radars,
        Map<String, SystemClass> systems,
        List<Entry> figures) {
    /** Copies the maps. */
    public Catalogue {
        platforms = Collections.unmodifiableMap(new TreeMap<>(platforms));
        radars = Collections.unmodifiableMap(new TreeMap<>(radars));
        systems = Collections.unmodifiableMap(new TreeMap<>(systems));
        figures = List.copyOf(figures);
    }

    /** A catalogue of which no figures are listed. */
    public Catalogue(
            Map<String, PlatformClass> platforms,
            Map<String, RadarClass> radars,
            Map<String, SystemClass> systems) {
        this(platforms, radars, systems, List.of());
    }

    /**
     * A figure as a report prints it.
     *
     * @param of the class's name
     * @param what the key, as in {@code effective-range}
     * @param written the value with its unit, as authors write it
     * @param figure the same in the unit used inside, with basis, source and date
     */
    public record Entry(String of, String what, String written, Figure figure) {}
}
