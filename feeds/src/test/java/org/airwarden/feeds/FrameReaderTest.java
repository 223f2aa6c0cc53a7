package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.airwarden.feeds.FrameFault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrameReaderTest {
    private static final RecordingFormat RAW = RecordingFormat.of(Framing.RAW_ASTERIX);

    @TempDir Path folder;

    @Test
    void shouldGiveEachBlockWhenRaw() {
        List<byte[]> blocks = Samples.blockList(5000, 1);

        Samples.Read read = Samples.read(Samples.join(blocks), RAW);

        assertThat(read.faults()).isEmpty();
        assertThat(read.payloads()).hasSize(5000);
        assertThat(read.joined()).isEqualTo(Samples.join(blocks));
    }

    @Test
    void shouldFaultOneBlockAloneWhenItsLengthIsWrong() {
        for (long seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<byte[]> blocks = Samples.blockList(50, seed);
            int victim = random.nextInt(40);
            int length = random.nextInt(0, 4000);
            if (endsBlock(blocks.subList(victim, blocks.size()), length)) {
                length++; // a length that leads to another block cannot be told from a right one
            }
            byte[] damaged = blocks.get(victim);
            damaged[1] = (byte) (length >> 8);
            damaged[2] = (byte) length;

            Samples.Read read = Samples.read(Samples.join(blocks), RAW);

            // what the damaged block claimed may be a frame of its own; its neighbours are whole
            List<byte[]> others = new ArrayList<>(blocks);
            others.remove(victim);
            long found =
                    others.stream()
                            .filter(block ->
                                    read.payloads().stream().anyMatch(p -> Arrays.equals(p, block)))
                            .count();
            assertThat(found).as("seed %d, length %d", seed, length).isGreaterThanOrEqualTo(48);
            assertThat(read.faults()).as("seed %d", seed).isNotEmpty();
        }
    }

    private static boolean endsBlock(List<byte[]> blocks, int length) {
        int end = 0;
        for (byte[] block : blocks) {
            end += block.length;
            if (end == length) {
                return true;
            }
        }
        return false;
    }

    @Test
    void shouldTellPlaceAndBytesWhenJunkLiesBetweenBlocks() {
        byte[] before = Samples.blocks(5, 1);
        byte[] junk = new byte[700];
        byte[] after = Samples.blocks(9, 2);

        Samples.Read read = Samples.read(Samples.join(List.of(before, junk, after)), RAW);

        assertThat(read.joined()).isEqualTo(Samples.join(List.of(before, after)));
        assertThat(read.faults()).hasSize(1);
        FrameFault fault = read.faults().getFirst();
        assertThat(fault.kind()).isEqualTo(Kind.IMPOSSIBLE_LENGTH);
        assertThat(fault.fileOffset()).isEqualTo(before.length);
        assertThat(fault.length()).isEqualTo(junk.length);
        assertThat(fault.bytes()).hasSize(FrameFault.KEPT).containsOnly(0);
        assertThat(fault.words()).isEqualTo("a block of category 0 with length 0");
    }

    @Test
    void shouldFaultTheEndWhenFileIsCutAnywhere() {
        byte[] file = Samples.blocks(6, 4);
        for (int length = 0; length < file.length; length++) {
            Samples.Read read = Samples.read(Arrays.copyOf(file, length), RAW);

            long octets = read.joined().length;
            long faulted = read.faults().stream().mapToLong(FrameFault::length).sum();
            assertThat(octets + faulted).as("cut at %d", length).isEqualTo(length);
            assertThat(read.faults().size()).as("cut at %d", length).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void shouldGiveFramesAroundDamageWhenFinal() {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            frames.add(finalFrame(Samples.blocks(2, i), 100 * i));
        }
        frames.get(10)[frames.get(10).length - 1] = 0; // its mark
        frames.get(20)[0] = 0x40; // its length
        byte[] file = Samples.join(frames);

        Samples.Read read = Samples.read(file, RecordingFormat.of(Framing.FINAL));

        assertThat(read.payloads()).hasSize(28);
        assertThat(read.faults())
                .extracting(FrameFault::kind)
                .containsExactly(Kind.MISSING_END_MARK, Kind.TRUNCATED_FILE);
        assertThat(read.faults().getLast().length()).isEqualTo(frames.get(20).length);
    }

    @Test
    void shouldFaultTimeButGiveFrameWhenTimeOfDayCannotBe() {
        byte[] file = finalFrame(Samples.blocks(2, 1), 8_640_000);

        Samples.Read read = Samples.read(file, RecordingFormat.of(Framing.FINAL));

        assertThat(read.payloads()).hasSize(1);
        assertThat(read.faults())
                .extracting(FrameFault::kind)
                .containsExactly(Kind.IMPOSSIBLE_TIME);
    }

    @Test
    void shouldGiveRecordsAroundDamageWhenRply() {
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            byte[] blocks = Samples.blocks(2, i);
            records.add(
                    ByteBuffer.allocate(8 + blocks.length)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putInt(blocks.length)
                            .putInt(20)
                            .put(blocks)
                            .array());
        }
        records.get(7)[0] ^= 0x33;

        Samples.Read read = Samples.read(Samples.join(records), RecordingFormat.of(Framing.RPLY));

        assertThat(read.payloads()).hasSize(29);
        assertThat(read.faults())
                .extracting(FrameFault::kind)
                .containsExactly(Kind.IMPOSSIBLE_LENGTH);
        assertThat(read.faults().getFirst().length()).isEqualTo(records.get(7).length);
    }

    @Test
    void shouldLoseNothingWhenLinesAreHandedOn() {
        StringBuilder text = new StringBuilder();
        SplittableRandom random = new SplittableRandom(8);
        while (text.length() < 100_000) {
            text.repeat("MSG,", random.nextInt(1, 40)).append("\r\n");
        }
        text.repeat("x", 40_000).append('\n').append("the last line has no end");
        byte[] file = text.toString().getBytes(StandardCharsets.ISO_8859_1);

        Samples.Read read = Samples.read(file, RecordingFormat.of(Framing.SBS));

        assertThat(read.joined()).isEqualTo(file);
        assertThat(read.payloads()).allMatch(payload -> payload.length <= 1 << 14);
        assertThat(read.payloads().subList(0, 6))
                .allMatch(payload -> payload[payload.length - 1] == '\n');
    }

    @Test
    void shouldCutDocumentsAndLinesWhenJson() {
        RecordingFormat json = RecordingFormat.of(Framing.READSB_JSON);
        String document = "{ \"now\": 1,\n \"aircraft\": [\n {\"hex\":\"a}\\\"{\"},\n {}\n] }";

        assertThat(texts(Samples.read(utf8("\uFEFF" + document + "\n" + document), json)))
                .containsExactly(document, document);
        assertThat(texts(Samples.read(utf8("{\"hex\":1}\r\n{\"broken\":{\n\n{\"hex\":2}"), json)))
                .containsExactly("{\"hex\":1}", "{\"broken\":{", "{\"hex\":2}");
        Samples.Read open = Samples.read(utf8(document + "\n{ \"now\":\n"), json);
        assertThat(texts(open)).containsExactly(document);
        assertThat(open.faults()).extracting(FrameFault::kind).containsExactly(Kind.TRUNCATED_FILE);
    }

    @Test
    void shouldReadUpToTheDamageWhenCompressedFileIsCut() throws IOException {
        byte[] blocks = Samples.blocks(20_000, 6);
        Path file = folder.resolve("cut.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(blocks);
        }
        byte[] compressed = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(compressed, compressed.length / 2));
        List<FrameFault> faults = new ArrayList<>();
        Frame frame = new Frame();
        long frames = 0;
        try (FrameReader reader = FrameReader.open(file, RAW, faults::add)) {
            while (reader.next(frame)) {
                frames++;
            }
        }

        assertThat(frames).isGreaterThan(5000);
        assertThat(faults.getLast().kind()).isEqualTo(Kind.BAD_COMPRESSION);
    }

    @ParameterizedTest
    @EnumSource(Framing.class)
    void shouldReadItsOwnWordWhenFramingIsNamed(Framing framing) {
        assertThat(Framing.ofWord(framing.word())).isEqualTo(framing);
        assertThat(RecordingFormat.ofWord(framing.word())).isEqualTo(RecordingFormat.of(framing));
    }

    @Test
    void shouldKnowOnlyItsFormatsWhenWordIsRead() {
        assertThat(RecordingFormat.ofWord("pcap+oradis").word()).isEqualTo("pcap+oradis");
        assertThat(RecordingFormat.ofWord("final+oradis")).isNull();
        assertThat(RecordingFormat.ofWord("")).isNull();
    }

    static byte[] finalFrame(byte[] payload, int time) {
        int length = 12 + payload.length;
        return ByteBuffer.allocate(length)
                .putShort((short) length)
                .putShort((short) 0)
                .putInt(time & 0xFFFFFF)
                .put(payload)
                .putInt(0xA5A5A5A5)
                .array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> texts(Samples.Read read) {
        return read.payloads().stream()
                .map(payload -> new String(payload, StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    @Timeout(120) // without a bound it would take days
    void shouldEndWhenNoBracketOfALongFileIsClosed() {
        byte[] file = new byte[17 << 20];
        for (int i = 0; i < file.length; i++) {
            file[i] = (byte) (i % 64 == 63 ? '\n' : '[');
        }

        Samples.Read read = Samples.read(file, RecordingFormat.of(Framing.READSB_JSON));

        assertThat(read.payloads()).isEmpty();
        assertThat(read.faults()).isNotEmpty();
        assertThat(read.position()).isEqualTo(file.length);
    }

    @Test
    void shouldLoseOneBlockOnlyWhenAWrongLengthLeadsToATrueBlock() {
        List<byte[]> blocks = Samples.blockList(200, 11);
        for (int to = 53; to < 90; to++) {
            int length = 0;
            for (int i = 50; i < to; i++) {
                length += blocks.get(i).length;
            }
            byte[] wrong = blocks.get(50).clone();
            wrong[1] = (byte) (length >> 8);
            wrong[2] = (byte) length;
            List<byte[]> damaged = new java.util.ArrayList<>(blocks);
            damaged.set(50, wrong);

            Samples.Read read =
                    Samples.read(Samples.join(damaged), RecordingFormat.of(Framing.RAW_ASTERIX));

            List<byte[]> left = new java.util.ArrayList<>(blocks);
            left.remove(50);
            if (length > 240) { // twice the longest of the others
                assertThat(read.payloads()).as("to block %d", to).containsExactlyElementsOf(left);
            }
        }
    }

    @Test
    void shouldLoseOneBlockOnlyWhenAWrongLengthLeadsIntoTheLastTrailer() {
        List<byte[]> blocks = Samples.blockList(12, 12);
        int trailer = 10;
        int all = blocks.stream().mapToInt(block -> block.length + trailer).sum();
        for (int cut = 1; cut < trailer; cut++) {
            byte[] wrong = blocks.getFirst().clone();
            wrong[1] = (byte) ((all - cut) >> 8);
            wrong[2] = (byte) (all - cut);
            List<byte[]> parts = new java.util.ArrayList<>(List.of(new byte[2_200]));
            for (byte[] block : blocks) {
                parts.add(block == blocks.getFirst() ? wrong : block);
                parts.add(new byte[trailer]);
            }

            Samples.Read read = Samples.read(Samples.join(parts), RecordingFormat.of(Framing.GPS));

            assertThat(read.payloads()).as("cut %d", cut).endsWith(blocks.getLast()).hasSize(11);
        }
    }
}
