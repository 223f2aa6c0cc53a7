package org.airwarden.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema says what the reader reads. */
class ScenarioSchemaTest {
    private static final String HEAD =
            """
            name: probe
            title: probe
            lesson: probe
            sources: [probe]
            start: 2026-01-01T00:00:00Z
            duration: 60 s
            """;

    static Stream<String> names() {
        return Scenarios.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void shouldAcceptEveryShippedScenario(String name) {
        assertThat(TestSchema.errors("scenario", Scenarios.text(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"platforms", "radars", "systems"})
    void shouldAcceptTheCatalogue(String file) {
        String text = Scenarios.resource("catalogue/" + file + ".yaml");
        assertThat(TestSchema.errors("catalogue", text)).isEmpty();
        assertThat(TestSchema.errors("catalogue", text + "  wrong: {title: 1}\n")).isNotEmpty();
    }

    /** A key that nobody knows makes the reader list those that it knows. */
    @ParameterizedTest
    @CsvSource({
        "flights,flight",
        "flows,flow",
        "raid,wave",
        "sensors,sensor",
        "posts,post",
        "batteries,battery",
        "corridors,corridor",
        "areas,area",
        "supplies,supply",
        "events,event"
    })
    void shouldKnowTheKeysOfTheReader(String list, String definition) {
        String text = HEAD + list + ":\n  - {qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq: 1}\n";
        assertThat(keys("/$defs/" + definition + "/properties")).isEqualTo(known(text));
    }

    @ParameterizedTest
    @CsvSource({
        "posts,doctrine,/$defs/doctrine",
        "posts,crew,/$defs/crew",
        "flights,answers,/$defs/answers/anyOf/1",
        "raid,release,/$defs/release",
        "raid,noise,/$defs/noise"
    })
    void shouldKnowTheKeysOfParts(String list, String part, String definition) {
        String text =
                HEAD + list + ":\n  - {" + part + ": {qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq: 1}}\n";
        assertThat(keys(definition + "/properties")).isEqualTo(known(text));
    }

    @ParameterizedTest
    @CsvSource({"platforms,platform-class", "radars,radar-class", "systems,system-class"})
    void shouldKnowTheKeysOfClasses(String list, String definition) {
        String text =
                HEAD
                        + "catalogue:\n  "
                        + list
                        + ":\n    mine: {qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq: 1}\n";
        Set<String> known = known(text);
        known.remove("kill"); // known only in order to be refused
        assertThat(keys("/$defs/" + definition + "/properties")).isEqualTo(known);
    }

    @Test
    void shouldKnowTheKeysOfAScenario() {
        assertThat(keys("/properties"))
                .isEqualTo(known(HEAD + "qqqqqqqqqqqqqqqqqqqqqqqqqqqq: 1\n"));
    }

    @Test
    void shouldKnowTheWordsOfTheReader() {
        assertThat(words("/$defs/event/properties/what/enum"))
                .isEqualTo(written(Happening.What.values()));
        assertThat(words("/$defs/sensor/properties/kind/enum"))
                .isEqualTo(written(SensorSite.Kind.values()));
        assertThat(words("/$defs/platform-class/properties/kind/enum"))
                .isEqualTo(written(PlatformClass.Kind.values()));
        assertThat(words("/$defs/area/properties/kind/enum"))
                .isEqualTo(written(DefendedArea.Kind.values()));
        assertThat(words("/$defs/post/properties/status/enum"))
                .isEqualTo(written(Post.Status.values()));
        assertThat(words("/$defs/stated/properties/basis/enum"))
                .isEqualTo(written(Figure.Basis.values()));
    }

    private static Set<String> known(String text) {
        ScenarioException wrong =
                catchThrowableOfType(
                        ScenarioException.class, () -> ScenarioReader.parse("probe", text));
        List<String> remedies =
                wrong.problems().stream()
                        .filter(problem -> problem.what().startsWith("'qqqq"))
                        .map(ScenarioProblem::remedy)
                        .toList();
        assertThat(remedies).hasSize(1);
        return new TreeSet<>(List.of(remedies.getFirst().replace("known are ", "").split(", ")));
    }

    private static JsonNode at(String pointer) {
        JsonNode node = new JsonMapper().readTree(Scenarios.schema()).at(pointer);
        assertThat(node.isMissingNode()).as(pointer).isFalse();
        return node;
    }

    private static Set<String> keys(String pointer) {
        return new TreeSet<>(at(pointer).propertyNames());
    }

    private static Set<String> words(String pointer) {
        return at(pointer)
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> written(Enum<?>... constants) {
        return Stream.of(constants)
                .map(Fields::written)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
