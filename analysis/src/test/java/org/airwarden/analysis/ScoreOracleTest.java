package org.airwarden.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airwarden.tracking.NeutralFiles;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GOSPA and SIAP against a judge that others wrote, in Python, on what the tracker makes. */
class ScoreOracleTest {
    private static final Path SHARED =
            Path.of(System.getProperty("airwarden.shared", ".")).resolve("tracking");

    /** The judge prints nine decimals. */
    private static final double PRINTED = 1e-9;

    @TempDir private Path folder;

    private static void require(boolean there, String what) {
        if (!there) {
            System.err.println("SKIPPED: " + what);
        }
        Assumptions.assumeTrue(there, what);
    }

    private static String python(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3"));
        command.addAll(words);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? out : "";
    }

    private static void requireJudge() throws InterruptedException {
        require(Files.isRegularFile(SHARED.resolve("score.py")), "no judge at " + SHARED);
        String answer;
        try {
            answer = python(List.of("-c", "import numpy, scipy; print('there')"));
        } catch (IOException none) {
            answer = "";
        }
        require(answer.contains("there"), "no Python 3 with numpy and scipy for the judge");
    }

    private static void compare(Path truth, Path tracks, ScoreSettings settings, double until)
            throws IOException, InterruptedException {
        String told =
                python(
                        List.of(
                                SHARED.resolve("score.py").toString(),
                                truth.toString(),
                                tracks.toString(),
                                "--c",
                                String.valueOf(settings.cutOff()),
                                "--gate",
                                String.valueOf(settings.gate()),
                                "--dims",
                                String.valueOf(settings.dimensions()),
                                "--until",
                                String.valueOf(until)));
        Map<String, Double> ours =
                new Score(
                                StateTable.readTruth(truth, Double.NEGATIVE_INFINITY, until),
                                StateTable.readTracks(tracks, Double.NEGATIVE_INFINITY, until),
                                settings)
                        .figures();
        Matcher figures = Pattern.compile("\"(\\w+)\": ([-+.e0-9]+)").matcher(told);
        int compared = 0;
        while (figures.find()) {
            double theirs = Double.parseDouble(figures.group(2));
            assertThat(ours.get(figures.group(1)))
                    .as(figures.group(1))
                    .isCloseTo(theirs, within(PRINTED * Math.max(1, Math.abs(theirs))));
            compared++;
        }
        assertThat(compared).isEqualTo(30);
    }

    private void compareOnScenario(String name) throws Exception {
        requireJudge();
        Path scenario = SHARED.resolve(name);
        require(Files.isDirectory(scenario), "no scenario at " + scenario);
        Path truth = scenario.resolve("truth.csv.gz");
        Path tracks = folder.resolve("tracks.csv");
        NeutralFiles.track(
                scenario.resolve("sensors.csv"), scenario.resolve("plots.csv.gz"), truth, tracks);
        compare(truth, tracks, ScoreSettings.USUAL, 1e6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"crossing", "crossing-hard", "dense-100", "manoeuvre", "benchmark"})
    void shouldAgreeOnTheScenarios(String name) throws Exception {
        compareOnScenario(name);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"dense-300", "dense-1000"})
    void shouldAgreeOnTheLargeScenarios(String name) throws Exception {
        compareOnScenario(name);
    }

    /** Tracks made worse on purpose: gone, doubled, far off, of changing number. */
    @Test
    void shouldAgreeOnBadTracksAndOtherSettings() throws Exception {
        requireJudge();
        Scenarios.write("hard-formation", 5, folder);
        Path truth = folder.resolve("truth.csv.gz");
        StateTable there = StateTable.readTruth(truth, -1e9, 1e9);
        Draw draw = new Draw(11);
        StringBuilder text = new StringBuilder("t,track_id,x,y,z,vx,vy,vz\n");
        for (int row = 0; row < there.rows(); row++) {
            int copies = draw.chance(0.8) ? draw.chance(0.1) ? 2 : 1 : 0;
            for (int copy = 0; copy < copies; copy++) {
                int name = there.who(row) * 10 + copy * 5 + (draw.chance(0.02) ? 1 : 0);
                text.append(Decimals.brief(there.timeOf(row), 6)).append(",T").append(name);
                double off = draw.chance(0.05) ? 2_000 : 150;
                for (int k = 0; k < 6; k++) {
                    double wrong = draw.normal() * (k < 3 ? off : 10);
                    Decimals.append(text.append(','), there.value(row, k) + wrong, 3);
                }
                text.append('\n');
            }
        }
        Path tracks = Files.writeString(folder.resolve("bad.csv"), text);
        compare(truth, tracks, new ScoreSettings(400, 2, 2, 300, 3, 5), 200);
        compare(truth, tracks, new ScoreSettings(2_500, 2, 2, 1_500, 2, 5), 1e6);
    }
}
