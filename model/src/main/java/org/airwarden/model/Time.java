package org.airwarden.model;

import java.time.Instant;

/**
 * Time as the whole system counts it: nanoseconds since 1970-01-01 UTC in a {@code long}, without
 * leap seconds. 1/128 s, the unit of ASTERIX, is exact in it. Stateless; any thread.
 */
public final class Time {
    /** One second (ns). */
    public static final long SECOND = 1_000_000_000L;

    /** One millisecond (ns). */
    public static final long MILLISECOND = 1_000_000L;

    /** One day (ns). */
    public static final long DAY = 86_400 * SECOND;

    /** No time known. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    private Time() {}

    /** Returns the seconds (s) from one time to another. */
    public static double secondsBetween(long from, long to) {
        return (to - from) * 1e-9;
    }

    /** Returns a duration (ns), rounded to the nearest nanosecond. */
    public static long ofSeconds(double seconds) {
        return StrictMath.round(seconds * 1e9);
    }

    /** Returns whole milliseconds since 1970, rounded down. */
    public static long toMilliseconds(long time) {
        return Math.floorDiv(time, MILLISECOND);
    }

    /** Returns the time in ISO 8601, UTC. */
    public static String toText(long time) {
        return Instant.ofEpochSecond(Math.floorDiv(time, SECOND), Math.floorMod(time, SECOND))
                .toString();
    }
}
