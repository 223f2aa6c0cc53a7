package org.airwarden.analysis;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.airwarden.simulation.RunMeasure;
import org.airwarden.simulation.RunResult;

/**
 * The measures of many runs, in the order of the runs' numbers, the first of which is 0. Different
 * threads may put different runs; reading is safe once all are put.
 */
public final class RunTable {
    private final Map<RunMeasure, double[]> values;
    private final long[] happened;
    private final int runs;

    RunTable(int runs) {
        this.runs = runs;
        values = new EnumMap<>(RunMeasure.class);
        happened = new long[runs];
        for (RunMeasure measure : RunMeasure.values()) {
            values.put(measure, new double[runs]);
        }
    }

    private RunTable(RunTable other, int runs) {
        this.runs = runs;
        happened = other.happened;
        values = other.values;
    }

    void put(int run, RunResult result) {
        values.forEach((measure, all) -> all[run] = result.value(measure));
        happened[run] = result.happened();
    }

    /** Returns the first runs alone, without copying. */
    RunTable first(int few) {
        return new RunTable(this, few);
    }

    /** Returns how many runs there are. */
    public int runs() {
        return runs;
    }

    private double[] of(RunMeasure measure) {
        return Objects.requireNonNull(values.get(measure));
    }

    /** Returns a measure's value in a run. */
    public double value(RunMeasure measure, int run) {
        return of(measure)[run];
    }

    /** Returns a measure's values, a run each; the caller's own. */
    public double[] values(RunMeasure measure) {
        return Arrays.copyOf(of(measure), runs);
    }

    /** Returns sums of measures, a run each; the caller's own. */
    public double[] sums(List<RunMeasure> measures) {
        double[] sums = new double[runs];
        for (RunMeasure measure : measures) {
            double[] all = of(measure);
            for (int i = 0; i < runs; i++) {
                sums[i] += all[i];
            }
        }
        return sums;
    }

    /** Returns how many events the kernel let happen in a run. */
    public long happened(int run) {
        return happened[run];
    }
}
