package org.airwarden.asterix;

import java.util.Arrays;
import org.airwarden.asterix.Definition.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Where the items of a record lie: read once, front to back, into two numbers an item. {@link
 * RecordView} is what is asked of it. Allocates nothing once it has seen its largest definition.
 */
abstract sealed class RecordWalk permits RecordView {
    byte[] data = {};
    @Nullable Definition definition;
    int offset;
    int length;
    int blockOffset;
    int undefinedExtents;

    /** Where each item's content begins, by slot; -1 for those that are not there. */
    int[] starts = {};

    /** Its octets. */
    int[] sizes = {};

    final Misfits misfits = new Misfits();

    /** Whether the slots inside explicit items hold anything. */
    private boolean insideUsed;

    /** Whether slots of items that are not wanted may hold anything. */
    private boolean allUsed = true;

    private @Nullable FaultKind faultKind;
    private @Nullable Item faultItem;
    private int faultAt;

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
        misfits.clear();
        return end;
    }

    private void fit(Definition edition) {
        if (starts.length < edition.slots()) {
            starts = new int[edition.slots()];
            sizes = new int[edition.slots()];
        }
        // Those of fixed items stay as they are from record to record.
        System.arraycopy(edition.fixedSizes, 0, sizes, 0, edition.slots());
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
        misfits.clear();
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
        int[] codes = profile.codes();
        int at = items;
        int number = 0;
        for (int i = from; i < items; i++, number += 7) {
            int bits = bytes[i] & 0xFE;
            while (bits != 0) {
                int bit = Integer.numberOfLeadingZeros(bits) - 24;
                bits &= ~(0x80 >> bit);
                int index = number + bit;
                int code = index < codes.length ? codes[index] : -1;
                if (code >= 0 && at + (code & Item.OCTETS) <= to) {
                    starts[code >> Item.SLOT] = at;
                    at += code & Item.OCTETS;
                    continue;
                }
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
                    profile = edition.profile(selected(selector));
                    codes = profile.codes();
                }
            }
        }
        if (at == items) {
            return fail(FaultKind.EMPTY_RECORD, null, from);
        }
        length = at - from;
        return at;
    }

    /** The raw value of the field that chooses a profile, of an item just read; 0 when absent. */
    private long selected(Field selector) {
        int slot = selector.item().slot;
        boolean there =
                selector.end <= sizes[slot]
                        && (!selector.conditional || selector.holds(data, starts[slot]));
        return there ? selector.extract(data, starts[slot]) : 0;
    }

    /** Small, so that it stands in the loops itself: most items are fixed. */
    private int readItem(Item item, int from, int to) {
        if (item.kind != Item.FIXED) {
            return readOther(item, from, to);
        }
        starts[item.slot] = from;
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
        misfits.add(item, Math.min(to, end < 0 ? faultAt : end));
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
        int[] codes = item.childCodes;
        int number = 0;
        for (int i = from; i < subitems; i++, number += 7) {
            int bits = data[i] & 0xFE;
            while (bits != 0) {
                int bit = Integer.numberOfLeadingZeros(bits) - 24;
                bits &= ~(0x80 >> bit);
                int index = number + bit;
                int code = index < codes.length ? codes[index] : -1;
                if (code >= 0 && at + (code & Item.OCTETS) <= to) {
                    starts[code >> Item.SLOT] = at;
                    at += code & Item.OCTETS;
                    continue;
                }
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
}
