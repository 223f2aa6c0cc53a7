package org.airwarden.tracking;

/**
 * What one sensor reported of a target against where another one saw it: two residuals, linear in
 * the biases of both. Reused; not thread-safe.
 */
final class Comparison {
    /** Blocks of the two sensors in {@link BiasFilter}. */
    int block;

    int otherBlock;

    /** Measured less expected, with the biases as they are estimated. */
    double residual1;

    double residual2;

    /** Derivatives of what is expected by the biases of the one and of the other sensor. */
    final double[] own1 = new double[BiasFilter.PARAMETERS];

    final double[] own2 = new double[BiasFilter.PARAMETERS];
    final double[] other1 = new double[BiasFilter.PARAMETERS];
    final double[] other2 = new double[BiasFilter.PARAMETERS];

    /** Covariance of the residuals, were the biases known. */
    double noise11;

    double noise12;
    double noise22;

    /** Metres along the ground for a unit of the second residual; the first is in metres. */
    double lever;

    /** Returns the horizontal distance (m) that the residuals stand for. */
    double metres() {
        return metres(residual1, residual2);
    }

    /** Returns that distance with no bias taken off. */
    double metresBefore(BiasFilter biases) {
        double one = residual1;
        double two = residual2;
        for (int k = 0; k < BiasFilter.PARAMETERS; k++) {
            double own = biases.mean(block, k);
            double other = biases.mean(otherBlock, k);
            one += own1[k] * own + other1[k] * other;
            two += own2[k] * own + other2[k] * other;
        }
        return metres(one, two);
    }

    private double metres(double one, double two) {
        return Math.sqrt(one * one + lever * lever * two * two);
    }

    void copyFrom(Comparison from) {
        block = from.block;
        otherBlock = from.otherBlock;
        residual1 = from.residual1;
        residual2 = from.residual2;
        noise11 = from.noise11;
        noise12 = from.noise12;
        noise22 = from.noise22;
    }
}
