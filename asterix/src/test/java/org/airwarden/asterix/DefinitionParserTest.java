package org.airwarden.asterix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionParserTest {
    private static final String HEAD = "category 048 edition 9.9\n";
    private static final String TAIL = "\nprofile {\n 010\n}\n";

    @Test
    void shouldReadEveryPartWhenTheTextIsRight() {
        Definition definition =
                Definitions.parse(
                        "test.def",
                        """
                        # a comment
                        category 200 edition 1.0 "for a test"

                        010 "who" fixed SAC 8, SIC 8
                        020 extended A 3 {0 none, 1 "two words"}, B 4, fx,   # goes on
                            - 7, fx
                        030 repeat X 12 signed of 1/128 NM, Y 12 of 25 ft
                        040 repeat 2 octets 8
                        050 chain 7, fx
                        060 compound {
                          ONE fixed 24 hex
                          -
                          TWO fixed IM 1, (AS 15 of 1/2^14 NM/s if IM = 0 | MACH 15 of 1/1000 Mach if IM = 1)
                        }
                        070 fixed 24 of 1/2^7 s [0, 86400)
                        SP explicit
                        profile {
                          010 020 - 030
                          040 050 060 070 SP
                        }
                        """);

        assertThat(definition.toString()).isEqualTo("CAT200 1.0");
        assertThat(definition.title()).isEqualTo("for a test");
        assertThat(definition.items()).hasSize(8);
        assertThat(definition.item("010").title()).isEqualTo("who");
        assertThat(definition.field("020/A").label(1)).isEqualTo("two words");
        assertThat(definition.field("020/A").label(2)).isNull();
        assertThat(definition.field("030/X").unit()).isEqualTo("NM");
        assertThat(definition.field("030/X").lowest()).isEqualTo(-2048);
        assertThat(definition.field("030/X").highest()).isEqualTo(2047);
        assertThat(definition.field("040").bits()).isEqualTo(8);
        assertThat(definition.item("050").repeats()).isTrue();
        assertThat(definition.item("060").subitems())
                .extracting(Item::path)
                .containsExactly("060/ONE", "060/TWO");
        assertThat(definition.field("060/TWO/MACH").scale(820)).isEqualTo(0.82);
        assertThat(definition.field("070").range()).isEqualTo(new Shape.Range(0, 86400, false));
        assertThat(definition.fieldOrNull("070/X")).isNull();
        assertThat(definition.itemOrNull("999")).isNull();
        assertThatThrownBy(() -> definition.field("070/X"))
                .hasMessageContaining("070/X")
                .hasMessageContaining("060/ONE");
        assertThatThrownBy(() -> definition.item("999")).hasMessageContaining("999");
    }

    @Test
    void shouldChangeOnlyWhatIsSaidWhenAnEditionIsLikeAnother() {
        Definition base = Definitions.newest(48);
        Definition changed =
                Definitions.parse(
                        "test.def",
                        "category 048 edition 9.9 like "
                                + base.edition()
                                + "\ndrop 260\n161 fixed TRN 16\nprofile {\n010 161\n}\n");

        assertThat(changed.itemOrNull("260")).isNull();
        assertThat(changed.field("161/TRN").bits()).isEqualTo(16);
        assertThat(changed.field("040/RHO").content()).isEqualTo(base.field("040/RHO").content());
        assertThat(changed.title()).isEqualTo(base.title());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "010 fixed SAC 8, SIC 7; 2:5; no whole octets",
                "010 fixed SAC 8,, SIC 8; 2:17; should stand here",
                "010 flexed SAC 8; 2:5; no such form",
                "010 fixed 65; 2:11; must lie in 1 to 64",
                "010 fixed 8 of zero; 2:16; not a number",
                "010 fixed 8 of 0/1; 2:16; above zero",
                "010 fixed 8 hex hex; 2:17; the line should end",
                "010 fixed 8 icao; 2:11; no whole number of characters",
                "010 fixed 8 [5, 5]; 2:14; range is empty",
                "010 fixed 8 ~; 2:13; the line should end",
                "010 \"open fixed 8; 2:5; must end on its line",
                "010 compound { A fixed 8 X; 2:26; line should end",
            })
    void shouldTellFileLineAndColumnWhenTheTextIsWrong(String line, String place, String message) {
        DefinitionException thrown =
                catchThrowableOfType(
                        DefinitionException.class,
                        () -> Definitions.parse("test.def", HEAD + line + TAIL));

        assertThat(thrown).hasMessageStartingWith("test.def:" + place + ": ");
        assertThat(thrown).hasMessageContaining(message);
        assertThat(thrown.file()).isEqualTo("test.def");
        assertThat(thrown.line() + ":" + thrown.column()).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "010 chain 8; 2:1; ends in its only fx",
                "010 extended A 3, fx, 4; 2:19; extension bit must end an octet",
                "010 extended A 3, fx, 3; 2:5; no whole octets",
                "010 repeat A 3; 2:5; no whole octets",
                "010 fixed A 4, A 4; 2:16; two fields are 010/A",
                "010 fixed (A 8 if B = 0 | C 8 if B = 1); 2:19; no field B",
                "010 fixed T 1, (A 7 if T = 0 | C 8 if T = 1); 2:32; differ in width",
                "010 fixed - 7, 58, - 7; 2:16; more than eight octets",
                "010 fixed 8 {0 a, 0 b}; 2:19; 0 has two names",
                "010 fixed 8 {256 a}; 2:14; does not fit 8 bits",
                "010 fixed 8 of NaN; 2:16; above zero",
                "010 fixed 8 of 2^99; 2:16; too great a power",
                "010 fixed 8 of 1 kt from x; 2:26; not a number",
                "010 fixed 56 hex register 40; 2:27; two parts with a dot",
                "010 fixed 48 hex register 4.0; 2:27; 56 bits",
                "010 fixed M 56 hex register A1.B1, A1 8; 2:29; no fields A1 and B1",
                "010 compound { A fixed 8~A fixed 8 }; 3:1; defined twice",
                "010 presence 0 octets { }; 2:14; must lie in 1 to 8",
                "010 presence 1 bits { }; 2:16; should stand here, not bits",
                "010 sequence { - }; 2:16; no presence bits",
                "010 explicit expansion 9.9; 2:24; no edition 9.9 of the expansion 010",
                "RE explicit expansion 9.9; 2:23; there are [1.13",
                "010 compound { RE explicit expansion 1.13 }; 2:19; a subitem has no expansion",
                "011 fixed 8; 4:2; names item 010",
                "010 fixed 8~require 010 020; 3:13; no item 020 to require",
                "010 fixed 8~010 fixed 8; 3:1; defined twice",
                "010 fixed 8~drop 010; 3:1; needs an edition",
                "010 fixed 8~profile { 010 - - 010 }; 3:19; stands twice",
                "010 fixed 8~profile if 010/A = 1 { 010 }; 3:1; no field 010/A",
            })
    void shouldTellThePlaceWhenTheLayoutMakesNoSense(String lines, String place, String message) {
        DefinitionException thrown =
                catchThrowableOfType(
                        DefinitionException.class,
                        () ->
                                Definitions.parse(
                                        "test.def", HEAD + lines.replace("~", "\n") + TAIL));

        assertThat(thrown).hasMessageStartingWith("test.def:" + place + ": ");
        assertThat(thrown).hasMessageContaining(message);
        assertThat(thrown.line() + ":" + thrown.column()).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "category 048 edition 9 like 0.1; 1:29; no edition 0.1",
                "category 048 edition 9 like 1.32~drop 010 999; 2:10; no item 999 to drop",
                "category 048 edition 9 like 1.32~drop 260; 1:29; the profile names item 260",
                "category 048 expansion RE edition 1; 1:14; not an expansion",
            })
    void shouldTellThePlaceWhenAnEditionCannotBeLikeAnother(
            String text, String place, String message) {
        assertThatThrownBy(() -> Definitions.parse("test.def", text.replace("~", "\n")))
                .isInstanceOf(DefinitionException.class)
                .hasMessageStartingWith("test.def:" + place + ": ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "fixed 8; 2:1; no such form of an expansion",
                "presence 1 octet {~ A fixed 8~ A fixed 8~}; 4:2; defined twice",
                "presence 1 octet {~ A fixed B 4, B 4~}; 3:15; two fields are",
                "compound {~ A fixed 8~}~B fixed 8; 5:1; the file should end here",
                "presence 1 octet {~-~-~-~-~-~-~-~-~A fixed 8~}; 11:1; no presence bit",
            })
    void shouldTellThePlaceWhenAnExpansionIsWrong(String text, String place, String message) {
        String whole = "category 048 expansion RE edition 1\n" + text.replace("~", "\n");
        assertThatThrownBy(() -> Definitions.parseExpansion("x.def", whole))
                .isInstanceOf(DefinitionException.class)
                .hasMessageStartingWith("x.def:" + place + ": ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "register 4.0 { A 55 }; 1:10; 55 bits, not 56",
                "register 40 { A 56 }; 1:10; two digits with a dot",
                "register 4.0 { A 56 }~register 4.0 { A 56 }; 2:10; defined twice",
                "register 4.0 { A 8, (B 48 if C = 1) }; 1:30; no field C",
            })
    void shouldTellThePlaceWhenARegisterIsWrong(String text, String place, String message) {
        assertThatThrownBy(() ->
                        Definitions.laidOut(
                                "r.def",
                                DefinitionParser.parseRegisters("r.def", text.replace("~", "\n"))))
                .isInstanceOf(DefinitionException.class)
                .hasMessageStartingWith("r.def:" + place + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void shouldRefuseWhenTheHeadIsWrong() {
        assertThatThrownBy(() -> Definitions.parse("a", "category 300 edition 1"))
                .hasMessageContaining("0 to 255");
        assertThatThrownBy(() -> Definitions.parse("a", "010 fixed 8"))
                .hasMessageContaining("'category' should stand here");
        assertThatThrownBy(() -> Definitions.parse("a", HEAD + "010 fixed 8\n"))
                .hasMessageContaining("profile is missing");
        assertThatThrownBy(() -> Definitions.parse("a", HEAD + "drop 010\n" + TAIL))
                .hasMessageContaining("'drop' needs");
        assertThatThrownBy(() -> Definitions.parse("a", HEAD + "010 fixed 8\n010 fixed 8\n" + TAIL))
                .hasMessageContaining("defined twice");
        assertThatThrownBy(() -> Definitions.parse("a", "category 048 edition 2 like 0.1\n"))
                .hasMessageContaining("no edition 0.1");
    }

    @Test
    void shouldLoadEveryBundledDefinition() {
        int editions = 0;
        for (int category : Definitions.categories()) {
            for (String edition : Definitions.editions(category)) {
                Definition definition = Definitions.of(category, edition);
                assertThat(definition.category()).isEqualTo(category);
                assertThat(definition.edition()).isEqualTo(edition);
                assertThat(definition.title()).isNotEmpty();
                // The data link of CAT018 names its sender in item 036.
                String source = category == 18 ? "036" : "010";
                assertThat(definition.fieldOrNull(source + "/SAC")).isNotNull();
                assertThat(definition.firstProfile().items()[0]).isEqualTo(definition.item(source));
                editions++;
            }
        }
        assertThat(editions).isGreaterThan(80);
        assertThat(Definitions.newest(48)).isSameAs(Definitions.of(48, "1.32"));
        assertThatThrownBy(() -> Definitions.newest(250)).hasMessageContaining("CAT250");
        assertThatThrownBy(() -> Definitions.of(48, "7.7")).hasMessageContaining("1.32");
        assertThat(Definitions.editions(250)).isEmpty();
    }
}
