package org.airwarden.tracking;

import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Time;

/**
 * Judges when a sensor measured, given when it says so and when the report came in.
 *
 * <p>A claim is believed while it lies between {@value #STALE_SECONDS} s before and {@value
 * #AHEAD_SECONDS} s after the report's arrival (and is then never taken as later than that
 * arrival). A sensor whose claims lie outside again and again, by as much each time, has a wrong
 * clock; until that is seen, a claim of an earlier time is that of a report that was held up. The
 * claims of a wrong clock are shifted by their usual distance from arrival, so that the spacing of
 * its reports is kept and only the unknown delay remains as an error, of that sensor alone. Time is
 * nanoseconds since 1970. Not thread-safe.
 */
final class ClockJudge {
    static final double STALE_SECONDS = 5;
    static final double AHEAD_SECONDS = 0.3;

    /** What a report takes from the aerial to the host, where the sensor's clock cannot tell. */
    private static final long USUAL_DELAY = Time.ofSeconds(0.4);

    private static final long STALE = Time.ofSeconds(STALE_SECONDS);
    private static final long AHEAD = Time.ofSeconds(AHEAD_SECONDS);
    private static final long JUMP = Time.ofSeconds(1.5);
    private static final int TO_DISTRUST = 8;
    private static final int TO_TRUST = 25;

    private boolean wrong;
    private int against;

    /** Usual arrival less claim, while the clock is held to be wrong (ns). */
    private long shift;

    /** How long after its judged time a report usually arrives (ns). */
    private long delay;

    ClockJudge() {}

    /** Returns the time that a report is taken to have been measured: never after its arrival. */
    long judge(long measured, long received) {
        long judged = judged(measured, received);
        // Up at once, down slowly: what is usual is nearer the greatest than the mean.
        long now = received - judged;
        delay = now > delay ? (delay + now) / 2 : delay - (delay - now) / 64;
        return judged;
    }

    /** Returns how long after it was measured a report usually arrives (ns). */
    long usualDelay() {
        return delay;
    }

    private long judged(long measured, long received) {
        if (measured == Time.UNKNOWN) {
            return received - USUAL_DELAY;
        }
        long delay = received - measured;
        boolean plausible = delay >= -AHEAD && delay <= STALE;
        if (!wrong) {
            if (plausible) {
                against = 0;
                return Math.min(measured, received);
            }
            // A wrong clock is always off by as much; reports that were held up are not.
            against = against > 0 && Math.abs(delay - shift) <= JUMP ? against + 1 : 1;
            shift = delay;
            if (against >= TO_DISTRUST) {
                wrong = true;
                against = 0;
                return received - USUAL_DELAY;
            }
            return delay > STALE ? measured : received - USUAL_DELAY;
        }
        if (plausible) {
            against++;
            if (against >= TO_TRUST) {
                wrong = false;
                against = 0;
                return Math.min(measured, received);
            }
        } else {
            against = 0;
        }
        if (Math.abs(delay - shift) > JUMP) {
            shift = delay;
        } else {
            shift += (delay - shift) / 16;
        }
        long judged = measured + shift - USUAL_DELAY;
        return Math.max(received - STALE, Math.min(judged, received));
    }

    /** Tells whether the sensor's clock is held to be wrong. */
    boolean isWrong() {
        return wrong;
    }

    void write(StateOutput out) {
        out.putBoolean(wrong);
        out.putInt(against);
        out.putLong(shift);
        out.putLong(delay);
    }

    static ClockJudge read(StateInput in) {
        ClockJudge judge = new ClockJudge();
        judge.wrong = in.takeBoolean();
        judge.against = in.takeInt();
        judge.shift = in.takeLong();
        judge.delay = in.takeLong();
        return judge;
    }
}
