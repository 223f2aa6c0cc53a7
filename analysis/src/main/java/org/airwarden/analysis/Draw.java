package org.airwarden.analysis;

import java.util.SplittableRandom;

/**
 * Random numbers from a seed, the same on every machine and in every version of Java: only the
 * integers come from the library. One thread.
 */
final class Draw {
    private static final double UNIT = 0x1p-53;

    /** Above this mean, a Poisson number is the sum of two of half the mean. */
    private static final double LARGE_MEAN = 500;

    private final SplittableRandom random;
    private double spare = Double.NaN;

    Draw(long seed) {
        this(new SplittableRandom(seed));
    }

    private Draw(SplittableRandom random) {
        this.random = random;
    }

    /** Returns a source of its own, so that what one part draws does not change another's. */
    Draw split() {
        return new Draw(random.split());
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return (random.nextLong() >>> 11) * UNIT;
    }

    /** Uniform in [from, to). */
    double between(double from, double to) {
        return from + (to - from) * uniform();
    }

    /** Uniform among 0 to bound - 1. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** +1 or -1. */
    int sign() {
        return chance(0.5) ? 1 : -1;
    }

    /** Normal with mean 0 and deviation 1, by the polar method (G. Marsaglia, T. A. Bray, 1964). */
    double normal() {
        if (!Double.isNaN(spare)) {
            double result = spare;
            spare = Double.NaN;
            return result;
        }
        double u;
        double v;
        double square;
        do {
            u = 2 * uniform() - 1;
            v = 2 * uniform() - 1;
            square = u * u + v * v;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = v * factor;
        return u * factor;
    }

    /** Exponential with mean 1. */
    double exponential() {
        return -StrictMath.log1p(-uniform());
    }

    /** Poisson with a mean, by products of uniform numbers (D. E. Knuth, TAOCP 2, 3.4.1). */
    int poisson(double mean) {
        if (mean > LARGE_MEAN) {
            return poisson(mean / 2) + poisson(mean / 2);
        }
        double limit = StrictMath.exp(-mean);
        double product = uniform();
        int count = 0;
        while (product > limit) {
            product *= uniform();
            count++;
        }
        return count;
    }
}
