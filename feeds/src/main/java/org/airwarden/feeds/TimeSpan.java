package org.airwarden.feeds;

import java.util.Locale;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * The earliest and the latest of many times of day, over midnights, or of many dated times. A time
 * of day far from the one before counts only when several in a row agree with it. One thread.
 */
final class TimeSpan {
    private static final long FAR = 600 * Time.SECOND;
    private static final int AGREEING = 8;

    private boolean known;
    private boolean dated;
    private long current;
    private long earliest;
    private long latest;
    private int outliers;

    /** Takes a time of day (ns). */
    void addTimeOfDay(long timeOfDay) {
        if (dated) {
            return;
        }
        if (!known) {
            // A day is added, so that times before the first one stay positive over midnight.
            begin(Time.DAY + timeOfDay);
            return;
        }
        long step = TimeOfDay.step(current, timeOfDay);
        if (Math.abs(step) > FAR && ++outliers < AGREEING) {
            return;
        }
        outliers = 0;
        take(current + step);
    }

    /** Takes a time (ns since 1970); times of day no longer count. */
    void addDated(long time) {
        if (!dated) {
            dated = true;
            begin(time);
        }
        take(time);
    }

    private void begin(long time) {
        known = true;
        current = time;
        earliest = time;
        latest = time;
    }

    private void take(long time) {
        current = time;
        earliest = Math.min(earliest, time);
        latest = Math.max(latest, time);
    }

    @Nullable String first() {
        return text(earliest);
    }

    @Nullable String last() {
        return text(latest);
    }

    private @Nullable String text(long time) {
        if (!known) {
            return null;
        }
        return dated ? Time.toText(time) : timeOfDay(Math.floorMod(time, Time.DAY));
    }

    private static String timeOfDay(long time) {
        long milliseconds = time / Time.MILLISECOND;
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                milliseconds / 3_600_000,
                milliseconds / 60_000 % 60,
                milliseconds / 1_000 % 60,
                milliseconds % 1_000);
    }
}
