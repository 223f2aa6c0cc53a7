package org.airwarden.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.airwarden.simulation.Simulator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads what an experiment varies: YAML, keys as in {@code docs/reference/simulate.md}. One message
 * for the first thing that is wrong. No state.
 */
public final class StudyReader {
    private static final Set<String> KEYS =
            Set.of(
                    "name",
                    "scenario",
                    "compare",
                    "factors",
                    "design",
                    "points",
                    "steps",
                    "runs",
                    "seed",
                    "sensing",
                    "figures",
                    "stop");
    private static final Set<String> FACTOR_KEYS =
            Set.of("path", "levels", "from", "to", "unit", "whole");
    private static final int MOST_POINTS = 100_000;

    private final String file;

    private StudyReader(String file) {
        this.file = file;
    }

    /**
     * Reads a text.
     *
     * @param file what to call it in messages
     * @throws IllegalArgumentException if it cannot be used, with a message of one line
     */
    public static StudyPlan parse(String file, String text) {
        return new StudyReader(file).plan(text);
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(file + ": " + what);
    }

    private StudyPlan plan(String text) {
        Map<?, ?> top = map(loaded(text), "an experiment");
        refuseOthers(top, KEYS, "an experiment");
        List<String> scenarios = scenarios(top);
        List<Factor> factors = new ArrayList<>();
        for (Object one : list(top, "factors")) {
            factors.add(factor(map(one, "a factor")));
        }
        List<Statistic> figures = new ArrayList<>();
        for (Object one : list(top, "figures")) {
            figures.add(figure(String.valueOf(one)));
        }
        if (figures.isEmpty()) {
            figures.add(figure("leaker_share"));
        }
        Designs.Kind kind = kind(String.valueOf(or(top, "design", "grid")));
        int steps = whole(top, "steps", 3, 2, 1_000);
        double size = 1;
        for (Factor factor : factors) {
            size *= factor.levels().isEmpty() ? steps : factor.levels().size();
        }
        if (kind == Designs.Kind.GRID && size > MOST_POINTS) {
            throw wrong("the grid has " + size + " points; choose another design");
        }
        if (kind == Designs.Kind.SOBOL && factors.size() > 10) {
            throw wrong("a Sobol design takes 10 factors at most; choose latin-hypercube");
        }
        return new StudyPlan(
                String.valueOf(or(top, "name", "experiment")),
                scenarios,
                factors,
                kind,
                whole(top, "points", Math.max(17, 10 * factors.size()), 2, MOST_POINTS),
                steps,
                whole(top, "runs", 100, 2, 10_000_000),
                number(top, "seed", 1).longValue(),
                sensing(String.valueOf(or(top, "sensing", "picture"))),
                figures,
                stopping(top, scenarios.size() == 2));
    }

    private Object loaded(String text) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file).build();
            Object loaded = new Load(settings).loadFromString(text);
            if (loaded != null) {
                return loaded;
            }
        } catch (YamlEngineException bad) {
            throw wrong(
                    "this is not YAML: "
                            + String.valueOf(bad.getMessage()).strip().replaceAll("\\s+", " "));
        }
        throw wrong("the file is empty; begin with 'scenario: NAME'");
    }

    private Map<?, ?> map(Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw wrong(what + " is written as 'key: value' lines, and not as '" + value + "'");
    }

    private void refuseOthers(Map<?, ?> map, Set<String> known, String of) {
        for (Object key : map.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                throw wrong(
                        of
                                + " has no key '"
                                + key
                                + "'; it has "
                                + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    private static Object or(Map<?, ?> map, String key, Object other) {
        Object value = map.get(key);
        return value == null ? other : value;
    }

    private List<?> list(Map<?, ?> map, String key) {
        Object value = or(map, key, List.of());
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong("'" + key + "' is a list, as in [a, b], and not '" + value + "'");
    }

    private Number number(Map<?, ?> map, String key, @Nullable Number other) {
        Object value = map.get(key);
        if (value instanceof Number number) {
            return number;
        }
        if (value == null && other != null) {
            return other;
        }
        throw wrong("'" + key + "' is a number, and not '" + value + "'");
    }

    private int whole(Map<?, ?> map, String key, int other, int least, int most) {
        double value = number(map, key, other).doubleValue();
        if (value != Math.rint(value) || value < least || value > most) {
            throw wrong("'" + key + "' is a whole number from " + least + " to " + most);
        }
        return (int) value;
    }

    private List<String> scenarios(Map<?, ?> top) {
        List<String> compared = new ArrayList<>();
        for (Object one : list(top, "compare")) {
            compared.add(String.valueOf(one));
        }
        Object single = top.get("scenario");
        if ((single == null) == compared.isEmpty()) {
            throw wrong("write either 'scenario: NAME' or 'compare: [BEFORE, AFTER]'");
        }
        if (single != null) {
            return List.of(String.valueOf(single));
        }
        if (compared.size() != 2) {
            throw wrong("'compare' names two scenarios, before and after");
        }
        return compared;
    }

    private Factor factor(Map<?, ?> map) {
        refuseOthers(map, FACTOR_KEYS, "a factor");
        String path = String.valueOf(or(map, "path", ""));
        if (path.isBlank()) {
            throw wrong("a factor needs a path, as in posts/sector-south/doctrine/looks");
        }
        List<String> levels = new ArrayList<>();
        for (Object one : list(map, "levels")) {
            levels.add(String.valueOf(one));
        }
        double from = levels.isEmpty() ? number(map, "from", null).doubleValue() : 0;
        double to = levels.isEmpty() ? number(map, "to", null).doubleValue() : 0;
        String unit = String.valueOf(or(map, "unit", ""));
        try {
            return new Factor(
                    path.contains("/") ? path : path.replace('.', '/'),
                    levels,
                    from,
                    to,
                    unit.isEmpty() ? "" : " " + unit,
                    or(map, "whole", false).equals(true));
        } catch (IllegalArgumentException bad) {
            throw wrong(String.valueOf(bad.getMessage()));
        }
    }

    private Statistic figure(String key) {
        return Statistics.named(key)
                .orElseThrow(() ->
                        wrong("there is no figure '" + key + "'; summary.json has their names"));
    }

    private Designs.Kind kind(String name) {
        for (Designs.Kind kind : Designs.Kind.values()) {
            if (kind.key().equals(name)) {
                return kind;
            }
        }
        throw wrong(
                "there is no design '"
                        + name
                        + "'; there are grid, latin-hypercube, sobol, nearly-orthogonal");
    }

    private Simulator.Sensing sensing(String name) {
        for (Simulator.Sensing sensing : Simulator.Sensing.values()) {
            if (sensing.name().toLowerCase(Locale.ROOT).equals(name)) {
                return sensing;
            }
        }
        throw wrong("sensing is picture or probability, and not '" + name + "'");
    }

    private MonteCarlo.@Nullable Stopping stopping(Map<?, ?> top, boolean compares) {
        if (top.get("stop") == null) {
            return null;
        }
        if (compares) {
            throw wrong("'stop' is not for two scenarios, whose runs are paired; write 'runs'");
        }
        Map<?, ?> stop = map(or(top, "stop", Map.of()), "'stop'");
        refuseOthers(stop, Set.of("figure", "half-width", "at-least"), "'stop'");
        double halfWidth = number(stop, "half-width", null).doubleValue();
        if (!(halfWidth > 0)) {
            throw wrong("'half-width' is above 0");
        }
        return new MonteCarlo.Stopping(
                figure(String.valueOf(or(stop, "figure", "leaker_share"))),
                halfWidth,
                whole(stop, "at-least", 200, 2, 10_000_000),
                Intervals.USUAL);
    }
}
