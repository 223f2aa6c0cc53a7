package org.airwarden.tracking;

import java.util.Arrays;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.jspecify.annotations.Nullable;

/**
 * Where a track is and how it moves, under each of several models of motion: a mean and a
 * covariance of (east, north, up; velocity east, north, up) in the track's frame, and the model's
 * probability.
 *
 * <p>A young track has one model; {@link #widen} gives it all. Plain data: {@link MotionFilter}
 * works on it.
 */
final class Estimate {
    /** Length of a state. */
    static final int STATE = 6;

    /** Length of a covariance, row by row. */
    static final int SQUARE = 36;

    int models;
    double[] mean;
    double[] covariance;
    double[] probability;

    /** What a fall is in the track's frame; null while no model falls. */
    @Nullable Gravity gravity;

    /** Makes an estimate with one model, all 0. */
    Estimate() {
        models = 1;
        mean = new double[STATE];
        covariance = new double[SQUARE];
        probability = new double[] {1};
    }

    /** Copies the one model's state to all models of a bank. */
    void widen(MotionModels bank) {
        int count = bank.count();
        double[] means = new double[STATE * count];
        double[] covariances = new double[SQUARE * count];
        double[] probabilities = new double[count];
        for (int m = 0; m < count; m++) {
            System.arraycopy(mean, 0, means, STATE * m, STATE);
            System.arraycopy(covariance, 0, covariances, SQUARE * m, SQUARE);
            probabilities[m] = bank.prior(m);
        }
        models = count;
        mean = means;
        covariance = covariances;
        probability = probabilities;
    }

    /** Adds the model that falls, where all the others together are. */
    void fall(MotionModels bank, MotionFilter filter, Gravity newGravity) {
        int count = bank.most();
        int last = count - 1;
        double[] middle = new double[STATE];
        double[] spread = new double[SQUARE];
        filter.mean(this, middle);
        filter.covariance(this, middle, spread);
        mean = Arrays.copyOf(mean, STATE * count);
        covariance = Arrays.copyOf(covariance, SQUARE * count);
        probability = Arrays.copyOf(probability, count);
        System.arraycopy(middle, 0, mean, STATE * last, STATE);
        System.arraycopy(spread, 0, covariance, SQUARE * last, SQUARE);
        double share = bank.prior(last, count);
        for (int m = 0; m < last; m++) {
            probability[m] *= 1 - share;
        }
        probability[last] = share;
        models = count;
        gravity = newGravity;
    }

    /** Makes room for so many models; the numbers then mean nothing. */
    void room(int count) {
        if (models != count) {
            models = count;
            mean = new double[STATE * models];
            covariance = new double[SQUARE * models];
            probability = new double[models];
        }
    }

    /** Takes over the numbers of another estimate. */
    void copyFrom(Estimate other) {
        room(other.models);
        System.arraycopy(other.mean, 0, mean, 0, STATE * models);
        System.arraycopy(other.covariance, 0, covariance, 0, SQUARE * models);
        System.arraycopy(other.probability, 0, probability, 0, models);
        gravity = other.gravity;
    }

    void write(StateOutput out) {
        out.putInt(models);
        out.putDoubles(mean);
        out.putDoubles(covariance);
        out.putDoubles(probability);
    }

    static Estimate read(StateInput in) {
        Estimate estimate = new Estimate();
        estimate.models = in.takeCount();
        estimate.mean = new double[STATE * estimate.models];
        estimate.covariance = new double[SQUARE * estimate.models];
        estimate.probability = new double[estimate.models];
        in.takeDoubles(estimate.mean);
        in.takeDoubles(estimate.covariance);
        in.takeDoubles(estimate.probability);
        return estimate;
    }
}
