package org.airwarden.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.airwarden.feeds.SiteFile;
import org.airwarden.journal.JournalCursor;
import org.airwarden.journal.JournalEntry;
import org.airwarden.journal.JournalReader;
import org.airwarden.model.ChangeCodec;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.PictureChange;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Time;
import org.airwarden.model.Track;
import org.airwarden.model.TrackCodec;
import org.airwarden.simulation.DemoStory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One log of inputs gives one picture, to the bit, however it is played. */
class ReplayTest {
    @TempDir private static Path folder;
    private static Path journal;

    @BeforeAll
    static void record() throws IOException {
        journal = folder.resolve("journal");
        make(journal);
    }

    private static void make(Path to) throws IOException {
        SiteFile site = DemoStory.site();
        Iterator<Packet> packets = DemoStory.packets(3).iterator();
        JournalMaker.make(
                to,
                new JournalMaker.Contents("story", "test", Origin.SIMULATED, true, site),
                () -> packets.hasNext() ? packets.next() : null,
                fault -> {},
                done -> {});
    }

    /** Runs entries from a cursor to the end; returns the bytes of every change after a time. */
    private static List<String> changes(Engine engine, JournalCursor cursor, long after)
            throws IOException {
        List<String> changes = new ArrayList<>();
        Consumer<PictureChange> collect =
                change -> {
                    if (change.time() > after) {
                        changes.add(HexFormat.of().formatHex(ChangeCodec.toBytes(change)));
                    }
                };
        for (JournalEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
            engine.accept(entry, collect);
        }
        return changes;
    }

    private static List<String> fromStart() throws IOException {
        try (JournalCursor cursor = JournalReader.open(journal).fromStart()) {
            return changes(new Engine(Origin.SIMULATED, fault -> {}), cursor, Long.MIN_VALUE);
        }
    }

    @Test
    void shouldGiveTheSameChangesEachTime() throws IOException {
        List<String> once = fromStart();

        assertThat(once).hasSizeGreaterThan(10_000);
        assertThat(fromStart()).isEqualTo(once);
    }

    @Test
    void shouldGiveTheSameChangesFromEverySnapshot() throws IOException {
        JournalReader reader = JournalReader.open(journal);
        assertThat(reader.snapshotTimes()).hasSizeGreaterThanOrEqualTo(9);
        for (long time : reader.snapshotTimes()) {
            JournalReader.Seek found = reader.seek(time);
            try (JournalCursor cursor = found.cursor()) {
                Engine engine = new Engine(Origin.SIMULATED, fault -> {});
                engine.restore(Engine.sourcesOf(found.sources().bytes()), found.snapshot().bytes());
                List<String> rest = changes(engine, cursor, time);
                List<String> whole;
                try (JournalCursor start = reader.fromStart()) {
                    whole = changes(new Engine(Origin.SIMULATED, fault -> {}), start, time);
                }
                assertThat(rest).as(Time.toText(time)).isEqualTo(whole);
            }
        }
    }

    @Test
    void shouldWriteTheSameJournalEachTime() throws IOException {
        Path again = folder.resolve("again");
        make(again);
        try (Stream<Path> files = Files.list(journal)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".journal")).toList()) {
                assertThat(again.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    /**
     * The same moment is the same picture, whether it was played to, or sought from either side.
     */
    @Test
    void shouldShowTheSamePictureHoweverAMomentIsReached() throws Exception {
        try (ReplayHost host = ReplayHost.start(JournalReader.open(journal), "story", 0)) {
            await(() -> !host.status().playing());
            SplittableRandom random = new SplittableRandom(5);
            for (int i = 0; i < 8; i++) {
                long time = DemoStory.START + random.nextLong(5, 595) * Time.SECOND;
                assertThat(host.command(new HostCommand.Seek(time))).isNull();
                await(() -> host.status().time() == time);
                List<String> sought = picture(host.board());

                assertThat(sought).as("seed 5, %d", i).isEqualTo(playedTo(time));
            }
        }
    }

    private static List<String> playedTo(long time) throws IOException {
        Engine engine = new Engine(Origin.SIMULATED, fault -> {});
        try (JournalCursor cursor = JournalReader.open(journal).fromStart()) {
            for (JournalEntry entry = cursor.next();
                    entry != null && entry.time() <= time;
                    entry = cursor.next()) {
                engine.accept(entry, change -> {});
            }
        }
        List<String> tracks = new ArrayList<>();
        engine.picture().forEachTrack(track -> tracks.add(bytes(track)));
        return tracks;
    }

    private static List<String> picture(PictureBoard board) {
        List<String> tracks = new ArrayList<>();
        board.forEachTrack(track -> tracks.add(bytes(track)));
        return tracks;
    }

    private static String bytes(Track track) {
        StateOutput out = new StateOutput();
        TrackCodec.write(track, out);
        return HexFormat.of().formatHex(out.toBytes());
    }

    @Test
    void shouldStandStillWhenPaused() throws Exception {
        try (ReplayHost host = ReplayHost.start(JournalReader.open(journal), "story", 20)) {
            await(() -> host.status().reports() > 100);
            host.command(new HostCommand.Pause());
            await(() -> !host.status().playing());
            long time = host.status().time();
            Thread.sleep(200);
            assertThat(host.status().time()).isEqualTo(time);

            host.command(new HostCommand.Play());
            await(() -> host.status().time() > time);
        }
    }

    /**
     * As fast as possible is no promise of the end: pause stops there, and play goes on from there.
     */
    @Test
    void shouldGoOnFromWhatIsShownWhenPausedAtFullSpeed() throws Exception {
        try (ReplayHost host = ReplayHost.start(JournalReader.open(journal), "story", 0)) {
            await(() -> host.status().reports() > 100);
            host.command(new HostCommand.Pause());
            await(() -> !host.status().playing());
            long time = host.status().time();
            assertThat(time).isLessThan(host.status().last());

            host.command(new HostCommand.Speed(1));
            host.command(new HostCommand.Play());
            await(() -> host.status().playing() && host.status().time() > time);
            Thread.sleep(300);
            assertThat(Time.secondsBetween(time, host.status().time())).isBetween(0.0, 10.0);
        }
    }

    /** A dragged time bar asks for many moments; only the last is gone to. */
    @Test
    void shouldStandAtTheLastOfManySeeks() throws Exception {
        try (ReplayHost host = ReplayHost.start(JournalReader.open(journal), "story", 1)) {
            host.command(new HostCommand.Pause());
            await(() -> !host.status().playing());
            long last = 0;
            for (int i = 0; i < 2_000; i++) {
                last = DemoStory.START + (5 + i * 7919L % 590) * Time.SECOND;
                host.command(new HostCommand.Seek(last));
            }
            long end = last;
            await(() -> host.status().time() == end);
            Thread.sleep(300);
            assertThat(host.status().time()).isEqualTo(end);
            assertThat(host.status().playing()).isFalse();
        }
    }

    @Test
    void shouldRefuseWhatCannotBe() throws Exception {
        try (ReplayHost host = ReplayHost.start(JournalReader.open(journal), "story", 1)) {
            assertThat(host.command(new HostCommand.Seek(0))).contains("outside of the recording");
            assertThat(host.command(new HostCommand.Speed(-1))).contains("speed");
            assertThat(host.command(new HostCommand.Speed(Double.NaN))).contains("speed");
        }
    }

    @Test
    void shouldNeverCallASimulationLive() throws Exception {
        try (ReplayHost host = ReplayHost.start(JournalReader.open(journal), "story", 0)) {
            await(() -> !host.status().playing());

            assertThat(host.origin()).isEqualTo(Origin.SIMULATED);
            host.board().forEachTrack(t -> assertThat(t.origin()).isEqualTo(Origin.SIMULATED));
            assertThat(host.board().since(0).simulated()).isTrue();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for 30 s").isLessThan(end);
            Thread.sleep(10);
        }
    }
}
