package org.airwarden.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.airwarden.analysis.Pictures;
import org.airwarden.analysis.StateFileException;
import org.airwarden.analysis.StateTable;
import org.airwarden.tracking.NeutralFileException;
import org.airwarden.tracking.NeutralFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the tracker on neutral files. */
@Command(
        name = "track",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = GenerateCommand.class,
        synopsisSubcommandLabel = "[generate]",
        header = "The tracker on neutral CSV files.",
        footer = {
            "",
            "All files may be compressed with gzip. Frame: flat, x east, y north, z up, metres;",
            "azimuth clockwise from north, elevation above the horizontal, radians.",
            "  sensors  sensor,x,y,z,sigma_range,sigma_az,sigma_el,pd,clutter_per_scan,scan_period,",
            "           max_range",
            "  plots    t,scan,sensor,range_m,azimuth_rad,elevation_rad,range_rate_mps",
            "  at       t (other columns are passed over)",
            "  out      t,track_id,x,y,z,vx,vy,vz",
            "A row at a time knows the plots up to that time and none later, except with --smooth.",
            "",
            "Examples:",
            "  airwarden track --sensors sensors.csv --plots plots.csv.gz --at truth.csv.gz \\",
            "                  --out tracks.csv",
            "  airwarden track --sensors sensors.csv --plots plots.csv.gz --at truth.csv.gz \\",
            "                  --out tracks.csv --plot tracks.svg",
            "  airwarden track generate --kind hard-formation --seed 7 --out formation",
        })
final class TrackCommand implements Callable<Integer> {
    private static final double EVER = Double.NEGATIVE_INFINITY;

    /** All of them, or none: a command of its own may follow instead. */
    @ArgGroup(exclusive = false)
    private @Nullable Files files;

    static final class Files {
        @Option(
                names = "--sensors",
                required = true,
                paramLabel = "FILE",
                description = "the sensors")
        private Path sensors = Path.of("");

        @Option(names = "--plots", required = true, paramLabel = "FILE", description = "the plots")
        private Path plots = Path.of("");

        @Option(
                names = "--at",
                required = true,
                paramLabel = "FILE",
                description = "the times at which rows are wanted")
        private Path at = Path.of("");

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "the tracks")
        private Path out = Path.of("");
    }

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "a picture of the tracks over plots, and truth if --at holds it (.svg)")
    private @Nullable Path plot;

    @Option(
            names = "--smooth",
            description = {
                "reconstruct afterwards: rows know all plots, and reach from a track's first plot",
                "to its last; not what a live picture could show"
            })
    private boolean smooth;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Files given = files;
        if (given == null) {
            throw new ParameterException(
                    spec.commandLine(), "--sensors, --plots, --at and --out are needed");
        }
        ReadingMixin.requireReadable(List.of(given.sensors, given.plots, given.at));
        requirePictureName(plot);
        try {
            int rows =
                    smooth
                            ? NeutralFiles.smooth(given.sensors, given.plots, given.at, given.out)
                            : NeutralFiles.track(given.sensors, given.plots, given.at, given.out);
            spec.commandLine().getErr().println("airwarden: " + rows + " rows in " + given.out);
            if (plot != null) {
                draw(given, plot);
            }
            spec.commandLine().getErr().flush();
            return 0;
        } catch (NeutralFileException | StateFileException wrong) {
            throw UserException.misuse(String.valueOf(wrong.getMessage()));
        }
    }

    static void requirePictureName(@Nullable Path file) {
        if (file != null && !Pictures.isPictureName(file)) {
            throw UserException.misuse("--plot writes SVG: " + file + " does not end in .svg");
        }
    }

    private static void draw(Files given, Path picture) throws IOException {
        StateTable tracks = StateTable.readTracks(given.out, EVER, -EVER);
        StateTable truth =
                StateTable.holdsTruth(given.at)
                        ? StateTable.readTruth(given.at, EVER, -EVER)
                        : null;
        Pictures.drawTracks("Tracks", truth, tracks, given.sensors, given.plots, picture);
    }
}
