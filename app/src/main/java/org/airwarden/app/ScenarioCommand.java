package org.airwarden.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.airwarden.simulation.Scenario;
import org.airwarden.simulation.ScenarioException;
import org.airwarden.simulation.ScenarioProblem;
import org.airwarden.simulation.ScenarioReader;
import org.airwarden.simulation.Scenarios;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The scenarios that are shipped, and the linter for one's own. */
@Command(
        name = "scenario",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Scenarios of simulations: those that are shipped, and a check of your own.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "docs/how-to/write-a-scenario.md leads to the first one of your own.",
            "",
            "Examples:",
            "  airwarden scenario list",
            "  airwarden scenario show quiet-night > mine.yaml",
            "  airwarden scenario check mine.yaml",
        })
final class ScenarioCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            header = "One line for each shipped scenario: its name, and what it is.",
            footer = {"", "Example:", "  airwarden scenario list"})
    int list() {
        PrintWriter out = spec.commandLine().getOut();
        int width = Scenarios.names().stream().mapToInt(String::length).max().orElse(1);
        for (String name : Scenarios.names()) {
            out.printf(Locale.ROOT, "%-" + width + "s  %s%n", name, Scenarios.title(name));
        }
        out.flush();
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            header = "The file of a shipped scenario.",
            footer = {"", "Example:", "  airwarden scenario show quiet-night > mine.yaml"})
    int show(
            @Parameters(paramLabel = "NAME", description = "as 'scenario list' prints it")
                    String name) {
        try {
            return print(Scenarios.text(name));
        } catch (NoSuchElementException unknown) {
            throw UserException.misuse(String.valueOf(unknown.getMessage()));
        }
    }

    @Command(
            name = "schema",
            mixinStandardHelpOptions = true,
            header = "The JSON Schema of scenario files, for editors.",
            footer = {
                "",
                "A first line '# yaml-language-server: $schema=scenario.schema.json' in a scenario",
                "makes editors complete its keys and explain them.",
                "",
                "Example:",
                "  airwarden scenario schema > scenario.schema.json",
            })
    int schema() {
        return print(Scenarios.schema());
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            header = "What is wrong with scenarios: file, line, column, and how to mend it.",
            footer = {
                "",
                "Prints a line for each problem and ends with exit code 1, or one line for each file",
                "with what is in it and exit code 0. A file may be the name of a shipped scenario.",
                "",
                "Example:",
                "  airwarden scenario check mine.yaml",
            })
    int check(
            @Parameters(arity = "1..*", paramLabel = "FILE", description = "the scenarios")
                    List<String> files)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean good = true;
        for (String file : files) {
            try {
                out.println(file + ": " + contents(read(file)));
            } catch (ScenarioException wrong) {
                good = false;
                for (ScenarioProblem problem : wrong.problems()) {
                    out.println(problem);
                }
            } catch (NoSuchFileException gone) {
                good = false;
                out.println(file + ":1:1: there is no such file; look at its name and folder");
            }
        }
        out.flush();
        return good ? 0 : 1;
    }

    private static Scenario read(String file) throws IOException {
        return Scenarios.names().contains(file)
                ? Scenarios.shipped(file)
                : ScenarioReader.read(Path.of(file));
    }

    private static String contents(Scenario scenario) {
        return String.format(
                Locale.ROOT,
                "good: %s, %.0f s, flights %d, flows %d, waves %d, sensors %d, posts %d, batteries %d,"
                        + " areas %d, events %d, figures %d, assumptions %d",
                scenario.name(),
                scenario.duration(),
                scenario.flights().size(),
                scenario.flows().size(),
                scenario.raid().size(),
                scenario.sensors().size(),
                scenario.posts().size(),
                scenario.batteries().size(),
                scenario.areas().size(),
                scenario.events().size(),
                scenario.catalogue().figures().size(),
                scenario.assumptions().size());
    }

    private int print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
        return 0;
    }
}
