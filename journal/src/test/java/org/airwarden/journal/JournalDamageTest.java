package org.airwarden.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.airwarden.journal.JournalDamage.Kind;
import org.airwarden.journal.JournalEntry.PacketEntry;
import org.airwarden.journal.JournalEntry.SnapshotEntry;
import org.airwarden.journal.JournalEntry.TickEntry;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.Tick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalDamageTest {
    private static final long SEED = 815;

    @TempDir Path directory;

    /** Writes a journal of one segment without an index, as a killed process leaves it. */
    private byte[] unfinished(List<JournalEntry> entries) throws IOException {
        return unfinished("unfinished", entries);
    }

    /** What a segment of these entries holds, with nothing behind them up to a length. */
    private byte[] written(List<JournalEntry> entries, int length, int round) throws IOException {
        return Arrays.copyOf(unfinished("written-" + round, entries), length);
    }

    private byte[] unfinished(String name, List<JournalEntry> entries) throws IOException {
        Path journal = directory.resolve(name);
        try (JournalWriter writer =
                JournalWriter.open(
                        journal, Samples.HEADER, Samples.policy(1 << 30), FailingDisk.quick())) {
            for (JournalEntry entry : entries) {
                Samples.append(writer, entry);
            }
            writer.flush();
            return Files.readAllBytes(SegmentName.of(journal, 1));
        }
    }

    private Path segment(String name, byte[] bytes) throws IOException {
        Path journal = Files.createDirectories(directory.resolve(name));
        Files.write(SegmentName.of(journal, 1), bytes);
        return journal;
    }

    @Test
    void shouldLoseTheTornEntryOnlyWhenCutAtAnyByte() throws IOException {
        List<JournalEntry> entries =
                List.of(
                        new TickEntry(new Tick(Samples.START)),
                        new PacketEntry(
                                new Packet(Samples.START, 1, Origin.RECORDED, new byte[30])),
                        new JournalEntry.ChangeEntry(Samples.change(Samples.START + 1)),
                        new TickEntry(new Tick(Samples.START + 2)),
                        new PacketEntry(
                                new Packet(Samples.START + 3, 2, Origin.RECORDED, new byte[7])));
        byte[] whole = unfinished(entries);
        int[] ends = new int[entries.size() + 1];
        ends[0] = SegmentHeader.toBytes(Samples.HEADER).length;
        for (int i = 0; i < entries.size(); i++) {
            ends[i + 1] = ends[i] + EntryLayout.HEAD + bodyLength(whole, ends[i]);
        }
        assertThat(ends[entries.size()]).isEqualTo(whole.length);

        for (int length = 0; length <= whole.length; length++) {
            int expected = 0;
            boolean torn = length > 0;
            for (int i = 0; i < ends.length; i++) {
                expected = ends[i] <= length ? i : expected;
                torn &= ends[i] != length;
            }
            Path journal = segment("cut" + length, Arrays.copyOf(whole, length));
            JournalReader reader = JournalReader.open(journal);
            assertThat(Samples.rest(reader.fromStart()))
                    .as("read, cut at %d", length)
                    .isEqualTo(entries.subList(0, expected));
            assertThat(reader.damages()).as("told, cut at %d", length).hasSize(torn ? 1 : 0);

            TickEntry more = new TickEntry(new Tick(Samples.START + 10));
            try (JournalWriter writer =
                    JournalWriter.open(
                            journal,
                            Samples.HEADER,
                            Samples.policy(1 << 30),
                            FailingDisk.quick())) {
                assertThat(writer.cut() != null).as("cut at %d", length).isEqualTo(torn);
                assertThat(Samples.append(writer, more)).isTrue();
            }
            List<JournalEntry> after = Samples.read(journal);
            assertThat(after).as("continued, cut at %d", length).hasSize(expected + 1);
            assertThat(after.getLast()).isEqualTo(more);
            assertThat(JournalReader.open(journal).damages())
                    .as("repaired, cut at %d", length)
                    .hasSize(torn && length < ends[0] ? 1 : 0);
        }
    }

    private static int bodyLength(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at + 8);
    }

    @Test
    void shouldLoseOneEntryAndTellWhereWhenItsBodyIsDamaged() throws IOException {
        List<JournalEntry> entries = Samples.entries(new SplittableRandom(SEED), 60);
        byte[] whole = unfinished(entries);
        int at = SegmentHeader.toBytes(Samples.HEADER).length;
        for (int i = 0; i < entries.size() - 1; i++) {
            int length = bodyLength(whole, at);
            if (length > 0) {
                byte[] damaged = whole.clone();
                damaged[at + EntryLayout.HEAD + length / 2] ^= 4;
                Path journal = segment("body" + i, damaged);
                JournalCursor cursor = JournalReader.open(journal).fromStart();
                List<JournalEntry> left = Samples.rest(cursor);
                assertThat(left).as("entry %d", i).hasSize(entries.size() - 1);
                assertThat(left.subList(0, i)).isEqualTo(entries.subList(0, i));
                assertThat(left.subList(i, left.size()))
                        .isEqualTo(entries.subList(i + 1, entries.size()));
                assertThat(cursor.damages())
                        .singleElement()
                        .returns(Kind.ENTRY_BODY, JournalDamage::kind)
                        .returns((long) at, JournalDamage::offset)
                        .returns((long) EntryLayout.HEAD + length, JournalDamage::length);
            }
            at += EntryLayout.HEAD + length;
        }
    }

    @Test
    void shouldLoseOneEntryAndTellWhereWhenAnyBitOfAHeadIsDamaged() throws IOException {
        List<JournalEntry> entries = Samples.entries(new SplittableRandom(SEED), 30);
        byte[] whole = unfinished(entries);
        int first = SegmentHeader.toBytes(Samples.HEADER).length;
        int at = first + EntryLayout.HEAD + bodyLength(whole, first);
        int length = bodyLength(whole, at);
        for (int bit = 0; bit < EntryLayout.HEAD * 8; bit++) {
            byte[] damaged = whole.clone();
            damaged[at + bit / 8] ^= (byte) (1 << (bit % 8));
            Path journal = segment("bit", damaged);
            JournalCursor cursor = JournalReader.open(journal).fromStart();
            List<JournalEntry> left = Samples.rest(cursor);
            assertThat(left).as("bit %d", bit).hasSize(entries.size() - 1);
            assertThat(left.getFirst()).isEqualTo(entries.getFirst());
            assertThat(left.subList(1, left.size())).isEqualTo(entries.subList(2, 30));
            assertThat(cursor.damages())
                    .as("bit %d", bit)
                    .singleElement()
                    .returns(Kind.ENTRY_HEAD, JournalDamage::kind)
                    .returns((long) at, JournalDamage::offset)
                    .returns((long) EntryLayout.HEAD + length, JournalDamage::length);
        }
    }

    @Test
    void shouldReadTheEntriesWhenTheSegmentsHeaderIsDamaged() throws IOException {
        List<JournalEntry> entries = Samples.entries(new SplittableRandom(SEED), 30);
        byte[] whole = unfinished(entries);
        for (int at = 0; at < SegmentHeader.toBytes(Samples.HEADER).length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Path journal = segment("header" + at, damaged);
            JournalReader reader = JournalReader.open(journal);
            assertThat(Samples.rest(reader.fromStart())).as("byte %d", at).isEqualTo(entries);
            assertThat(reader.header()).isNull();
            assertThat(reader.damages())
                    .singleElement()
                    .returns(Kind.SEGMENT_HEADER, JournalDamage::kind);
        }
    }

    @Test
    void shouldNotTakeAPacketsBytesForEntriesWhenTheyAreAJournal() throws IOException {
        byte[] inner = unfinished(List.of(new TickEntry(new Tick(Samples.START))));
        JournalEntry carrier =
                new PacketEntry(new Packet(Samples.START, 1, Origin.RECORDED, inner));
        JournalEntry after = new TickEntry(new Tick(Samples.START + 5));
        Path journal = directory.resolve("outer");
        Samples.write(journal, Samples.policy(1 << 30), List.of(carrier, after));
        Path file = SegmentName.of(journal, 1);
        byte[] damaged = Files.readAllBytes(file);
        damaged[SegmentHeader.toBytes(Samples.HEADER).length + 9] ^= 1;
        Files.write(file, damaged);

        assertThat(Samples.read(journal)).containsExactly(after);
    }

    @Test
    void shouldTakeTheSnapshotBeforeWhenTheSoughtOneIsDamaged() throws IOException {
        SnapshotEntry early = new SnapshotEntry(Samples.START, "all", 1, new byte[50]);
        SnapshotEntry late = new SnapshotEntry(Samples.START + 5, "all", 1, new byte[60]);
        TickEntry end = new TickEntry(new Tick(Samples.START + 6));
        Path journal = directory.resolve("snapshots");
        Samples.write(journal, Samples.policy(1 << 30), List.of(early, late, end));
        Path file = SegmentName.of(journal, 1);
        byte[] damaged = Files.readAllBytes(file);
        long at = SegmentIndex.of(file).marks().getLast().offset();
        damaged[(int) at + EntryLayout.HEAD + 40] ^= 1;
        Files.write(file, damaged);

        JournalReader.Seek found = JournalReader.open(journal).seek(Samples.START + 6);
        assertThat(found.snapshot()).isEqualTo(early);
        assertThat(Samples.rest(found.cursor())).containsExactly(end);
    }

    @Test
    void shouldTellWhenASegmentIsMissing() throws IOException {
        List<JournalEntry> entries = Samples.entries(new SplittableRandom(SEED), 400);
        Path journal = directory.resolve("missing");
        Samples.write(journal, Samples.policy(20_000), entries);
        Files.delete(SegmentName.of(journal, 3));

        JournalCursor cursor = JournalReader.open(journal).fromStart();
        assertThat(Samples.rest(cursor)).hasSizeLessThan(400).hasSizeGreaterThan(100);
        assertThat(cursor.damages())
                .singleElement()
                .returns(Kind.MISSING_SEGMENT, JournalDamage::kind);
    }

    @Test
    void shouldRefuseWhenTheFormatIsNewer() throws IOException {
        byte[] header = SegmentHeader.toBytes(Samples.HEADER);
        header[9] = 2;
        CRC32C crc = new CRC32C();
        crc.update(header, 0, header.length - 4);
        ByteBuffer.wrap(header).putInt(header.length - 4, (int) crc.getValue());
        Path journal = segment("newer", header);

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> JournalReader.open(journal))
                .withMessageContaining("format 2");
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(
                        () -> JournalWriter.open(journal, Samples.HEADER, JournalPolicy.standard()))
                .withMessageContaining("format 2");
        assertThat(Files.readAllBytes(SegmentName.of(journal, 1))).isEqualTo(header);
    }

    @Test
    void shouldReportAndGiveOnlyTrueEntriesWhenBitsAreFlippedAnywhere() throws IOException {
        List<JournalEntry> entries = Samples.entries(new SplittableRandom(SEED), 40);
        Path finished = directory.resolve("finished");
        Samples.write(finished, Samples.policy(1 << 30), entries);
        byte[] sealed = Files.readAllBytes(SegmentName.of(finished, 1));
        byte[] open = unfinished(entries);
        Path journal = Files.createDirectories(directory.resolve("fuzz"));
        Set<JournalEntry> all = new HashSet<>(entries);
        for (int round = 0; round < 1_500; round++) {
            SplittableRandom random = new SplittableRandom(SEED + round);
            byte[] whole = random.nextBoolean() ? sealed : open;
            byte[] damaged = damage(whole, random);
            Path file = SegmentName.of(journal, 1);
            Files.write(file, damaged);
            try {
                JournalReader reader = JournalReader.open(journal);
                JournalCursor cursor = reader.fromStart();
                List<JournalEntry> left = Samples.rest(cursor);
                assertThat(all.containsAll(left)).as("true, seed %d", SEED + round).isTrue();
                boolean told = cursor.damages().size() + reader.damages().size() > 0;
                if (left.size() < entries.size() && damaged.length > 0 && !told) {
                    // Cut between two entries, it is as if no more had been written.
                    assertThat(damaged)
                            .as("told, seed %d", SEED + round)
                            .isEqualTo(written(left, damaged.length, round));
                }
                long time = Samples.START + random.nextLong(4_000_000_000L);
                reader.seek(time).cursor().close();
            } catch (RuntimeException e) {
                fail("seed " + (SEED + round), e);
            }
        }
    }

    private static byte[] damage(byte[] whole, SplittableRandom random) {
        byte[] damaged = whole.clone();
        switch (random.nextInt(4)) {
            case 0 -> {
                for (int flips = random.nextInt(1, 20); flips > 0; flips--) {
                    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 1 -> {
                int from = random.nextInt(damaged.length);
                int to = Math.min(damaged.length, from + random.nextInt(4096));
                Arrays.fill(damaged, from, to, (byte) 0);
            }
            case 2 -> damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
            default -> {
                int from = random.nextInt(damaged.length);
                byte[] noise = Samples.bytes(random, random.nextInt(1, 3000));
                int count = Math.min(noise.length, damaged.length - from);
                System.arraycopy(noise, 0, damaged, from, count);
            }
        }
        return damaged;
    }
}
