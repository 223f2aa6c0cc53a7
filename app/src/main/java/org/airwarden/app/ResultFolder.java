package org.airwarden.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder for results, in which nothing is overwritten unless the user says so. One thread. */
final class ResultFolder {
    private final Path path;

    /** Writes a file's contents. */
    @FunctionalInterface
    interface Contents {
        /** Writes them; the stream is closed by others. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Opens one; it is made when the first file is written.
     *
     * @param force whether files in it may be replaced
     * @throws UserException if it is not empty and may not be, or is no folder
     */
    ResultFolder(Path path, boolean force) throws IOException {
        this.path = path;
        if (!Files.exists(path)) {
            return;
        }
        if (!Files.isDirectory(path)) {
            throw UserException.misuse(path + " is a file, and results need a folder");
        }
        try (Stream<Path> inside = Files.list(path)) {
            if (!force && inside.findAny().isPresent()) {
                throw UserException.misuse(
                        path + " is not empty; name another folder, or add --force to replace");
            }
        }
    }

    /** Writes a text; it appears under its name when it is whole. */
    void write(String name, String text) throws IOException {
        write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes a file; it appears under its name when it is whole. */
    void write(String name, Contents contents) throws IOException {
        Files.createDirectories(path);
        try (WholeFile file = new WholeFile(path.resolve(name))) {
            contents.writeTo(file.out());
            file.commit();
        }
    }
}
