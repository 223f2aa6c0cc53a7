package org.airwarden.modes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Turns the 48-bit time stamps of a receiver into nanoseconds since 1970 UTC. The counter says
 * nothing of the date, so the clock is given an anchor.
 *
 * <ul>
 *   <li>12 MHz: a free-running counter; the anchor is the time of the first frame. One count is
 *       250/3 ns, so times are exact to the nanosecond below. The counter wraps every 271 days.
 *   <li>GPS: 18 bits of second of the UTC day, 30 bits of nanosecond (Radarcape); the anchor is any
 *       time of the day of the first frame. Midnight is passed in both directions.
 * </ul>
 *
 * <p>Not safe between threads.
 */
public final class BeastClock {

    /** The time stamp that multilateration servers put on positions they computed ("MLAT"). */
    public static final long MLAT_COUNTER = 0xFF00_4D4C_4154L;

    private static final long NANOSECOND_BITS = 0x3FFF_FFFF;
    private static final int MAGIC = 0x42436C6B;
    private static final int VERSION = 1;
    private static final long DAY = 86_400 * Units.SECOND;

    private boolean gps;
    private boolean started;
    private long first;
    private long latest;
    private long anchor;
    private long elapsed;

    private BeastClock(boolean gps, long anchor) {
        this.gps = gps;
        this.latest = anchor;
    }

    /** A clock of 12 MHz counts whose first frame was received at {@code firstFrame}. */
    public static BeastClock twelveMegahertz(long firstFrame) {
        return new BeastClock(false, firstFrame);
    }

    /** A clock of GPS time stamps, the first of them within half a day of {@code nearTime}. */
    public static BeastClock gps(long nearTime) {
        return new BeastClock(true, nearTime);
    }

    /** Tells whether a time stamp can be one of GPS; a leap second makes a day one longer. */
    public static boolean isGps(long counter) {
        return (counter & NANOSECOND_BITS) < Units.SECOND && counter >>> 30 <= 86_400;
    }

    /** The time of day that a time stamp of GPS tells, nanoseconds since midnight UTC. */
    public static long timeOfDay(long counter) {
        return (counter >>> 30) * Units.SECOND + (counter & NANOSECOND_BITS);
    }

    /**
     * The time of a frame.
     *
     * @param counter the frame's time stamp; for a special one ({@link #MLAT_COUNTER}, zero, {@link
     *     Frame#ABSENT}), and for one that GPS cannot give where that is the clock, the latest time
     *     known is given
     * @return nanoseconds since 1970 UTC
     */
    public long nanoseconds(long counter) {
        if (counter <= 0 || counter == MLAT_COUNTER) {
            return latest;
        }
        if (gps) {
            if (!isGps(counter)) {
                return latest;
            }
            long ofDay = timeOfDay(counter);
            long time = latest - Math.floorMod(latest, DAY) + ofDay;
            if (time - latest > DAY / 2) {
                time -= DAY;
            } else if (latest - time > DAY / 2) {
                time += DAY;
            }
            latest = time;
            return time;
        }
        if (!started) {
            started = true;
            first = counter;
            anchor = latest;
            elapsed = 0;
        }
        // The difference as a signed 48-bit number passes the counter's wrap either way.
        long step = (counter - first - elapsed) << 16 >> 16;
        elapsed += step;
        latest = anchor + Math.floorDiv(elapsed * 250, 3L);
        return latest;
    }

    /** The state as versioned bytes. */
    public byte[] snapshot() {
        return Snapshots.write(MAGIC, VERSION, this::write);
    }

    /**
     * Takes up a state that {@link #snapshot()} wrote.
     *
     * @throws IllegalArgumentException if the bytes are none, or of another version
     */
    public void restore(byte[] snapshot) {
        Snapshots.read(MAGIC, VERSION, snapshot, this::read);
    }

    private void write(DataOutput out) throws IOException {
        out.writeBoolean(gps);
        out.writeBoolean(started);
        out.writeLong(first);
        out.writeLong(latest);
        out.writeLong(anchor);
        out.writeLong(elapsed);
    }

    private void read(DataInput in) throws IOException {
        gps = in.readBoolean();
        started = in.readBoolean();
        first = in.readLong();
        latest = in.readLong();
        anchor = in.readLong();
        elapsed = in.readLong();
    }
}
