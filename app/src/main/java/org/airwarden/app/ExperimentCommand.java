package org.airwarden.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.airwarden.analysis.Study;
import org.airwarden.analysis.StudyPlan;
import org.airwarden.analysis.StudyReader;
import org.airwarden.analysis.StudyReport;
import org.airwarden.analysis.StudySheets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Varies a scenario, or compares two, and tells what moves what. */
@Command(
        name = "experiment",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Scenarios varied over a design, or compared: what moves what, and by how much.",
        footer = {
            "",
            "E is YAML (docs/reference/simulate.md):",
            "  compare: [reinforced-before, reinforced-s300]   or   scenario: my-scenario.yaml",
            "  factors:",
            "    - {path: batteries/north/channels, levels: [2, 4, 6]}",
            "    - {path: batteries/north/kill, from: 0.4, to: 0.8}",
            "  design: nearly-orthogonal",
            "  points: 33",
            "  runs: 500",
            "  figures: [leaker_share, any_civil_engaged]",
            "",
            "Examples:",
            "  airwarden experiment channels.yaml",
            "  airwarden experiment channels.yaml --threads 2 --out results",
        })
final class ExperimentCommand implements Callable<Integer> {
    @Parameters(paramLabel = "E", description = "the experiment's file")
    private Path file = Path.of("");

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "how many runs at a time (default: one for each processor)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--out", paramLabel = "DIR", description = "a folder for all results")
    private @Nullable Path out;

    @Option(names = "--force", description = "replace results in a folder that is not empty")
    private boolean force;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (threads < 1 || threads > 1_024) {
            throw UserException.misuse("--threads is from 1 to 1024, and not " + threads);
        }
        ReadingMixin.requireReadable(List.of(file));
        ResultFolder folder = out == null ? null : new ResultFolder(out, force);
        StudyPlan plan = plan();
        Path beside = file.toAbsolutePath().getParent();
        Study study;
        long most = (long) plan.design().length * plan.scenarios().size() * plan.runs();
        try (Progress progress = Progress.ofRuns(plan.name(), most)) {
            study =
                    Study.run(
                            plan,
                            (scenario, changes) ->
                                    ScenarioChoice.of(scenario, beside, changes)
                                            .simulator(plan.sensing()),
                            threads,
                            progress::at);
        }
        PrintWriter page = spec.commandLine().getOut();
        page.print(StudyReport.text(study));
        page.flush();
        if (folder != null) {
            folder.write("summary.json", StudyReport.json(study));
            folder.write("points.csv", stream -> StudySheets.writeCsv(study, stream));
            folder.write("points.parquet", stream -> StudySheets.writeParquet(study, stream));
            folder.write("report.html", StudyReport.html(study));
        }
        return 0;
    }

    private StudyPlan plan() throws IOException {
        try {
            return StudyReader.parse(file.toString(), Files.readString(file));
        } catch (IllegalArgumentException wrong) {
            throw UserException.misuse(String.valueOf(wrong.getMessage()));
        }
    }
}
