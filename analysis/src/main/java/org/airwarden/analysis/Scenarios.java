package org.airwarden.analysis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tracking scenarios that can be made, by kind and seed. All lie in a flat frame (x east, y
 * north, z up, metres), and are judged in it. Thread-safe.
 */
public final class Scenarios {
    private static final Pattern DENSE = Pattern.compile("dense-([1-9][0-9]{0,4})");

    /** What a scenario can be, in a line each. */
    private static final List<Kind> KINDS =
            List.of(
                    new Kind("crossing", "10 pass within about 2 km of one point, one radar"),
                    new Kind("crossing-hard", "8 pairs close, cross and part; 500 false plots"),
                    new Kind("dense-N", "N targets, as in dense-300; some come late or go early"),
                    new Kind("manoeuvre", "1 to 6 g, climbs, a split, two merges; two radars"),
                    new Kind("benchmark", "six aircraft after Blair et al. 1998, up to 7 g"),
                    new Kind(
                            "hard-formation",
                            "2 to 6 in formation split, join, cross; plots merge; detection 0.6"),
                    new Kind("hard-clutter", "12 targets, 0.1 false plots in the gate of each"),
                    new Kind(
                            "hard-biased",
                            "30 targets, four turning radars of which each is off in its own way"),
                    new Kind(
                            "hard-manoeuvre",
                            "10 fighters at 1 to 7 g, times without any plot, scans missed"));

    private Scenarios() {}

    /**
     * @param name how it is asked for; N stands for a number
     * @param words what it is
     */
    public record Kind(String name, String words) {}

    /**
     * What was written.
     *
     * @param targets how many fly
     * @param scans how many scans the radars make
     * @param plots how many plots they report
     * @param truthRows rows of truth
     */
    public record Counts(int targets, int scans, int plots, int truthRows) {}

    /** Returns the kinds there are. */
    public static List<Kind> kinds() {
        return KINDS;
    }

    /** Tells whether a name is that of a kind. */
    public static boolean isKind(String name) {
        return DENSE.matcher(name).matches()
                || (!name.equals("dense-N") && KINDS.stream().anyMatch(k -> k.name.equals(name)));
    }

    /**
     * Makes a scenario and writes its files: {@code sensors.csv}, {@code plots.csv.gz}, {@code
     * truth.csv.gz}, {@code biases.csv} (what is wrong with the radars; not for the tracker) and
     * {@code scenario.json}.
     *
     * @param kind the name of a kind
     * @param seed any number
     * @param folder made if it is not there; files of these names in it are replaced
     * @throws IllegalArgumentException when there is no such kind
     * @throws IOException when writing fails
     */
    public static Counts write(String kind, long seed, Path folder) throws IOException {
        return ScenarioFiles.write(make(kind, seed), folder);
    }

    /** Makes a scenario. */
    static TrackingScenario make(String kind, long seed) {
        Draw draw = new Draw(seed);
        Matcher dense = DENSE.matcher(kind);
        if (dense.matches()) {
            return StandardScenarios.dense(Integer.parseInt(dense.group(1)), seed, draw);
        }
        return switch (kind) {
            case "crossing" -> StandardScenarios.crossing(seed, draw);
            case "crossing-hard" -> StandardScenarios.crossingHard(seed, draw);
            case "manoeuvre" -> ManoeuvreScenarios.manoeuvre(seed, draw);
            case "benchmark" -> ManoeuvreScenarios.benchmark(seed, draw);
            case "hard-formation" -> FormationScenario.make(seed, draw);
            case "hard-clutter" -> StandardScenarios.clutter(seed, draw);
            case "hard-biased" -> BiasedScenario.make(seed, draw);
            case "hard-manoeuvre" -> ManoeuvreScenarios.hard(seed, draw);
            default -> throw new IllegalArgumentException("no kind of scenario: " + kind);
        };
    }
}
