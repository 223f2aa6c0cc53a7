package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.modes.BeastReader;
import org.airwarden.modes.Fault;
import org.airwarden.modes.Frame;
import org.airwarden.modes.FrameHandler;
import org.airwarden.modes.IqFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server on the loopback interface that plays a real recording the way rtl_tcp does. */
@Timeout(60)
class RtlTcpTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
    private static final byte[] HEADER = {'R', 'T', 'L', '0', 0, 0, 0, 5, 0, 0, 0, 29};

    private final List<Long> counters = new ArrayList<>();
    private final BeastReader reader =
            new BeastReader(
                    new FrameHandler() {
                        @Override
                        public void onFrame(Frame frame) {
                            counters.add(frame.counter());
                        }

                        @Override
                        public void onFault(Fault fault) {
                            throw new AssertionError(fault);
                        }
                    });

    private static TcpReceiver receiver(int port, RtlTuning tuning, PacketSink sink) {
        return TcpReceiver.startRadio(
                new TcpReceiver.Endpoint(0, HERE.getHostAddress(), port, 2_000, 10_000),
                tuning,
                new Backoff(5, 20, 1),
                Origin.LIVE,
                System::nanoTime,
                sink);
    }

    private static PacketQueue queue() {
        return new PacketQueue(10_000, 1, 1e6, 10_000, System::nanoTime);
    }

    @Test
    void shouldTuneAndReceiveAndComeBackWhenTheServerWasLost() throws Exception {
        byte[] samples = Files.readAllBytes(SharedRecordings.file("dump1090/modes1.bin"));
        RtlTuning tuning = new RtlTuning(1_090_000_000, IqFormat.U8_2000, 402, -3);
        PacketQueue queue = queue();
        try (ServerSocket server = new ServerSocket(0, 5, HERE);
                TcpReceiver receiver = receiver(server.getLocalPort(), tuning, queue)) {
            for (int connection = 1; connection <= 2; connection++) {
                try (Socket peer = server.accept()) {
                    play(peer, samples);
                }
                takeUntil(queue, 366 * connection);
            }
            assertThat(receiver.health().connections()).isGreaterThanOrEqualTo(2);
            assertThat(receiver.health().octets()).isEqualTo(2L * samples.length);
            // The last frames may be taken before the receiver sees the end behind them.
            long patience = System.nanoTime() + 5_000_000_000L;
            while (receiver.health().trouble() == null && System.nanoTime() < patience) {
                Thread.sleep(1);
            }
            assertThat(receiver.health().trouble()).contains("ended the connection");
        }
        assertThat(counters).isSorted();
        // The second time the whole recording lies behind, and the wait between.
        assertThat(counters.get(366)).isGreaterThan(counters.getFirst() + 3L * samples.length);
    }

    private static void play(Socket peer, byte[] samples) throws IOException {
        OutputStream out = peer.getOutputStream();
        out.write(HEADER);
        out.flush();
        DataInputStream in = new DataInputStream(peer.getInputStream());
        List<String> commands = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            commands.add(in.readByte() + "=" + in.readInt());
        }
        assertThat(commands)
                .containsExactly("2=2000000", "1=1090000000", "5=-3", "8=0", "3=1", "4=402");
        for (int from = 0; from < samples.length; from += 9_973) {
            out.write(samples, from, Math.min(9_973, samples.length - from));
        }
        out.flush();
        peer.shutdownOutput();
        assertThat(in.read()).isEqualTo(-1);
    }

    private void takeUntil(PacketQueue queue, int messages) throws InterruptedException {
        while (counters.size() < messages) {
            Packet packet = queue.poll(PATIENCE);
            assertThat(packet).as("after %d messages", counters.size()).isNotNull();
            assertThat(packet.origin()).isEqualTo(Origin.LIVE);
            reader.read(packet.bytes());
        }
        assertThat(counters).hasSize(messages);
    }

    @Test
    void shouldSayThatTheServerIsNoneWhenItsHeaderIsWrong() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, HERE);
                TcpReceiver receiver =
                        receiver(server.getLocalPort(), RtlTuning.STANDARD, queue())) {
            try (Socket peer = server.accept()) {
                peer.getOutputStream()
                        .write("HTTP/1.1 400 Bad Request\r\n".getBytes(StandardCharsets.US_ASCII));
                peer.getOutputStream().flush();
                long end = System.nanoTime() + PATIENCE;
                String trouble = null;
                while (trouble == null && System.nanoTime() < end) {
                    trouble = receiver.health().trouble();
                    Thread.onSpinWait();
                }
                assertThat(trouble).contains("is no rtl_tcp server").contains("485454502f");
            }
        }
    }

    @Test
    void shouldBeASourceOfASiteThatMovesAsState() {
        String sensors = "name: x\nsensors: [{name: s, kind: adsb}]\nsources:\n";
        SiteFile plain = SiteFileReader.parse("f", sensors + "  - {name: a, rtl-tcp: \"h:1234\"}");
        assertThat(plain.sources().getFirst().transport())
                .isEqualTo(new Transport.RtlTcp("h", 1234, RtlTuning.STANDARD));
        assertThat(plain.sources().getFirst().format()).isEqualTo(Format.BEAST);
        SiteFile tuned =
                SiteFileReader.parse(
                        "f",
                        sensors
                                + "  - {name: a, rtl-tcp: \"h:1\", rate: 2.0, gain: auto,"
                                + " correction: -12, frequency: 965.5}");
        assertThat(tuned.sources().getFirst().transport())
                .isEqualTo(
                        new Transport.RtlTcp(
                                "h",
                                1,
                                new RtlTuning(
                                        965_500_000, IqFormat.U8_2000, RtlTuning.AUTOMATIC, -12)));
        StateOutput out = new StateOutput();
        tuned.write(out);
        assertThat(SiteFile.read(new StateInput(out.toBytes()))).isEqualTo(tuned);
    }

    @Test
    void shouldLeaveTheGainToTheTunerWhenAsked() {
        byte[] commands =
                RtlTcpProtocol.commands(
                        new RtlTuning(1_090_000_000, IqFormat.U8_2400, RtlTuning.AUTOMATIC, 0));
        assertThat(commands).hasSize(20);
        assertThat(Arrays.copyOfRange(commands, 0, 5)).containsExactly(2, 0, 0x24, 0x9F, 0);
        assertThat(Arrays.copyOfRange(commands, 15, 20)).containsExactly(3, 0, 0, 0, 0);
    }
}
