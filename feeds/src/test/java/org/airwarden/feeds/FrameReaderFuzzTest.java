package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever the bytes, every reader ends, at the file's end, and nothing is thrown. */
class FrameReaderFuzzTest {
    private static final int ROUNDS = 250;

    @Test
    void shouldEndWithoutExceptionWhenBytesAreRandom() throws IOException {
        for (long seed = 0; seed < ROUNDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = new byte[random.nextInt(1 << random.nextInt(1, 14))];
            random.nextBytes(bytes);
            readInEveryFormat(bytes, seed);
        }
    }

    @Test
    void shouldEndWithoutExceptionWhenRecordingsAreMutated() throws IOException {
        List<byte[]> seeds = recordings();
        for (long seed = 0; seed < ROUNDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = mutate(seeds.get((int) (seed % seeds.size())), random);
            readInEveryFormat(bytes, seed);
            assertThat(FramingDetector.detect(bytes, random.nextBoolean())).isNotNull();
        }
    }

    private static byte[] mutate(byte[] recording, SplittableRandom random) {
        byte[] bytes = recording.clone();
        int changes = 1 + random.nextInt(1 + bytes.length / 50);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] = (byte) 0xFF;
                case 2 -> bytes[at] = 0;
                default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            }
        }
        int from = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : 0;
        int to = random.nextInt(4) == 0 ? random.nextInt(from, bytes.length) : bytes.length;
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static void readInEveryFormat(byte[] bytes, long seed) throws IOException {
        for (RecordingFormat format : RecordingFormat.all()) {
            Frame frame = new Frame();
            long[] last = {-1};
            long[] told = {0};
            try (FrameReader reader =
                    FrameReader.open(
                            new ByteArrayInputStream(bytes),
                            format,
                            fault -> {
                                told[0]++;
                                assertThat(fault.bytes().length)
                                        .isLessThanOrEqualTo(FrameFault.KEPT);
                                assertThat(fault.fileOffset() + fault.length())
                                        .isBetween(0L, (long) bytes.length);
                            })) {
                long frames = 0;
                while (reader.next(frame)) {
                    frames++;
                    assertThat(frame.length()).isPositive();
                    assertThat(frame.offset() + frame.length())
                            .isLessThanOrEqualTo(frame.bytes().length);
                    assertThat(reader.position())
                            .as("seed %d, %s", seed, format.word())
                            .isGreaterThanOrEqualTo(last[0]);
                    last[0] = reader.position();
                    assertThat(frames)
                            .as("seed %d, %s", seed, format.word())
                            .isLessThanOrEqualTo(bytes.length);
                }
                assertThat(reader.position())
                        .as("seed %d, %s", seed, format.word())
                        .isEqualTo(bytes.length);
                assertThat(reader.faults().values().stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(told[0]);
            }
        }
    }

    private static List<byte[]> recordings() {
        byte[] blocks = Samples.blocks(20, 1);
        byte[] whole = CaptureWriter.udp(Samples.blocks(4, 3));
        CaptureWriter pcap = CaptureWriter.pcap(ByteOrder.LITTLE_ENDIAN, false, 1);
        CaptureWriter pcapng =
                new CaptureWriter(ByteOrder.BIG_ENDIAN).section().interfaceBlock(1, 6, 0);
        List<byte[]> packets =
                List.of(
                        CaptureWriter.ethernet(
                                0x0800, CaptureWriter.ipv4(CaptureWriter.udp(blocks)), 0x8100),
                        CaptureWriter.ethernet(
                                0x0800,
                                CaptureWriter.ipv4(Arrays.copyOf(whole, 64), 17, 1, 0, true, 4)),
                        CaptureWriter.ethernet(
                                0x86DD,
                                CaptureWriter.ipv6(
                                        0,
                                        CaptureWriter.hopByHop(
                                                44,
                                                CaptureWriter.fragment6(
                                                        17, 9, 0, true, new byte[80])))),
                        CaptureWriter.ethernet(
                                0x0800,
                                CaptureWriter.ipv4(
                                        Arrays.copyOfRange(whole, 64, whole.length),
                                        17,
                                        1,
                                        64,
                                        false,
                                        0)));
        for (int i = 0; i < packets.size(); i++) {
            pcap.packet(1_700_000_000L + i, i, packets.get(i));
            pcapng.enhanced(0, 1_700_000_000_000_000L + i, packets.get(i));
        }
        byte[] gps = Samples.join(List.of(new byte[2200], blocks));
        byte[] json =
                "{\"now\":1,\n\"aircraft\":[{\"hex\":\"abcdef\"}]}\n[1,{}]\n"
                        .getBytes(StandardCharsets.UTF_8);
        return List.of(
                blocks,
                FrameReaderTest.finalFrame(blocks, 5),
                pcap.bytes(),
                pcapng.bytes(),
                gps,
                json);
    }
}
