package org.airwarden.asterix;

import java.util.Arrays;
import java.util.Objects;
import org.airwarden.asterix.Definition.Profile;
import org.jspecify.annotations.Nullable;

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
public final class RecordView {
    /** Misfits of one record that are kept; only a record of random order can have more. */
    private static final int MISFITS_KEPT = 16;

    private byte[] data = {};
    private @Nullable Definition definition;
    private int offset;
    private int length;
    private int blockOffset;
    private int undefinedExtents;
    private int[] starts = {};
    private int[] sizes = {};

    /** Whether the slots inside explicit items hold anything. */
    private boolean insideUsed;

    /** Whether slots of items that are not wanted may hold anything. */
    private boolean allUsed = true;

    private int misfits;
    private Item[] misfitItems = {};
    private int[] misfitAts = {};

    private @Nullable FaultKind faultKind;
    private @Nullable Item faultItem;
    private int faultAt;

    /** A view of nothing yet; see {@link #read}. */
    public RecordView() {}

    /**
     * Moves the view to the record at {@code from}, as the other method does, but finds the wanted
     * items only; others may seem to be absent.
     */
    int read(WantedItems wanted, byte[] bytes, int block, int from, int to) {
        Definition edition = wanted.definition();
        if (allUsed || edition != definition) {
            insideUsed |= edition != definition;
            fit(edition);
            Arrays.fill(starts, 0, insideUsed ? edition.slots() : edition.outerSlots(), -1);
            insideUsed = false;
            allUsed = false;
        }
        int end = wanted.end(bytes, from, to, starts, sizes);
        if (end < 0) {
            return read(edition, bytes, block, from, to);
        }
        data = bytes;
        blockOffset = block;
        offset = from;
        length = end - from;
        undefinedExtents = 0;
        misfits = 0;
        return end;
    }

    private void fit(Definition edition) {
        if (starts.length < edition.slots()) {
            starts = new int[edition.slots()];
            sizes = new int[edition.slots()];
        }
        definition = edition;
    }

    /**
     * Moves the view to the record at {@code from}.
     *
     * @param to where the block ends
     * @return where the record ends, always greater than {@code from}; or -1 on a fault, which
     *     {@link #faultKind} and its neighbours then tell
     */
    int read(Definition edition, byte[] bytes, int block, int from, int to) {
        if (edition != definition) {
            fit(edition);
            insideUsed = true;
        }
        // Few records have their explicit items; the many slots inside them stay clear till then.
        Arrays.fill(starts, 0, insideUsed ? edition.slots() : edition.outerSlots(), -1);
        insideUsed = false;
        allUsed = true;
        misfits = 0;
        data = bytes;
        blockOffset = block;
        offset = from;
        length = 0;
        undefinedExtents = 0;
        faultItem = null;

        int items = from;
        do {
            if (items >= to) {
                return fail(FaultKind.PRESENCE_CUT, null, items);
            }
        } while ((bytes[items++] & 1) != 0);

        Profile profile = edition.firstProfile();
        Field selector = edition.selector;
        int at = items;
        int number = 0;
        for (int i = from; i < items; i++, number += 7) {
            int bits = bytes[i] & 0xFE;
            while (bits != 0) {
                int bit = Integer.numberOfLeadingZeros(bits) - 24;
                bits &= ~(0x80 >> bit);
                int index = number + bit;
                Item item = index < profile.items().length ? profile.items()[index] : null;
                if (item != null) {
                    at = readItem(item, at, to);
                } else if (index == profile.randomIndex()) {
                    at = readRandom(profile, at, to);
                } else {
                    return fail(FaultKind.ITEM_UNDEFINED, null, i);
                }
                if (at < 0) {
                    return -1;
                }
                if (selector != null && item == selector.item()) {
                    profile = edition.profile(raw(selector));
                }
            }
        }
        if (at == items) {
            return fail(FaultKind.EMPTY_RECORD, null, from);
        }
        length = at - from;
        return at;
    }

    /** Small, so that it stands in the loops itself: most items are fixed. */
    private int readItem(Item item, int from, int to) {
        if (item.kind != Item.FIXED) {
            return readOther(item, from, to);
        }
        starts[item.slot] = from;
        sizes[item.slot] = item.octets;
        int end = from + item.octets;
        return end > to ? fail(FaultKind.ITEM_CUT, item, from) : end;
    }

    private int readOther(Item item, int from, int to) {
        int slot = item.slot;
        int end;
        switch (item.kind) {
            case Item.EXTENDED -> {
                end = endOfExtents(item, from, to);
                starts[slot] = from;
                sizes[slot] = end - from;
            }
            case Item.REPEATED -> {
                int start = from + item.countOctets;
                if (start > to) {
                    return fail(FaultKind.ITEM_CUT, item, from);
                }
                long count = 0;
                for (int i = from; i < start; i++) {
                    count = (count << 8) | (data[i] & 0xFF);
                }
                long size = count * item.octets;
                if (size > to - start) {
                    return fail(FaultKind.ITEM_CUT, item, from);
                }
                starts[slot] = start;
                sizes[slot] = (int) size;
                end = start + (int) size;
            }
            case Item.CHAINED -> {
                end = from;
                do {
                    end += item.octets;
                    if (end > to) {
                        return fail(FaultKind.ITEM_CUT, item, from);
                    }
                } while ((data[end - 1] & 1) != 0);
                starts[slot] = from;
                sizes[slot] = end - from;
            }
            case Item.EXPLICIT -> {
                if (from >= to) {
                    return fail(FaultKind.ITEM_CUT, item, from);
                }
                int size = data[from] & 0xFF;
                if (size == 0) {
                    return fail(FaultKind.ITEM_LENGTH_ZERO, item, from);
                }
                starts[slot] = from + 1;
                sizes[slot] = size - 1;
                end = from + size;
                if (item.expanded && end <= to) {
                    readInside(item, from + 1, end);
                }
            }
            default -> {
                end = readCompound(item, from, to);
                if (end < 0) {
                    return -1;
                }
                starts[slot] = from;
                sizes[slot] = end - from;
            }
        }
        return end > to ? fail(FaultKind.ITEM_CUT, item, from) : end;
    }

    /**
     * Where the extents end. Extents beyond the known ones, of a newer edition, are passed over
     * octet by octet and counted.
     */
    private int endOfExtents(Item item, int from, int to) {
        int[] ends = item.extentEnds;
        for (int i = 0; i < ends.length; i++) {
            int end = from + ends[i];
            boolean last = i == ends.length - 1;
            if (end > to || (last && !item.openEnd) || (data[end - 1] & 1) == 0) {
                return end;
            }
        }
        int end = from + ends[ends.length - 1];
        do {
            end++;
            undefinedExtents++;
        } while (end <= to && (data[end - 1] & 1) != 0);
        return end;
    }

    /** Reads the contents of an explicit item; where they do not fit, they stay unread octets. */
    private void readInside(Item item, int from, int to) {
        insideUsed = true;
        int extents = undefinedExtents;
        int end = readCompound(item, from, to);
        if (end == to) {
            return;
        }
        Arrays.fill(starts, item.firstInside, item.lastInside, -1);
        undefinedExtents = extents;
        if (misfits == misfitAts.length) {
            if (misfits >= MISFITS_KEPT) {
                return;
            }
            misfitItems = Arrays.copyOf(misfitItems, misfits + 4);
            misfitAts = Arrays.copyOf(misfitAts, misfits + 4);
        }
        misfitItems[misfits] = item;
        misfitAts[misfits] = Math.min(to, end < 0 ? faultAt : end);
        misfits++;
    }

    private int readCompound(Item item, int from, int to) {
        if (item.presenceOctets != Shape.Compound.CHAINED) {
            return readPlainPresence(item, from, to);
        }
        int at = from;
        do {
            if (at >= to) {
                return fail(FaultKind.ITEM_CUT, item, from);
            }
        } while ((data[at++] & 1) != 0);
        int subitems = at;
        int number = 0;
        for (int i = from; i < subitems; i++, number += 7) {
            int bits = data[i] & 0xFE;
            while (bits != 0) {
                int bit = Integer.numberOfLeadingZeros(bits) - 24;
                bits &= ~(0x80 >> bit);
                int index = number + bit;
                Item child = index < item.children.length ? item.children[index] : null;
                if (child == null) {
                    return fail(FaultKind.SUBITEM_UNDEFINED, item, i);
                }
                at = readItem(child, at, to);
                if (at < 0) {
                    return -1;
                }
            }
        }
        return at;
    }

    /** A compound whose presence bits take a fixed number of octets, or which has none. */
    private int readPlainPresence(Item item, int from, int to) {
        int octets = item.presenceOctets;
        if (octets == Shape.Compound.SEQUENCE) {
            return readSequence(item, from, to);
        }
        int at = from + octets;
        if (at > to) {
            return fail(FaultKind.ITEM_CUT, item, from);
        }
        for (int i = 0; i < octets; i++) {
            int bits = data[from + i] & 0xFF;
            while (bits != 0) {
                int bit = Integer.numberOfLeadingZeros(bits) - 24;
                bits &= ~(0x80 >> bit);
                int index = i * 8 + bit;
                Item child = index < item.children.length ? item.children[index] : null;
                if (child == null) {
                    return fail(FaultKind.SUBITEM_UNDEFINED, item, from + i);
                }
                at = readItem(child, at, to);
                if (at < 0) {
                    return -1;
                }
            }
        }
        return at;
    }

    private int readSequence(Item item, int from, int to) {
        int at = from;
        for (@Nullable Item child : item.children) {
            if (child != null) {
                at = readItem(child, at, to);
                if (at < 0) {
                    return -1;
                }
            }
        }
        return at;
    }

    /** A count, then that many items, each led by its number in the profile (from 1). */
    private int readRandom(Profile profile, int from, int to) {
        if (from >= to) {
            return fail(FaultKind.ITEM_CUT, null, from);
        }
        int count = data[from] & 0xFF;
        int at = from + 1;
        for (int i = 0; i < count; i++) {
            if (at >= to) {
                return fail(FaultKind.ITEM_CUT, null, at);
            }
            int index = (data[at] & 0xFF) - 1;
            Item item =
                    index >= 0 && index < profile.items().length ? profile.items()[index] : null;
            if (item == null) {
                return fail(FaultKind.ITEM_UNDEFINED, null, at);
            }
            at = readItem(item, at + 1, to);
            if (at < 0) {
                return -1;
            }
        }
        return at;
    }

    private int fail(FaultKind kind, @Nullable Item item, int at) {
        faultKind = kind;
        faultItem = item;
        faultAt = at;
        return -1;
    }

    /** The last fault of {@link #read}. */
    FaultKind faultKind() {
        return faultKind == null ? FaultKind.EMPTY_RECORD : faultKind;
    }

    String faultItem() {
        return faultItem == null ? "" : faultItem.path();
    }

    int faultAt() {
        return faultAt;
    }

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
        return misfits;
    }

    /** Such an item. */
    public Item misfitItem(int index) {
        return misfitItems[Objects.checkIndex(index, misfits)];
    }

    /** Where in {@link #data} its reading stopped. */
    public int misfitAt(int index) {
        return misfitAts[Objects.checkIndex(index, misfits)];
    }

    /** Whether the item is an explicit one of this record that is among the {@link #misfits}. */
    public boolean misfit(Item item) {
        for (int i = 0; i < misfits; i++) {
            if (misfitItems[i] == item) {
                return true;
            }
        }
        return false;
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
        Field[] fields = item.fieldArray;
        for (int i = 0; i < fields.length; i++) {
            Field field = fields[i];
            into[i] =
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
