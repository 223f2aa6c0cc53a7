package org.airwarden.asterix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read back, for every bundled definition. */
class RoundTripTest {
    static Stream<Definition> definitions() {
        return Definitions.categories().stream()
                .flatMap(category ->
                        Definitions.editions(category).stream()
                                .map(edition -> Definitions.of(category, edition)));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void shouldReadBackWhatWasWrittenWhenRecordsAreRandom(Definition definition) {
        long seed = 20261121L + definition.toString().hashCode();
        RandomRecords random = new RandomRecords(new SplittableRandom(seed));
        RecordWriter writer = new RecordWriter(definition);
        BlockWriter block = new BlockWriter(definition);
        BlockWalker walker = new BlockWalker(Editions.none().with(definition));
        for (int round = 0; round < 60; round++) {
            block.clear();
            List<Map<String, Long>> written = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                written.add(random.fill(writer));
                assertThat(block.add(writer)).isTrue();
            }
            byte[] bytes = block.toBytes();

            List<Map<String, Long>> read = new ArrayList<>();
            BlockWriter again = new BlockWriter(definition);
            RecordWriter copy = new RecordWriter(definition);
            walker.walk(
                    bytes,
                    new RecordHandler() {
                        @Override
                        public void record(RecordView record) {
                            read.add(RandomRecords.read(record));
                            again.add(copy.copy(record));
                        }

                        @Override
                        public void fault(Fault fault) {
                            throw new AssertionError("seed " + seed + ": " + fault);
                        }
                    });

            assertThat(read).as("seed %d, round %d", seed, round).hasSize(5);
            for (int i = 0; i < 5; i++) {
                assertThat(new TreeMap<>(read.get(i)))
                        .as("seed %d, round %d, record %d", seed, round, i)
                        .isEqualTo(new TreeMap<>(written.get(i)));
            }
            assertThat(again.toBytes()).as("seed %d, round %d", seed, round).isEqualTo(bytes);
        }
    }
}
