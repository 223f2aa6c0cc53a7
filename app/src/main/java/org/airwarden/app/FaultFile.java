package org.airwarden.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private FaultFile(@Nullable Path path) throws IOException {
        this.path = path;
        out = path == null ? null : Files.newBufferedWriter(path);
    }

    /**
     * Opens one.
     *
     * @param path the file, or null for none
     * @param others the files that it must not be: what is read, and what else is written
     * @param force whether a file that is there already is written over, and not refused
     */
    static FaultFile of(@Nullable Path path, List<Path> others, boolean force) throws IOException {
        if (path != null && Files.isDirectory(path)) {
            throw UserException.misuse(path + " is a folder; name a file for the faults");
        }
        for (Path other : others) {
            if (path != null && isSame(path, other)) {
                throw UserException.misuse(
                        path + " is a file that is read or written; name another for the faults");
            }
        }
        if (path != null && Files.isRegularFile(path) && !force) {
            throw UserException.misuse(path + " is there already; --force writes over it");
        }
        return new FaultFile(path);
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        if (Files.exists(one) && Files.exists(other)) {
            return Files.isSameFile(one, other);
        }
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
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
                throw given(lost);
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

    /** Takes away what is not whole, and says why. */
    private UserException given(IOException lost) {
        Path unfinished = path;
        try {
            if (unfinished != null && Files.isRegularFile(unfinished)) {
                Files.delete(unfinished);
            }
        } catch (IOException kept) {
            lost.addSuppressed(kept);
        }
        return UserException.failure(path + " cannot be written: " + lost.getMessage());
    }

    @Override
    public void close() {
        if (out != null) {
            try {
                out.close();
            } catch (IOException lost) {
                throw given(lost);
            }
        }
    }
}
