package org.airwarden.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of an {@link Experiment}, as JSON and as a table for people. No state. */
public final class ExperimentSummary {
    private ExperimentSummary() {}

    /**
     * Returns the figures as JSON: the same bytes for the same scenario, seed, sensing and number
     * of runs, whoever runs it where.
     */
    public static String json(Experiment experiment) {
        StringBuilder out = new StringBuilder("{\n");
        out.append(" \"simulated\": true,\n");
        field(out, "scenario", JsonPiece.text(experiment.scenario().name()));
        field(out, "title", JsonPiece.text(experiment.scenario().title()));
        field(out, "scenario_sha256", JsonPiece.text(ScenarioHash.of(experiment.scenario())));
        field(out, "seed", Long.toString(experiment.seed()));
        field(out, "sensing", JsonPiece.text(experiment.sensingName()));
        field(out, "runs", Integer.toString(experiment.runs().runs()));
        field(out, "confidence", JsonPiece.number(experiment.confidence()));
        map(out, "measures", experiment, Statistics.means());
        out.append(",\n");
        map(out, "shares", experiment, Statistics.shares());
        return out.append("\n}\n").toString();
    }

    private static void field(StringBuilder out, String name, String value) {
        out.append(" \"").append(name).append("\": ").append(value).append(",\n");
    }

    private static void map(
            StringBuilder out, String name, Experiment experiment, List<Statistic> what) {
        out.append(" \"").append(name).append("\": {\n");
        List<String> lines = new ArrayList<>();
        for (Statistic one : what) {
            lines.add("  \"" + one.key() + "\": " + JsonPiece.estimate(experiment.of(one)));
        }
        out.append(String.join(",\n", lines)).append("\n }");
    }

    /** Returns the figures as lines of text. */
    public static String text(Experiment experiment) {
        StringBuilder out = new StringBuilder();
        out.append(
                String.format(
                        Locale.ROOT,
                        "SIMULATED: %s: %s%n%d runs, seed %d, sensing %s, intervals of %s %%%n%n",
                        experiment.scenario().name(),
                        experiment.scenario().title(),
                        experiment.runs().runs(),
                        experiment.seed(),
                        experiment.sensingName(),
                        Decimals.brief(100 * experiment.confidence(), 3)));
        out.append(
                String.format(
                        Locale.ROOT, "%-30s %10s  %-24s%s%n", "measure", "mean", "interval", ""));
        for (Statistic one : Statistics.all()) {
            Estimate estimate = experiment.of(one);
            out.append(
                    String.format(
                            Locale.ROOT,
                            "%-30s %10s  %-24s%s%n",
                            one.key(),
                            brief(estimate.mean()),
                            interval(estimate),
                            one.words()));
        }
        return out.toString();
    }

    /** Returns an interval in brackets, or a dash where there is none. */
    static String interval(Estimate estimate) {
        return Double.isNaN(estimate.lo())
                ? "-"
                : "[" + brief(estimate.lo()) + ", " + brief(estimate.hi()) + "]";
    }

    /** Returns a number with four digits that count, or a dash for none. */
    static String brief(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "more" : "less";
        }
        double size = Math.abs(value);
        int decimals = 0;
        for (double limit = 1000; decimals < 8 && size < limit && size > 0; limit /= 10) {
            decimals++;
        }
        return Decimals.brief(value, decimals);
    }
}
