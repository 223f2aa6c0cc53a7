package org.airwarden.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final long SEED = 5;

    @Test
    void shouldFindAllThatLieNearWhenSearched() {
        SplittableRandom random = new SplittableRandom(SEED);
        Gate gate = new Gate();
        for (int run = 0; run < 60; run++) {
            int size = random.nextInt(1, 120);
            Measurement[] group = new Measurement[size];
            boolean[] used = new boolean[size];
            for (int i = 0; i < size; i++) {
                group[i] = new Measurement();
                // Coarse numbers, so that some tie and some lie on the edge.
                group[i].planeX = random.nextInt(-20, 20) * 100.0;
                group[i].planeY = random.nextInt(-20, 20) * 100.0;
                used[i] = random.nextInt(5) == 0;
            }
            gate.take(group, used, size);
            int[] out = new int[size];
            for (int search = 0; search < 20; search++) {
                double x = random.nextInt(-25, 25) * 100.0;
                double y = random.nextInt(-25, 25) * 100.0;
                double distance = random.nextInt(0, 12) * 100.0;
                int found = gate.near(x, y, distance, out);
                List<Integer> expected = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    if (!used[i]
                            && Math.abs(group[i].planeX - x) <= distance
                            && Math.abs(group[i].planeY - y) <= distance) {
                        expected.add(i);
                    }
                }
                assertThat(Arrays.stream(out, 0, found).boxed().toList())
                        .as("seed %d run %d", SEED, run)
                        .isEqualTo(expected);
            }
        }
    }
}
