package org.airwarden.asterix;

import java.util.Arrays;
import java.util.List;
import org.airwarden.asterix.Definition.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Builds one record: fields in any order, presence bits and extension bits by itself. Meant to be
 * kept and cleared; then it allocates nothing. For one thread.
 *
 * <p>A field that is written makes its item present, its other bits zero until written. A field of
 * an {@code extended} item brings all extents up to its own. A reading of a choice (air speed as
 * speed or Mach number) sets the field that tells which it is. Numbers that do not fit are the
 * caller's mistake: {@link IllegalArgumentException}.
 */
public final class RecordWriter {
    private final Definition definition;

    /** Content of each item as it will stand on the wire, without count and length octets. */
    private final byte[][] contents;

    /** Octets of each content, -1 where the item is absent; 0 and no octets for compound items. */
    private final int[] sizes;

    /** Explicit items given as octets, although the definition could read inside. */
    private final boolean[] asOctets;

    /** A writer for records of this edition. */
    public RecordWriter(Definition definition) {
        this.definition = definition;
        this.contents = new byte[definition.slots()][];
        this.sizes = new int[definition.slots()];
        this.asOctets = new boolean[definition.slots()];
        for (Item item : definition.allItems()) {
            contents[item.slot] = new byte[Math.max(item.octets, 8)];
        }
        clear();
    }

    /** The edition this writer writes. */
    public Definition definition() {
        return definition;
    }

    /** Makes every item absent. */
    public RecordWriter clear() {
        Arrays.fill(sizes, -1);
        return this;
    }

    /** Makes one item, and all inside it, absent. */
    public RecordWriter clear(Item item) {
        sizes[slot(item)] = -1;
        for (Item child : item.subitems()) {
            clear(child);
        }
        return this;
    }

    /** Sets the field's bits (of the first element, where the item repeats). */
    public RecordWriter raw(Field field, long raw) {
        return raw(field, 0, raw);
    }

    /**
     * Sets the field's bits in the element {@code index}, from 0; elements up to it appear.
     *
     * @throws IllegalArgumentException when the number does not fit the field
     */
    public RecordWriter raw(Field field, int index, long raw) {
        checkFits(field, raw);
        Item item = field.item();
        int start = require(item, field, index);
        field.insert(contents[item.slot], start, raw);
        field.select(contents[item.slot], start);
        return this;
    }

    private static void checkFits(Field field, long raw) {
        boolean fits =
                field.bits == 64
                        || (field.signed
                                ? raw >= field.lowest() && raw <= field.highest()
                                : raw >= 0 && raw <= field.highest());
        if (!fits) {
            throw new IllegalArgumentException(
                    field + ": " + raw + " does not fit " + field.bits + " bits");
        }
    }

    /**
     * Sets the field to the nearest number of its scale.
     *
     * @param value in the field's unit
     * @throws IllegalArgumentException when it is not a number or does not fit the field
     */
    public RecordWriter value(Field field, double value) {
        return value(field, 0, value);
    }

    /** As {@link #value(Field, double)}, in the element {@code index}, from 0. */
    public RecordWriter value(Field field, int index, double value) {
        return raw(field, index, nearest(field, value));
    }

    private static long nearest(Field field, double value) {
        double steps =
                Math.rint(
                        (value - field.content().offset())
                                * field.content().divisor()
                                / field.content().multiplier());
        if (!(Math.abs(steps) < 0x1p63)) {
            throw new IllegalArgumentException(
                    field + ": " + value + " " + field.unit() + " does not fit");
        }
        return (long) steps;
    }

    /**
     * Sets the field to a text: characters, filled up with spaces, or octal or hexadecimal digits.
     *
     * @throws IllegalArgumentException when the text is too long or the field cannot hold it
     */
    public RecordWriter text(Field field, String text) {
        return text(field, 0, text);
    }

    /** As {@link #text(Field, String)}, in the element {@code index}, from 0. */
    public RecordWriter text(Field field, int index, String text) {
        long raw = FieldText.parse(field, text);
        return raw(field, index, field.signed ? signExtend(raw, field.bits) : raw);
    }

    /**
     * Sets a field of the Mode S register in the element {@code index} of {@code field}, the status
     * bit it hangs on, and the digits that tell the register.
     *
     * @param field one that holds a register: {@code 250/MBDATA}
     * @param inner a field of {@link Registers}
     * @throws IllegalArgumentException when the number does not fit, or {@code field} holds no such
     *     register
     */
    public RecordWriter raw(Field field, int index, Field inner, long raw) {
        int code = inner.item().register;
        Field high = field.registerHigh;
        Field low = field.registerLow;
        if (code < 0 || (field.register != code && (high == null || low == null))) {
            throw new IllegalArgumentException(field + " holds no " + inner);
        }
        checkFits(inner, raw);
        Item item = field.item();
        int start = require(item, field, index);
        if (high != null && low != null) {
            high.insert(contents[item.slot], start, code >> 4);
            low.insert(contents[item.slot], start, code & 15);
        }
        inner.insert(contents[item.slot], start + field.octet, raw);
        inner.select(contents[item.slot], start + field.octet);
        return this;
    }

    /**
     * As {@link #raw(Field, int, Field, long)}, with the nearest number of the scale.
     *
     * @throws IllegalArgumentException when it is not a number or does not fit
     */
    public RecordWriter value(Field field, int index, Field inner, double value) {
        return raw(field, index, inner, nearest(inner, value));
    }

    /** As {@link #raw(Field, int, Field, long)}, with a text. */
    public RecordWriter text(Field field, int index, Field inner, String text) {
        return raw(field, index, inner, FieldText.parse(inner, text));
    }

    private static long signExtend(long raw, int bits) {
        return raw << (64 - bits) >> (64 - bits);
    }

    /**
     * Sets the content of an explicit item (RE, SP), without its length octet, to octets as they
     * are; what was set inside it is forgotten. A field inside it that is set later makes these
     * octets forgotten in turn.
     *
     * @throws IllegalArgumentException when the item is of another form or the content is longer
     *     than 254 octets
     */
    public RecordWriter bytes(Item item, byte[] content, int from, int to) {
        int slot = slot(item);
        int size = to - from;
        if (item.kind != Item.EXPLICIT || size > 254) {
            throw new IllegalArgumentException(item + " takes no " + size + " octets as they are");
        }
        clear(item);
        present(item.parent());
        grow(slot, size);
        System.arraycopy(content, from, contents[slot], 0, size);
        sizes[slot] = size;
        asOctets[slot] = true;
        return this;
    }

    /** Makes an item present without setting a field: all zero, or no element at all. */
    public RecordWriter present(@Nullable Item item) {
        if (item == null) {
            return this;
        }
        int slot = slot(item);
        if (sizes[slot] < 0) {
            presentAround(item.parent());
            asOctets[slot] = false;
            int size =
                    switch (item.kind) {
                        case Item.FIXED, Item.CHAINED -> item.octets;
                        case Item.EXTENDED -> item.extentEnds[0];
                        default -> 0;
                    };
            Arrays.fill(contents[slot], 0, size, (byte) 0);
            sizes[slot] = size;
            if (item.presenceOctets == Shape.Compound.SEQUENCE) {
                for (@Nullable Item child : item.children) {
                    present(child);
                }
            }
        }
        return this;
    }

    private void presentAround(@Nullable Item item) {
        present(item);
        if (item != null && asOctets[item.slot]) {
            asOctets[item.slot] = false;
            sizes[item.slot] = 0;
        }
    }

    /** Takes over everything from a record of the same edition. */
    public RecordWriter copy(RecordView record) {
        clear();
        List<Item> all = definition.allItems();
        for (int i = 0; i < all.size(); i++) {
            Item item = all.get(i);
            if (!record.has(item)) {
                continue;
            }
            boolean inside = item.expanded && !record.misfit(item);
            int size = item.kind == Item.COMPOUND || inside ? 0 : record.size(item);
            int slot = slot(item);
            asOctets[slot] = item.expanded && !inside;
            grow(slot, size);
            System.arraycopy(record.data(), record.start(item), contents[slot], 0, size);
            sizes[slot] = size;
        }
        return this;
    }

    /** Makes the item large enough for the field and tells where its element starts. */
    private int require(Item item, Field field, int index) {
        present(item);
        int slot = item.slot;
        int start = 0;
        int size = sizes[slot];
        if (item.repeats()) {
            start = Math.multiplyExact(index, item.octets);
            size = start + item.octets;
        } else if (index != 0) {
            throw new IllegalArgumentException(item + " has no element " + index);
        } else if (item.kind == Item.EXTENDED) {
            for (int end : item.extentEnds) {
                if (field.end <= end) {
                    size = end;
                    break;
                }
            }
        }
        if (size > sizes[slot]) {
            grow(slot, size);
            Arrays.fill(contents[slot], sizes[slot], size, (byte) 0);
            sizes[slot] = size;
        }
        return start;
    }

    private void grow(int slot, int size) {
        if (contents[slot].length < size) {
            contents[slot] =
                    Arrays.copyOf(contents[slot], Math.max(size, contents[slot].length * 2));
        }
    }

    private int slot(Item item) {
        if (item.definition() != definition) {
            throw new IllegalArgumentException(item + " given to a writer of " + definition);
        }
        return item.slot;
    }

    /**
     * Writes the record.
     *
     * @return where it ends, or -1 when it does not fit before {@code to}
     * @throws IllegalStateException when no item is present, an item has no place in the record, or
     *     an item has more elements than its count can tell
     */
    int write(byte[] out, int from, int to) {
        Profile profile = profile();
        @Nullable Item[] order = profile.items();
        int last = last(order);
        if (last < 0) {
            throw new IllegalStateException("a record of " + definition + " without any item");
        }
        int placed = 0;
        int at = presence(order, last, Shape.Compound.CHAINED, out, from, to);
        for (int i = 0; at >= 0 && i <= last; i++) {
            Item item = order[i];
            if (item != null && sizes[item.slot] >= 0) {
                at = writeItem(item, out, at, to);
                placed++;
            }
        }
        if (at >= 0) {
            List<Item> items = definition.items();
            for (int i = 0; i < items.size(); i++) {
                Item item = items.get(i);
                placed -= sizes[item.slot] >= 0 ? 1 : 0;
            }
            if (placed != 0) {
                throw new IllegalStateException(
                        "an item of the record has no place in the order of " + definition);
            }
        }
        return at;
    }

    private Profile profile() {
        Field selector = definition.selector;
        if (selector == null || sizes[selector.item().slot] < selector.end) {
            return definition.firstProfile();
        }
        return definition.profile(selector.extract(contents[selector.item().slot], 0));
    }

    private int last(@Nullable Item[] order) {
        for (int i = order.length - 1; i >= 0; i--) {
            Item item = order[i];
            if (item != null && sizes[item.slot] >= 0) {
                return i;
            }
        }
        return -1;
    }

    private int presence(
            @Nullable Item[] order, int last, int presenceOctets, byte[] out, int from, int to) {
        boolean chained = presenceOctets == Shape.Compound.CHAINED;
        int perOctet = chained ? 7 : 8;
        int octets = chained ? Math.max(0, last) / 7 + 1 : presenceOctets;
        if (from + octets > to) {
            return -1;
        }
        for (int i = 0; i < octets; i++) {
            int bits = chained && i < octets - 1 ? 1 : 0;
            for (int bit = 0; bit < perOctet && i * perOctet + bit <= last; bit++) {
                Item item = order[i * perOctet + bit];
                if (item != null && sizes[item.slot] >= 0) {
                    bits |= 0x80 >> bit;
                }
            }
            out[from + i] = (byte) bits;
        }
        return from + octets;
    }

    private int writeCompound(Item item, byte[] out, int from, int to) {
        int last = last(item.children);
        int at = presence(item.children, last, item.presenceOctets, out, from, to);
        boolean all = item.presenceOctets == Shape.Compound.SEQUENCE;
        for (int i = 0; at >= 0 && i < (all ? item.children.length : last + 1); i++) {
            Item child = item.children[i];
            if (child != null && sizes[child.slot] >= 0) {
                at = writeItem(child, out, at, to);
            } else if (all && child != null) {
                throw new IllegalStateException(child + " may not be missing in its sequence");
            }
        }
        return at;
    }

    private int writeInside(Item item, byte[] out, int from, int to) {
        int at = from == to ? -1 : writeCompound(item, out, from + 1, to);
        if (at - from > 255) {
            throw new IllegalStateException(
                    item + ": " + (at - from - 1) + " octets inside, more than 254");
        }
        if (at >= 0) {
            out[from] = (byte) (at - from);
        }
        return at;
    }

    private int writeItem(Item item, byte[] out, int from, int to) {
        byte[] content = contents[item.slot];
        int size = sizes[item.slot];
        if (item.kind == Item.COMPOUND) {
            return writeCompound(item, out, from, to);
        }
        if (item.expanded && !asOctets[item.slot]) {
            return writeInside(item, out, from, to);
        }
        int lead =
                item.kind == Item.REPEATED ? item.countOctets : item.kind == Item.EXPLICIT ? 1 : 0;
        if (from + lead + size > to) {
            return -1;
        }
        if (item.kind == Item.REPEATED) {
            int count = size / item.octets;
            if (lead < 4 && count >> (8 * lead) != 0) {
                throw new IllegalStateException(item + " cannot have " + count + " elements");
            }
            for (int i = 0; i < lead; i++) {
                out[from + i] = (byte) (count >> (8 * (lead - 1 - i)));
            }
        } else if (item.kind == Item.EXPLICIT) {
            out[from] = (byte) (size + 1);
        }
        int start = from + lead;
        System.arraycopy(content, 0, out, start, size);
        if (item.kind == Item.EXTENDED) {
            extensionBits(item, out, start, size);
        } else if (item.kind == Item.CHAINED) {
            for (int end = item.octets; end <= size; end += item.octets) {
                extensionBit(out, start + end - 1, end < size);
            }
        }
        return start + size;
    }

    /** Sets the bits between known extents; extents copied from a newer edition keep theirs. */
    private static void extensionBits(Item item, byte[] out, int start, int size) {
        for (int i = 0; i < item.extentEnds.length; i++) {
            int end = item.extentEnds[i];
            boolean last = i == item.extentEnds.length - 1;
            if (end <= size && (!last || item.openEnd)) {
                extensionBit(out, start + end - 1, end < size);
            }
        }
    }

    private static void extensionBit(byte[] out, int at, boolean more) {
        out[at] = (byte) (more ? out[at] | 1 : out[at] & ~1);
    }
}
