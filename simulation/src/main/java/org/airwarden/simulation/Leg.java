package org.airwarden.simulation;

/**
 * A point of a route. A run draws the quantities once a mover.
 *
 * @param at where
 * @param height to have there (m): above the ground where the platform follows it, geometric
 *     otherwise; null for the platform's own
 * @param speed over ground to have there (m/s); null for the platform's own
 */
public record Leg(
        Place at,
        @org.jspecify.annotations.Nullable Quantity height,
        @org.jspecify.annotations.Nullable Quantity speed) {}
