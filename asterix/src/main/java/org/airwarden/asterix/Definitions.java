package org.airwarden.asterix;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.airwarden.asterix.DefinitionLexer.Token;
import org.airwarden.asterix.DefinitionText.Entry;
import org.airwarden.asterix.Shape.Named;
import org.jspecify.annotations.Nullable;

/**
 * The bundled definitions, each read when first asked for, and those that {@link #add} puts beside
 * them. Safe for use by many threads.
 */
public final class Definitions {
    private static final Map<Integer, List<String>> EDITIONS = index();
    private static final Map<String, List<String>> EXPANSIONS = expansionIndex();
    private static final Map<String, Definition> READ = new ConcurrentHashMap<>();
    private static final Map<String, Expansion> READ_EXPANSIONS = new ConcurrentHashMap<>();

    private Definitions() {}

    /**
     * Puts definition files of the user's own beside the bundled ones, for the whole program: a
     * category that is not bundled, an edition, or what stands inside {@code SP} or {@code RE}. An
     * own edition stands behind the bundled ones, so that {@link #newest} of a bundled category
     * stays what it was; an own expansion stands inside its item in every edition of its category,
     * unless an own edition names another. Definitions handed out before stay as they are: add
     * first, then read. Adding the same again changes nothing.
     *
     * @param files the text of each file by its name, which shows in errors; one may be {@code
     *     like} another, in any order
     * @return what they define: {@code CAT129 1.0}, {@code CAT048 SP 1.0}
     * @throws DefinitionException when one cannot be read, or defines what is there already; then
     *     none is added
     */
    public static synchronized List<String> add(Map<String, String> files) {
        OwnDefinitions before = OwnDefinitions.current();
        try {
            READ.clear();
            return OwnDefinitions.add(files);
        } catch (IllegalArgumentException e) {
            OwnDefinitions.set(before);
            READ.clear();
            throw e;
        }
    }

    /**
     * {@linkplain #add(Map) Adds} the files of a folder whose names end in {@code .def}.
     *
     * @throws IOException when the folder or a file cannot be read
     */
    public static List<String> add(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.def")) {
            for (Path file : files) {
                texts.put(file.toString(), Files.readString(file));
            }
        }
        return add(texts);
    }

    /** The categories that have a definition, ascending. */
    public static List<Integer> categories() {
        TreeSet<Integer> all = new TreeSet<>(EDITIONS.keySet());
        OwnDefinitions.current().definitions().values().forEach(own -> all.add(own.category()));
        return List.copyOf(all);
    }

    /**
     * The editions of a category: the bundled ones, the newest first, then the user's own, the
     * newest first; empty for an unknown category.
     */
    public static List<String> editions(int category) {
        List<String> bundled = EDITIONS.getOrDefault(category, List.of());
        List<String> own = OwnDefinitions.current().editions(category);
        if (own.isEmpty()) {
            return bundled;
        }
        List<String> all = new ArrayList<>(bundled);
        all.addAll(own);
        return List.copyOf(all);
    }

    static boolean isBundled(Definition definition) {
        return EDITIONS.getOrDefault(definition.category(), List.of())
                .contains(definition.edition());
    }

    /**
     * The newest bundled edition; where none is bundled, the newest of the user's own.
     *
     * @throws IllegalArgumentException when the category has none
     */
    public static Definition newest(int category) {
        List<String> editions = editions(category);
        if (editions.isEmpty()) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "no definition of CAT%03d; there are %s",
                            category,
                            categories()));
        }
        return of(category, editions.getFirst());
    }

    /**
     * One edition.
     *
     * @throws IllegalArgumentException when there is none such
     */
    public static Definition of(int category, String edition) {
        if (!editions(category).contains(edition)) {
            throw new IllegalArgumentException(missing(category, edition));
        }
        String file = stem(category) + "-" + edition + ".def";
        OwnDefinitions owned = OwnDefinitions.current();
        Definition own = owned.definition(category, edition);
        if (own != null) {
            return own;
        }
        Definition known = READ.get(file);
        if (known != null) {
            return known;
        }
        Definition read = owned.expanded(parse(file, resource(file)), true);
        Definition earlier = READ.putIfAbsent(file, read);
        return earlier == null ? read : earlier;
    }

    /**
     * Reads a definition in the bundled notation; an edition it is {@code like} must be bundled or
     * {@linkplain #add added}.
     *
     * @param file the name to show in errors
     * @throws DefinitionException when the text cannot be read
     */
    public static Definition parse(String file, String text) {
        DefinitionText parsed = DefinitionParser.parse(file, text);
        Map<String, Named> items = parsed.items();
        List<DefinitionText.Profile> profiles = parsed.profiles();
        @Nullable List<Entry> required = parsed.required();
        String title = parsed.title();
        try {
            Entry like = parsed.like();
            if (like != null) {
                if (!editions(parsed.category()).contains(like.name())) {
                    throw new LayoutException(like, missing(parsed.category(), like.name()));
                }
                Definition base = of(parsed.category(), like.name());
                items = changed(base, parsed);
                profiles = profiles.isEmpty() ? base.profileSource() : profiles;
                title = title.isEmpty() ? base.title() : title;
                required = required == null ? base.requiredSource() : required;
            }
            return new Definition(
                    parsed.category(),
                    parsed.edition(),
                    title,
                    items,
                    profiles,
                    required == null ? List.of() : required);
        } catch (LayoutException e) {
            throw placed(file, parsed, e);
        }
    }

    /** The mistake with the place of the piece that is to blame. */
    private static DefinitionException placed(
            String file, DefinitionText parsed, LayoutException mistake) {
        Token token = parsed.places().get(mistake.piece());
        if (token == null) {
            // A piece of the edition that this one is like, which what is said here leaves bare.
            token = parsed.places().get(parsed.like());
        }
        return new DefinitionException(
                file,
                token == null ? 1 : token.line(),
                token == null ? 1 : token.column(),
                String.valueOf(mistake.getMessage()));
    }

    private static Map<String, Named> changed(Definition base, DefinitionText parsed) {
        Map<String, Named> items = new LinkedHashMap<>(base.source());
        for (Entry dropped : parsed.dropped()) {
            if (items.remove(dropped.name()) == null) {
                throw new LayoutException(
                        dropped, base + " has no item " + dropped.name() + " to drop");
            }
        }
        items.putAll(parsed.items());
        Map<String, Named> sorted = new LinkedHashMap<>();
        items.keySet().stream().sorted().forEach(name -> sorted.put(name, items.get(name)));
        return sorted;
    }

    /**
     * The editions of what stands inside an explicit item: the bundled ones, the newest first, then
     * the user's own, the newest first.
     *
     * @param item {@code RE} or {@code SP}
     */
    public static List<String> expansions(int category, String item) {
        List<String> all = new ArrayList<>(bundledExpansions(category, item));
        all.addAll(OwnDefinitions.current().expansions(category, item));
        return List.copyOf(all);
    }

    static List<String> bundledExpansions(int category, String item) {
        return EXPANSIONS.getOrDefault(stem(category) + "-" + item.toLowerCase(ROOT), List.of());
    }

    /**
     * What stands inside an explicit item, in one edition.
     *
     * @throws IllegalArgumentException when it is not bundled
     */
    public static Expansion expansion(int category, String item, String edition) {
        Expansion expansion = expansionOrNull(category, item, edition);
        if (expansion == null) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "no edition %s of the expansion %s of CAT%03d; there are %s",
                            edition,
                            item,
                            category,
                            expansions(category, item)));
        }
        return expansion;
    }

    static @Nullable Expansion expansionOrNull(int category, String item, String edition) {
        if (!expansions(category, item).contains(edition)) {
            return null;
        }
        Expansion own = OwnDefinitions.current().expansion(category, item, edition);
        if (own != null) {
            return own;
        }
        String file = stem(category) + "-" + item.toLowerCase(ROOT) + "-" + edition + ".def";
        return READ_EXPANSIONS.computeIfAbsent(file, name -> parseExpansion(name, resource(name)));
    }

    /**
     * Reads what stands inside an explicit item, as a user's own file tells it; {@link
     * Definition#with(Expansion)} puts it into an edition.
     *
     * @param file the name to show in errors
     * @throws DefinitionException when the text cannot be read
     */
    public static Expansion parseExpansion(String file, String text) {
        DefinitionParser.ExpansionText parsed = DefinitionParser.parseExpansion(file, text);
        laidOut(file, parsed.text());
        return parsed.expansion();
    }

    /** Lays a text out on its own, so that its mistakes show with their places. */
    static Definition laidOut(String file, DefinitionText parsed) {
        try {
            return new Definition(
                    parsed.category(),
                    parsed.edition(),
                    parsed.title(),
                    parsed.items(),
                    parsed.profiles(),
                    List.of());
        } catch (LayoutException e) {
            throw placed(file, parsed, e);
        }
    }

    private static String stem(int category) {
        return "cat" + Integer.toString(1000 + category).substring(1);
    }

    private static String missing(int category, String edition) {
        return String.format(
                Locale.ROOT,
                "no edition %s of CAT%03d; there are %s",
                edition,
                category,
                editions(category));
    }

    private static Map<String, List<String>> expansionIndex() {
        Map<String, List<String>> index = new LinkedHashMap<>();
        for (List<String> words : lines("expansions.txt")) {
            String stem = stem(Integer.parseInt(words.getFirst()));
            index.put(
                    stem + "-" + words.get(1).toLowerCase(ROOT),
                    List.copyOf(words.subList(2, words.size())));
        }
        return index;
    }

    private static Map<Integer, List<String>> index() {
        Map<Integer, List<String>> index = new LinkedHashMap<>();
        for (List<String> words : lines("editions.txt")) {
            index.put(
                    Integer.parseInt(words.getFirst()),
                    List.copyOf(words.subList(1, words.size())));
        }
        return index;
    }

    private static List<List<String>> lines(String name) {
        return resource(name)
                .lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> List.of(line.split(" ", -1)))
                .toList();
    }

    /** The text of a file among the resources. */
    static String resource(String name) {
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
