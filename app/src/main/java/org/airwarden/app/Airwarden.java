package org.airwarden.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: finds the command and runs it. */
@Command(
        name = "airwarden",
        versionProvider = BuildVersion.class,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "An open air picture: radar, multilateration and ADS-B in, one picture out.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  airwarden demo                                        simulated traffic, on the page",
            "  airwarden play night.pcap --site site.yaml            a recording, on the page",
            "  airwarden serve site.yaml                             live",
            "  airwarden decode --summary night.ast                  what is in a file",
            "  airwarden convert night.ast night.pcap                another format, or a part of it",
            "  airwarden track --sensors s.csv --plots p.csv.gz \\",
            "                  --at truth.csv.gz --out tracks.csv    the tracker on neutral files",
            "  airwarden score --truth truth.csv.gz --tracks tracks.csv   how good they are",
            "  airwarden scenario check mine.yaml                    what is wrong with a scenario",
            "  airwarden simulate erlang-b-6-6 --runs 1000            a scenario, many times over",
            "  airwarden experiment channels.yaml                     scenarios varied, or compared",
            "  airwarden asterix 048                                 a category's definition, to read",
            "  airwarden doctor                                      is this machine fit?",
            "",
            "Not certified. Airwarden senses, understands, warns and rehearses; it steers no weapon.",
        })
public final class Airwarden implements Runnable {
    /** The commands, in the order in which the help lists them. */
    private static final List<Class<?>> COMMANDS =
            List.of(
                    DemoCommand.class,
                    PlayCommand.class,
                    ServeCommand.class,
                    DecodeCommand.class,
                    ConvertCommand.class,
                    TrackCommand.class,
                    ScoreCommand.class,
                    ScenarioCommand.class,
                    SimulateCommand.class,
                    ExperimentCommand.class,
                    AsterixCommand.class,
                    DoctorCommand.class);

    @Spec private CommandSpec spec = CommandSpec.create();

    private Airwarden() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        int exitCode = run(arguments);
        // What reads a file starts no threads. Ending of itself spares it the logging that the
        // machine asks at every exit, and which takes as long to start as a short file to read.
        if (exitCode != 0 || !readsFiles(arguments)) {
            System.exit(exitCode);
        }
    }

    /** Runs a command and returns its exit code. */
    static int run(String... arguments) {
        if (!readsFiles(arguments)) {
            Remarks.quieten();
        }
        return commandLine(arguments).execute(arguments);
    }

    /** Tells whether a command reads files, writes what is in them, and uses nothing that logs. */
    private static boolean readsFiles(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("decode");
    }

    /**
     * Returns the command line with all commands, or with the one that the arguments begin with:
     * looking through the options of all of them takes longer than reading a short file.
     */
    static CommandLine commandLine(String... arguments) {
        CommandLine line = new CommandLine(new Airwarden());
        String first = arguments.length == 0 ? "" : arguments[0];
        boolean named = COMMANDS.stream().anyMatch(command -> name(command).equals(first));
        for (Class<?> command : COMMANDS) {
            if (!named || name(command).equals(first)) {
                line.addSubcommand(command);
            }
        }
        line.setUsageHelpWidth(100);
        line.setParameterExceptionHandler(Airwarden::misused);
        line.setExecutionExceptionHandler(Airwarden::failed);
        return line;
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int misused(ParameterException problem, String[] arguments) {
        CommandLine line = problem.getCommandLine();
        String name = line.getCommandSpec().qualifiedName();
        String message = firstLine(problem);
        PrintWriter err = line.getErr();
        err.println(name + ": " + message + " (see " + name + " --help)");
        err.flush();
        return 2;
    }

    private static int failed(
            Exception problem, CommandLine line, CommandLine.ParseResult arguments) {
        PrintWriter err = line.getErr();
        String name = line.getCommandSpec().qualifiedName();
        if (problem instanceof UserException user) {
            err.println(name + ": " + firstLine(user));
            err.flush();
            return user.exitCode();
        }
        if (problem instanceof IOException trouble) {
            err.println(name + ": " + words(trouble));
            err.flush();
            return 1;
        }
        err.println(
                name + ": failed unexpectedly; this is a fault in Airwarden, please report it:");
        problem.printStackTrace(err);
        err.flush();
        return 1;
    }

    /** Files and disks fail in use; that is no fault of the program's. */
    private static String words(IOException trouble) {
        return switch (trouble) {
            case NoSuchFileException gone -> "there is no " + gone.getFile();
            case AccessDeniedException closed ->
                    closed.getFile() + " may not be read or written; look at its owner and mode";
            case FileSystemException other when other.getReason() == null ->
                    other.getFile() + " cannot be used: " + other.getClass().getSimpleName();
            default -> firstLine(trouble);
        };
    }

    private static String firstLine(Exception problem) {
        String message = String.valueOf(problem.getMessage());
        return message.lines().findFirst().orElse(problem.getClass().getSimpleName());
    }
}
