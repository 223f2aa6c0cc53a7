package org.airwarden.modes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AvrTest {

    private static Collected read(String text) {
        return read(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Collected read(byte[] bytes) {
        Collected collected = new Collected();
        AvrReader reader = new AvrReader(collected);
        reader.read(bytes);
        reader.finish();
        assertThat(reader.frames()).isEqualTo(collected.frames.size());
        assertThat(reader.faults()).isEqualTo(collected.faults.size());
        return collected;
    }

    @Test
    void shouldReadEachKindOfLineWhenWellFormed() {
        Collected collected =
                read(
                        "*0102;\r\n@0000000000105D4840D6202CC3;%00000000001102E1941026BC90;\n<0000000000127F02e1941026bc90;");
        assertThat(collected.faults).isEmpty();
        assertThat(collected.frames)
                .containsExactly(
                        "MODE_AC -1 -1 0102 @0",
                        "SHORT 16 -1 5d4840d6202cc3 @8",
                        "SHORT 17 -1 02e1941026bc90 @36",
                        "SHORT 18 127 02e1941026bc90 @65");
    }

    @Test
    void shouldNameTheRuleWhenLineBreaksIt() {
        Collected collected =
                read("hello;*01;*zz02;@01;*0102\n*" + "0".repeat(60) + ";*0304;*0506");
        assertThat(collected.frames).containsExactly("MODE_AC -1 -1 0304 @88");
        assertThat(collected.faults)
                .extracting(Fault::kind)
                .containsExactly(
                        FaultKind.UNKNOWN_TYPE,
                        FaultKind.BAD_HEXADECIMAL,
                        FaultKind.BAD_HEXADECIMAL,
                        FaultKind.BAD_HEXADECIMAL,
                        FaultKind.TRUNCATED,
                        FaultKind.TOO_LONG,
                        FaultKind.TRUNCATED);
        assertThat(collected.faults.get(4).bytes())
                .isEqualTo("*0102".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void shouldReadWhatWasWritten() {
        SplittableRandom random = new SplittableRandom(3);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        byte[] payload = new byte[14];
        for (int i = 0; i < 100; i++) {
            random.nextBytes(payload);
            stream.writeBytes(AvrWriter.line(payload, 0, 14));
            stream.writeBytes(AvrWriter.line(1234567890123L, payload, 2, 7));
        }
        Collected collected = read(stream.toByteArray());
        assertThat(collected.frames).hasSize(200);
        assertThat(collected.faults).isEmpty();
        assertThat(collected.frames.get(199)).startsWith("SHORT 1234567890123 -1 ");
    }

    @Test
    void shouldReadTheSameWhenMutatedAndCutAnywhere() {
        for (int seed = 0; seed < 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            byte[] payload = new byte[14];
            for (int i = 0; i < 5; i++) {
                random.nextBytes(payload);
                stream.writeBytes(AvrWriter.line(random.nextLong(1L << 48), payload, 0, 14));
            }
            byte[] bytes = stream.toByteArray();
            BeastTest.mutate(bytes, random);
            Collected whole = read(bytes);
            Collected single = new Collected();
            AvrReader reader = new AvrReader(single);
            for (byte one : bytes) {
                reader.read(new byte[] {one});
            }
            reader.finish();
            assertThat(single.text()).as("seed " + seed).isEqualTo(whole.text());
        }
    }

    @Test
    void shouldGoOnAlikeWhenStateIsMovedAndSignalIsWritten() {
        byte[] payload = {0x5D, 0x4B, 0x12, 0x34, 1, 2, 3};
        byte[] line = AvrWriter.line(0x1234_5678_9ABCL, 200, payload, 0, 7);
        for (int cut = 0; cut <= line.length; cut++) {
            Collected found = new Collected();
            AvrReader first = new AvrReader(found);
            first.read(line, 0, cut);
            AvrReader second = new AvrReader(found);
            second.restore(first.snapshot());
            second.read(line, cut, line.length - cut);
            second.finish();
            assertThat(found.faults).isEmpty();
            assertThat(found.frames).containsExactly("SHORT 20015998343868 200 5d4b1234010203 @0");
        }
    }
}
