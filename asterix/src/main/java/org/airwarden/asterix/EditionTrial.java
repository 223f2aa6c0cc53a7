package org.airwarden.asterix;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.airwarden.asterix.Shape.Content;
import org.airwarden.asterix.Shape.Range;
import org.jspecify.annotations.Nullable;

/**
 * Reads sample blocks with one edition, or with several that read alike, and counts what speaks
 * against it. An edition under which most blocks fail is given up after {@link #PATIENCE} blocks:
 * it cannot become the right one, and reading on would cost as much as reading with the right one.
 */
final class EditionTrial {
    /** Blocks that every edition is tried on. */
    static final int PATIENCE = 100;

    /** The greatest value that is looked up by its name. */
    private static final int NAMED = 255;

    private final Definition definition;
    private final List<Definition> alike = new ArrayList<>();
    private final RecordView view = new RecordView();

    /** The fields of all items, item by item. */
    private final List<Field> fields;

    private final boolean[] used;
    private final boolean[] topBit;

    /** The values met of each field whose values have names; null for the others. */
    private final @Nullable BitSet[] named;

    private final @Nullable Field sac;
    private final @Nullable Field sic;
    private long blocks;
    private long faults;
    private long records;
    private long oddities;

    EditionTrial(Definition definition) {
        this.definition = definition;
        this.alike.add(definition);
        this.fields = new ArrayList<>();
        for (Item item : definition.allItems()) {
            fields.addAll(item.fields());
        }
        this.used = new boolean[fields.size()];
        this.topBit = new boolean[fields.size()];
        this.named = new @Nullable BitSet[fields.size()];
        for (int i = 0; i < named.length; i++) {
            named[i] = fields.get(i).labels().isEmpty() ? null : new BitSet();
        }
        this.sac = definition.fieldOrNull("010/SAC");
        this.sic = definition.fieldOrNull("010/SIC");
    }

    /** Reads a block from its category octet to its end. */
    void block(byte[] data, int from, int to) {
        if (blocks >= PATIENCE && 2 * faults > blocks) {
            return;
        }
        blocks++;
        long source = -1;
        int at = from + BlockWalker.HEADER;
        if (at == to) {
            faults++;
        }
        while (at < to) {
            at = view.read(definition, data, from, at, to);
            if (at < 0) {
                faults++;
                return;
            }
            records++;
            long own = source();
            boolean odd = view.undefinedExtents() > 0 || view.misfits() > 0;
            odd |= source >= 0 && own >= 0 && own != source;
            source = source < 0 ? own : source;
            odd |= spareSet();
            odd |= implausible();
            oddities += odd ? 1 : 0;
        }
    }

    private long source() {
        if (sac == null || sic == null || !view.has(sac)) {
            return -1;
        }
        return (view.raw(sac) << 8) | view.raw(sic);
    }

    private boolean spareSet() {
        for (Item item : definition.allItems()) {
            byte[] mask = item.spareMask;
            int start = view.startOf(item);
            if (mask.length == 0 || start < 0) {
                continue;
            }
            int size = view.sizeOf(item);
            for (int i = 0; i < size; i++) {
                int own = item.kind == Item.EXTENDED ? i : i % mask.length;
                if (own < mask.length && (view.data()[start + i] & mask[own]) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean implausible() {
        boolean found = false;
        int first = 0;
        for (Item item : definition.allItems()) {
            int end = first + item.fieldArray.length;
            if (view.startOf(item) >= 0) {
                for (int i = first; i < end; i++) {
                    found |= implausible(i);
                }
            }
            first = end;
        }
        return found;
    }

    private boolean implausible(int index) {
        Field field = fields.get(index);
        Range range = field.range();
        BitSet values = named[index];
        if (used[index] && topBit[index] && range == null && values == null) {
            return false;
        }
        boolean found = false;
        int count = view.count(field);
        for (int k = 0; k < count; k++) {
            long raw = view.raw(field, k);
            used[index] |= raw != 0;
            topBit[index] |= ((raw >>> (field.bits - 1)) & 1) != 0;
            found |= range != null && !range.holds(field.scale(raw));
            if (values != null && raw >= 0 && raw <= NAMED) {
                values.set((int) raw);
            }
        }
        return found;
    }

    /** What this trial says of one of its editions. */
    EditionEvidence evidence(Definition edition) {
        return new EditionEvidence(edition, blocks, faults, records, oddities);
    }

    /** Takes in an edition that reads every record alike, so that one trial does for both. */
    boolean takes(Definition other) {
        return definition.source().equals(other.source())
                && definition.profileSource().equals(other.profileSource())
                && alike.add(other);
    }

    boolean isOf(Definition edition) {
        return alike.contains(edition);
    }

    /** The fields that were other than zero in some record, each with all that gives it meaning. */
    Set<String> meanings() {
        Set<String> meanings = new TreeSet<>();
        for (int i = 0; i < used.length; i++) {
            if (used[i]) {
                Field field = fields.get(i);
                Content content = field.content();
                meanings.add(
                        String.join(
                                " ",
                                field.path(),
                                String.valueOf(field.bitOffset),
                                String.valueOf(field.bits),
                                content.kind().name(),
                                // Without its top bit a number is the same, signed or not.
                                String.valueOf(content.signed() && topBit[i]),
                                String.valueOf(content.multiplier()),
                                String.valueOf(content.divisor()),
                                content.unit()));
            }
        }
        return meanings;
    }

    /**
     * Whether some value that was met has one name here and another there. A value that only one of
     * the two editions names, such as one a later edition added, means nothing else in the other.
     */
    boolean namesDiffer(EditionTrial other) {
        for (int i = 0; i < named.length; i++) {
            BitSet values = named[i];
            Field mine = fields.get(i);
            Field theirs = other.definition.fieldOrNull(mine.path());
            if (values == null || theirs == null) {
                continue;
            }
            for (int raw = values.nextSetBit(0); raw >= 0; raw = values.nextSetBit(raw + 1)) {
                String one = mine.label(raw);
                String two = theirs.label(raw);
                if (one != null && two != null && !Objects.equals(one, two)) {
                    return true;
                }
            }
        }
        return false;
    }
}
