package org.airwarden.asterix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever the bytes: no exception, always onwards, and every octet accounted for. */
class FuzzTest {
    private static final Editions NEWEST = Editions.newest();
    private final BlockWalker walker = new BlockWalker(NEWEST);

    /** Walks and reads everything; the records and faults must be in order and inside the data. */
    private int walk(byte[] data, String what) {
        int[] last = {0};
        int[] seen = {0};
        StringBuilder json = new StringBuilder();
        RecordJson writer = new RecordJson();
        try {
            walker.walk(
                    data,
                    new RecordHandler() {
                        @Override
                        public void record(RecordView record) {
                            assertThat(record.offset()).isGreaterThanOrEqualTo(last[0]);
                            assertThat(record.length()).isPositive();
                            last[0] = record.offset() + record.length();
                            assertThat(last[0]).isLessThanOrEqualTo(data.length);
                            json.setLength(0);
                            writer.append(record, json);
                            RandomRecords.read(record);
                            seen[0]++;
                        }

                        @Override
                        public void fault(Fault fault) {
                            if (fault.kind() == FaultKind.CONTENT_MISFIT) {
                                assertThat(fault.at()).isLessThanOrEqualTo(last[0]);
                                assertThat(fault.at()).isGreaterThan(fault.recordOffset());
                                return;
                            }
                            assertThat(fault.blockOffset() + fault.bytes().length)
                                    .isBetween(last[0], data.length);
                            last[0] = Math.max(last[0], fault.recordOffset());
                            seen[0]++;
                        }
                    });
        } catch (RuntimeException | Error e) {
            throw new AssertionError(what, e);
        }
        assertThat(seen[0] > 0 || data.length == 0).as(what).isTrue();
        return seen[0];
    }

    private static byte[] block(Definition definition, long seed, int records) {
        RandomRecords random = new RandomRecords(new SplittableRandom(seed));
        RecordWriter writer = new RecordWriter(definition);
        BlockWriter block = new BlockWriter(definition);
        for (int i = 0; i < records; i++) {
            random.fill(writer);
            block.add(writer);
        }
        return block.toBytes();
    }

    @Test
    void shouldNeverFailWhenABlockIsCutAnywhere() {
        for (int category : Definitions.categories()) {
            byte[] block = block(Definitions.newest(category), category, 3);
            for (int length = 0; length < block.length; length++) {
                byte[] cut = Arrays.copyOf(block, length);
                walk(cut, "category " + category + " cut at " + length);
                if (length >= 3) {
                    cut[1] = (byte) (length >> 8);
                    cut[2] = (byte) length;
                    walk(cut, "category " + category + " ending at " + length);
                }
            }
        }
    }

    @Test
    void shouldNeverFailWhenOctetsAreChangedAtRandom() {
        for (long seed = 0; seed < 4000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int category =
                    Definitions.categories().get(random.nextInt(Definitions.categories().size()));
            byte[] data = block(Definitions.newest(category), seed, 2);
            for (int i = 0; i <= random.nextInt(6); i++) {
                data[random.nextInt(data.length)] = (byte) random.nextInt(256);
            }
            walk(data, "seed " + seed);
        }
    }

    @Test
    void shouldNeverFailWhenDataIsNoise() {
        for (long seed = 0; seed < 3000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] data = new byte[random.nextInt(300)];
            random.nextBytes(data);
            if (data.length > 3 && random.nextBoolean()) {
                data[0] = Definitions.categories().get(random.nextInt(16)).byteValue();
                data[1] = 0;
                data[2] = (byte) data.length;
            }
            walk(data, "seed " + seed);
        }
    }

    @Test
    void shouldNeverFailWhenOctetsAreAllOnes() {
        for (int category : Definitions.categories()) {
            for (int length = 3; length < 300; length++) {
                byte[] data = new byte[length];
                Arrays.fill(data, (byte) 0xFF);
                data[0] = (byte) category;
                data[1] = (byte) (length >> 8);
                data[2] = (byte) length;
                walk(data, "category " + category + " length " + length);
            }
            for (int length : new int[] {0, 1, 2, 65535}) {
                byte[] data = block(Definitions.newest(category), category, 2);
                data[1] = (byte) (length >> 8);
                data[2] = (byte) length;
                walk(data, "category " + category + " length " + length);
            }
        }
    }

    @Test
    void shouldEndSoonWhenEveryOctetLooksLikeAHeader() {
        // A search for the next block that reads far at every place would take forever.
        byte[] data = new byte[4 << 20];
        Arrays.fill(data, (byte) 48);
        data[1] = 0;
        data[2] = 0;

        assertThat(walk(data, "headers")).isPositive();
    }
}
