package org.airwarden.asterix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Who asks for few items gets the records, values and faults that the whole reading gives. */
class WantedItemsTest {
    /** What a handler is told of some fields, line by line. */
    private static List<String> told(BlockWalker walker, byte[] data, List<Field> fields) {
        List<String> told = new ArrayList<>();
        walker.walk(
                data,
                new RecordHandler() {
                    @Override
                    public void record(RecordView record) {
                        StringBuilder line = new StringBuilder();
                        line.append(record.offset()).append('+').append(record.length());
                        line.append(" misfits ").append(record.misfits());
                        for (Field field : fields) {
                            line.append(' ').append(field.path()).append('=');
                            line.append(record.has(field)).append(record.raw(field));
                            line.append('x').append(record.count(field));
                        }
                        told.add(line.toString());
                    }

                    @Override
                    public void fault(Fault fault) {
                        told.add(fault + " " + Arrays.hashCode(fault.bytes()));
                    }
                });
        return told;
    }

    private static void shouldTellTheSame(Definition definition, byte[] data, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Field> all = new ArrayList<>(definition.fields().values());
        List<Field> asked = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            asked.add(all.get(random.nextInt(all.size())));
        }
        Editions editions = Editions.none().with(definition);

        List<String> few = told(new BlockWalker(editions, edition -> asked), data, asked);

        assertThat(few)
                .as("%s seed %s", definition, seed)
                .isEqualTo(told(new BlockWalker(editions), data, asked));
    }

    private static byte[] blocks(Definition definition, SplittableRandom random) {
        RandomRecords records = new RandomRecords(random);
        RecordWriter writer = new RecordWriter(definition);
        byte[] all = {};
        for (int i = 0; i < 3; i++) {
            BlockWriter block = new BlockWriter(definition);
            for (int k = 0; k <= i; k++) {
                records.fill(writer);
                block.add(writer);
            }
            byte[] bytes = block.toBytes();
            all = Arrays.copyOf(all, all.length + bytes.length);
            System.arraycopy(bytes, 0, all, all.length - bytes.length, bytes.length);
        }
        return all;
    }

    @Test
    void shouldReadRandomRecordsOfEveryEditionAlike() {
        for (int category : Definitions.categories()) {
            for (String edition : Definitions.editions(category)) {
                Definition definition = Definitions.of(category, edition);
                for (long seed = 0; seed < 6; seed++) {
                    byte[] data = blocks(definition, new SplittableRandom(seed));
                    shouldTellTheSame(definition, data, seed);
                }
            }
        }
    }

    @Test
    void shouldReadDamagedRecordsAlike() {
        for (int category : Definitions.categories()) {
            Definition definition = Definitions.newest(category);
            for (long seed = 0; seed < 40; seed++) {
                SplittableRandom random = new SplittableRandom(seed);
                byte[] data = blocks(definition, random);
                for (int i = random.nextInt(6); i >= 0; i--) {
                    data[random.nextInt(data.length)] = (byte) random.nextInt(256);
                }
                byte[] cut = Arrays.copyOf(data, data.length - random.nextInt(3));
                shouldTellTheSame(definition, cut, seed);
            }
        }
    }
}
