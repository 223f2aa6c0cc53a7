package org.airwarden.feeds;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** A row that is filled over and over: a value or nothing for each {@link Column}. One thread. */
final class Row {
    private static final int COLUMNS = Column.values().length;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final boolean[] present = new boolean[COLUMNS];
    private final long[] integers = new long[COLUMNS];
    private final double[] numbers = new double[COLUMNS];
    private final String[] texts = new String[COLUMNS];

    Row() {
        Arrays.fill(texts, "");
    }

    void clear() {
        Arrays.fill(present, false);
    }

    boolean has(Column column) {
        return present[column.index()];
    }

    /** Returns an integer, a time (ns since 1970), or 1 and 0 for true and false. */
    long integer(Column column) {
        return integers[column.index()];
    }

    double number(Column column) {
        return numbers[column.index()];
    }

    String text(Column column) {
        return texts[column.index()];
    }

    void put(Column column, long value) {
        integers[column.index()] = value;
        present[column.index()] = true;
    }

    void put(Column column, boolean value) {
        put(column, value ? 1 : 0);
    }

    /** Puts a number; NaN is nothing. */
    void put(Column column, double value) {
        if (Double.isFinite(value)) {
            numbers[column.index()] = value;
            present[column.index()] = true;
        }
    }

    /** Puts a text; an empty one is nothing. */
    void put(Column column, String value) {
        if (!value.isEmpty()) {
            texts[column.index()] = value;
            present[column.index()] = true;
        }
    }

    void address(int address) {
        if (address >= 0) {
            put(Column.ADDRESS, HEX.toHexDigits(address & 0xFF_FFFF, 6));
        }
    }

    void squawk(int code) {
        if (code >= 0) {
            put(Column.MODE_3A, String.format(Locale.ROOT, "%04o", code));
        }
    }
}
