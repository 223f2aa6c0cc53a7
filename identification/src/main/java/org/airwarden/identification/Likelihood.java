package org.airwarden.identification;

/**
 * How probable a clue is on each kind of aircraft.
 *
 * @param civil on a civil aircraft, above 0
 * @param friend on a friend, above 0
 * @param hostile on a hostile one, above 0
 */
public record Likelihood(double civil, double friend, double hostile) {}
