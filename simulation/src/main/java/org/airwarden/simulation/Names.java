package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names of a scenario: each once, and none referred to that nothing bears. */
final class Names {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,47}");

    /** What bears a name. */
    enum Sort {
        FLIGHT,
        FLOW,
        WAVE,
        SENSOR,
        POST,
        BATTERY,
        CORRIDOR,
        AREA,
        SUPPLY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Bearer(Sort sort, YamlTree at) {}

    private record Reference(YamlTree at, String name, Set<Sort> sorts) {}

    private final Problems problems;
    private final Map<String, Bearer> bearers = new LinkedHashMap<>();
    private final List<Reference> references = new ArrayList<>();

    Names(Problems problems) {
        this.problems = problems;
    }

    /** Notes that something bears a name. */
    void bear(YamlTree at, Sort sort, String name) {
        if (!isName(name)) {
            problems.add(at, "'" + name + "' is no name", nameRemedy());
            return;
        }
        Bearer first = bearers.putIfAbsent(name, new Bearer(sort, at));
        if (first != null) {
            problems.add(
                    at,
                    "the "
                            + first.sort().word()
                            + " on line "
                            + first.at().line()
                            + " is called '"
                            + name
                            + "' too",
                    "give each a name of its own: names are unique over all that a scenario has");
        }
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    static String nameRemedy() {
        return "write lower-case letters, digits and hyphens, 48 at most, as in 'radar-south'";
    }

    /** Notes that a name is referred to; {@link #check} says whether something bears it. */
    void refer(YamlTree at, String name, Sort first, Sort... others) {
        references.add(new Reference(at, name, EnumSet.of(first, others)));
    }

    /** Notes what is wrong, once all names are known. */
    void check() {
        for (Reference reference : references) {
            Bearer bearer = bearers.get(reference.name());
            String wanted =
                    reference.sorts().stream().map(Sort::word).collect(Collectors.joining(" or "));
            if (bearer == null) {
                List<String> known = named(reference.sorts());
                problems.add(
                        reference.at(),
                        "no " + wanted + " is called '" + reference.name() + "'",
                        known.isEmpty()
                                ? "the scenario has none; add it, or leave this out"
                                : Nearest.advice(reference.name(), known));
            } else if (!reference.sorts().contains(bearer.sort())) {
                problems.add(
                        reference.at(),
                        "'" + reference.name() + "' is a " + bearer.sort().word(),
                        "name a " + wanted + " here");
            }
        }
        for (Map.Entry<String, Bearer> entry : bearers.entrySet()) {
            String group = group(entry.getKey());
            Bearer bearer = group == null ? null : bearers.get(group);
            if (bearer != null && (bearer.sort() == Sort.WAVE || bearer.sort() == Sort.FLOW)) {
                problems.add(
                        entry.getValue().at(),
                        "'" + entry.getKey() + "' is what a member of '" + group + "' is called",
                        "give one of them another name");
            }
        }
    }

    private static @Nullable String group(String name) {
        int hyphen = name.lastIndexOf('-');
        boolean numbered = hyphen > 0 && name.substring(hyphen + 1).matches("[0-9]+");
        return numbered ? name.substring(0, hyphen) : null;
    }

    private List<String> named(Set<Sort> sorts) {
        return bearers.entrySet().stream()
                .filter(entry -> sorts.contains(entry.getValue().sort()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
