package org.airwarden.simulation;

import java.util.List;

/**
 * A place with people, or with something that is worth an attack.
 *
 * @param name its name
 * @param kind what it is
 * @param outline its corners, three at least
 * @param people who are in it
 * @param shelter time that people need to be safe after a warning (s)
 * @param hits impacts after which it has lost its function; 0 for never
 * @param repair time from the last impact, or from the end of the alarm, until it works again (s)
 */
public record DefendedArea(
        String name,
        Kind kind,
        List<Place> outline,
        double people,
        Quantity shelter,
        int hits,
        Quantity repair) {
    /** Copies the list. */
    public DefendedArea {
        outline = List.copyOf(outline);
    }

    /** What an area is. */
    public enum Kind {
        /** A town or a part of one. */
        TOWN,
        /** An airport: it closes while it is threatened, and when it is hit. */
        AIRPORT,
        /** A military place. */
        MILITARY,
        /** A plant, a port, a depot. */
        SITE
    }
}
