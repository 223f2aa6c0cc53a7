package org.airwarden.simulation;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * Reads a scenario: YAML 1.2, keys as in {@code docs/reference/scenario.md}. All that is wrong is
 * gathered, each with file, line, column and a remedy.
 */
public final class ScenarioReader {
    private static final int MOST_EXTENSIONS = 8;
    private static final Span DURATION = Span.time(1, 86_400);

    private final Problems problems = new Problems();
    private final @Nullable Path folder;

    private ScenarioReader(@Nullable Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a file.
     *
     * @throws ScenarioException if its contents cannot be used, with all that is wrong
     * @throws IOException if the file cannot be read
     */
    public static Scenario read(Path file) throws IOException {
        return read(file, new TreeMap<>());
    }

    /**
     * Reads a file and changes single values, as {@code change:} in a file does.
     *
     * @param changes values by their paths, as in {@code posts/sector-south/doctrine/shots}
     * @throws ScenarioException if its contents cannot be used, with all that is wrong
     * @throws IOException if the file cannot be read
     */
    public static Scenario read(Path file, SortedMap<String, String> changes) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException wrong) {
            throw new ScenarioException(
                    List.of(
                            new ScenarioProblem(
                                    file.toString(),
                                    1,
                                    1,
                                    "this is not text in UTF-8",
                                    "save it as UTF-8")));
        }
        return new ScenarioReader(file.toAbsolutePath().getParent())
                .scenario(file.toString(), text, changes);
    }

    /**
     * Reads a text. What it builds upon is a shipped scenario.
     *
     * @param name what to call it in messages
     * @throws ScenarioException if it cannot be used, with all that is wrong
     */
    public static Scenario parse(String name, String text) {
        return parse(name, text, new TreeMap<>());
    }

    /**
     * Reads a text and changes single values.
     *
     * @param name what to call it in messages
     * @param changes values by their paths
     * @throws ScenarioException if it cannot be used, with all that is wrong
     */
    public static Scenario parse(String name, String text, SortedMap<String, String> changes) {
        return new ScenarioReader(null).scenario(name, text, changes);
    }

    private Scenario scenario(String file, String text, SortedMap<String, String> changes) {
        YamlTree root = YamlText.parse(file, text, problems);
        if (root != null) {
            root = extended(root, 0);
            ScenarioMerge merge = new ScenarioMerge(problems);
            for (Map.Entry<String, String> change : changes.entrySet()) {
                merge.set(
                        root,
                        YamlTree.ofText("(changes)", 1, 1, change.getKey()),
                        changed(change.getKey(), change.getValue()));
            }
            Scenario scenario = scenario(root);
            problems.raise();
            return scenario;
        }
        throw new ScenarioException(problems.all());
    }

    private YamlTree changed(String path, String value) {
        YamlTree tree = YamlText.parse("(" + path + ")", value, problems);
        return tree == null ? YamlTree.ofText("(" + path + ")", 1, 1, value) : tree;
    }

    /** Returns what a file makes of the one that it builds upon. */
    private YamlTree extended(YamlTree own, int depth) {
        YamlTree node = own.at("extends");
        String other = node == null ? null : node.text();
        if (node == null) {
            return own;
        }
        YamlTree base = null;
        if (other == null || other.isBlank() || depth >= MOST_EXTENSIONS) {
            problems.add(
                    node,
                    depth >= MOST_EXTENSIONS
                            ? "scenarios build upon each other in a circle, or too deeply"
                            : "'extends' is " + node.sort(),
                    "name a shipped scenario, or a file beside this one");
        } else {
            base = base(node, other.strip());
        }
        if (base == null) {
            problems.raise();
            throw new IllegalStateException("a scenario that is not there is a problem");
        }
        YamlTree result = extended(base, depth + 1);
        new ScenarioMerge(problems).apply(result, own);
        return result;
    }

    private @Nullable YamlTree base(YamlTree node, String other) {
        if (Scenarios.names().contains(other)) {
            return YamlText.parse(other + ".yaml", Scenarios.text(other), problems);
        }
        Path file = folder == null ? null : folder.resolve(other);
        if (file != null && Files.isRegularFile(file)) {
            try {
                return YamlText.parse(file.toString(), Files.readString(file), problems);
            } catch (IOException wrong) {
                problems.add(node, other + " cannot be read: " + wrong.getMessage(), "look at it");
                return null;
            }
        }
        problems.add(
                node,
                "there is neither a shipped scenario nor a file '" + other + "'",
                Nearest.advice(other, Scenarios.names()));
        return null;
    }

    private Scenario scenario(YamlTree root) {
        CatalogueReader classes = new CatalogueReader(problems).with(Scenarios.catalogue());
        YamlTree own = root.at("catalogue");
        if (own != null) {
            classes.add(own);
        }
        Catalogue catalogue = classes.catalogue();
        Reading reading = new Reading(problems, catalogue);
        Fields fields = new Fields(reading, "a scenario", root);
        fields.at("catalogue");
        fields.at("extends");
        if (!fields.has("extends")) {
            refuseTools(fields);
        }
        String name = fields.needText("name", "my-scenario");
        if (!name.isEmpty() && !Names.isName(name)) {
            problems.add(
                    fields.valuePlace("name"), "'" + name + "' is no name", Names.nameRemedy());
        }
        String title = title(fields);
        String lesson = fields.needText("lesson", "what it teaches, in a few sentences");
        boolean geometry = fields.flag("geometry", true);
        double duration = fields.needNumber("duration", DURATION);
        reading.scope(geometry, duration);
        double offset = fields.number("pressure-offset", Span.length(-2_000, 2_000), 0);
        reading.quantities().pressureOffset(offset);
        long start = start(fields);
        if (geometry) {
            fields.need("sources", "[where its facts come from]");
        }
        TrafficReader traffic = new TrafficReader(reading);
        NetworkReader network = new NetworkReader(reading);
        GroundReader ground = new GroundReader(reading);
        TerrainChoice terrain = ground.terrain(fields);
        if (terrain instanceof TerrainChoice.Grid(String file)
                && folder != null
                && !Files.isRegularFile(folder.resolve(file))) {
            problems.add(
                    fields.valuePlace("terrain"),
                    "there is no file '" + file + "'",
                    "write its path from this file's folder");
        }
        List<FlightOrder> flights = traffic.flights(fields);
        List<Flow> flows = traffic.flows(fields);
        List<Wave> raid = new RaidReader(reading, traffic).raid(fields);
        List<SensorSite> sensors = network.sensors(fields);
        List<Post> posts = network.posts(fields);
        List<Battery> batteries = new BatteryReader(reading).batteries(fields, posts);
        List<Corridor> corridors = ground.corridors(fields);
        List<DefendedArea> areas = ground.areas(fields);
        List<SupplyRoute> supplies = ground.supplies(fields);
        List<Happening> events = new EventReader(reading).events(fields, posts);
        Scenario scenario =
                new Scenario(
                        name,
                        title,
                        lesson,
                        fields.texts("sources"),
                        start,
                        duration,
                        fields.number("count-from", Span.time(0, Math.min(duration, 86_400)), 0),
                        fields.number(
                                "count-until",
                                Span.time(0, Math.min(duration, 86_400)),
                                Double.POSITIVE_INFINITY),
                        geometry,
                        terrain,
                        offset,
                        only(catalogue, reading.namedClasses()),
                        flights,
                        flows,
                        raid,
                        sensors,
                        posts,
                        batteries,
                        corridors,
                        areas,
                        supplies,
                        events,
                        fields.texts("assumptions"));
        fields.close();
        reading.names().check();
        return scenario;
    }

    private static void refuseTools(Fields fields) {
        for (String tool : List.of("add", "change", "remove")) {
            fields.refuse(
                    tool,
                    "the scenario builds upon no other",
                    "add 'extends: the-other', or write the lists themselves");
        }
    }

    private String title(Fields fields) {
        String title = fields.needText("title", "one line");
        if (title.length() > 100 || title.indexOf('\n') >= 0) {
            problems.add(
                    fields.valuePlace("title"),
                    "the title is longer than 100 characters or one line",
                    "write less here, and the rest under 'lesson'");
        }
        return title;
    }

    private long start(Fields fields) {
        String text = fields.needText("start", "2023-04-03T21:15:00Z");
        try {
            if (!text.isEmpty()) {
                Instant start = Instant.parse(text);
                return Math.addExact(
                        Math.multiplyExact(start.getEpochSecond(), Time.SECOND), start.getNano());
            }
        } catch (DateTimeException | ArithmeticException wrong) {
            problems.add(
                    fields.valuePlace("start"),
                    "'start' is '" + text + "'",
                    "write day and time in UTC, as in 2023-04-03T21:15:00Z");
        }
        return 0;
    }

    /** Returns the classes that are named, and their figures. */
    private static Catalogue only(Catalogue all, Set<String> names) {
        SortedMap<String, PlatformClass> platforms = new TreeMap<>(all.platforms());
        SortedMap<String, RadarClass> radars = new TreeMap<>(all.radars());
        SortedMap<String, SystemClass> systems = new TreeMap<>(all.systems());
        platforms.keySet().retainAll(names);
        radars.keySet().retainAll(names);
        systems.keySet().retainAll(names);
        List<Catalogue.Entry> figures = new ArrayList<>(all.figures());
        figures.removeIf(entry -> !names.contains(entry.of()));
        return new Catalogue(platforms, radars, systems, figures);
    }
}
