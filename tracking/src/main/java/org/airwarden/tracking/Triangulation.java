package org.airwarden.tracking;

import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.World;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * Begins a tentative track where two directions from different places cross. The crossing is found
 * on the ellipsoid by Gauss-Newton steps; its covariance is that of the two directions about it, on
 * top of a prior that knows nothing. Not thread-safe.
 */
final class Triangulation {
    /** Probability that two directions that nothing explains are of one target. */
    static final double EXISTENCE = 0.4;

    private static final double ANYWHERE = 150_000;
    private static final double SPEED = 160;
    private static final double CLIMB = 8;
    private static final double HEIGHT = 6_000;
    private static final double HEIGHT_SPREAD = 4_000;

    /** Directions that cross at less than this tell no distance (rad). */
    private static final double FLATTEST = Math.toRadians(3);

    private static final double NEAREST = 2_000;

    /** Squared deviations within which the second direction must agree. */
    private static final double GATE = 16;

    private final MotionFilter filter;
    private final Bearings bearings;
    private final Observation seen = new Observation();
    private final double[] world = new double[3];
    private final double[] local = new double[3];
    private final double[] axis = new double[3];

    Triangulation(MotionFilter filter, Bearings bearings) {
        this.filter = filter;
        this.bearings = bearings;
    }

    /** Returns a track where two directions cross, or null where they do not, or too flatly. */
    @Nullable LiveTrack begin(
            Bearing first, SensorState one, Bearing second, SensorState other, World earth) {
        Frame a = one.sensor().placement();
        Frame b = other.sensor().placement();
        if (a == null || b == null || !cross(first, a, second, b, earth)) {
            return null;
        }
        boolean ordered = first.time() <= second.time();
        Bearing earlier = ordered ? first : second;
        Bearing later = ordered ? second : first;
        SensorState early = ordered ? one : other;
        SensorState late = ordered ? other : one;
        Frame frame = earth.frameAt(world[0], world[1], world[2]);
        Estimate estimate = new Estimate();
        frame.toLocal(world[0], world[1], world[2], estimate.mean, 0);
        double[] p = estimate.covariance;
        p[0] = ANYWHERE * ANYWHERE;
        p[7] = p[0];
        p[14] = HEIGHT_SPREAD * HEIGHT_SPREAD;
        p[21] = SPEED * SPEED;
        p[28] = p[21];
        p[35] = CLIMB * CLIMB;
        LiveTrack track =
                new LiveTrack(
                        frame, estimate, first.strobe().origin().with(second.strobe().origin()));
        track.time = earlier.time();
        track.began = earlier.time();
        track.lastReport = earlier.time();
        track.existence = EXISTENCE;
        track.firstExistence = EXISTENCE;
        track.hits = 1;
        filter.mean(estimate, track.mean);
        update(track, earlier, early);
        double seconds = Time.secondsBetween(earlier.time(), later.time());
        filter.predict(estimate, seconds);
        track.time = later.time();
        filter.mean(estimate, track.mean);
        if (!update(track, later, late)) {
            return null;
        }
        track.heightKnown =
                !Double.isNaN(first.strobe().elevation())
                        || !Double.isNaN(second.strobe().elevation());
        return track;
    }

    private boolean update(LiveTrack track, Bearing bearing, SensorState sensor) {
        Frame at = sensor.sensor().placement();
        if (at == null) {
            return false;
        }
        // The prior is no knowledge: what it spreads is kept out of the second-order terms.
        bearing.observe(bearings, track, sensor, at, 0, false, seen);
        filter.logLikelihood(track.estimate, seen);
        if (filter.leastDistance() > GATE) {
            return false;
        }
        filter.update(track.estimate, seen);
        track.summarise(filter);
        return true;
    }

    /** Finds where the directions cross, into {@link #world}. */
    private boolean cross(Bearing first, Frame a, Bearing second, Frame b, World earth) {
        double azimuth = first.strobe().azimuth();
        double ux = StrictMath.sin(azimuth);
        double uy = StrictMath.cos(azimuth);
        a.toLocal(b.originX(), b.originY(), b.originZ(), local, 0);
        double bx = local[0];
        double by = local[1];
        double other = second.strobe().azimuth();
        b.directionToWorld(StrictMath.sin(other), StrictMath.cos(other), 0, axis, 0);
        a.directionToLocal(axis[0], axis[1], axis[2], local, 0);
        double length = Math.sqrt(local[0] * local[0] + local[1] * local[1]);
        double vx = local[0] / length;
        double vy = local[1] / length;
        double sine = ux * vy - uy * vx;
        if (Math.abs(sine) < StrictMath.sin(FLATTEST)) {
            return false;
        }
        double s = (bx * vy - by * vx) / sine;
        double t = (bx * uy - by * ux) / sine;
        if (s < NEAREST || t < NEAREST || s > first.reach() || t > second.reach()) {
            return false;
        }
        a.toWorld(s * ux, s * uy, 0, world, 0);
        for (int step = 0; step < 4; step++) {
            lift(earth);
            if (!improve(a, azimuth, b, other, earth)) {
                return false;
            }
        }
        lift(earth);
        return true;
    }

    /** Puts the crossing at the usual height. */
    private void lift(World earth) {
        Frame here = earth.frameAt(world[0], world[1], world[2]);
        double height = earth.heightOf(world[0], world[1], world[2]);
        here.toWorld(0, 0, HEIGHT - height, local, 0);
        here.toLocal(world[0], world[1], world[2], axis, 0);
        here.toWorld(axis[0], axis[1], axis[2] + HEIGHT - height, world, 0);
    }

    /** One Gauss-Newton step in the horizontal plane about the crossing. */
    private boolean improve(Frame a, double azimuth, Frame b, double other, World earth) {
        Frame here = earth.frameAt(world[0], world[1], world[2]);
        here.toLocal(world[0], world[1], world[2], axis, 0);
        double x0 = axis[0];
        double y0 = axis[1];
        double z0 = axis[2];
        double[] first = sight(here, a, azimuth);
        double[] second = sight(here, b, other);
        double determinant = first[0] * second[1] - first[1] * second[0];
        if (!(Math.abs(determinant) > 1e-16)) {
            return false;
        }
        double dx = (first[2] * second[1] - second[2] * first[1]) / determinant;
        double dy = (first[0] * second[2] - second[0] * first[2]) / determinant;
        if (!(Math.abs(dx) + Math.abs(dy) < ANYWHERE)) {
            return false;
        }
        here.toWorld(x0 + dx, y0 + dy, z0, world, 0);
        return true;
    }

    /** Returns how an azimuth changes with east and north, and what is missing of it. */
    private double[] sight(Frame here, Frame at, double azimuth) {
        at.toLocal(world[0], world[1], world[2], local, 0);
        double x = local[0];
        double y = local[1];
        double square = Math.max(1, x * x + y * y);
        at.directionToWorld(y / square, -x / square, 0, axis, 0);
        here.directionToLocal(axis[0], axis[1], axis[2], axis, 0);
        return new double[] {
            axis[0], axis[1], Observer.turn(azimuth - StrictMath.atan2(x, y)),
        };
    }

    /** Notes in a track that a sensor's direction is part of it. */
    static void note(LiveTrack track, Bearing bearing, SensorState sensor, boolean bounded) {
        int id = sensor.sensor().id();
        double period = sensor.owedPeriod();
        Contribution part = track.contribution(id);
        if (part == null) {
            part = new Contribution(id, Technology.STROBE);
            part.firstReceived = bearing.strobe().received();
            // A direction takes no plot's place in the turn.
            part.lastHit = bearing.time() - Time.ofSeconds(2 * period);
            part.due = Time.UNKNOWN;
            track.insert(part);
        }
        part.reports++;
        part.lastReceived = bearing.strobe().received();
        part.lastStrobe = Math.max(part.lastStrobe, bearing.time());
        if (bounded) {
            part.missed = 0;
            part.due = Math.max(part.due, bearing.time() + Time.ofSeconds(period));
            track.lastReport = Math.max(track.lastReport, bearing.time());
        }
        track.origin = track.origin.with(bearing.strobe().origin());
        track.touch();
    }
}
