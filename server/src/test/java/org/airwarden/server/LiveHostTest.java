package org.airwarden.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.airwarden.asterix.BlockWriter;
import org.airwarden.asterix.Definition;
import org.airwarden.asterix.Definitions;
import org.airwarden.asterix.RecordWriter;
import org.airwarden.feeds.SiteFile;
import org.airwarden.feeds.SiteFileReader;
import org.airwarden.journal.JournalCursor;
import org.airwarden.journal.JournalEntry;
import org.airwarden.journal.JournalEntry.ChangeEntry;
import org.airwarden.journal.JournalEntry.PacketEntry;
import org.airwarden.journal.JournalReader;
import org.airwarden.model.Origin;
import org.airwarden.model.PictureChange.SensorChanged;
import org.airwarden.model.PictureChange.TrackChanged;
import org.airwarden.model.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live picture over real sockets on the loopback address. */
class LiveHostTest {
    private static final int AIRCRAFT = 12;

    @TempDir private Path folder;

    private static SiteFile site(int port) {
        return SiteFileReader.parse(
                "test",
                """
                name: Test
                sensors:
                  - {name: Station, kind: adsb, sac: 1, sic: 2, position: {latitude: 41, longitude: 2}, period: 1}
                sources:
                  - {name: feed, udp: "127.0.0.1:%d", editions: {"021": "2.4"}}
                """
                        .formatted(port));
    }

    private static int freePort() throws Exception {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A block of one report an aircraft, each flying east at 200 m/s. */
    private static byte[] block(int second, boolean simulated) {
        Definition definition = Definitions.of(21, "2.4");
        RecordWriter record = new RecordWriter(definition);
        BlockWriter block = new BlockWriter(definition);
        double timeOfDay = Math.floorMod(System.currentTimeMillis(), 86_400_000L) / 1e3;
        for (int i = 0; i < AIRCRAFT; i++) {
            record.clear();
            record.raw(definition.field("010/SAC"), 1).raw(definition.field("010/SIC"), 2);
            record.raw(definition.field("040/ATP"), 0);
            if (simulated) {
                record.raw(definition.field("040/SIM"), 1);
            }
            record.value(definition.field("073"), timeOfDay);
            record.raw(definition.field("080"), 0x400000 + i);
            record.raw(definition.field("090/NACP"), 9);
            record.value(definition.field("131/LAT"), 40 + i * 0.1);
            record.value(definition.field("131/LON"), 2 + second * 0.2 * 200 / 85_000.0);
            record.value(definition.field("145"), 350);
            block.add(record);
        }
        return block.toBytes();
    }

    private static void send(DatagramSocket from, int port, byte[] bytes) throws Exception {
        from.send(
                new DatagramPacket(
                        bytes,
                        bytes.length,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
    }

    @Test
    void shouldTrackWhatItReceivesAndRecordItFirst() throws Exception {
        int port = freePort();
        Path journal = folder.resolve("journal");
        List<byte[]> sent = new ArrayList<>();
        try (LiveHost host = LiveHost.start(site(port), journal, "test");
                DatagramSocket socket = new DatagramSocket()) {
            for (int second = 0; second < 20; second++) {
                byte[] block = block(second, false);
                sent.add(block);
                send(socket, port, block);
                send(socket, port, block); // the same over a second line
                Thread.sleep(200);
            }
            await(() -> host.status().reports() >= 20 * AIRCRAFT);

            assertThat(host.status().reports()).as("copies count once").isEqualTo(20 * AIRCRAFT);
            assertThat(host.board().size()).isEqualTo(AIRCRAFT);
            assertThat(host.status().replay()).isFalse();
            assertThat(Time.secondsBetween(host.status().time(), host.status().last()))
                    .isLessThan(3);
            assertThat(host.command(new HostCommand.Pause())).contains("live");
        }
        List<byte[]> recorded = new ArrayList<>();
        Set<Integer> shown = new HashSet<>();
        boolean sensorSaid = false;
        try (JournalCursor cursor = JournalReader.open(journal).fromStart()) {
            for (JournalEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
                if (entry instanceof PacketEntry(var packet)) {
                    recorded.add(packet.bytes());
                    assertThat(packet.origin()).isEqualTo(Origin.LIVE);
                } else if (entry instanceof ChangeEntry(TrackChanged(long _, var track))) {
                    shown.add(track.said().address());
                } else if (entry instanceof ChangeEntry(SensorChanged _)) {
                    sensorSaid = true;
                }
            }
            assertThat(cursor.damages()).isEmpty();
        }
        assertThat(recorded).containsExactlyElementsOf(sent);
        assertThat(shown).hasSize(AIRCRAFT);
        assertThat(sensorSaid).isTrue();
        // What was live plays as a recording, to the same tracks.
        try (ReplayHost replay = ReplayHost.start(JournalReader.open(journal), "again", 0)) {
            await(() -> !replay.status().playing());
            assertThat(replay.origin()).isEqualTo(Origin.RECORDED);
            assertThat(replay.status().reports()).isEqualTo(20 * AIRCRAFT);
        }
    }

    @Test
    void shouldRefuseWhatSaysThatItIsSimulated() throws Exception {
        int port = freePort();
        Path journal = folder.resolve("journal");
        try (LiveHost host = LiveHost.start(site(port), journal, "test");
                DatagramSocket socket = new DatagramSocket()) {
            for (int second = 0; second < 8; second++) {
                send(socket, port, block(second, true));
                Thread.sleep(100);
            }
            send(socket, port, block(9, false));
            await(() -> host.status().reports() > 0);

            assertThat(host.status().reports()).isEqualTo(AIRCRAFT);
        }
        // Nor does its replay show as a recording what the live picture refused.
        try (ReplayHost replay = ReplayHost.start(JournalReader.open(journal), "again", 0)) {
            await(() -> !replay.status().playing());
            assertThat(replay.status().reports()).isEqualTo(AIRCRAFT);
        }
    }

    /** A second start into the same journal goes on with the same tracks, as its replay does. */
    @Test
    void shouldGoOnWithTheSameTracksAfterARestart() throws Exception {
        int port = freePort();
        Path journal = folder.resolve("journal");
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        try (DatagramSocket socket = new DatagramSocket()) {
            try (LiveHost host = LiveHost.start(site(port), journal, "test")) {
                for (int second = 0; second < 20; second++) {
                    send(socket, port, block(second, false));
                    Thread.sleep(200);
                }
                await(() -> host.status().reports() >= 20 * AIRCRAFT);
                host.board().forEachTrack(track -> before.add(track.number().serial()));
            }
            assertThat(before).hasSize(AIRCRAFT);
            try (LiveHost host = LiveHost.start(site(port), journal, "test")) {
                assertThat(host.board().size()).as("at once").isEqualTo(AIRCRAFT);
                for (int second = 20; second < 30; second++) {
                    send(socket, port, block(second, false));
                    Thread.sleep(200);
                }
                await(() -> host.status().reports() >= 30 * AIRCRAFT);
                host.board().forEachTrack(track -> after.add(track.number().serial()));
            }
        }
        assertThat(after).isEqualTo(before);
        List<Integer> replayed = new ArrayList<>();
        try (ReplayHost replay = ReplayHost.start(JournalReader.open(journal), "again", 0)) {
            await(() -> !replay.status().playing());
            replay.board().forEachTrack(track -> replayed.add(track.number().serial()));
        }
        assertThat(replayed).isEqualTo(after);
    }

    @Test
    void shouldSetAsideWhatIsBrokenAndGoOn() throws Exception {
        int port = freePort();
        Path journal = folder.resolve("journal");
        try (LiveHost host = LiveHost.start(site(port), journal, "test");
                DatagramSocket socket = new DatagramSocket()) {
            byte[] cut = block(0, false);
            send(socket, port, java.util.Arrays.copyOf(cut, cut.length - 3));
            send(socket, port, new byte[] {21, 0, 0});
            send(socket, port, new byte[] {(byte) 200, 0, 4, 0});
            send(socket, port, new byte[0]);
            send(socket, port, block(1, false));
            await(() -> host.status().reports() >= AIRCRAFT);

            assertThat(host.status().faults()).isGreaterThanOrEqualTo(3);
        }
        int quarantined = 0;
        try (JournalCursor cursor = JournalReader.open(journal).fromStart()) {
            for (JournalEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
                if (entry instanceof JournalEntry.QuarantineEntry) {
                    quarantined++;
                }
            }
        }
        assertThat(quarantined).isGreaterThanOrEqualTo(3);
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for 30 s").isLessThan(end);
            Thread.sleep(10);
        }
    }
}
