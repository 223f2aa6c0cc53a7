package org.airwarden.feeds;

import org.airwarden.model.Time;

/**
 * Times of day, and what day they mean. Stateless; any thread.
 *
 * <p>ASTERIX says the time since midnight UTC alone; whoever receives it knows the day from the own
 * clock, also when midnight lies between the two.
 */
final class TimeOfDay {
    private static final long HALF_DAY = Time.DAY / 2;

    private TimeOfDay() {}

    /**
     * Returns the time (ns since 1970) that has this time of day and is nearest to another time: at
     * most half a day before or after it.
     *
     * @param near the other time (ns since 1970)
     * @param timeOfDay time since midnight (ns); whole days in it are dropped
     */
    static long nearest(long near, long timeOfDay) {
        return near + step(near, timeOfDay);
    }

    /**
     * Returns how far (ns) it is from a time to the nearest time that has this time of day: from
     * minus half a day (included) to plus half a day (excluded).
     */
    static long step(long near, long timeOfDay) {
        return Math.floorMod(timeOfDay - near + HALF_DAY, Time.DAY) - HALF_DAY;
    }
}
