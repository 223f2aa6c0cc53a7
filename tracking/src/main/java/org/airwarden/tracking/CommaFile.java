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
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A file of comma-separated values with a header line, plain or compressed with gzip (told by its
 * first bytes). Columns are found by name; others are passed over. Not thread-safe.
 */
final class CommaFile implements Closeable {
    private final Path path;
    private final BufferedReader reader;
    private final List<String> header;
    private final List<String> fields = new ArrayList<>();
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
            header = List.copyOf(fields);
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
        if (fields.size() != header.size()) {
            throw new NeutralFileException(
                    path
                            + ":"
                            + line
                            + ": "
                            + fields.size()
                            + " values where the header has "
                            + header.size()
                            + " columns");
        }
        return true;
    }

    private void split(String text) {
        fields.clear();
        int from = 0;
        int comma = text.indexOf(',');
        while (comma >= 0) {
            fields.add(text.substring(from, comma).strip());
            from = comma + 1;
            comma = text.indexOf(',', from);
        }
        fields.add(text.substring(from).strip());
    }

    String text(int column) {
        return fields.get(column);
    }

    /** Returns a number of the line; NaN where it is left out. */
    double optional(int column) throws NeutralFileException {
        return column < 0 || fields.get(column).isEmpty() ? Double.NaN : number(column);
    }

    /** Returns a number of the line. */
    double number(int column) throws NeutralFileException {
        String text = fields.get(column);
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

    /** Returns an error at the present line. */
    NeutralFileException bad(String why) {
        return new NeutralFileException(path + ":" + line + ": " + why);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
