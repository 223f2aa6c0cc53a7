package org.airwarden.analysis;

import java.util.List;
import org.airwarden.simulation.RunMeasure;

/** A figure that many runs of a scenario tell together. Immutable; any thread. */
public sealed interface Statistic {
    /** Returns its name in files. */
    String key();

    /** Returns what it is, for people. */
    String words();

    /** Returns what the first runs of a table tell of it. */
    Estimate of(RunTable runs, double confidence);

    /**
     * Returns a value for each run whose mean's scatter is the figure's: what two scenarios are
     * compared by, run by run.
     */
    double[] perRun(RunTable runs);

    /**
     * The mean of a measure; none is below zero.
     *
     * @param measure which
     */
    record Mean(RunMeasure measure) implements Statistic {
        @Override
        public String key() {
            return measure.key();
        }

        @Override
        public String words() {
            return measure.words();
        }

        @Override
        public Estimate of(RunTable runs, double confidence) {
            return Intervals.mean(runs.values(measure), confidence)
                    .within(0, Double.POSITIVE_INFINITY);
        }

        @Override
        public double[] perRun(RunTable runs) {
            return runs.values(measure);
        }
    }

    /**
     * A sum of measures over a sum of others, all runs together.
     *
     * @param key its name in files
     * @param words what it is
     * @param over above the line
     * @param under below the line
     * @param most what it cannot exceed: 1 for the share of a whole
     */
    record Share(
            String key, String words, List<RunMeasure> over, List<RunMeasure> under, double most)
            implements Statistic {
        /** Copies the lists. */
        public Share {
            over = List.copyOf(over);
            under = List.copyOf(under);
        }

        @Override
        public Estimate of(RunTable runs, double confidence) {
            return Intervals.quotient(runs.sums(over), runs.sums(under), confidence)
                    .within(0, most);
        }

        @Override
        public double[] perRun(RunTable runs) {
            double[] influences = Intervals.influences(runs.sums(over), runs.sums(under));
            double quotient =
                    Intervals.average(runs.sums(over)) / Intervals.average(runs.sums(under));
            for (int i = 0; i < influences.length; i++) {
                influences[i] += quotient;
            }
            return influences;
        }
    }

    /**
     * The share of runs in which something happened at all.
     *
     * @param key its name in files
     * @param words what it is
     * @param measure what happened
     * @param not whether it is the share of runs in which it did not
     */
    record Chance(String key, String words, RunMeasure measure, boolean not) implements Statistic {
        @Override
        public Estimate of(RunTable runs, double confidence) {
            long hits = 0;
            for (double one : perRun(runs)) {
                hits += one > 0 ? 1 : 0;
            }
            return Intervals.proportion(hits, runs.runs(), confidence);
        }

        @Override
        public double[] perRun(RunTable runs) {
            double[] values = runs.values(measure);
            for (int i = 0; i < values.length; i++) {
                values[i] = (values[i] > 0) == not ? 0 : 1;
            }
            return values;
        }
    }
}
