package org.airwarden.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.hipparchus.filtering.kalman.Measurement;
import org.hipparchus.filtering.kalman.ProcessEstimate;
import org.hipparchus.filtering.kalman.linear.LinearEvolution;
import org.hipparchus.filtering.kalman.linear.LinearKalmanFilter;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposer;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;

class MotionFilterTest {
    private static final long SEED = 4711;
    private static final int STATE = Estimate.STATE;
    private final MotionModels bank = new MotionModels();
    private final MotionFilter filter = new MotionFilter(bank);

    private static Estimate young(SplittableRandom random) {
        Estimate estimate = new Estimate();
        for (int i = 0; i < STATE; i++) {
            estimate.mean[i] = random.nextDouble(-1, 1) * (i < 3 ? 10_000 : 200);
            estimate.covariance[7 * i] = i < 3 ? 1e4 : 4e4;
        }
        return estimate;
    }

    /** An observation of the three coordinates themselves. */
    private static Observation place(Estimate estimate, double[] measured, double[] sigma) {
        Observation seen = new Observation();
        double[] at = new double[STATE];
        System.arraycopy(estimate.mean, 0, at, 0, STATE);
        seen.clear(at, 0);
        for (int i = 0; i < 3; i++) {
            seen.addPosition(
                    i == 0 ? 1 : 0,
                    i == 1 ? 1 : 0,
                    i == 2 ? 1 : 0,
                    measured[i] - at[i],
                    sigma[i] * sigma[i]);
        }
        return seen;
    }

    private record Fix(double time, RealVector value, double[] sigma) implements Measurement {
        @Override
        public double getTime() {
            return time;
        }

        @Override
        public RealVector getValue() {
            return value;
        }

        @Override
        public RealMatrix getCovariance() {
            double[] variance = new double[sigma.length];
            for (int i = 0; i < sigma.length; i++) {
                variance[i] = sigma[i] * sigma[i];
            }
            return MatrixUtils.createRealDiagonalMatrix(variance);
        }
    }

    private RealMatrix transition(double dt) {
        RealMatrix f = MatrixUtils.createRealIdentityMatrix(STATE);
        for (int i = 0; i < 3; i++) {
            f.setEntry(i, i + 3, dt);
        }
        return f;
    }

    private RealMatrix noise(double dt) {
        int model = bank.modelOf(0, 1);
        RealMatrix q = MatrixUtils.createRealMatrix(STATE, STATE);
        for (int i = 0; i < 3; i++) {
            double s = i < 2 ? bank.horizontalNoise(model) : bank.verticalNoise(model);
            q.setEntry(i, i, s * dt * dt * dt / 3);
            q.setEntry(i, i + 3, s * dt * dt / 2);
            q.setEntry(i + 3, i, s * dt * dt / 2);
            q.setEntry(i + 3, i + 3, s * dt);
        }
        return q;
    }

    @Test
    void shouldEqualTheKalmanFilterWhenModelAndMeasurementAreLinear() {
        SplittableRandom random = new SplittableRandom(SEED);
        Estimate estimate = young(random);
        RealMatrix h = MatrixUtils.createRealMatrix(3, STATE);
        for (int i = 0; i < 3; i++) {
            h.setEntry(i, i, 1);
        }
        double[] first = estimate.mean.clone();
        RealMatrix covariance = MatrixUtils.createRealMatrix(STATE, STATE);
        for (int i = 0; i < STATE; i++) {
            covariance.setEntry(i, i, estimate.covariance[7 * i]);
        }
        double[] last = {0};
        LinearKalmanFilter<Fix> reference =
                new LinearKalmanFilter<>(
                        new CholeskyDecomposer(1e-15, 1e-15),
                        fix -> {
                            double dt = fix.getTime() - last[0];
                            return new LinearEvolution(
                                    transition(dt),
                                    MatrixUtils.createRealMatrix(STATE, 1),
                                    new ArrayRealVector(1),
                                    noise(dt),
                                    h);
                        },
                        new ProcessEstimate(0, new ArrayRealVector(first), covariance));
        double time = 0;
        for (int step = 0; step < 30; step++) {
            double dt = random.nextDouble(0.3, 6);
            time += dt;
            double[] measured = new double[3];
            double[] sigma = new double[3];
            for (int i = 0; i < 3; i++) {
                measured[i] = first[i] + time * first[i + 3] + random.nextDouble(-200, 200);
                sigma[i] = random.nextDouble(20, 150);
            }
            filter.predict(estimate, dt);
            filter.update(estimate, place(estimate, measured, sigma));
            ProcessEstimate expected =
                    reference.estimationStep(new Fix(time, new ArrayRealVector(measured), sigma));
            last[0] = time;
            for (int i = 0; i < STATE; i++) {
                assertThat(estimate.mean[i])
                        .as("seed %d step %d element %d", SEED, step, i)
                        .isCloseTo(expected.getState().getEntry(i), within(1e-6));
                for (int j = 0; j < STATE; j++) {
                    double value = expected.getCovariance().getEntry(i, j);
                    assertThat(estimate.covariance[STATE * i + j])
                            .isCloseTo(value, within(1e-6 + 1e-9 * Math.abs(value)));
                }
            }
        }
    }

    @Test
    void shouldMixAsTheFullInteractionWhenModelsArePooled() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        Estimate estimate = young(random);
        estimate.widen(bank);
        int models = estimate.models;
        double sum = 0;
        for (int m = 0; m < models; m++) {
            estimate.probability[m] = random.nextDouble(0.01, 1);
            sum += estimate.probability[m];
            for (int i = 0; i < STATE; i++) {
                estimate.mean[STATE * m + i] += random.nextDouble(-50, 50);
            }
        }
        for (int m = 0; m < models; m++) {
            estimate.probability[m] /= sum;
        }
        double dt = 4;
        double[][] mean = new double[models][STATE];
        double[][] covariance = new double[models][36];
        double[] probability = new double[models];
        naiveMix(estimate, dt, mean, covariance, probability);
        // A step of the mixed states without mixing, for comparison: one model at a time.
        Estimate copy = new Estimate();
        copy.copyFrom(estimate);
        filter.predict(copy, dt);
        for (int m = 0; m < models; m++) {
            assertThat(copy.probability[m]).isCloseTo(probability[m], within(1e-12));
            if (bank.turns(m)) {
                continue;
            }
            RealMatrix f = transition(dt);
            RealVector x = f.operate(new ArrayRealVector(mean[m]));
            RealMatrix p = MatrixUtils.createRealMatrix(STATE, STATE);
            for (int i = 0; i < STATE; i++) {
                assertThat(copy.mean[STATE * m + i]).isCloseTo(x.getEntry(i), within(1e-7));
                for (int j = 0; j < STATE; j++) {
                    p.setEntry(i, j, covariance[m][STATE * i + j]);
                }
            }
            RealMatrix moved = f.multiply(p).multiply(f.transpose());
            for (int i = 0; i < 3; i++) {
                assertThat(copy.covariance[36 * m + 7 * (i + 3)])
                        .isCloseTo(
                                moved.getEntry(i + 3, i + 3)
                                        + dt
                                                * (i < 2
                                                        ? bank.horizontalNoise(m)
                                                        : bank.verticalNoise(m)),
                                within(1e-6));
            }
        }
    }

    /** The interaction as it is defined: every model into every other. */
    private void naiveMix(
            Estimate estimate, double dt, double[][] mean, double[][] covariance, double[] into) {
        int models = estimate.models;
        for (int j = 0; j < models; j++) {
            double[] weight = new double[models];
            for (int i = 0; i < models; i++) {
                double leave = bank.leaving(i, dt);
                double change = leave * bank.prior(j) + (i == j ? 1 - leave : 0);
                weight[i] = change * estimate.probability[i];
                into[j] += weight[i];
            }
            for (int i = 0; i < models; i++) {
                for (int k = 0; k < STATE; k++) {
                    mean[j][k] += weight[i] / into[j] * estimate.mean[STATE * i + k];
                }
            }
            for (int i = 0; i < models; i++) {
                for (int a = 0; a < STATE; a++) {
                    for (int b = 0; b < STATE; b++) {
                        double da = estimate.mean[STATE * i + a] - mean[j][a];
                        double db = estimate.mean[STATE * i + b] - mean[j][b];
                        covariance[j][STATE * a + b] +=
                                weight[i]
                                        / into[j]
                                        * (estimate.covariance[36 * i + STATE * a + b] + da * db);
                    }
                }
            }
        }
    }

    @Test
    void shouldComeBackWhenATurnIsFull() {
        for (int m = 0; m < bank.count(); m++) {
            if (!bank.turns(m)) {
                continue;
            }
            // In steps, so that noise can be told apart: the mean alone is looked at.
            Estimate estimate = new Estimate();
            estimate.widen(bank);
            for (int k = 0; k < bank.count(); k++) {
                estimate.mean[STATE * k + 3] = 120;
                estimate.mean[STATE * k + 4] = -160;
                estimate.probability[k] = k == m ? 1 : 0;
            }
            double full = 2 * Math.PI / Math.abs(bank.rate(m));
            bank.prepare(m, full);
            assertThat(bank.sineTerm(m)).isCloseTo(0, within(1e-12));
            assertThat(bank.cosineTerm(m)).isCloseTo(1, within(1e-12));
            assertThat(bank.versineTerm(m)).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void shouldEqualACertainUpdateWhenOneHypothesisHasAllTheChance() {
        SplittableRandom random = new SplittableRandom(SEED + 2);
        Estimate one = young(random);
        one.widen(bank);
        filter.predict(one, 4);
        Estimate other = new Estimate();
        other.copyFrom(one);
        double[] measured = {one.mean[0] + 90, one.mean[1] - 40, one.mean[2] + 10};
        double[] sigma = {50, 60, 70};
        Observation seen = place(one, measured, sigma);
        filter.update(one, seen);
        filter.update(other, new Observation[] {seen}, new double[] {1}, 1, 0);
        for (int i = 0; i < one.mean.length; i++) {
            assertThat(other.mean[i]).isCloseTo(one.mean[i], within(1e-7));
        }
        for (int i = 0; i < one.covariance.length; i++) {
            assertThat(other.covariance[i])
                    .isCloseTo(
                            one.covariance[i], within(1e-7 + 1e-9 * Math.abs(one.covariance[i])));
        }
    }

    @Test
    void shouldSpreadWhenReportsContend() {
        Estimate estimate = young(new SplittableRandom(SEED + 3));
        double[] sigma = {50, 50, 50};
        double[] east = {estimate.mean[0] + 100, estimate.mean[1], estimate.mean[2]};
        double[] west = {estimate.mean[0] - 100, estimate.mean[1], estimate.mean[2]};
        Observation[] seen = {place(estimate, east, sigma), place(estimate, west, sigma)};
        Estimate certain = new Estimate();
        certain.copyFrom(estimate);
        filter.update(certain, seen[0]);
        double middle = estimate.mean[0];
        filter.update(estimate, seen, new double[] {0.5, 0.5}, 2, 0);
        assertThat(estimate.mean[0]).isCloseTo(middle, within(1e-9));
        double shift = certain.mean[0] - middle;
        assertThat(estimate.covariance[0])
                .isCloseTo(certain.covariance[0] + shift * shift, within(1e-6));
    }

    @Test
    void shouldBeConsistentWhenTargetsMoveAsTheModelSays() {
        // NEES of 6 degrees of freedom: its mean over N independent runs lies within 4 deviations
        // of
        // sqrt(12 / N) about 6 (Bar-Shalom, Li, Kirubarajan 2001, section 5.4.2).
        int runs = 400;
        double sum = 0;
        java.util.Random random = new java.util.Random(SEED);
        int model = bank.modelOf(0, 1);
        for (int run = 0; run < runs; run++) {
            double[] truth = new double[STATE];
            Estimate estimate = new Estimate();
            for (int i = 0; i < STATE; i++) {
                double spread = i < 3 ? 100 : 50;
                truth[i] = 1_000 * i;
                estimate.mean[i] = truth[i] + spread * random.nextGaussian();
                estimate.covariance[7 * i] = spread * spread;
            }
            double dt = 4;
            for (int step = 0; step < 10; step++) {
                for (int i = 0; i < 3; i++) {
                    double q = i < 2 ? bank.horizontalNoise(model) : bank.verticalNoise(model);
                    // Velocity gains a; position gains a dt/2 plus what is independent of a.
                    double a = Math.sqrt(q * dt) * random.nextGaussian();
                    double b = Math.sqrt(q * dt * dt * dt / 12) * random.nextGaussian();
                    truth[i] += dt * truth[i + 3] + a * dt / 2 + b;
                    truth[i + 3] += a;
                }
                filter.predict(estimate, dt);
                double[] sigma = {60, 60, 60};
                double[] measured = new double[3];
                for (int i = 0; i < 3; i++) {
                    measured[i] = truth[i] + sigma[i] * random.nextGaussian();
                }
                filter.update(estimate, place(estimate, measured, sigma));
            }
            sum += nees(estimate, truth);
        }
        assertThat(sum / runs)
                .as("mean NEES, seed %d", SEED)
                .isCloseTo(6, within(4 * Math.sqrt(12.0 / runs)));
    }

    private double nees(Estimate estimate, double[] truth) {
        double[] mean = new double[STATE];
        double[] covariance = new double[36];
        filter.mean(estimate, mean);
        filter.covariance(estimate, mean, covariance);
        RealMatrix p = MatrixUtils.createRealMatrix(STATE, STATE);
        double[] off = new double[STATE];
        for (int i = 0; i < STATE; i++) {
            off[i] = truth[i] - mean[i];
            for (int j = 0; j < STATE; j++) {
                p.setEntry(i, j, covariance[STATE * i + j]);
            }
        }
        RealVector error = new ArrayRealVector(off);
        RealVector solved = new CholeskyDecomposer(1e-12, 1e-12).decompose(p).solve(error);
        return error.dotProduct(solved);
    }
}
