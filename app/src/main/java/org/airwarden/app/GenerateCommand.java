package org.airwarden.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.airwarden.analysis.Scenarios;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a scenario to judge a tracker on. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "A scenario with its truth, in the neutral files that track and score read.",
        footer = {
            "",
            "Into the folder go sensors.csv and plots.csv.gz for the tracker, truth.csv.gz for the",
            "judge, biases.csv (what is wrong with each radar, and no tracker should know), and",
            "scenario.json. The same kind and seed give the same scenario.",
            "",
            "Examples:",
            "  airwarden track generate --kind crossing-hard --seed 7 --out crossing-7",
            "  airwarden track generate --kind dense-300 --seed 1 --out dense-1",
        })
final class GenerateCommand implements Callable<Integer> {
    @Option(
            names = "--kind",
            required = true,
            paramLabel = "KIND",
            completionCandidates = Kinds.class,
            description = "one of ${COMPLETION-CANDIDATES}")
    private String kind = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "another number, another scenario of the kind (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "the folder; files of these names in it are replaced")
    private Path out = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    /** The names for the help. */
    static final class Kinds implements Iterable<String> {
        @Override
        public java.util.Iterator<String> iterator() {
            return names().iterator();
        }

        private static Stream<String> names() {
            return Scenarios.kinds().stream().map(Scenarios.Kind::name);
        }
    }

    @Override
    public Integer call() throws IOException {
        if (!Scenarios.isKind(kind)) {
            throw UserException.misuse(
                    "there is no kind '"
                            + kind
                            + "'; there are "
                            + String.join(", ", Kinds.names().toList()));
        }
        Scenarios.Counts counts = Scenarios.write(kind, seed, out);
        spec.commandLine()
                .getErr()
                .println(
                        "airwarden: "
                                + counts.targets()
                                + " targets, "
                                + counts.scans()
                                + " scans and "
                                + counts.plots()
                                + " plots in "
                                + out);
        spec.commandLine().getErr().flush();
        return 0;
    }
}
