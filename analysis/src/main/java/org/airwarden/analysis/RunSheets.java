package org.airwarden.analysis;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.airwarden.feeds.Sheet;
import org.airwarden.simulation.RunMeasure;

/** Runs as rows, one each, marked as simulated. No state. */
public final class RunSheets {
    private static final int BEFORE = 2;

    private RunSheets() {}

    /** Writes them as CSV; the stream stays open. */
    public static void writeCsv(RunTable runs, OutputStream out) throws IOException {
        try (Sheet sheet = Sheet.csv(out, headings())) {
            write(runs, sheet);
        }
    }

    /** Writes them as Parquet; the stream stays open. */
    public static void writeParquet(RunTable runs, OutputStream out) throws IOException {
        try (Sheet sheet = Sheet.parquet(out, headings())) {
            write(runs, sheet);
        }
    }

    private static List<Sheet.Heading> headings() {
        List<Sheet.Heading> headings = new ArrayList<>();
        headings.add(new Sheet.Heading("run", Sheet.Kind.WHOLE));
        headings.add(new Sheet.Heading("simulated", Sheet.Kind.FLAG));
        for (RunMeasure measure : RunMeasure.values()) {
            headings.add(new Sheet.Heading(measure.key(), Sheet.Kind.NUMBER));
        }
        return headings;
    }

    private static void write(RunTable runs, Sheet sheet) throws IOException {
        RunMeasure[] measures = RunMeasure.values();
        for (int run = 0; run < runs.runs(); run++) {
            sheet.put(0, (long) run);
            sheet.put(1, true);
            for (int k = 0; k < measures.length; k++) {
                sheet.put(BEFORE + k, runs.value(measures[k], run));
            }
            sheet.endRow();
        }
    }
}
