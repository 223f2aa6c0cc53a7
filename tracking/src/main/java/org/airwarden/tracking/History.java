package org.airwarden.tracking;

import static org.airwarden.tracking.Estimate.SQUARE;
import static org.airwarden.tracking.Estimate.STATE;

import org.airwarden.geodesy.Frame;

/**
 * What a track's filter held, step by step, for smoothing afterwards. A chain that is only ever
 * prolonged: tracks that branch share what lies before.
 *
 * <p>Late reports need no care: the filter takes them at the time that it has reached. Kept only
 * where {@link Tracker#reconstruct} asked for it; otherwise a track has none and pays nothing. A
 * step of a grown track, with eight models, takes 1.8 kB: 0.45 kB for each second of a track that a
 * radar of 4 s sees, 3.6 kB where reports come twice a second.
 */
sealed interface History {
    /** Nothing yet. */
    record Start() implements History {}

    /** The estimate after all that was measured up to a time and before it is moved on. */
    final class Step implements History {
        private final History before;
        private final long time;
        private final Frame frame;
        private final int models;

        /** A model after the other: probability, mean, covariance's upper triangle. */
        private final double[] numbers;

        private Step(History before, long time, Frame frame, Estimate estimate) {
            this.before = before;
            this.time = time;
            this.frame = frame;
            models = estimate.models;
            numbers = new double[NUMBERS * models];
            int next = 0;
            for (int m = 0; m < models; m++) {
                numbers[next++] = estimate.probability[m];
                System.arraycopy(estimate.mean, STATE * m, numbers, next, STATE);
                next += STATE;
                for (int i = 0; i < STATE; i++) {
                    for (int j = i; j < STATE; j++) {
                        numbers[next++] = estimate.covariance[SQUARE * m + STATE * i + j];
                    }
                }
            }
        }

        History before() {
            return before;
        }

        long time() {
            return time;
        }

        Frame frame() {
            return frame;
        }

        /** Returns the estimate. */
        Estimate estimate() {
            Estimate estimate = new Estimate();
            estimate.room(models);
            int next = 0;
            for (int m = 0; m < models; m++) {
                estimate.probability[m] = numbers[next++];
                System.arraycopy(numbers, next, estimate.mean, STATE * m, STATE);
                next += STATE;
                for (int i = 0; i < STATE; i++) {
                    for (int j = i; j < STATE; j++) {
                        double value = numbers[next++];
                        estimate.covariance[SQUARE * m + STATE * i + j] = value;
                        estimate.covariance[SQUARE * m + STATE * j + i] = value;
                    }
                }
            }
            return estimate;
        }
    }

    /** All heights up to here are so much (m) higher than they were held for. */
    record Raise(History before, double metres) implements History {}

    /**
     * The track went on from another's estimate.
     *
     * @param before how it went until then
     * @param lastReport its last report's time until then
     * @param other how the other one came about
     */
    record Join(History before, long lastReport, History other) implements History {}

    /** How many numbers a model takes. */
    int NUMBERS = 1 + STATE + STATE * (STATE + 1) / 2;

    /** Returns this and a step. */
    default History with(Estimate estimate, long time, Frame frame) {
        return new Step(this, time, frame, estimate);
    }
}
