package org.airwarden.feeds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.airwarden.asterix.RecordJson;
import org.airwarden.asterix.RecordView;
import org.jspecify.annotations.Nullable;

/** Records as lines of JSON, or as rows. Rows of simulated recordings say so. One thread. */
final class RecordOutput {
    private final OutputStream out;
    private final boolean simulated;
    private final @Nullable RowOutput rows;
    private final Row row = new Row();
    private final RecordJson json = new RecordJson();
    private final OutputLines lines = new OutputLines();

    /**
     * Makes one.
     *
     * @param rows where rows go, or null for lines of JSON
     * @param simulated whether the whole recording is
     */
    private RecordOutput(OutputStream out, @Nullable RowOutput rows, boolean simulated) {
        this.out = out;
        this.rows = rows;
        this.simulated = simulated;
    }

    static RecordOutput of(ConversionFormat format, OutputStream out, boolean simulated)
            throws IOException {
        return switch (format) {
            case JSON_LINES -> new RecordOutput(out, null, simulated);
            case CSV -> new RecordOutput(out, new CsvOutput(out), simulated);
            case PARQUET -> new RecordOutput(out, new ParquetOutput(out), simulated);
            default -> throw new IllegalArgumentException(format + " has no rows");
        };
    }

    /** Tells whether it writes rows, not JSON. */
    boolean isOfRows() {
        return rows != null;
    }

    void asterix(
            RecordView record,
            FlatItems items,
            int source,
            long time,
            Frame frame,
            boolean dateKnown)
            throws IOException {
        if (rows == null) {
            ByteArrayOutputStream octets = lines.octets();
            json.append(record, octets);
            octets.write('\n');
            lines.flushWhenLarge(out);
            return;
        }
        Row next = begin();
        items.fill(next, record, source, time, dateKnown);
        if (frame.timeKind() == Frame.TimeKind.UTC) {
            next.put(Column.RECORDED, frame.time());
        }
        next.put(Column.OFFSET, frame.fileOffset());
        write(next);
    }

    /** Returns an empty row to fill. */
    Row begin() {
        row.clear();
        return row;
    }

    void write(Row filled) throws IOException {
        RowOutput into = rows;
        if (into != null) {
            if (simulated) {
                filled.put(Column.SIMULATED, true);
            }
            into.write(filled);
        }
    }

    /** Returns where lines of JSON are appended. */
    StringBuilder lines() {
        return lines.text();
    }

    /** Ends a line of JSON. */
    void endLine() throws IOException {
        lines.text().append('\n');
        lines.flushWhenLarge(out);
    }

    void finish() throws IOException {
        lines.flush(out);
        RowOutput into = rows;
        if (into != null) {
            into.finish();
        }
    }
}
