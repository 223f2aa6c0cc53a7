package org.airwarden.asterix;

import java.io.ByteArrayOutputStream;
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
        write(record);
        json.appendTo(out);
    }

    /** Appends the record's object, without a line end: for what is to be octets anyhow, faster. */
    public void append(RecordView record, ByteArrayOutputStream out) {
        write(record);
        json.appendTo(out);
    }

    private void write(RecordView record) {
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
        subitems(record, definition.itemArray);
        json.mark('}');
    }

    /** Writes the items that are there, each with a comma, and closes the object. */
    private void subitems(RecordView record, @Nullable Item[] items) {
        for (@Nullable Item item : items) {
            int start = item == null ? -1 : record.startOf(item);
            if (item != null && start >= 0) {
                json.name(item.jsonName);
                item(record, item, start, start + record.sizeOf(item));
            }
        }
        json.close('}');
    }

    /** Writes the item and a comma. */
    private void item(RecordView record, Item item, int start, int end) {
        byte[] data = record.data();
        switch (item.kind) {
            case Item.FIXED, Item.EXTENDED -> fields(data, item, start, end - start);
            case Item.REPEATED, Item.CHAINED -> {
                json.mark('[');
                for (int at = start; at < end; at += item.octets) {
                    fields(data, item, at, item.octets);
                }
                json.end(']');
            }
            default -> {
                if (item.kind == Item.COMPOUND || (item.expanded && !record.misfit(item))) {
                    json.mark('{');
                    subitems(record, item.children);
                } else {
                    json.mark('"');
                    json.hex(data, start, end);
                    json.mark('"');
                }
                json.mark(',');
            }
        }
    }

    /** Writes an element and a comma. */
    private void fields(byte[] data, Item item, int start, int size) {
        Field sole = item.sole;
        if (sole == null) {
            named(data, item, start, size);
            return;
        }
        Item register = sole.holdsRegister() ? Registers.of(sole.register(data, start)) : null;
        if (register == null) {
            json.value(sole.json(), sole.extract(data, start));
            json.mark(',');
            return;
        }
        json.raw(RAW);
        json.value(sole.json(), sole.extract(data, start));
        json.mark(',');
        json.raw(REGISTER);
        named(data, register, start, register.octets);
        json.end('}');
    }

    /** An object of all fields that are there; behind them the register that one of them holds. */
    private void named(byte[] data, Item item, int start, int size) {
        json.open(item, data, start, size);
        if (item.holdsRegister) {
            register(data, item, start, size);
        }
        json.end('}');
    }

    private void register(byte[] data, Item item, int start, int size) {
        Field holder = null;
        for (Field field : item.fieldArray) {
            if (field.holdsRegister()
                    && field.end <= size
                    && (!field.conditional || field.holds(data, start))) {
                holder = field;
            }
        }
        Item register = holder == null ? null : Registers.of(holder.register(data, start));
        if (holder != null && register != null) {
            json.raw(REGISTER);
            named(data, register, start + holder.octet, register.octets);
        }
    }
}
