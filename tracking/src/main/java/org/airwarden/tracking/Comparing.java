package org.airwarden.tracking;

import static org.airwarden.tracking.BiasFilter.AZIMUTH;
import static org.airwarden.tracking.BiasFilter.EAST;
import static org.airwarden.tracking.BiasFilter.NORTH;
import static org.airwarden.tracking.BiasFilter.PARAMETERS;
import static org.airwarden.tracking.BiasFilter.RANGE;
import static org.airwarden.tracking.BiasFilter.SCALE;
import static org.airwarden.tracking.BiasFilter.TIME;

import java.util.Arrays;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Polar;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.geodesy.World;
import org.airwarden.model.Sensor.Kind;
import org.airwarden.model.Time;

/**
 * Compares one sensor's look at a target with the path that another sensor's looks draw: straight
 * between two of them, a few seconds apart. No track stands between the two, so what is found is
 * the sensors' own difference.
 *
 * <p>The own biases of the compared sensor are exactly additive in its own geometry, however great;
 * those of the other one are linear at their estimates. Not thread-safe.
 */
final class Comparing {
    /** Error of a height that comes with a report (m); it bears on slant ranges near the zenith. */
    private static final double HEIGHT_SIGMA = 100;

    /** Acceleration that a straight path leaves out (m/s^2): usual, and most before it is seen. */
    private static final double USUAL_ACCELERATION = 1.5;

    private static final double MOST_ACCELERATION = 4;
    private static final double FASTEST = 1_500;

    /** Slower (m/s), a target tells one and the same error of its own again and again. */
    private static final double SLOWEST = 10;

    /** Error of a target's own that stays from look to look (s along its path, m). */
    private static final double OWN_TIME = 0.05;

    private static final double OWN_PLACE = 6;
    private static final int MOST_OWN = 30;

    /**
     * The same where the target tells its place itself: each has its own latency, to 1.5 s by EASA
     * AMC 20-24, and some their own drift.
     */
    private static final double TOLD_TIME = 0.2;

    private static final double TOLD_PLACE = 15;
    private static final int MOST_TOLD = 30;

    /** Above this sine of the elevation, azimuths and heights say too much or too little. */
    private static final double STEEPEST = 0.5;

    private final Looks looks;
    private final BiasFilter biases;
    private World world = World.EARTH;

    private final double[] p1 = new double[3];
    private final double[] p2 = new double[3];
    private final double[] p0 = new double[3];
    private final double[] here = new double[3];
    private final double[] velocity = new double[3];
    private final double[] local = new double[3];
    private final double[] motion = new double[3];
    private final double[] axis = new double[3];
    private final double[] side = new double[3];
    private final double[] across = new double[3];

    /** Directions in which the other sensor's biases move the path, in the compared one's axes. */
    private final double[][] shift = new double[PARAMETERS][3];

    Comparing(Looks looks, BiasFilter biases) {
        this.looks = looks;
        this.biases = biases;
    }

    void in(World newWorld) {
        world = newWorld;
    }

    /**
     * Compares a look with a path.
     *
     * @param own the look
     * @param sensor its sensor, with its block
     * @param earlier the path's looks by the other sensor: before, after, and one before both or
     *     {@link Looks#NONE}
     * @return false where the two do not compare: a turn, no height, a place straight overhead
     */
    boolean compare(
            long own,
            SensorState sensor,
            int block,
            long earlier,
            long later,
            long oldest,
            SensorState other,
            int otherBlock,
            Comparison out) {
        double height = height(own, earlier, later);
        if (!locate(earlier, other, otherBlock, height, p1)
                || !locate(later, other, otherBlock, height, p2)) {
            return false;
        }
        double span = Time.secondsBetween(looks.time(earlier), looks.time(later));
        double square = 0;
        for (int i = 0; i < 3; i++) {
            velocity[i] = (p2[i] - p1[i]) / span;
            square += velocity[i] * velocity[i];
        }
        if (!(square < FASTEST * FASTEST)
                || square < SLOWEST * SLOWEST
                || turns(earlier, oldest, other, otherBlock, height, span)) {
            return false;
        }
        double since =
                Time.secondsBetween(looks.time(earlier), looks.time(own))
                        - biases.mean(block, TIME)
                        + biases.mean(otherBlock, TIME);
        double share = since / span;
        for (int i = 0; i < 3; i++) {
            here[i] = p1[i] + since * velocity[i];
        }
        out.block = block;
        out.otherBlock = otherBlock;
        Arrays.fill(out.own1, 0);
        Arrays.fill(out.own2, 0);
        Arrays.fill(out.other1, 0);
        Arrays.fill(out.other2, 0);
        double sagitta = 0.5 * USUAL_ACCELERATION * share * (1 - share) * span * span;
        double spread = Math.max(0.5, (1 - share) * (1 - share) + share * share);
        boolean told = isTold(sensor) || isTold(other);
        double still = 1 + Math.min(told ? MOST_TOLD : MOST_OWN, looks.compared(own));
        double ownTime = told ? TOLD_TIME : OWN_TIME;
        double ownPlace = told ? TOLD_PLACE : OWN_PLACE;
        double along = ownTime * ownTime * still;
        double place = ownPlace * ownPlace * still + sagitta * sagitta;
        return looks.isPolar(own)
                ? polar(own, sensor, block, later, other, otherBlock, spread, along, place, out)
                : plane(own, block, later, other, otherBlock, spread, along, place, out);
    }

    private static boolean isTold(SensorState sensor) {
        return sensor.sensor().kind() == Kind.ADSB;
    }

    private double height(long own, long earlier, long later) {
        double height = looks.height(later);
        if (Double.isNaN(height)) {
            height = looks.height(earlier);
        }
        return Double.isNaN(height) ? looks.height(own) : height;
    }

    /** Tells whether the path bends: its velocity before was another one. */
    private boolean turns(
            long earlier, long oldest, SensorState other, int block, double height, double span) {
        if (oldest == Looks.NONE || !locate(oldest, other, block, height, p0)) {
            return false;
        }
        double before = Time.secondsBetween(looks.time(oldest), looks.time(earlier));
        double change = 0;
        for (int i = 0; i < 3; i++) {
            double d = velocity[i] - (p1[i] - p0[i]) / before;
            change += d * d;
        }
        double shortest = Math.min(span, before);
        double noise = 6 * scatter(earlier, other) / (shortest * shortest);
        return 2 * Math.sqrt(change) / (span + before) > MOST_ACCELERATION + noise;
    }

    /** Standard deviation of a look's place in its worse direction (m). */
    private double scatter(long look, SensorState by) {
        return looks.isPolar(look)
                ? Math.max(by.statedRangeSigma(), looks.first(look) * by.statedAzimuthSigma())
                : looks.sigma(look);
    }

    /** Finds where a look says that the target is, its sensor's biases taken off. */
    private boolean locate(long look, SensorState by, int block, double height, double[] out) {
        double east = biases.mean(block, EAST);
        double north = biases.mean(block, NORTH);
        if (looks.isPolar(look)) {
            Frame at = by.sensor().placement();
            if (at == null) {
                return false;
            }
            double range = trueRange(look, block);
            double azimuth = looks.second(look) - biases.mean(block, AZIMUTH);
            double lift = looks.elevation(look);
            if (Double.isNaN(lift) || !Double.isNaN(looks.height(look))) {
                if (Double.isNaN(height)) {
                    return false;
                }
                lift = Polar.elevationForHeight(world, at, range, azimuth, height);
            }
            Polar.locate(at, range, azimuth, lift, out);
            at.directionToWorld(east, north, 0, axis, 0);
        } else {
            double up = Double.isNaN(height) ? 0 : height;
            Wgs84.toEarthCentred(looks.first(look), looks.second(look), up, out);
            if (east == 0 && north == 0) {
                return true;
            }
            Frame.tangent(new GeodeticPosition(looks.first(look), looks.second(look), 0))
                    .directionToWorld(east, north, 0, axis, 0);
        }
        for (int i = 0; i < 3; i++) {
            out[i] -= axis[i];
        }
        return true;
    }

    private double trueRange(long look, int block) {
        double range =
                (looks.first(look) - biases.mean(block, RANGE)) / (1 + biases.mean(block, SCALE));
        return Math.max(1, range);
    }

    /** A radar's look: residuals of range (m) and azimuth (rad). */
    private boolean polar(
            long own,
            SensorState sensor,
            int block,
            long later,
            SensorState other,
            int otherBlock,
            double spread,
            double along,
            double place,
            Comparison out) {
        Frame at = sensor.sensor().placement();
        if (at == null) {
            return false;
        }
        at.toLocal(here[0], here[1], here[2], local, 0);
        double x = local[0] + biases.mean(block, EAST);
        double y = local[1] + biases.mean(block, NORTH);
        double z = local[2];
        double horizontal = Math.sqrt(x * x + y * y);
        double range = Math.sqrt(horizontal * horizontal + z * z);
        if (!(horizontal > 1_000) || Math.abs(z) > STEEPEST * range) {
            return false;
        }
        at.directionToLocal(velocity[0], velocity[1], velocity[2], motion, 0);
        out.residual1 =
                looks.first(own)
                        - range * (1 + biases.mean(block, SCALE))
                        - biases.mean(block, RANGE);
        out.residual2 =
                turn(looks.second(own) - StrictMath.atan2(x, y) - biases.mean(block, AZIMUTH));
        double rx = x / range;
        double ry = y / range;
        double rz = z / range;
        double ax = y / (horizontal * horizontal);
        double ay = -x / (horizontal * horizontal);
        double approach = rx * motion[0] + ry * motion[1] + rz * motion[2];
        double sweep = ax * motion[0] + ay * motion[1];
        out.own1[RANGE] = 1;
        out.own1[SCALE] = range;
        out.own2[AZIMUTH] = 1;
        out.own1[EAST] = rx;
        out.own1[NORTH] = ry;
        out.own2[EAST] = ax;
        out.own2[NORTH] = ay;
        out.own1[TIME] = -approach;
        out.own2[TIME] = -sweep;
        shifts(later, other, otherBlock, at);
        out.other1[TIME] = approach;
        out.other2[TIME] = sweep;
        for (int k = 0; k < PARAMETERS; k++) {
            if (k != TIME) {
                out.other1[k] = rx * shift[k][0] + ry * shift[k][1] + rz * shift[k][2];
                out.other2[k] = ax * shift[k][0] + ay * shift[k][1];
            }
        }
        scatter(later, other, spread);
        double rising = Math.max(HEIGHT_SIGMA, elevated(later, other)) * rz;
        double rangeSigma = sensor.statedRangeSigma();
        double azimuthSigma = sensor.statedAzimuthSigma();
        out.noise11 =
                rangeSigma * rangeSigma
                        + quadratic(rx, ry, rx, ry)
                        + along * approach * approach
                        + place
                        + rising * rising;
        out.noise12 = quadratic(rx, ry, ax, ay) + along * approach * sweep;
        out.noise22 =
                azimuthSigma * azimuthSigma
                        + quadratic(ax, ay, ax, ay)
                        + along * sweep * sweep
                        + place / (horizontal * horizontal);
        out.lever = horizontal;
        return true;
    }

    /** A position's look: residuals east and north (m). */
    private boolean plane(
            long own,
            int block,
            long later,
            SensorState other,
            int otherBlock,
            double spread,
            double along,
            double place,
            Comparison out) {
        Frame at = Frame.tangent(new GeodeticPosition(looks.first(own), looks.second(own), 0));
        at.toLocal(here[0], here[1], here[2], local, 0);
        at.directionToLocal(velocity[0], velocity[1], velocity[2], motion, 0);
        out.residual1 = -local[0] - biases.mean(block, EAST);
        out.residual2 = -local[1] - biases.mean(block, NORTH);
        out.own1[EAST] = 1;
        out.own2[NORTH] = 1;
        out.own1[TIME] = -motion[0];
        out.own2[TIME] = -motion[1];
        shifts(later, other, otherBlock, at);
        out.other1[TIME] = motion[0];
        out.other2[TIME] = motion[1];
        // Residual is reported less expected, and expected = path + bias: signs as for a radar.
        for (int k = 0; k < PARAMETERS; k++) {
            if (k != TIME) {
                out.other1[k] = shift[k][0];
                out.other2[k] = shift[k][1];
            }
        }
        scatter(later, other, spread);
        double sigma = looks.sigma(own);
        out.noise11 = sigma * sigma + quadratic(1, 0, 1, 0) + along * motion[0] * motion[0] + place;
        out.noise12 = quadratic(1, 0, 0, 1) + along * motion[0] * motion[1];
        out.noise22 = sigma * sigma + quadratic(0, 1, 0, 1) + along * motion[1] * motion[1] + place;
        out.lever = 1;
        return true;
    }

    /** Finds how the path moves, in given axes, with each bias of the sensor that drew it. */
    private void shifts(long look, SensorState by, int block, Frame axes) {
        for (double[] direction : shift) {
            Arrays.fill(direction, 0);
        }
        Frame at = by.sensor().placement();
        if (looks.isPolar(look) && at != null) {
            sight(at, axes);
            double range = trueRange(look, block);
            for (int i = 0; i < 3; i++) {
                shift[RANGE][i] = -side[i];
                shift[SCALE][i] = -range * side[i];
                shift[AZIMUTH][i] = -across[i];
            }
            towards(at, axes, 1, 0, shift[EAST]);
            towards(at, axes, 0, 1, shift[NORTH]);
        } else {
            shift[EAST][0] = -1;
            shift[NORTH][1] = -1;
        }
    }

    private void towards(Frame from, Frame axes, double east, double north, double[] out) {
        from.directionToWorld(-east, -north, 0, axis, 0);
        axes.directionToLocal(axis[0], axis[1], axis[2], out, 0);
    }

    /** Sets the line of sight along the ground, and the way that a radian of azimuth goes (m). */
    private void sight(Frame at, Frame axes) {
        at.toLocal(here[0], here[1], here[2], side, 0);
        double x = side[0];
        double y = side[1];
        double horizontal = Math.max(1, Math.sqrt(x * x + y * y));
        double range = Math.sqrt(horizontal * horizontal + side[2] * side[2]);
        // At its height, a target a metre farther along the slant is so much farther away.
        double stretch = Math.min(2, range / horizontal) / horizontal;
        at.directionToWorld(y, -x, 0, axis, 0);
        axes.directionToLocal(axis[0], axis[1], axis[2], across, 0);
        at.directionToWorld(stretch * x, stretch * y, 0, axis, 0);
        axes.directionToLocal(axis[0], axis[1], axis[2], side, 0);
    }

    private double xx;
    private double xy;
    private double yy;

    /** Sets the horizontal covariance of a place on the path, in the axes of the last shifts. */
    private void scatter(long look, SensorState by, double spread) {
        Frame at = by.sensor().placement();
        if (looks.isPolar(look) && at != null) {
            // What shifts found: side along the sight, across along the azimuth.
            double range = by.statedRangeSigma();
            double azimuth = by.statedAzimuthSigma();
            double one = range * range * spread;
            double two = azimuth * azimuth * spread;
            xx = one * side[0] * side[0] + two * across[0] * across[0];
            xy = one * side[0] * side[1] + two * across[0] * across[1];
            yy = one * side[1] * side[1] + two * across[1] * across[1];
        } else {
            double sigma = looks.sigma(look);
            xx = sigma * sigma * spread;
            xy = 0;
            yy = xx;
        }
    }

    private double quadratic(double ax, double ay, double bx, double by) {
        return ax * (xx * bx + xy * by) + ay * (xy * bx + yy * by);
    }

    /** Standard deviation of a look's height (m), where its sensor measures the elevation. */
    private double elevated(long look, SensorState by) {
        return looks.isPolar(look) && Double.isNaN(looks.height(look))
                ? looks.first(look) * by.elevationSigma()
                : 0;
    }

    private static double turn(double angle) {
        return StrictMath.IEEEremainder(angle, 2 * Math.PI);
    }
}
