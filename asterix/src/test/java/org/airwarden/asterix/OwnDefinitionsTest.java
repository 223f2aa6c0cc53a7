package org.airwarden.asterix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("what is added holds for the whole program")
class OwnDefinitionsTest {
    private static final String DRONES =
            """
            category 129 edition 1.9 "drones"
            010 fixed SAC 8, SIC 8
            070 fixed 24 of 1/2^7 s
            SP explicit
            profile { 010 070 SP }
            """;
    private static final String QUALITY =
            """
            category 129 expansion SP edition 1.0
            presence 1 octet {
              QUALITY fixed A 4, B 4
            }
            """;
    private static final String LATER = "category 129 edition 1.10 like 1.9\n070 fixed 8\n";

    private final OwnDefinitions before = OwnDefinitions.current();

    @TempDir private Path folder;

    @BeforeEach
    @AfterEach
    void forget() {
        OwnDefinitions.set(before);
        Definitions.add(Map.of());
    }

    @Test
    void shouldReadCategoryOfFolder() throws Exception {
        Files.writeString(folder.resolve("a.def"), LATER);
        Files.writeString(folder.resolve("b.def"), DRONES);
        Files.writeString(folder.resolve("c.def"), QUALITY);
        Files.writeString(folder.resolve("notes.txt"), "no definition");

        assertThat(Definitions.add(folder))
                .containsExactlyInAnyOrder("CAT129 SP 1.0", "CAT129 1.9", "CAT129 1.10");
        assertThat(Definitions.categories()).contains(48, 129).isSorted();
        assertThat(Definitions.editions(129)).containsExactly("1.10", "1.9");
        assertThat(Definitions.newest(129).edition()).isEqualTo("1.10");

        byte[] block = HexFormat.of().parseHex("81000ce001020001000380" + "5a");
        Definition chosen = Definitions.of(129, "1.9");
        List<String> seen = new ArrayList<>();
        new BlockWalker(Editions.none().with(chosen))
                .walk(
                        block,
                        record -> {
                            seen.add(record.value(chosen.field("070")) + " s");
                            seen.add(record.text(chosen.field("SP/QUALITY/B")));
                        });
        assertThat(seen).containsExactly("2.0 s", "10");
        assertThat(new EditionFit().add(block).verdict(129))
                .isInstanceOfSatisfying(
                        EditionVerdict.Sole.class,
                        sole -> assertThat(sole.definition()).isSameAs(chosen));
    }

    @Test
    void shouldStandBehindBundledEditions() {
        List<String> bundled = Definitions.editions(48);
        Definitions.add(
                Map.of(
                        "mine",
                        "category 048 edition 9.0-mine like 1.32\ndrop 042\nprofile { 010 140 SP }\n",
                        "remarks",
                        QUALITY.replace("129", "048")));

        assertThat(Definitions.newest(48).edition()).isEqualTo(bundled.getFirst());
        assertThat(Definitions.editions(48)).startsWith(bundled.toArray(new String[0]));
        assertThat(Definitions.editions(48).getLast()).isEqualTo("9.0-mine");
        for (String edition : Definitions.editions(48)) {
            assertThat(Definitions.of(48, edition).itemOrNull("SP/QUALITY")).isNotNull();
        }
        assertThat(Definitions.of(48, "1.32").itemOrNull("RE/MD5")).isNotNull();
        assertThat(new Cat048()).isNotNull();
    }

    @Test
    void shouldAddTheSameTwice() {
        Definitions.add(Map.of("a", DRONES, "b", QUALITY));
        Definition first = Definitions.of(129, "1.9");

        assertThat(Definitions.add(Map.of("a", DRONES, "b", QUALITY))).hasSize(2);
        assertThat(Definitions.of(129, "1.9")).isSameAs(first);
    }

    @Test
    void shouldAddAllOrNothing() {
        Map<String, String> broken = Map.of("a", DRONES, "b", "category 130 edition 1.0\nno");
        Map<String, String> orphan = Map.of("a", LATER);
        Map<String, String> taken = Map.of("a", "category 048 edition 1.31 like 1.32\n");

        assertThatThrownBy(() -> Definitions.add(broken)).hasMessageStartingWith("b:2:");
        assertThat(Definitions.categories()).doesNotContain(129, 130);
        assertThatThrownBy(() -> Definitions.add(orphan))
                .hasMessageStartingWith("a:1:32: no edition 1.9 of CAT129");
        assertThatThrownBy(() -> Definitions.add(taken))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("CAT048 1.31 is there already");
    }
}
