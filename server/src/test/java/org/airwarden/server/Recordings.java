package org.airwarden.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.airwarden.feeds.ReadingOptions;
import org.airwarden.feeds.Recording;
import org.airwarden.feeds.RecordingOptions;
import org.airwarden.feeds.SiteFileReader;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.PictureChange;
import org.airwarden.model.Settings;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/** Recordings of real sensors, which lie beside the project where they lie at all. */
final class Recordings {
    private static final Path DATA = Path.of(System.getProperty("airwarden.shared"), "data");
    private static final Path SITE =
            Path.of(System.getProperty("airwarden.root"), "docs/examples/site-barcelona.yaml");

    private Recordings() {}

    /** Is told of ticks. */
    @FunctionalInterface
    interface Ticked {
        void at(long time, Engine engine);
    }

    /** Returns the paths, or skips the test, loudly, where one is missing. */
    static List<Path> need(String... names) {
        List<Path> paths = Arrays.stream(names).map(DATA::resolve).toList();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                System.err.println("SKIPPED: no recording " + path);
            }
            assumeTrue(Files.exists(path), "no recording " + path);
        }
        return paths;
    }

    /** Opens recordings with the documented site of Barcelona. */
    static Recording open(List<Path> paths, LocalDate date) throws IOException {
        return Recording.open(
                paths,
                new RecordingOptions(
                        ReadingOptions.BY_BYTES, SiteFileReader.read(SITE), date, Origin.RECORDED),
                fault -> {});
    }

    /**
     * Runs a recording through an engine, with a tick at every second.
     *
     * @param seen told of every packet before it goes in, or null
     * @param ticked told of every tick after it went in
     */
    static Engine run(
            Recording recording,
            @Nullable Consumer<Packet> seen,
            Ticked ticked,
            Consumer<PictureChange> changes) {
        Engine engine = new Engine(Origin.RECORDED, fault -> {});
        try {
            Packet packet = recording.next();
            long start = packet.received();
            engine.accept(recording.site().site(start), changes);
            engine.sources(recording.site().sources());
            engine.accept(Settings.standard(start), changes);
            long next = (Math.floorDiv(start, Time.SECOND) + 1) * Time.SECOND;
            for (; packet != null; packet = recording.next()) {
                for (; next <= packet.received(); next += Time.SECOND) {
                    engine.accept(new Tick(next), changes);
                    ticked.at(next, engine);
                }
                if (seen != null) {
                    seen.accept(packet);
                }
                engine.accept(packet, changes);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return engine;
    }
}
