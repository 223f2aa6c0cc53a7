package org.airwarden.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Holds association against enumeration of every joint hypothesis. */
class AssociationTest {
    private static final long SEED = 20261121;

    /** A dense problem with its joint hypotheses enumerated. */
    private static final class Enumerated {
        final double[][] weight;
        final double[][] pair;
        final double[] alone;
        double best;

        Enumerated(double[][] weight) {
            this.weight = weight;
            pair = new double[weight.length][weight[0].length];
            alone = new double[weight.length];
            int[] choice = new int[weight.length];
            double total = walk(0, 1, new boolean[weight[0].length], choice);
            for (int t = 0; t < weight.length; t++) {
                alone[t] /= total;
                for (int r = 0; r < weight[0].length; r++) {
                    pair[t][r] /= total;
                }
            }
        }

        private double walk(int t, double product, boolean[] taken, int[] choice) {
            if (t == weight.length) {
                best = Math.max(best, product);
                for (int k = 0; k < t; k++) {
                    if (choice[k] < 0) {
                        alone[k] += product;
                    } else {
                        pair[k][choice[k]] += product;
                    }
                }
                return product;
            }
            choice[t] = -1;
            double sum = walk(t + 1, product, taken, choice);
            for (int r = 0; r < taken.length; r++) {
                if (!taken[r] && weight[t][r] > 0) {
                    taken[r] = true;
                    choice[t] = r;
                    sum += walk(t + 1, product * weight[t][r], taken, choice);
                    taken[r] = false;
                }
            }
            return sum;
        }
    }

    private static AssociationProblem problem(double[][] weight) {
        AssociationProblem problem = new AssociationProblem();
        problem.clear(weight[0].length);
        for (double[] row : weight) {
            for (int r = 0; r < row.length; r++) {
                if (row[r] > 0) {
                    problem.addPair(r, row[r]);
                }
            }
            problem.endTrack();
        }
        return problem;
    }

    private static double[][] random(SplittableRandom random, int tracks, int reports) {
        double[][] weight = new double[tracks][reports];
        for (double[] row : weight) {
            for (int r = 0; r < reports; r++) {
                row[r] = random.nextInt(4) == 0 ? 0 : StrictMath.exp(random.nextDouble(-4, 8));
            }
        }
        return weight;
    }

    @Test
    void shouldGiveExactMarginalsWhenOneTrackHasManyReports() {
        Enumerated exact = new Enumerated(new double[][] {{3, 0.5, 20, 1}});
        AssociationProblem problem = problem(exact.weight);
        new BeliefPropagation().solve(problem);
        assertThat(problem.trackAlone[0]).isCloseTo(exact.alone[0], within(1e-9));
        for (int e = 0; e < problem.pairs; e++) {
            assertThat(problem.probability[e])
                    .isCloseTo(exact.pair[0][problem.report[e]], within(1e-9));
        }
    }

    @Test
    void shouldGiveExactMarginalsWhenPairsFormNoLoop() {
        Enumerated exact = new Enumerated(new double[][] {{3, 0, 0}, {5, 2, 0}, {0, 7, 0.4}});
        AssociationProblem problem = problem(exact.weight);
        new BeliefPropagation().solve(problem);
        for (int e = 0; e < problem.pairs; e++) {
            assertThat(problem.probability[e])
                    .isCloseTo(exact.pair[problem.track[e]][problem.report[e]], within(1e-5));
        }
    }

    @Test
    void shouldStayNearEnumerationWhenPairsFormLoops() {
        SplittableRandom random = new SplittableRandom(SEED);
        double worst = 0;
        double sum = 0;
        int count = 0;
        for (int run = 0; run < 200; run++) {
            Enumerated exact = new Enumerated(random(random, 4, 5));
            AssociationProblem problem = problem(exact.weight);
            new BeliefPropagation().solve(problem);
            for (int e = 0; e < problem.pairs; e++) {
                double off =
                        Math.abs(
                                problem.probability[e]
                                        - exact.pair[problem.track[e]][problem.report[e]]);
                worst = Math.max(worst, off);
                sum += off;
                count++;
            }
        }
        assertThat(sum / count).as("mean error, seed %d", SEED).isLessThan(0.03);
        assertThat(worst).as("worst error, seed %d", SEED).isLessThan(0.45);
    }

    @Test
    void shouldEqualEnumerationWhenMarginalsAreExact() {
        SplittableRandom random = new SplittableRandom(SEED + 3);
        ExactMarginals marginals = new ExactMarginals();
        for (int run = 0; run < 300; run++) {
            Enumerated exact =
                    new Enumerated(random(random, 1 + random.nextInt(6), 1 + random.nextInt(6)));
            AssociationProblem problem = problem(exact.weight);
            marginals.solve(problem);
            double[] alone = new double[problem.reports];
            java.util.Arrays.fill(alone, 1);
            for (int e = 0; e < problem.pairs; e++) {
                double chance = exact.pair[problem.track[e]][problem.report[e]];
                assertThat(problem.probability[e])
                        .as("seed %d run %d", SEED + 3, run)
                        .isCloseTo(chance, within(1e-9));
                alone[problem.report[e]] -= chance;
            }
            for (int t = 0; t < problem.tracks; t++) {
                assertThat(problem.trackAlone[t]).isCloseTo(exact.alone[t], within(1e-9));
            }
            for (int r = 0; r < problem.reports; r++) {
                assertThat(problem.reportAlone[r]).isCloseTo(alone[r], within(1e-9));
            }
        }
        assertThat(marginals.left()).isZero();
    }

    @Test
    void shouldLeaveAClusterToTheApproximationWhenItIsTooLarge() {
        AssociationProblem problem = problem(random(new SplittableRandom(SEED), 20, 20));
        AssociationProblem other = problem(random(new SplittableRandom(SEED), 20, 20));
        ExactMarginals marginals = new ExactMarginals();
        marginals.solve(problem);
        new BeliefPropagation().solve(other);
        assertThat(marginals.left()).isEqualTo(1);
        assertThat(problem.probability).isEqualTo(other.probability);
    }

    @Test
    void shouldShareReportsAtMostOnceWhenTracksContend() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        for (int run = 0; run < 100; run++) {
            AssociationProblem problem = problem(random(random, 6, 6));
            new BeliefPropagation().solve(problem);
            double[] reports = new double[problem.reports];
            for (int t = 0; t < problem.tracks; t++) {
                double sum = problem.trackAlone[t];
                for (int e = problem.firstPair[t]; e < problem.firstPair[t + 1]; e++) {
                    sum += problem.probability[e];
                    reports[problem.report[e]] += problem.probability[e];
                }
                assertThat(sum).as("seed %d run %d", SEED + 1, run).isCloseTo(1, within(1e-9));
            }
            for (double sum : reports) {
                assertThat(sum).as("seed %d run %d", SEED + 1, run).isLessThan(1.001);
            }
        }
    }

    @Test
    void shouldFindTheBestJointHypothesisWhenNearestIsGlobal() {
        SplittableRandom random = new SplittableRandom(SEED + 2);
        for (int run = 0; run < 300; run++) {
            Enumerated exact =
                    new Enumerated(random(random, 1 + random.nextInt(6), 1 + random.nextInt(6)));
            AssociationProblem problem = problem(exact.weight);
            new GlobalNearest().solve(problem);
            double product = 1;
            int[] uses = new int[problem.reports];
            for (int e = 0; e < problem.pairs; e++) {
                if (problem.probability[e] == 1) {
                    product *= problem.weight[e];
                    uses[problem.report[e]]++;
                }
            }
            assertThat(product)
                    .as("seed %d run %d", SEED + 2, run)
                    .isCloseTo(exact.best, within(1e-9 * exact.best));
            for (int use : uses) {
                assertThat(use).isLessThanOrEqualTo(1);
            }
        }
    }
}
