package org.airwarden.tracking;

import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.World;
import org.airwarden.model.Sensor.Kind;
import org.airwarden.model.Time;
import org.airwarden.model.Transponder.Ground;
import org.jspecify.annotations.Nullable;

/**
 * Writes measurements as rows that are linear at a track's estimate, in the sensor's own geometry:
 * slant range, azimuth and elevation about its place, heights above the ellipsoid. Not thread-safe.
 */
final class Observer {
    /** Error of a pressure height against the track's own scale of heights (m). */
    private static final double PRESSURE_SIGMA = 25;

    /** Error of a geometric height from a satellite receiver (m). */
    private static final double GEOMETRIC_SIGMA = 40;

    private static final double GROUND_SIGMA = 30;
    private static final double RANGE_RATE_SIGMA = 5;

    /** Error of a velocity that an aircraft or a multilateration system tells (m/s). */
    private static final double TOLD_VELOCITY_SIGMA = 6;

    private static final double TOLD_VERTICAL_SIGMA = 3;

    /** Unknown age of a position that an aircraft tells (s), standard deviation. */
    private static final double TOLD_AGE_SIGMA = 0.15;

    private World world = World.EARTH;
    private final double[] place = new double[3];
    private final double[] relative = new double[3];
    private final double[] axis = new double[3];
    private final double[] local = new double[3];

    Observer() {}

    void in(World newWorld) {
        world = newWorld;
    }

    /** Fills an observation with a measurement as the track sees it. */
    void observe(LiveTrack track, Measurement m, SensorState sensor, Observation out) {
        double lead = Time.secondsBetween(track.time, m.time);
        out.clear(track.mean, lead);
        track.placeAfter(lead, place);
        Frame placement = sensor.sensor().placement();
        if (m.polar && placement != null) {
            polar(track, m, sensor, placement, out);
        } else {
            geodetic(track, m, sensor, out);
        }
        Contribution part = track.contribution(m.sensor);
        if (part != null && part.scale > 1) {
            out.weaken(part.scale);
        }
        if (m.technology.isForeignTrack() && part != null) {
            boolean vertical = m.hasHeight() || Double.isFinite(m.verticalRate);
            Intersection.weigh(track.estimate, track.mean, out, vertical);
        }
    }

    private void polar(
            LiveTrack track, Measurement m, SensorState sensor, Frame at, Observation out) {
        at.toLocal(place[0], place[1], place[2], relative, 0);
        double x = relative[0];
        double y = relative[1];
        double z = relative[2];
        double across = Math.max(1, Math.sqrt(x * x + y * y));
        double range = Math.sqrt(across * across + z * z);
        double sigma = sensor.rangeSigma();
        double bend = 0;
        if (!track.heightKnown) {
            // The curve of the sphere of equal range over a wide spread of heights, to second
            // order.
            double spread = track.estimate.covariance[14];
            bend = 0.5 * (across * across / (range * range)) * spread / range;
        }
        direct(track, at, x / range, y / range, z / range);
        out.addPosition(
                local[0],
                local[1],
                local[2],
                m.range - range - bend,
                sigma * sigma + 2 * bend * bend);

        double azimuthVariance = sensor.azimuthSigma() * sensor.azimuthSigma();
        // Close to the sensor's vertical an azimuth is no longer linear over the track's spread.
        double wide = track.positionVariance / (across * across);
        azimuthVariance += Math.min(3, wide * wide);
        direct(track, at, y / (across * across), -x / (across * across), 0);
        out.addPosition(
                local[0],
                local[1],
                local[2],
                turn(m.azimuth - StrictMath.atan2(x, y)),
                azimuthVariance);

        if (!Double.isNaN(m.pressureHeight)) {
            height(track, m, out);
        } else if (!Double.isNaN(m.elevation)) {
            double square = range * range;
            direct(
                    track,
                    at,
                    -x * z / (square * across),
                    -y * z / (square * across),
                    across / square);
            double elevationSigma = sensor.elevationSigma();
            out.addPosition(
                    local[0],
                    local[1],
                    local[2],
                    m.elevation - StrictMath.atan2(z, across),
                    elevationSigma * elevationSigma);
        } else if (isOnGround(m, sensor)) {
            ground(track, at, sensor, out);
        }
        if (!Double.isNaN(m.rangeRate)) {
            direct(track, at, x / range, y / range, z / range);
            double rate = local[0] * out.at[3] + local[1] * out.at[4] + local[2] * out.at[5];
            out.addVelocity(
                    local[0],
                    local[1],
                    local[2],
                    m.rangeRate - rate,
                    RANGE_RATE_SIGMA * RANGE_RATE_SIGMA);
        }
    }

    private void geodetic(LiveTrack track, Measurement m, SensorState sensor, Observation out) {
        Frame surface = m.surface;
        surface.toLocal(place[0], place[1], place[2], relative, 0);
        double variance = horizontalVariance(track, m, sensor);
        direct(track, surface, 1, 0, 0);
        out.addPosition(local[0], local[1], local[2], -relative[0], variance);
        direct(track, surface, 0, 1, 0);
        out.addPosition(local[0], local[1], local[2], -relative[1], variance);
        if (m.hasHeight()) {
            height(track, m, out);
        } else if (isOnGround(m, sensor)) {
            ground(track, surface, sensor, out);
        }
        if (!m.technology.isClaim() || !isSuspect(track, m)) {
            velocity(track, surface, m.velocityEast, m.velocityNorth, m.verticalRate, out);
        }
    }

    private static boolean isSuspect(LiveTrack track, Measurement m) {
        return track.claim != null && track.claim.isSuspect(m.time);
    }

    /** Adds a row that says: at the height of the ground. */
    private void ground(LiveTrack track, Frame at, SensorState sensor, Observation out) {
        direct(track, at, 0, 0, 1);
        out.addPosition(
                local[0],
                local[1],
                local[2],
                groundHeight(sensor) - world.heightOf(place[0], place[1], place[2]),
                GROUND_SIGMA * GROUND_SIGMA);
    }

    static double horizontalVariance(LiveTrack track, Measurement m, SensorState sensor) {
        double sigma = sensor.positionSigma(m.sigma, m.technology);
        double variance = sigma * sigma;
        if (m.technology.isBroadcast()) {
            double speedSquare = track.mean[3] * track.mean[3] + track.mean[4] * track.mean[4];
            variance += TOLD_AGE_SIGMA * TOLD_AGE_SIGMA * speedSquare;
            if (track.claim != null && m.technology.isClaim()) {
                variance += track.claim.doubtVariance(m.time);
            }
        }
        return variance;
    }

    /** Adds rows for a velocity that was told, in the axes of a place; NaN where not told. */
    void velocity(
            LiveTrack track, Frame at, double east, double north, double up, Observation out) {
        double variance = TOLD_VELOCITY_SIGMA * TOLD_VELOCITY_SIGMA;
        if (Double.isFinite(east) && Double.isFinite(north)) {
            velocityRow(track, at, 1, 0, 0, east, variance, out);
            velocityRow(track, at, 0, 1, 0, north, variance, out);
        }
        if (Double.isFinite(up)) {
            double vertical = TOLD_VERTICAL_SIGMA * TOLD_VERTICAL_SIGMA;
            velocityRow(track, at, 0, 0, 1, up, vertical, out);
        }
    }

    private void velocityRow(
            LiveTrack track,
            Frame at,
            double x,
            double y,
            double z,
            double told,
            double variance,
            Observation out) {
        direct(track, at, x, y, z);
        double now = local[0] * out.at[3] + local[1] * out.at[4] + local[2] * out.at[5];
        out.addVelocity(local[0], local[1], local[2], told - now, variance);
    }

    private void height(LiveTrack track, Measurement m, Observation out) {
        double measured;
        double sigma;
        if (!Double.isNaN(m.pressureHeight)) {
            measured = m.pressureHeight + track.heightOffset;
            sigma = PRESSURE_SIGMA;
            if (track.heightKnown && !track.heightFromPressure && !track.offsetKnown) {
                sigma = LiveTrack.PRESSURE_BIAS;
            }
        } else {
            measured = m.geometricHeight;
            sigma = track.heightFromPressure ? LiveTrack.PRESSURE_BIAS : GEOMETRIC_SIGMA;
        }
        double height = world.heightAndUp(place[0], place[1], place[2], axis);
        track.frame.directionToLocal(axis[0], axis[1], axis[2], local, 0);
        out.addPosition(local[0], local[1], local[2], measured - height, sigma * sigma);
    }

    /** Turns a vector of one frame's axes into the track's; the result is in {@link #local}. */
    private void direct(LiveTrack track, Frame from, double x, double y, double z) {
        from.directionToWorld(x, y, z, axis, 0);
        track.frame.directionToLocal(axis[0], axis[1], axis[2], local, 0);
    }

    static boolean isOnGround(Measurement m, SensorState sensor) {
        return m.said.ground() == Ground.ON_GROUND || sensor.sensor().kind() == Kind.SURFACE_RADAR;
    }

    /** Returns the height of the ground about a sensor (m), as far as it is known. */
    double groundHeight(SensorState sensor) {
        @Nullable Frame at = sensor.sensor().placement();
        return at == null ? 0 : world.heightOf(at.originX(), at.originY(), at.originZ());
    }

    /** Returns an angle within half a turn of 0. */
    static double turn(double angle) {
        if (angle > Math.PI) {
            return angle - 2 * Math.PI;
        }
        return angle < -Math.PI ? angle + 2 * Math.PI : angle;
    }
}
