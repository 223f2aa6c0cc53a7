package org.airwarden.feeds;

/** Units at the edges, in SI. */
final class Units {
    /** International nautical mile (m). */
    static final double NAUTICAL_MILE = 1852;

    /** International foot (m). */
    static final double FOOT = 0.3048;

    /** Knot (m/s). */
    static final double KNOT = NAUTICAL_MILE / 3600;

    /** Foot a minute (m/s). */
    static final double FOOT_PER_MINUTE = FOOT / 60;

    private Units() {}
}
