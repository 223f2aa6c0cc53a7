package org.airwarden.feeds;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds recordings of real sensors, which are not part of the project; skips loudly without. */
final class SharedRecordings {
    private SharedRecordings() {}

    static Path file(String name) {
        Path file = Path.of(System.getProperty("airwarden.shared", "absent")).resolve("data");
        Path found = file.resolve(name);
        if (!Files.isReadable(found)) {
            System.err.println("SKIPPED: the recording " + found + " is not on this machine");
        }
        Assumptions.assumeTrue(Files.isReadable(found), "no recording " + found);
        return found;
    }
}
