package org.airwarden.analysis;

import java.util.Locale;
import org.airwarden.simulation.Scenario;
import org.airwarden.simulation.Simulator;

/**
 * Runs of one scenario with all that was asked for: what a report is made of. Holds neither clock
 * nor threads nor places of files, so that two machines write the same of it.
 *
 * @param scenario what was run
 * @param sensing how the posts saw
 * @param seed of the runs
 * @param runs what came out
 * @param confidence of the intervals
 */
public record Experiment(
        Scenario scenario, Simulator.Sensing sensing, long seed, RunTable runs, double confidence) {
    /** Returns how the posts saw, as it is asked for. */
    public String sensingName() {
        return sensing.name().toLowerCase(Locale.ROOT);
    }

    /** Returns what the runs tell of a figure. */
    public Estimate of(Statistic what) {
        return what.of(runs, confidence);
    }
}
