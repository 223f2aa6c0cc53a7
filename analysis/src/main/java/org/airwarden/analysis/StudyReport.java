package org.airwarden.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** A {@link Study} as text for a terminal, as JSON, and as a page of HTML. No state. */
public final class StudyReport {
    private static final int MOST_ROWS = 500;

    private StudyReport() {}

    private record Table(String title, List<String> head, List<List<String>> rows) {}

    private static List<Table> tables(Study study) {
        List<Table> tables = new ArrayList<>();
        StudyPlan plan = study.plan();
        for (Statistic what : plan.figures()) {
            tables.add(plan.compares() ? compared(study, what) : points(study, what));
            if (!plan.factors().isEmpty()) {
                tables.add(sensitivity(study, what));
            }
        }
        if (plan.compares() && plan.factors().isEmpty()) {
            tables.add(all(study));
        }
        return tables;
    }

    private static List<String> head(Study study, String... more) {
        List<String> head = new ArrayList<>(List.of("#point"));
        study.plan().factors().forEach(factor -> head.add(factor.path()));
        head.addAll(List.of(more));
        return head;
    }

    private static Table rows(
            Study study,
            String title,
            List<String> head,
            BiConsumer<Study.Point, List<String>> fill) {
        List<List<String>> rows = new ArrayList<>();
        for (int p = 0; p < Math.min(MOST_ROWS, study.points().size()); p++) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(p)));
            row.addAll(study.points().get(p).values());
            fill.accept(study.points().get(p), row);
            rows.add(row);
        }
        return new Table(title, head, rows);
    }

    private static Table points(Study study, Statistic what) {
        return rows(
                study,
                what.key() + ": " + what.words(),
                head(study, "#estimate", "#interval", "#runs"),
                (point, row) -> {
                    Estimate found = study.of(point, 0, what);
                    row.add(ExperimentSummary.brief(found.mean()));
                    row.add(ExperimentSummary.interval(found));
                    row.add(Long.toString(found.runs()));
                });
    }

    private static Table compared(Study study, Statistic what) {
        return rows(
                study,
                what.key() + ": " + what.words(),
                head(study, "#before", "#after", "#difference", "#interval", "#variance"),
                (point, row) -> tell(study.comparison(point, what), row));
    }

    private static void tell(Comparison found, List<String> row) {
        row.add(ExperimentSummary.brief(found.before().mean()));
        row.add(ExperimentSummary.brief(found.after().mean()));
        row.add(ExperimentSummary.brief(found.difference().mean()));
        row.add(ExperimentSummary.interval(found.difference()));
        row.add(ExperimentSummary.brief(found.variance()));
    }

    /** Every figure, where there is one point alone. */
    private static Table all(Study study) {
        List<List<String>> rows = new ArrayList<>();
        for (Statistic what : Statistics.all()) {
            List<String> row = new ArrayList<>(List.of(what.key()));
            tell(study.comparison(study.points().getFirst(), what), row);
            rows.add(row);
        }
        return new Table(
                "all figures",
                List.of("figure", "#before", "#after", "#difference", "#interval", "#variance"),
                rows);
    }

    private static Table sensitivity(Study study, Statistic what) {
        Sensitivity found = study.sensitivity(what);
        List<List<String>> rows = new ArrayList<>();
        List<Estimate> coefficients = found.coefficients();
        for (int k = 0; k < coefficients.size(); k++) {
            rows.add(
                    List.of(
                            study.plan().factors().get(k).path(),
                            ExperimentSummary.brief(coefficients.get(k).mean()),
                            ExperimentSummary.interval(coefficients.get(k))));
        }
        return new Table(
                "what moves "
                        + what.key()
                        + (study.plan().compares() ? "'s difference" : "")
                        + " (standardised regression coefficients; a linear fit explains "
                        + ExperimentSummary.brief(found.explained())
                        + ")",
                List.of("factor", "#coefficient", "#interval"),
                rows);
    }

    private static String design(Study study) {
        StudyPlan plan = study.plan();
        double[][] shares = Study.matrix(study.points().stream().map(Study.Point::shares).toList());
        return String.format(
                Locale.ROOT,
                "%s: %s, %d points (%s), %d runs a point at most, seed %d, sensing %s;"
                        + " largest correlation of two factors %s",
                plan.name(),
                String.join(" and ", plan.scenarios()),
                study.points().size(),
                plan.factors().isEmpty() ? "nothing varied" : plan.kind().key(),
                plan.runs(),
                plan.seed(),
                plan.sensing().name().toLowerCase(Locale.ROOT),
                ExperimentSummary.brief(Designs.largestCorrelation(shares)));
    }

    /** Returns it as lines of text. */
    public static String text(Study study) {
        StringBuilder out = new StringBuilder("SIMULATED: ").append(design(study)).append('\n');
        for (Table table : tables(study)) {
            out.append('\n').append(table.title()).append('\n');
            List<List<String>> rows = new ArrayList<>(List.of(table.head()));
            rows.addAll(table.rows());
            for (List<String> row : rows) {
                StringBuilder line = new StringBuilder();
                for (int i = 0; i < row.size(); i++) {
                    int column = i;
                    int width = rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
                    String cell = row.get(i).replaceFirst("^#", "");
                    line.append(' ').append(cell).repeat(' ', width + 1 - cell.length());
                }
                out.append(line.toString().stripTrailing()).append('\n');
            }
        }
        return out.toString();
    }

    /** Returns it as a page of one file. */
    public static String html(Study study) {
        HtmlPage page = new HtmlPage("Experiment " + study.plan().name(), ExperimentReport.MARK);
        page.paragraph(design(study) + ".");
        page.paragraph(
                "Intervals hold what they are about in 95 of 100 experiments, as far as chance"
                        + " goes. All points and scenarios share the random numbers of their runs:"
                        + " differences are of paired runs, and 'variance' is the difference's"
                        + " against that of independent runs. What the scenarios assume, the report"
                        + " of simulate lists for each.");
        for (Table table : tables(study)) {
            page.smallHeading(table.title());
            page.table(table.head(), table.rows());
        }
        if (study.points().size() > MOST_ROWS) {
            page.paragraph(
                    "Tables end after " + MOST_ROWS + " points; points.csv has all of them.");
        }
        return page.end();
    }

    /** Returns it as JSON: points, and for each figure estimates, differences and sensitivity. */
    public static String json(Study study) {
        StudyPlan plan = study.plan();
        List<String> points = new ArrayList<>();
        for (Study.Point point : study.points()) {
            List<String> values = new ArrayList<>();
            for (int k = 0; k < point.values().size(); k++) {
                values.add(
                        JsonPiece.text(plan.factors().get(k).path())
                                + ": "
                                + JsonPiece.text(point.values().get(k)));
            }
            List<String> figures = new ArrayList<>();
            for (Statistic what : plan.figures()) {
                figures.add("\"" + what.key() + "\": " + figure(study, point, what));
            }
            points.add(
                    "  {\"factors\": {"
                            + String.join(", ", values)
                            + "}, \"figures\": {"
                            + String.join(", ", figures)
                            + "}}");
        }
        List<String> scenarios = plan.scenarios().stream().map(JsonPiece::text).toList();
        return "{\n \"simulated\": true,\n \"experiment\": "
                + JsonPiece.text(plan.name())
                + ",\n \"scenarios\": ["
                + String.join(", ", scenarios)
                + "],\n \"seed\": "
                + plan.seed()
                + ",\n \"sensing\": "
                + JsonPiece.text(plan.sensing().name().toLowerCase(Locale.ROOT))
                + ",\n \"design\": "
                + JsonPiece.text(plan.kind().key())
                + ",\n \"points\": [\n"
                + String.join(",\n", points)
                + "\n ]\n}\n";
    }

    private static String figure(Study study, Study.Point point, Statistic what) {
        if (!study.plan().compares()) {
            return JsonPiece.estimate(study.of(point, 0, what));
        }
        Comparison found = study.comparison(point, what);
        return "{\"before\": "
                + JsonPiece.estimate(found.before())
                + ", \"after\": "
                + JsonPiece.estimate(found.after())
                + ", \"difference\": "
                + JsonPiece.estimate(found.difference())
                + ", \"variance\": "
                + JsonPiece.number(found.variance())
                + "}";
    }
}
