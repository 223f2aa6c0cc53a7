package org.airwarden.simulation;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;

/** Files that tests read. */
final class TestFiles {
    /** The project's folder. */
    static final Path ROOT = Path.of(System.getProperty("airwarden.root", "..")).toAbsolutePath();

    /** The folder of the shipped scenarios, as it lies in the project. */
    static final Path SCENARIOS = ROOT.resolve("scenarios");

    private TestFiles() {}

    static Path resource(String name) {
        try {
            URL url = Objects.requireNonNull(TestFiles.class.getResource(name), name);
            return Path.of(url.toURI());
        } catch (URISyntaxException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
