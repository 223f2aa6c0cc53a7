package org.airwarden.analysis;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.airwarden.feeds.Sheet;

/** A {@link Study} as rows: one a point and scenario, marked as simulated. No state. */
public final class StudySheets {
    private StudySheets() {}

    /** Writes it as CSV; the stream stays open. */
    public static void writeCsv(Study study, OutputStream out) throws IOException {
        try (Sheet sheet = Sheet.csv(out, headings(study))) {
            write(study, sheet);
        }
    }

    /** Writes it as Parquet; the stream stays open. */
    public static void writeParquet(Study study, OutputStream out) throws IOException {
        try (Sheet sheet = Sheet.parquet(out, headings(study))) {
            write(study, sheet);
        }
    }

    private static List<Sheet.Heading> headings(Study study) {
        List<Sheet.Heading> headings = new ArrayList<>();
        headings.add(new Sheet.Heading("point", Sheet.Kind.WHOLE));
        headings.add(new Sheet.Heading("scenario", Sheet.Kind.TEXT));
        headings.add(new Sheet.Heading("simulated", Sheet.Kind.FLAG));
        headings.add(new Sheet.Heading("runs", Sheet.Kind.WHOLE));
        for (Factor factor : study.plan().factors()) {
            headings.add(new Sheet.Heading(factor.path(), Sheet.Kind.TEXT));
        }
        for (Statistic one : Statistics.all()) {
            for (String end : List.of("", "_lo", "_hi")) {
                headings.add(new Sheet.Heading(one.key() + end, Sheet.Kind.NUMBER));
            }
        }
        return headings;
    }

    private static void write(Study study, Sheet sheet) throws IOException {
        for (int p = 0; p < study.points().size(); p++) {
            Study.Point point = study.points().get(p);
            for (int s = 0; s < point.tables().size(); s++) {
                int column = 0;
                sheet.put(column++, (long) p);
                sheet.put(column++, study.plan().scenarios().get(s));
                sheet.put(column++, true);
                sheet.put(column++, (long) point.tables().get(s).runs());
                for (String value : point.values()) {
                    sheet.put(column++, value);
                }
                for (Statistic one : Statistics.all()) {
                    Estimate estimate = study.of(point, s, one);
                    sheet.put(column++, estimate.mean());
                    sheet.put(column++, estimate.lo());
                    sheet.put(column++, estimate.hi());
                }
                sheet.endRow();
            }
        }
    }
}
