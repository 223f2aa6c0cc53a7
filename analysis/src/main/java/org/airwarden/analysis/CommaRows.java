package org.airwarden.analysis;

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
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Rows of a file of comma-separated values with a header, plain or gzip (told by its first bytes).
 * One thread.
 */
final class CommaRows implements Closeable {
    private final Path path;
    private final BufferedReader reader;
    private final List<String> fields = new ArrayList<>();
    private List<String> header = List.of();
    private int line;

    CommaRows(Path path) throws IOException {
        this.path = path;
        InputStream raw = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            raw.mark(2);
            boolean packed = raw.read() == 0x1F && raw.read() == 0x8B;
            raw.reset();
            InputStream plain = packed ? new GZIPInputStream(raw, 1 << 16) : raw;
            reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
            if (!next()) {
                throw new StateFileException(path + ": the file is empty; a header is due");
            }
            header = List.copyOf(fields);
        } catch (IOException | RuntimeException problem) {
            raw.close();
            throw problem;
        }
    }

    /** Returns where a column stands. */
    int column(String name) throws StateFileException {
        int at = header.indexOf(name);
        if (at < 0) {
            throw new StateFileException(path + ":1: there is no column '" + name + "'");
        }
        return at;
    }

    /** Returns where a column stands, or -1. */
    int optionalColumn(String name) {
        return header.indexOf(name);
    }

    /** Goes on to the next row that is not blank; tells whether there is one. */
    boolean next() throws IOException {
        String text;
        try {
            do {
                text = reader.readLine();
                line++;
            } while (text != null && text.isBlank());
        } catch (ZipException | EOFException damaged) {
            throw bad("the compressed data are damaged");
        }
        if (text == null) {
            return false;
        }
        split(line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (!header.isEmpty() && fields.size() != header.size()) {
            throw bad(fields.size() + " values where the header has " + header.size());
        }
        return true;
    }

    private void split(String text) {
        fields.clear();
        int from = 0;
        for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', from)) {
            fields.add(text.substring(from, comma).strip());
            from = comma + 1;
        }
        fields.add(text.substring(from).strip());
    }

    String text(int column) {
        return fields.get(column);
    }

    /** Returns a finite number. */
    double number(int column) throws StateFileException {
        String text = fields.get(column);
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw bad("'" + text + "' in column " + header.get(column) + " is not a number");
    }

    /** Returns a number, or NaN where it is left out. */
    double optional(int column) throws StateFileException {
        return fields.get(column).isEmpty() ? Double.NaN : number(column);
    }

    StateFileException bad(String why) {
        return new StateFileException(path + ":" + line + ": " + why);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
