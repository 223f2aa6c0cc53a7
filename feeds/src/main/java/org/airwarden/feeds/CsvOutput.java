package org.airwarden.feeds;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.airwarden.model.Time;

/** Rows as CSV (RFC 4180, lines end in LF), with a header; numbers with as many digits as count. */
final class CsvOutput implements RowOutput {
    private static final Column[] COLUMNS = Column.values();
    private static final int FLUSH = 1 << 16;

    private final OutputStream out;
    private final StringBuilder text = new StringBuilder(2 * FLUSH);

    CsvOutput(OutputStream out) {
        this.out = out;
        for (Column column : COLUMNS) {
            separate(column);
            text.append(column.title());
        }
        text.append('\n');
    }

    @Override
    public void write(Row row) throws IOException {
        for (Column column : COLUMNS) {
            separate(column);
            if (row.has(column)) {
                value(row, column);
            }
        }
        text.append('\n');
        if (text.length() >= FLUSH) {
            flush();
        }
    }

    @Override
    public void finish() throws IOException {
        flush();
    }

    private void flush() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }

    private void separate(Column column) {
        if (column.index() > 0) {
            text.append(',');
        }
    }

    private void value(Row row, Column column) {
        switch (column.type()) {
            case TIME -> text.append(Time.toText(row.integer(column)));
            case INTEGER -> text.append(row.integer(column));
            case FLAG -> text.append(row.integer(column) != 0);
            case NUMBER -> number(row.number(column), column.decimals());
            case TEXT -> quoted(row.text(column));
        }
    }

    /** Appends a number rounded to some digits behind the point, without zeros at its end. */
    private void number(double value, int decimals) {
        double scale = 1;
        for (int i = 0; i < decimals; i++) {
            scale *= 10;
        }
        if (Math.abs(value) * scale >= 1e18) {
            text.append(value);
            return;
        }
        long scaled = Math.round(Math.abs(value) * scale);
        int places = decimals;
        while (places > 0 && scaled % 10 == 0) {
            scaled /= 10;
            places--;
        }
        if (value < 0 && scaled != 0) {
            text.append('-');
        }
        int from = text.length();
        text.append(scaled);
        while (text.length() - from <= places) {
            text.insert(from, '0');
        }
        if (places > 0) {
            text.insert(text.length() - places, '.');
        }
    }

    private void quoted(String value) {
        text.append(quotedWhereNeeded(value));
    }

    /** Returns a text as RFC 4180 has it: in quotes where it holds a comma, a quote or a break. */
    static String quotedWhereNeeded(String value) {
        boolean plain = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            plain &= c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
