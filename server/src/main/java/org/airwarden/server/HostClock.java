package org.airwarden.server;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The clock that stamps what is received. It follows the machine's time of day, but never runs back
 * and never jumps: a small difference is made up slowly, a large one (somebody set the clock, or a
 * spoofed time reached it) is not followed but told. Any thread.
 */
final class HostClock implements LongSupplier {
    /** A difference from which on it is not followed (ns). */
    private static final long JUMP = 5_000_000_000L;

    /** Made up at most: one part in twenty of the time that passes. */
    private static final long SLOWNESS = 20;

    private final LongSupplier timeOfDay;
    private final LongSupplier monotonic;
    private long time;
    private long lastMonotonic;
    private long offset;

    /**
     * Makes a clock that stands at the time of day.
     *
     * @param timeOfDay the machine's time of day (ns since 1970), which may jump
     * @param monotonic a clock that only goes on (ns)
     * @param earliest where it stands if the time of day is earlier (ns since 1970)
     */
    HostClock(LongSupplier timeOfDay, LongSupplier monotonic, long earliest) {
        this.timeOfDay = timeOfDay;
        this.monotonic = monotonic;
        time = Math.max(timeOfDay.getAsLong(), earliest);
        lastMonotonic = monotonic.getAsLong();
    }

    @Override
    public synchronized long getAsLong() {
        long now = monotonic.getAsLong();
        long passed = Math.max(0, now - lastMonotonic);
        lastMonotonic = now;
        offset = timeOfDay.getAsLong() - (time + passed);
        long most = passed / SLOWNESS;
        long correction = Math.abs(offset) >= JUMP ? 0 : Math.clamp(offset, -most, most);
        time += passed + correction;
        return time;
    }

    /** Returns a sentence while the machine's time of day is far from this clock, else null. */
    synchronized @Nullable String trouble() {
        return Math.abs(offset) < JUMP
                ? null
                : "The machine's clock is "
                        + Math.abs(offset) / 1_000_000_000L
                        + " s "
                        + (offset > 0 ? "ahead of" : "behind")
                        + " the picture's: somebody set it. The picture keeps its own time; set"
                        + " the clock right, or start again with a new journal";
    }
}
