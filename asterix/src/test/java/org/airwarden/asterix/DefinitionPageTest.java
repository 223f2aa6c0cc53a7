package org.airwarden.asterix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefinitionPageTest {
    private static final String TEXT =
            """
            category 200 edition 1.0 "for a test"
            010 "who" fixed SAC 8, SIC 8
            020 extended A 3 {0 none, 1 "two words"}, B 4, fx,
                - 7, fx
            030 repeat X 12 signed of 1/128 NM, Y 12 of 25 ft
            040 repeat 2 octets 8
            050 chain 7, fx
            060 compound {
              ONE fixed 24 hex
              -
              TWO "air speed" fixed IM 1, (AS 15 of 1/2^14 NM/s if IM = 0 | MACH 15 of 1/1000 Mach if IM = 1)
            }
            070 fixed 24 of 1/2^7 s [0, 86400)
            080 repeat MBDATA 56 hex register BDS1.BDS2, BDS1 4, BDS2 4
            090 fixed 56 hex register 3.0
            100 fixed P 16 of 1/10 mb from 800 absent 0
            SP explicit
            require 010 020
            profile {
              010 020 - 030
              040 050 060 070 080 090 100 SP
            }
            """;

    @Test
    void shouldTellEverythingWhenADefinitionHasEveryForm() throws IOException {
        Expansion ours =
                Definitions.parseExpansion(
                        "x",
                        "category 200 expansion SP edition 2\npresence 1 octet {\nA fixed 8\n-\n"
                                + "B sequence {\nC fixed 8\n}\n}\n");
        String page = DefinitionPage.of(Definitions.parse("test.def", TEXT).with(ours));
        assertThat(page).isEqualTo(HexViewTest.golden("definition-page.md"));
    }

    @ParameterizedTest
    @MethodSource("org.airwarden.asterix.RoundTripTest#definitions")
    void shouldNameEveryItemAndFieldWhenADefinitionIsBundled(Definition definition) {
        String page = DefinitionPage.of(definition);
        for (Item item : definition.allItems()) {
            assertThat(page).contains("# " + item.path());
        }
        for (Field field : definition.fields().values()) {
            assertThat(page).contains("| " + field.name() + " | ");
        }
    }

    @Test
    void shouldNameEveryRegisterWhenThePageIsTheirs() {
        String page = DefinitionPage.ofRegisters();
        for (Item register : Registers.all()) {
            assertThat(page).contains("## " + register.name() + ": " + register.title() + "\n");
        }
        assertThat(page).contains("| 4.8 to 5.7 | MACH |").contains("holds where MACHS = 1");
    }
}
