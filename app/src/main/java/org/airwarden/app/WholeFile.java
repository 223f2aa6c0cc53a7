package org.airwarden.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears under its name when it is whole, and not before: it is written beside its
 * place, under a name that no other file has, and what is written of it goes when it is given up,
 * or when the program is interrupted. One thread.
 */
final class WholeFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path target;
    private final Path part;
    private final OutputStream out;
    private final Thread interrupted = new Thread(this::discard, "airwarden-discard");

    /**
     * Begins.
     *
     * @param path the file; where it is a link to one, that is written
     */
    WholeFile(Path path) throws IOException {
        target = Files.exists(path) ? path.toRealPath() : path;
        part =
                target.resolveSibling(
                        target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        out =
                new BufferedOutputStream(
                        Files.newOutputStream(
                                part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        BUFFER);
        Runtime.getRuntime().addShutdownHook(interrupted);
    }

    /** Returns where its contents go. */
    OutputStream out() {
        return out;
    }

    /** Ends the file, and gives it its name. */
    void commit() throws IOException {
        out.close();
        Files.move(
                part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(part);
            forget();
        }
    }

    private void discard() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException kept) {
            System.err.println("airwarden: " + part + " is unfinished, and could not be removed");
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        } catch (IllegalStateException ending) {
            // The program is ending already; the hook finds nothing to do.
        }
    }
}
