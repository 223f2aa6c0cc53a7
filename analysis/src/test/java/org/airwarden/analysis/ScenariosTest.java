package org.airwarden.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.airwarden.analysis.RadarPlots.ReportedPlot;
import org.airwarden.tracking.NeutralFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenariosTest {
    private static final String[] FILES = {
        "sensors.csv", "biases.csv", "plots.csv.gz", "truth.csv.gz", "scenario.json"
    };

    @TempDir private Path folder;

    private static byte[] contents(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!file.toString().endsWith(".gz")) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crossing",
                "crossing-hard",
                "dense-50",
                "manoeuvre",
                "benchmark",
                "hard-formation",
                "hard-clutter",
                "hard-biased",
                "hard-manoeuvre"
            })
    void shouldGiveTheSameForASeedAndAnotherForAnother(String kind) throws IOException {
        assertThat(Scenarios.isKind(kind)).isTrue();
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        Path other = folder.resolve("other");
        Scenarios.Counts counts = Scenarios.write(kind, 7, one);
        assertThat(Scenarios.write(kind, 7, two)).isEqualTo(counts);
        Scenarios.write(kind, 8, other);
        for (String file : FILES) {
            assertThat(contents(one.resolve(file))).isEqualTo(contents(two.resolve(file)));
        }
        assertThat(contents(one.resolve("truth.csv.gz")))
                .isNotEqualTo(contents(other.resolve("truth.csv.gz")));
        assertThat(contents(one.resolve("plots.csv.gz")))
                .isNotEqualTo(contents(other.resolve("plots.csv.gz")));
        StateTable truth = StateTable.readTruth(one.resolve("truth.csv.gz"), -1e9, 1e9);
        assertThat(truth.rows()).isEqualTo(counts.truthRows());
        for (int row = 0; row < truth.rows(); row++) {
            assertThat(truth.value(row, 2)).as("height in %s", kind).isBetween(100.0, 20_000.0);
        }
        assertThat(Files.readString(one.resolve("scenario.json"))).contains("\"simulated\"");
    }

    /** The tracker reads what is made, and finds what flies where nothing makes it hard. */
    @Test
    void shouldBeReadByTheTracker() throws IOException {
        Scenarios.write("benchmark", 3, folder);
        Path truth = folder.resolve("truth.csv.gz");
        Path tracks = folder.resolve("tracks.csv");
        NeutralFiles.track(
                folder.resolve("sensors.csv"), folder.resolve("plots.csv.gz"), truth, tracks);
        Score score =
                new Score(
                        StateTable.readTruth(truth, -1e9, 1e9),
                        StateTable.readTracks(tracks, -1e9, 1e9),
                        ScoreSettings.USUAL);
        assertThat(score.figure("siap_completeness")).isGreaterThan(0.9);
    }

    /** A target at rest, seen 4000 times by a radar of every fault. */
    @Test
    void shouldMeasureWithTheNoiseAndFaultsOfTheRadar() {
        double[] there = {30_000, 40_000, 5_000, 0, 0, 0};
        Trajectory path = Trajectory.straight(0, 16_100, 100, there, 0, 0, new Draw(1));
        ScenarioRadar.Hidden wrong = new ScenarioRadar.Hidden(true, 120, 1e-3, 0.01, 0.4, 0, 0, 0);
        ScenarioRadar radar =
                new ScenarioRadar("R", 0, 0, 0, 50, 0.002, 0.003, 0.7, 0, 4, 100_000, 0, wrong);
        TrackingScenario scenario =
                new TrackingScenario("x", 1, 16_000, List.of(path), List.of(), List.of(radar));
        List<ReportedPlot> plots = RadarPlots.of(scenario, 0, new Draw(2));
        double truth = Math.sqrt(25e8 + 25e6);
        double azimuth = Math.atan2(3, 4);
        assertThat(plots.size() / 4_000.0).isCloseTo(0.7, within(0.03));
        assertThat(plots)
                .allSatisfy(plot ->
                        assertThat(plot.time())
                                .isCloseTo(
                                        plot.scan() * 4 + 4 * azimuth / (2 * Math.PI) + 0.4,
                                        within(1e-9)));
        expect(plots.stream().mapToDouble(ReportedPlot::range).toArray(), truth * 1.001 + 120, 50);
        expect(plots.stream().mapToDouble(ReportedPlot::azimuth).toArray(), azimuth + 0.01, 0.002);
        expect(
                plots.stream().mapToDouble(ReportedPlot::elevation).toArray(),
                Math.asin(5_000 / truth),
                0.003);
    }

    private static void expect(double[] values, double mean, double sigma) {
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value - mean;
            squares += (value - mean) * (value - mean);
        }
        assertThat(sum / values.length).isCloseTo(0, within(4 * sigma / Math.sqrt(values.length)));
        assertThat(Math.sqrt(squares / values.length)).isCloseTo(sigma, within(0.06 * sigma));
    }

    /** At the width of the cell, half of the scans tell two targets apart. */
    @Test
    void shouldTakeTwoForOneWithinTheCell() {
        List<Trajectory> both = new ArrayList<>();
        for (double x : new double[] {50_000, 50_120}) {
            double[] there = {x, 0, 0, 0, 0, 0};
            both.add(Trajectory.straight(0, 16_100, 100, there, 0, 0, new Draw(1)));
        }
        ScenarioRadar radar =
                new ScenarioRadar(
                                "R",
                                0,
                                0,
                                0,
                                1,
                                1e-5,
                                1e-5,
                                1,
                                0,
                                4,
                                100_000,
                                0,
                                ScenarioRadar.Hidden.NOTHING)
                        .with(ScenarioRadar.Hidden.NOTHING.resolving(120, 0.006));
        TrackingScenario scenario =
                new TrackingScenario("x", 1, 16_000, both, List.of(), List.of(radar));
        List<ReportedPlot> plots = RadarPlots.of(scenario, 0, new Draw(2));
        assertThat(plots.size() / 4_000.0).isCloseTo(1.5, within(0.03));
        assertThat(plots)
                .allSatisfy(plot -> assertThat(plot.range()).isBetween(49_990.0, 50_130.0));
    }

    /** A turn at 4 g and 200 m/s has a radius of v² / a and keeps its speed. */
    @Test
    void shouldTurnOnACircle() {
        double[] start = {0, 0, 5_000, 0, 200, 0};
        Trajectory path = new Manoeuvre().turn(60, 4).from(0, start, 60);
        double radius = 200 * 200 / (4 * Manoeuvre.GRAVITY);
        double[] state = new double[6];
        for (double t = 0; t < 60; t += 0.37) {
            path.at(t, state);
            assertThat(Math.hypot(state[0] - radius, state[1])).isCloseTo(radius, within(0.5));
        }
    }

    @Test
    void shouldJoinFromBehindAsItGoesOn() {
        double[] meeting = {10_000, 5_000, 4_000, 150, 150, 0};
        Trajectory path = new Manoeuvre().turn(8, 3).to(50, meeting, 0, new Manoeuvre(), 100);
        double[] state = new double[6];
        path.at(50, state);
        for (int k = 0; k < 6; k++) {
            assertThat(state[k]).isCloseTo(meeting[k], within(1e-6));
        }
        path.at(46, state);
        assertThat(Math.hypot(state[3], state[4])).isCloseTo(Math.hypot(150, 150), within(1e-6));
        assertThat(state[0]).isLessThan(10_000);
    }
}
