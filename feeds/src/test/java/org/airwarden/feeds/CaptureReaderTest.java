package org.airwarden.feeds;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.airwarden.feeds.CaptureWriter.cooked;
import static org.airwarden.feeds.CaptureWriter.cooked2;
import static org.airwarden.feeds.CaptureWriter.ethernet;
import static org.airwarden.feeds.CaptureWriter.fragment6;
import static org.airwarden.feeds.CaptureWriter.hopByHop;
import static org.airwarden.feeds.CaptureWriter.ipv4;
import static org.airwarden.feeds.CaptureWriter.ipv6;
import static org.airwarden.feeds.CaptureWriter.loopback;
import static org.airwarden.feeds.CaptureWriter.pcap;
import static org.airwarden.feeds.CaptureWriter.udp;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.airwarden.feeds.Frame.TimeKind;
import org.airwarden.feeds.FrameFault.Kind;
import org.airwarden.feeds.RecordingFormat.Encapsulation;
import org.airwarden.model.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CaptureReaderTest {
    private static final RecordingFormat PCAP = RecordingFormat.of(Framing.PCAP);
    private static final RecordingFormat PCAPNG = RecordingFormat.of(Framing.PCAPNG);
    private static final byte[] PAYLOAD = Samples.blocks(3, 11);
    private static final long SECOND = 1_700_000_000L;

    static Stream<Arguments> links() {
        byte[] four = ipv4(udp(PAYLOAD));
        byte[] six = ipv6(17, udp(PAYLOAD));
        return Stream.of(
                Arguments.of("Ethernet, IPv4", 1, ethernet(0x0800, four)),
                Arguments.of("Ethernet, IPv6", 1, ethernet(0x86DD, six)),
                Arguments.of("VLAN", 1, ethernet(0x0800, four, 0x8100)),
                Arguments.of("QinQ", 1, ethernet(0x86DD, six, 0x88A8, 0x8100)),
                Arguments.of("padded", 1, Arrays.copyOf(ethernet(0x0800, four), 700)),
                Arguments.of("Linux cooked, IPv4", 113, cooked(0x0800, four)),
                Arguments.of("Linux cooked, VLAN", 113, cooked(0x8100, vlan(four))),
                Arguments.of("Linux cooked 2, IPv6", 276, cooked2(0x86DD, six)),
                Arguments.of("raw IPv4", 101, four),
                Arguments.of("raw IPv6", 101, six),
                Arguments.of("null, IPv4", 0, loopback(0x02000000, four)),
                Arguments.of("null, IPv6", 0, loopback(30, six)),
                Arguments.of("loop", 108, loopback(2, four)),
                Arguments.of("IPv4 options", 101, ipv4(udp(PAYLOAD), 17, 1, 0, false, 12)),
                Arguments.of(
                        "IPv6 extensions", 101, ipv6(0, hopByHop(60, hopByHop(17, udp(PAYLOAD))))));
    }

    private static byte[] vlan(byte[] body) {
        return ByteBuffer.allocate(4 + body.length)
                .putShort((short) 5)
                .putShort((short) 0x0800)
                .put(body)
                .array();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("links")
    void shouldGiveDatagramWhenLinkIs(String name, int linkType, byte[] packet) throws IOException {
        byte[] file = pcap(LITTLE_ENDIAN, false, linkType).packet(SECOND, 250_000, packet).bytes();
        List<FrameFault> faults = new ArrayList<>();
        Frame frame = new Frame();
        try (FrameReader reader =
                FrameReader.open(new ByteArrayInputStream(file), PCAP, faults::add)) {
            assertThat(reader.next(frame)).isTrue();

            assertThat(frame.copyOfPayload()).isEqualTo(PAYLOAD);
            assertThat(frame.time()).isEqualTo(SECOND * 1_000_000_000L + 250_000_000);
            assertThat(frame.timeKind()).isEqualTo(TimeKind.UTC);
            assertThat(frame.fileOffset()).isEqualTo(24);
            assertThat(frame.sourcePort()).isEqualTo(4000);
            assertThat(frame.destinationPort()).isEqualTo(8600);
            boolean six = frame.destinationAddress().getAddress().length == 16;
            assertThat(frame.sourceAddress().getAddress())
                    .isEqualTo(six ? CaptureWriter.FROM_6 : CaptureWriter.FROM_4);
            assertThat(frame.destinationAddress().getAddress())
                    .isEqualTo(six ? CaptureWriter.TO_6 : CaptureWriter.TO_4);
            assertThat(reader.next(frame)).isFalse();
            assertThat(reader.next(frame)).isFalse();
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void shouldLoseOnePacketOnlyWhenItsLengthReachesIntoThoseBehind() throws IOException {
        byte[] packet = ethernet(0x0800, ipv4(udp(PAYLOAD)));
        CaptureWriter capture = pcap(LITTLE_ENDIAN, false, 1);
        for (int i = 0; i < 6; i++) {
            capture.packet(SECOND + i, 0, packet);
        }
        byte[] file = capture.bytes();
        int record = 16 + packet.length;
        for (int wrong = packet.length + 1; wrong < 5 * record; wrong++) {
            boolean toAnother = (16 + wrong) % record == 0;
            byte[] damaged = file.clone();
            ByteBuffer.wrap(damaged).order(LITTLE_ENDIAN).putInt(24 + 8, wrong).putInt(36, wrong);
            int frames = 0;
            Frame frame = new Frame();
            try (FrameReader reader =
                    FrameReader.open(new ByteArrayInputStream(damaged), PCAP, fault -> {})) {
                while (reader.next(frame)) {
                    frames += Arrays.equals(frame.copyOfPayload(), PAYLOAD) ? 1 : 0;
                }
            }
            if (!toAnother) {
                assertThat(frames).as("a length of %d", wrong).isGreaterThanOrEqualTo(5);
            }
        }
    }

    @Test
    void shouldFindThePacketsWhenAWrongLengthEndsWithTheFile() throws IOException {
        byte[] packet = ethernet(0x0800, ipv4(udp(PAYLOAD)));
        int record = 16 + packet.length;
        for (int behind = 1; behind <= 6; behind++) {
            CaptureWriter capture = pcap(LITTLE_ENDIAN, false, 1);
            for (int i = 0; i < 2 + behind; i++) {
                capture.packet(SECOND + i, 0, packet);
            }
            byte[] damaged = capture.bytes();
            int length = packet.length + behind * record;
            int second = 24 + record;
            ByteBuffer.wrap(damaged)
                    .order(LITTLE_ENDIAN)
                    .putInt(second + 8, length)
                    .putInt(second + 12, length);
            Samples.Read read = Samples.read(damaged, PCAP);
            assertThat(read.payloads()).as("%d packets behind it", behind).hasSize(1 + behind);
            assertThat(read.faults())
                    .singleElement()
                    .satisfies(fault -> {
                        assertThat(fault.kind()).isEqualTo(Kind.BAD_HEADER);
                        assertThat(fault.fileOffset()).isEqualTo(second);
                        assertThat(fault.length()).isEqualTo(record);
                    });
        }
    }

    @Test
    void shouldBelieveTheLastPacketWhenItHoldsAPacketOfAnotherTime() throws IOException {
        byte[] inner = pcap(LITTLE_ENDIAN, false, 101).packet(5, 0, new byte[40]).bytes();
        byte[] file =
                pcap(LITTLE_ENDIAN, false, 101)
                        .packet(SECOND, 0, ipv4(udp(PAYLOAD)))
                        .packet(SECOND + 1, 0, ipv4(udp(inner)))
                        .bytes();
        Samples.Read read = Samples.read(file, PCAP);
        assertThat(read.payloads()).hasSize(2);
        assertThat(read.payloads().getLast()).isEqualTo(inner);
        assertThat(read.faults()).isEmpty();
    }

    @Test
    void shouldKeepThePacketsBehindOneWhoseTimeIsWrong() throws IOException {
        byte[] packet = ipv4(udp(PAYLOAD));
        for (long wrong : new long[] {0, 0xFFFF_FFFFL}) {
            CaptureWriter file = pcap(LITTLE_ENDIAN, false, 101).packet(wrong, 0, packet);
            for (int i = 0; i < 9; i++) {
                file.packet(SECOND + i, 0, packet);
            }
            assertThat(Samples.read(file.bytes(), PCAP).payloads()).hasSize(10);
            assertThat(Samples.read(file.bytes(), PCAP).faults()).isEmpty();
        }
    }

    @Test
    void shouldReadOnWhenAMonthLiesBetweenTwoPackets() throws IOException {
        byte[] packet = ipv4(udp(PAYLOAD));
        CaptureWriter joined = pcap(BIG_ENDIAN, true, 101);
        for (int i = 0; i < 10; i++) {
            joined.packet(SECOND + i + (i < 5 ? 0 : 30L * 86_400), 0, packet);
        }
        assertThat(Samples.read(joined.bytes(), PCAP).payloads()).hasSize(10);
    }

    @Test
    void shouldReadBothByteOrdersAndResolutionsWhenPcap() throws IOException {
        byte[] packet = ipv4(udp(PAYLOAD));
        for (ByteOrder order : List.of(BIG_ENDIAN, LITTLE_ENDIAN)) {
            for (boolean nanoseconds : new boolean[] {false, true}) {
                byte[] file = pcap(order, nanoseconds, 101).packet(SECOND, 123_456, packet).bytes();
                assertThat(FramingDetector.detect(file, false).word()).isEqualTo("pcap");
                assertThat(times(file, PCAP))
                        .containsExactly(
                                SECOND * 1_000_000_000L + 123_456L * (nanoseconds ? 1 : 1000));
            }
        }
    }

    @Test
    void shouldCountAndPassOverPacketsThatAreNotUdp() throws IOException {
        byte[] file =
                pcap(LITTLE_ENDIAN, false, 1)
                        .packet(SECOND, 0, ethernet(0x0806, new byte[28]))
                        .packet(SECOND, 1, ethernet(0x0800, ipv4(new byte[20], 6, 1, 0, false, 0)))
                        .packet(SECOND, 2, ethernet(0x0800, ipv4(udp(PAYLOAD))))
                        .packet(SECOND, 3, ethernet(0x86DD, ipv6(58, new byte[8])))
                        .bytes();
        Frame frame = new Frame();
        try (CaptureReader reader =
                (CaptureReader)
                        FrameReader.open(
                                new ByteArrayInputStream(file),
                                PCAP,
                                fault -> assertThat(fault).isNull())) {
            assertThat(reader.next(frame)).isTrue();
            assertThat(reader.next(frame)).isFalse();
            assertThat(reader.packets()).isEqualTo(4);
            assertThat(reader.skippedPackets()).isEqualTo(3);
        }
    }

    @Test
    void shouldPutFragmentsTogetherInAnyOrder() {
        byte[] payload = Samples.blocks(60, 5);
        byte[] whole = udp(payload);
        for (long seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<byte[]> packets = fragments(whole, random, seed % 2 == 0);
            packets.add(packets.get(random.nextInt(packets.size()))); // one comes twice, early
            for (int i = packets.size() - 2; i > 0; i--) {
                int j = random.nextInt(i + 1);
                byte[] swap = packets.get(i);
                packets.set(i, packets.get(j));
                packets.set(j, swap);
            }
            packets.addFirst(packets.removeLast());
            CaptureWriter writer = pcap(BIG_ENDIAN, false, 101);
            packets.forEach(packet -> writer.packet(SECOND, 0, packet));

            Samples.Read read = Samples.read(writer.bytes(), PCAP);

            assertThat(read.payloads()).as("seed %d", seed).hasSize(1);
            assertThat(read.payloads().getFirst()).as("seed %d", seed).isEqualTo(payload);
        }
    }

    private static List<byte[]> fragments(byte[] whole, SplittableRandom random, boolean four) {
        List<byte[]> packets = new ArrayList<>();
        int at = 0;
        while (at < whole.length) {
            int to = Math.min(whole.length, at + 8 * random.nextInt(1, 60));
            byte[] part = Arrays.copyOfRange(whole, at, to);
            boolean more = to < whole.length;
            packets.add(
                    four
                            ? ipv4(part, 17, 4711, at, more, 0)
                            : ipv6(44, fragment6(17, 4711, at, more, part)));
            at = to;
        }
        return packets;
    }

    @Test
    void shouldKeepFragmentsOfDifferentDatagramsApart() {
        byte[] one = udp(Samples.blocks(10, 1));
        byte[] two = udp(Samples.blocks(10, 2));
        byte[] file =
                pcap(LITTLE_ENDIAN, false, 101)
                        .packet(SECOND, 0, ipv4(Arrays.copyOf(one, 80), 17, 1, 0, true, 0))
                        .packet(SECOND, 1, ipv4(Arrays.copyOf(two, 80), 17, 2, 0, true, 0))
                        .packet(SECOND, 2, ipv4(tail(one), 17, 1, 80, false, 0))
                        .packet(SECOND, 3, ipv4(tail(two), 17, 2, 80, false, 0))
                        .bytes();

        Samples.Read read = Samples.read(file, PCAP);

        assertThat(read.faults()).isEmpty();
        assertThat(read.joined())
                .isEqualTo(Samples.join(List.of(Samples.blocks(10, 1), Samples.blocks(10, 2))));
    }

    private static byte[] tail(byte[] whole) {
        return Arrays.copyOfRange(whole, 80, whole.length);
    }

    @Test
    void shouldGiveFragmentsUpWhenTheRestIsLate() {
        byte[] whole = udp(Samples.blocks(10, 1));
        byte[] file =
                pcap(LITTLE_ENDIAN, false, 101)
                        .packet(SECOND, 0, ipv4(Arrays.copyOf(whole, 80), 17, 1, 0, true, 0))
                        .packet(SECOND + 31, 0, ipv4(tail(whole), 17, 1, 80, false, 0))
                        .bytes();

        Samples.Read read = Samples.read(file, PCAP);

        assertThat(read.payloads()).isEmpty();
        assertThat(read.faults())
                .extracting(FrameFault::kind)
                .containsExactly(Kind.LOST_FRAGMENTS, Kind.LOST_FRAGMENTS);
        assertThat(read.faults().getFirst().words()).contains("after 30 s");
        assertThat(read.faults().getLast().words()).contains("the file's end");
    }

    @Test
    void shouldDropDatagramWhenFragmentsContradict() {
        byte[] whole = udp(Samples.blocks(10, 1));
        byte[] other = whole.clone();
        other[40] ^= 1;
        byte[] file =
                pcap(LITTLE_ENDIAN, false, 101)
                        .packet(SECOND, 0, ipv4(Arrays.copyOf(whole, 80), 17, 1, 0, true, 0))
                        .packet(SECOND, 1, ipv4(Arrays.copyOf(other, 80), 17, 1, 0, true, 0))
                        .bytes();

        Samples.Read read = Samples.read(file, PCAP);

        assertThat(read.faults()).extracting(FrameFault::kind).containsExactly(Kind.LOST_FRAGMENTS);
        assertThat(read.faults().getFirst().words()).contains("contradict");
    }

    @Test
    void shouldBoundFragmentsThatWait() {
        CaptureWriter writer = pcap(LITTLE_ENDIAN, false, 101);
        byte[] part = new byte[64];
        for (int id = 0; id < 1000; id++) {
            writer.packet(SECOND, 0, ipv4(part, 17, id, 0, true, 0));
        }

        Samples.Read read = Samples.read(writer.bytes(), PCAP);

        assertThat(read.faults()).hasSize(1000);
        assertThat(read.faults().subList(0, 744))
                .allMatch(fault -> fault.words().contains("given up"));
    }

    @Test
    void shouldGiveWhatIsThereWhenCaptureCutPacket() throws IOException {
        byte[] packet = ipv4(udp(PAYLOAD));
        byte[] file =
                pcap(LITTLE_ENDIAN, false, 101)
                        .packet(SECOND, 0, Arrays.copyOf(packet, 60), packet.length)
                        .bytes();
        List<FrameFault> faults = new ArrayList<>();
        Frame frame = new Frame();
        try (FrameReader reader =
                FrameReader.open(new ByteArrayInputStream(file), PCAP, faults::add)) {
            assertThat(reader.next(frame)).isTrue();
            assertThat(frame.truncated()).isTrue();
            assertThat(frame.copyOfPayload()).isEqualTo(Arrays.copyOf(PAYLOAD, 32));
            assertThat(reader.faults()).containsExactly(Map.entry(Kind.TRUNCATED_PACKET, 1L));
        }
        assertThat(faults).hasSize(1);
    }

    @Test
    void shouldFaultPacketWhenUdpLengthIsTooLong() {
        byte[] datagram = udp(PAYLOAD);
        datagram[4] = 0x7F;
        byte[] file =
                pcap(LITTLE_ENDIAN, false, 101)
                        .packet(SECOND, 0, ipv4(datagram))
                        .packet(SECOND, 0, ipv4(udp(PAYLOAD)))
                        .bytes();

        Samples.Read read = Samples.read(file, PCAP);

        assertThat(read.payloads()).hasSize(1);
        assertThat(read.faults()).extracting(FrameFault::kind).containsExactly(Kind.BAD_PACKET);
    }

    @Test
    void shouldFindNextPacketWhenHeaderIsDamaged() {
        CaptureWriter writer = pcap(LITTLE_ENDIAN, false, 101);
        for (int i = 0; i < 20; i++) {
            writer.packet(SECOND + i, 0, ipv4(udp(Samples.blocks(2, i))));
        }
        byte[] file = writer.bytes();
        int third = 24;
        for (int i = 0; i < 2; i++) {
            third += 16 + ByteBuffer.wrap(file).order(LITTLE_ENDIAN).getInt(third + 8);
        }
        file[third + 11] = 0x7F;

        Samples.Read read = Samples.read(file, PCAP);

        assertThat(read.payloads()).hasSize(19);
        assertThat(read.faults()).extracting(FrameFault::kind).containsExactly(Kind.BAD_HEADER);
        assertThat(read.faults().getFirst().fileOffset()).isEqualTo(third);
    }

    @Test
    void shouldReadSectionsInterfacesAndResolutionsWhenPcapng() throws IOException {
        byte[] packet = ipv4(udp(PAYLOAD));
        byte[] framed = ethernet(0x0800, packet);
        long microseconds = SECOND * 1_000_000 + 7;
        byte[] little =
                new CaptureWriter(LITTLE_ENDIAN)
                        .section()
                        .interfaceBlock(101, -1, 0)
                        .interfaceBlock(1, 9, 0)
                        .interfaceBlock(101, 0x80 | 20, 100)
                        .otherBlock(4, new byte[77])
                        .enhanced(0, microseconds, packet)
                        .enhanced(1, SECOND * 1_000_000_000L + 5, framed)
                        .enhanced(2, (SECOND << 20) + (1 << 19), packet)
                        .otherBlock(0x0BAD, new byte[5])
                        .bytes();
        byte[] big =
                new CaptureWriter(BIG_ENDIAN)
                        .section()
                        .interfaceBlock(101, 3, 0)
                        .enhanced(0, SECOND * 1000 + 1, packet)
                        .simple(packet)
                        .bytes();
        byte[] file = Samples.join(List.of(little, big));

        assertThat(FramingDetector.detect(file, false).word()).isEqualTo("pcapng");
        assertThat(times(file, PCAPNG))
                .containsExactly(
                        SECOND * 1_000_000_000L + 7000,
                        SECOND * 1_000_000_000L + 5,
                        (SECOND + 100) * 1_000_000_000L + 500_000_000,
                        SECOND * 1_000_000_000L + 1_000_000,
                        Time.UNKNOWN);
        Samples.Read read = Samples.read(file, PCAPNG);
        assertThat(read.faults()).isEmpty();
        assertThat(read.payloads()).allMatch(payload -> Arrays.equals(payload, PAYLOAD));
    }

    @Test
    void shouldGoOnWhenPcapngBlockIsDamaged() {
        byte[] packet = ipv4(udp(PAYLOAD));
        byte[] head = new CaptureWriter(LITTLE_ENDIAN).section().interfaceBlock(101, -1, 0).bytes();
        byte[] body = new CaptureWriter(LITTLE_ENDIAN).enhanced(0, 5_000_000, packet).bytes();
        byte[] damaged = body.clone();
        damaged[damaged.length - 1] = 9;
        byte[] file = Samples.join(List.of(head, body, damaged, body, body));

        Samples.Read read = Samples.read(file, PCAPNG);

        assertThat(read.payloads()).hasSize(3);
        assertThat(read.faults())
                .extracting(FrameFault::kind)
                .containsExactly(Kind.MISSING_END_MARK);
        assertThat(read.faults().getFirst().length()).isEqualTo(damaged.length);
    }

    @Test
    void shouldUnwrapOradisAndFaultWhatIsNot() {
        byte[] first = Samples.blocks(1, 1);
        byte[] second = Samples.blocks(2, 2);
        byte[] datagram = Samples.join(List.of(oradis(first), oradis(second)));
        byte[] broken = datagram.clone();
        broken[oradis(first).length] = 0x55;
        byte[] file =
                pcap(LITTLE_ENDIAN, false, 101)
                        .packet(SECOND, 0, ipv4(udp(datagram)))
                        .packet(SECOND, 0, ipv4(udp(broken)))
                        .packet(SECOND, 0, ipv4(udp(oradis(second))))
                        .bytes();

        assertThat(FramingDetector.detect(file, false).word()).isEqualTo("pcap+oradis");
        Samples.Read read =
                Samples.read(file, RecordingFormat.of(Framing.PCAP, Encapsulation.ORADIS));
        assertThat(read.payloads()).hasSize(4);
        assertThat(read.joined()).isEqualTo(Samples.join(List.of(first, second, first, second)));
        assertThat(read.faults())
                .extracting(FrameFault::kind)
                .containsExactly(Kind.BAD_ENCAPSULATION);
    }

    private static byte[] oradis(byte[] blocks) {
        return ByteBuffer.allocate(6 + blocks.length)
                .putShort((short) (6 + blocks.length))
                .putInt(45_826_101)
                .put(blocks)
                .array();
    }

    private static List<Long> times(byte[] file, RecordingFormat format) throws IOException {
        List<Long> times = new ArrayList<>();
        Frame frame = new Frame();
        try (FrameReader reader =
                FrameReader.open(new ByteArrayInputStream(file), format, fault -> {})) {
            while (reader.next(frame)) {
                times.add(frame.time());
            }
        }
        return times;
    }

    @Test
    void shouldReadPacketsBehindABlockOfImpossibleLengthWhateverItsKind() {
        byte[] payload = Samples.blocks(1, 5);
        byte[] packet =
                CaptureWriter.ethernet(0x0800, CaptureWriter.ipv4(CaptureWriter.udp(payload)));
        for (int kind : new int[] {1, 3, 6, 10, 0xE1FF}) {
            CaptureWriter file =
                    new CaptureWriter(ByteOrder.LITTLE_ENDIAN).section().interfaceBlock(1, -1, 0);
            byte[] bad =
                    ByteBuffer.allocate(20)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putInt(kind)
                            .putInt(0x7F00_0000)
                            .array();
            file.raw(bad).enhanced(0, 1_700_000_000_000_000L, packet);

            Samples.Read read = Samples.read(file.bytes(), RecordingFormat.of(Framing.PCAPNG));

            assertThat(read.payloads()).as("kind %x", kind).containsExactly(payload);
            assertThat(read.faults()).as("kind %x", kind).hasSize(1);
        }
    }
}
