package org.airwarden.asterix;

import java.util.List;
import java.util.StringJoiner;
import org.airwarden.asterix.Definition.Profile;
import org.airwarden.asterix.Shape.Content;
import org.airwarden.asterix.Shape.Label;
import org.airwarden.asterix.Shape.Range;
import org.jspecify.annotations.Nullable;

/**
 * A definition as a page to read, in Markdown: the order of items, then each item with its layout,
 * scales, units and names of values. Bits are counted as the standards count them: octet 1 is the
 * first, bit 8 its highest.
 */
public final class DefinitionPage {
    private final StringBuilder out = new StringBuilder();

    private DefinitionPage() {}

    /** The page of one edition of a category. */
    public static String of(Definition definition) {
        return new DefinitionPage().page(definition);
    }

    /** The page of the Mode S registers. */
    public static String ofRegisters() {
        DefinitionPage page = new DefinitionPage();
        page.out.append("# Mode S registers\n");
        for (Item register : Registers.all()) {
            page.item(register, 2);
        }
        return page.out.toString();
    }

    private String page(Definition definition) {
        out.append("# ").append(definition).append(": ").append(definition.title()).append('\n');
        List<DefinitionText.Profile> texts = definition.profileSource();
        for (DefinitionText.Profile text : texts) {
            out.append("\n## Order of items");
            if (text.selector() != null) {
                out.append(" where ").append(text.selector()).append(" = ").append(text.value());
            }
            out.append("\n\n| place | item | what it holds |\n| ---: | --- | --- |\n");
            order(definition, definition.profile(text.value()));
        }
        if (!definition.required().isEmpty()) {
            StringJoiner names = new StringJoiner(", ");
            definition.required().forEach(item -> names.add(item.name()));
            out.append("\nEvery record has ").append(names).append(".\n");
        }
        for (Item item : definition.items()) {
            item(item, 2);
        }
        return out.toString();
    }

    private void order(Definition definition, Profile profile) {
        @Nullable Item[] items = profile.items();
        for (int i = 0; i < items.length; i++) {
            Item item = items[i];
            out.append("| ").append(i + 1).append(" | ");
            if (item != null) {
                out.append(item.name()).append(" | ").append(item.title());
            } else if (i == profile.randomIndex()) {
                out.append("| items in any order, each led by its place");
            } else {
                out.append("- | unused");
            }
            out.append(" |\n");
        }
        if (items.length == 0) {
            out.append("| | | nothing in ").append(definition).append(" |\n");
        }
    }

    private void item(Item item, int level) {
        out.append('\n').append("#".repeat(Math.min(level, 6))).append(' ').append(item.path());
        if (!item.title().isEmpty()) {
            out.append(": ").append(item.title());
        }
        out.append("\n\n").append(form(item)).append('\n');
        if (!item.fields().isEmpty()) {
            out.append("\n| bits | field | meaning |\n| --- | --- | --- |\n");
            item.fields().forEach(this::field);
        }
        for (Item child : item.subitems()) {
            item(child, level + 1);
        }
    }

    private static String form(Item item) {
        return switch (item.shape()) {
            case Shape.Fixed _ -> octets(item.octets) + ".";
            case Shape.Extended _ -> {
                StringJoiner ends = new StringJoiner(", ");
                for (int end : item.extentEnds) {
                    ends.add(Integer.toString(end));
                }
                yield "Extended; extents end at octet "
                        + ends
                        + (item.openEnd ? "." : "; nothing follows the last one.");
            }
            case Shape.Repeated repeated ->
                    "A count in "
                            + octets(repeated.countOctets())
                            + ", then as many elements of "
                            + octets(item.octets)
                            + ".";
            case Shape.Chained _ ->
                    "Elements of "
                            + octets(item.octets)
                            + "; the last bit of each tells whether another follows.";
            case Shape.Compound compound -> presence(compound) + order(item.children);
            case Shape.Explicit explicit -> {
                Expansion expansion = explicit.expansion();
                yield expansion == null
                        ? "A length octet that counts itself, then octets that are not read."
                        : "A length octet that counts itself, then "
                                + expansion
                                + ". "
                                + presence(expansion.content())
                                + order(item.children);
            }
        };
    }

    private static String presence(Shape.Compound compound) {
        return switch (compound.presenceOctets()) {
            case Shape.Compound.CHAINED -> "Compound, with presence bits for: ";
            case Shape.Compound.SEQUENCE -> "One after another: ";
            default ->
                    "Compound, with presence bits in "
                            + octets(compound.presenceOctets())
                            + " for: ";
        };
    }

    private static String order(@Nullable Item[] children) {
        StringJoiner names = new StringJoiner(", ");
        for (@Nullable Item child : children) {
            names.add(child == null ? "-" : child.name());
        }
        return names + ".";
    }

    private static String octets(int count) {
        return count == 1 ? "1 octet" : count + " octets";
    }

    private void field(Field field) {
        int last = field.bitOffset + field.bits - 1;
        out.append("| ").append(place(field.bitOffset));
        if (field.bits > 1) {
            out.append(" to ").append(place(last));
        }
        out.append(" | ").append(field.name()).append(" | ").append(meaning(field)).append(" |\n");
    }

    private static String place(int bit) {
        return (bit / 8 + 1) + "." + (8 - bit % 8);
    }

    private static String meaning(Field field) {
        Content content = field.content();
        StringJoiner words = new StringJoiner("; ");
        words.add(kind(content));
        if (content.multiplier() != 1 || content.divisor() != 1 || !content.unit().isEmpty()) {
            words.add("one step is " + scale(content));
        }
        if (content.offset() != 0) {
            words.add("0 is " + plain(content.offset()) + " " + content.unit());
        }
        if (content.absent() != null) {
            words.add(content.absent() + " is none");
        }
        Range range = content.range();
        if (range != null) {
            words.add(
                    "from "
                            + plain(range.low())
                            + " to "
                            + plain(range.high())
                            + (range.highWithin() ? "" : ", which is not within"));
        }
        for (Label label : content.labels()) {
            words.add(label.raw() + " " + label.name());
        }
        Field selector = field.selector;
        if (selector != null) {
            words.add("holds where " + selector.name() + " = " + field.selectorValue);
        }
        Field high = field.registerHigh;
        Field low = field.registerLow;
        Item register = Registers.of(field.register);
        if (high != null && low != null) {
            words.add("the Mode S register " + high.name() + "," + low.name());
        } else if (register != null) {
            words.add("the Mode S register " + register.name());
        }
        return words.toString();
    }

    private static String kind(Content content) {
        return switch (content.kind()) {
            case NUMBER -> content.signed() ? "signed number" : "number";
            case OCTAL -> "octal digits";
            case HEX -> "hexadecimal digits";
            case ASCII -> "characters of eight bits";
            case ICAO -> "characters of six bits";
        };
    }

    private static String scale(Content content) {
        double multiplier = content.multiplier();
        String step =
                multiplier < 1 && 1 / multiplier == Math.rint(1 / multiplier)
                        ? "1/" + plain(1 / multiplier)
                        : plain(multiplier);
        if (content.divisor() != 1) {
            step += "/" + plain(content.divisor());
        }
        return content.unit().isEmpty() ? step : step + " " + content.unit();
    }

    private static String plain(double number) {
        return number == (long) number ? Long.toString((long) number) : Double.toString(number);
    }
}
