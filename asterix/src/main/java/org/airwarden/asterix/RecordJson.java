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
 * without unit are their raw numbers. Explicit items (RE, SP) are objects of what stands inside, or
 * hexadecimal strings where the definition does not tell that or the octets do not fit it. Field
 * names with a slash ({@code ADSB/EP}) stay one name. The output is ASCII.
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
                out.append(item.jsonName);
                item(record, item, out);
            }
        }
        out.append("}}");
    }

    private void item(RecordView record, Item item, StringBuilder out) {
        switch (item.kind) {
            case Item.COMPOUND -> subitems(record, item, out);
            case Item.EXPLICIT -> {
                if (item.expanded && !record.misfit(item)) {
                    subitems(record, item, out);
                    return;
                }
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
                int start = record.start(item);
                int end = start + record.size(item);
                for (int at = start; at < end; at += item.octets) {
                    if (at > start) {
                        out.append(',');
                    }
                    fields(record.data(), item, at, item.octets, out);
                }
                out.append(']');
            }
            default -> fields(record.data(), item, record.start(item), record.size(item), out);
        }
    }

    private void subitems(RecordView record, Item item, StringBuilder out) {
        out.append('{');
        boolean first = true;
        for (@Nullable Item child : item.children) {
            if (child != null && record.has(child)) {
                first = comma(first, out);
                out.append(child.jsonName);
                item(record, child, out);
            }
        }
        out.append('}');
    }

    private void fields(byte[] data, Item item, int start, int size, StringBuilder out) {
        Field[] fields = item.fieldArray;
        if (fields.length == 1 && fields[0].name().isEmpty()) {
            value(fields[0], fields[0].extract(data, start), out);
            return;
        }
        out.append('{');
        boolean first = true;
        for (Field field : fields) {
            if (field.end <= size && (!field.conditional || field.holds(data, start))) {
                first = comma(first, out);
                out.append(field.jsonName);
                value(field, field.extract(data, start), out);
            }
        }
        out.append('}');
    }

    private void value(Field field, long raw, StringBuilder out) {
        switch (field.content().kind()) {
            case NUMBER -> number(field, raw, out);
            case ASCII -> {
                text.setLength(0);
                FieldText.append(text, Kind.ASCII, raw, field.bits);
                out.append('"');
                escaped(text, out);
                out.append('"');
            }
            case OCTAL, HEX, ICAO -> {
                out.append('"');
                FieldText.append(out, field.content().kind(), raw, field.bits);
                out.append('"');
            }
        }
    }

    /** Appends the value to its last digit where that is short, else as a double's. */
    private static void number(Field field, long raw, StringBuilder out) {
        int decimals = field.decimals;
        if (decimals == 0) {
            out.append(raw * field.decimalStep);
        } else if (decimals > 0) {
            decimal(raw * field.decimalStep, decimals, out);
        } else {
            double value = field.scale(raw);
            if (value == (long) value) {
                out.append((long) value);
            } else {
                out.append(value);
            }
        }
    }

    /** Appends {@code digits} with its point moved left; zeros at the end are left out. */
    private static void decimal(long digits, int decimals, StringBuilder out) {
        long left = Math.abs(digits);
        int places = decimals;
        while (places > 0 && left % 10 == 0) {
            left /= 10;
            places--;
        }
        if (digits < 0) {
            out.append('-');
        }
        int from = out.length();
        out.append(left);
        while (out.length() - from <= places) {
            out.insert(from, '0');
        }
        if (places > 0) {
            out.insert(out.length() - places, '.');
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

    private static boolean comma(boolean first, StringBuilder out) {
        if (!first) {
            out.append(',');
        }
        return false;
    }
}
