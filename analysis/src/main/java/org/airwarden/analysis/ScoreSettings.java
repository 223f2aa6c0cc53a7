package org.airwarden.analysis;

/**
 * How to judge.
 *
 * @param cutOff cut-off of GOSPA and OSPA(2), c (m), above 0
 * @param order order of GOSPA and OSPA(2), p, 1 or more
 * @param alpha GOSPA's alpha, above 0 and at most 2; only 2 tells missed from false properly
 * @param gate how far a track may be from a target that it is of, for SIAP and CLEAR-MOT (m)
 * @param dimensions 3, or 2 for the horizontal alone
 * @param window how many times OSPA(2) looks at together, ending at each time, 1 or more
 */
public record ScoreSettings(
        double cutOff, double order, double alpha, double gate, int dimensions, int window) {
    /** What is compared by: c 1000 m, p 2, alpha 2, gate 1000 m, 3 dimensions, 10 times. */
    public static final ScoreSettings USUAL = new ScoreSettings(1_000, 2, 2, 1_000, 3, 10);

    /** Checks the ranges. */
    public ScoreSettings {
        require(cutOff > 0 && cutOff < 1e9, "the cut-off must be above 0 m");
        require(order >= 1 && order <= 100, "the order must be from 1 to 100");
        require(alpha > 0 && alpha <= 2, "alpha must be above 0 and at most 2");
        require(gate > 0 && gate < 1e9, "the gate must be above 0 m");
        require(dimensions == 2 || dimensions == 3, "dimensions are 2 or 3");
        require(window >= 1, "the window must be 1 or more");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** A number to the order. */
    double power(double value) {
        return power(value, order);
    }

    static double power(double value, double order) {
        if (order == 1) {
            return value;
        }
        return order == 2 ? value * value : StrictMath.pow(value, order);
    }

    /** What {@link #power} undoes. */
    double root(double value) {
        if (order == 1) {
            return value;
        }
        return order == 2 ? Math.sqrt(value) : StrictMath.pow(value, 1 / order);
    }
}
