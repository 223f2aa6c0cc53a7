package org.airwarden.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.airwarden.journal.JournalEntry.GapEntry;
import org.airwarden.journal.JournalEntry.TickEntry;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTroubleTest {
    private static final long SEED = 20;
    private static final long NEVER = Long.MAX_VALUE;
    private static final int ENTRIES = 400;

    @TempDir Path directory;

    /** What one run left: what was offered, what the writer said, how the disk was used. */
    private record Run(long recorded, long lost, int troubles, long operations) {}

    @Test
    void shouldStopInWordsAndResumeWhenTheDiskFailsAtAnyOperation() throws IOException {
        List<JournalEntry> entries = Samples.entries(new SplittableRandom(SEED), ENTRIES);
        Run clean = run(directory.resolve("clean"), new FailingDisk(NEVER, ""), entries);
        assertThat(clean.recorded()).isEqualTo(ENTRIES);
        assertThat(clean.lost()).isZero();
        assertThat(clean.operations()).isBetween(50L, 500L);

        for (long n = 1; n <= clean.operations(); n++) {
            Path journal = directory.resolve("failing" + n);
            FailingDisk disk = new FailingDisk(n, "No space left on device");
            Run run = run(journal, disk, entries);

            assertThat(run.recorded() + run.lost()).as("operation %d", n).isEqualTo(ENTRIES);
            assertThat(run.troubles()).as("operation %d", n).isEqualTo(1);
            List<JournalEntry> read = Samples.read(journal);
            long lost = 0;
            List<JournalEntry> kept = new ArrayList<>();
            for (JournalEntry entry : read) {
                if (entry instanceof GapEntry gap) {
                    lost += gap.lost();
                    assertThat(gap.reason()).contains("full").contains("No space");
                } else if (!(entry instanceof JournalEntry.SourcesEntry)) {
                    kept.add(entry);
                }
            }
            assertThat(JournalReader.open(journal).damages()).as("operation %d", n).isEmpty();
            if (!kept.isEmpty() && kept.getLast().equals(entries.getLast())) {
                assertThat(lost).as("operation %d", n).isEqualTo(run.lost());
            }
            assertThat(entries).as("operation %d", n).containsSubsequence(kept);
        }
    }

    /** Offers all entries, 20 for each 100 ms of the host; a failing disk is mended after 2 s. */
    private static Run run(Path journal, FailingDisk disk, List<JournalEntry> entries)
            throws IOException {
        int troubles = 0;
        long mendAt = NEVER;
        Map<Path, byte[]> finished = new LinkedHashMap<>();
        JournalPolicy policy =
                new JournalPolicy(
                        30_000,
                        NEVER,
                        200 * Time.MILLISECOND,
                        Time.SECOND,
                        Time.SECOND,
                        500 * Time.MILLISECOND,
                        0);
        JournalWriter writer = JournalWriter.open(journal, Samples.HEADER, policy, disk);
        boolean troubled = writer.trouble() != null;
        troubles += troubled ? 1 : 0;
        long host = 0;
        mendAt = troubled ? 500 * Time.MILLISECOND : NEVER;
        for (int i = 0; i < entries.size(); i++) {
            boolean taken = Samples.append(writer, entries.get(i));
            assertThat(taken).isEqualTo(writer.trouble() == null);
            if (i % 20 == 19) {
                host += 100 * Time.MILLISECOND;
                if (host >= mendAt) {
                    disk.mend();
                }
                writer.service(host);
                if (!troubled && writer.trouble() != null) {
                    troubled = true;
                    troubles++;
                    mendAt = host + 500 * Time.MILLISECOND;
                    assertThat(writer.trouble().kind()).isEqualTo(JournalTrouble.Kind.DISK_FULL);
                    assertThat(writer.trouble().what()).contains("Recording stopped");
                    assertThat(writer.trouble().remedy()).contains("Free some space");
                    List<Path> segments = SegmentName.list(journal);
                    for (Path file : segments) {
                        finished.put(file, Files.readAllBytes(file));
                    }
                }
                if (troubled && writer.trouble() == null) {
                    troubled = false;
                }
            }
        }
        writer.close();
        if (writer.trouble() != null && !troubled) {
            troubles++;
        }
        for (Map.Entry<Path, byte[]> file : finished.entrySet()) {
            assertThat(Files.readAllBytes(file.getKey()))
                    .as("untouched since the trouble: %s", file.getKey())
                    .isEqualTo(file.getValue());
        }
        return new Run(writer.recorded(), writer.lost(), troubles, disk.operations());
    }

    @Test
    void shouldStopInTimeAndResumeWhenTheReserveIsReached() throws IOException {
        FailingDisk disk = new FailingDisk(NEVER, "");
        disk.usable(1L << 40);
        JournalPolicy policy = JournalPolicy.standard();
        try (JournalWriter writer = JournalWriter.open(directory, Samples.HEADER, policy, disk)) {
            writer.service(0);
            assertThat(writer.append(new Tick(Samples.START))).isTrue();
            writer.appendSnapshot(Samples.START, "all", 1, new byte[9]);
            disk.usable(policy.reserveBytes() - 1);
            writer.service(Time.SECOND);

            assertThat(writer.trouble()).isNotNull();
            assertThat(writer.trouble().why()).contains("67108863 bytes are free");
            assertThat(SegmentIndex.of(SegmentName.of(directory, 1)).sealed()).isTrue();
            assertThat(writer.append(new Tick(Samples.START + 1))).isFalse();
            assertThat(writer.isSnapshotDue(Samples.START + 1)).isFalse();
            writer.service(7 * Time.SECOND);
            assertThat(writer.trouble()).isNotNull();
            disk.usable(1L << 40);
            writer.service(12 * Time.SECOND);
            assertThat(writer.trouble()).isNull();
            assertThat(writer.isSnapshotDue(Samples.START + 1)).isTrue();
            assertThat(writer.append(new Tick(Samples.START + 2))).isTrue();
        }
        assertThat(Samples.read(directory))
                .hasSize(4)
                .element(2)
                .isInstanceOfSatisfying(
                        GapEntry.class,
                        gap -> {
                            assertThat(gap.from()).isEqualTo(Samples.START + 1);
                            assertThat(gap.lost()).isEqualTo(1);
                        });
        assertThat(Samples.read(directory).getLast())
                .isEqualTo(new TickEntry(new Tick(Samples.START + 2)));
    }

    @Test
    void shouldNameTheDeviceWhenTheErrorIsNotAboutSpace() throws IOException {
        FailingDisk disk = new FailingDisk(1, "Input/output error");
        try (JournalWriter writer =
                JournalWriter.open(directory, Samples.HEADER, Samples.policy(1000), disk)) {
            assertThat(writer.trouble().kind()).isEqualTo(JournalTrouble.Kind.DEVICE);
            assertThat(writer.trouble().why()).contains("Input/output error");
            assertThat(writer.append(new Tick(Samples.START))).isFalse();
            assertThat(writer.lost()).isEqualTo(1);
        }
        assertThat(SegmentName.list(directory)).isEmpty();
    }

    @Test
    void shouldNotTouchAStrangeFileWhenItStandsInTheWay() throws IOException {
        JournalPolicy policy = Samples.policy(1000);
        try (JournalWriter writer = JournalWriter.open(directory, Samples.HEADER, policy)) {
            Path strange = SegmentName.of(directory, 2);
            Files.writeString(strange, "somebody's");
            for (int i = 0; i < 200; i++) {
                writer.append(new Tick(Samples.START + i));
                writer.service(i * Time.SECOND);
            }
            assertThat(strange).hasContent("somebody's");
            assertThat(writer.trouble()).isNull();
            assertThat(writer.recorded() + writer.lost()).isEqualTo(200);
            assertThat(writer.recorded()).isGreaterThan(150);
        }
    }
}
