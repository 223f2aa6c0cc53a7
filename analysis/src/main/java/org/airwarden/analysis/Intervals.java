package org.airwarden.analysis;

import java.util.Arrays;
import org.airwarden.simulation.Normal;

/**
 * Intervals that hold a figure with a confidence, out of independent runs. No state.
 *
 * <p>Means: Student's t (A. M. Law, Simulation Modeling and Analysis, 5th ed. 2015, section 4.5).
 * Proportions: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
 * JASA 22 (1927). Quotients of two means: the delta method, with t (W. G. Cochran, Sampling
 * Techniques, 3rd ed. 1977, section 6.3). Percentile bootstrap: B. Efron, Bootstrap methods, Annals
 * of Statistics 7 (1979).
 */
public final class Intervals {
    /** The confidence of intervals where nobody says another. */
    public static final double USUAL = 0.95;

    private Intervals() {}

    private static double upperShare(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence of " + confidence);
        }
        return 0.5 + confidence / 2;
    }

    /**
     * Returns the mean of values, one a run.
     *
     * @param confidence above 0 and below 1
     */
    public static Estimate mean(double[] values, double confidence) {
        double mean = average(values);
        return about(mean, squares(values, mean), values.length, confidence);
    }

    static double average(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double squares(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }

    /** Returns the variance of values about their mean; NaN of fewer than two. */
    static double variance(double[] values) {
        return values.length < 2
                ? Double.NaN
                : squares(values, average(values)) / (values.length - 1);
    }

    private static Estimate about(double mean, double squares, int runs, double confidence) {
        double share = upperShare(confidence);
        if (runs < 2 || Double.isNaN(mean)) {
            return new Estimate(mean, Double.NaN, Double.NaN, runs);
        }
        double deviation = Math.sqrt(squares / (runs - 1.0) / runs);
        double half = StudentT.quantile(share, runs - 1L) * deviation;
        return new Estimate(mean, mean - half, mean + half, runs);
    }

    /**
     * Returns a proportion with Wilson's interval.
     *
     * @param hits in how many of the runs it was so
     * @param confidence above 0 and below 1
     */
    public static Estimate proportion(long hits, long runs, double confidence) {
        if (hits < 0 || hits > runs) {
            throw new IllegalArgumentException(hits + " of " + runs);
        }
        double z = Normal.quantile(upperShare(confidence));
        if (runs == 0) {
            return new Estimate(Double.NaN, Double.NaN, Double.NaN, 0);
        }
        double p = (double) hits / runs;
        double middle = (p + z * z / (2.0 * runs)) / (1 + z * z / runs);
        double half =
                z
                        * Math.sqrt(p * (1 - p) / runs + z * z / (4.0 * runs * runs))
                        / (1 + z * z / runs);
        // At the ends the bound is the end itself, which rounding must not miss.
        return new Estimate(
                p, hits == 0 ? 0 : middle - half, hits == runs ? 1 : middle + half, runs);
    }

    /**
     * Returns the quotient of two means, as of leakers and threats.
     *
     * @param over above the line, a run each
     * @param under below the line, a run each
     * @param confidence above 0 and below 1
     */
    public static Estimate quotient(double[] over, double[] under, double confidence) {
        double quotient = average(over) / average(under);
        if (!Double.isFinite(quotient)) {
            return new Estimate(Double.NaN, Double.NaN, Double.NaN, over.length);
        }
        return about(quotient, squares(influences(over, under), 0), over.length, confidence);
    }

    /**
     * Returns by how much each run moves a quotient of means, to first order; they sum to zero. All
     * zero where the quotient does not exist.
     */
    static double[] influences(double[] over, double[] under) {
        double below = average(under);
        double quotient = average(over) / below;
        double[] influences = new double[over.length];
        if (Double.isFinite(quotient)) {
            for (int i = 0; i < over.length; i++) {
                influences[i] = (over[i] - quotient * under[i]) / below;
            }
        }
        return influences;
    }

    /**
     * Returns the quotient of two means with a percentile interval of the bootstrap: pairs are
     * drawn again and again with a seed.
     *
     * @param over above the line, a run each
     * @param under below the line, a run each; ones for a plain mean
     * @param confidence above 0 and below 1
     * @param resamples how often, 100 or more
     * @param seed of the draws
     */
    public static Estimate bootstrap(
            double[] over, double[] under, double confidence, int resamples, long seed) {
        double share = upperShare(confidence);
        int runs = over.length;
        double quotient = average(over) / average(under);
        if (resamples < 100) {
            throw new IllegalArgumentException(resamples + " resamples; 100 at least");
        }
        Draw draw = new Draw(seed);
        double[] found = new double[resamples];
        int kept = 0;
        for (int k = 0; k < resamples; k++) {
            double above = 0;
            double below = 0;
            for (int i = 0; i < runs; i++) {
                int one = draw.below(runs);
                above += over[one];
                below += under[one];
            }
            if (below != 0) {
                found[kept++] = above / below;
            }
        }
        if (kept == 0 || !Double.isFinite(quotient)) {
            return new Estimate(quotient, Double.NaN, Double.NaN, runs);
        }
        double[] sorted = Arrays.copyOf(found, kept);
        Arrays.sort(sorted);
        return new Estimate(
                quotient, percentile(sorted, 1 - share), percentile(sorted, share), runs);
    }

    private static double percentile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /**
     * Returns the difference of two proportions of the same runs, the second less the first, by
     * method 10 of R. G. Newcombe, Improved confidence intervals for the difference between
     * binomial proportions based on paired data, Statistics in Medicine 17 (1998).
     *
     * @param both runs in which it was so in both
     * @param first runs in which it was so in the first alone
     * @param second runs in which it was so in the second alone
     * @param neither runs in which it was so in neither
     * @param confidence above 0 and below 1
     */
    public static Estimate pairedProportions(
            long both, long first, long second, long neither, double confidence) {
        long runs = both + first + second + neither;
        Estimate a = proportion(both + second, runs, confidence);
        Estimate b = proportion(both + first, runs, confidence);
        double product =
                (double) (both + first) * (second + neither) * (both + second) * (first + neither);
        double cross = (double) both * neither - (double) first * second;
        if (cross > 0) {
            cross = Math.max(cross - runs / 2.0, 0);
        }
        double phi = product == 0 ? 0 : cross / Math.sqrt(product);
        double down = joined(a.mean() - a.lo(), b.hi() - b.mean(), phi);
        double up = joined(a.hi() - a.mean(), b.mean() - b.lo(), phi);
        double difference = a.mean() - b.mean();
        return new Estimate(difference, difference - down, difference + up, runs);
    }

    private static double joined(double one, double other, double phi) {
        return Math.sqrt(Math.max(0, one * one - 2 * phi * one * other + other * other));
    }

    /**
     * Returns how many runs give a proportion a half width: n = z² p (1 - p) / h², rounded up.
     *
     * @param proportion what it is about
     * @param halfWidth what is wanted
     * @param confidence above 0 and below 1
     */
    public static long runsFor(double proportion, double halfWidth, double confidence) {
        double z = Normal.quantile(upperShare(confidence));
        return (long)
                Math.ceil(z * z * proportion * (1 - proportion) / (halfWidth * halfWidth) - 1e-9);
    }
}
