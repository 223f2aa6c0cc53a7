package org.airwarden.feeds;

import org.airwarden.feeds.RecordingFormat.Stamps;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Time;
import org.airwarden.modes.BeastClock;

/**
 * The time of Beast frames. A receiver's time stamp is a counter of 12 MHz that began at an unknown
 * moment, or the GPS time of day in nanoseconds (18 bits of seconds, 30 bits of fraction:
 * Radarcape). The counter spaces the frames; the host's received times say where it stands. It runs
 * off by some millionths, so it is set anew where it would lie after the received time, or far
 * before it.
 *
 * <p>Where nobody says which it is, GPS time is recognised by standing within two seconds of the
 * received time of day. One thread.
 */
final class CounterClock {
    /** A counter may lie this far behind before it is set anew (ns). */
    private static final long LONGEST_LAG = 2 * Time.SECOND;

    /** A time stamp further from the received time than this is a wrong one (ns). */
    private static final long LONGEST_ERROR = 10 * Time.SECOND;

    private static final long GPS_AGREEMENT = 2 * Time.SECOND;

    private final Stamps said;
    private boolean started;
    private boolean gps;
    private long counter;
    private long ticks;
    private long anchor;
    private long latest;
    private int right;
    private int wrong;

    /**
     * Makes one.
     *
     * @param said what the stamps are, {@link Stamps#UNSAID} where the first of them is to tell
     */
    CounterClock(Stamps said) {
        this.said = said;
    }

    /**
     * Returns the time (ns since 1970) of a frame.
     *
     * @param stamp the frame's time stamp
     * @param received when its packet was received (ns since 1970)
     */
    long time(long stamp, long received) {
        if (stamp <= 0 || stamp == BeastClock.MLAT_COUNTER) {
            return received;
        }
        if (!started) {
            started = true;
            counter = stamp;
            anchor = received;
            gps =
                    switch (said) {
                        case GPS -> true;
                        case TWELVE_MEGAHERTZ -> false;
                        case UNSAID -> isNear(received, stamp);
                    };
        }
        if (gps) {
            return BeastClock.isGps(stamp)
                    ? TimeOfDay.nearest(received, BeastClock.timeOfDay(stamp))
                    : received;
        }
        // The difference as a signed number of 48 bits passes the counter's wrap either way.
        long next = ticks + ((stamp - counter) << 16 >> 16);
        long time = anchor + Math.floorDiv(next * 250, 3L);
        if (Math.abs(time - received) > LONGEST_ERROR) {
            wrong++;
            return received;
        }
        right++;
        ticks = next;
        counter = stamp;
        latest = time;
        return time;
    }

    /** Sets the counter right at the end of a packet, by when the packet was received. */
    void adjust(long received) {
        if (wrong > 0 && right == 0) {
            // The receiver began anew, or the stream stood still for long.
            started = false;
            ticks = 0;
        } else if (right > 0 && (latest > received || received - latest > LONGEST_LAG)) {
            anchor = received;
            ticks = 0;
            latest = received;
        }
        right = 0;
        wrong = 0;
    }

    private static boolean isNear(long received, long stamp) {
        long step = TimeOfDay.step(received, BeastClock.timeOfDay(stamp));
        return BeastClock.isGps(stamp) && Math.abs(step) <= GPS_AGREEMENT;
    }

    void write(StateOutput out) {
        out.putBoolean(started);
        out.putBoolean(gps);
        out.putLong(counter);
        out.putLong(ticks);
        out.putLong(anchor);
        out.putLong(latest);
    }

    void read(StateInput in) {
        started = in.takeBoolean();
        gps = in.takeBoolean();
        counter = in.takeLong();
        ticks = in.takeLong();
        anchor = in.takeLong();
        latest = in.takeLong();
    }
}
