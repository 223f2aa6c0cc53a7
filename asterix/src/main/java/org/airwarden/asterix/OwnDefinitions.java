package org.airwarden.asterix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The definitions that {@link Definitions#add} put beside the bundled ones. Immutable; what counts
 * is the one in {@link #current}.
 *
 * @param texts what each file said, by what it defines: {@code CAT129 1.0}, {@code CAT048 SP 1.0}
 * @param definitions by the same names
 * @param expansions by the same names
 */
record OwnDefinitions(
        Map<String, String> texts,
        Map<String, Definition> definitions,
        Map<String, Expansion> expansions) {
    private static final OwnDefinitions NONE = new OwnDefinitions(Map.of(), Map.of(), Map.of());

    /** Numbers by their size, the greater first: 1.10 before 1.9. */
    private static final Comparator<String> NEWEST_FIRST =
            Comparator.<String, List<Long>>comparing(
                            OwnDefinitions::numbers, OwnDefinitions::compare)
                    .thenComparing(Comparator.naturalOrder())
                    .reversed();

    private static volatile OwnDefinitions current = NONE;

    static OwnDefinitions current() {
        return current;
    }

    static void set(OwnDefinitions changed) {
        current = changed;
    }

    /** Adds what the files say; what one is like may stand in a later one. */
    static List<String> add(Map<String, String> files) {
        List<String> added = new ArrayList<>();
        Map<String, String> rest = new TreeMap<>(files);
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (DefinitionParser.isExpansion(file.getKey(), file.getValue())) {
                added.add(expansion(file.getKey(), file.getValue()));
                rest.remove(file.getKey());
            }
        }
        while (!rest.isEmpty()) {
            String next = rest.keySet().iterator().next();
            for (Map.Entry<String, String> file : rest.entrySet()) {
                DefinitionText text = DefinitionParser.parse(file.getKey(), file.getValue());
                DefinitionText.Entry like = text.like();
                if (like == null || Definitions.editions(text.category()).contains(like.name())) {
                    next = file.getKey();
                    break;
                }
            }
            added.add(definition(next, String.valueOf(rest.remove(next))));
        }
        return added;
    }

    private static String definition(String file, String text) {
        Definition read = current.expanded(Definitions.parse(file, text), false);
        String name = read.toString();
        if (current.isNew(file, name, text, Definitions.isBundled(read))) {
            Map<String, Definition> more = new LinkedHashMap<>(current.definitions);
            more.put(name, read);
            set(new OwnDefinitions(current.textsWith(name, text), more, current.expansions));
        }
        return name;
    }

    private static String expansion(String file, String text) {
        Expansion read = Definitions.parseExpansion(file, text);
        String name = read.toString();
        boolean bundled =
                Definitions.bundledExpansions(read.category(), read.item())
                        .contains(read.edition());
        if (current.isNew(file, name, text, bundled)) {
            Map<String, Expansion> more = new LinkedHashMap<>(current.expansions);
            more.put(name, read);
            set(new OwnDefinitions(current.textsWith(name, text), current.definitions, more));
        }
        return name;
    }

    private boolean isNew(String file, String name, String text, boolean bundled) {
        String known = texts.get(name);
        if (bundled || (known != null && !known.equals(text))) {
            throw new DefinitionException(
                    file, 1, 1, name + " is there already; give yours an edition of its own");
        }
        return known == null;
    }

    private Map<String, String> textsWith(String name, String text) {
        Map<String, String> more = new LinkedHashMap<>(texts);
        more.put(name, text);
        return more;
    }

    /** The editions of a category, the newest first. */
    List<String> editions(int category) {
        return definitions.values().stream()
                .filter(one -> one.category() == category)
                .map(Definition::edition)
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** The editions of what stands in an explicit item, the newest first. */
    List<String> expansions(int category, String item) {
        return expansions.values().stream()
                .filter(one -> one.category() == category && one.item().equalsIgnoreCase(item))
                .map(Expansion::edition)
                .sorted(NEWEST_FIRST)
                .toList();
    }

    @Nullable Expansion expansion(int category, String item, String edition) {
        return expansions.get(
                String.format(
                        Locale.ROOT,
                        "CAT%03d %s %s",
                        category,
                        item.toUpperCase(Locale.ROOT),
                        edition));
    }

    @Nullable Definition definition(int category, String edition) {
        return definitions.get(String.format(Locale.ROOT, "CAT%03d %s", category, edition));
    }

    /**
     * The definition with the newest of these expansions inside its explicit items.
     *
     * @param replace also where it names contents of its own
     */
    Definition expanded(Definition definition, boolean replace) {
        Definition changed = definition;
        for (Item item : definition.items()) {
            List<String> editions = expansions(definition.category(), item.name());
            boolean open = replace || item.expansion() == null;
            if (item.kind == Item.EXPLICIT && open && !editions.isEmpty()) {
                Expansion own = expansion(definition.category(), item.name(), editions.getFirst());
                changed = own == null ? changed : changed.with(own);
            }
        }
        return changed;
    }

    private static List<Long> numbers(String edition) {
        List<Long> numbers = new ArrayList<>();
        for (String part : edition.split("[^0-9]+", -1)) {
            numbers.add(part.isEmpty() || part.length() > 18 ? 0 : Long.parseLong(part));
        }
        return numbers;
    }

    private static int compare(List<Long> a, List<Long> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = Long.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
