package org.airwarden.feeds;

import java.util.Locale;
import org.airwarden.feeds.RecordingFormat.Stamps;
import org.airwarden.model.Time;
import org.airwarden.modes.BeastClock;
import org.airwarden.modes.BeastReader;
import org.airwarden.modes.Fault;
import org.airwarden.modes.Frame;
import org.airwarden.modes.FrameHandler;

/**
 * What the time stamps of a Beast stream are: the counts of a clock of 12 MHz, or GPS time of day
 * (18 bits of second, 30 bits of nanosecond). Nothing in a frame says which, but many of them do:
 *
 * <ul>
 *   <li>Nanoseconds of a second stay below 10^9, seconds of the day below 86,400 (one more in a
 *       leap second). A counter of 12 MHz goes on to 2^30: of every 89 s it spends 6.1 s in the
 *       gap, and frames of then show it. Where many were due in several gaps and none came, it is
 *       GPS.
 *   <li>A message takes 64 µs at least (ICAO Annex 10 Volume IV, 3.1.2.3.1: a preamble of 8 µs and
 *       56 bits of 1 µs), and a receiver hears one at a time. Stamps closer than 64,000 are 5.3 ms
 *       by a counter, as is common in any traffic, and cannot be nanoseconds; where many were due
 *       and none came, though behind the longest message they came as is due, they are.
 * </ul>
 *
 * <p>Where neither tells, that is said, and the counter is taken. One thread.
 */
final class StampProbe implements FrameHandler {
    /**
     * What stamps are, and why.
     *
     * @param stamps what they are, {@link Stamps#UNSAID} where there are too few to tell
     * @param stamped frames that have a stamp
     * @param words the evidence, for people
     */
    record Finding(Stamps stamps, long stamped, String words) {
        /** Returns the format to read them in. */
        RecordingFormat format() {
            return RecordingFormat.beast(stamps == Stamps.GPS ? Stamps.GPS : Stamps.UNSAID);
        }

        /** Tells whether stamps that somebody chose are surely others. */
        boolean contradicts(RecordingFormat chosen) {
            return stamps != Stamps.UNSAID
                    && chosen.stamps() != Stamps.UNSAID
                    && stamps != chosen.stamps();
        }
    }

    private static final int FRACTION_BITS = 30;

    /** What no nanosecond of a second reaches, of the 2^30 that its bits can hold. */
    private static final long GAP = (1L << FRACTION_BITS) - Time.SECOND;

    /** Shorter than a message, in nanoseconds. */
    private static final long CLOSE = 64_000;

    /** Longer than the longest message, of 120 µs. */
    private static final long NEAR = 128_000;

    /** Steps as long as this (in stamps) are pauses, or leaps, and tell of no rate. */
    private static final long PAUSE = 60 * Time.SECOND;

    private static final int FEWEST_GAPS = 3;

    /** Frames that had to come, and did not: by chance once in e^20. */
    private static final double DUE = 20;

    /** Of so many stamps one may be damaged. */
    private static final int DAMAGED = 200;

    private static final int FEWEST = 3;

    /** How far frames at random may differ in number from what their rate makes due, in parts. */
    private static final double SPREAD = 0.5;

    private long stamped;
    private long outside;
    private long steps;
    private long close;
    private long near;
    private long span;
    private long gaps;
    private long receiver;
    private long before = -1;

    private StampProbe() {}

    /** Looks at the beginning of a stream. */
    static Finding of(byte[] bytes, int length) {
        StampProbe probe = new StampProbe();
        new BeastReader(probe).read(bytes, 0, length);
        return probe.finding();
    }

    @Override
    public void onFrame(Frame frame) {
        long stamp = frame.counter();
        if (stamp <= 0 || stamp == BeastClock.MLAT_COUNTER) {
            return;
        }
        stamped++;
        if (!BeastClock.isGps(stamp)) {
            outside++;
        }
        if (frame.receiver() != receiver) {
            // Another receiver counts by itself.
            receiver = frame.receiver();
            before = -1;
        }
        long step = stamp - before;
        if (before >= 0 && step > 0 && step < PAUSE) {
            steps++;
            span += step;
            gaps += (stamp >>> FRACTION_BITS) - (before >>> FRACTION_BITS);
            close += step < CLOSE ? 1 : 0;
            near += step >= NEAR && step < 2 * NEAR ? 1 : 0;
        }
        before = stamp;
    }

    @Override
    public void onFault(Fault fault) {}

    /** Returns how many frames a steady counter would have had in the gaps. */
    private double dueInGaps() {
        double gap = (double) gaps * GAP;
        return span > gap ? steps * gap / (span - gap) : 0;
    }

    /** Returns how many steps shorter than a message a counter would have made, by their rate. */
    private double dueClose() {
        return span == 0 ? 0 : steps * -StrictMath.expm1(-(double) steps * CLOSE / span);
    }

    /** Tells whether steps little longer than a message are as many as they would be by chance. */
    private boolean isAtRandom() {
        double rate = (double) steps / span;
        double due = steps * (StrictMath.exp(-rate * NEAR) - StrictMath.exp(-rate * 2 * NEAR));
        return Math.abs(near - due) <= SPREAD * due;
    }

    private Finding finding() {
        if (stamped == 0) {
            return new Finding(Stamps.UNSAID, 0, "no frame has a time stamp");
        }
        boolean few = outside < FEWEST || outside * DAMAGED < stamped;
        if (!few) {
            return new Finding(
                    Stamps.TWELVE_MEGAHERTZ,
                    stamped,
                    String.format(
                            Locale.ROOT,
                            "%,d of %,d time stamps cannot be GPS: 12 MHz",
                            outside,
                            stamped));
        }
        boolean unclosed = close < FEWEST || close * DAMAGED < steps;
        if (gaps >= FEWEST_GAPS && dueInGaps() - outside >= DUE) {
            return new Finding(
                    Stamps.GPS,
                    stamped,
                    String.format(
                            Locale.ROOT,
                            "time stamps by GPS: none but %,d of %,d lies beyond a second, where a"
                                    + " counter had had %,.0f",
                            outside,
                            stamped,
                            dueInGaps()));
        }
        if (!unclosed) {
            return new Finding(
                    Stamps.TWELVE_MEGAHERTZ,
                    stamped,
                    String.format(
                            Locale.ROOT,
                            "%,d of %,d time stamps follow each other faster than messages can, were"
                                    + " they GPS: 12 MHz",
                            close,
                            stamped));
        }
        if (dueClose() - close >= DUE && isAtRandom()) {
            return new Finding(
                    Stamps.GPS,
                    stamped,
                    String.format(
                            Locale.ROOT,
                            "time stamps by GPS: %,d of %,d steps are as short as a counter at this"
                                    + " rate had made %,.0f",
                            close,
                            steps,
                            dueClose()));
        }
        return new Finding(
                Stamps.UNSAID,
                stamped,
                String.format(
                        Locale.ROOT,
                        "%,d time stamps do not tell whether they are 12 MHz or GPS; 12 MHz is"
                                + " taken (--format beast-gps)",
                        stamped));
    }
}
