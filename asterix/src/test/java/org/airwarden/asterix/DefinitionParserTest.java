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
                "010 chain 8; ends in its only fx",
                "010 extended A 3, fx, 4; extension bit must end an octet",
                "010 fixed A 4, A 4; two fields are 010/A",
                "011 fixed 8; names item 010",
                "010 fixed (A 8 if B = 0 | C 8 if B = 1); no field B",
                "010 fixed - 7, 58, - 7; more than eight octets",
            })
    void shouldRefuseWhenTheLayoutMakesNoSense(String line, String message) {
        assertThatThrownBy(() -> Definitions.parse("test.def", HEAD + line + TAIL))
                .isInstanceOf(DefinitionException.class)
                .hasMessageStartingWith("test.def:")
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
