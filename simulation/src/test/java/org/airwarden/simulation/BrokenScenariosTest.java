package org.airwarden.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenarios with something wrong in them, and the messages that say where and how to mend it. */
class BrokenScenariosTest {
    private static final Path FOLDER = TestFiles.resource("broken");
    private static final String EXPECT = "# expect: ";

    static Stream<String> broken() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @Test
    void shouldBeTwentyAtLeast() throws IOException {
        assertThat(broken()).hasSizeGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void shouldSayEveryLineAndRemedy(String name) throws IOException {
        String text = Files.readString(FOLDER.resolve(name));
        List<String> expected =
                text.lines()
                        .filter(line -> line.startsWith(EXPECT))
                        .map(line -> line.substring(EXPECT.length()))
                        .toList();
        ScenarioException wrong =
                catchThrowableOfType(
                        ScenarioException.class, () -> ScenarioReader.parse(name, text));
        assertThat(wrong).as("what is wrong with " + name).isNotNull();
        assertThat(wrong.problems())
                .extracting(ScenarioProblem::toString)
                .containsExactlyElementsOf(
                        expected.stream().map(line -> name + ":" + line).toList());
        assertThat(expected).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void shouldBeRefusedByTheSchemaWhereASchemaCanKnow(String name) throws IOException {
        String text = Files.readString(FOLDER.resolve(name));
        boolean refuses = text.contains("\n# schema: refuses\n");
        assertThat(refuses || text.contains("\n# schema: accepts\n")).isTrue();
        if (!TestSchema.isYaml(text)) {
            return; // no schema is asked about what is no YAML
        }
        assertThat(TestSchema.errors("scenario", text).isEmpty()).isNotEqualTo(refuses);
    }
}
