package org.airwarden.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.airwarden.feeds.DecodingFault;
import org.airwarden.feeds.DecodingFaultSink;
import org.jspecify.annotations.Nullable;

/** Faults as lines of JSON in a file, or only counted where nobody names one. One thread. */
final class FaultFile implements DecodingFaultSink, AutoCloseable {
    private final @Nullable Path path;
    private final @Nullable BufferedWriter out;
    private final StringBuilder line = new StringBuilder();
    private long count;
    private @Nullable DecodingFault first;

    FaultFile(@Nullable Path path) throws IOException {
        this.path = path;
        if (path != null && Files.isDirectory(path)) {
            throw UserException.misuse(path + " is a folder; name a file for the faults");
        }
        out = path == null ? null : Files.newBufferedWriter(path);
    }

    @Override
    public void accept(DecodingFault fault) {
        count++;
        first = first == null ? fault : first;
        if (out != null) {
            line.setLength(0);
            fault.appendJson(line);
            line.append('\n');
            try {
                out.append(line);
            } catch (IOException lost) {
                throw new UncheckedIOException(lost);
            }
        }
    }

    long count() {
        return count;
    }

    /** Returns how many there are, and the first of them, in one line. */
    String words() {
        return "airwarden: "
                + count
                + (count == 1 ? " fault" : " faults")
                + (path == null
                        ? " (--faults OUT lists them); first: "
                        : " in " + path + "; first: ")
                + (first == null ? "none" : first.words());
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
