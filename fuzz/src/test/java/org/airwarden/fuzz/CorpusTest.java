package org.airwarden.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every target bears its seeds, all that the fuzzer kept, and a few changes of both. */
class CorpusTest {
    private static final int CHANGES = 300;

    static List<String> targets() {
        return Targets.all().stream().map(Target::name).toList();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void shouldBearItsCorpus(String name) throws IOException {
        Target target = Targets.of(name);
        assertThat(target.seeds()).isNotEmpty();
        for (byte[] seed : target.seeds()) {
            Limits.hold(target, seed);
        }
        for (byte[] kept : Corpus.of(name)) {
            Limits.hold(target, kept);
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void shouldBearChangedSeeds(String name) {
        Target target = Targets.of(name);
        List<byte[]> seeds = target.seeds();
        SplittableRandom random = new SplittableRandom(name.hashCode());
        for (int i = 0; i < CHANGES; i++) {
            byte[] input = Mutations.change(seeds.get(random.nextInt(seeds.size())), random);
            try {
                Limits.hold(target, input);
            } catch (RuntimeException | Error broken) {
                throw new AssertionError(name + ", change " + i, broken);
            }
        }
    }

    @Test
    void shouldNoticeWhatIsSlowOrGreedy() {
        assertThatThrownBy(() ->
                        Limits.hold(
                                "slow",
                                new byte[1],
                                data -> {
                                    double sum = 0;
                                    for (int i = 1; i < 40_000_000; i++) {
                                        sum += Math.sqrt(sum + i);
                                    }
                                    data[0] = (byte) sum;
                                }))
                .hasMessageContaining("took");
        assertThatThrownBy(() ->
                        Limits.hold(
                                "greedy",
                                new byte[1],
                                data -> {
                                    for (int i = 0; i < 100; i++) {
                                        byte[] much = new byte[1 << 20];
                                        Arrays.fill(much, data[0]);
                                        data[0] += much[i];
                                    }
                                }))
                .hasMessageContaining("allocated");
    }
}
