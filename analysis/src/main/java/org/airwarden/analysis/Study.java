package org.airwarden.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.airwarden.simulation.Simulator;

/**
 * What came out of an experiment over points of a design.
 *
 * @param plan what was asked for
 * @param points one each, in the order of the design
 */
public record Study(StudyPlan plan, List<Point> points) {
    /** Copies the list. */
    public Study {
        points = List.copyOf(points);
    }

    /**
     * A point.
     *
     * @param values of the factors, as written in the scenario
     * @param numbers of the factors, for regression
     * @param shares of the factors' spans
     * @param tables runs of the scenario, or of both
     */
    public record Point(
            List<String> values, List<Double> numbers, List<Double> shares, List<RunTable> tables) {
        /** Copies the lists. */
        public Point {
            values = List.copyOf(values);
            numbers = List.copyOf(numbers);
            shares = List.copyOf(shares);
            tables = List.copyOf(tables);
        }
    }

    /** Makes simulators of scenarios with changes. */
    @FunctionalInterface
    public interface Source {
        /**
         * Returns one.
         *
         * @param scenario a name of the plan
         * @param changes values by their paths
         */
        Simulator simulator(String scenario, SortedMap<String, String> changes) throws IOException;
    }

    /**
     * Runs all points; all share the random numbers of their runs.
     *
     * @param progress is told how many runs are done, of how many at most
     */
    public static Study run(
            StudyPlan plan, Source source, int threads, MonteCarlo.Progress progress)
            throws IOException {
        double[][] design = plan.design();
        int each = plan.scenarios().size();
        int most = (int) Math.min(Integer.MAX_VALUE, (long) design.length * each * plan.runs());
        List<Point> points = new ArrayList<>();
        for (double[] shares : design) {
            SortedMap<String, String> changes = new TreeMap<>();
            List<String> values = new ArrayList<>();
            List<Double> numbers = new ArrayList<>();
            List<Double> parts = new ArrayList<>();
            for (int k = 0; k < shares.length; k++) {
                Factor factor = plan.factors().get(k);
                values.add(factor.at(shares[k]));
                numbers.add(factor.number(shares[k]));
                parts.add(shares[k]);
                changes.put(factor.path(), values.get(k));
            }
            List<RunTable> tables = new ArrayList<>();
            for (String scenario : plan.scenarios()) {
                long before = ((long) points.size() * each + tables.size()) * plan.runs();
                tables.add(
                        MonteCarlo.run(
                                source.simulator(scenario, changes),
                                new MonteCarlo.Plan(
                                        plan.seed(), plan.runs(), threads, plan.stopping()),
                                (done, of) ->
                                        progress.at((int) Math.min(most, before + done), most)));
            }
            points.add(new Point(values, numbers, parts, tables));
        }
        return new Study(plan, points);
    }

    /** Returns what a point tells of a figure, of the scenario of a place in the plan. */
    Estimate of(Point point, int scenario, Statistic what) {
        return what.of(point.tables().get(scenario), Intervals.USUAL);
    }

    /** Returns how far a figure fell or rose from before to after at a point. */
    Comparison comparison(Point point, Statistic what) {
        return Comparison.of(what, point.tables().get(0), point.tables().get(1), Intervals.USUAL);
    }

    /** Returns how each factor moves a figure; of two scenarios, its difference. */
    Sensitivity sensitivity(Statistic what) {
        double[][] factors = matrix(points.stream().map(Point::numbers).toList());
        double[] values =
                points.stream()
                        .mapToDouble(point ->
                                plan.compares()
                                        ? comparison(point, what).difference().mean()
                                        : of(point, 0, what).mean())
                        .toArray();
        return Sensitivity.of(factors, values, Intervals.USUAL);
    }

    /** Returns rows of numbers as arrays. */
    static double[][] matrix(List<List<Double>> rows) {
        return rows.stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }
}
