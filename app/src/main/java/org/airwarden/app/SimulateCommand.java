package org.airwarden.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.airwarden.analysis.Experiment;
import org.airwarden.analysis.ExperimentReport;
import org.airwarden.analysis.ExperimentSummary;
import org.airwarden.analysis.Intervals;
import org.airwarden.analysis.MonteCarlo;
import org.airwarden.analysis.RunSheets;
import org.airwarden.analysis.RunTable;
import org.airwarden.analysis.Statistic;
import org.airwarden.analysis.Statistics;
import org.airwarden.simulation.Simulator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a scenario many times and tells what comes out. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "A scenario, many times over: warning time, leakers, who is hit by mistake.",
        footer = {
            "",
            "The same scenario, seed and number of runs give the same results, to the byte, on any",
            "number of threads. What --out writes: summary.json, runs.csv, runs.parquet, report.html",
            "(docs/reference/simulate.md).",
            "",
            "Examples:",
            "  airwarden simulate erlang-b-6-6 --runs 1000",
            "  airwarden simulate my-scenario.yaml --runs 500 --seed 7 --out results",
            "  airwarden simulate erlang-b-6-6 --runs 100000 --until unserved_share=0.002",
        })
final class SimulateCommand implements Callable<Integer> {
    /** Runs before it is asked whether an interval is narrow enough. */
    private static final int AT_LEAST = 200;

    @Parameters(paramLabel = "S", description = "a scenario's file, or the name of a shipped one")
    private String scenario = "";

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "100",
            description = "how many runs (default: ${DEFAULT-VALUE})")
    private int runs;

    @Option(
            names = "--seed",
            paramLabel = "K",
            defaultValue = "1",
            description = "another number, other draws (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "how many runs at a time (default: one for each processor)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--sensing",
            paramLabel = "HOW",
            defaultValue = "picture",
            description = {
                "how command posts see: picture (the tracker that runs live) or probability",
                "(detections are drawn; quick) (default: ${DEFAULT-VALUE})"
            })
    private String sensing = "picture";

    @Option(
            names = "--until",
            paramLabel = "FIGURE=H",
            description = "stop before --runs when half the figure's interval is H or less")
    private @Nullable String until;

    @Option(names = "--out", paramLabel = "DIR", description = "a folder for all results")
    private @Nullable Path out;

    @Option(names = "--force", description = "replace results in a folder that is not empty")
    private boolean force;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        requireSense();
        ResultFolder folder = out == null ? null : new ResultFolder(out, force);
        Simulator.Sensing how = sensing(sensing);
        Simulator simulator = ScenarioChoice.of(scenario).simulator(how);
        MonteCarlo.Plan plan = new MonteCarlo.Plan(seed, runs, threads, stopping());
        RunTable table;
        try (Progress progress = Progress.ofRuns(simulator.scenario().name(), runs)) {
            table = MonteCarlo.run(simulator, plan, progress::at);
        }
        Experiment done = new Experiment(simulator.scenario(), how, seed, table, Intervals.USUAL);
        PrintWriter page = spec.commandLine().getOut();
        page.print(ExperimentSummary.text(done));
        page.flush();
        if (folder != null) {
            folder.write("summary.json", ExperimentSummary.json(done));
            folder.write("runs.csv", stream -> RunSheets.writeCsv(table, stream));
            folder.write("runs.parquet", stream -> RunSheets.writeParquet(table, stream));
            folder.write(
                    "report.html",
                    ExperimentReport.html(done, simulator.runWithChronicle(seed, 0)));
        }
        return 0;
    }

    private void requireSense() {
        if (runs < 1 || runs > 10_000_000) {
            throw UserException.misuse("--runs is from 1 to 10000000, and not " + runs);
        }
        if (threads < 1 || threads > 1_024) {
            throw UserException.misuse("--threads is from 1 to 1024, and not " + threads);
        }
    }

    static Simulator.Sensing sensing(String name) {
        return switch (name) {
            case "picture" -> Simulator.Sensing.PICTURE;
            case "probability" -> Simulator.Sensing.PROBABILITY;
            default ->
                    throw UserException.misuse(
                            "sensing is picture or probability, and not '" + name + "'");
        };
    }

    private MonteCarlo.@Nullable Stopping stopping() {
        String wanted = until;
        if (wanted == null) {
            return null;
        }
        int equals = wanted.indexOf('=');
        String key = equals < 0 ? wanted : wanted.substring(0, equals);
        return new MonteCarlo.Stopping(
                figure(key), halfWidth(wanted.substring(equals + 1)), AT_LEAST, Intervals.USUAL);
    }

    static Statistic figure(String key) {
        return Statistics.named(key)
                .orElseThrow(() ->
                        UserException.misuse(
                                "there is no figure '"
                                        + key
                                        + "'; summary.json has their names, such as"
                                        + " leaker_share"));
    }

    private static double halfWidth(String text) {
        try {
            double width = Double.parseDouble(text);
            if (width > 0) {
                return width;
            }
        } catch (NumberFormatException wrong) {
            // told below
        }
        throw UserException.misuse("--until is FIGURE=H with H above 0, as in leaker_share=0.01");
    }
}
