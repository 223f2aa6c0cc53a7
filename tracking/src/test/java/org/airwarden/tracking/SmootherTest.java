package org.airwarden.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.World;
import org.airwarden.model.Kinematics;
import org.airwarden.model.Time;
import org.airwarden.model.TrackNumber;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;

class SmootherTest {
    private static final long SEED = 2_605;
    private static final int STATE = Estimate.STATE;
    private static final TrackNumber NUMBER = new TrackNumber(3, 8);
    private final MotionModels bank = new MotionModels();
    private final MotionFilter filter = new MotionFilter(bank);
    private final SplittableRandom random = new SplittableRandom(SEED);

    /**
     * The whole path at once, by weighted least squares over the prior, each step and each measured
     * row: what any smoother must give where all is linear and Gaussian.
     */
    private final class Batch {
        final RealMatrix information;
        final RealVector right;

        Batch(int times) {
            information = MatrixUtils.createRealMatrix(STATE * times, STATE * times);
            right = new ArrayRealVector(STATE * times);
        }

        /** Adds (rows state - value)' weight (rows state - value), rows standing at a column. */
        void add(RealMatrix rows, int column, double[] value, RealMatrix weight) {
            RealMatrix weighted = rows.transpose().multiply(weight);
            RealMatrix square = weighted.multiply(rows);
            RealVector side = weighted.operate(new ArrayRealVector(value));
            for (int i = 0; i < rows.getColumnDimension(); i++) {
                right.addToEntry(column + i, side.getEntry(i));
                for (int j = 0; j < rows.getColumnDimension(); j++) {
                    information.addToEntry(column + i, column + j, square.getEntry(i, j));
                }
            }
        }

        void addRow(int column, double[] row, double value, double variance) {
            RealMatrix rows = MatrixUtils.createRowRealMatrix(row);
            RealMatrix weight = MatrixUtils.createRealDiagonalMatrix(new double[] {1 / variance});
            add(rows, column, new double[] {value}, weight);
        }

        void addStep(int column, double dt, int model, double agility) {
            RealMatrix rows = MatrixUtils.createRealMatrix(STATE, 2 * STATE);
            RealMatrix noise = MatrixUtils.createRealMatrix(STATE, STATE);
            for (int i = 0; i < 3; i++) {
                double q = i < 2 ? bank.horizontalNoise(model) : bank.verticalNoise(model);
                q *= agility;
                noise.setEntry(i, i, q * dt * dt * dt / 3);
                noise.setEntry(i, i + 3, q * dt * dt / 2);
                noise.setEntry(i + 3, i, q * dt * dt / 2);
                noise.setEntry(i + 3, i + 3, q * dt);
                rows.setEntry(i, i + 3, -dt);
            }
            for (int i = 0; i < STATE; i++) {
                rows.setEntry(i, i, -1);
                rows.setEntry(i, i + STATE, 1);
            }
            add(rows, column, new double[STATE], MatrixUtils.inverse(noise));
        }
    }

    /** Adds a measured coordinate of place, or of velocity. */
    private static void see(Observation seen, Estimate at, int axis, double value, double sigma) {
        double[] d = new double[3];
        d[axis % 3] = 1;
        double now = at.mean[axis];
        if (axis < 3) {
            now += seen.lead * at.mean[axis + 3];
            seen.addPosition(d[0], d[1], d[2], value - now, sigma * sigma);
        } else {
            seen.addVelocity(d[0], d[1], d[2], value - now, sigma * sigma);
        }
    }

    @Test
    void shouldEqualLeastSquaresOverAllPlotsWhenOneModelHolds() {
        for (int run = 0; run < 20; run++) {
            int times = random.nextInt(2, 25);
            Batch batch = new Batch(times);
            Estimate estimate = new Estimate();
            for (int i = 0; i < STATE; i++) {
                double sigma = i < 3 ? 300 : 60;
                estimate.mean[i] = random.nextDouble(-1, 1) * (i < 3 ? 5_000 : 200);
                estimate.covariance[7 * i] = sigma * sigma;
                double[] row = new double[STATE];
                row[i] = 1;
                batch.addRow(0, row, estimate.mean[i], sigma * sigma);
            }
            History history = new History.Start();
            long time = 0;
            List<Long> all = new ArrayList<>();
            for (int k = 0; k < times; k++) {
                all.add(time);
                // A late plot comes after one in time, and sees the past from here.
                for (int plot = 0; plot < random.nextInt(3); plot++) {
                    Observation seen = new Observation();
                    double lead = plot == 0 ? 0 : -random.nextDouble(3);
                    seen.clear(estimate.mean.clone(), lead);
                    for (int axis = 0; axis < (plot == 0 ? 4 : 2); axis++) {
                        double sigma = random.nextDouble(40, 120);
                        double value = estimate.mean[axis] + sigma * random.nextGaussian();
                        see(seen, estimate, axis, value, sigma);
                        double[] row = new double[STATE];
                        row[axis] = 1;
                        if (axis < 3) {
                            row[axis + 3] = lead;
                        }
                        batch.addRow(STATE * k, row, value, sigma * sigma);
                    }
                    filter.update(estimate, seen);
                }
                history = history.with(estimate, time, Frame.flatAt(0, 0, 0));
                if (k < times - 1) {
                    long step = Time.ofSeconds(random.nextDouble(0.5, 6));
                    double dt = Time.secondsBetween(0, step);
                    double agility = MotionFilter.agility(estimate.mean, estimate.covariance, 0, 0);
                    filter.predict(estimate, dt);
                    batch.addStep(STATE * k, dt, bank.modelOf(0, 1), agility);
                    time += step;
                }
            }
            SmoothedTrack track = new SmoothedTrack(NUMBER, World.FLAT, history, time, false);
            CholeskyDecomposition solver = new CholeskyDecomposition(batch.information, 1e-9, 0);
            RealVector best = solver.getSolver().solve(batch.right);
            RealMatrix spread = solver.getSolver().getInverse();
            for (int k = 0; k < times; k++) {
                Kinematics at = track.at(all.get(k));
                double[] got = {at.x(), at.y(), at.z(), at.vx(), at.vy(), at.vz()};
                for (int i = 0; i < STATE; i++) {
                    double want = best.getEntry(STATE * k + i);
                    assertThat(got[i])
                            .as("run %d of seed %d: time %d, %d", run, SEED, k, i)
                            .isCloseTo(want, within(1e-9 * Math.max(1_000, Math.abs(want))));
                    double deviation = Math.sqrt(spread.getEntry(STATE * k + i, STATE * k + i));
                    for (int j = 0; j < STATE; j++) {
                        double other = Math.sqrt(spread.getEntry(STATE * k + j, STATE * k + j));
                        assertThat(at.covariance().at(i, j))
                                .as("covariance, run %d: time %d, %d, %d", run, k, i, j)
                                .isCloseTo(
                                        spread.getEntry(STATE * k + i, STATE * k + j),
                                        within(1e-9 * deviation * other));
                    }
                }
            }
        }
    }

    /** Between two steps it is what a step without plots there would have made it. */
    @Test
    void shouldTellTheSameBetweenStepsWhenAStepStandsThereOrNot() {
        Estimate estimate = start();
        History with = new History.Start();
        History without = new History.Start();
        for (int k = 0; k < 12; k++) {
            place(estimate, 250 * 4 * k, 0);
            with = with.with(estimate, Time.ofSeconds(4 * k), Frame.flatAt(0, 0, 0));
            without = without.with(estimate, Time.ofSeconds(4 * k), Frame.flatAt(0, 0, 0));
            filter.predict(estimate, 1.5);
            with = with.with(estimate, Time.ofSeconds(4 * k + 1.5), Frame.flatAt(0, 0, 0));
            filter.predict(estimate, 2.5);
        }
        long end = Time.ofSeconds(44);
        SmoothedTrack one = new SmoothedTrack(NUMBER, World.FLAT, with, end, false);
        SmoothedTrack other = new SmoothedTrack(NUMBER, World.FLAT, without, end, false);
        for (double t = 0; t < 44; t += 0.25) {
            Kinematics a = one.at(Time.ofSeconds(t));
            Kinematics b = other.at(Time.ofSeconds(t));
            assertThat(a.x()).as("at %s s", t).isCloseTo(b.x(), within(1e-6));
            assertThat(a.vz()).isCloseTo(b.vz(), within(1e-6));
            assertThat(a.covariance().at(0, 0)).isCloseTo(b.covariance().at(0, 0), within(1e-4));
        }
        assertThat(one.at(end + 1)).isNull();
        assertThat(one.at(-1)).isNull();
        assertThat(one.first()).isZero();
        assertThat(one.last()).isEqualTo(end);
    }

    private static Estimate start() {
        Estimate estimate = new Estimate();
        for (int i = 0; i < STATE; i++) {
            estimate.covariance[7 * i] = i < 3 ? 1e6 : 3e4;
        }
        return estimate;
    }

    private void place(Estimate estimate, double x, double z) {
        Observation seen = new Observation();
        double[] mean = new double[STATE];
        filter.mean(estimate, mean);
        Estimate at = new Estimate();
        System.arraycopy(mean, 0, at.mean, 0, STATE);
        seen.clear(mean, 0);
        see(seen, at, 0, x + 50 * random.nextGaussian(), 50);
        see(seen, at, 1, 50 * random.nextGaussian(), 50);
        see(seen, at, 2, z + 50 * random.nextGaussian(), 50);
        filter.update(estimate, seen);
    }

    /** All models at once, in frames that change on the way, against one frame all the way. */
    @Test
    void shouldNotMindWhenTheFrameIsMovedOnTheWay() {
        Frame home = Frame.tangent(GeodeticPosition.ofDegrees(48.1, 16.5, 200));
        Estimate estimate = start();
        History fixed = new History.Start();
        History moving = new History.Start();
        for (int k = 0; k < 30; k++) {
            place(estimate, 250 * 4 * k, 3_000);
            if (k == 1) {
                estimate.widen(bank);
            }
            long time = Time.ofSeconds(4 * k);
            fixed = fixed.with(estimate, time, home);
            Frame here =
                    Frame.tangent(GeodeticPosition.ofDegrees(48.1, 16.5 + 0.02 * (k / 4), 200));
            Estimate moved = new Estimate();
            moved.copyFrom(estimate);
            Reanchoring.move(moved, home, here);
            moving = moving.with(moved, time, k % 4 == 0 ? here : sameAs(moving, here));
            filter.predict(estimate, 4);
        }
        long end = Time.ofSeconds(116);
        SmoothedTrack one = new SmoothedTrack(NUMBER, World.EARTH, fixed, end, false);
        SmoothedTrack other = new SmoothedTrack(NUMBER, World.EARTH, moving, end, false);
        for (double t = 0; t < 116; t += 1.5) {
            Kinematics a = one.at(Time.ofSeconds(t));
            Kinematics b = other.at(Time.ofSeconds(t));
            // What is left: noise is vertical and horizontal in each frame's own sense.
            assertThat(b.x()).as("at %s s", t).isCloseTo(a.x(), within(0.2));
            assertThat(b.y()).isCloseTo(a.y(), within(0.2));
            assertThat(b.z()).isCloseTo(a.z(), within(0.2));
            assertThat(b.vx()).isCloseTo(a.vx(), within(0.02));
            assertThat(b.covariance().at(1, 1))
                    .isCloseTo(a.covariance().at(1, 1), within(0.01 * a.covariance().at(1, 1)));
        }
    }

    private static Frame sameAs(History history, Frame here) {
        return history instanceof History.Step step ? step.frame() : here;
    }

    @Test
    void shouldLiftAllThatLiesBeforeWhenHeightsAreUnderstood() {
        Estimate estimate = start();
        Frame flat = Frame.flatAt(0, 0, 0);
        History plain = new History.Start();
        History lifted = new History.Start();
        for (int k = 0; k < 10; k++) {
            place(estimate, 800 * k, 3_000);
            plain = plain.with(estimate, Time.ofSeconds(4 * k), flat);
            Estimate higher = new Estimate();
            higher.copyFrom(estimate);
            if (k >= 6) {
                higher.mean[2] += 400;
            }
            if (k == 6) {
                lifted = new History.Raise(lifted, 400);
            }
            lifted = lifted.with(higher, Time.ofSeconds(4 * k), flat);
            filter.predict(estimate, 4);
        }
        long end = Time.ofSeconds(36);
        SmoothedTrack low = new SmoothedTrack(NUMBER, World.FLAT, plain, end, false);
        SmoothedTrack high = new SmoothedTrack(NUMBER, World.FLAT, lifted, end, false);
        for (double t = 0; t <= 36; t += 1) {
            long time = Time.ofSeconds(t);
            assertThat(high.at(time).z()).isCloseTo(low.at(time).z() + 400, within(1e-6));
            assertThat(high.at(time).vz()).isCloseTo(low.at(time).vz(), within(1e-9));
        }
    }

    @Test
    void shouldMoveAsTheFilterDoesWhenWrittenAsMatrices() {
        Transition transition = new Transition();
        Estimate estimate = start();
        estimate.widen(bank);
        for (int m = 0; m < bank.count(); m++) {
            for (int i = 0; i < STATE; i++) {
                estimate.mean[STATE * m + i] = random.nextDouble(-200, 200);
            }
            Estimate single = new Estimate();
            single.copyFrom(estimate);
            // Alone in its estimate, a model moves without mixing.
            for (int k = 0; k < bank.count(); k++) {
                single.probability[k] = k == m ? 1 : 0;
                System.arraycopy(estimate.mean, STATE * m, single.mean, STATE * k, STATE);
            }
            double dt = random.nextDouble(0.1, 8);
            transition.of(bank, m, dt);
            double[] before = new double[STATE];
            System.arraycopy(single.mean, STATE * m, before, 0, STATE);
            filter.predict(single, dt);
            RealMatrix f = rows(transition.matrix);
            RealVector mean = f.operate(new ArrayRealVector(before));
            RealMatrix p = f.multiply(rows(start().covariance)).multiply(f.transpose());
            p = p.add(rows(transition.noise));
            for (int i = 0; i < STATE; i++) {
                assertThat(single.mean[STATE * m + i]).isCloseTo(mean.getEntry(i), within(1e-9));
                for (int j = 0; j < STATE; j++) {
                    assertThat(single.covariance[36 * m + STATE * i + j])
                            .as("model %d, %d, %d", m, i, j)
                            .isCloseTo(
                                    p.getEntry(i, j),
                                    within(1e-9 * Math.sqrt(p.getEntry(i, i) * p.getEntry(j, j))));
                }
            }
        }
    }

    @Test
    void shouldSmoothAYoungEstimateAsIfItHadNotBeenWidenedAfterwards() {
        Estimate estimate = start();
        place(estimate, 0, 0);
        History young = new History.Start().with(estimate, 0, Frame.flatAt(0, 0, 0));
        filter.predict(estimate, 4);
        place(estimate, 1_000, 0);
        long end = Time.ofSeconds(4);
        History narrow = young.with(estimate, end, Frame.flatAt(0, 0, 0));
        estimate.widen(bank);
        History wide = young.with(estimate, end, Frame.flatAt(0, 0, 0));
        Kinematics a = new SmoothedTrack(NUMBER, World.FLAT, narrow, end, false).at(0);
        Kinematics b = new SmoothedTrack(NUMBER, World.FLAT, wide, end, false).at(0);
        assertThat(b.vx()).isCloseTo(a.vx(), within(1e-7));
        assertThat(b.covariance().at(3, 3)).isCloseTo(a.covariance().at(3, 3), within(1e-6));
        Estimate first = new Estimate();
        first.copyFrom(((History.Step) young).estimate());
        assertThat(a.covariance().at(3, 3)).isLessThan(0.1 * first.covariance[21]);
    }

    /** A changed estimate after the widening must tell on the young one by all its models. */
    @Test
    void shouldSmoothAYoungEstimateByAllModelsWhenTheyDifferAfterwards() {
        Estimate estimate = start();
        place(estimate, 0, 0);
        History history = new History.Start().with(estimate, 0, Frame.flatAt(0, 0, 0));
        filter.predict(estimate, 4);
        estimate.widen(bank);
        for (int m = 0; m < bank.count(); m++) {
            estimate.mean[STATE * m] += 100 * m;
        }
        double[] mean = new double[STATE];
        double[] covariance = new double[STATE * STATE];
        filter.mean(estimate, mean);
        filter.covariance(estimate, mean, covariance);
        Estimate merged = new Estimate();
        System.arraycopy(mean, 0, merged.mean, 0, STATE);
        System.arraycopy(covariance, 0, merged.covariance, 0, STATE * STATE);
        long end = Time.ofSeconds(4);
        History wide = history.with(estimate, end, Frame.flatAt(0, 0, 0));
        History one = history.with(merged, end, Frame.flatAt(0, 0, 0));
        Kinematics a = new SmoothedTrack(NUMBER, World.FLAT, one, end, false).at(0);
        Kinematics b = new SmoothedTrack(NUMBER, World.FLAT, wide, end, false).at(0);
        assertThat(b.x()).isCloseTo(a.x(), within(1e-7));
        assertThat(b.vx()).isCloseTo(a.vx(), within(1e-7));
    }

    private static RealMatrix rows(double[] numbers) {
        RealMatrix matrix = MatrixUtils.createRealMatrix(STATE, STATE);
        for (int i = 0; i < STATE * STATE; i++) {
            matrix.setEntry(i / STATE, i % STATE, numbers[i]);
        }
        return matrix;
    }
}
