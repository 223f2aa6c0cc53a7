package org.airwarden.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Holds the matching against enumeration of all matchings. */
class MatchingTest {
    private static final long SEED = 20261121;

    private static double best(double[][] cost, int row, boolean[] taken) {
        if (row == cost.length) {
            return 0;
        }
        double least = best(cost, row + 1, taken);
        for (int j = 0; j < taken.length; j++) {
            if (!taken[j] && cost[row][j] < 0) {
                taken[j] = true;
                least = Math.min(least, cost[row][j] + best(cost, row + 1, taken));
                taken[j] = false;
            }
        }
        return least;
    }

    private static double solved(Matching matching, double[][] cost, int columns) {
        int[] first = new int[cost.length + 1];
        int[] column = new int[cost.length * columns];
        double[] costs = new double[column.length];
        int edges = 0;
        for (int i = 0; i < cost.length; i++) {
            first[i] = edges;
            for (int j = 0; j < columns; j++) {
                if (cost[i][j] < 0) {
                    column[edges] = j;
                    costs[edges++] = cost[i][j];
                }
            }
        }
        first[cost.length] = edges;
        matching.solve(cost.length, columns, first, column, costs);
        boolean[] taken = new boolean[columns];
        double sum = 0;
        for (int i = 0; i < cost.length; i++) {
            int j = matching.columnOf(i);
            if (j >= 0) {
                assertThat(taken[j]).isFalse();
                taken[j] = true;
                sum += cost[i][j];
            }
        }
        return sum;
    }

    @Test
    void shouldBeAsCheapAsTheBestOfAllMatchings() {
        SplittableRandom random = new SplittableRandom(SEED);
        Matching matching = new Matching();
        for (int run = 0; run < 3_000; run++) {
            int columns = 1 + random.nextInt(6);
            double[][] cost = new double[1 + random.nextInt(6)][columns];
            boolean whole = random.nextBoolean();
            for (double[] row : cost) {
                for (int j = 0; j < columns; j++) {
                    double one = whole ? -random.nextInt(4) : -random.nextDouble(10);
                    row[j] = random.nextInt(3) == 0 ? 1 : one;
                }
            }
            assertThat(solved(matching, cost, columns))
                    .as("seed %d, run %d", SEED, run)
                    .isCloseTo(best(cost, 0, new boolean[columns]), within(1e-9));
        }
    }
}
