package org.airwarden.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * A figure of two scenarios whose runs share their random numbers, run by run: what the one adds to
 * the other, without most of what chance adds to both. A. M. Law, Simulation Modeling and Analysis,
 * 5th ed. 2015, sections 10.2 (paired t) and 11.2 (common random numbers).
 *
 * @param what the figure
 * @param before of the first scenario
 * @param after of the second scenario
 * @param difference the second less the first, with the interval of paired runs; of shares of runs
 *     by Newcombe's method for paired proportions
 * @param variance variance of the difference against that of independent runs; 1 or more where
 *     sharing did not help, NaN where nothing varies
 */
public record Comparison(
        Statistic what, Estimate before, Estimate after, Estimate difference, double variance) {
    /**
     * Compares.
     *
     * @param before runs of the first scenario
     * @param after runs of the second scenario, of the same seed and as many
     * @param confidence above 0 and below 1
     */
    public static Comparison of(
            Statistic what, RunTable before, RunTable after, double confidence) {
        if (before.runs() != after.runs()) {
            throw new IllegalArgumentException(
                    before.runs() + " runs before and " + after.runs() + " after cannot be paired");
        }
        double[] first = what.perRun(before);
        double[] second = what.perRun(after);
        double[] differences = new double[first.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = second[i] - first[i];
        }
        Estimate difference =
                what instanceof Statistic.Chance
                        ? proportions(first, second, confidence)
                        : Intervals.mean(differences, confidence);
        double independent = Intervals.variance(first) + Intervals.variance(second);
        return new Comparison(
                what,
                what.of(before, confidence),
                what.of(after, confidence),
                difference,
                independent == 0 ? Double.NaN : Intervals.variance(differences) / independent);
    }

    /** Compares all figures. */
    public static List<Comparison> all(RunTable before, RunTable after, double confidence) {
        List<Comparison> all = new ArrayList<>();
        for (Statistic one : Statistics.all()) {
            all.add(of(one, before, after, confidence));
        }
        return all;
    }

    private static Estimate proportions(double[] first, double[] second, double confidence) {
        long both = 0;
        long one = 0;
        long other = 0;
        for (int i = 0; i < first.length; i++) {
            boolean was = first[i] > 0;
            boolean is = second[i] > 0;
            both += was && is ? 1 : 0;
            one += was && !is ? 1 : 0;
            other += is && !was ? 1 : 0;
        }
        return Intervals.pairedProportions(
                both, one, other, first.length - both - one - other, confidence);
    }

    /** Tells whether the difference's interval leaves out zero. */
    public boolean isTold() {
        return difference.lo() > 0 || difference.hi() < 0;
    }
}
