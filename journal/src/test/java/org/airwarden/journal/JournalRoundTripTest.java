package org.airwarden.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.airwarden.journal.JournalEntry.SnapshotEntry;
import org.airwarden.journal.JournalEntry.SourcesEntry;
import org.airwarden.journal.JournalEntry.TickEntry;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalRoundTripTest {
    private static final long SEED = 4711;

    @TempDir Path directory;

    @Test
    void shouldReadBackAllWhenWrittenInSegmentsOfAnySize() throws IOException {
        for (int round = 0; round < 40; round++) {
            SplittableRandom random = new SplittableRandom(SEED + round);
            List<JournalEntry> entries = Samples.entries(random, random.nextInt(1, 300));
            Path journal = directory.resolve("round" + round);
            Samples.write(journal, Samples.policy(random.nextLong(1_000, 200_000)), entries);

            JournalReader reader = JournalReader.open(journal);
            assertThat(Samples.rest(reader.fromStart()))
                    .as("seed %d", SEED + round)
                    .isEqualTo(entries);
            assertThat(reader.header()).isEqualTo(Samples.HEADER);
            assertThat(reader.firstTime()).isEqualTo(entries.getFirst().time());
            assertThat(reader.lastTime()).isEqualTo(entries.getLast().time());
            assertThat(reader.damages()).isEmpty();
        }
    }

    @Test
    void shouldReadBackWhenAnEntryIsLargerThanEveryBuffer() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        List<JournalEntry> entries = new ArrayList<>();
        for (int length : new int[] {262_144, 262_143, 5_000_000, 262_145, 262_116, 262_100}) {
            entries.add(new SnapshotEntry(Samples.START, "all", 1, Samples.bytes(random, length)));
            entries.add(new TickEntry(new Tick(Samples.START)));
        }
        Samples.write(directory, Samples.policy(1 << 20), entries);

        assertThat(Samples.read(directory)).isEqualTo(entries);
        assertThat(SegmentName.list(directory)).hasSizeGreaterThan(2);
    }

    @Test
    void shouldSeekToTheLastSnapshotWhenAnyTimeIsSought() throws IOException {
        for (int round = 0; round < 10; round++) {
            SplittableRandom random = new SplittableRandom(SEED + round);
            List<JournalEntry> entries = Samples.entries(random, 400);
            Path journal = directory.resolve("round" + round);
            Samples.write(journal, Samples.policy(50_000), entries);
            JournalReader reader = JournalReader.open(journal);
            for (int i = 0; i < 50; i++) {
                long time =
                        random.nextLong(
                                Samples.START - Time.SECOND, reader.lastTime() + Time.SECOND);
                int expected = -1;
                byte[] sources = null;
                byte[] latest = null;
                for (int k = 0; k < entries.size() && entries.get(k).time() <= time; k++) {
                    if (entries.get(k) instanceof SourcesEntry s) {
                        latest = s.bytes();
                    }
                    if (entries.get(k) instanceof SnapshotEntry) {
                        expected = k;
                        sources = latest;
                    }
                }
                JournalReader.Seek found = reader.seek(time);
                assertThat(found.snapshot())
                        .as("seed %d, time %d", SEED + round, time)
                        .isEqualTo(expected < 0 ? null : entries.get(expected));
                assertThat(found.sources() == null ? null : found.sources().bytes())
                        .as("sources, seed %d, time %d", SEED + round, time)
                        .isEqualTo(sources);
                assertThat(Samples.rest(found.cursor()))
                        .as("rest, seed %d, time %d", SEED + round, time)
                        .isEqualTo(entries.subList(expected + 1, entries.size()));
            }
        }
    }

    @Test
    void shouldFindTheSameWhenAnIndexIsMissing() throws IOException {
        List<JournalEntry> entries = Samples.entries(new SplittableRandom(SEED), 300);
        Samples.write(directory, Samples.policy(1 << 30), entries);
        Path file = SegmentName.list(directory).getFirst();
        SegmentIndex stored = SegmentIndex.of(file);
        SegmentIndex found = SegmentIndex.readThrough(file);

        assertThat(stored.sealed()).isTrue();
        assertThat(found.entries()).isEqualTo(stored.entries()).isEqualTo(300);
        assertThat(found.marks()).isEqualTo(stored.marks()).isNotEmpty();
        assertThat(found.firstTime()).isEqualTo(stored.firstTime());
        assertThat(found.lastTime()).isEqualTo(stored.lastTime());
    }

    @Test
    void shouldGoOnInANewSegmentWhenOpenedAgain() throws IOException {
        List<JournalEntry> entries = Samples.entries(new SplittableRandom(SEED), 300);
        Samples.write(directory, Samples.policy(1 << 30), entries.subList(0, 100));
        Samples.write(directory, Samples.policy(1 << 30), entries.subList(100, 300));

        assertThat(Samples.read(directory)).isEqualTo(entries);
        assertThat(SegmentName.list(directory)).hasSize(2);
    }

    @Test
    void shouldFollowWhenTheJournalIsStillWritten() throws IOException {
        List<JournalEntry> entries = Samples.entries(new SplittableRandom(SEED), 500);
        List<JournalEntry> read = new ArrayList<>();
        try (JournalWriter writer =
                JournalWriter.open(directory, Samples.HEADER, Samples.policy(20_000))) {
            JournalCursor cursor = JournalReader.open(directory).fromStart();
            try (cursor) {
                for (JournalEntry entry : entries) {
                    Samples.append(writer, entry);
                    writer.flush();
                    for (JournalEntry next = cursor.next(); next != null; next = cursor.next()) {
                        if (!(next instanceof SourcesEntry s && s.repeated())) {
                            read.add(next);
                        }
                    }
                    assertThat(read.getLast()).isEqualTo(entry);
                }
                assertThat(cursor.damages()).isEmpty();
            }
        }
        assertThat(read).isEqualTo(entries);
    }

    @Test
    void shouldFollowWithoutDamageWhenEveryByteComesAlone() throws IOException {
        List<JournalEntry> entries = List.of(new TickEntry(new Tick(Samples.START)));
        Samples.write(directory, Samples.policy(1 << 30), entries);
        byte[] whole = Files.readAllBytes(SegmentName.of(directory, 1));
        Path journal = Files.createDirectories(directory.resolve("slowly"));
        Path file = Files.createFile(SegmentName.of(journal, 1));
        List<JournalEntry> read = new ArrayList<>();
        try (JournalCursor cursor = JournalReader.open(journal).fromStart()) {
            for (byte next : whole) {
                JournalEntry entry = cursor.next();
                if (entry != null) {
                    read.add(entry);
                }
                Files.write(file, new byte[] {next}, StandardOpenOption.APPEND);
            }
            assertThat(cursor.next()).isNull();
            assertThat(cursor.damages()).isEmpty();
            assertThat(cursor.tornEnd()).isNull();
        }
        assertThat(read).isEqualTo(entries);
    }

    @Test
    void shouldPassOverEntriesWhenTheirTypeIsUnknown() throws IOException {
        List<JournalEntry> entries = Samples.entries(new SplittableRandom(SEED), 20);
        Samples.write(directory, Samples.policy(1 << 30), entries);
        Path file = SegmentName.list(directory).getFirst();
        long end = Files.size(file);
        EntryLayout layout = new EntryLayout();
        ByteBuffer strange = ByteBuffer.allocate(200);
        layout.put(strange, end, 6, 1, 40, Samples.START, layout.bodyCheck(new byte[40], 40, NONE));
        strange.put(new byte[40]);
        long next = end + strange.position();
        layout.put(strange, next, 200, 9, 0, Samples.START, layout.bodyCheck(NONE, 0, NONE));
        next = end + strange.position();
        layout.put(strange, next, 2, 1, 0, Samples.START, layout.bodyCheck(NONE, 0, NONE));
        Files.write(
                file,
                Arrays.copyOf(strange.array(), strange.position()),
                StandardOpenOption.APPEND);

        try (JournalCursor cursor = JournalReader.open(directory).fromStart()) {
            for (JournalEntry entry : entries) {
                assertThat(cursor.next()).isEqualTo(entry);
            }
            assertThat(cursor.next()).isEqualTo(new TickEntry(new Tick(Samples.START)));
            assertThat(cursor.next()).isNull();
            assertThat(cursor.unknownEntries()).isEqualTo(2);
            assertThat(cursor.damages()).isEmpty();
            assertThat(cursor.tornEnd()).isNull();
        }
    }

    @Test
    void shouldRefuseAnEntryWhenItsTimeIsBeforeTheLast() throws IOException {
        try (JournalWriter writer =
                JournalWriter.open(directory, Samples.HEADER, JournalPolicy.standard())) {
            writer.append(new Tick(Samples.START));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> writer.append(new Tick(Samples.START - 1)))
                    .withMessageContaining("cannot follow");
            assertThat(writer.append(new Tick(Samples.START))).isTrue();
        }
        try (JournalWriter again =
                JournalWriter.open(directory, Samples.HEADER, JournalPolicy.standard())) {
            assertThat(again.lastTime()).isEqualTo(Samples.START);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> again.append(new Tick(Samples.START - 1)));
        }
    }

    @Test
    void shouldRefuseToOpenWhenTheOriginIsAnother() throws IOException {
        Samples.write(directory, JournalPolicy.standard(), List.of());
        JournalHeader live =
                new JournalHeader(
                        "0.1.0", "00".repeat(32), Origin.LIVE, "live", true, Samples.START);

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> JournalWriter.open(directory, live, JournalPolicy.standard()))
                .withMessageContaining("another directory");
    }

    @Test
    void shouldRefuseToOpenWhenAnotherWriterHasIt() throws IOException {
        try (JournalWriter first =
                JournalWriter.open(directory, Samples.HEADER, JournalPolicy.standard())) {
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() ->
                            JournalWriter.open(directory, Samples.HEADER, JournalPolicy.standard()))
                    .withMessageContaining("another process");
            assertThat(first.append(new Tick(Samples.START))).isTrue();
        }
        Samples.write(directory, JournalPolicy.standard(), List.of());
    }

    @Test
    void shouldKeepWhatIsNewEnoughWhenPruned() throws IOException {
        List<JournalEntry> entries = Samples.entries(new SplittableRandom(SEED), 500);
        Samples.write(directory, Samples.policy(20_000), entries);
        int segments = SegmentName.list(directory).size();
        long middle = entries.get(250).time();

        int removed = JournalReader.prune(directory, middle);

        assertThat(removed).isBetween(1, segments - 1);
        List<JournalEntry> left = Samples.read(directory);
        assertThat(left).isEqualTo(entries.subList(500 - left.size(), 500));
        assertThat(left.getFirst().time()).isLessThanOrEqualTo(middle);
    }

    @Test
    void shouldAskForASnapshotWhenThePolicySaysSo() throws IOException {
        try (JournalWriter writer =
                JournalWriter.open(directory, Samples.HEADER, JournalPolicy.standard())) {
            assertThat(writer.isSnapshotDue(Samples.START)).isTrue();
            writer.appendSnapshot(Samples.START, "all", 1, NONE);
            assertThat(writer.isSnapshotDue(Samples.START + 59 * Time.SECOND)).isFalse();
            assertThat(writer.isSnapshotDue(Samples.START + 60 * Time.SECOND)).isTrue();
        }
    }

    @Test
    void shouldRollWhenTheSpanIsOver() throws IOException {
        try (JournalWriter writer =
                JournalWriter.open(directory, Samples.HEADER, JournalPolicy.standard())) {
            for (int second = 0; second <= 900; second++) {
                writer.append(new Tick(Samples.START + second * Time.SECOND));
            }
        }
        assertThat(SegmentName.list(directory)).hasSize(4);
        assertThat(Samples.read(directory)).hasSize(901);
    }

    @Test
    void shouldHandOverWithinTheIntervalWhenServiced() throws IOException {
        try (JournalWriter writer =
                JournalWriter.open(directory, Samples.HEADER, JournalPolicy.standard())) {
            writer.service(0);
            writer.append(new Packet(Samples.START, 1, Origin.RECORDED, new byte[100]));
            writer.service(199 * Time.MILLISECOND);
            assertThat(Samples.read(directory)).isEmpty();
            writer.service(200 * Time.MILLISECOND);
            assertThat(Samples.read(directory)).hasSize(1);
        }
    }

    @Test
    void shouldSayInWordsWhenThereIsNoJournal() throws IOException {
        Path text = Files.writeString(directory.resolve("notes.txt"), "no journal at all");
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> JournalReader.open(text))
                .withMessageContaining("is not a journal");
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> JournalReader.open(directory))
                .withMessageContaining("holds no journal");
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> JournalReader.open(directory.resolve("nowhere")))
                .withMessageContaining("no journal at");
    }

    private static final byte[] NONE = {};
}
