package org.airwarden.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.airwarden.journal.JournalCursor;
import org.airwarden.journal.JournalEntry;
import org.airwarden.journal.JournalEntry.PacketEntry;
import org.airwarden.journal.JournalReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live program is killed while it records, at random moments. */
class KillTest {
    private static final int NANOSECONDS_A_PACKET = 1_000_000;

    @TempDir private Path folder;

    @Test
    void shouldLoseLessThanASecondWhenKilled() throws Exception {
        killTimes(3, 11);
    }

    @Test
    @Tag("slow")
    void shouldLoseLessThanASecondWhenKilledFiftyTimes() throws Exception {
        killTimes(50, 12);
    }

    private void killTimes(int times, long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < times; i++) {
            kill(
                    folder.resolve("journal-" + i),
                    random.nextLong(300, 2_500),
                    "seed " + seed + ", kill " + i);
        }
    }

    /** Sends numbered packets at a thousand a second, kills, and looks which are in the journal. */
    private void kill(Path journal, long afterMilliseconds, String which) throws Exception {
        int port;
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path site = folder.resolve("site.yaml");
        Files.writeString(
                site,
                """
                name: Kill
                sensors: [{name: S, kind: adsb, sac: 1, sic: 2}]
                sources: [{name: feed, udp: "127.0.0.1:%d"}]
                """
                        .formatted(port));
        Process process =
                Program.builder(
                                "serve",
                                site.toString(),
                                "--port",
                                "0",
                                "--journal",
                                journal.toString())
                        .redirectErrorStream(true)
                        .start();
        try {
            awaitLine(process, "Open http://");
            long[] sentAt = new long[4_000];
            int sent = 0;
            try (DatagramSocket socket = new DatagramSocket()) {
                long start = System.nanoTime();
                long end = start + TimeUnit.MILLISECONDS.toNanos(afterMilliseconds);
                while (System.nanoTime() < end && sent < sentAt.length) {
                    // A CAT021 block of one record with I021/010 alone, and its number behind it.
                    byte[] bytes =
                            ByteBuffer.allocate(10)
                                    .put(new byte[] {21, 0, 6, (byte) 0x80, 1, 2})
                                    .putInt(sent)
                                    .array();
                    socket.send(
                            new DatagramPacket(
                                    bytes,
                                    bytes.length,
                                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
                    sentAt[sent++] = System.nanoTime();
                    while (System.nanoTime() - start < (long) sent * NANOSECONDS_A_PACKET) {
                        Thread.onSpinWait();
                    }
                }
            }
            long killed = System.nanoTime();
            process.toHandle().destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();

            int last = lastNumber(journal);
            assertThat(sent).as(which).isGreaterThan(100);
            int mustBeThere = 0;
            while (mustBeThere < sent
                    && killed - sentAt[mustBeThere] > TimeUnit.SECONDS.toNanos(1)) {
                mustBeThere++;
            }
            assertThat(last).as(which).isGreaterThanOrEqualTo(mustBeThere - 1);
        } finally {
            process.toHandle().destroyForcibly();
        }
    }

    /** The packets in the journal are those that were sent, in order, up to some number. */
    private static int lastNumber(Path journal) throws IOException {
        int next = 0;
        try (JournalCursor cursor = JournalReader.open(journal).fromStart()) {
            for (JournalEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
                if (entry instanceof PacketEntry(var packet)) {
                    assertThat(ByteBuffer.wrap(packet.bytes()).getInt(6)).isEqualTo(next);
                    next++;
                }
            }
            assertThat(cursor.damages()).isEmpty();
        }
        return next - 1;
    }

    private static void awaitLine(Process process, String start) throws IOException {
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder seen = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            seen.append(line).append('\n');
            if (line.startsWith(start)) {
                return;
            }
        }
        throw new AssertionError("the program ended: " + seen);
    }
}
