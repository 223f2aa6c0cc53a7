package org.airwarden.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Accuracy on the neutral scenarios: GOSPA (cut-off 1000 m) against what the best open tracker
 * reached there with settings of its own for each, and below.
 */
class NeutralScenariosTest {
    @TempDir Path folder;

    private static Path scenario(String name) {
        Path path = Path.of(System.getProperty("airwarden.shared", "."), "tracking", name);
        if (!Files.isDirectory(path)) {
            System.err.println("SKIPPED: no neutral scenario at " + path);
        }
        Assumptions.assumeTrue(Files.isDirectory(path), "no neutral scenario at " + path);
        return path;
    }

    private Gospa run(String name, Tracker tracker) throws IOException {
        return run(name, tracker, false);
    }

    private Gospa run(String name, Tracker tracker, boolean smooth) throws IOException {
        Path from = scenario(name);
        Path truth = from.resolve("truth.csv.gz");
        Path out = folder.resolve(name + ".csv");
        Path sensors = from.resolve("sensors.csv");
        Path plots = from.resolve("plots.csv.gz");
        if (smooth) {
            NeutralFiles.smooth(tracker, sensors, plots, truth, out);
        } else {
            NeutralFiles.track(tracker, sensors, plots, truth, out);
        }
        Map<Double, List<double[]>> wanted = read(new GZIPInputStream(Files.newInputStream(truth)));
        Map<Double, List<double[]>> found = read(Files.newInputStream(out));
        Gospa gospa = new Gospa(1_000);
        wanted.forEach((time, rows) ->
                gospa.add(
                        rows.toArray(new double[0][]),
                        found.getOrDefault(time, List.of()).toArray(new double[0][])));
        return gospa;
    }

    private static Map<Double, List<double[]>> read(InputStream in) throws IOException {
        Map<Double, List<double[]>> byTime = new TreeMap<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.readLine();
            String line = reader.readLine();
            while (line != null) {
                String[] values = line.split(",", -1);
                byTime.computeIfAbsent(Double.parseDouble(values[0]), t -> new ArrayList<>())
                        .add(
                                new double[] {
                                    Double.parseDouble(values[2]),
                                    Double.parseDouble(values[3]),
                                    Double.parseDouble(values[4])
                                });
                line = reader.readLine();
            }
        }
        return byTime;
    }

    @ParameterizedTest
    @CsvSource({
        "crossing, 292.9, 80.4",
        "crossing-hard, 582.0, 97.6",
        "dense-100, 1829.3, 130.0",
        "manoeuvre, 560.0, 140.0",
        "benchmark, 230.0, 82.0"
    })
    void shouldBeatTheOpenReferenceWhenRunOnANeutralScenario(
            String name, double gospa, double localisation) throws IOException {
        Gospa measured = run(name, new Tracker(0));
        assertThat(measured.mean()).as("GOSPA of %s", name).isLessThan(gospa);
        assertThat(measured.localisation()).as("localisation of %s", name).isLessThan(localisation);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"dense-300, 3096.1", "dense-1000, 5804.1"})
    void shouldBeatTheOpenReferenceWhenTargetsAreMany(String name, double gospa)
            throws IOException {
        assertThat(run(name, new Tracker(0)).mean()).as("GOSPA of %s", name).isLessThan(gospa);
    }

    /** Localisation afterwards, by all plots, against what the live picture had. */
    @ParameterizedTest
    @CsvSource({
        "crossing, 0.65",
        "crossing-hard, 0.60",
        "dense-100, 0.65",
        "manoeuvre, 0.56",
        "benchmark, 0.56"
    })
    void shouldBeNearerToTheTruthWhenSmoothed(String name, double share) throws IOException {
        Gospa live = run(name, new Tracker(0));
        Gospa smoothed = run(name, new Tracker(0), true);
        assertThat(smoothed.pairs).isGreaterThan(live.pairs);
        assertThat(smoothed.localisation())
                .as("localisation of %s, live %.1f m", name, live.localisation())
                .isLessThan(share * live.localisation());
        assertThat(smoothed.mean()).isLessThan(0.65 * live.mean());
    }

    /**
     * The life-cycle is the same for both and made for soft association, so this compares the two
     * within this tracker, not in general; where clutter is heavy, the single best hypothesis gives
     * new targets no chance in it at all.
     */
    @Test
    void shouldAssociateBetterThanByTheSingleBestHypothesisWhenTargetsManoeuvre()
            throws IOException {
        Gospa soft = run("manoeuvre", new Tracker(0));
        Gospa hard =
                run(
                        "manoeuvre",
                        new Tracker(0, TrackerParts.standard().withAssociator(GlobalNearest::new)));
        assertThat(hard.pairs).as("the other one works too").isGreaterThan(900);
        assertThat(soft.mean()).isLessThan(hard.mean());
    }
}
