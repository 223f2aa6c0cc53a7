package org.airwarden.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.airwarden.geodesy.Terrain;
import org.airwarden.simulation.Scenarios;
import org.airwarden.simulation.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Designs, sensitivity, and experiments over points. */
class StudyTest {
    private static List<Factor> intervals(int count) {
        return Collections.nCopies(count, new Factor("a", List.of(), 0, 1, "", false));
    }

    /** Every part of every factor's span holds exactly one point. */
    @ParameterizedTest
    @CsvSource({"LATIN_HYPERCUBE,33,7", "NEARLY_ORTHOGONAL,33,7", "SOBOL,64,10"})
    void shouldPutOnePointIntoEachPart(Designs.Kind kind, int points, int factors) {
        double[][] rows = Designs.of(kind, intervals(factors), points, 3, 5);

        assertThat(rows).hasNumberOfRows(points);
        for (int k = 0; k < factors; k++) {
            boolean[] taken = new boolean[points];
            for (double[] row : rows) {
                assertThat(row[k]).isBetween(0.0, Math.nextDown(1.0));
                int part = (int) (row[k] * points);
                assertThat(taken[part]).isFalse();
                taken[part] = true;
            }
        }
        assertThat(Designs.of(kind, intervals(factors), points, 3, 5)).isDeepEqualTo(rows);
    }

    /** The first points that Joe and Kuo print, shifted to the middle of their cells. */
    @Test
    void shouldBeSobolsSequence() {
        double[][] printed = {
            {0, 0, 0}, {.5, .5, .5}, {.75, .25, .25}, {.25, .75, .75},
            {.375, .375, .625}, {.875, .875, .125}, {.625, .125, .875}, {.125, .625, .375}
        };
        double[][] found = Designs.of(Designs.Kind.SOBOL, intervals(3), 8, 3, 1);
        for (int i = 0; i < printed.length; i++) {
            for (int k = 0; k < 3; k++) {
                assertThat(found[i][k]).isEqualTo(printed[i][k] + 1 / 16.0);
            }
        }
    }

    /** The sizes of Cioppa and Lucas, and their limit. */
    @ParameterizedTest
    @CsvSource({"17,7", "33,11", "65,16"})
    void shouldHardlyCorrelate(int points, int factors) {
        double plain =
                Designs.largestCorrelation(
                        Designs.of(Designs.Kind.LATIN_HYPERCUBE, intervals(factors), points, 3, 1));
        double better =
                Designs.largestCorrelation(
                        Designs.of(
                                Designs.Kind.NEARLY_ORTHOGONAL, intervals(factors), points, 3, 1));
        assertThat(better).isLessThan(0.03).isLessThan(plain / 5);
    }

    @Test
    void shouldMakeAGridOfLevelsAndSteps() {
        List<Factor> factors =
                List.of(
                        new Factor("a", List.of("free", "tight"), 0, 0, "", false),
                        new Factor("b", List.of(), 10, 20, " km", false),
                        new Factor("c", List.of(), 1, 3, "", true));
        double[][] rows = Designs.of(Designs.Kind.GRID, factors, 0, 3, 1);

        assertThat(rows).hasNumberOfRows(18);
        assertThat(factors.get(0).at(rows[0][0])).isEqualTo("free");
        assertThat(factors.get(0).at(rows[17][0])).isEqualTo("tight");
        assertThat(factors.get(1).at(rows[0][1])).isEqualTo("10 km");
        assertThat(factors.get(1).at(rows[17][1])).isEqualTo("20 km");
        assertThat(factors.get(2).at(rows[17][2])).isEqualTo("3");
        assertThat(factors.get(2).at(rows[1][2])).isEqualTo("2");
    }

    /** y = 3a - b + a little chance: the coefficients follow from the weights by hand. */
    @Test
    void shouldFindWhatMovesAFigure() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] rows = Designs.of(Designs.Kind.NEARLY_ORTHOGONAL, intervals(3), 65, 3, 2);
        double[] y = new double[65];
        for (int i = 0; i < y.length; i++) {
            y[i] = 3 * rows[i][0] - rows[i][1] + random.nextDouble(-0.1, 0.1);
        }
        Sensitivity found = Sensitivity.of(rows, y, 0.95);
        List<Estimate> coefficients = found.coefficients();

        assertThat(coefficients.get(0).mean()).isCloseTo(3 / Math.sqrt(10), within(0.02));
        assertThat(coefficients.get(1).mean()).isCloseTo(-1 / Math.sqrt(10), within(0.02));
        assertThat(coefficients.get(2).holds(0)).isTrue();
        assertThat(coefficients.get(0).lo()).isGreaterThan(0.9);
        assertThat(found.explained()).isBetween(0.99, 1.0);
        assertThat(Sensitivity.of(rows, new double[65], 0.95).explained()).isNaN();
    }

    private static Study study(String text, int threads) throws IOException {
        StudyPlan plan = StudyReader.parse("test.yaml", text);
        return Study.run(
                plan,
                (name, changes) ->
                        new Simulator(
                                Scenarios.shipped(name, changes), Terrain.SMOOTH, plan.sensing()),
                threads,
                (done, most) -> assertThat(done).isLessThanOrEqualTo(most));
    }

    private static final String CHANNELS =
            """
            name: channels
            scenario: erlang-b-6-6
            factors:
              - {path: batteries.battery.channels, levels: [2, 6]}
              - {path: batteries/battery/kill, from: 0.5, to: 1}
            steps: 2
            runs: 150
            seed: 4
            sensing: probability
            figures: [unserved_share, destroyed_share]
            """;

    /** Channels alone move what is served; both move what is destroyed; theory's values hold. */
    @Test
    void shouldRunEveryPointOfAGrid() throws IOException {
        Study study = study(CHANNELS, 2);

        assertThat(study.points())
                .extracting(Study.Point::values)
                .containsExactly(
                        List.of("2", "0.5"), List.of("2", "1"),
                        List.of("6", "0.5"), List.of("6", "1"));
        Statistic unserved = study.plan().figures().getFirst();
        assertThat(study.of(study.points().get(2), 0, unserved).mean())
                .isCloseTo(0.264922, within(0.02))
                .isEqualTo(study.of(study.points().get(3), 0, unserved).mean());
        List<Estimate> moved = study.sensitivity(unserved).coefficients();
        assertThat(moved.get(0).mean()).isCloseTo(-1, within(1e-9));
        assertThat(moved.get(1).mean()).isCloseTo(0, within(1e-9));
        assertThat(study.sensitivity(study.plan().figures().getLast()).coefficients().get(1).mean())
                .isGreaterThan(0.3);
        assertThat(StudyReport.json(study)).isEqualTo(StudyReport.json(study(CHANNELS, 1)));
        assertThat(StudyReport.text(study)).startsWith("SIMULATED").contains("what moves");
        ByteArrayOutputStream sheet = new ByteArrayOutputStream();
        StudySheets.writeCsv(study, sheet);
        assertThat(sheet.toString(StandardCharsets.UTF_8).lines()).hasSize(5);
        assertThat(StudyReport.html(study)).contains("EXERCISE").doesNotContain("<script");
    }

    @Test
    void shouldCompareBeforeAndAfter() throws IOException {
        Study study =
                study(
                        """
                        compare: [look-shoot-07-2, look-shoot-07-4]
                        runs: 300
                        sensing: probability
                        figures: [leaker_share]
                        """,
                        2);
        Comparison found =
                study.comparison(study.points().getFirst(), study.plan().figures().getFirst());
        assertThat(found.difference().holds(.0081 - .09)).isTrue();
        assertThat(found.isTold()).isTrue();
        assertThat(StudyReport.text(study)).contains("difference", "all figures");
    }

    @Test
    void shouldSayWhatIsWrong() {
        Map<String, String> wrong =
                Map.of(
                        "", "empty",
                        "a: [", "not YAML",
                        "runs: 5", "either 'scenario: NAME' or 'compare: [BEFORE, AFTER]'",
                        "compare: [a]", "two scenarios",
                        "scenario: a\nrun: 5", "no key 'run'",
                        "scenario: a\nruns: many", "'runs' is a number",
                        "scenario: a\ndesign: best", "no design 'best'",
                        "scenario: a\nfigures: [luck]", "no figure 'luck'",
                        "scenario: a\nfactors: [{path: x}]", "'from' is a number",
                        "scenario: a\nfactors: [{path: x, from: 2, to: 1}]", "from below to");
        wrong.forEach((text, message) ->
                assertThatThrownBy(() -> StudyReader.parse("e.yaml", text))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("e.yaml: ")
                        .hasMessageContaining(message)
                        .hasMessageNotContaining("\n"));
    }
}
