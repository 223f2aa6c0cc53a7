package org.airwarden.simulation;

import java.util.List;

/**
 * A stream of traffic along a route: departures, arrivals, an airway.
 *
 * @param name its name; its flights are called {@code name-1}, {@code name-2} and so on
 * @param platform the catalogue's class
 * @param side whose it is
 * @param perHour flights an hour, as a Poisson stream
 * @param already whether the route is filled at the start, as it is in the middle of a day
 * @param route where they go; they are scattered about it by {@link #scatter}
 * @param scatter standard deviation across the route (m)
 * @param answering what they answer; codes, addresses and call signs are drawn
 * @param unequipped share of flights whose transponder is dead
 */
public record Flow(
        String name,
        String platform,
        Side side,
        Quantity perHour,
        boolean already,
        List<Leg> route,
        double scatter,
        Answering answering,
        Quantity unequipped) {
    /** Copies the list. */
    public Flow {
        route = List.copyOf(route);
    }
}
