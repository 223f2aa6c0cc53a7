package org.airwarden.tracking;

import java.util.Arrays;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;

/**
 * What is given up when more comes than can be worked on, in this order: tentative tracks, those
 * least likely to exist first; then learning what is false about each sensor; confirmed tracks
 * never. It is judged by counts alone, so that the same inputs are shed alike on any machine.
 *
 * <p>Tentative tracks beyond a limit are dropped down to three quarters of it. When in one second
 * as many were dropped as may be held, nothing is learned of false plots for ten seconds: a burst
 * of chaff is not what a sensor usually sees. Not thread-safe.
 */
final class Overload {
    /** Tentative tracks held at most: some 50 MB of them. */
    static final int USUAL_LIMIT = 50_000;

    /** Seconds after a burst in which nothing is learned. */
    private static final int PAUSE = 10;

    private final int limit;
    private final Counters.Running counters;
    private long droppedThisSecond;
    private int pause;
    private double[] existence = new double[64];

    Overload(int limit, Counters.Running counters) {
        this.limit = limit;
        this.counters = counters;
    }

    /** Tells whether one more tentative track may begin before the next are dropped. */
    boolean mayBegin(Tracks tracks) {
        if (tracks.tentatives() < 2 * limit) {
            return true;
        }
        dropped(1);
        return false;
    }

    /** Tells whether sensors are to learn from what no track claims. */
    boolean learns() {
        if (pause > 0) {
            counters.unlearned++;
        }
        return pause == 0;
    }

    private void dropped(int count) {
        counters.dropped += count;
        droppedThisSecond += count;
        if (droppedThisSecond >= limit) {
            pause = PAUSE;
        }
    }

    /** Begins another second of the clock. */
    void second() {
        pause = Math.max(0, pause - 1);
        droppedThisSecond = 0;
    }

    /** Drops the least likely tentative tracks where there are too many. */
    void shed(Tracks tracks) {
        int held = tracks.tentatives();
        if (held <= limit) {
            return;
        }
        int drop = held - limit / 4 * 3;
        double bar = bar(tracks, drop);
        // Below the bar all go; of those just at it the youngest, until enough are gone.
        int gone = 0;
        for (int i = tracks.tentative.size() - 1; i >= 0; i--) {
            LiveTrack track = tracks.tentative.get(i);
            if (isHeld(track) && track.existence < bar) {
                tracks.end(track);
                gone++;
            }
        }
        for (int i = tracks.tentative.size() - 1; i >= 0 && gone < drop; i--) {
            LiveTrack track = tracks.tentative.get(i);
            if (isHeld(track) && track.existence == bar) {
                tracks.end(track);
                gone++;
            }
        }
        dropped(gone);
        tracks.sweep();
    }

    /** Returns the existence of the last of so many to drop. */
    private double bar(Tracks tracks, int drop) {
        if (existence.length < tracks.tentative.size()) {
            existence = new double[tracks.tentative.size() * 2];
        }
        int count = 0;
        for (int i = 0; i < tracks.tentative.size(); i++) {
            LiveTrack track = tracks.tentative.get(i);
            if (isHeld(track)) {
                existence[count++] = track.existence;
            }
        }
        Arrays.sort(existence, 0, count);
        return existence[Math.min(drop, count) - 1];
    }

    private static boolean isHeld(LiveTrack track) {
        return !track.ended && !track.isConfirmed();
    }

    void write(StateOutput out) {
        out.putLong(droppedThisSecond);
        out.putInt(pause);
    }

    void read(StateInput in) {
        droppedThisSecond = in.takeLong();
        pause = in.takeInt();
    }
}
