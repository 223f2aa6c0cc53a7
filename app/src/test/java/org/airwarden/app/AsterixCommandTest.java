package org.airwarden.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.airwarden.app.Program.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsterixCommandTest {
    private static final String DRONES =
            """
            category 129 edition 1.0-mine "drones"
            010 "sender" fixed SAC 8, SIC 8
            070 "time of day" fixed 24 of 1/2^7 s
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

    @TempDir private Path folder;

    @Test
    void shouldPrintDefinitions() throws Exception {
        Result list = Program.run("asterix");
        Result page = Program.run("asterix", "21", "--edition", "0.23");
        Result registers = Program.run("asterix", "registers");

        assertThat(list.exitCode()).as(list.err()).isZero();
        assertThat(list.out()).contains("048  ").contains(" 1.32 1.31 ");
        assertThat(page.out()).startsWith("# CAT021 0.23");
        assertThat(registers.out()).startsWith("# Mode S registers");
    }

    @Test
    void shouldSayWhatIsKnown() throws Exception {
        Result category = Program.run("asterix", "999");
        Result edition = Program.run("asterix", "048", "--edition", "7");
        Result nowhere = Program.run("asterix", "--definitions", folder.resolve("no").toString());

        assertThat(category.exitCode()).isEqualTo(2);
        assertThat(category.err()).contains("no definition of category '999'");
        assertThat(edition.exitCode()).isEqualTo(2);
        assertThat(edition.err()).contains("no edition 7 of CAT048; known are 1.32,");
        assertThat(nowhere.exitCode()).isEqualTo(2);
        assertThat(nowhere.err()).contains("there is no folder");
    }

    @Test
    void shouldReadRecordingWithOwnDefinitions() throws Exception {
        Files.writeString(folder.resolve("drones.def"), DRONES);
        Files.writeString(folder.resolve("quality.def"), QUALITY);
        Path recording = folder.resolve("drones.ast");
        byte[] block = HexFormat.of().parseHex("81000ce00102000100" + "03805a");
        byte[] all = new byte[20 * block.length];
        for (int i = 0; i < 20; i++) {
            System.arraycopy(block, 0, all, i * block.length, block.length);
        }
        Files.write(recording, all);

        Result without = Program.run("decode", "--format", "raw", recording.toString());
        Result with =
                Program.run(
                        "decode",
                        "--format",
                        "raw",
                        "--definitions",
                        folder.toString(),
                        "--edition",
                        "129=1.0-mine",
                        recording.toString());
        Files.writeString(folder.resolve("wrong.def"), "category 130 edition 1.0\noops\n");
        Result wrong = Program.run("asterix", "130", "--definitions", folder.toString());

        assertThat(without.out()).isEmpty();
        assertThat(with.exitCode()).as(with.err()).isZero();
        assertThat(with.out().lines()).hasSize(20);
        assertThat(with.out()).contains("\"QUALITY\"").contains("\"1.0-mine\"");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("wrong.def:2:5: ");
    }

    @Test
    void shouldShowOctetsAndFindings() throws Exception {
        Path recording = folder.resolve("radar.ast");
        // Two blocks of CAT034: a time of day of 25 hours in the second, and no source in it.
        byte[] blocks = HexFormat.of().parseHex("22000bf0" + "0102" + "02" + "000100" + "40");
        byte[] late = HexFormat.of().parseHex("22000720" + "afc800");
        byte[] all = new byte[blocks.length + late.length];
        System.arraycopy(blocks, 0, all, 0, blocks.length);
        System.arraycopy(late, 0, all, blocks.length, late.length);
        Files.write(recording, all);
        String[] edition = {"--format", "raw", "--edition", "034=1.29"};

        Result hex = decode("--hex", edition, recording);
        Result findings = decode("--validate", edition, recording);
        Result both = Program.run("decode", "--hex", "--validate", recording.toString());

        assertThat(hex.out()).contains("CAT034 1.29, record at 3,").contains("     4  01 02 ");
        assertThat(hex.out()).contains("CAT034 1.29, record at 14,");
        assertThat(findings.out())
                .contains(
                        "\"record\":14,\"item\":\"030\",\"element\":0,\"offset\":15,"
                                + "\"kind\":\"range\"")
                .contains("\"kind\":\"required\"")
                .doesNotContain("\"record\":3");
        assertThat(both.exitCode()).isEqualTo(2);
    }

    private static Result decode(String how, String[] edition, Path file) throws Exception {
        List<String> words = new ArrayList<>();
        words.add("decode");
        words.add(how);
        words.addAll(Arrays.asList(edition));
        words.add(file.toString());
        return Program.run(words.toArray(new String[0]));
    }
}
