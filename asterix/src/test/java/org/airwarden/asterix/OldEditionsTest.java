package org.airwarden.asterix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Records in editions that Wireshark does not know have the values that other decoders print for
 * them.
 */
class OldEditionsTest {
    private static final String VECTORS = "jasterix-vectors/cat";

    /** What jASTERIX reads in its own vectors. */
    @ParameterizedTest
    @CsvSource({
        "010ed0.24_sensis, 0.24-sensis, 000, 1",
        "010ed0.24_sensis, 0.24-sensis, 020/TYP, 1",
        "010ed0.24_sensis, 0.24-sensis, 020/CRT, 1",
        "010ed0.24_sensis, 0.24-sensis, 140, 84080.484375",
        "010ed0.24_sensis, 0.24-sensis, 041/LAT, 25.6226482708",
        "010ed0.24_sensis, 0.24-sensis, 041/LON, 22.1754983068",
        "010ed0.24_sensis, 0.24-sensis, 042/X, -1423",
        "010ed0.24_sensis, 0.24-sensis, 042/Y, 1368",
        "010ed0.24_sensis, 0.24-sensis, 202/VX, -8",
        "010ed0.24_sensis, 0.24-sensis, 202/VY, 1",
        "010ed0.24_sensis, 0.24-sensis, 161/TRK, 922",
        "010ed0.24_sensis, 0.24-sensis, 170/STH, 1",
        "010ed0.24_sensis, 0.24-sensis, 220, 4672673",
        "010ed0.24_sensis, 0.24-sensis, 091, 0",
        "010ed0.24_sensis, 0.24-sensis, 500/DEVX, 2.5",
        "010ed0.24_sensis, 0.24-sensis, 500/DEVY, 3.25",
        "010ed0.24_sensis, 0.24-sensis, 500/COVXY, -1",
        "021ed0.26, 0.26, 010/SIC, 5",
        "021ed0.26, 0.26, 040/ARC, 2",
        "021ed0.26, 0.26, 040/ATP, 1",
        "021ed0.26, 0.26, 040/GBS, 1",
        "021ed0.26, 0.26, 030, 14418.484375",
        "021ed0.26, 0.26, 130/LAT, 38.7773233652",
        "021ed0.26, 0.26, 130/LON, -9.1312372684",
        "021ed0.26, 0.26, 080, 4811822",
        "021ed0.26, 0.26, 090/PA, 8",
        "021ed0.26, 0.26, 210/MDS, 1",
        "021ed0.26, 0.26, 020, 21",
        "030ed7.0, 7.0, 010/SIC, 1",
        "030ed7.0, 7.0, 015, 36",
        "030ed7.0, 7.0, 030/BS, 1",
        "030ed7.0, 7.0, 040/STTN, 1",
        "030ed7.0, 7.0, 040/TRN, 2113",
        "030ed7.0, 7.0, 070, 54780.0234375",
        "030ed7.0, 7.0, 170/PSR, 63.75",
        "030ed7.0, 7.0, 170/CMODE, 2.25",
        "030ed7.0, 7.0, 100/X, -26.734375",
        "030ed7.0, 7.0, 100/Y, 58.984375",
        "030ed7.0, 7.0, 180/HEADING, 211.3110351563",
        "030ed7.0, 7.0, 180/SPEED, 0.1267700195",
        "030ed7.0, 7.0, 150/MODEC, 370",
        "030ed7.0, 7.0, 130/ALT, 36025",
        "030ed7.0, 7.0, 130/SRC, 1",
        "030ed7.0, 7.0, 080/AMA, 1",
        "030ed7.0, 7.0, 080/COR, 7",
        "030ed7.0, 7.0, 080/SF, 1",
        "030ed7.0, 7.0, 080/TYPE, 2",
        "030ed7.0, 7.0, 220, 0",
        "030ed7.0, 7.0, 240, 0",
        "030ed7.0, 7.0, 260/SIC, 2",
        "030ed7.0, 7.0, 360/RHO, 200.703125",
        "030ed7.0, 7.0, 360/THETA, 214.4146728516",
        "030ed7.0, 7.0, 140/MODEC, 370",
        "030ed7.0, 7.0, 020, 54780.0234375",
        "030ed7.0, 7.0, 050/AUI, 48",
        "030ed7.0, 7.0, 050/STN, 3047",
        "252ed7.0, 7.0, 010/SIC, 7",
        "252ed7.0, 7.0, 015, 36",
        "252ed7.0, 7.0, 020, 54780.03125",
        "252ed7.0, 7.0, 035/FAMILY, 3",
        "252ed7.0, 7.0, 035/NATURE, 2",
        "252ed7.0, 7.0, 110/BS, 1",
        "252ed7.0, 7.0, 110/C1, 0",
        "252ed7.0, 7.0, 330/CODE, 11",
        "252ed7.0, 7.0, 330/NATURE, 8"
    })
    void shouldGiveTheValueOfAnotherDecoder(
            String vector, String edition, String path, double value) {
        Definition definition = Definitions.of(Integer.parseInt(vector.substring(0, 3)), edition);
        List<Double> found = new ArrayList<>();
        byte[] bytes = Recordings.bytes(VECTORS + vector + ".bin");
        new BlockWalker(Editions.none().with(definition))
                .walk(bytes, record -> found.add(record.value(definition.field(path))));

        assertThat(found)
                .singleElement()
                .satisfies(it -> assertThat(it).isCloseTo(value, within(1e-9)));
    }

    @ParameterizedTest
    @CsvSource({
        "021ed0.26, 0.26, 170, FM012",
        "030ed7.0, 7.0, 060/MODE3A, 2274",
        "030ed7.0, 7.0, 340/MODE3A, 2274"
    })
    void shouldGiveTheTextOfAnotherDecoder(
            String vector, String edition, String path, String text) {
        Definition definition = Definitions.of(Integer.parseInt(vector.substring(0, 3)), edition);
        List<String> found = new ArrayList<>();
        byte[] bytes = Recordings.bytes(VECTORS + vector + ".bin");
        new BlockWalker(Editions.none().with(definition))
                .walk(bytes, record -> found.add(record.text(definition.field(path))));

        assertThat(found).containsExactly(text);
    }

    /** The octets of the first record of this recording, turned into values by hand. */
    @Test
    void shouldGiveTheValuesWorkedOutByHandWhenTracksAreOfTheDraft() {
        Definition definition = Definitions.of(62, "0.17");
        byte[] block =
                Recordings.datagrams(Recordings.bytes("croatiacontrol-asterix/asterix.pcap"))
                        .getFirst();
        List<List<String>> found = new ArrayList<>();
        new BlockWalker(Editions.none().with(definition))
                .walk(
                        block,
                        record ->
                                found.add(
                                        Arrays.asList(
                                                record.text(definition.field("010/SAC")),
                                                record.text(definition.field("010/SIC")),
                                                record.text(definition.field("070")),
                                                record.text(definition.field("040")),
                                                record.text(definition.field("105/LAT")),
                                                record.text(definition.field("105/LON")),
                                                record.text(definition.field("060/MODE3A")))));

        // 25 100 | 59F8E1h / 128 | 037Eh | 1F7AE9h and 0CF6A7h * 180 / 2^23 | 0C3Ah
        assertThat(found.getFirst())
                .startsWith("25", "100")
                .satisfies(it -> assertThat(Double.parseDouble(it.get(2))).isEqualTo(46065.7578125))
                .satisfies(it -> assertThat(it.get(3)).isEqualTo("894"))
                .satisfies(it ->
                        assertThat(Double.parseDouble(it.get(4)))
                                .isCloseTo(0x1F7AE9 * 180.0 / (1 << 23), within(1e-12)))
                .satisfies(it ->
                        assertThat(Double.parseDouble(it.get(5)))
                                .isCloseTo(0x0CF6A7 * 180.0 / (1 << 23), within(1e-12)))
                .endsWith("6072");
    }
}
