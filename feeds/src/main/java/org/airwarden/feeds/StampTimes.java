package org.airwarden.feeds;

import org.airwarden.model.Time;
import org.airwarden.modes.BeastClock;

/**
 * When the frames of a recording were heard: by a counter from its first frame on, or by GPS at a
 * time of day. One thread.
 */
final class StampTimes {
    private final boolean gps;
    private final long start;
    private final BeastClock clock;

    /**
     * Makes one.
     *
     * @param start the day or the moment at which the recording begins (ns since 1970), or {@link
     *     Time#UNKNOWN}
     */
    StampTimes(RecordingFormat format, long start) {
        gps = format.isGpsTimed();
        this.start = start == Time.UNKNOWN ? 0 : start;
        // The first time of day is that of the day given, or the nearest to the moment given.
        boolean midnight = Math.floorMod(this.start, Time.DAY) == 0;
        clock =
                gps
                        ? BeastClock.gps(midnight ? this.start + Time.DAY / 2 : this.start)
                        : BeastClock.twelveMegahertz(this.start);
    }

    /** Tells whether the times are times of day. */
    boolean isOfDay() {
        return gps;
    }

    /** Tells whether a frame says when it was heard. */
    static boolean isStamped(org.airwarden.modes.Frame frame) {
        return frame.counter() > 0 && frame.counter() != BeastClock.MLAT_COUNTER;
    }

    /** Tells whether a frame's time is worth telling: its own, or by a counter the latest known. */
    boolean isTold(org.airwarden.modes.Frame frame) {
        return gps ? isStamped(frame) : frame.counter() > 0;
    }

    /**
     * Returns when a frame was heard (ns since 1970; of 1970-01-01 where no day is known). Without
     * a stamp it is when the frame before was.
     */
    long next(org.airwarden.modes.Frame frame) {
        return clock.nanoseconds(frame.counter());
    }

    /** Returns what to show of a time (s): that of the day, or that since the first frame. */
    double seconds(long time) {
        return (gps ? Math.floorMod(time, Time.DAY) : time - start) / 1e9;
    }

    /** Returns the name of what {@link #seconds} tells. */
    String name() {
        return gps ? "timeOfDay" : "elapsed";
    }
}
