package org.airwarden.feeds;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How a file says that what it holds is simulated, where its format cannot: {@code simulated} in
 * its name, and a file beside it, {@code NAME.origin}, that says so. What is simulated is never to
 * be taken for live. Stateless; any thread.
 */
public final class SimulatedMark {
    private static final String WORD = "simulated";

    private SimulatedMark() {}

    /** Tells whether a file's name bears the mark. */
    public static boolean isInName(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).contains(WORD);
    }

    /**
     * Tells whether a file is marked, by its name or by what stands beside it.
     *
     * @throws IOException if what stands beside it cannot be read
     */
    public static boolean isOn(Path file) throws IOException {
        Path sidecar = sidecar(file);
        return isInName(file)
                || (Files.isRegularFile(sidecar) && Files.readString(sidecar).contains(WORD));
    }

    /** Returns the file that stands beside another and tells its origin. */
    public static Path sidecar(Path file) {
        return file.resolveSibling(file.getFileName() + ".origin");
    }

    /**
     * Writes what stands beside a file.
     *
     * @throws IOException if it cannot be written
     */
    public static void writeSidecar(Path file) throws IOException {
        Files.write(sidecar(file), (WORD + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Tells whether the format keeps the mark in its bytes; else name and sidecar have to. */
    public static boolean isCarriedBy(ConversionFormat to, Format content) {
        return to.carriesOrigin(content);
    }
}
