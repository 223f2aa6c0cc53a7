package org.airwarden.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.airwarden.app.Program.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    private static final List<String> COMMANDS =
            List.of(
                    "demo",
                    "play",
                    "serve",
                    "decode",
                    "convert",
                    "track",
                    "score",
                    "simulate",
                    "experiment",
                    "doctor");

    private static final String LIVE_SITE =
            """
            name: Test
            sensors:
              - {name: Station, kind: adsb, sac: 1, sic: 2, position: {latitude: 41, longitude: 2}}
            sources:
              - {name: feed, tcp: "127.0.0.1:1"}
            """;

    @TempDir private Path folder;

    @Test
    void shouldListEveryCommandWithAnExample() throws Exception {
        Result help = Program.run("--help");

        assertThat(help.exitCode()).isZero();
        for (String command : COMMANDS) {
            assertThat(help.out()).contains("  airwarden " + command);
            Result own = Program.run(command, "--help");
            assertThat(own.exitCode()).isZero();
            assertThat(own.out()).contains("Example").contains("airwarden " + command);
        }
        assertThat(help.out()).contains("steers no weapon", "Not certified");
    }

    @Test
    void shouldPrintItsVersion() throws Exception {
        assertThat(Program.run("--version").out()).startsWith("airwarden ");
    }

    @Test
    void shouldExamineTheMachine() throws Exception {
        Result result = Program.run("doctor", "--port", "0", "--directory", folder.toString());

        assertThat(result.out().lines().filter(line -> line.matches("  [✓✗] .*"))).hasSize(8);
        assertThat(result.out()).contains("✓ Java", "journals can be written");
    }

    @Test
    void shouldGiveARemedyWithEachCross() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path file = Files.createFile(folder.resolve("file"));
            Result result =
                    Program.run(
                            "doctor",
                            "--port",
                            String.valueOf(taken.getLocalPort()),
                            "--directory",
                            file.resolve("below").toString());

            assertThat(result.exitCode()).isEqualTo(1);
            List<String> lines = result.out().lines().toList();
            long crosses = lines.stream().filter(line -> line.startsWith("  ✗")).count();
            assertThat(crosses).isGreaterThanOrEqualTo(2);
            assertThat(lines.stream().filter(line -> line.startsWith("      →")))
                    .hasSize((int) crosses);
        }
    }

    @Test
    void shouldSayThatThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Result result = Program.run("demo", "--port", String.valueOf(taken.getLocalPort()));

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err().strip().lines()).hasSize(1);
            assertThat(result.err()).contains("taken", "--port");
        }
    }

    @Test
    void shouldSayInOneLineWhatCannotBeUsed() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Path site = Files.writeString(folder.resolve("site.yaml"), LIVE_SITE);
        List<List<String>> wrong =
                List.of(
                        List.of("demo", "--port", "70000"),
                        List.of("doctor", "--port", "-1"),
                        List.of("play", file.toString(), "--port", "65536"),
                        List.of("play", folder.toString(), "--port", "0"),
                        List.of(
                                "serve",
                                site.toString(),
                                "--port",
                                "0",
                                "--journal",
                                file.toString()),
                        List.of(
                                "serve",
                                site.toString(),
                                "--port",
                                "0",
                                "--journal",
                                "/proc/no/such"));
        for (List<String> arguments : wrong) {
            Result result = Program.run(arguments.toArray(new String[0]));

            assertThat(result.exitCode()).as("%s", arguments).isEqualTo(2);
            assertThat(result.err().strip().lines()).as("%s", arguments).hasSize(1);
        }
    }

    /** What is told to end while it still prepares leaves no folder behind. */
    @Test
    void shouldLeaveNothingBehindWhenEndedEarly() throws Exception {
        ProcessBuilder builder = Program.builder("demo", "--port", "0");
        builder.command().add(1, "-Djava.io.tmpdir=" + folder);
        Process process = builder.redirectErrorStream(true).start();
        long end = System.nanoTime() + 60_000_000_000L;
        while (temporaryFolders().isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(1);
        }
        process.destroy();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(temporaryFolders()).isEmpty();
    }

    private List<Path> temporaryFolders() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith("airwarden-")).toList();
        }
    }

    @Test
    void shouldSayWhatIsWrongInASiteFile() throws Exception {
        Path site = folder.resolve("site.yaml");
        Files.writeString(site, "name: Test\nsensors:\n  - name: R\n    kind: radarr\n");
        Result result = Program.run("serve", site.toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err().strip().lines()).hasSize(1);
        assertThat(result.err()).contains("site.yaml:4", "radarr");
    }

    @Test
    void shouldTrackNeutralFilesAndLookOnlyBack() throws Exception {
        Path sensors = folder.resolve("sensors.csv");
        Path plots = folder.resolve("plots.csv");
        Path at = folder.resolve("at.csv");
        Files.writeString(
                sensors,
                """
                sensor,x,y,z,sigma_range,sigma_az,sigma_el,pd,clutter_per_scan,scan_period,max_range
                R1,0,0,0,50,0.0015,0.002,0.9,1,4,150000
                """);
        StringBuilder rows =
                new StringBuilder(
                        "t,scan,sensor,range_m,azimuth_rad,elevation_rad,range_rate_mps\n");
        StringBuilder times = new StringBuilder("t\n");
        for (int scan = 0; scan < 30; scan++) {
            double east = -40_000 + scan * 4 * 200.0;
            double north = 30_000;
            double up = 8_000;
            double across = Math.hypot(east, north);
            rows.append(
                    "%d,%d,R1,%.2f,%.7f,%.7f,\n"
                            .formatted(
                                    scan * 4,
                                    scan,
                                    Math.hypot(across, up),
                                    Math.atan2(east, north) + 2 * Math.PI,
                                    Math.atan2(up, across)));
            times.append(scan * 4).append('\n');
        }
        Files.writeString(at, times);
        String all = track(sensors, plots, at, rows.toString());
        String half =
                track(
                        sensors,
                        plots,
                        at,
                        String.join("\n", rows.toString().lines().limit(16).toList()) + "\n");

        assertThat(all.lines().filter(line -> line.startsWith("116,"))).hasSize(1);
        String[] last = all.lines().toList().getLast().split(",");
        assertThat(Double.parseDouble(last[2])).isBetween(-17_000.0, -16_600.0);
        assertThat(Double.parseDouble(last[5])).isBetween(190.0, 210.0);
        List<String> early = all.lines().filter(line -> isUpTo(line, 56)).toList();
        assertThat(early).hasSizeGreaterThan(8);
        assertThat(half.lines().filter(line -> isUpTo(line, 56)).toList()).isEqualTo(early);
    }

    @Test
    void shouldReconstructFromTheFirstPlotWhenSmoothIsAsked() throws Exception {
        Path sensors = folder.resolve("sensors.csv");
        Path plots = folder.resolve("plots.csv");
        Path at = folder.resolve("at.csv");
        Files.writeString(
                sensors,
                """
                sensor,x,y,z,sigma_range,sigma_az,sigma_el,pd,clutter_per_scan,scan_period,max_range
                R1,0,0,0,50,0.0015,0.002,0.9,1,4,150000
                """);
        StringBuilder rows = new StringBuilder("t,sensor,range_m,azimuth_rad,elevation_rad\n");
        StringBuilder times = new StringBuilder("t\n");
        for (int scan = 0; scan < 20; scan++) {
            double east = -20_000 + scan * 4 * 200.0;
            double across = Math.hypot(east, 30_000);
            rows.append(
                    "%d,R1,%.2f,%.7f,%.7f\n"
                            .formatted(
                                    scan * 4,
                                    Math.hypot(across, 8_000),
                                    Math.atan2(east, 30_000) + 2 * Math.PI,
                                    Math.atan2(8_000, across)));
            times.append(scan * 4).append('\n');
        }
        Files.writeString(at, times);

        String live = track(sensors, plots, at, rows.toString());
        String smoothed = track(sensors, plots, at, rows.toString(), "--smooth");

        assertThat(live.lines()).hasSizeLessThan(21);
        assertThat(smoothed.lines()).hasSize(21);
        String[] first = smoothed.lines().skip(1).findFirst().orElseThrow().split(",");
        assertThat(first[0]).isEqualTo("0");
        assertThat(Double.parseDouble(first[2])).isBetween(-20_030.0, -19_970.0);
        assertThat(smoothed.lines().toList().getLast()).isEqualTo(live.lines().toList().getLast());
    }

    private static boolean isUpTo(String line, double time) {
        return !line.startsWith("t,") && Double.parseDouble(line.split(",")[0]) <= time;
    }

    private String track(Path sensors, Path plots, Path at, String rows, String... more)
            throws Exception {
        Files.writeString(plots, rows);
        Path out = folder.resolve("tracks.csv");
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "track",
                                "--sensors",
                                sensors.toString(),
                                "--plots",
                                plots.toString(),
                                "--at",
                                at.toString(),
                                "--out",
                                out.toString()));
        words.addAll(List.of(more));
        Result result = Program.run(words.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isZero();
        return Files.readString(out);
    }
}
