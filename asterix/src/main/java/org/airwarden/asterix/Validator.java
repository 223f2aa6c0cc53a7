package org.airwarden.asterix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.airwarden.asterix.Finding.Rule;
import org.airwarden.asterix.Shape.Range;

/**
 * Holds records against their definition: required items, ranges, names of values, unused bits,
 * extents and the contents of explicit items. What is wrong is a {@link Finding}, never an
 * exception; what cannot be read at all is a {@link Fault} of the walker's. For one thread at a
 * time; allocates for findings alone.
 *
 * <p>A definition states what the standards state; a field without range or names can hold
 * anything. Fields of Mode S registers are not looked into: what an aircraft puts there is not the
 * sender's.
 */
public final class Validator {
    private final List<Finding> findings = new ArrayList<>();

    /** A validator; it may be kept. */
    public Validator() {}

    /**
     * What is wrong with the record, in the order of its definition.
     *
     * @return a copy; empty when nothing is
     */
    public List<Finding> check(RecordView record) {
        findings.clear();
        Definition definition = record.definition();
        List<Item> required = definition.required();
        for (int i = 0; i < required.size(); i++) {
            Item item = required.get(i);
            if (!record.has(item)) {
                findings.add(
                        new Finding(
                                Rule.REQUIRED,
                                item.path(),
                                0,
                                record.offset(),
                                "it is missing",
                                new byte[0]));
            }
        }
        List<Item> all = definition.allItems();
        for (int i = 0; i < all.size(); i++) {
            Item item = all.get(i);
            if (record.has(item)) {
                item(record, item);
            }
        }
        return findings.isEmpty() ? List.of() : List.copyOf(findings);
    }

    private void item(RecordView record, Item item) {
        int start = record.start(item);
        int size = record.size(item);
        if (item.kind == Item.EXPLICIT) {
            if (record.misfit(item)) {
                add(record, Rule.CONTENT, item.path(), 0, start, start, size, "they do not");
            }
        } else if (item.kind != Item.COMPOUND && item.octets > 0) {
            int elements = item.repeats() ? size / item.octets : 1;
            int each = item.repeats() ? item.octets : size;
            for (int k = 0; k < elements; k++) {
                element(record, item, k, start + k * each, each);
            }
        }
    }

    private void element(RecordView record, Item item, int index, int start, int size) {
        byte[] data = record.data();
        for (int i = 0; i < Math.min(size, item.spareMask.length); i++) {
            int set = data[start + i] & item.spareMask[i] & 0xFF;
            if (set != 0) {
                String detail = String.format(Locale.ROOT, "bits %02X are set", set);
                add(record, Rule.SPARE, item.path(), index, start + i, start, size, detail);
            }
        }
        if (item.kind == Item.EXTENDED && size > item.octets) {
            String detail = (size - item.octets) + " octets more";
            add(record, Rule.EXTENT, item.path(), 0, start + item.octets, start, size, detail);
        }
        for (Field field : item.fieldArray) {
            if (field.end > size || (field.conditional && !field.holds(data, start))) {
                continue;
            }
            Range range = field.range();
            boolean named = !field.labels().isEmpty();
            if (range == null && !named) {
                continue;
            }
            long raw = field.extract(data, start);
            String label = field.label(raw);
            int at = start + field.octet;
            if (range != null && label == null && !range.holds(field.scale(raw))) {
                String detail = "it is " + field.scale(raw) + " " + field.unit();
                add(record, Rule.RANGE, field.path(), index, at, start, size, detail.strip());
            } else if (named && label == null && range == null && field.unit().isEmpty()) {
                String detail = raw + " has no name";
                add(record, Rule.UNNAMED, field.path(), index, at, start, size, detail);
            }
        }
    }

    private void add(
            RecordView record,
            Rule rule,
            String path,
            int element,
            int at,
            int start,
            int size,
            String detail) {
        byte[] bytes = Arrays.copyOfRange(record.data(), start, start + size);
        findings.add(new Finding(rule, path, element, at, detail, bytes));
    }
}
