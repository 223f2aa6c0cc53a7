package org.airwarden.tracking;

import org.airwarden.geodesy.Wgs84;
import org.airwarden.geodesy.World;
import org.airwarden.model.Motion;
import org.airwarden.model.Motion.Course;
import org.airwarden.model.Motion.Vertical;

/** What an estimate says in words and in one figure: how it moves, how good it is. Stateless. */
final class TrackFigures {
    /** From this probability of its models on, a kind of motion is told. */
    private static final double LIKELY = 0.7;

    /** The bank knows no steady acceleration: where one is, calm models keep some probability. */
    private static final double HALF = 0.5;

    /** Vertical speed (m/s) from which on it is called climbing: 300 ft/min. */
    private static final double CLIMBING = 1.524;

    /** Deviations that a vertical speed differs from 0 where climbing is told. */
    private static final double SIGNIFICANT = 2;

    /** A track is level when its vertical speed is surely below this (m/s): 800 ft/min. */
    private static final double LEVEL = 4.064;

    private TrackFigures() {}

    /**
     * Returns how a track moves.
     *
     * @param mean the mean over all models, in a local frame
     * @param covariance its covariance
     * @param world the world of the frame
     */
    static Motion motion(
            MotionModels bank,
            Estimate estimate,
            double[] mean,
            double[] covariance,
            World world,
            boolean heightKnown) {
        double calm = 0;
        double right = 0;
        double left = 0;
        double falls = 0;
        for (int m = 0; m < estimate.models && estimate.models > 1; m++) {
            if (bank.falls(m)) {
                falls = estimate.probability[m];
            } else if (bank.isCalm(m)) {
                calm += estimate.probability[m];
            } else if (bank.rate(m) > 0) {
                right += estimate.probability[m];
            } else if (bank.rate(m) < 0) {
                left += estimate.probability[m];
            }
        }
        Course course = Course.UNDETERMINED;
        if (calm + falls >= LIKELY) {
            course = Course.CONSTANT;
        } else if (right >= LIKELY) {
            course = Course.RIGHT_TURN;
        } else if (left >= LIKELY) {
            course = Course.LEFT_TURN;
        }
        // Turns to both sides at once are none, but what their random acceleration lets through.
        boolean accelerating = estimate.models > 1 && 1 - calm - Math.abs(right - left) >= HALF;
        // Up there, away from the frame's origin, is not quite up here.
        double bend =
                world == World.FLAT
                        ? 0
                        : (mean[0] * mean[3] + mean[1] * mean[4]) / Wgs84.SEMI_MAJOR_AXIS;
        Vertical vertical = Vertical.UNDETERMINED;
        if (heightKnown && estimate.models > 1) {
            double deviation = Math.sqrt(Math.max(0, covariance[35]));
            vertical = vertical(mean[5] + bend, SIGNIFICANT * deviation);
        }
        return new Motion(course, accelerating, vertical, falls >= LIKELY);
    }

    private static Vertical vertical(double speed, double significant) {
        if (Math.abs(speed) >= CLIMBING && Math.abs(speed) > significant) {
            return speed > 0 ? Vertical.CLIMB : Vertical.DESCENT;
        }
        return Math.abs(speed) + significant < LEVEL ? Vertical.LEVEL : Vertical.UNDETERMINED;
    }

    /**
     * Returns the radius (m) of the circle about the mean that holds the horizontal position with a
     * probability of 95 %: by the half axes of its ellipse, as of W. Leenhouts, "On the computation
     * of bi-normal radial error", Navigation 32(1), 1985; right to 0.3 %.
     *
     * @param covariance of the state, in a local frame
     */
    static double accuracy(double[] covariance) {
        double mean = (covariance[0] + covariance[7]) / 2;
        double half = (covariance[0] - covariance[7]) / 2;
        double spread = Math.sqrt(half * half + covariance[1] * covariance[1]);
        double major = Math.sqrt(Math.max(0, mean + spread));
        if (major == 0) {
            return 0;
        }
        double c = Math.sqrt(Math.max(0, mean - spread)) / major;
        return major * (1.960_790 + c * (0.004_071 + c * (0.114_276 + c * 0.371_625)));
    }
}
