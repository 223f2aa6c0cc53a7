package org.airwarden.asterix;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far an item reaches, worked out beforehand for a reader who asks for few items: the lengths
 * of fixed items are added up for every value of a presence octet, so that only wanted items and
 * those of variable length cost a step each. Whatever is unusual, a fault above all, is {@link
 * #UNREAD}: {@link RecordWalk#read} then reads the record item by item. Immutable; any thread.
 */
final class ItemPlan {
    /** The answer for what only the view itself reads. */
    static final int UNREAD = -1;

    private static final int UNKNOWN = -1;
    private static final ItemPlan NONE = new ItemPlan(null, UNKNOWN, UNKNOWN);

    private final int kind;

    /** Where a wanted item's place is noted; {@link #UNKNOWN} where nobody wants it. */
    private final int slot;

    private final int octets;
    private final int countOctets;
    private final int[] extentEnds;
    private final boolean openEnd;
    private final int presenceOctets;

    /** For each presence octet: which bits are not just a fixed length. */
    private final int[] stops;

    /** For each presence octet: the octets of the other items, by its value. */
    private final int[][] sums;

    /** For each presence octet: the items of its bits, the most significant first. */
    private final ItemPlan[][] steps;

    private ItemPlan(@Nullable Item item, int kind, int slot) {
        this.kind = kind;
        this.slot = slot;
        octets = item == null ? 0 : item.octets;
        countOctets = item == null ? 0 : item.countOctets;
        extentEnds = item == null ? new int[0] : item.extentEnds;
        openEnd = item == null || item.openEnd;
        presenceOctets = Shape.Compound.CHAINED;
        stops = new int[0];
        sums = new int[0][];
        steps = new ItemPlan[0][];
    }

    private ItemPlan(int presenceOctets, int slot, @Nullable Item[] children, Set<Item> wanted) {
        kind = Item.COMPOUND;
        this.slot = slot;
        octets = 0;
        countOctets = 0;
        extentEnds = new int[0];
        openEnd = true;
        this.presenceOctets = presenceOctets;
        int places = presenceOctets == Shape.Compound.CHAINED ? 7 : 8;
        int count = (children.length + places - 1) / places;
        stops = new int[count];
        sums = new int[count][256];
        steps = new ItemPlan[count][8];
        for (int i = 0; i < count; i++) {
            Arrays.fill(steps[i], NONE);
            for (int bit = 0; bit < 8; bit++) {
                int index = i * places + bit;
                Item child = bit < places && index < children.length ? children[index] : null;
                int mask = 0x80 >> bit;
                if (child != null) {
                    steps[i][bit] = of(child, wanted);
                }
                if (child == null || child.kind != Item.FIXED || wanted.contains(child)) {
                    stops[i] |= mask;
                } else {
                    for (int bits = 0; bits < 256; bits++) {
                        sums[i][bits] += (bits & mask) == 0 ? 0 : child.octets;
                    }
                }
            }
        }
    }

    /** A plan for a record of items in this order. */
    static ItemPlan ofRecord(@Nullable Item[] profile, Set<Item> wanted) {
        return new ItemPlan(Shape.Compound.CHAINED, UNKNOWN, profile, wanted);
    }

    private static ItemPlan of(Item item, Set<Item> wanted) {
        int slot = wanted.contains(item) ? item.slot : UNKNOWN;
        if (item.kind == Item.COMPOUND) {
            return new ItemPlan(item.presenceOctets, slot, item.children, wanted);
        }
        // Contents that are known may misfit, which has to be told.
        return new ItemPlan(item, item.expanded ? UNKNOWN : item.kind, slot);
    }

    /**
     * Returns where the item that begins at {@code from} ends, or {@link #UNREAD}; the end may lie
     * beyond {@code to}.
     *
     * @param to where the block ends
     * @param starts takes the place of each wanted item's content, by slot
     * @param sizes takes its octets, by slot
     */
    int end(byte[] data, int from, int to, int[] starts, int[] sizes) {
        int start = from;
        int end;
        switch (kind) {
            case Item.FIXED -> end = from + octets;
            case Item.EXTENDED -> end = endOfExtents(data, from, to);
            case Item.REPEATED -> {
                start = from + countOctets;
                if (start > to) {
                    return UNREAD;
                }
                long count = 0;
                for (int i = from; i < start; i++) {
                    count = (count << 8) | (data[i] & 0xFF);
                }
                if (count * octets > to - start) {
                    return UNREAD;
                }
                end = start + (int) count * octets;
            }
            case Item.CHAINED -> {
                end = from;
                do {
                    end += octets;
                    if (end > to) {
                        return UNREAD;
                    }
                } while ((data[end - 1] & 1) != 0);
            }
            case Item.EXPLICIT -> {
                if (from >= to || data[from] == 0) {
                    return UNREAD;
                }
                start = from + 1;
                end = from + (data[from] & 0xFF);
            }
            case Item.COMPOUND -> end = endOfCompound(data, from, to, starts, sizes);
            default -> end = UNREAD;
        }
        if (slot >= 0 && end >= 0) {
            starts[slot] = start;
            sizes[slot] = end - start;
        }
        return end;
    }

    private int endOfExtents(byte[] data, int from, int to) {
        for (int i = 0; i < extentEnds.length; i++) {
            int end = from + extentEnds[i];
            if (end > to) {
                return UNREAD;
            }
            boolean closed = i == extentEnds.length - 1 && !openEnd;
            if (closed || (data[end - 1] & 1) == 0) {
                return end;
            }
        }
        return UNREAD; // extents of a newer edition
    }

    private int endOfCompound(byte[] data, int from, int to, int[] starts, int[] sizes) {
        if (presenceOctets == Shape.Compound.SEQUENCE) {
            return endOfSequence(data, from, to, starts, sizes);
        }
        int at = from + presenceOctets;
        int unused = 0;
        if (presenceOctets == Shape.Compound.CHAINED) {
            at = from;
            do {
                if (at >= to) {
                    return UNREAD;
                }
            } while ((data[at++] & 1) != 0);
            unused = 1;
        }
        int count = at - from;
        if (at > to || count > stops.length) {
            return UNREAD;
        }
        for (int i = 0; i < count; i++) {
            int bits = data[from + i] & 0xFF & ~unused;
            int stopping = bits & stops[i];
            while (stopping != 0) {
                int bit = Integer.numberOfLeadingZeros(stopping) - 24;
                int mask = 0x80 >> bit;
                at += sums[i][bits & -(mask << 1)];
                ItemPlan step = steps[i][bit];
                if (step.kind == Item.FIXED) {
                    // It is wanted: the others are in the sums.
                    starts[step.slot] = at;
                    sizes[step.slot] = step.octets;
                    at += step.octets;
                } else {
                    at = step.end(data, at, to, starts, sizes);
                    if (at < 0) {
                        return UNREAD;
                    }
                }
                bits &= mask - 1;
                stopping &= mask - 1;
            }
            at += sums[i][bits];
        }
        return at;
    }

    private int endOfSequence(byte[] data, int from, int to, int[] starts, int[] sizes) {
        int at = from;
        for (ItemPlan[] eight : steps) {
            for (ItemPlan step : eight) {
                if (step != NONE) {
                    at = step.end(data, at, to, starts, sizes);
                    if (at < 0) {
                        return UNREAD;
                    }
                }
            }
        }
        return at;
    }
}
