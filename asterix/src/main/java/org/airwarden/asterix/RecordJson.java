package org.airwarden.asterix;

import java.util.List;
import org.airwarden.asterix.Shape.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON, one object each:
 *
 * <pre>{@code
 * {"category":48,"edition":"1.32","items":{"010":{"SAC":20,"SIC":129},"140":28800.5,
 *  "040":{"RHO":42.5,"THETA":181.2},"220":"3C6444","250":[{"MBDATA":"...","BDS1":4,"BDS2":0}]}}
 * }</pre>
 *
 * Items stand in the order of the definition. An item of one single field is its value; otherwise
 * an object by field name; an item that repeats is an array. Quantities are numbers in the
 * definition's unit; codes, addresses, registers and characters are strings; flags and codes
 * without unit are their raw numbers; explicit items are hexadecimal strings. Field names with a
 * slash ({@code ADSB/EP}) stay one name. The output is ASCII.
 */
public final class RecordJson {
    private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();

    private final StringBuilder text = new StringBuilder(32);

    /** A writer; it may be kept, for one thread. */
    public RecordJson() {}

    /** Appends the record's object, without a line end. */
    public void append(RecordView record, StringBuilder out) {
        Definition definition = record.definition();
        out.append("{\"category\":").append(definition.category());
        out.append(",\"edition\":\"").append(definition.edition()).append("\",\"items\":{");
        boolean first = true;
        List<Item> items = definition.items();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (record.has(item)) {
                first = comma(first, out);
                name(item.name(), out);
                item(record, item, out);
            }
        }
        out.append("}}");
    }

    private void item(RecordView record, Item item, StringBuilder out) {
        switch (item.kind) {
            case Item.COMPOUND -> {
                out.append('{');
                boolean first = true;
                for (@Nullable Item child : item.children) {
                    if (child != null && record.has(child)) {
                        first = comma(first, out);
                        name(child.name(), out);
                        item(record, child, out);
                    }
                }
                out.append('}');
            }
            case Item.EXPLICIT -> {
                out.append('"');
                int start = record.start(item);
                for (int i = start; i < start + record.size(item); i++) {
                    int octet = record.data()[i];
                    out.append(DIGITS[(octet >> 4) & 15]).append(DIGITS[octet & 15]);
                }
                out.append('"');
            }
            case Item.REPEATED, Item.CHAINED -> {
                out.append('[');
                int count = record.count(item);
                for (int i = 0; i < count; i++) {
                    if (i > 0) {
                        out.append(',');
                    }
                    fields(record, item, i, out);
                }
                out.append(']');
            }
            default -> fields(record, item, 0, out);
        }
    }

    private void fields(RecordView record, Item item, int index, StringBuilder out) {
        List<Field> fields = item.fields();
        if (fields.size() == 1 && fields.getFirst().name().isEmpty()) {
            value(record, fields.getFirst(), index, out);
            return;
        }
        out.append('{');
        boolean first = true;
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (record.has(field, index)) {
                first = comma(first, out);
                name(field.name(), out);
                value(record, field, index, out);
            }
        }
        out.append('}');
    }

    private void value(RecordView record, Field field, int index, StringBuilder out) {
        long raw = record.raw(field, index);
        Kind kind = field.content().kind();
        if (kind == Kind.NUMBER) {
            number(field, raw, out);
            return;
        }
        text.setLength(0);
        FieldText.append(text, kind, raw, field.bits);
        out.append('"');
        escaped(text, out);
        out.append('"');
    }

    private static void number(Field field, long raw, StringBuilder out) {
        double value = field.scale(raw);
        if (value == (long) value) {
            out.append((long) value);
        } else {
            out.append(value);
        }
    }

    /** Appends a text as it may stand between quotes in JSON (RFC 8259, section 7), in ASCII. */
    static void escaped(CharSequence text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c >= ' ' && c < 127) {
                out.append(c);
            } else {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(DIGITS[(c >> shift) & 15]);
                }
            }
        }
    }

    private static void name(String name, StringBuilder out) {
        out.append('"').append(name).append("\":");
    }

    private static boolean comma(boolean first, StringBuilder out) {
        if (!first) {
            out.append(',');
        }
        return false;
    }
}
