package org.airwarden.tracking;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A file of comma-separated values with a header line, plain or compressed with gzip (told by its
 * first bytes). Columns are found by name; others are passed over. Not thread-safe.
 */
final class CommaFile implements Closeable {
    private static final int MOST_DIGITS = 15;
    private static final double[] TENS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private final Path path;
    private final BufferedReader reader;
    private final List<String> header;
    private String now = "";
    private int[] begins = new int[16];
    private int[] ends = new int[16];
    private int count;
    private int line = 1;

    CommaFile(Path path) throws IOException {
        this.path = path;
        if (!Files.isRegularFile(path)) {
            throw new NeutralFileException(path + ": there is no such file");
        }
        InputStream raw = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            raw.mark(2);
            boolean packed = raw.read() == 0x1F && raw.read() == 0x8B;
            raw.reset();
            InputStream plain = packed ? new GZIPInputStream(raw, 1 << 16) : raw;
            reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
            String first = reader.readLine();
            if (first == null) {
                throw new NeutralFileException(path + ": the file is empty; a header is due");
            }
            if (first.startsWith("\uFEFF")) {
                first = first.substring(1);
            }
            split(first);
            List<String> names = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                names.add(text(i));
            }
            header = List.copyOf(names);
        } catch (ZipException | EOFException e) {
            raw.close();
            throw damaged();
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private NeutralFileException damaged() {
        return new NeutralFileException(path + ":" + line + ": the compressed data are damaged");
    }

    /** Returns where a column stands. */
    int column(String name) throws NeutralFileException {
        int at = header.indexOf(name);
        if (at < 0) {
            throw new NeutralFileException(
                    path + ":1: there is no column '" + name + "' in the header");
        }
        return at;
    }

    /** Returns where a column stands, or -1. */
    int optionalColumn(String name) {
        return header.indexOf(name);
    }

    /** Goes on to the next line that is not blank; tells whether there is one. */
    boolean next() throws IOException {
        @Nullable String text;
        try {
            do {
                text = reader.readLine();
                line++;
            } while (text != null && text.isBlank());
        } catch (ZipException | EOFException e) {
            throw damaged();
        }
        if (text == null) {
            return false;
        }
        split(text);
        if (count != header.size()) {
            throw new NeutralFileException(
                    path
                            + ":"
                            + line
                            + ": "
                            + count
                            + " values where the header has "
                            + header.size()
                            + " columns");
        }
        return true;
    }

    private void split(String text) {
        now = text;
        count = 0;
        int from = 0;
        int comma = text.indexOf(',');
        while (comma >= 0) {
            field(from, comma);
            from = comma + 1;
            comma = text.indexOf(',', from);
        }
        field(from, text.length());
    }

    private void field(int from, int to) {
        if (count == begins.length) {
            begins = Arrays.copyOf(begins, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        int first = from;
        int last = to;
        while (first < last && Character.isWhitespace(now.charAt(first))) {
            first++;
        }
        while (last > first && Character.isWhitespace(now.charAt(last - 1))) {
            last--;
        }
        begins[count] = first;
        ends[count++] = last;
    }

    String text(int column) {
        return now.substring(begins[column], ends[column]);
    }

    /** Tells whether a column of the line holds a text. */
    boolean holds(int column, String text) {
        int begin = begins[column];
        return ends[column] - begin == text.length() && now.startsWith(text, begin);
    }

    /** Returns a number of the line; NaN where it is left out. */
    double optional(int column) throws NeutralFileException {
        return column < 0 || begins[column] == ends[column] ? Double.NaN : number(column);
    }

    /** Returns a number of the line. */
    double number(int column) throws NeutralFileException {
        double quick = quick(begins[column], ends[column]);
        if (!Double.isNaN(quick)) {
            return quick;
        }
        String text = text(column);
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, as any other text that is no finite number.
        }
        throw bad("'" + text + "' in column " + header.get(column) + " is not a number");
    }

    /**
     * Returns a plain decimal number, or NaN where it is not that plain. A whole number of up to 15
     * digits and a power of ten up to 22 are exact, hence their quotient is the nearest double (W.
     * D. Clinger, "How to read floating point numbers accurately", 1990).
     */
    private double quick(int begin, int end) {
        int at = begin;
        boolean minus = at < end && now.charAt(at) == '-';
        if (minus) {
            at++;
        }
        long digits = 0;
        int counted = 0;
        int point = -1;
        for (; at < end; at++) {
            char c = now.charAt(at);
            if (c == '.' && point < 0) {
                point = counted;
            } else if (c >= '0' && c <= '9' && counted < MOST_DIGITS) {
                digits = 10 * digits + (c - '0');
                counted++;
            } else {
                return Double.NaN;
            }
        }
        if (counted == 0) {
            return Double.NaN;
        }
        double value = point < 0 ? digits : digits / TENS[counted - point];
        return minus ? -value : value;
    }

    /** Returns an error at the present line. */
    NeutralFileException bad(String why) {
        return new NeutralFileException(path + ":" + line + ": " + why);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
