package org.airwarden.simulation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds a scenario upon another: what the file says itself goes before what the other says; lists
 * under {@code add} are appended; {@code change} sets single values by their path; {@code remove}
 * takes what is named away. So two scenarios differ in what their file says and in nothing else,
 * and their runs share all other draws.
 */
final class ScenarioMerge {
    /** What a scenario says of itself, which another never inherits without saying so. */
    private static final Set<String> TOOLS = Set.of("extends", "add", "change", "remove");

    private static final List<String> LISTS =
            List.of(
                    "flights",
                    "flows",
                    "raid",
                    "sensors",
                    "posts",
                    "batteries",
                    "corridors",
                    "areas",
                    "supplies",
                    "events",
                    "sources",
                    "assumptions");

    private final Problems problems;

    ScenarioMerge(Problems problems) {
        this.problems = problems;
    }

    /**
     * Changes the base into what a file makes of it.
     *
     * @param base what it builds upon, which becomes the result
     */
    void apply(YamlTree base, YamlTree own) {
        Map<String, YamlTree.Field> into = base.fields();
        Map<String, YamlTree.Field> from = own.fields();
        if (into == null || from == null) {
            return;
        }
        into.remove("title");
        into.remove("lesson");
        into.remove("name");
        for (Map.Entry<String, YamlTree.Field> entry : from.entrySet()) {
            if (TOOLS.contains(entry.getKey())) {
                continue;
            }
            if (LISTS.contains(entry.getKey()) && into.containsKey(entry.getKey())) {
                problems.add(
                        entry.getValue().key(),
                        "'" + entry.getKey() + "' would replace all that the other scenario has",
                        "write it under 'add:', or take single ones away with 'remove:'");
                continue;
            }
            into.put(entry.getKey(), entry.getValue());
        }
        remove(base, own.at("remove"));
        add(base, own.at("add"));
        change(base, own.at("change"));
    }

    private void remove(YamlTree base, @Nullable YamlTree names) {
        if (names == null) {
            return;
        }
        List<YamlTree> members = names.members();
        if (members == null) {
            problems.add(names, "'remove' is " + names.sort(), "write names, as in [radar-south]");
            return;
        }
        for (YamlTree member : members) {
            boolean found = false;
            for (String list : LISTS) {
                YamlTree there = base.at(list);
                if (there != null && there.members() != null) {
                    found |= there.members().removeIf(one -> isNamed(one, member.text()));
                }
            }
            if (!found) {
                problems.add(
                        member,
                        "nothing in the other scenario is called " + member.sort(),
                        "write a name that it has");
            }
        }
    }

    private void add(YamlTree base, @Nullable YamlTree lists) {
        if (lists == null) {
            return;
        }
        if (lists.fields() == null) {
            problems.add(
                    lists, "'add' is " + lists.sort(), "write 'sensors:' and the like under it");
            return;
        }
        for (Map.Entry<String, YamlTree.Field> entry : lists.fields().entrySet()) {
            YamlTree value = entry.getValue().value();
            if (!LISTS.contains(entry.getKey())) {
                problems.add(
                        entry.getValue().key(),
                        "'" + entry.getKey() + "' is no list of a scenario",
                        Nearest.advice(entry.getKey(), LISTS));
            } else if (value.members() == null) {
                problems.add(
                        value,
                        "'" + entry.getKey() + "' is " + value.sort() + ", not a list",
                        "begin each member with '- ' on its own line");
            } else {
                append(base, entry.getKey(), entry.getValue(), value.members());
            }
        }
    }

    private static void append(
            YamlTree base, String list, YamlTree.Field field, List<YamlTree> members) {
        YamlTree there = base.at(list);
        if (there != null && there.members() != null) {
            there.members().addAll(members);
        } else {
            Objects.requireNonNull(base.fields()).put(list, field);
        }
    }

    private void change(YamlTree base, @Nullable YamlTree changes) {
        if (changes == null) {
            return;
        }
        if (changes.fields() == null) {
            problems.add(
                    changes,
                    "'change' is " + changes.sort(),
                    "write 'posts/sector-south/status: hold' and the like under it");
            return;
        }
        for (YamlTree.Field field : changes.fields().values()) {
            set(base, field.key(), field.value());
        }
    }

    /**
     * Sets one value by its path, as in {@code posts/sector-south/doctrine/shots}; an empty one
     * takes the key away.
     */
    void set(YamlTree base, YamlTree path, YamlTree value) {
        String[] steps = String.valueOf(path.text()).split("/", -1);
        YamlTree at = base;
        for (int i = 0; i < steps.length - 1; i++) {
            YamlTree next = step(at, steps[i]);
            if (next == null) {
                problems.add(
                        path,
                        "'" + path.text() + "' leads nowhere: there is no '" + steps[i] + "'",
                        "write keys and names with / between them, as in"
                                + " posts/sector-south/doctrine/shots");
                return;
            }
            at = next;
        }
        if (at.fields() == null) {
            problems.add(
                    path,
                    "'" + path.text() + "' leads to " + at.sort(),
                    "end with a key, as in posts/sector-south/status");
            return;
        }
        String key = steps[steps.length - 1];
        if (value.text() != null && value.text().isBlank()) {
            at.fields().remove(key);
        } else {
            at.fields().put(key, new YamlTree.Field(path, value));
        }
    }

    private static @Nullable YamlTree step(YamlTree at, String step) {
        if (at.members() != null) {
            for (YamlTree member : at.members()) {
                if (isNamed(member, step)) {
                    return member;
                }
            }
            return null;
        }
        return at.at(step);
    }

    private static boolean isNamed(YamlTree node, @Nullable String name) {
        YamlTree named = node.at("name");
        return named != null && name != null && name.equals(named.text());
    }
}
