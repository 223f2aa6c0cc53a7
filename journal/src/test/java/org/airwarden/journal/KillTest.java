package org.airwarden.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.airwarden.journal.JournalEntry.PacketEntry;
import org.airwarden.model.Time;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kill -9 during recording: the journal opens, and what was handed over is there. */
class KillTest {
    private static final long SEED = 9;

    @TempDir Path directory;

    @Test
    void shouldOpenAndLoseLessThanASecondWhenKilledTenTimes() throws Exception {
        kill(10, SEED, 700);
    }

    @Test
    @Tag("slow")
    void shouldOpenAndLoseLessThanASecondWhenKilledFiftyTimes() throws Exception {
        kill(50, SEED + 1, 3_000);
    }

    private void kill(int times, long seed, int longest) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Path journal = directory.resolve("journal");
        long before = 0;
        for (int round = 0; round < times; round++) {
            List<long[]> said = runAndKill(journal, random.nextInt(100, longest));
            String where = "seed " + seed + ", round " + round;
            assertThat(said).as(where).isNotEmpty();
            long found = check(journal, where);

            long handedOver = before;
            long lastFlush = said.getFirst()[1];
            for (long[] line : said) {
                if (line[1] - lastFlush >= KilledWriter.POLICY.flushInterval()) {
                    lastFlush = line[1];
                    handedOver = line[0];
                }
            }
            assertThat(found).as("handed over, %s", where).isGreaterThanOrEqualTo(handedOver);
            long end = said.getLast()[1];
            for (long[] line : said) {
                if (end - line[1] >= Time.SECOND) {
                    assertThat(found).as("a second ago, %s", where).isGreaterThanOrEqualTo(line[0]);
                }
            }
            before = found;
        }
        assertThat(before).as("packets recorded in all").isGreaterThan(times * 100L);
    }

    /** Reads the journal through: all packets must be there in order and as they were made. */
    private static long check(Path journal, String where) throws IOException {
        JournalReader reader = JournalReader.open(journal);
        long number = 0;
        try (JournalCursor cursor = reader.fromStart()) {
            for (JournalEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
                if (entry instanceof PacketEntry(var packet)) {
                    assertThat(packet.bytes())
                            .as("packet %d, %s", number, where)
                            .isEqualTo(KilledWriter.packet(number));
                    number++;
                }
            }
            // A process may also die before the header of a new segment is whole.
            assertThat(cursor.damages())
                    .as(where)
                    .allMatch(damage -> damage.kind() == JournalDamage.Kind.SEGMENT_HEADER);
        }
        return number;
    }

    /** Returns what the process said: packets given to the journal, and its clock (ns). */
    private static List<long[]> runAndKill(Path journal, int milliseconds) throws Exception {
        Process process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Xmx64m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                KilledWriter.class.getName(),
                                journal.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<List<long[]>> said =
                CompletableFuture.supplyAsync(() -> lines(process, begun));
        try {
            assertThat(begun.await(30, TimeUnit.SECONDS)).as("the process records").isTrue();
            TimeUnit.MILLISECONDS.sleep(milliseconds);
            assertThat(process.isAlive()).as("the process still records").isTrue();
        } finally {
            process.toHandle().destroyForcibly(); // the process itself would close its output too
        }
        assertThat(process.waitFor()).isEqualTo(128 + 9);
        return said.get(30, TimeUnit.SECONDS);
    }

    private static List<long[]> lines(Process process, CountDownLatch begun) {
        List<long[]> lines = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            StringBuilder line = new StringBuilder();
            for (int c = out.read(); c >= 0; c = out.read()) {
                if (c == '\n') { // the last line may be cut, and is left out then
                    String[] parts = line.toString().split(" ");
                    lines.add(new long[] {Long.parseLong(parts[0]), Long.parseLong(parts[1])});
                    line.setLength(0);
                    begun.countDown();
                } else {
                    line.append((char) c);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
