package org.airwarden.tracking;

/**
 * The bank of motions that a track may be in: uniform motion with very little, little, some and
 * much random acceleration, and level turns of fixed rates to either side.
 *
 * <p>A turn of rate w about the vertical: Y. Bar-Shalom, X. R. Li, T. Kirubarajan, Estimation with
 * Applications to Tracking and Navigation, 2001, section 11.7.1; noise as of the discretised
 * continuous white-noise acceleration, section 6.2.2. Not thread-safe: the last transition of each
 * model is kept.
 */
final class MotionModels {
    /** Mean stay in a calm model, and in any other (s). */
    private static final double CALM = 350;

    private static final double RESTLESS = 12;

    /**
     * Turn rate to the right (rad/s), horizontal and vertical noise (m^2/s^3), share of tracks that
     * enter it, mean stay (s).
     */
    private record Model(
            double rate, double horizontal, double vertical, double share, double stay) {}

    private static final Model[] BANK = {
        new Model(0, 0.15, 0.008, 0.540, CALM),
        new Model(0, 1, 0.05, 0.300, CALM),
        new Model(0, 16, 9, 0.032, RESTLESS),
        new Model(0, 500, 250, 0.008, RESTLESS),
        new Model(Math.toRadians(4), 15, 5, 0.028, RESTLESS),
        new Model(-Math.toRadians(4), 15, 5, 0.028, RESTLESS),
        new Model(Math.toRadians(10.7), 800, 20, 0.032, RESTLESS),
        new Model(-Math.toRadians(10.7), 800, 20, 0.032, RESTLESS),
    };

    private static final int YOUNG = 2;

    private final double[] lastStep = new double[BANK.length];
    private final double[] sine = new double[BANK.length];
    private final double[] versine = new double[BANK.length];
    private final double[] cosine = new double[BANK.length];

    /** Returns how many models there are. */
    int count() {
        return BANK.length;
    }

    /**
     * Returns a model's probability for a track of which nothing is known, and for one that just
     * left another.
     */
    double prior(int model) {
        return BANK[model].share;
    }

    /** Returns the probability that a track leaves a model within a time (s). */
    double leaving(int model, double seconds) {
        return 1 - StrictMath.exp(-seconds / BANK[model].stay);
    }

    /** Returns which model of the bank stands at an index of an estimate with so many models. */
    int modelOf(int index, int models) {
        return models == 1 ? YOUNG : index;
    }

    double horizontalNoise(int model) {
        return BANK[model].horizontal;
    }

    double verticalNoise(int model) {
        return BANK[model].vertical;
    }

    boolean turns(int model) {
        return BANK[model].rate != 0;
    }

    /** Prepares {@link #sineTerm} and its like for a step (s). */
    void prepare(int model, double seconds) {
        if (lastStep[model] != seconds) {
            lastStep[model] = seconds;
            double rate = BANK[model].rate;
            double angle = rate * seconds;
            double sin = StrictMath.sin(angle);
            double cos = StrictMath.cos(angle);
            sine[model] = sin;
            cosine[model] = cos;
            versine[model] = 1 - cos;
        }
    }

    double rate(int model) {
        return BANK[model].rate;
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
