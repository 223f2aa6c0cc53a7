package org.airwarden.asterix;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.airwarden.asterix.Shape.Content;
import org.airwarden.asterix.Shape.Kind;
import org.jspecify.annotations.Nullable;

/** A field as the editions of one generated class have it. */
final class TypedField {
    final TypedItem item;
    final String path;

    /** By edition; null where it has none. */
    final List<@Nullable Field> fields = new ArrayList<>();

    TypedField(TypedItem item, String path) {
        this.item = item;
        this.path = path;
        for (@Nullable Item each : item.items) {
            fields.add(each == null ? null : each.definition().fieldOrNull(path));
        }
        Content content = newest().content();
        for (@Nullable Field field : fields) {
            if (field != null
                    && (field.content().kind() != content.kind()
                            || !field.content().unit().equals(content.unit()))) {
                throw TypedItem.split(
                        item.owner, field + " is told in another way than in a newer edition");
            }
        }
    }

    Field newest() {
        for (@Nullable Field field : fields) {
            if (field != null) {
                return field;
            }
        }
        throw new IllegalStateException(path + " is in no edition");
    }

    private boolean any(Function<Field, Boolean> what) {
        for (@Nullable Field field : fields) {
            if (field != null && what.apply(field)) {
                return true;
            }
        }
        return false;
    }

    Kind kind() {
        return newest().content().kind();
    }

    /** Whether it is a quantity: a number with a scale or a unit. */
    boolean isQuantity() {
        return kind() == Kind.NUMBER
                && any(field -> {
                    Content content = field.content();
                    return !content.unit().isEmpty()
                            || content.multiplier() != 1
                            || content.divisor() != 1;
                });
    }

    /** Whether it is one bit without names for its values. */
    boolean isFlag() {
        return kind() == Kind.NUMBER
                && !isQuantity()
                && !any(field -> field.bits != 1 || field.signed || !field.labels().isEmpty());
    }

    /** The type of its bits. */
    String rawType() {
        return any(field -> field.bits > 32 || (field.bits == 32 && !field.signed))
                ? "long"
                : "int";
    }

    /** Whether more than the item's presence decides over the field's. */
    boolean isConditional() {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i) == null && item.items.get(i) != null) {
                return true;
            }
        }
        return any(field -> field.selector != null)
                || (item.kind == Item.EXTENDED
                        && any(field -> field.end > field.item().extentEnds[0]));
    }

    /** Java that is true where the field is there, given that its item is. */
    String condition(String at) {
        List<@Nullable String> conditions = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            conditions.add(
                    field != null
                            ? condition(field, at)
                            : item.items.get(i) == null ? null : "false");
        }
        return TypedItem.choose(conditions);
    }

    private String condition(Field field, String at) {
        List<String> terms = new ArrayList<>();
        if (item.kind == Item.EXTENDED && field.end > field.item().extentEnds[0]) {
            terms.add("n" + item.name() + " >= " + field.end);
        }
        Field selector = field.selector;
        if (selector != null) {
            terms.add(extract(selector, at) + " == " + field.selectorValue);
        }
        return terms.isEmpty() ? "true" : String.join(" && ", terms);
    }

    /** Java that reads the bits where its item or element begins at {@code at}. */
    String extract(String at) {
        List<@Nullable String> values = new ArrayList<>();
        for (@Nullable Field field : fields) {
            values.add(field == null ? null : extract(field, at));
        }
        return TypedItem.choose(values);
    }

    /** Java that reads the value in its unit. */
    String value(String at) {
        List<@Nullable String> values = new ArrayList<>();
        for (@Nullable Field field : fields) {
            values.add(field == null ? null : scale(field, extract(field, at)));
        }
        return TypedItem.choose(values);
    }

    /** The same arithmetic as {@link Field#scale}: the same bits come out. */
    private static String scale(Field field, String raw) {
        Content content = field.content();
        String product =
                content.multiplier() == 1 ? "(double) " + raw : raw + " * " + content.multiplier();
        return content.divisor() == 1 ? product : product + " / " + content.divisor();
    }

    private static String extract(Field field, String at) {
        String p = field.octet == 0 ? at : at + " + " + field.octet;
        int tail = field.end * 8 - field.bitOffset - field.bits;
        int held = field.span <= 4 ? 32 : 64;
        String word =
                switch (field.span) {
                    case 4 -> "s32";
                    case 8 -> "s64";
                    default -> "u" + field.span * 8;
                };
        String read = word + "(data, " + p + ")";
        int right = held - field.bits;
        boolean narrow = held == 64 && (field.bits < 32 || (field.bits == 32 && field.signed));
        String text = read;
        if (field.signed) {
            int left = right - tail;
            text = left == 0 ? text : "(" + text + " << " + left + ")";
            text = right == 0 ? text : "(" + text + " >> " + right + ")";
        } else if (held == 32 && field.bits == 32) {
            text = "(" + text + " & 0xFFFF_FFFFL)";
        } else {
            text = tail == 0 ? text : "(" + text + " >>> " + tail + ")";
            boolean whole = field.bits + tail == field.span * 8;
            if (!whole || (field.span == 4 && tail == 0)) {
                String mask = Long.toHexString((1L << field.bits) - 1);
                text = "(" + text + " & 0x" + mask + (field.bits > 31 ? "L)" : ")");
            }
        }
        return narrow ? "(int) " + text : text;
    }
}
