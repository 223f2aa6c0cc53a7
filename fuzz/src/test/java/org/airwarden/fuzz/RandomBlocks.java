package org.airwarden.fuzz;

import java.util.SplittableRandom;
import org.airwarden.asterix.BlockWriter;
import org.airwarden.asterix.Definition;
import org.airwarden.asterix.Definitions;
import org.airwarden.asterix.Field;
import org.airwarden.asterix.Item;
import org.airwarden.asterix.RecordWriter;
import org.airwarden.asterix.Shape;

/** Valid ASTERIX blocks with random content. */
final class RandomBlocks {
    private RandomBlocks() {}

    /** A block of that many records. */
    static byte[] block(Definition definition, SplittableRandom random, int records) {
        RecordWriter writer = new RecordWriter(definition);
        BlockWriter block = new BlockWriter(definition);
        while (block.records() < records) {
            writer.clear();
            source(writer, definition, random);
            for (Item item : definition.items()) {
                if (random.nextInt(4) == 0) {
                    fill(writer, item, random);
                }
            }
            try {
                block.add(writer);
            } catch (IllegalStateException noPlace) {
                // An item that this record's order has no place for: another draw.
                continue;
            }
        }
        return block.toBytes();
    }

    /** A block of a random category in its newest edition. */
    static byte[] block(SplittableRandom random, int records) {
        var categories = Definitions.categories();
        int category = categories.get(random.nextInt(categories.size()));
        return block(Definitions.newest(category), random, records);
    }

    private static void source(
            RecordWriter writer, Definition definition, SplittableRandom random) {
        Field sac = definition.fieldOrNull("010/SAC");
        Field sic = definition.fieldOrNull("010/SIC");
        if (sac != null && sic != null) {
            writer.raw(sac, 1 + random.nextInt(3)).raw(sic, 1 + random.nextInt(3));
        }
    }

    private static void fill(RecordWriter writer, Item item, SplittableRandom random) {
        switch (item.shape()) {
            case Shape.Compound _ -> {
                for (Item child : item.subitems()) {
                    if (random.nextInt(3) == 0) {
                        fill(writer, child, random);
                    }
                }
            }
            case Shape.Explicit _ -> {
                byte[] content = new byte[1 + random.nextInt(20)];
                random.nextBytes(content);
                writer.bytes(item, content, 0, content.length);
            }
            default -> {
                int elements = item.repeats() ? 1 + random.nextInt(3) : 1;
                for (int i = 0; i < elements; i++) {
                    for (Field field : item.fields()) {
                        writer.raw(field, i, raw(field, random));
                    }
                }
            }
        }
    }

    private static long raw(Field field, SplittableRandom random) {
        if (field.bits() == 64) {
            return random.nextLong();
        }
        return field.lowest() + random.nextLong(field.highest() - field.lowest() + 1);
    }
}
