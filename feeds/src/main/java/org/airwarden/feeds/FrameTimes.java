package org.airwarden.feeds;

import org.airwarden.model.Time;

/**
 * When each frame of a recording was recorded, in nanoseconds since 1970 UTC: the recorder's own
 * time where the framing has one, exactly; else what the records say. A time of day is that of the
 * day nearest to the frame before it, the first one that of the day on which the recording begins.
 * One thread.
 */
final class FrameTimes {
    /** A record's time further than this from the frame before is believed when others agree. */
    private static final long FAR = 600 * Time.SECOND;

    private static final int AGREEING = 8;

    private final RecordTimes records;
    private final long start;
    private final boolean startKnown;
    private long current;
    private long anchor;
    private boolean begun;
    private boolean dated;
    private int outliers;

    /**
     * Makes one.
     *
     * @param start the day or the moment at which the recording begins (ns since 1970), or {@link
     *     Time#UNKNOWN}: then a recording that tells no date begins on 1970-01-01
     */
    FrameTimes(RecordTimes records, long start) {
        this.records = records;
        startKnown = start != Time.UNKNOWN;
        this.start = startKnown ? start : 0;
    }

    /** Returns the time of the next frame. */
    long next(Frame frame) {
        long time =
                switch (frame.timeKind()) {
                    case UTC -> {
                        dated = true;
                        yield frame.time();
                    }
                    case TIME_OF_DAY -> begun ? near(current, frame.time()) : first(frame.time());
                    case ELAPSED -> elapsed(frame);
                    case NONE -> told(frame);
                };
        begun = true;
        current = time;
        return time;
    }

    /** Tells whether the day is known. */
    boolean isDateKnown() {
        return dated || startKnown;
    }

    private static long near(long time, long timeOfDay) {
        return TimeOfDay.nearest(time, timeOfDay);
    }

    /** The day that the recording begins on begins at midnight; a moment is what it says. */
    private long first(long timeOfDay) {
        boolean midnight = Math.floorMod(start, Time.DAY) == 0;
        return midnight ? start + timeOfDay : near(start, timeOfDay);
    }

    private long elapsed(Frame frame) {
        if (!begun) {
            long told = records.timeOfDay(frame);
            anchor = (told == Time.UNKNOWN ? start : first(told)) - frame.time();
        }
        return anchor + frame.time();
    }

    private long told(Frame frame) {
        long told = records.timeOfDay(frame);
        if (told == Time.UNKNOWN) {
            return begun ? current : start;
        }
        if (!begun) {
            return first(told);
        }
        long step = TimeOfDay.step(current, told);
        if (Math.abs(step) > FAR && ++outliers < AGREEING) {
            return current;
        }
        outliers = 0;
        // What was sent a little late does not turn the clock back.
        return step < 0 && step > -FAR ? current : current + step;
    }
}
