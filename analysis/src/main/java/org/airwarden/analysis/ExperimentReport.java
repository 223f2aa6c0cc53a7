package org.airwarden.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.airwarden.simulation.Chronicle;
import org.airwarden.simulation.RunMeasure;
import org.airwarden.simulation.RunResult;

/** An {@link Experiment} as a page of HTML in one file. No state. */
public final class ExperimentReport {
    static final String MARK = "EXERCISE - SIMULATED - NOT A REAL EVENT";

    /** Beyond this a table helps nobody; the drawing shows all. */
    private static final int MOST_ENTRIES = 2_000;

    private ExperimentReport() {}

    /**
     * Returns the page.
     *
     * @param told a run of the same scenario and seed with its chronicle
     */
    public static String html(Experiment experiment, RunResult told) {
        HtmlPage page = new HtmlPage(experiment.scenario().title(), MARK);
        page.paragraph(experiment.scenario().lesson());
        page.table(
                List.of("scenario", "#runs", "#seed", "sensing", "intervals", "SHA-256"),
                List.of(
                        List.of(
                                experiment.scenario().name(),
                                Integer.toString(experiment.runs().runs()),
                                Long.toString(experiment.seed()),
                                experiment.sensingName(),
                                Decimals.brief(100 * experiment.confidence(), 3) + " %",
                                ScenarioHash.of(experiment.scenario()))));
        figures(experiment, page);
        histograms(experiment, page);
        new ScenarioWords(experiment.scenario(), page).tell();
        chronicle(experiment, told, page);
        new ScenarioWords(experiment.scenario(), page).tellAssumptions();
        return page.end();
    }

    private static void figures(Experiment experiment, HtmlPage page) {
        page.heading("What came out");
        page.paragraph(
                "Each figure with the interval that holds it with the confidence above, as far as"
                        + " chance goes: what the scenario assumes wrongly, no number of runs tells."
                        + " Means have intervals after Student, quotients by the delta method,"
                        + " shares of runs after Wilson. A mean of nothing but zeros has an interval"
                        + " of no width; how rare a thing may yet be, the share of runs tells.");
        page.smallHeading("Shares");
        table(experiment, Statistics.shares(), page);
        page.smallHeading("Means of a run");
        table(experiment, Statistics.means(), page);
    }

    private static void table(Experiment experiment, List<Statistic> what, HtmlPage page) {
        List<List<String>> rows = new ArrayList<>();
        for (Statistic one : what) {
            Estimate estimate = experiment.of(one);
            rows.add(
                    List.of(
                            one.words(),
                            ExperimentSummary.brief(estimate.mean()),
                            ExperimentSummary.interval(estimate),
                            one.key()));
        }
        page.table(List.of("figure", "#estimate", "#interval", "in files"), rows);
    }

    private static void histograms(Experiment experiment, HtmlPage page) {
        page.heading("How runs differ");
        List<String> same = new ArrayList<>();
        page.beginCharts();
        for (RunMeasure measure : RunMeasure.values()) {
            double[] values = experiment.runs().values(measure);
            if (isConstant(values)) {
                same.add(measure.words() + ": " + ExperimentSummary.brief(values[0]));
            } else {
                page.drawing(
                        Histogram.of(
                                measure.words(),
                                values,
                                experiment.of(new Statistic.Mean(measure))));
            }
        }
        page.endCharts();
        if (!same.isEmpty()) {
            page.smallHeading("The same in every run");
            page.list(same);
        }
    }

    private static boolean isConstant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    private static void chronicle(Experiment experiment, RunResult told, HtmlPage page) {
        page.heading("One run, as it went: run " + told.run());
        List<Chronicle.Entry> entries = told.chronicle();
        page.drawing(Timeline.of(entries, experiment.scenario().duration()));
        List<List<String>> rows = new ArrayList<>();
        for (Chronicle.Entry entry : entries.subList(0, Math.min(entries.size(), MOST_ENTRIES))) {
            rows.add(
                    List.of(
                            Decimals.brief(entry.time(), 1),
                            entry.kind().name().toLowerCase(Locale.ROOT),
                            entry.who(),
                            entry.words()));
        }
        page.table(List.of("#s", "kind", "who", "what"), rows);
        if (entries.size() > MOST_ENTRIES) {
            page.paragraph(
                    "The table ends after "
                            + MOST_ENTRIES
                            + " of "
                            + entries.size()
                            + " entries; the drawing has all.");
        }
    }
}
