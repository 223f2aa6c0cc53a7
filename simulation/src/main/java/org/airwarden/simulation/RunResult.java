package org.airwarden.simulation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What came out of a run.
 *
 * @param run the run's number
 * @param values every measure's value
 * @param chronicle what happened, in the order of time; empty unless it was asked for
 * @param happened events that the kernel let happen
 */
public record RunResult(
        long run, Map<RunMeasure, Double> values, List<Chronicle.Entry> chronicle, long happened) {
    /** Copies. */
    public RunResult {
        values = new EnumMap<>(values);
        chronicle = List.copyOf(chronicle);
    }

    /** Returns a measure's value. */
    public double value(RunMeasure measure) {
        Double value = values.get(measure);
        return value == null ? 0 : value;
    }
}
