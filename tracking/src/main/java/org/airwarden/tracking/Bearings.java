package org.airwarden.tracking;

import org.airwarden.geodesy.Frame;

/**
 * Writes directions as rows that are linear at a track's estimate, to second order: a track that is
 * known by directions alone may be uncertain along the line of sight by a good part of its
 * distance, where the plain extended Kalman filter trusts itself too much (Y. Bar-Shalom, X. R. Li,
 * T. Kirubarajan, Estimation with Applications to Tracking and Navigation, 2001, section 10.3.2).
 * Not thread-safe.
 */
final class Bearings {
    private final MotionFilter filter;
    private final double[] covariance = new double[Estimate.SQUARE];
    private final double[] place = new double[3];
    private final double[] relative = new double[3];
    private final double[] axis = new double[3];
    private final double[] along = new double[3];
    private final double[] across = new double[3];
    private final double[] up = new double[3];
    private double ground;
    private double lead;

    Bearings(MotionFilter filter) {
        this.filter = filter;
    }

    /**
     * Fills an observation with a direction as the track sees it.
     *
     * @param at the sensor's place
     * @param seconds from the track's time to the direction's (s)
     * @param curved whether the second-order terms count
     * @param elevation may be NaN
     */
    void observe(
            LiveTrack track,
            Frame at,
            double seconds,
            boolean curved,
            double azimuth,
            double azimuthSigma,
            double elevation,
            double elevationSigma,
            Observation out) {
        out.clear(track.mean, seconds);
        lead = seconds;
        look(track, at);
        filter.covariance(track.estimate, track.mean, covariance);
        double square = ground * ground;
        double rr = curved ? form(along, along) : 0;
        double tt = curved ? form(across, across) : 0;
        double rt = curved ? form(along, across) : 0;
        out.addPosition(
                across[0] / ground,
                across[1] / ground,
                across[2] / ground,
                Observer.turn(azimuth - StrictMath.atan2(relative[0], relative[1])) + rt / square,
                azimuthSigma * azimuthSigma + Math.min(3, (rr * tt + rt * rt) / (square * square)));
        if (Double.isNaN(elevation)) {
            return;
        }
        double z = relative[2];
        double range = Math.sqrt(square + z * z);
        double lift = ground / (range * range);
        double sink = -z / (range * range);
        double ru = curved ? form(along, up) : 0;
        double uu = curved ? form(up, up) : 0;
        out.addPosition(
                lift * up[0] + sink * along[0],
                lift * up[1] + sink * along[1],
                lift * up[2] + sink * along[2],
                elevation - StrictMath.atan2(z, ground) + ru / square - z * rr / (square * ground),
                elevationSigma * elevationSigma
                        + Math.min(
                                3,
                                (rr * uu + ru * ru) / (square * square)
                                        + 2 * z * z * rr * rr / (square * square * square)));
    }

    /** Returns where the track is seen from a place: clockwise from its north (rad). */
    double azimuth(LiveTrack track, Frame at, double seconds) {
        lead = seconds;
        look(track, at);
        return StrictMath.atan2(relative[0], relative[1]);
    }

    /** Returns the distance over ground of what was looked at last (m). */
    double distance() {
        return ground;
    }

    private void look(LiveTrack track, Frame at) {
        double[] mean = track.mean;
        track.frame.toWorld(
                mean[0] + lead * mean[3],
                mean[1] + lead * mean[4],
                mean[2] + lead * mean[5],
                place,
                0);
        at.toLocal(place[0], place[1], place[2], relative, 0);
        double x = relative[0];
        double y = relative[1];
        ground = Math.max(100, Math.sqrt(x * x + y * y));
        direct(track, at, x / ground, y / ground, 0, along);
        direct(track, at, y / ground, -x / ground, 0, across);
        direct(track, at, 0, 0, 1, up);
    }

    private void direct(LiveTrack track, Frame at, double x, double y, double z, double[] out) {
        at.directionToWorld(x, y, z, axis, 0);
        track.frame.directionToLocal(axis[0], axis[1], axis[2], out, 0);
    }

    /** Covariance of the position at the lead, along two directions. */
    private double form(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                sum +=
                        a[i]
                                * b[j]
                                * (covariance[6 * i + j]
                                        + lead
                                                * (covariance[6 * i + 3 + j]
                                                        + covariance[6 * j + 3 + i])
                                        + lead * lead * covariance[21 + 6 * i + j]);
            }
        }
        return sum;
    }
}
