package org.airwarden.asterix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.airwarden.asterix.Definition.Profile;

/** Valid records of any definition, and what was put into them. */
final class RandomRecords {
    private final RandomGenerator random;

    RandomRecords(RandomGenerator random) {
        this.random = random;
    }

    /** Fills the writer; the result tells the raw value of every field, by path and element. */
    Map<String, Long> fill(RecordWriter writer) {
        writer.clear();
        Map<String, Long> put = new LinkedHashMap<>();
        Definition definition = writer.definition();
        Profile profile = definition.firstProfile();
        Field selector = definition.selector;
        if (selector != null) {
            List<DefinitionText.Profile> profiles = definition.profileSource();
            long value = profiles.get(random.nextInt(profiles.size())).value();
            fill(writer, selector.item(), put);
            writer.raw(selector, value);
            put.put(key(selector, 0), value);
            profile = definition.profile(value);
        }
        boolean any = false;
        while (!any) {
            for (Item item : profile.items()) {
                boolean done = item == null || (selector != null && item == selector.item());
                if (!done && random.nextInt(3) == 0) {
                    fill(writer, item, put);
                    any = true;
                }
            }
        }
        return put;
    }

    private void fill(RecordWriter writer, Item item, Map<String, Long> put) {
        switch (item.shape()) {
            case Shape.Compound _ -> {
                writer.present(item);
                for (Item child : item.subitems()) {
                    if (random.nextBoolean()) {
                        fill(writer, child, put);
                    }
                }
            }
            case Shape.Explicit _ -> {
                byte[] content = new byte[random.nextInt(255)];
                random.nextBytes(content);
                writer.bytes(item, content, 0, content.length);
            }
            case Shape.Repeated _ -> elements(writer, item, random.nextInt(4), put);
            case Shape.Chained _ -> elements(writer, item, 1 + random.nextInt(4), put);
            case Shape.Extended _ -> {
                writer.present(item);
                int extents = 1 + random.nextInt(item.extentEnds.length);
                int octets = item.extentEnds[extents - 1];
                for (Field field : item.fields()) {
                    if (field.end <= octets) {
                        field(writer, field, 0, put);
                    }
                }
            }
            case Shape.Fixed _ -> {
                writer.present(item);
                elements(writer, item, 1, put);
            }
        }
    }

    private void elements(RecordWriter writer, Item item, int count, Map<String, Long> put) {
        writer.present(item);
        for (int i = 0; i < count; i++) {
            for (Field field : item.fields()) {
                field(writer, field, i, put);
            }
        }
    }

    private void field(RecordWriter writer, Field field, int index, Map<String, Long> put) {
        if (field.selector != null && random.nextBoolean() && put.containsKey(key(field, index))) {
            return;
        }
        long raw = random.nextLong();
        raw = field.signed ? raw >> (64 - field.bits) : raw >>> (64 - field.bits);
        if (field.selector != null) {
            // Of several readings of the same bits the last one written holds.
            for (Field other : field.item().fields()) {
                if (other.selector != null) {
                    put.remove(key(other, index));
                }
            }
            put.put(key(field.selector, index), field.selectorValue);
        }
        writer.raw(field, index, raw);
        put.put(key(field, index), raw);
    }

    static String key(Field field, int index) {
        return field.path() + "#" + index;
    }

    /** Every field that the record has, as {@link #fill} tells them. */
    static Map<String, Long> read(RecordView record) {
        Map<String, Long> values = new LinkedHashMap<>();
        for (Field field : record.definition().fields().values()) {
            for (int i = 0; i < record.count(field.item()); i++) {
                if (record.has(field, i)) {
                    values.put(key(field, i), record.raw(field, i));
                }
            }
        }
        return values;
    }
}
