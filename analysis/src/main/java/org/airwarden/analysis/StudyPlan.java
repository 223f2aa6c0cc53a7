package org.airwarden.analysis;

import java.util.List;
import org.airwarden.simulation.Simulator;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment varies and how often it runs.
 *
 * @param name its name
 * @param scenarios one scenario, or two that are compared: before and after
 * @param factors what is varied; empty for nothing
 * @param kind where the points lie
 * @param points how many, for designs that ask
 * @param steps of intervals in a grid
 * @param runs a point and scenario, at most
 * @param seed of the runs and of the design; all points share the runs' random numbers
 * @param sensing how the posts see
 * @param figures what is told of each point
 * @param stopping when fewer runs are enough, or null; not for two scenarios, whose runs are paired
 */
public record StudyPlan(
        String name,
        List<String> scenarios,
        List<Factor> factors,
        Designs.Kind kind,
        int points,
        int steps,
        int runs,
        long seed,
        Simulator.Sensing sensing,
        List<Statistic> figures,
        MonteCarlo.@Nullable Stopping stopping) {
    /** Copies the lists. */
    public StudyPlan {
        scenarios = List.copyOf(scenarios);
        factors = List.copyOf(factors);
        figures = List.copyOf(figures);
    }

    /** Tells whether two scenarios are compared. */
    public boolean compares() {
        return scenarios.size() == 2;
    }

    /** Returns the points: shares of each factor's span, a row each. */
    public double[][] design() {
        return factors.isEmpty()
                ? new double[1][0]
                : Designs.of(kind, factors, points, steps, seed);
    }
}
