package org.airwarden.model;

/**
 * Where data comes from. It is set by the feed, stands in every report and track, and is
 * infectious: one simulated input makes a track simulated.
 */
public enum Origin {
    /** Received now from a sensor. */
    LIVE,
    /** Read from a recording of real sensors. */
    RECORDED,
    /** Made by a simulator. Never to be taken for anything else. */
    SIMULATED;

    /** Returns the origin of something made from both: the least real one. */
    public Origin with(Origin other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
