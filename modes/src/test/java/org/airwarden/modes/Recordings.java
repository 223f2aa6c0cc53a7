package org.airwarden.modes;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Real recordings, which are not part of the project; tests that need one skip loudly without. */
final class Recordings {

    private Recordings() {}

    static byte[] bytes(String name) {
        Path path = Path.of(System.getProperty("airwarden.shared", "missing"), "data", name);
        if (!Files.isRegularFile(path)) {
            String message = "SKIPPED: recording " + path + " is not here";
            System.err.println(message);
            abort(message);
        }
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .lines()
                .toList();
    }
}
