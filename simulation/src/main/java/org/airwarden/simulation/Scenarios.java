package org.airwarden.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The scenarios and the catalogue that are shipped, out of the folder {@code scenarios} of the
 * project. Any thread.
 */
public final class Scenarios {
    private static final String FOLDER = "scenarios/";

    /** Read once, when first asked. */
    private static final class Files {
        private static final SortedMap<String, String> SCENARIOS = files();

        private static SortedMap<String, String> files() {
            SortedMap<String, String> files = new TreeMap<>();
            for (String file : index()) {
                if (file.endsWith(".yaml") && !file.startsWith("catalogue/")) {
                    files.put(file.substring(file.lastIndexOf('/') + 1, file.length() - 5), file);
                }
            }
            return Collections.unmodifiableSortedMap(files);
        }
    }

    /** Read once, when first asked. */
    private static final class Classes {
        private static final Catalogue SHIPPED = read();

        private static Catalogue read() {
            Problems problems = new Problems();
            CatalogueReader reader = new CatalogueReader(problems);
            for (String file : index()) {
                if (file.startsWith("catalogue/")) {
                    YamlTree tree = YamlText.parse(file, resource(file), problems);
                    reader.add(Objects.requireNonNull(tree, file));
                }
            }
            problems.raise();
            return reader.catalogue();
        }
    }

    private Scenarios() {}

    /** Returns the names of the shipped scenarios, sorted. */
    public static SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(Files.SCENARIOS.keySet()));
    }

    /**
     * Returns the text of a shipped scenario's file.
     *
     * @throws NoSuchElementException if none has that name
     */
    public static String text(String name) {
        String file = Files.SCENARIOS.get(name);
        if (file == null) {
            throw new NoSuchElementException(
                    "there is no scenario '" + name + "'; " + Nearest.advice(name, names()));
        }
        return resource(file);
    }

    /**
     * Returns the one-line title of a shipped scenario, without reading the rest of it.
     *
     * @throws NoSuchElementException if none has that name
     */
    public static String title(String name) {
        YamlTree tree = YamlText.parse(name, text(name), new Problems());
        YamlTree title = tree == null ? null : tree.at("title");
        return title == null ? "" : String.valueOf(title.text());
    }

    /**
     * Reads a shipped scenario.
     *
     * @throws NoSuchElementException if none has that name
     */
    public static Scenario shipped(String name) {
        return shipped(name, new TreeMap<>());
    }

    /**
     * Reads a shipped scenario and changes single values.
     *
     * @param changes values by their paths, as in {@code posts/sector-south/doctrine/shots}
     * @throws NoSuchElementException if none has that name
     * @throws ScenarioException if a change cannot be
     */
    public static Scenario shipped(String name, SortedMap<String, String> changes) {
        return ScenarioReader.parse(name + ".yaml", text(name), changes);
    }

    /** Returns the shipped catalogue. */
    public static Catalogue catalogue() {
        return Classes.SHIPPED;
    }

    /** Returns the JSON Schema of scenario files. */
    public static String schema() {
        return resource("scenario.schema.json");
    }

    /** The files of the folder, for a jar cannot be listed everywhere. */
    private static List<String> index() {
        return resource("index.txt").lines().filter(line -> !line.isBlank()).toList();
    }

    static String resource(String file) {
        try (InputStream in = Scenarios.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException(FOLDER + file + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
