package org.airwarden.simulation;

import java.util.EnumMap;
import java.util.Map;

/** Sums the measures of a run. One thread. */
final class Tally {
    private final Map<Measure, double[]> sums = new EnumMap<>(Measure.class);

    Tally() {
        for (Measure measure : Measure.values()) {
            sums.put(measure, new double[1]);
        }
    }

    void count(Measure measure) {
        add(measure, 1);
    }

    void add(Measure measure, double value) {
        sumOf(measure)[0] += value;
    }

    double sum(Measure measure) {
        return sumOf(measure)[0];
    }

    private double[] sumOf(Measure measure) {
        double[] sum = sums.get(measure);
        if (sum == null) {
            throw new IllegalStateException("every measure has a sum");
        }
        return sum;
    }

    Map<Measure, Double> values() {
        Map<Measure, Double> values = new EnumMap<>(Measure.class);
        sums.forEach((measure, sum) -> values.put(measure, sum[0]));
        return values;
    }
}
