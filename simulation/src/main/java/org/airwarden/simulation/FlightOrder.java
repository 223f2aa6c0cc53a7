package org.airwarden.simulation;

import java.util.List;

/**
 * One flight.
 *
 * @param name its name
 * @param platform the catalogue's class
 * @param side whose it is
 * @param begins when it appears at its first point (s after the start)
 * @param route where it goes, two points at least; it disappears at the last (it lands or leaves)
 * @param late by how much it is behind its flight plan (s)
 * @param answering what it answers
 * @param returning whether it comes home to the defender, and so may use a corridor for that
 */
public record FlightOrder(
        String name,
        String platform,
        Side side,
        Quantity begins,
        List<Leg> route,
        Quantity late,
        Answering answering,
        boolean returning) {
    /** Copies the list. */
    public FlightOrder {
        route = List.copyOf(route);
    }
}
