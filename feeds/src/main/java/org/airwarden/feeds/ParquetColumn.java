package org.airwarden.feeds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * One column of a row group of a Parquet file, gathered in memory: values in PLAIN encoding, and
 * for each row whether it has one (definition levels of one bit, bit-packed in the RLE hybrid).
 * Source: apache/parquet-format, README and Encodings. One thread.
 */
final class ParquetColumn {
    /** Parquet's physical types, as its Thrift file numbers them. */
    static final int BOOLEAN = 0;

    static final int INT64 = 2;
    static final int DOUBLE = 5;
    static final int BYTE_ARRAY = 6;

    private final String title;
    private final Column.Type type;
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final BitSet present = new BitSet();
    private final BitSet flags = new BitSet();
    private int flagCount;
    private int rows;

    ParquetColumn(String title, Column.Type type) {
        this.title = title;
        this.type = type;
    }

    String title() {
        return title;
    }

    Column.Type type() {
        return type;
    }

    int physicalType() {
        return switch (type) {
            case TIME, INTEGER -> INT64;
            case NUMBER -> DOUBLE;
            case FLAG -> BOOLEAN;
            case TEXT -> BYTE_ARRAY;
        };
    }

    /**
     * Adds a row's value: a time (ns since 1970), a whole number, or 1 and 0 for true and false.
     */
    void add(long value) {
        present.set(rows++);
        switch (type) {
            case TIME -> fixed(Math.floorDiv(value, 1000));
            case INTEGER -> fixed(value);
            case FLAG -> flags.set(flagCount++, value != 0);
            default -> throw new IllegalArgumentException(title + " holds no whole numbers");
        }
    }

    /** Adds a row's value: a number. */
    void add(double value) {
        if (type != Column.Type.NUMBER) {
            throw new IllegalArgumentException(title + " holds no numbers");
        }
        present.set(rows++);
        fixed(Double.doubleToLongBits(value));
    }

    /** Adds a row's value: a text. */
    void add(String value) {
        if (type != Column.Type.TEXT) {
            throw new IllegalArgumentException(title + " holds no texts");
        }
        present.set(rows++);
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        little(bytes.length, 4);
        values.writeBytes(bytes);
    }

    /** Adds a row that has no value. */
    void addNothing() {
        rows++;
    }

    private void fixed(long value) {
        little(value, 8);
    }

    private void little(long value, int octets) {
        for (int i = 0; i < octets; i++) {
            values.write((int) (value >>> (8 * i)));
        }
    }

    /** Returns the page of all rows so far, not compressed: levels, then values. */
    byte[] page() {
        int groups = (rows + 7) / 8;
        byte[] levels = padded(present, groups);
        // One bit-packed run: its header counts groups of eight and has its lowest bit set.
        byte[] header = varint(((long) groups << 1) | 1);
        int length = header.length + levels.length;
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        for (int i = 0; i < 4; i++) {
            page.write(length >>> (8 * i));
        }
        page.writeBytes(header);
        page.writeBytes(levels);
        page.writeBytes(
                type == Column.Type.FLAG
                        ? padded(flags, (flagCount + 7) / 8)
                        : values.toByteArray());
        return page.toByteArray();
    }

    private static byte[] padded(BitSet bits, int octets) {
        byte[] set = bits.toByteArray();
        return Arrays.copyOf(set, octets);
    }

    private static byte[] varint(long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long left = value;
        while (left > 0x7F) {
            out.write((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
        return out.toByteArray();
    }

    /** Compresses a page; quick rather than small, since most columns repeat themselves. */
    static byte[] gzip(byte[] page) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(page.length / 4 + 64);
        try (GZIPOutputStream gzip = new Quick(out)) {
            gzip.write(page);
        }
        return out.toByteArray();
    }

    private static final class Quick extends GZIPOutputStream {
        Quick(ByteArrayOutputStream out) throws IOException {
            super(out, 1 << 13);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** Forgets all rows. */
    void clear() {
        values.reset();
        present.clear();
        flags.clear();
        flagCount = 0;
        rows = 0;
    }
}
