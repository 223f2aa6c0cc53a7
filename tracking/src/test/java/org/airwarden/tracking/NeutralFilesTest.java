package org.airwarden.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeutralFilesTest {
    private static final String SENSORS =
            "sensor,x,y,z,sigma_range,sigma_az,sigma_el,pd,clutter_per_scan,scan_period,max_range\n"
                    + "A,0,0,0,40,0.001,0.001,0.9,5,4,150000\n"
                    + "B,30000,0,0,60,0.0015,0.002,0.85,5,5,150000\n";
    private static final String HEADER =
            "t,scan,sensor,range_m,azimuth_rad,elevation_rad,range_rate_mps\n";

    @TempDir Path folder;
    private Path sensors;
    private Path plots;
    private Path at;
    private Path out;

    @BeforeEach
    void prepare() throws IOException {
        sensors = write("sensors.csv", SENSORS);
        plots = write("plots.csv", HEADER + String.join("", plots(200)));
        StringBuilder times = new StringBuilder("t\n");
        for (int t = 0; t < 120; t += 3) {
            times.append(t).append('\n');
        }
        at = write("at.csv", times.toString());
        out = folder.resolve("tracks.csv");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Two targets and clutter, seen by both sensors; lines up to a time. */
    private static List<String> plots(double until) {
        Random random = new Random(3);
        List<String> lines = new ArrayList<>();
        for (int t = 0; t < 120; t++) {
            for (int sensor = 0; sensor < 2; sensor++) {
                if (t % (4 + sensor) != 0) {
                    continue;
                }
                for (int target = 0; target < 2; target++) {
                    double x = 40_000 + target * 3_000 + 200 * t - sensor * 30_000;
                    double y = -20_000 + 100 * t * (target == 0 ? 1 : -1);
                    double z = 6_000;
                    double range = Math.sqrt(x * x + y * y + z * z) + 40 * random.nextGaussian();
                    double azimuth = Math.atan2(x, y) + 0.001 * random.nextGaussian();
                    double elevation = Math.asin(z / range) + 0.001 * random.nextGaussian();
                    add(lines, t, sensor, range, azimuth, elevation, until);
                }
                for (int k = 0; k < 5; k++) {
                    add(
                            lines,
                            t,
                            sensor,
                            random.nextDouble(1_000, 150_000),
                            random.nextDouble(0, 6.28),
                            random.nextDouble(0, 0.1),
                            until);
                }
            }
        }
        return lines;
    }

    private static void add(
            List<String> lines, int t, int sensor, double r, double a, double e, double until) {
        if (t <= until) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%d,0,%s,%.2f,%.7f,%.7f,%n",
                            t,
                            sensor == 0 ? "A" : "B",
                            r,
                            (a + 2 * Math.PI) % (2 * Math.PI),
                            e));
        }
    }

    private List<String> track() throws IOException {
        int rows = NeutralFiles.track(sensors, plots, at, out);
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.getFirst()).isEqualTo("t,track_id,x,y,z,vx,vy,vz");
        assertThat(lines).hasSize(rows + 1);
        return lines.subList(1, lines.size());
    }

    @Test
    void shouldTrackBothTargetsWhenTwoSensorsSeeThem() throws IOException {
        List<String> rows = track();
        assertThat(rows.stream().filter(row -> row.startsWith("117,"))).hasSize(2);
        assertThat(rows.stream().map(row -> row.split(",", -1)[1]).distinct()).hasSize(2);
        for (String row : rows) {
            String[] values = row.split(",", -1);
            assertThat(Double.parseDouble(values[4])).isBetween(5_000.0, 7_000.0);
        }
    }

    @Test
    void shouldNotChangeRowsWhenLaterPlotsAreCutOff() throws IOException {
        List<String> whole = track();
        for (int until : new int[] {12, 37, 60, 101}) {
            write("plots.csv", HEADER + String.join("", plots(until)));
            List<String> cut = track();
            assertThat(rowsUpTo(cut, until)).isEqualTo(rowsUpTo(whole, until));
        }
    }

    private static List<String> rowsUpTo(List<String> rows, double time) {
        return rows.stream()
                .filter(row -> Double.parseDouble(row.substring(0, row.indexOf(','))) <= time)
                .toList();
    }

    /** The aerial passes a place at its own time in each turn, and the scans are numbered. */
    private static List<String> turning(double until) {
        List<String> lines = new ArrayList<>();
        for (String line : plots(until)) {
            String[] values = line.strip().split(",", -1);
            double period = values[2].equals("A") ? 4 : 5;
            int scan = (int) (Double.parseDouble(values[0]) / period);
            double share = Double.parseDouble(values[4]) / (2 * Math.PI);
            values[0] = String.format(Locale.ROOT, "%.4f", (scan + share) * period);
            values[1] = Integer.toString(scan);
            lines.add(String.join(",", values) + "\n");
        }
        return lines;
    }

    @Test
    void shouldHoldBothTargetsWhenPlotsCarryTheTimesOfATurningAerial() throws IOException {
        write("plots.csv", HEADER + String.join("", turning(200)));
        List<String> rows = rowsUpTo(track(), 200);
        assertThat(rows.stream().filter(row -> row.startsWith("117,"))).hasSize(2);
        assertThat(rows.stream().map(row -> row.split(",", -1)[1]).distinct()).hasSize(2);
    }

    @Test
    void shouldTrackWithOtherPartsWhenTheyAreGiven() throws IOException {
        List<String> standard = track();
        TrackerParts nearest = TrackerParts.standard().withAssociator(GlobalNearest::new);
        TrackerParts uniform =
                TrackerParts.standard().withMotions(List.of(new Motion(0, 5, 1, 1, 60)));
        TrackerParts cautious =
                TrackerParts.standard().withLife(new LifeRules(0.999, 0.6, 0.04, 5.9, 2_000));
        for (TrackerParts parts : List.of(nearest, uniform, cautious)) {
            NeutralFiles.track(new Tracker(0, parts), sensors, plots, at, out);
            if (parts != nearest) { // which differs only where reports are contended for
                List<String> rows = Files.readAllLines(out);
                assertThat(rows.subList(1, rows.size())).isNotEqualTo(standard);
            }
            assertThat(Files.readAllLines(out).stream().filter(row -> row.startsWith("117,")))
                    .hasSize(2);
        }
        assertThat(Files.readAllLines(out)).as("a later start").hasSizeLessThan(standard.size());
    }

    @Test
    void shouldAskAnAssociatorOfOnesOwnWhatEachReportIs() throws IOException {
        int[] asked = {0};
        Associator nobody =
                problem -> {
                    asked[0] += problem.pairs;
                    java.util.Arrays.fill(problem.trackAlone, 0, problem.tracks, 1);
                    java.util.Arrays.fill(problem.probability, 0, problem.pairs, 0);
                    java.util.Arrays.fill(problem.reportAlone, 0, problem.reports, 1);
                };
        TrackerParts parts = TrackerParts.standard().withAssociator(() -> nobody);
        int rows = NeutralFiles.track(new Tracker(0, parts), sensors, plots, at, out);
        assertThat(asked[0]).isPositive();
        assertThat(rows).as("no report belongs to any track, so none is confirmed").isZero();
    }

    @Test
    void shouldRefusePartsThatCannotBe() {
        assertThatThrownBy(() -> new Motion(0, 0, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LifeRules(1.5, 0.6, 0.04, 2, 2_000))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TrackerParts.standard().withMotions(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldReadGzipWhenAFileIsPacked() throws IOException {
        List<String> plain = track();
        Path packed = folder.resolve("plots.csv.gz");
        try (OutputStream to = new GZIPOutputStream(Files.newOutputStream(packed))) {
            to.write(Files.readAllBytes(plots));
        }
        plots = packed;
        assertThat(track()).isEqualTo(plain);
    }

    @Test
    void shouldTakeTheTimesOfTruthWhenThatIsGiven() throws IOException {
        at = write("truth.csv", "t,target,x,y,z,vx,vy,vz\n40,1,0,0,0,0,0,0\n40,2,0,0,0,0,0,0\n");
        assertThat(track()).hasSize(2);
    }

    @Test
    void shouldWriteTheHeaderAloneWhenThereAreNoPlots() throws IOException {
        write("plots.csv", HEADER);
        assertThat(track()).isEmpty();
    }

    @Test
    void shouldManageWhenElevationIsNotMeasured() throws IOException {
        String text = Files.readString(plots);
        StringBuilder without = new StringBuilder();
        for (String line : text.split("\n")) {
            String[] values = line.split(",", -1);
            without.append(
                    line.startsWith("t,")
                            ? line + "\n"
                            : String.join(
                                            ",", values[0], values[1], values[2], values[3],
                                            values[4])
                                    + ",,\n");
        }
        write("plots.csv", without.toString());
        assertThat(rowsUpTo(track(), 200)).isNotEmpty();
    }

    @Test
    void shouldNameFileLineAndReasonWhenALineIsBad() {
        bad(plots, HEADER + "0,0,A,1000,1.0,0.1,\n4,0,A,ten,1.0,0.1,\n", "plots.csv:3:", "'ten'");
        bad(plots, HEADER + "0,0,C,1000,1.0,0.1,\n", "plots.csv:2:", "sensor 'C'");
        bad(plots, HEADER + "0,0,A,-5,1.0,0.1,\n", "plots.csv:2:", "range");
        bad(plots, HEADER + "0,0,A,1000\n", "plots.csv:2:", "4 values");
        bad(plots, HEADER + "0,0,A,1000,NaN,0.1,\n", "plots.csv:2:", "'NaN'");
        bad(plots, HEADER + "1e300,0,A,1000,1,0.1,\n", "plots.csv:2:", "time");
        bad(plots, "", "plots.csv", "empty");
        bad(plots, "t,sensor\n", "plots.csv:1:", "range_m");
    }

    @Test
    void shouldNameTheReasonWhenSensorsAreBad() {
        bad(sensors, "sensor,x,y,z\n", "sensors.csv", "no sensor");
        bad(sensors, "sensor,x,y,z\nA,0,0,0\nA,1,1,1\n", "sensors.csv:3:", "twice");
        bad(sensors, "sensor,x,y,z,pd\nA,0,0,0,1.5\n", "sensors.csv:2:", "probability");
        bad(sensors, "sensor,x,y,z,sigma_az\nA,0,0,0,-1\n", "sensors.csv:2:", "below 0");
    }

    private void bad(Path file, String text, String... words) {
        try {
            String before = Files.readString(file);
            Files.writeString(file, text);
            assertThatThrownBy(() -> NeutralFiles.track(sensors, plots, at, out))
                    .isInstanceOf(NeutralFileException.class)
                    .message()
                    .contains(words)
                    .doesNotContain("\n");
            Files.writeString(file, before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldSayThatAFileIsMissingWhenItIs() {
        assertThatThrownBy(() -> NeutralFiles.track(sensors, folder.resolve("none.csv"), at, out))
                .isInstanceOf(NeutralFileException.class)
                .hasMessageContaining("none.csv")
                .hasMessageContaining("no such file");
    }

    @Test
    void shouldSayThatDataAreDamagedWhenGzipIsCut() throws IOException {
        Path packed = folder.resolve("plots.csv.gz");
        try (OutputStream to = new GZIPOutputStream(Files.newOutputStream(packed))) {
            to.write(Files.readString(plots).repeat(3).getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(packed);
        Files.write(packed, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        plots = packed;
        assertThatThrownBy(this::track)
                .isInstanceOf(NeutralFileException.class)
                .hasMessageContaining("damaged");
    }
}
