package org.airwarden.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Recordings of real sensors, which are no part of the project; only read, and only in place. */
final class SharedData {
    private SharedData() {}

    /** All files there are, or none on a machine that has no recordings. */
    static List<Path> files() throws IOException {
        Path data = Path.of(System.getProperty("airwarden.shared", "absent")).resolve("data");
        if (!Files.isDirectory(data)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("README.md"))
                    .sorted()
                    .toList();
        }
    }
}
