package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys and values of one map of a scenario's file. A key is known once it has been asked for;
 * {@link #close} tells of all others. Whatever is wrong is noted, and a harmless value returned, so
 * that everything else of the file is looked at too.
 */
final class Fields {
    private static final Set<String> SEARCHES =
            Set.of(
                    "optimise",
                    "optimize",
                    "maximise",
                    "maximize",
                    "minimise",
                    "minimize",
                    "search",
                    "objective",
                    "best",
                    "worst",
                    "solve");

    private final Problems problems;
    private final QuantityText quantities;
    private final String what;
    private final YamlTree place;
    private final Map<String, YamlTree.Field> fields;
    private final Set<String> known = new LinkedHashSet<>();

    /**
     * Looks at a map.
     *
     * @param what what it is, with its article, as in "a sensor"
     */
    Fields(Problems problems, QuantityText quantities, String what, YamlTree place) {
        this.problems = problems;
        this.quantities = quantities;
        this.what = what;
        this.place = place;
        Map<String, YamlTree.Field> there = place.fields();
        fields = there == null ? new LinkedHashMap<>() : there;
        if (there == null) {
            problems.add(place, what + " is " + place.sort(), "write 'key: value' lines here");
        }
    }

    Fields(Reading reading, String what, YamlTree place) {
        this(reading.problems(), reading.quantities(), what, place);
    }

    YamlTree place() {
        return place;
    }

    /** Tells whether a key is there. */
    boolean has(String key) {
        known.add(key);
        return fields.containsKey(key);
    }

    /** Returns a value, or null. */
    @Nullable YamlTree at(String key) {
        known.add(key);
        YamlTree.Field field = fields.get(key);
        return field == null ? null : field.value();
    }

    /** Returns the place of a key that is there, or of the whole. */
    YamlTree keyPlace(String key) {
        YamlTree.Field field = fields.get(key);
        return field == null ? place : field.key();
    }

    /** Returns a value that has to be there; null, with a problem noted, where it is not. */
    @Nullable YamlTree need(String key, String example) {
        YamlTree value = at(key);
        if (value == null && place.fields() != null) {
            problems.add(
                    place, what + " has no '" + key + "'", "add '" + key + ": " + example + "'");
        }
        return value;
    }

    /** Returns a text that has to be there; empty, with a problem noted, where it is not. */
    String needText(String key, String example) {
        YamlTree value = need(key, example);
        return value == null ? "" : text(value, key);
    }

    /** Returns a text, or what stands for none. */
    @Nullable String text(String key) {
        YamlTree value = at(key);
        return value == null ? null : text(value, key);
    }

    private String text(YamlTree value, String key) {
        String text = value.text();
        if (text == null || text.isBlank()) {
            problems.add(
                    value, "'" + key + "' is " + value.sort(), "write one value after the colon");
            return "";
        }
        return text.strip();
    }

    /** Returns a quantity, or what stands for none. */
    Quantity quantity(String key, Span span, Quantity otherwise) {
        YamlTree value = at(key);
        Quantity read = value == null ? null : quantities.read(value, key, span);
        return read == null ? otherwise : read;
    }

    /** Returns a quantity, or null where there is none. */
    @Nullable Quantity quantity(String key, Span span) {
        YamlTree value = at(key);
        return value == null ? null : quantities.read(value, key, span);
    }

    /** Returns a quantity that has to be there. */
    Quantity needQuantity(String key, Span span) {
        YamlTree value = need(key, span.measure().example());
        Quantity read = value == null ? null : quantities.read(value, key, span);
        return read == null ? Quantity.fixed(span.least()) : read;
    }

    /** Returns one value, or what stands for none. */
    double number(String key, Span span, double otherwise) {
        return has(key) ? one(key, quantity(key, span), otherwise) : otherwise;
    }

    /** Returns one value that has to be there. */
    double needNumber(String key, Span span) {
        return one(key, needQuantity(key, span), span.least());
    }

    private double one(String key, @Nullable Quantity quantity, double otherwise) {
        if (quantity == null) {
            return otherwise;
        }
        if (!quantity.isFixed()) {
            problems.add(
                    keyPlace(key),
                    "'" + key + "' is an interval",
                    "write one value: it is not drawn");
        }
        return quantity.lo();
    }

    /** Returns a whole number, or what stands for none. */
    int whole(String key, int least, int most, int otherwise) {
        double value = number(key, Span.count(least, most), otherwise);
        if (value != Math.rint(value)) {
            problems.add(keyPlace(key), "'" + key + "' is no whole number", "write a whole number");
        }
        return (int) value;
    }

    /** Returns yes or no. */
    boolean flag(String key, boolean otherwise) {
        String text = text(key);
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        return switch (text) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> {
                problems.add(
                        valuePlace(key), "'" + key + "' is '" + text + "'", "write true or false");
                yield otherwise;
            }
        };
    }

    /** Returns the constant of a word: {@code THIRD_PARTY} is written {@code third-party}. */
    <E extends Enum<E>> E word(String key, Class<E> type, E otherwise) {
        String text = text(key);
        return text == null || text.isEmpty()
                ? otherwise
                : word(valuePlace(key), key, text, type, otherwise);
    }

    /** Returns the constant of a word that has to be there. */
    <E extends Enum<E>> E needWord(String key, Class<E> type, E otherwise) {
        String text = needText(key, written(otherwise));
        return text.isEmpty() ? otherwise : word(valuePlace(key), key, text, type, otherwise);
    }

    private <E extends Enum<E>> E word(
            YamlTree at, String key, String text, Class<E> type, E otherwise) {
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            words.add(written(constant));
            if (written(constant).equals(text)) {
                return constant;
            }
        }
        problems.add(at, "'" + key + "' is '" + text + "'", Nearest.advice(text, words));
        return otherwise;
    }

    /** Returns how a constant is written. */
    static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the members of a list; none where the key is absent. */
    List<YamlTree> list(String key) {
        YamlTree value = at(key);
        if (value == null) {
            return List.of();
        }
        List<YamlTree> members = value.members();
        if (members == null) {
            problems.add(
                    value,
                    "'" + key + "' is " + value.sort() + ", not a list",
                    "begin each member with '- ' on its own line, or write [one, another]");
            return List.of();
        }
        return members;
    }

    /** Returns the texts of a list. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (YamlTree member : list(key)) {
            texts.add(text(member, key));
        }
        return texts;
    }

    /** Returns the place of a value that is there, or of the whole. */
    YamlTree valuePlace(String key) {
        YamlTree.Field field = fields.get(key);
        return field == null ? place : field.value();
    }

    /** Notes that a key makes no sense here. */
    void refuse(String key, String why, String remedy) {
        if (has(key)) {
            problems.add(keyPlace(key), "'" + key + "' stands here, but " + why, remedy);
        }
    }

    /** Notes every key that was never asked for. */
    void close() {
        for (Map.Entry<String, YamlTree.Field> entry : fields.entrySet()) {
            String key = entry.getKey();
            if (known.contains(key)) {
                continue;
            }
            boolean search = SEARCHES.contains(key.toLowerCase(Locale.ROOT));
            problems.add(
                    entry.getValue().key(),
                    "'" + key + "' is no key of " + what,
                    search
                            ? "leave it out: a raid is drawn from its description, and never"
                                    + " searched for"
                            : Nearest.advice(key, known));
        }
    }
}
