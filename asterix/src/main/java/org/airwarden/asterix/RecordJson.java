package org.airwarden.asterix;

import java.util.List;
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
 * hexadecimal strings where the definition does not tell that or the octets do not fit it. A Mode S
 * register whose layout is known is told behind its octets, as {@code "register"} (an item of one
 * sole field is then an object with {@code "raw"} and that). Field names with a slash ({@code
 * ADSB/EP}) stay one name. The output is ASCII.
 */
public final class RecordJson {
    private static final byte[] REGISTER = JsonBuffer.ascii("\"register\":");
    private static final byte[] RAW = JsonBuffer.ascii("{\"raw\":");

    private final JsonBuffer json = new JsonBuffer();
    private @Nullable Definition headed;
    private byte[] head = {};

    /** A writer; it may be kept, for one thread. */
    public RecordJson() {}

    /** Appends the record's object, without a line end. */
    public void append(RecordView record, StringBuilder out) {
        json.clear();
        Definition definition = record.definition();
        if (definition != headed) {
            headed = definition;
            head =
                    JsonBuffer.ascii(
                            "{\"category\":"
                                    + definition.category()
                                    + ",\"edition\":\""
                                    + definition.edition()
                                    + "\",\"items\":{");
        }
        json.raw(head);
        List<Item> items = definition.items();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (record.has(item)) {
                json.raw(item.jsonName);
                item(record, item);
            }
        }
        json.close('}');
        json.mark('}');
        json.appendTo(out);
    }

    /** Writes the item and a comma. */
    private void item(RecordView record, Item item) {
        byte[] data = record.data();
        int start = record.start(item);
        int end = start + record.size(item);
        switch (item.kind) {
            case Item.COMPOUND -> subitems(record, item);
            case Item.EXPLICIT -> {
                if (item.expanded && !record.misfit(item)) {
                    subitems(record, item);
                } else {
                    json.mark('"');
                    json.hex(data, start, end);
                    json.mark('"');
                }
            }
            case Item.REPEATED, Item.CHAINED -> {
                json.mark('[');
                for (int at = start; at < end; at += item.octets) {
                    fields(data, item, at, item.octets);
                    json.mark(',');
                }
                json.close(']');
            }
            default -> fields(data, item, start, end - start);
        }
        json.mark(',');
    }

    private void subitems(RecordView record, Item item) {
        json.mark('{');
        for (@Nullable Item child : item.children) {
            if (child != null && record.has(child)) {
                json.raw(child.jsonName);
                item(record, child);
            }
        }
        json.close('}');
    }

    private void fields(byte[] data, Item item, int start, int size) {
        Field[] fields = item.fieldArray;
        if (fields.length != 1 || !fields[0].name().isEmpty()) {
            named(data, item, start, size);
            return;
        }
        Field sole = fields[0];
        Item register = sole.holdsRegister() ? Registers.of(sole.register(data, start)) : null;
        if (register == null) {
            json.value(sole, sole.extract(data, start));
            return;
        }
        json.raw(RAW);
        json.value(sole, sole.extract(data, start));
        json.mark(',');
        json.raw(REGISTER);
        named(data, register, start, register.octets);
        json.mark('}');
    }

    /** An object of all fields that are there; behind them the register that one of them holds. */
    private void named(byte[] data, Item item, int start, int size) {
        json.mark('{');
        Field holder = null;
        for (Field field : item.fieldArray) {
            if (field.end <= size && (!field.conditional || field.holds(data, start))) {
                json.raw(field.jsonName);
                json.value(field, field.extract(data, start));
                json.mark(',');
                holder = field.holdsRegister() ? field : holder;
            }
        }
        Item register = holder == null ? null : Registers.of(holder.register(data, start));
        if (holder != null && register != null) {
            json.raw(REGISTER);
            named(data, register, start + holder.octet, register.octets);
            json.mark(',');
        }
        json.close('}');
    }
}
