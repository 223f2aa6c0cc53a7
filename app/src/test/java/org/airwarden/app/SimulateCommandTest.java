package org.airwarden.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.airwarden.app.Program.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands simulate and experiment, as a user calls them. */
class SimulateCommandTest {
    @TempDir private Path folder;

    @Test
    void shouldSimulateAndWriteAllResults() throws Exception {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        Result first =
                Program.run(
                        "simulate",
                        "erlang-b-6-6",
                        "--runs",
                        "40",
                        "--seed",
                        "3",
                        "--threads",
                        "1",
                        "--out",
                        one.toString());
        Result second =
                Program.run(
                        "simulate",
                        "erlang-b-6-6",
                        "--runs",
                        "40",
                        "--seed",
                        "3",
                        "--threads",
                        "4",
                        "--out",
                        two.toString());

        assertThat(first.err()).isEmpty();
        assertThat(first.exitCode()).isZero();
        assertThat(first.out())
                .startsWith("SIMULATED: erlang-b-6-6")
                .contains("40 runs", "unserved_share", "any_civil_destroyed")
                .isEqualTo(second.out());
        for (String name : List.of("summary.json", "runs.csv", "runs.parquet", "report.html")) {
            assertThat(Files.mismatch(one.resolve(name), two.resolve(name))).as(name).isEqualTo(-1);
        }
        try (var files = Files.list(one)) {
            assertThat(files).hasSize(4);
        }
        assertThat(Files.readString(one.resolve("summary.json"))).contains("\"simulated\": true");
        assertThat(Files.readAllLines(one.resolve("runs.csv"))).hasSize(41);

        Result again = Program.run("simulate", "erlang-b-6-6", "--out", one.toString());
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err().strip().lines()).hasSize(1);
        assertThat(again.err()).contains("not empty", "--force");
        assertThat(
                        Program.run(
                                        "simulate",
                                        "erlang-b-6-6",
                                        "--runs",
                                        "5",
                                        "--force",
                                        "--out",
                                        one.toString())
                                .exitCode())
                .isZero();
        assertThat(Files.readAllLines(one.resolve("runs.csv"))).hasSize(6);
    }

    @Test
    void shouldSayInOneLineWhatIsWrong() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "name: x\n");
        Path wrong = Files.writeString(folder.resolve("e.yaml"), "scenario: no-such\nruns: 2\n");
        Path path =
                Files.writeString(
                        folder.resolve("p.yaml"),
                        "scenario: erlang-b-6-6\nfactors: [{path: batteries/x/kill, levels: [1]}]");
        for (List<String> arguments :
                List.of(
                        List.of("simulate", "erlang-b-66"),
                        List.of("simulate", "no-such.yaml"),
                        List.of("simulate", broken.toString()),
                        List.of("simulate", "erlang-b-6-6", "--runs", "0"),
                        List.of("simulate", "erlang-b-6-6", "--sensing", "luck"),
                        List.of("simulate", "erlang-b-6-6", "--until", "luck=1"),
                        List.of("experiment", "no-such.yaml"),
                        List.of("experiment", wrong.toString()),
                        List.of("experiment", path.toString()))) {
            Result result = Program.run(arguments.toArray(String[]::new));
            assertThat(result.exitCode()).as("%s: %s", arguments, result.err()).isEqualTo(2);
            assertThat(result.err().strip().lines()).as("%s", arguments).hasSize(1);
            assertThat(result.out()).isEmpty();
        }
    }

    @Test
    void shouldExperiment() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("channels.yaml"),
                        """
                        scenario: erlang-b-6-6
                        factors:
                          - {path: batteries/battery/channels, levels: [2, 6]}
                        runs: 20
                        sensing: probability
                        figures: [unserved_share]
                        """);
        Path out = folder.resolve("out");
        Result result = Program.run("experiment", file.toString(), "--out", out.toString());

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).startsWith("SIMULATED").contains("unserved_share", "coefficient");
        for (String name : List.of("summary.json", "points.csv", "points.parquet", "report.html")) {
            assertThat(out.resolve(name)).isNotEmptyFile();
        }
    }
}
