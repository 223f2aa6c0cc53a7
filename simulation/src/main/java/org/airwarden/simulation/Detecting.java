package org.airwarden.simulation;

/**
 * How probable it is that a radar detects an echo: a square-law detector that adds pulses without
 * their phase, for a steady echo (Swerling 0) and Swerling's four fluctuating ones.
 *
 * <p>The number of noise-like units in a steady echo's sum is Poisson, so that the probability is a
 * Poisson mixture of incomplete gamma functions (J. I. Marcum, A statistical theory of target
 * detection by pulsed radar, RAND RM-754, 1947; J. V. DiFranco and W. L. Rubin, Radar Detection,
 * 1968, ch. 9). All of Swerling's cases (P. Swerling, Probability of detection for fluctuating
 * targets, RAND RM-1217, 1954) let the sum's mean have a gamma distribution of a shape k, which
 * turns the Poisson weights into negative binomial ones: k = 1, N, 2 and 2N for the cases 1 to 4
 * (D. A. Shnidman, Radar detection probabilities and their calculation, IEEE Trans. AES 31, 1995).
 * The series is exact; it is summed to about 1e-14.
 *
 * <p>Signal-to-noise ratios are mean ones of one pulse, as power ratios, not decibels. Costs
 * microseconds: what looks often uses a {@link DetectionCurve}. Stateless; any thread.
 */
final class Detecting {
    /** Most pulses that can be added. */
    static final int MOST_PULSES = 10_000;

    private static final double SMALLEST = -700;

    private Detecting() {}

    /**
     * Returns the probability of detection.
     *
     * @param fluctuation Swerling case, 0 to 4
     * @param pulses pulses that are added, 1 to {@link #MOST_PULSES}
     * @param falseAlarm probability of a false alarm in a cell, above 0 and below 1
     * @param signalToNoise mean signal-to-noise ratio of one pulse (power ratio), 0 or more
     */
    static double probability(
            int fluctuation, int pulses, double falseAlarm, double signalToNoise) {
        return probabilityAbove(threshold(pulses, falseAlarm), fluctuation, pulses, signalToNoise);
    }

    /**
     * Returns the signal-to-noise ratio of one pulse (power ratio) that a probability of detection
     * needs: {@link #probability} turned round, to a relative 1e-12.
     *
     * @param probability of detection, above the false alarm's and below 1
     */
    static double signalToNoise(
            int fluctuation, int pulses, double falseAlarm, double probability) {
        if (!(probability > falseAlarm && probability < 1)) {
            throw new IllegalArgumentException(
                    "a probability of detection of "
                            + probability
                            + " at a false alarm probability of "
                            + falseAlarm);
        }
        double threshold = threshold(pulses, falseAlarm);
        double lo = 0;
        double hi = 1;
        while (probabilityAbove(threshold, fluctuation, pulses, hi) < probability) {
            lo = hi;
            hi *= 4;
        }
        for (int i = 0; i < 200 && hi - lo > 1e-13 * hi; i++) {
            double middle = (lo + hi) / 2;
            if (probabilityAbove(threshold, fluctuation, pulses, middle) < probability) {
                lo = middle;
            } else {
                hi = middle;
            }
        }
        return (lo + hi) / 2;
    }

    /**
     * Returns the threshold on the sum of the pulses' powers, in units of the mean noise power,
     * that noise alone exceeds with a probability.
     */
    static double threshold(int pulses, double falseAlarm) {
        if (pulses < 1 || pulses > MOST_PULSES) {
            throw new IllegalArgumentException(pulses + " pulses");
        }
        if (!(falseAlarm > 0 && falseAlarm < 1)) {
            throw new IllegalArgumentException("a false alarm probability of " + falseAlarm);
        }
        double lo = 0;
        double hi = pulses + 1;
        while (above(pulses, hi) > falseAlarm) {
            lo = hi;
            hi *= 2;
        }
        for (int i = 0; i < 200 && hi - lo > 1e-15 * hi; i++) {
            double middle = (lo + hi) / 2;
            if (above(pulses, middle) > falseAlarm) {
                lo = middle;
            } else {
                hi = middle;
            }
        }
        return (lo + hi) / 2;
    }

    /**
     * Returns the probability of detection with a {@link #threshold} that is known: the weights of
     * the extra units times the probability that with so many the threshold is passed.
     */
    static double probabilityAbove(
            double threshold, int fluctuation, int pulses, double signalToNoise) {
        double shape =
                switch (fluctuation) {
                    case 0 -> Double.POSITIVE_INFINITY;
                    case 1 -> 1;
                    case 2 -> pulses;
                    case 3 -> 2;
                    case 4 -> 2.0 * pulses;
                    default -> throw new IllegalArgumentException("Swerling case " + fluctuation);
                };
        double mean = pulses * signalToNoise;
        double share = fluctuation == 0 ? 0 : mean / (mean + shape);
        double weightLog =
                fluctuation == 0 ? -mean : shape * StrictMath.log(shape / (mean + shape));
        double weight = weightLog > SMALLEST ? StrictMath.exp(weightLog) : 0;
        Gamma passing = new Gamma(threshold, pulses);
        double weights = 0;
        double sum = 0;
        // Beyond this many units noise-like sums pass the threshold all but surely.
        double last = Math.max(0, threshold - pulses) + 10 * Math.sqrt(threshold) + 50;
        for (int unit = 0; unit <= last; unit++) {
            weights += weight;
            sum += weight * passing.above;
            passing.next();
            double factor =
                    fluctuation == 0 ? mean / (unit + 1) : share * (shape + unit) / (unit + 1);
            if (weightLog > SMALLEST) {
                weight *= factor;
            } else {
                weightLog += StrictMath.log(factor);
                weight = weightLog > SMALLEST ? StrictMath.exp(weightLog) : 0;
            }
        }
        return Math.min(1, sum + Math.max(0, 1 - weights));
    }

    /** Returns the probability that the sum of so many unit exponentials is above a threshold. */
    private static double above(int pulses, double threshold) {
        return new Gamma(threshold, pulses).above;
    }

    /** The upper incomplete gamma function Q(n, T) for n, n + 1 and so on, by its recurrence. */
    private static final class Gamma {
        private final double threshold;
        private int count;
        private double termLog;
        private double term;
        double above;

        Gamma(double threshold, int count) {
            this.threshold = threshold;
            termLog = -threshold;
            term = termLog > SMALLEST ? StrictMath.exp(termLog) : 0;
            above = term;
            this.count = 1;
            while (this.count < count) {
                next();
            }
        }

        void next() {
            double factor = threshold / count;
            if (termLog > SMALLEST) {
                term *= factor;
            } else {
                termLog += StrictMath.log(factor);
                term = termLog > SMALLEST ? StrictMath.exp(termLog) : 0;
            }
            above = Math.min(1, above + term);
            count++;
        }
    }
}
