package org.airwarden.asterix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.airwarden.asterix.Shape.Named;
import org.jspecify.annotations.Nullable;

/** The bundled definitions; each is read when first asked for. Safe for use by many threads. */
public final class Definitions {
    private static final Map<Integer, List<String>> EDITIONS = index();
    private static final Map<String, Definition> READ = new ConcurrentHashMap<>();

    private Definitions() {}

    /** The categories that have a bundled definition, ascending. */
    public static List<Integer> categories() {
        return List.copyOf(EDITIONS.keySet());
    }

    /** The bundled editions of a category, the newest first; empty for an unknown category. */
    public static List<String> editions(int category) {
        return EDITIONS.getOrDefault(category, List.of());
    }

    /**
     * The newest bundled edition.
     *
     * @throws IllegalArgumentException when the category has none
     */
    public static Definition newest(int category) {
        List<String> editions = editions(category);
        if (editions.isEmpty()) {
            throw new IllegalArgumentException(
                    String.format(
                            "no definition of CAT%03d; there are %s", category, categories()));
        }
        return of(category, editions.getFirst());
    }

    /**
     * One edition.
     *
     * @throws IllegalArgumentException when it is not bundled
     */
    public static Definition of(int category, String edition) {
        if (!editions(category).contains(edition)) {
            throw new IllegalArgumentException(
                    String.format(
                            "no edition %s of CAT%03d; there are %s",
                            edition, category, editions(category)));
        }
        String number = Integer.toString(1000 + category).substring(1);
        String file = "cat" + number + "-" + edition + ".def";
        Definition known = READ.get(file);
        if (known != null) {
            return known;
        }
        Definition read = parse(file, resource(file));
        Definition earlier = READ.putIfAbsent(file, read);
        return earlier == null ? read : earlier;
    }

    /**
     * Reads a definition in the bundled notation; an edition it is {@code like} must be bundled.
     *
     * @param file the name to show in errors
     * @throws DefinitionException when the text cannot be read
     */
    public static Definition parse(String file, String text) {
        DefinitionText parsed = DefinitionParser.parse(file, text);
        Map<String, Named> items = parsed.items();
        List<DefinitionText.Profile> profiles = parsed.profiles();
        String title = parsed.title();
        try {
            if (parsed.like() != null) {
                Definition base = of(parsed.category(), parsed.like());
                items = changed(base, parsed);
                profiles = profiles.isEmpty() ? base.profileSource() : profiles;
                title = title.isEmpty() ? base.title() : title;
            }
            return new Definition(parsed.category(), parsed.edition(), title, items, profiles);
        } catch (DefinitionException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new DefinitionException(file, 1, 1, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Named> changed(Definition base, DefinitionText parsed) {
        Map<String, Named> items = new LinkedHashMap<>(base.source());
        for (String dropped : parsed.dropped()) {
            if (items.remove(dropped) == null) {
                throw new IllegalArgumentException(base + " has no item " + dropped + " to drop");
            }
        }
        items.putAll(parsed.items());
        Map<String, Named> sorted = new LinkedHashMap<>();
        items.keySet().stream().sorted().forEach(name -> sorted.put(name, items.get(name)));
        return sorted;
    }

    private static Map<Integer, List<String>> index() {
        Map<Integer, List<String>> index = new LinkedHashMap<>();
        for (String line : resource("editions.txt").lines().toList()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
            int category = Integer.parseInt(words.removeFirst());
            index.put(category, List.copyOf(words));
        }
        return index;
    }

    private static String resource(String name) {
        try (@Nullable InputStream in = Definitions.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
