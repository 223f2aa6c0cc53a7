package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.airwarden.modes.AcasAdvisory;
import org.airwarden.modes.ModeSEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodingTest {
    @TempDir private Path folder;

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    private Summary print(byte[] bytes, String format) throws IOException {
        Path file = Files.write(folder.resolve("recording"), bytes);
        ReadingOptions options = ReadingOptions.BY_BYTES.withFormat(RecordingFormat.ofWord(format));
        return Decoding.of(List.of(file), options).print(lines, Progress.NONE);
    }

    @Test
    void shouldPrintAllAircraftWhenOneHasANumberThatIsNone() throws IOException {
        String document =
                """
                {"now":1700513836.9,"aircraft":[{"hex":"abc123","lat":NaN,"lon":2.0},
                {"hex":"abc124","lat":41.0,"lon":2.0}]}
                """;
        Summary summary = print(document.getBytes(StandardCharsets.UTF_8), "readsb-json");

        assertThat(summary.records()).isEqualTo(2);
        assertThat(summary.positions()).isEqualTo(1);
        assertThat(summary.faults()).isEmpty();
        assertThat(lines.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(Json.isObject(line)).isTrue());
    }

    @Test
    void shouldTakeNoTimeFromADocumentThatTellsAnImpossibleOne() throws IOException {
        for (String now : List.of("1e300", "-5", "9.3e9", "NaN")) {
            String document = "{\"now\":" + now + ",\"aircraft\":[{\"hex\":\"abc123\"}]}\n";
            Summary summary = print(document.getBytes(StandardCharsets.UTF_8), "readsb-json");

            assertThat(summary.records()).as(now).isEqualTo(1);
            assertThat(summary.first()).as(now).isNull();
            assertThat(summary.last()).as(now).isNull();
        }
    }

    /** CAT001 names the source in a block's first record alone (SPEC-0149-2a). */
    @Test
    void shouldCountARecordForTheSourceThatItsBlockNames() throws IOException {
        byte[] two = HexFormat.of().parseHex("01000de0010280010060800101");
        byte[] nameless = HexFormat.of().parseHex("01000760800101");
        Summary summary = print(Samples.join(List.of(two, two, nameless)), "raw");

        assertThat(summary.records()).isEqualTo(5);
        assertThat(summary.sources()).containsOnlyKeys("1/2").containsEntry("1/2", 4L);
    }

    /** Replies and squitters that are printed in papers, and an advisory of our own making. */
    @Test
    void shouldPrintWhatRegistersAndStatesHoldWhenTheyAreHeard() throws IOException {
        long advisory = AcasAdvisory.build(0b11_0000_1000_0000, 8, false, false, 0xABCDEF);
        byte[] reply = new byte[14];
        ModeSEncoder.surveillance(20, 0, 0, advisory, 0xA05629, reply, 0);
        byte[] turn = new byte[14];
        ModeSEncoder.surveillance(20, 0, 0, 0x81951536E024D4L, 0xA05629, turn, 0);
        String avr =
                "*8DA05629EA21485CBF3F8CADAEEB;\n*"
                        + HexFormat.of().formatHex(reply)
                        + ";\n*"
                        + HexFormat.of().formatHex(turn)
                        + ";\n";
        print(avr.getBytes(StandardCharsets.US_ASCII), "avr");

        List<String> printed = lines.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(printed).hasSize(3).allSatisfy(line -> assertThat(Json.isObject(line)).isTrue());
        assertThat(printed.get(0))
                .contains("\"selectedAltitude\":5179.16", "\"autopilot\":true", "\"capability\":5");
        assertThat(printed.get(1))
                .contains(
                        "\"register\":\"3,0\"",
                        "\"advisory\":\"corrective, climb; do not pass below; threat ABCDEF\"",
                        "\"threat\":\"ABCDEF\"",
                        "\"downlinkRequest\":0");
        assertThat(printed.get(2))
                .contains("\"register\":\"5,0\"", "\"groundSpeed\":225.", "\"track\":114.25");
    }
}
