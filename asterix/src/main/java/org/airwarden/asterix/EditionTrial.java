package org.airwarden.asterix;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.airwarden.asterix.Shape.Content;
import org.airwarden.asterix.Shape.Range;
import org.jspecify.annotations.Nullable;

/** Reads sample blocks with one edition and counts what speaks against it. */
final class EditionTrial {
    private final Definition definition;
    private final RecordView view = new RecordView();
    private final List<Field> fields;
    private final boolean[] used;
    private final boolean[] topBit;
    private final @Nullable Field sac;
    private final @Nullable Field sic;
    private long blocks;
    private long faults;
    private long records;
    private long oddities;

    EditionTrial(Definition definition) {
        this.definition = definition;
        this.fields = new ArrayList<>(definition.fields().values());
        this.used = new boolean[fields.size()];
        this.topBit = new boolean[fields.size()];
        this.sac = definition.fieldOrNull("010/SAC");
        this.sic = definition.fieldOrNull("010/SIC");
    }

    /** Reads a block from its category octet to its end. */
    void block(byte[] data, int from, int to) {
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
            boolean odd = view.undefinedExtents() > 0 || (source >= 0 && own >= 0 && own != source);
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
            if (mask.length == 0 || !view.has(item)) {
                continue;
            }
            int start = view.start(item);
            int size = view.size(item);
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
        for (int i = 0; i < used.length; i++) {
            Field field = fields.get(i);
            Range range = field.range();
            if (used[i] && topBit[i] && range == null) {
                continue;
            }
            int count = view.count(field);
            for (int k = 0; k < count; k++) {
                long raw = view.raw(field, k);
                used[i] |= raw != 0;
                topBit[i] |= ((raw >>> (field.bits - 1)) & 1) != 0;
                found |= range != null && !range.holds(field.scale(raw));
            }
        }
        return found;
    }

    EditionEvidence evidence() {
        return new EditionEvidence(definition, blocks, faults, records, oddities);
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
                                content.unit(),
                                content.labels().toString()));
            }
        }
        return meanings;
    }
}
