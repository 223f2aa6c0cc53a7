package org.airwarden.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.airwarden.analysis.BoundException;
import org.airwarden.analysis.CramerRao;
import org.airwarden.analysis.Pictures;
import org.airwarden.analysis.Score;
import org.airwarden.analysis.ScoreReport;
import org.airwarden.analysis.ScoreSettings;
import org.airwarden.analysis.StateFileException;
import org.airwarden.analysis.StateTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges tracks against truth. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Tracks against truth: GOSPA, OSPA(2), SIAP, CLEAR-MOT, a bound.",
        footer = {
            "",
            "Truth is t,target,x,y,z,vx,vy,vz and tracks are t,track_id,x,y,z,vx,vy,vz (s, m, m/s),",
            "plain or gzip. docs/how-to/score-a-tracker.md says what each figure means.",
            "",
            "Examples:",
            "  airwarden score --truth truth.csv.gz --tracks tracks.csv",
            "  airwarden score --truth truth.csv.gz --tracks tracks.csv --json",
            "  airwarden score --truth truth.csv.gz --tracks tracks.csv --sensors sensors.csv --bound",
            "  airwarden score --truth truth.csv.gz --tracks tracks.csv --plot score.svg",
        })
final class ScoreCommand implements Callable<Integer> {
    @Option(names = "--truth", required = true, paramLabel = "FILE", description = "what is there")
    private Path truth = Path.of("");

    @Option(
            names = "--tracks",
            required = true,
            paramLabel = "FILE",
            description = "what the tracker told")
    private Path tracks = Path.of("");

    @Option(
            names = "--sensors",
            paramLabel = "FILE",
            description = "the sensors, for --bound and --plot")
    private @Nullable Path sensors;

    @Option(
            names = "--bound",
            description = "the posterior Cramer-Rao bound too, where targets fly nearly straight")
    private boolean bound;

    @Option(names = "--json", description = "as one JSON object")
    private boolean json;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "a picture of GOSPA over time and of the map (.svg)")
    private @Nullable Path plot;

    @Option(names = "--from", paramLabel = "T", description = "from this time on (s)")
    private double from = Double.NEGATIVE_INFINITY;

    @Option(names = "--until", paramLabel = "T", description = "up to this time (s)")
    private double until = Double.POSITIVE_INFINITY;

    @Option(
            names = "--cut-off",
            paramLabel = "M",
            defaultValue = "1000",
            description = "c of GOSPA and OSPA(2) (m; default: ${DEFAULT-VALUE})")
    private double cutOff;

    @Option(
            names = "--order",
            paramLabel = "P",
            defaultValue = "2",
            description = "p of GOSPA and OSPA(2) (default: ${DEFAULT-VALUE})")
    private double order;

    @Option(
            names = "--alpha",
            paramLabel = "A",
            defaultValue = "2",
            description = "alpha of GOSPA (default: ${DEFAULT-VALUE})")
    private double alpha;

    @Option(
            names = "--gate",
            paramLabel = "M",
            defaultValue = "1000",
            description = "gate of SIAP and CLEAR-MOT (m; default: ${DEFAULT-VALUE})")
    private double gate;

    @Option(
            names = "--dimensions",
            paramLabel = "N",
            defaultValue = "3",
            description = "3, or 2 for the horizontal alone (default: ${DEFAULT-VALUE})")
    private int dimensions;

    @Option(
            names = "--window",
            paramLabel = "N",
            defaultValue = "10",
            description = "times that OSPA(2) looks at together (default: ${DEFAULT-VALUE})")
    private int window;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        List<Path> read = new ArrayList<>(List.of(truth, tracks));
        if (sensors != null) {
            read.add(sensors);
        }
        ReadingMixin.requireReadable(read);
        TrackCommand.requirePictureName(plot);
        ScoreSettings settings = settings();
        try {
            StateTable there = StateTable.readTruth(truth, from, until);
            StateTable told = StateTable.readTracks(tracks, from, until);
            if (there.times() == 0) {
                throw UserException.misuse(truth + ": no time of it is judged");
            }
            Score score = new Score(there, told, settings);
            Map<String, Double> figures = new LinkedHashMap<>(score.figures());
            if (bound) {
                addBound(figures, there, score);
            }
            if (plot != null) {
                Pictures.drawScore(
                        "Tracks against truth", there, told, score.gospa(), sensors, plot);
            }
            PrintWriter out = spec.commandLine().getOut();
            out.print(json ? ScoreReport.json(figures) : ScoreReport.text(figures, settings));
            out.flush();
            return 0;
        } catch (StateFileException wrong) {
            throw UserException.misuse(String.valueOf(wrong.getMessage()));
        }
    }

    private ScoreSettings settings() {
        try {
            return new ScoreSettings(cutOff, order, alpha, gate, dimensions, window);
        } catch (IllegalArgumentException wrong) {
            throw UserException.misuse(String.valueOf(wrong.getMessage()));
        }
    }

    private void addBound(Map<String, Double> figures, StateTable there, Score score)
            throws IOException {
        Path known = sensors;
        if (known == null) {
            throw UserException.misuse("--bound needs --sensors");
        }
        try {
            CramerRao limit = new CramerRao(there, known, dimensions);
            double least = limit.pairError(score.gospa());
            figures.put("bound_rmse", least);
            figures.put("bound_ratio", least == 0 ? 0 : score.gospa().pairError() / least);
        } catch (BoundException none) {
            throw UserException.failure(
                    String.format(Locale.ROOT, "no bound: %s", none.getMessage()));
        }
    }
}
