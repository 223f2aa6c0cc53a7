package org.airwarden.simulation;

import java.util.List;

/**
 * A line of supply: it delivers while every place on it works.
 *
 * @param name its name
 * @param by the areas that it leads through, by name
 * @param perHour deliveries an hour
 */
public record SupplyRoute(String name, List<String> by, double perHour) {
    /** Copies the list. */
    public SupplyRoute {
        by = List.copyOf(by);
    }
}
