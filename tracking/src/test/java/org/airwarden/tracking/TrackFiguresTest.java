package org.airwarden.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.airwarden.geodesy.World;
import org.airwarden.model.Motion;
import org.airwarden.model.Motion.Course;
import org.airwarden.model.Motion.Vertical;
import org.junit.jupiter.api.Test;

class TrackFiguresTest {
    private final MotionModels bank = new MotionModels();
    private final MotionFilter filter = new MotionFilter(bank);

    @Test
    void shouldHold95PercentWithinTheAccuracyWhateverTheEllipse() {
        for (double minor = 0; minor <= 1; minor += 0.1) {
            for (double turn = 0; turn < 3; turn += 0.7) {
                double a = 200 * 200;
                double b = a * minor * minor;
                double cos = Math.cos(turn);
                double sin = Math.sin(turn);
                double[] covariance = new double[36];
                covariance[0] = a * cos * cos + b * sin * sin;
                covariance[7] = a * sin * sin + b * cos * cos;
                covariance[1] = (a - b) * sin * cos;
                double radius = TrackFigures.accuracy(covariance) / 200;
                assertThat(inside(radius, minor))
                        .as("half axes 1 and %s, turned by %s", minor, turn)
                        .isCloseTo(0.95, within(0.001));
            }
        }
    }

    /** Probability that a normal pair of deviations 1 and c lies within a radius, by summing. */
    private static double inside(double radius, double c) {
        int steps = 4_000;
        double sum = 0;
        for (int k = 0; k < steps; k++) {
            double x = -radius + (k + 0.5) * 2 * radius / steps;
            double reach = Math.sqrt(radius * radius - x * x);
            double within = c == 0 ? 1 : error(reach / c / Math.sqrt(2));
            sum += Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * within * 2 * radius / steps;
        }
        return sum;
    }

    /** The error function by its series. */
    private static double error(double x) {
        if (x > 5) {
            return 1;
        }
        double term = x;
        double sum = x;
        for (int n = 1; n < 200; n++) {
            term *= -x * x / n;
            sum += term / (2 * n + 1);
        }
        return 2 / Math.sqrt(Math.PI) * sum;
    }

    /** What is told of a target that flew as given for a minute, seen each 4 s. */
    private Motion after(double turnRate, double climb, double speeding) {
        Estimate estimate = new Estimate();
        for (int i = 0; i < 6; i++) {
            estimate.covariance[7 * i] = i < 3 ? 1e6 : 3e4;
        }
        estimate.widen(bank);
        double[] at = new double[3];
        double course = 0.4;
        double speed = 220;
        double[] mean = new double[6];
        for (int k = 0; k <= 600; k++) {
            if (k % 40 == 0) {
                if (k > 0) {
                    filter.predict(estimate, 4);
                }
                filter.mean(estimate, mean);
                Observation seen = new Observation();
                seen.clear(mean, 0);
                for (int i = 0; i < 3; i++) {
                    double off = at[i] - mean[i];
                    seen.addPosition(i == 0 ? 1 : 0, i == 1 ? 1 : 0, i == 2 ? 1 : 0, off, 400);
                }
                filter.update(estimate, seen);
            }
            course += turnRate * 0.1;
            speed += speeding * 0.1;
            at[0] += speed * Math.sin(course) * 0.1;
            at[1] += speed * Math.cos(course) * 0.1;
            at[2] += climb * 0.1;
        }
        return told(estimate, World.FLAT);
    }

    private Motion told(Estimate estimate, World world) {
        double[] mean = new double[6];
        double[] covariance = new double[36];
        filter.mean(estimate, mean);
        filter.covariance(estimate, mean, covariance);
        return TrackFigures.motion(bank, estimate, mean, covariance, world, true);
    }

    @Test
    void shouldTellHowATargetMoves() {
        assertThat(after(0, 0, 0)).isEqualTo(new Motion(Course.CONSTANT, false, Vertical.LEVEL));
        assertThat(after(0, 10, 0).vertical()).isEqualTo(Vertical.CLIMB);
        assertThat(after(0, -10, 0).vertical()).isEqualTo(Vertical.DESCENT);
        assertThat(after(Math.toRadians(4), 0, 0).course()).isEqualTo(Course.RIGHT_TURN);
        assertThat(after(-Math.toRadians(4), 0, 0).course()).isEqualTo(Course.LEFT_TURN);
        assertThat(after(Math.toRadians(10), 0, 0).course()).isEqualTo(Course.RIGHT_TURN);
        for (double speeding : new double[] {-3, 3, 5, 12}) {
            assertThat(after(0, 0, speeding).accelerating()).as("%s m/s^2", speeding).isTrue();
            assertThat(after(0, 0, speeding).course()).isEqualTo(Course.UNDETERMINED);
        }
        assertThat(after(Math.toRadians(4), 0, 0).accelerating()).isFalse();
    }

    @Test
    void shouldTellNothingWhenATrackIsYoungOrItsHeightUnknown() {
        Estimate estimate = new Estimate();
        assertThat(told(estimate, World.EARTH)).isEqualTo(Motion.UNDETERMINED);
        estimate.widen(bank);
        double[] mean = new double[6];
        Motion motion =
                TrackFigures.motion(bank, estimate, mean, new double[36], World.EARTH, false);
        assertThat(motion.vertical()).isEqualTo(Vertical.UNDETERMINED);
    }

    /** 60 km from where its frame touches the earth a level flight goes down in the frame. */
    @Test
    void shouldCallAFlightLevelWhenOnlyTheEarthIsCurved() {
        Estimate estimate = new Estimate();
        estimate.mean[0] = 60_000;
        estimate.mean[3] = 280;
        estimate.mean[5] = -60_000.0 * 280 / 6_378_137;
        estimate.covariance[35] = 0.04;
        estimate.widen(bank);
        assertThat(told(estimate, World.EARTH).vertical()).isEqualTo(Vertical.LEVEL);
        assertThat(told(estimate, World.FLAT).vertical()).isEqualTo(Vertical.DESCENT);
    }
}
