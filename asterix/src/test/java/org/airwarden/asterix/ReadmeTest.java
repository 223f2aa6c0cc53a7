package org.airwarden.asterix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first lines of code in the README are these, and they do what it says. */
class ReadmeTest {
    private final List<String> printed = new ArrayList<>();

    private void print(String line) {
        printed.add(line);
    }

    private void read(Path file) throws Exception {
        // README begins
        Cat048 plot = new Cat048();
        new BlockWalker(Editions.newest())
                .walk(
                        Files.readAllBytes(file),
                        record -> {
                            if (record.category() == Cat048.CATEGORY) {
                                plot.wrap(record);
                                print(
                                        "%s %.2f NM %.2f deg"
                                                .formatted(
                                                        plot.i240Text(),
                                                        plot.i040Rho(),
                                                        plot.i040Theta()));
                            }
                        });
        // README ends
    }

    @Test
    void shouldPrintPlotsWhenTheReadmesCodeRuns(@TempDir Path folder) throws Exception {
        Definition radar = Definitions.newest(48);
        RecordWriter writer = new RecordWriter(radar);
        BlockWriter block = new BlockWriter(radar);
        writer.value(radar.field("040/RHO"), 42.5).value(radar.field("040/THETA"), 90);
        block.add(writer.text(radar.field("240"), "AWD12"));
        Path file = folder.resolve("radar.ast");
        Files.write(file, block.toBytes());

        read(file);

        assertThat(printed).containsExactly("AWD12 42.50 NM 90.00 deg");
    }

    @Test
    void shouldShowTheSameCodeInTheReadme() throws Exception {
        String source =
                Files.readString(Path.of("src/test/java/org/airwarden/asterix/ReadmeTest.java"));
        String held = between(source, "// README begins\n", "        // README ends");
        String readme = Files.readString(Path.of("README.md"));
        assertThat(words(between(readme, "```java\n", "```"))).isEqualTo(words(held));
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf(after, from));
    }

    /** Where lines are broken does not matter. */
    private static String words(String code) {
        return code.replaceAll("\\s+", "").replace("System.out.println(", "print(");
    }
}
