package org.airwarden.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.airwarden.geodesy.Frame;
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

/**
 * Do the covariances tell the truth? Normalised estimation error squared (NEES, 6 degrees of
 * freedom) and normalised innovation squared (NIS, 3) over many targets that move as the models say
 * (Y. Bar-Shalom, X. R. Li, T. Kirubarajan, Estimation with Applications to Tracking and
 * Navigation, 2001, section 5.4.2).
 */
class ConsistencyTest {
    private static final long SEED = 90_125;
    private static final int STATE = Estimate.STATE;
    private static final int DRAWN = -1;
    private static final int STEPS = 25;
    private static final double DT = 4;
    private static final double SIGMA = 60;

    private final MotionModels bank = new MotionModels();
    private final MotionFilter filter = new MotionFilter(bank);
    private final Transition transition = new Transition();
    private final SplittableRandom random = new SplittableRandom(SEED);

    private final Sample nees = new Sample();
    private final Sample nis = new Sample();
    private final Sample smoothed = new Sample();

    /** The sensor's deviation (m) as the filter is told. */
    private double believed = SIGMA;

    /** One target that stays in a model, or changes by chance where that is {@link #DRAWN}. */
    private void run(int stays) {
        double[] truth = new double[STATE];
        Estimate estimate = new Estimate();
        for (int i = 0; i < STATE; i++) {
            double spread = i < 3 ? 100 : i < 5 ? 160 : 8;
            truth[i] = spread * random.nextGaussian();
            estimate.covariance[7 * i] = spread * spread;
        }
        estimate.widen(bank);
        int model = stays == DRAWN ? draw() : stays;
        History history = new History.Start();
        double[][] path = new double[STEPS][];
        double sumOfNees = 0;
        double sumOfNis = 0;
        for (int k = 0; k < STEPS; k++) {
            if (k > 0) {
                if (stays == DRAWN && random.nextDouble() < bank.leaving(model, DT)) {
                    model = draw();
                }
                truth = move(truth, model);
                history =
                        history.with(estimate, Time.ofSeconds(DT * (k - 1)), Frame.flatAt(0, 0, 0));
                filter.predict(estimate, DT);
            }
            sumOfNis += see(estimate, truth);
            path[k] = truth;
            sumOfNees += k < 5 ? 0 : nees(estimate, truth);
        }
        history = history.with(estimate, Time.ofSeconds(DT * (STEPS - 1)), Frame.flatAt(0, 0, 0));
        nees.add(sumOfNees / (STEPS - 5));
        nis.add(sumOfNis / STEPS);
        SmoothedTrack track =
                new SmoothedTrack(
                        new TrackNumber(0, 1),
                        World.FLAT,
                        history,
                        Time.ofSeconds(DT * STEPS),
                        false);
        double sumOfSmoothed = 0;
        for (int k = 5; k < STEPS; k++) {
            Kinematics at = track.at(Time.ofSeconds(DT * k));
            double[] mean = {at.x(), at.y(), at.z(), at.vx(), at.vy(), at.vz()};
            RealMatrix covariance = MatrixUtils.createRealMatrix(STATE, STATE);
            for (int i = 0; i < STATE; i++) {
                for (int j = 0; j < STATE; j++) {
                    covariance.setEntry(i, j, at.covariance().at(i, j));
                }
            }
            sumOfSmoothed += square(covariance, mean, path[k]);
        }
        smoothed.add(sumOfSmoothed / (STEPS - 5));
    }

    private int draw() {
        double left = random.nextDouble();
        for (int m = 0; m < bank.count(); m++) {
            left -= bank.prior(m);
            if (left < 0) {
                return m;
            }
        }
        return 0;
    }

    private double[] move(double[] state, int model) {
        transition.of(bank, model, DT);
        double[] next = rows(transition.matrix).operate(state);
        RealMatrix root = new CholeskyDecomposition(rows(transition.noise), 1e-9, 0).getL();
        double[] normal = new double[STATE];
        for (int i = 0; i < STATE; i++) {
            normal[i] = random.nextGaussian();
        }
        double[] noise = root.operate(normal);
        double agility = MotionFilter.agility(state, new double[36], 0, 0);
        for (int i = 0; i < STATE; i++) {
            next[i] += StrictMath.sqrt(agility) * noise[i];
        }
        return next;
    }

    /** Updates with the three coordinates; returns the normalised innovation squared. */
    private double see(Estimate estimate, double[] truth) {
        double[] mean = new double[STATE];
        double[] covariance = new double[36];
        filter.mean(estimate, mean);
        filter.covariance(estimate, mean, covariance);
        Observation seen = new Observation();
        seen.clear(mean, 0);
        double[] measured = new double[3];
        RealMatrix s = rows(covariance).getSubMatrix(0, 2, 0, 2);
        for (int i = 0; i < 3; i++) {
            measured[i] = truth[i] + SIGMA * random.nextGaussian();
            s.addToEntry(i, i, believed * believed);
            double off = measured[i] - mean[i];
            seen.addPosition(
                    i == 0 ? 1 : 0, i == 1 ? 1 : 0, i == 2 ? 1 : 0, off, believed * believed);
        }
        filter.update(estimate, seen);
        return square(s, mean, measured);
    }

    private double nees(Estimate estimate, double[] truth) {
        double[] mean = new double[STATE];
        double[] covariance = new double[36];
        filter.mean(estimate, mean);
        filter.covariance(estimate, mean, covariance);
        return square(rows(covariance), mean, truth);
    }

    private static double square(RealMatrix covariance, double[] mean, double[] truth) {
        RealVector off = new ArrayRealVector(covariance.getRowDimension());
        for (int i = 0; i < off.getDimension(); i++) {
            off.setEntry(i, truth[i] - mean[i]);
        }
        return off.dotProduct(
                new CholeskyDecomposition(covariance, 1e-6, 0).getSolver().solve(off));
    }

    private static RealMatrix rows(double[] numbers) {
        RealMatrix matrix = MatrixUtils.createRealMatrix(STATE, STATE);
        for (int i = 0; i < 36; i++) {
            matrix.setEntry(i / STATE, i % STATE, numbers[i]);
        }
        return matrix;
    }

    private void runs(int count, int... models) {
        for (int run = 0; run < count; run++) {
            run(models[run % models.length]);
        }
    }

    /**
     * Targets that change their motion as the bank says, so the errors' covariance is what is
     * claimed but for what merging by moments loses. Within four deviations of chi-square's mean,
     * and 2 % for the merging.
     */
    @Test
    void shouldClaimTheTruthWhenTargetsManoeuvreAsTheModelsSay() {
        runs(600, DRAWN);
        assertMean(nees, 6, 0.02);
        assertMean(nis, 3, 0.02);
        // Smoothing claims somewhat too little for itself: pairs are merged once more.
        assertThat(smoothed.mean()).as("smoothed").isBetween(5.0, 6.0);
    }

    /** A filter that expects turns claims less than it has on a straight line, but no more. */
    @Test
    void shouldClaimNoMoreThanItHasWhenTargetsFlyStraight() {
        runs(200, 0, 1);
        assertThat(nees.mean()).as("NEES, seed %d", SEED).isBetween(4.5, 6.2);
        assertThat(nis.mean()).as("NIS").isBetween(2.7, 3.1);
        assertThat(smoothed.mean()).as("smoothed").isBetween(4.5, 7.0);
    }

    /** In turns that go on and on, which the bank holds for rare, it may claim little too much. */
    @Test
    void shouldClaimHardlyMoreThanItHasWhenTargetsTurn() {
        runs(200, 4, 5, 6, 7);
        assertThat(nees.mean()).as("NEES, seed %d", SEED).isBetween(5.5, 7.2);
        assertThat(nis.mean()).as("NIS").isBetween(2.8, 3.8);
        assertThat(smoothed.mean()).as("smoothed").isBetween(5.5, 6.5);
    }

    /** The test itself: a filter that is told too small an error must be found out. */
    @Test
    void shouldFindAFilterOutThatBelievesItsSensorTooMuch() {
        believed = 45;
        runs(200, DRAWN);
        assertThat(nees.mean()).isGreaterThan(7.5);
        assertThat(nis.mean()).isGreaterThan(3.5);
    }

    private static void assertMean(Sample sample, double mean, double merging) {
        assertThat(sample.mean())
                .as("mean of %d runs, seed %d", sample.count, SEED)
                .isCloseTo(mean, within(4 * sample.deviation() + merging * mean));
    }

    /** Values, one a run; runs are independent, what is within a run is not. */
    private static final class Sample {
        int count;
        private double sum;
        private double squares;

        void add(double value) {
            count++;
            sum += value;
            squares += value * value;
        }

        double mean() {
            return sum / count;
        }

        /** Standard deviation of the mean. */
        double deviation() {
            return Math.sqrt((squares / count - mean() * mean()) / count);
        }
    }
}
