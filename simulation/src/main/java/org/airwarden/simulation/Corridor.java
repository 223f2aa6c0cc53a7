package org.airwarden.simulation;

import java.util.List;

/**
 * An airway or a safe corridor.
 *
 * @param name its name
 * @param use what it is for
 * @param axis its points, two at least
 * @param halfWidth (m)
 * @param floor lowest height (m)
 * @param ceiling greatest height (m)
 */
public record Corridor(
        String name, Use use, List<Place> axis, double halfWidth, double floor, double ceiling) {
    /** Copies the list. */
    public Corridor {
        axis = List.copyOf(axis);
    }

    /** What a corridor is for. */
    public enum Use {
        /** Civil traffic. */
        AIRWAY,
        /** The defender's own aircraft that come home, and agreed third parties. */
        RETURN
    }
}
