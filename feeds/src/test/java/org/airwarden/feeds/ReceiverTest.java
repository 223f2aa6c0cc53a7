package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Receivers with real sockets on the loopback interface. */
@Timeout(60) // a hang must not hold the build; nothing below depends on how long things take
class ReceiverTest {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
    private static final LongSupplier CLOCK = () -> 1_700_000_000_000_000_000L;
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private static PacketQueue queue(int sources) {
        return new PacketQueue(10_000, sources, 1e6, 10_000, System::nanoTime);
    }

    private static void send(byte[] bytes, int port) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, HERE)) {
            socket.send(new DatagramPacket(bytes, bytes.length, HERE, port));
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            Thread.sleep(5);
        }
    }

    @Test
    void shouldDeliverDatagramsWithTheirSourceWhenUnicast() throws Exception {
        PacketQueue queue = queue(2);
        List<UdpEndpoint> endpoints =
                List.of(
                        new UdpEndpoint(0, HERE, 0, null, null),
                        new UdpEndpoint(1, HERE, 0, null, null));
        UdpReceiver receiver = UdpReceiver.start(endpoints, 1 << 20, Origin.LIVE, CLOCK, queue);
        try (receiver) {
            send(new byte[] {1, 2, 3}, receiver.health().get(0).port());
            assertThat(queue.poll(PATIENCE))
                    .isEqualTo(new Packet(CLOCK.getAsLong(), 0, Origin.LIVE, new byte[] {1, 2, 3}));
            send(new byte[] {4}, receiver.health().get(1).port());
            assertThat(queue.poll(PATIENCE))
                    .isEqualTo(new Packet(CLOCK.getAsLong(), 1, Origin.LIVE, new byte[] {4}));
            assertThat(receiver.health().get(0).datagrams()).isEqualTo(1);
            assertThat(receiver.health().get(0).receiveBuffer()).isPositive();
            assertThat(receiver.health().get(0).trouble()).isNull();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("feeds-udp"));
    }

    @Test
    void shouldDeliverDatagramsWhenIpv6() throws Exception {
        InetAddress six = InetAddress.getByName("::1");
        PacketQueue queue = queue(1);
        UdpReceiver receiver;
        try {
            receiver =
                    UdpReceiver.start(
                            List.of(new UdpEndpoint(0, six, 0, null, null)),
                            1 << 16,
                            Origin.LIVE,
                            CLOCK,
                            queue);
        } catch (ReceiverException e) {
            System.err.println("SKIPPED: no IPv6 on loopback: " + e.getMessage());
            Assumptions.abort("no IPv6 on loopback: " + e.getMessage());
            return;
        }
        try (receiver;
                DatagramSocket socket = new DatagramSocket(0, six)) {
            int port = receiver.health().getFirst().port();
            socket.send(new DatagramPacket(new byte[] {8}, 1, six, port));

            assertThat(queue.poll(PATIENCE).bytes()).containsExactly(8);
        }
    }

    @Test
    void shouldTellTroubleAndGoOnWhenSinkThrows() throws Exception {
        PacketQueue one = queue(1);
        List<UdpEndpoint> endpoints =
                List.of(
                        new UdpEndpoint(0, HERE, 0, null, null),
                        new UdpEndpoint(7, HERE, 0, null, null)); // a number the queue lacks
        try (UdpReceiver receiver =
                UdpReceiver.start(endpoints, 1 << 16, Origin.LIVE, CLOCK, one)) {
            send(new byte[] {1}, receiver.health().get(1).port());
            await(() -> receiver.health().get(1).trouble() != null);
            send(new byte[] {2}, receiver.health().get(0).port());

            assertThat(one.poll(PATIENCE).bytes()).containsExactly(2);
        }
    }

    @Test
    void shouldLeaveOutDatagramsWhenAnotherSenderIsNamed() throws Exception {
        PacketQueue queue = queue(2);
        UdpEndpoint strict = new UdpEndpoint(0, HERE, 0, null, InetAddress.getByName("192.0.2.1"));
        UdpEndpoint open = new UdpEndpoint(1, HERE, 0, null, HERE);
        try (UdpReceiver receiver =
                UdpReceiver.start(List.of(strict, open), 1 << 16, Origin.LIVE, CLOCK, queue)) {
            send(new byte[] {1}, receiver.health().get(0).port());
            await(() -> receiver.health().get(0).foreign() == 1);
            send(new byte[] {2}, receiver.health().get(1).port());

            assertThat(queue.poll(PATIENCE).source()).isEqualTo(1);
            assertThat(receiver.health().get(0).datagrams()).isZero();
        }
    }

    @Test
    void shouldSayRemedyWhenPortIsInUse() throws Exception {
        try (DatagramSocket taken = new DatagramSocket(0, HERE)) {
            UdpEndpoint endpoint = new UdpEndpoint(0, HERE, taken.getLocalPort(), null, null);

            assertThatThrownBy(() ->
                            UdpReceiver.start(
                                    List.of(endpoint), 1 << 16, Origin.LIVE, CLOCK, queue(1)))
                    .isInstanceOf(ReceiverException.class)
                    .hasMessageContaining(
                            "UDP port " + taken.getLocalPort() + " is in use by another program")
                    .hasMessageContaining("give the source another port");
        }
    }

    @Test
    void shouldSayWhichInterfacesThereAreWhenGroupCannotBeJoined() throws Exception {
        UdpEndpoint endpoint =
                new UdpEndpoint(0, InetAddress.getByName("239.1.2.3"), 0, "none-such", null);

        assertThatThrownBy(() ->
                        UdpReceiver.start(List.of(endpoint), 1 << 16, Origin.LIVE, CLOCK, queue(1)))
                .isInstanceOf(ReceiverException.class)
                .hasMessageContaining("there is no interface none-such")
                .hasMessageContaining("there are ");
    }

    @Test
    void shouldDeliverDatagramsWhenMulticastOverLoopback() throws Exception {
        NetworkInterface loopback = NetworkInterface.getByInetAddress(HERE);
        InetAddress group = InetAddress.getByName("239.255.77.7");
        PacketQueue queue = queue(1);
        UdpReceiver receiver;
        try {
            receiver =
                    UdpReceiver.start(
                            List.of(new UdpEndpoint(0, group, 0, loopback.getName(), null)),
                            1 << 16,
                            Origin.LIVE,
                            CLOCK,
                            queue);
        } catch (ReceiverException e) {
            System.err.println("SKIPPED: no multicast on loopback: " + e.getMessage());
            Assumptions.abort("no multicast on loopback: " + e.getMessage());
            return;
        }
        try (receiver;
                DatagramChannel sender = DatagramChannel.open(StandardProtocolFamily.INET)) {
            sender.setOption(StandardSocketOptions.IP_MULTICAST_IF, loopback);
            sender.setOption(StandardSocketOptions.IP_MULTICAST_LOOP, true);
            int port = receiver.health().getFirst().port();
            try {
                sender.send(ByteBuffer.wrap(new byte[] {5, 6}), new InetSocketAddress(group, port));
            } catch (IOException e) {
                System.err.println("SKIPPED: no multicast on loopback: " + e.getMessage());
                Assumptions.abort("no multicast on loopback: " + e.getMessage());
            }

            Packet packet = queue.poll(PATIENCE);
            assertThat(packet).isNotNull();
            assertThat(packet.bytes()).containsExactly(5, 6);
            // silence: the group is joined again, and is still heard
            await(() -> receiver.health().getFirst().rejoined() >= 1);
            sender.send(ByteBuffer.wrap(new byte[] {7}), new InetSocketAddress(group, port));
            assertThat(queue.poll(PATIENCE).bytes()).containsExactly(7);
        }
    }

    @Test
    void shouldBoundWhatAFloodPutsInAndStillTakeTheOther() throws Exception {
        PacketQueue queue = new PacketQueue(100, 2, 1e-3, 40, System::nanoTime);
        List<UdpEndpoint> endpoints =
                List.of(
                        new UdpEndpoint(0, HERE, 0, null, null),
                        new UdpEndpoint(1, HERE, 0, null, null));
        try (UdpReceiver receiver =
                        UdpReceiver.start(endpoints, 1 << 20, Origin.LIVE, CLOCK, queue);
                DatagramSocket socket = new DatagramSocket(0, HERE)) {
            int flooded = receiver.health().get(0).port();
            for (int i = 0; i < 3000; i++) {
                socket.send(new DatagramPacket(new byte[64], 64, HERE, flooded));
            }
            for (int i = 0; i < 20; i++) {
                send(new byte[] {9}, receiver.health().get(1).port());
            }
            await(() -> queue.counts().get(1).taken() == 20);

            await(() -> queue.counts().get(0).dropped() > 0);
            assertThat(queue.counts().get(0).taken()).isEqualTo(40);
            assertThat(queue.size()).isEqualTo(60);
        }
    }

    @Test
    void shouldConnectAgainWhenServerWasKilledAndCameBack() throws Exception {
        PacketQueue queue = queue(1);
        ServerSocket server = new ServerSocket(0, 5, HERE);
        int port = server.getLocalPort();
        TcpReceiver receiver =
                TcpReceiver.start(
                        new TcpReceiver.Endpoint(0, HERE.getHostAddress(), port, 2000, 60_000),
                        new Backoff(5, 20, 1),
                        Origin.LIVE,
                        CLOCK,
                        queue);
        try (receiver) {
            try (Socket peer = server.accept()) {
                write(peer, "first");
                assertThat(text(queue.poll(PATIENCE))).isEqualTo("first");
                assertThat(receiver.health().state()).isEqualTo(TcpReceiver.State.CONNECTED);
                server.close();
            }
            await(() -> receiver.health().trouble() != null);
            ServerSocket again = new ServerSocket();
            again.setReuseAddress(true);
            again.bind(new InetSocketAddress(HERE, port));
            try (again;
                    Socket peer = again.accept()) {
                write(peer, "second");
                assertThat(text(queue.poll(PATIENCE))).isEqualTo("second");
            }
            assertThat(receiver.health().connections()).isGreaterThanOrEqualTo(2);
            assertThat(receiver.health().octets()).isEqualTo(11);
        }
        assertThat(receiver.health().state()).isEqualTo(TcpReceiver.State.CLOSED);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("feeds-tcp-0"));
    }

    @Test
    void shouldGiveConnectionUpWhenServerIsSilent() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, HERE);
                TcpReceiver receiver =
                        TcpReceiver.start(
                                new TcpReceiver.Endpoint(
                                        0, HERE.getHostAddress(), server.getLocalPort(), 2000, 30),
                                new Backoff(1, 2, 1),
                                Origin.LIVE,
                                CLOCK,
                                queue(1));
                Socket first = server.accept();
                Socket second = server.accept()) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            await(() -> receiver.health().connections() >= 2);
            await(() -> {
                String trouble = receiver.health().trouble();
                return trouble != null && trouble.contains("was silent for 30 ms");
            });
        }
    }

    @Test
    void shouldEndAtOnceWhenClosedWhileItWaits() throws Exception {
        int nobody;
        try (ServerSocket taken = new ServerSocket(0, 1, HERE)) {
            nobody = taken.getLocalPort();
        }
        TcpReceiver receiver =
                TcpReceiver.start(
                        new TcpReceiver.Endpoint(0, HERE.getHostAddress(), nobody, 2000, 1000),
                        new Backoff(3_600_000, 3_600_000, 1),
                        Origin.LIVE,
                        CLOCK,
                        queue(1));
        await(() -> receiver.health().state() == TcpReceiver.State.WAITING);
        assertThat(receiver.health().trouble()).contains("cannot be read");

        receiver.close();

        assertThat(receiver.health().state()).isEqualTo(TcpReceiver.State.CLOSED);
    }

    @Test
    void shouldGrowAndStayWithinBoundsWhenFailuresGoOn() {
        for (long seed = 0; seed < 100; seed++) {
            Backoff backoff = Backoff.ofSeconds(seed);
            Backoff twin = Backoff.ofSeconds(seed);
            assertThat(backoff.next()).as("seed %d", seed).isBetween(1000L, 2000L);
            twin.next();
            long longest = 0;
            for (int i = 0; i < 40; i++) {
                long wait = backoff.next();
                assertThat(wait).as("seed %d", seed).isBetween(1000L, 30_000L);
                assertThat(twin.next()).as("seed %d", seed).isEqualTo(wait);
                longest = Math.max(longest, wait);
            }
            assertThat(longest).as("seed %d", seed).isGreaterThan(15_000);
            backoff.reset();
            assertThat(backoff.next()).as("seed %d", seed).isBetween(1000L, 2000L);
        }
    }

    @Test
    void shouldSumDropsOfThePortWhenKernelTells() {
        List<String> table =
                List.of(
                        "   sl  local_address rem_address   st tx_queue rx_queue tr tm->when"
                                + " retrnsmt   uid  timeout inode ref pointer drops",
                        "  1: 0100007F:2198 00000000:0000 07 00000000:00000000 00:00000000 00000000"
                                + "  1000        0 4711 2 0000000000000000 17",
                        "  2: 00000000:2198 00000000:0000 07 00000000:00000000 00:00000000 00000000"
                                + "  1000        0 4712 2 0000000000000000 3",
                        "  3: 00000000:2199 00000000:0000 07 00000000:00000000 00:00000000 00000000"
                                + "  1000        0 4713 2 0000000000000000 8");

        assertThat(KernelDrops.sum(table, 8600)).isEqualTo(20);
        assertThat(KernelDrops.sum(table, 1)).isEqualTo(-1);
    }

    private static void write(Socket peer, String text) throws IOException {
        OutputStream out = peer.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String text(Packet packet) {
        return new String(packet.bytes(), StandardCharsets.US_ASCII);
    }
}
