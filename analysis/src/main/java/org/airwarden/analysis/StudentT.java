package org.airwarden.analysis;

import org.airwarden.simulation.Normal;

/**
 * Student's t distribution: what the mean of few runs is judged by. M. Abramowitz and I. A. Stegun,
 * Handbook of Mathematical Functions (1964): the finite sums 26.7.3 and 26.7.4 up to {@value #FEW}
 * degrees of freedom, beyond that the expansion 26.7.5 about the normal distribution. No state.
 */
final class StudentT {
    /** Up to here the sums are short; beyond, the expansion is good to ten digits. */
    private static final int FEW = 100;

    private static final int HALVINGS = 60;

    private StudentT() {}

    /**
     * Returns the value below which a share of the distribution lies.
     *
     * @param share above 0.5 and below 1
     * @param freedom degrees of freedom, 1 or more
     */
    static double quantile(double share, long freedom) {
        if (freedom < 1) {
            throw new IllegalArgumentException(freedom + " degrees of freedom");
        }
        return freedom > FEW ? expanded(share, (double) freedom) : searched(share, (int) freedom);
    }

    /** Halves the angle whose tangent is t / sqrt(freedom): it has bounds, t has none. */
    private static double searched(double share, int freedom) {
        double within = 2 * share - 1;
        double lo = 0;
        double hi = StrictMath.PI / 2;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (lo + hi) / 2;
            if (within(middle, freedom) < within) {
                lo = middle;
            } else {
                hi = middle;
            }
        }
        return StrictMath.tan((lo + hi) / 2) * Math.sqrt(freedom);
    }

    /** Probability between -t and t: 26.7.3 for odd degrees of freedom, 26.7.4 for even ones. */
    private static double within(double angle, int freedom) {
        double sine = StrictMath.sin(angle);
        double cosine = StrictMath.cos(angle);
        boolean odd = freedom % 2 == 1;
        double term = odd ? cosine : 1;
        double sum = 0;
        for (int k = odd ? 1 : 0; k <= freedom - 2; k += 2) {
            sum += term;
            term *= cosine * cosine * (k + 1) / (k + 2);
        }
        return odd ? (angle + sine * sum) * 2 / StrictMath.PI : sine * sum;
    }

    private static double expanded(double share, double freedom) {
        double x = Normal.quantile(share);
        double s = x * x;
        double first = x * (s + 1) / 4;
        double second = x * ((5 * s + 16) * s + 3) / 96;
        double third = x * (((3 * s + 19) * s + 17) * s - 15) / 384;
        double fourth = x * ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / 92_160;
        return x + (first + (second + (third + fourth / freedom) / freedom) / freedom) / freedom;
    }
}
