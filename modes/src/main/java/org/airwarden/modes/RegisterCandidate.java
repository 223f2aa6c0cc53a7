package org.airwarden.modes;

/**
 * A register that a Comm-B reply may hold.
 *
 * @param register which
 * @param likelihood 0 to 1
 */
public record RegisterCandidate(Register register, double likelihood) {}
