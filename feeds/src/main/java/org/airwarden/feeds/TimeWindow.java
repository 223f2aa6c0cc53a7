package org.airwarden.feeds;

import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.airwarden.model.Time;

/**
 * A stretch of time: of the day, over midnight too, or of UTC. Immutable; any thread.
 *
 * @param from where it begins (ns since midnight, or since 1970); included
 * @param to where it ends; not included
 * @param dated whether it is one of UTC
 */
public record TimeWindow(long from, long to, boolean dated) {
    /** All times. */
    public static final TimeWindow ALWAYS = new TimeWindow(Long.MIN_VALUE, Long.MAX_VALUE, true);

    /**
     * Reads a stretch as people write it.
     *
     * @param from {@code 22:30}, {@code 22:30:15.5}, or {@code 2016-05-10T22:30:15Z}; "" for none
     * @param to the same
     * @throws IllegalArgumentException if they are written otherwise, if one is of the day and the
     *     other of UTC, or if no time lies between them
     */
    public static TimeWindow of(String from, String to) {
        if (from.isEmpty() && to.isEmpty()) {
            return ALWAYS;
        }
        boolean dated = isDated(from.isEmpty() ? to : from);
        if (!to.isEmpty() && isDated(to) != dated) {
            throw new IllegalArgumentException(
                    "one end is a time of day and the other a moment; write both alike");
        }
        long begin = from.isEmpty() ? dated ? Long.MIN_VALUE : 0 : read(from, dated);
        long end = to.isEmpty() ? dated ? Long.MAX_VALUE : Time.DAY : read(to, dated);
        if (begin == end || (dated && begin > end)) {
            throw new IllegalArgumentException(
                    "'" + to + "' is not after '" + from + "'; no time lies between them");
        }
        return new TimeWindow(begin, end, dated);
    }

    private static boolean isDated(String text) {
        return text.contains("-");
    }

    private static long read(String text, boolean dated) {
        try {
            if (dated) {
                Instant instant = Instant.parse(text.endsWith("Z") ? text : text + "Z");
                return Math.addExact(
                        Math.multiplyExact(instant.getEpochSecond(), Time.SECOND),
                        instant.getNano());
            }
            return LocalTime.parse(text).toNanoOfDay();
        } catch (DateTimeParseException | ArithmeticException wrong) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time; write 22:30, 22:30:15.5 or 2016-05-10T22:30:15Z");
        }
    }

    /** Tells whether all times are in it. */
    public boolean isAlways() {
        return equals(ALWAYS);
    }

    /** Tells whether a time (ns since 1970) is in it; of the day, only that counts. */
    public boolean holds(long time) {
        if (dated) {
            return time >= from && time < to;
        }
        long ofDay = Math.floorMod(time, Time.DAY);
        return from <= to ? ofDay >= from && ofDay < to : ofDay >= from || ofDay < to;
    }
}
