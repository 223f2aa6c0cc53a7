package org.airwarden.asterix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.airwarden.asterix.Finding.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidatorTest {
    private static final Definition MADE =
            Definitions.parse(
                    "test.def",
                    """
                    category 200 edition 1.0 "for a test"
                    010 fixed SAC 8, SIC 8
                    020 extended A 3 {0 none, 1 one}, - 4, fx,
                        B 4 [0, 9], - 3, fx
                    030 repeat X 8 signed of 1 deg [-90, 90]
                    040 compound {
                      ONE fixed - 4, C 4
                    }
                    050 fixed T 1, (D 7 [0, 9] if T = 1 | E 7 [0, 100] if T = 0)
                    RE explicit
                    require 010 020
                    profile { 010 020 030 040 050 RE }
                    """);

    private static List<Finding> check(Definition definition, String hex) {
        List<Finding> findings = new ArrayList<>();
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        new BlockWalker(Editions.none().with(definition))
                .walk(bytes, record -> findings.addAll(new Validator().check(record)));
        return findings;
    }

    private static Finding only(Definition definition, String hex) {
        List<Finding> findings = check(definition, hex);
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    @Test
    void shouldFindNothingWhenTheRecordIsRight() {
        assertThat(check(MADE, "c8 00 0e f8 01 02 21 90 02 a6 5a 80 0f 89")).isEmpty();
    }

    @Test
    void shouldTellWhatIsMissingWhenAnItemIsRequired() {
        Finding missing = only(MADE, "c8 00 06 80 01 02");
        assertThat(missing.rule()).isEqualTo(Rule.REQUIRED);
        assertThat(missing.path()).isEqualTo("020");
        assertThat(missing.at()).isEqualTo(3);
        assertThat(missing.bytes()).isEmpty();
        assertThat(missing)
                .hasToString("020 at 3: every record has this item, but it is missing; ");
    }

    @Test
    void shouldTellFieldAndOctetWhenAValueIsOutOfRange() {
        Finding range = only(MADE, "c8 00 0a e0 01 02 20 02 5a 5b");
        assertThat(range.rule()).isEqualTo(Rule.RANGE);
        assertThat(range.path()).isEqualTo("030/X");
        assertThat(range.element()).isEqualTo(1);
        assertThat(range.at()).isEqualTo(9);
        assertThat(range.bytes()).containsExactly(0x5B);
        assertThat(range.detail()).isEqualTo("it is 91.0 deg");
    }

    @Test
    void shouldLookAtTheReadingThatHoldsWhenBitsHaveSeveral() {
        assertThat(check(MADE, "c8 00 08 c8 01 02 20 0a")).isEmpty();
        assertThat(only(MADE, "c8 00 08 c8 01 02 20 8a").path()).isEqualTo("050/D");
    }

    @Test
    void shouldTellWhenARawValueHasNoName() {
        Finding unnamed = only(MADE, "c8 00 07 c0 01 02 40");
        assertThat(unnamed.rule()).isEqualTo(Rule.UNNAMED);
        assertThat(unnamed.path()).isEqualTo("020/A");
        assertThat(unnamed.detail()).isEqualTo("2 has no name");
    }

    @Test
    void shouldTellWhenUnusedBitsAreSet() {
        Finding spare = only(MADE, "c8 00 09 d0 01 02 20 80 30");
        assertThat(spare.rule()).isEqualTo(Rule.SPARE);
        assertThat(spare.path()).isEqualTo("040/ONE");
        assertThat(spare.at()).isEqualTo(8);
        assertThat(spare.detail()).isEqualTo("bits 30 are set");
        assertThat(only(MADE, "c8 00 08 c0 01 02 21 02").at()).isEqualTo(7);
    }

    @Test
    void shouldTellWhenExtentsAreNotKnown() {
        Finding extent = only(MADE, "c8 00 0a c0 01 02 21 01 01 00");
        assertThat(extent.rule()).isEqualTo(Rule.EXTENT);
        assertThat(extent.path()).isEqualTo("020");
        assertThat(extent.at()).isEqualTo(8);
        assertThat(extent.detail()).isEqualTo("2 octets more");
    }

    @Test
    void shouldLookInsideExplicitItemsWhenTheirContentsAreKnown() {
        Definition made =
                MADE.with(
                        Definitions.parseExpansion(
                                "x",
                                "category 200 expansion RE edition 1\npresence 1 octet {\n"
                                        + "A fixed 8 [0, 9]\n}\n"));
        assertThat(check(made, "c8 00 0a c4 01 02 20 03 80 09")).isEmpty();
        Finding inside = only(made, "c8 00 0a c4 01 02 20 03 80 0a");
        assertThat(inside.path()).isEqualTo("RE/A");
        assertThat(inside.at()).isEqualTo(9);
        Finding misfit = only(made, "c8 00 09 c4 01 02 20 02 80");
        assertThat(misfit.rule()).isEqualTo(Rule.CONTENT);
        assertThat(misfit.path()).isEqualTo("RE");
        assertThat(misfit.bytes()).containsExactly(0x80);
    }

    @ParameterizedTest
    @CsvSource({
        "bcn-20230502/ssr_modes_cat048.ast, 44085, 0",
        "jahorina/Jahorina.raw, 2119, 0",
        "alicante-adsb/adsb_cat021_ed2_first4000.ast, 4000, 0",
        "jade/final_frame_062_065_large_packet_30min.ff, 34225, 0",
    })
    void shouldFindLittleWhenRecordingsAreReal(String file, int records, int wrong) {
        byte[] data = Recordings.bytes(file);
        data = file.endsWith(".ff") ? Recordings.withoutFinalFrames(data) : data;
        int[] seen = {0};
        Map<String, Integer> rules = new TreeMap<>();
        Validator validator = new Validator();
        new BlockWalker(Editions.newest())
                .walk(
                        data,
                        record -> {
                            seen[0]++;
                            for (Finding finding : validator.check(record)) {
                                String key =
                                        finding.rule()
                                                + " "
                                                + finding.path()
                                                + " "
                                                + finding.detail();
                                rules.merge(key, 1, Integer::sum);
                            }
                        });
        assertThat(seen[0]).isEqualTo(records);
        assertThat(rules.values().stream().mapToInt(Integer::intValue).sum())
                .as(rules.toString())
                .isEqualTo(wrong);
    }
}
