package org.airwarden.asterix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.airwarden.asterix.Definition.Profile;

/** Valid records of any definition, and what was put into them. */
final class RandomRecords {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final RandomGenerator random;
    private final boolean sensible;
    private final Predicate<String> left;

    /** Records whose bits are any. */
    RandomRecords(RandomGenerator random) {
        this(random, false, path -> false);
    }

    /**
     * Sensible records: values inside their range, texts of letters and digits, nothing in the
     * fields that a definition does not read.
     *
     * @param left the paths of what is to be left out: items, {@code 510+} and {@code 510++} for
     *     all but the first and the second element or extent, {@code 020/TYP=1} for a profile
     */
    RandomRecords(RandomGenerator random, Predicate<String> left) {
        this(random, true, left);
    }

    private RandomRecords(RandomGenerator random, boolean sensible, Predicate<String> left) {
        this.random = random;
        this.sensible = sensible;
        this.left = left;
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
            long value;
            do {
                value = profiles.get(random.nextInt(profiles.size())).value();
            } while (left.test(selector.path() + "=" + value));
            fill(writer, selector.item(), put);
            writer.raw(selector, value);
            put.put(key(selector, 0), value);
            profile = definition.profile(value);
        }
        boolean any = false;
        while (!any) {
            for (Item item : profile.items()) {
                boolean done = item == null || (selector != null && item == selector.item());
                if (!done && random.nextInt(3) == 0 && !left.test(item.path())) {
                    fill(writer, item, put);
                    any = true;
                }
            }
        }
        return put;
    }

    private void fill(RecordWriter writer, Item item, Map<String, Long> put) {
        switch (item.shape()) {
            case Shape.Compound compound -> subitems(writer, item, compound, put);
            case Shape.Explicit explicit -> {
                if (explicit.expansion() != null && !sensible) {
                    subitems(writer, item, explicit.expansion().content(), put);
                    return;
                }
                byte[] content = new byte[sensible ? 0 : random.nextInt(255)];
                random.nextBytes(content);
                writer.bytes(item, content, 0, content.length);
            }
            case Shape.Repeated _ -> elements(writer, item, random.nextInt(4), put);
            case Shape.Chained _ -> elements(writer, item, 1 + random.nextInt(most(item, 4)), put);
            case Shape.Extended _ -> {
                writer.present(item);
                int extents = 1 + random.nextInt(most(item, item.extentEnds.length));
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

    private int most(Item item, int most) {
        if (left.test(item.path() + "+")) {
            return 1;
        }
        return left.test(item.path() + "++") ? Math.min(2, most) : most;
    }

    private void subitems(
            RecordWriter writer, Item item, Shape.Compound form, Map<String, Long> put) {
        writer.present(item);
        boolean all = form.presenceOctets() == Shape.Compound.SEQUENCE;
        for (Item child : item.subitems()) {
            if (all || (random.nextBoolean() && !left.test(child.path()))) {
                fill(writer, child, put);
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
        long raw = value(field);
        Long absent = field.content().absent();
        if (absent != null && absent == raw) {
            raw ^= 1;
        }
        if (field.selector != null) {
            // Of several readings of the same bits the last one written holds.
            for (Field other : field.item().fields()) {
                if (other.selector == field.selector
                        && other.selectorValue != field.selectorValue) {
                    put.remove(key(other, index));
                }
            }
            put.put(key(field.selector, index), field.selectorValue);
        }
        writer.raw(field, index, raw);
        put.put(key(field, index), raw);
    }

    private long value(Field field) {
        long raw = random.nextLong();
        raw = field.signed ? raw >> (64 - field.bits) : raw >>> (64 - field.bits);
        if (!sensible) {
            return raw;
        }
        Shape.Kind kind = field.content().kind();
        if (kind == Shape.Kind.ASCII || kind == Shape.Kind.ICAO) {
            StringBuilder text = new StringBuilder();
            int characters = field.bits / (kind == Shape.Kind.ASCII ? 8 : 6);
            for (int i = 0; i < characters; i++) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            return FieldText.parse(field, text.toString());
        }
        Shape.Range range = field.range();
        while (range != null && !range.holds(field.scale(raw))) {
            raw = random.nextLong();
            raw = field.signed ? raw >> (64 - field.bits) : raw >>> (64 - field.bits);
        }
        return raw;
    }

    static String key(Field field, int index) {
        return field.path() + "#" + index;
    }

    /** Every field that the record has, as {@link #fill} tells them. */
    static Map<String, Long> read(RecordView record) {
        readAtOnce(record);
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

    /** All fields of an element at once are what they are one by one. */
    private static void readAtOnce(RecordView record) {
        int most =
                record.definition().allItems().stream()
                        .mapToInt(i -> i.fields().size())
                        .max()
                        .orElse(0);
        double[] values = new double[most];
        for (Item item : record.definition().allItems()) {
            int count = record.count(item);
            double[] all = new double[count * item.fields().size()];
            if (record.values(item, all) != all.length) {
                throw new AssertionError(item + " has not " + all.length + " values");
            }
            for (int index = -1; index <= count; index++) {
                int fields = record.values(item, index, values);
                if (fields != item.fields().size()) {
                    throw new AssertionError(item + " has " + fields + " fields");
                }
                for (int i = 0; i < fields; i++) {
                    double alone = record.value(item.fields().get(i), index);
                    if (Double.compare(values[i], alone) != 0) {
                        throw new AssertionError(item.fields().get(i) + " " + index);
                    }
                    boolean there = index >= 0 && index < count;
                    if (there && Double.compare(all[index * fields + i], alone) != 0) {
                        throw new AssertionError(item.fields().get(i) + " among all " + index);
                    }
                }
            }
        }
    }
}
