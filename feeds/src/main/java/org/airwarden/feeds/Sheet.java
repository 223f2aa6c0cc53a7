package org.airwarden.feeds;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * Rows with columns of one's own, as CSV (RFC 4180, lines end in LF, numbers as Java writes them,
 * whole ones without a point) or as Apache Parquet. Any value may be missing. Put a row's values,
 * then end the row; close the sheet at the end, which leaves the stream below open. One thread.
 */
public final class Sheet implements Closeable {
    /** What a column holds. */
    public enum Kind {
        /** A whole number of 64 bits. */
        WHOLE,
        /** A number. */
        NUMBER,
        /** True or false. */
        FLAG,
        /** A text. */
        TEXT
    }

    /**
     * A column.
     *
     * @param title its name, not blank
     * @param kind what it holds
     */
    public record Heading(String title, Kind kind) {}

    private final List<Heading> headings;
    private final OutputStream out;
    private final boolean[] present;
    private final long[] wholes;
    private final double[] numbers;
    private final String[] texts;
    private final List<ParquetColumn> columns = new ArrayList<>();
    private final boolean parquet;
    private final ParquetFile file;
    private final StringBuilder line = new StringBuilder();

    private Sheet(OutputStream out, List<Heading> headings, boolean parquet) throws IOException {
        this.out = out;
        this.headings = List.copyOf(headings);
        this.parquet = parquet;
        present = new boolean[headings.size()];
        wholes = new long[headings.size()];
        numbers = new double[headings.size()];
        texts = new String[headings.size()];
        Arrays.fill(texts, "");
        for (Heading heading : headings) {
            columns.add(new ParquetColumn(heading.title(), type(heading.kind())));
        }
        if (new HashSet<>(headings.stream().map(Heading::title).toList()).size()
                < headings.size()) {
            throw new IllegalArgumentException("two columns have the same title");
        }
        file = new ParquetFile(parquet ? out : OutputStream.nullOutputStream(), "row", columns);
        if (!parquet) {
            for (Heading heading : headings) {
                line.append(line.isEmpty() ? "" : ",");
                line.append(CsvOutput.quotedWhereNeeded(heading.title()));
            }
            writeLine();
        }
    }

    /**
     * Begins a Parquet file.
     *
     * @throws IllegalArgumentException when two columns have the same title
     */
    public static Sheet parquet(OutputStream out, List<Heading> headings) throws IOException {
        return new Sheet(out, headings, true);
    }

    /**
     * Begins a CSV file.
     *
     * @throws IllegalArgumentException when two columns have the same title
     */
    public static Sheet csv(OutputStream out, List<Heading> headings) throws IOException {
        return new Sheet(out, headings, false);
    }

    private static Column.Type type(Kind kind) {
        return switch (kind) {
            case WHOLE -> Column.Type.INTEGER;
            case NUMBER -> Column.Type.NUMBER;
            case FLAG -> Column.Type.FLAG;
            case TEXT -> Column.Type.TEXT;
        };
    }

    /** Puts a whole number into a column of such. */
    public void put(int column, long value) {
        require(column, Kind.WHOLE);
        wholes[column] = value;
    }

    /** Puts a number into a column of such; one that is not finite is left out. */
    public void put(int column, double value) {
        if (Double.isFinite(value)) {
            require(column, Kind.NUMBER);
            numbers[column] = value;
        }
    }

    /** Puts true or false into a column of such. */
    public void put(int column, boolean value) {
        require(column, Kind.FLAG);
        wholes[column] = value ? 1 : 0;
    }

    /** Puts a text into a column of such. */
    public void put(int column, String value) {
        require(column, Kind.TEXT);
        texts[column] = value;
    }

    private void require(int column, Kind kind) {
        Heading heading = headings.get(column);
        if (heading.kind() != kind) {
            throw new IllegalArgumentException(
                    heading.title() + " is a column of " + heading.kind() + ", not of " + kind);
        }
        present[column] = true;
    }

    /** Ends the row. */
    public void endRow() throws IOException {
        if (parquet) {
            for (int i = 0; i < present.length; i++) {
                add(columns.get(i), i);
            }
            file.endRow();
        } else {
            for (int i = 0; i < present.length; i++) {
                line.append(i == 0 ? "" : ",").append(present[i] ? written(i) : "");
            }
            writeLine();
        }
        Arrays.fill(present, false);
    }

    private void add(ParquetColumn column, int i) {
        if (!present[i]) {
            column.addNothing();
            return;
        }
        switch (headings.get(i).kind()) {
            case WHOLE, FLAG -> column.add(wholes[i]);
            case NUMBER -> column.add(numbers[i]);
            case TEXT -> column.add(texts[i]);
        }
    }

    private String written(int i) {
        return switch (headings.get(i).kind()) {
            case WHOLE -> Long.toString(wholes[i]);
            case FLAG -> Boolean.toString(wholes[i] != 0);
            case TEXT -> CsvOutput.quotedWhereNeeded(texts[i]);
            case NUMBER ->
                    numbers[i] == Math.rint(numbers[i]) && Math.abs(numbers[i]) < 1e15
                            ? Long.toString((long) numbers[i])
                            : Double.toString(numbers[i]);
        };
    }

    private void writeLine() throws IOException {
        out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        line.setLength(0);
    }

    @Override
    public void close() throws IOException {
        if (parquet) {
            file.finish();
        }
        out.flush();
    }
}
