package org.airwarden.asterix;

import java.util.Arrays;
import java.util.Objects;

/**
 * A record in place: a flyweight that the walker moves from record to record. It allocates nothing
 * but what {@link #text} returns. Whoever wants to keep something copies it out before the handler
 * returns. For one thread at a time.
 *
 * <p>Asking for what is not in the record is no error: {@link #has} says false, {@link #raw} 0,
 * {@link #value} NaN, {@link #text} "", {@link #count} 0. Asking with a handle of another edition
 * is one: {@link IllegalArgumentException}.
 *
 * <p>A record is read as it stands: where later records of a CAT001 block leave out the source, it
 * is the reader's to carry it over from the block's first ({@link #blockOffset} tells a new block).
 */
public final class RecordView extends RecordWalk {
    /** A view of nothing yet; the walker moves it. */
    public RecordView() {}

    /**
     * The edition that the record was read with.
     *
     * @throws IllegalStateException before the first record
     */
    public Definition definition() {
        Definition known = definition;
        if (known == null) {
            throw new IllegalStateException("the view is at no record yet");
        }
        return known;
    }

    /** The category. */
    public int category() {
        return definition().category();
    }

    /** The array that holds the record; it is the caller's own, not a copy. */
    public byte[] data() {
        return data;
    }

    /** Where the record begins in {@link #data}, at its presence bits. */
    public int offset() {
        return offset;
    }

    /** The record's length in octets. */
    public int length() {
        return length;
    }

    /** Where the record's block begins in {@link #data}, at its category octet. */
    public int blockOffset() {
        return blockOffset;
    }

    /** Extents that this edition does not know and the view passed over. */
    public int undefinedExtents() {
        return undefinedExtents;
    }

    /**
     * Explicit items (RE, SP) of this record whose octets do not read as the definition says, to
     * their last one. Such an item is there with its octets, and with nothing inside.
     */
    public int misfits() {
        return misfits.count();
    }

    /** Such an item. */
    public Item misfitItem(int index) {
        return misfits.item(Objects.checkIndex(index, misfits.count()));
    }

    /** Where in {@link #data} its reading stopped. */
    public int misfitAt(int index) {
        return misfits.at(Objects.checkIndex(index, misfits.count()));
    }

    /** Whether the item is an explicit one of this record that is among the {@link #misfits}. */
    public boolean misfit(Item item) {
        return misfits.has(item);
    }

    /** Whether the item is there. */
    public boolean has(Item item) {
        return starts[slot(item)] >= 0;
    }

    /**
     * Where the item's content begins in {@link #data}, behind any count or length octet, or -1
     * when absent.
     */
    public int start(Item item) {
        return starts[slot(item)];
    }

    /** The octets of the item's content, without any count or length octet; 0 when absent. */
    public int size(Item item) {
        int slot = slot(item);
        return starts[slot] < 0 ? 0 : sizes[slot];
    }

    /** As {@link #start}, of an item that is known to be of the record's definition. */
    int startOf(Item item) {
        return starts[item.slot];
    }

    /** As {@link #size}, of such an item that is there. */
    int sizeOf(Item item) {
        return sizes[item.slot];
    }

    /** How many elements the item has; 1 or 0 for one that does not repeat. */
    public int count(Item item) {
        int slot = slot(item);
        if (starts[slot] < 0) {
            return 0;
        }
        return item.repeats() ? sizes[slot] / item.octets : 1;
    }

    /** How many times the field is there. */
    public int count(Field field) {
        return field.item().repeats() ? count(field.item()) : has(field) ? 1 : 0;
    }

    /**
     * Whether the field is there: its item, its extent, for a choice of readings its case, and a
     * raw value other than the one that says there is none.
     */
    public boolean has(Field field) {
        int slot = slot(field.item());
        return starts[slot] >= 0 && field.end <= sizes[slot] && holds(field, starts[slot]);
    }

    private boolean holds(Field field, int start) {
        return !field.conditional || field.holds(data, start);
    }

    /** The field's bits as a number, sign-extended where it is signed; 0 when absent. */
    public long raw(Field field) {
        int slot = slot(field.item());
        int start = starts[slot];
        if (start < 0 || field.end > sizes[slot] || !holds(field, start)) {
            return 0;
        }
        return field.extract(data, start);
    }

    /** The field's value in its unit; NaN when absent. */
    public double value(Field field) {
        int slot = slot(field.item());
        int start = starts[slot];
        if (start < 0 || field.end > sizes[slot] || !holds(field, start)) {
            return Double.NaN;
        }
        return field.scale(field.extract(data, start));
    }

    /**
     * The field as text: characters without trailing spaces, octal or hexadecimal digits with
     * leading zeros, a number in decimal; "" when absent.
     */
    public String text(Field field) {
        return has(field) ? FieldText.of(field, data, start(field.item())) : "";
    }

    /** The field of the element {@code index}, from 0; 0 when absent. */
    public long raw(Field field, int index) {
        int start = element(field, index);
        return start < 0 ? 0 : field.extract(data, start);
    }

    /** The field's value in the element {@code index}, from 0; NaN when absent. */
    public double value(Field field, int index) {
        int start = element(field, index);
        return start < 0 ? Double.NaN : field.scale(field.extract(data, start));
    }

    /** The field's text in the element {@code index}, from 0; "" when absent. */
    public String text(Field field, int index) {
        int start = element(field, index);
        return start < 0 ? "" : FieldText.of(field, data, start);
    }

    /**
     * Reads all fields of an element at once, which is faster than one by one.
     *
     * @param index of the element, from 0; 0 for an item that does not repeat
     * @param into takes their values in their units, in the order of {@link Item#fields}; NaN for
     *     what is absent
     * @return how many fields the item has
     * @throws IndexOutOfBoundsException when they do not fit
     */
    public int values(Item item, int index, double[] into) {
        int slot = slot(item);
        int start = starts[slot];
        int size = start < 0 ? 0 : sizes[slot];
        if (item.repeats()) {
            long at = (long) index * item.octets;
            boolean there = at >= 0 && at < size;
            start += there ? (int) at : 0;
            size = there ? item.octets : 0;
        } else if (index != 0) {
            size = 0;
        }
        return start < 0 ? absent(item, into) : fields(item, start, size, into, 0);
    }

    private static int absent(Item item, double[] into) {
        Arrays.fill(into, 0, item.fieldArray.length, Double.NaN);
        return item.fieldArray.length;
    }

    /**
     * Reads all fields of all elements of an item at once, which is the fastest way to read much of
     * a record.
     *
     * @param into takes their values in their units, element by element in the order of {@link
     *     Item#fields}; NaN for what is absent
     * @return how many values that are; 0 where the item is absent
     * @throws IndexOutOfBoundsException when they do not fit
     */
    public int values(Item item, double[] into) {
        int slot = slot(item);
        int start = starts[slot];
        if (start < 0) {
            return 0;
        }
        int size = sizes[slot];
        if (!item.repeats()) {
            return fields(item, start, size, into, 0);
        }
        int count = 0;
        for (int at = 0; at < size; at += item.octets) {
            count += fields(item, start + at, item.octets, into, count);
        }
        return count;
    }

    private int fields(Item item, int start, int size, double[] into, int first) {
        FieldTable table = item.table;
        if (table != null && start <= data.length - Long.BYTES) {
            return table.values(data, start, size, into, first);
        }
        Field[] fields = item.fieldArray;
        for (int i = 0; i < fields.length; i++) {
            Field field = fields[i];
            into[first + i] =
                    field.end <= size && holds(field, start)
                            ? field.scale(field.extract(data, start))
                            : Double.NaN;
        }
        return fields.length;
    }

    /** Whether the element {@code index}, from 0, has the field. */
    public boolean has(Field field, int index) {
        return element(field, index) >= 0;
    }

    /**
     * The code of the Mode S register in a field that holds one, such as 0x40 for BDS 4,0, in the
     * element {@code index}, from 0; -1 when absent.
     */
    public int register(Field field, int index) {
        int start = element(field, index);
        return start < 0 ? -1 : field.register(data, start);
    }

    /**
     * The first element whose register has this code, or -1.
     *
     * @param field one that holds a register: {@code 250/MBDATA}
     * @param code such as 0x40
     */
    public int find(Field field, int code) {
        int count = count(field.item());
        for (int i = 0; i < count; i++) {
            if (register(field, i) == code) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Whether the register in the element {@code index} of a field is that of {@code inner}, a
     * field of {@link Registers}, and has it: its status bit is set.
     */
    public boolean has(Field field, int index, Field inner) {
        return inner(field, index, inner) >= 0;
    }

    /** The raw value of a register's field, see {@link #has(Field, int, Field)}; 0 when absent. */
    public long raw(Field field, int index, Field inner) {
        int start = inner(field, index, inner);
        return start < 0 ? 0 : inner.extract(data, start);
    }

    /** The value of a register's field, see {@link #has(Field, int, Field)}; NaN when absent. */
    public double value(Field field, int index, Field inner) {
        int start = inner(field, index, inner);
        return start < 0 ? Double.NaN : inner.scale(inner.extract(data, start));
    }

    /** The text of a register's field, see {@link #has(Field, int, Field)}; "" when absent. */
    public String text(Field field, int index, Field inner) {
        int start = inner(field, index, inner);
        return start < 0 ? "" : FieldText.of(inner, data, start);
    }

    /** Where the register of {@code inner} starts, or -1 where it or the field is not there. */
    private int inner(Field field, int index, Field inner) {
        int start = element(field, index);
        if (start < 0 || field.register(data, start) != inner.item().register) {
            return -1;
        }
        int at = start + field.octet;
        return inner.conditional && !inner.holds(data, at) ? -1 : at;
    }

    private int element(Field field, int index) {
        Item item = field.item();
        int slot = slot(item);
        int start = starts[slot];
        if (start < 0 || index < 0) {
            return -1;
        }
        if (!item.repeats()) {
            return index == 0 && has(field) ? start : -1;
        }
        int at = index * item.octets;
        if (at >= sizes[slot] || !holds(field, start + at)) {
            return -1;
        }
        return start + at;
    }

    private int slot(Item item) {
        if (item.definition() != definition) {
            throw new IllegalArgumentException(item + " asked of a record read as " + definition);
        }
        return item.slot;
    }
}
