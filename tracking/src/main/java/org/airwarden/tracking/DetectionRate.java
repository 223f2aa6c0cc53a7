package org.airwarden.tracking;

import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;

/**
 * How probably a sensor reports a target at a look, learned from the looks at tracks that it had: a
 * Beta posterior that forgets. Only looks between two reports of one track count, so that a target
 * which left, or was never there, counts for nothing. Not thread-safe.
 */
final class DetectionRate {
    private static final double USUAL = 0.9;
    private static final double LEAST = 0.3;
    private static final double MOST = 0.98;

    /** Looks that what is known beforehand counts for, and over which is learned. */
    private static final double PRIOR = 20;

    private static final double MEMORY = 600;

    /** Looks, deviations and difference that disprove what is stated. */
    private static final double ENOUGH = 150;

    private static final double DISPROVED = 4;
    private static final double MATERIAL = 0.04;

    /** Looks in a row without a report after which a target was out of reach, not missed. */
    private static final int FADED = 6;

    private double hits;
    private double misses;

    DetectionRate() {}

    /** Learns from a report, after so many looks without one. */
    void learn(int missed) {
        if (missed < 0 || missed > FADED) {
            return;
        }
        double keeps = 1 - (1 + missed) / MEMORY;
        hits = hits * keeps + 1;
        misses = misses * keeps + missed;
    }

    /**
     * Returns the probability to reckon with. A stated one holds until it is disproved; where none
     * is stated, no more than usual is assumed: real targets fade for several looks together.
     *
     * @param stated as the site says, or NaN
     */
    double probability(double stated) {
        if (Double.isNaN(stated)) {
            return Math.max(LEAST, Math.min(USUAL, mean(USUAL)));
        }
        double known = Math.max(LEAST, Math.min(MOST, stated));
        double looks = hits + misses;
        if (looks < ENOUGH) {
            return known;
        }
        double off = hits / looks - known;
        if (Math.abs(off) < MATERIAL
                || off * off < DISPROVED * DISPROVED * known * (1 - known) / looks) {
            return known;
        }
        return Math.max(LEAST, Math.min(MOST, mean(known)));
    }

    /** Returns the posterior's mean, whatever is stated. */
    double learned(double stated) {
        return mean(Double.isNaN(stated) ? USUAL : Math.max(LEAST, Math.min(MOST, stated)));
    }

    private double mean(double prior) {
        return (PRIOR * prior + hits) / (PRIOR + hits + misses);
    }

    void write(StateOutput out) {
        out.putDouble(hits);
        out.putDouble(misses);
    }

    static DetectionRate read(StateInput in) {
        DetectionRate rate = new DetectionRate();
        rate.hits = in.takeDouble();
        rate.misses = in.takeDouble();
        return rate;
    }
}
