package org.airwarden.modes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BeastTest {

    private static final FrameKind[] KINDS = FrameKind.values();

    /** Random frames full of escapes; what they must be read as goes to {@code expected}. */
    private static byte[] stream(SplittableRandom random, int frames, List<String> expected) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        byte[] out = new byte[BeastWriter.MAXIMUM_LENGTH];
        for (int i = 0; i < frames; i++) {
            FrameKind kind = KINDS[random.nextInt(KINDS.length)];
            byte[] payload = new byte[kind.length()];
            random.nextBytes(payload);
            for (int k = 0; k < payload.length; k++) {
                if (random.nextInt(4) == 0) {
                    payload[k] = 0x1A;
                }
            }
            long counter = random.nextInt(3) == 0 ? 0x1A1A_1A1A_1A1AL : random.nextLong(1L << 48);
            int signal = random.nextInt(3) == 0 ? 0x1A : random.nextInt(256);
            expected.add(
                    kind
                            + " "
                            + counter
                            + " "
                            + signal
                            + " "
                            + HexFormat.of().formatHex(payload)
                            + " @"
                            + stream.size());
            stream.write(out, 0, BeastWriter.write(kind, counter, signal, payload, 0, out, 0));
        }
        return stream.toByteArray();
    }

    private static Collected read(byte[] bytes) {
        Collected collected = new Collected();
        BeastReader reader = new BeastReader(collected);
        reader.read(bytes);
        reader.finish();
        return collected;
    }

    @Test
    void shouldReadWhatWasWrittenWhenStreamIsWhole() {
        List<String> expected = new ArrayList<>();
        Collected collected = read(stream(new SplittableRandom(1), 500, expected));
        assertThat(collected.frames).isEqualTo(expected);
        assertThat(collected.faults).isEmpty();
    }

    @Test
    void shouldReadTheSameWhenCutAnywhere() {
        SplittableRandom random = new SplittableRandom(2);
        List<String> expected = new ArrayList<>();
        byte[] bytes = stream(random, 40, expected);
        for (int cut = 0; cut <= bytes.length; cut++) {
            Collected collected = new Collected();
            BeastReader reader = new BeastReader(collected);
            reader.read(bytes, 0, cut);
            BeastReader successor = new BeastReader(collected);
            successor.restore(reader.snapshot());
            successor.read(bytes, cut, bytes.length - cut);
            successor.finish();
            assertThat(collected.frames).as("cut at " + cut).isEqualTo(expected);
            assertThat(collected.faults).as("cut at " + cut).isEmpty();
            assertThat(successor.frames()).isEqualTo(40);
        }
    }

    @Test
    void shouldReadTheSameWhenMutatedAndCutAnywhere() {
        for (int seed = 0; seed < 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = stream(random, 12, new ArrayList<>());
            mutate(bytes, random);
            Collected whole = read(bytes);
            Collected single = new Collected();
            BeastReader reader = new BeastReader(single);
            for (byte one : bytes) {
                reader.read(new byte[] {one});
            }
            reader.finish();
            assertThat(single.text()).as("seed " + seed).isEqualTo(whole.text());
            assertThat(reader.faults()).as("seed " + seed).isEqualTo(whole.faults.size());
        }
    }

    @Test
    void shouldAccountForEveryByteWhenInputIsRandom() {
        for (int seed = 0; seed < 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = new byte[random.nextInt(400)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (random.nextInt(3) == 0 ? 0x1A : '0' + random.nextInt(6));
            }
            ByteArrayOutputStream again = new ByteArrayOutputStream();
            byte[] out = new byte[BeastWriter.MAXIMUM_LENGTH];
            long[] faulty = new long[1];
            BeastReader reader =
                    new BeastReader(
                            new FrameHandler() {
                                @Override
                                public void onFrame(Frame frame) {
                                    again.write(
                                            out,
                                            0,
                                            BeastWriter.write(
                                                    frame.kind(),
                                                    frame.counter(),
                                                    frame.signal(),
                                                    frame.buffer(),
                                                    frame.offset(),
                                                    out,
                                                    0));
                                }

                                @Override
                                public void onFault(Fault fault) {
                                    faulty[0] += fault.length();
                                    assertThat(fault.bytes().length)
                                            .isEqualTo((int) Math.min(fault.length(), 64));
                                }
                            });
            reader.read(bytes);
            reader.finish();
            assertThat(again.size() + faulty[0]).as("seed " + seed).isEqualTo(bytes.length);
            assertThat(reader.faultyBytes()).as("seed " + seed).isEqualTo(faulty[0]);
        }
    }

    @Test
    void shouldLoseOneFrameOnlyWhenItIsCutShort() {
        List<String> expected = new ArrayList<>();
        byte[] bytes = stream(new SplittableRandom(5), 3, expected);
        int second = start(expected.get(1));
        int third = start(expected.get(2));
        for (int cut = second + 2; cut < third; cut++) {
            byte[] shorter = Arrays.copyOf(bytes, cut + bytes.length - third);
            System.arraycopy(bytes, third, shorter, cut, bytes.length - third);
            if (shorter[cut - 1] == 0x1A) {
                continue; // half of a doubled byte left behind turns the next start into data
            }
            Collected collected = read(shorter);
            assertThat(collected.frames).as("cut at " + cut).hasSize(2);
            assertThat(collected.frames.getFirst()).isEqualTo(expected.getFirst());
            assertThat(collected.faults).hasSize(1);
            Fault fault = collected.faults.getFirst();
            assertThat(fault.kind()).isEqualTo(FaultKind.TRUNCATED);
            assertThat(fault.offset()).isEqualTo(second);
            assertThat(fault.length()).isEqualTo(cut - second);
            assertThat(fault.bytes()).isEqualTo(Arrays.copyOfRange(bytes, second, cut));
        }
    }

    @Test
    void shouldNameGarbageAndUnknownTypesWhenTheyStandBetweenFrames() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        List<String> expected = new ArrayList<>();
        stream.writeBytes("hello".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        byte[] frame = stream(new SplittableRandom(6), 1, expected);
        stream.writeBytes(frame);
        stream.writeBytes(new byte[] {0x1A, '9', 1, 2, 3});
        stream.writeBytes(frame);
        Collected collected = read(stream.toByteArray());
        assertThat(collected.frames).hasSize(2);
        assertThat(collected.faults)
                .extracting(Fault::kind)
                .containsExactly(FaultKind.GARBAGE, FaultKind.UNKNOWN_TYPE);
        assertThat(collected.faults.get(0).bytes())
                .isEqualTo("hello".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(collected.faults.get(1).bytes()).isEqualTo(new byte[] {0x1A, '9', 1, 2, 3});
        assertThat(collected.faults.get(1).offset()).isEqualTo(5 + frame.length);
    }

    @Test
    void shouldAllocateNothingWhenStreamIsSteady() {
        byte[] bytes = stream(new SplittableRandom(7), 10_000, new ArrayList<>());
        long[] sum = new long[1];
        BeastReader reader =
                new BeastReader(
                        new FrameHandler() {
                            @Override
                            public void onFrame(Frame frame) {
                                sum[0] += frame.counter() + frame.buffer()[frame.offset()];
                            }

                            @Override
                            public void onFault(Fault fault) {
                                throw new AssertionError(fault);
                            }
                        });
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        reader.read(bytes);
        long before = threads.getCurrentThreadAllocatedBytes();
        reader.read(bytes);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(reader.frames()).isEqualTo(20_000);
        assertThat(allocated).as("bytes for 10,000 frames").isLessThan(10_000);
    }

    @Test
    void shouldRefuseSnapshotWhenItIsDamaged() {
        BeastReader reader = new BeastReader(new Collected());
        reader.read(new byte[] {0x1A, '3', 1, 2});
        byte[] snapshot = reader.snapshot();
        for (int length = 0; length < snapshot.length; length++) {
            byte[] shorter = Arrays.copyOf(snapshot, length);
            assertThatThrownBy(() -> new BeastReader(new Collected()).restore(shorter))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        snapshot[4]++;
        assertThatThrownBy(() -> reader.restore(snapshot)).hasMessageContaining("version");
    }

    static void mutate(byte[] bytes, SplittableRandom random) {
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count && bytes.length > 0; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = 0x1A;
                default -> bytes[at] = (byte) random.nextInt(256);
            }
        }
    }

    private static int start(String frame) {
        return Integer.parseInt(frame.substring(frame.indexOf('@') + 1));
    }

    @Test
    void shouldKeepReceiverWhenItIsNamed() {
        byte[] out = new byte[200];
        byte[] payload = new byte[14];
        // Escapes inside of the name, too.
        int length = BeastWriter.write(FrameKind.SHORT, 1, 2, payload, 0, out, 0);
        length += BeastWriter.writeReceiver(0x1A2B_3C1A_0000_001AL, out, length);
        length += BeastWriter.write(FrameKind.LONG, 3, 4, payload, 0, out, length);
        length += BeastWriter.write(FrameKind.SHORT, 5, 6, payload, 0, out, length);
        length += BeastWriter.writeReceiver(-1L, out, length);
        length += BeastWriter.write(FrameKind.SHORT, 7, 8, payload, 0, out, length);
        for (int cut = 0; cut <= length; cut++) {
            List<Long> receivers = new ArrayList<>();
            List<Fault> faults = new ArrayList<>();
            FrameHandler handler =
                    new FrameHandler() {
                        @Override
                        public void onFrame(Frame frame) {
                            receivers.add(frame.receiver());
                        }

                        @Override
                        public void onFault(Fault fault) {
                            faults.add(fault);
                        }
                    };
            BeastReader first = new BeastReader(handler);
            first.read(out, 0, cut);
            BeastReader second = new BeastReader(handler);
            second.restore(first.snapshot());
            second.read(out, cut, length - cut);
            second.finish();
            assertThat(faults).isEmpty();
            assertThat(second.frames()).isEqualTo(4);
            assertThat(receivers)
                    .containsExactly(0L, 0x1A2B_3C1A_0000_001AL, 0x1A2B_3C1A_0000_001AL, -1L);
        }
    }

    @Test
    void shouldReportCutWhenReceiverIsHalfNamed() {
        byte[] out = new byte[20];
        BeastWriter.writeReceiver(77, out, 0);
        Collected found = new Collected();
        BeastReader reader = new BeastReader(found);
        reader.read(out, 0, 6);
        reader.finish();
        assertThat(found.faults).hasSize(1);
        assertThat(found.faults.getFirst().kind()).isEqualTo(FaultKind.TRUNCATED);
        assertThat(found.faults.getFirst().length()).isEqualTo(6);
    }
}
