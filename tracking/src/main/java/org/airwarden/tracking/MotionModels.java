package org.airwarden.tracking;

import java.util.List;

/**
 * The bank of motions that a track may be in: uniform motion with very little, little, some and
 * much random acceleration, and level turns of fixed rates to either side.
 *
 * <p>One more stands behind them, for missiles: a fall, with little random acceleration. Only
 * tracks that climb or descend as no aircraft does have it.
 *
 * <p>A turn of rate w about the vertical: Y. Bar-Shalom, X. R. Li, T. Kirubarajan, Estimation with
 * Applications to Tracking and Navigation, 2001, section 11.7.1; noise as of the discretised
 * continuous white-noise acceleration, section 6.2.2. Not thread-safe: the last transition of each
 * model is kept.
 */
final class MotionModels {
    /** Horizontal noise (m^2/s^3) nearest to which a young track's motion has its own. */
    private static final double YOUNG_NOISE = 16;

    /** Horizontal noise (m^2/s^3) up to which straight flight is calm. */
    private static final double CALM_NOISE = 4;

    /** A fall: noise (m^2/s^3), mean time (s), and how many of those that change enter it. */
    private static final Motion FALL = new Motion(0, 0.05, 0.05, 1, 1_000);

    private static final double FALLS = 0.5;

    private final Motion[] bank;
    private final int count;
    private final double[] shares;
    private final int young;
    private final double[] lastStep;
    private final double[] left;
    private double lastLeft = Double.NaN;
    private final double[] sine;
    private final double[] versine;
    private final double[] cosine;

    MotionModels() {
        this(Motion.standard());
    }

    MotionModels(List<Motion> motions) {
        count = motions.size();
        bank = motions.toArray(new Motion[count + 1]);
        bank[count] = FALL;
        lastStep = new double[bank.length];
        left = new double[bank.length];
        sine = new double[bank.length];
        versine = new double[bank.length];
        cosine = new double[bank.length];
        shares = new double[bank.length];
        double sum = 0;
        for (Motion motion : motions) {
            sum += motion.share();
        }
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int m = 0; m < count; m++) {
            shares[m] = bank[m].share() / sum;
            double off = Math.abs(StrictMath.log(bank[m].horizontalNoise() / YOUNG_NOISE));
            if (bank[m].turnRate() == 0 && off < least) {
                least = off;
                nearest = m;
            }
        }
        young = nearest;
    }

    /** Returns how many models there are, but for the fall. */
    int count() {
        return count;
    }

    /** Returns how many models an estimate has at most: the fall is the last. */
    int most() {
        return count + 1;
    }

    boolean falls(int model) {
        return model == count;
    }

    /** Returns a model's probability for a track of which nothing is known. */
    double prior(int model) {
        return shares[model];
    }

    /**
     * Returns a model's probability for a track that just left another, in an estimate with so many
     * models.
     */
    double prior(int model, int models) {
        if (models <= count) {
            return shares[model];
        }
        return model == count ? FALLS : (1 - FALLS) * shares[model];
    }

    /** Returns the probability that a track leaves a model within a time (s). */
    double leaving(int model, double seconds) {
        if (seconds != lastLeft) {
            lastLeft = seconds;
            for (int m = 0; m < bank.length; m++) {
                left[m] =
                        m > 0 && bank[m].stay() == bank[m - 1].stay()
                                ? left[m - 1]
                                : 1 - Decay.exp(-seconds / bank[m].stay());
            }
        }
        return left[model];
    }

    /** Returns which model of the bank stands at an index of an estimate with so many models. */
    int modelOf(int index, int models) {
        return models == 1 ? young : index;
    }

    double horizontalNoise(int model) {
        return bank[model].horizontalNoise();
    }

    double verticalNoise(int model) {
        return bank[model].verticalNoise();
    }

    /** Tells whether a model is uniform motion with little random acceleration. */
    boolean isCalm(int model) {
        return model < count
                && bank[model].turnRate() == 0
                && bank[model].horizontalNoise() <= CALM_NOISE;
    }

    boolean turns(int model) {
        return bank[model].turnRate() != 0;
    }

    /** Prepares {@link #sineTerm} and its like for a step (s). */
    void prepare(int model, double seconds) {
        if (lastStep[model] != seconds) {
            lastStep[model] = seconds;
            double rate = bank[model].turnRate();
            double angle = rate * seconds;
            double sin = StrictMath.sin(angle);
            double cos = StrictMath.cos(angle);
            sine[model] = sin;
            cosine[model] = cos;
            versine[model] = 1 - cos;
        }
    }

    double rate(int model) {
        return bank[model].turnRate();
    }

    double sineTerm(int model) {
        return sine[model];
    }

    double cosineTerm(int model) {
        return cosine[model];
    }

    double versineTerm(int model) {
        return versine[model];
    }
}
