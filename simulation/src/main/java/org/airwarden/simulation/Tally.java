package org.airwarden.simulation;

import java.util.EnumMap;
import java.util.Map;

/** Sums the measures of a run. One thread. */
final class Tally {
    private final Map<RunMeasure, double[]> sums = new EnumMap<>(RunMeasure.class);

    Tally() {
        for (RunMeasure measure : RunMeasure.values()) {
            sums.put(measure, new double[1]);
        }
    }

    void count(RunMeasure measure) {
        add(measure, 1);
    }

    void add(RunMeasure measure, double value) {
        sumOf(measure)[0] += value;
    }

    double sum(RunMeasure measure) {
        return sumOf(measure)[0];
    }

    private double[] sumOf(RunMeasure measure) {
        double[] sum = sums.get(measure);
        if (sum == null) {
            throw new IllegalStateException("every measure has a sum");
        }
        return sum;
    }

    Map<RunMeasure, Double> values() {
        Map<RunMeasure, Double> values = new EnumMap<>(RunMeasure.class);
        sums.forEach((measure, sum) -> values.put(measure, sum[0]));
        return values;
    }
}
