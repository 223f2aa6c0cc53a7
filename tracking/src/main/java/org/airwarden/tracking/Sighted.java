package org.airwarden.tracking;

import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.World;
import org.airwarden.model.Observation.Craft;
import org.airwarden.model.Sensor;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * An observer's report as tracking works on it: about where, in two level directions that are right
 * angles to each other, each with its own error; when; and what is usual where it does not tell.
 *
 * <p>Usual errors are rough: people tell directions to the eighth of a turn, distances to a third
 * or worse, and the minute rather than the second.
 *
 * @param told as reported
 * @param time when it is taken to have been seen (ns since 1970)
 * @param timeSigma standard deviation of that (s)
 * @param place axes east, north, up about the place
 * @param east the place in those axes (m)
 * @param north the place in those axes (m)
 * @param up the place in those axes (m), at the height told or usual
 * @param sine east part of the first direction
 * @param cosine north part of the first direction
 * @param along standard deviation in the first direction (m)
 * @param across standard deviation at right angles to it (m)
 * @param height above the ellipsoid (m)
 * @param heightSigma standard deviation of it (m)
 * @param tall whether a height was told
 */
record Sighted(
        org.airwarden.model.Observation told,
        long time,
        double timeSigma,
        Frame place,
        double east,
        double north,
        double up,
        double sine,
        double cosine,
        double along,
        double across,
        double height,
        double heightSigma,
        boolean tall) {
    private static final double PLACE_SIGMA = 2_000;
    private static final double DIRECTION_SIGMA = Math.toRadians(15);
    private static final double DISTANCE = 5_000;
    private static final double DISTANCE_SIGMA = 3_500;
    private static final double DISTANCE_SHARE = 0.35;
    private static final double HEADING_SIGMA = Math.toRadians(25);
    private static final double HEIGHT = 1_500;
    private static final double HEIGHT_SIGMA = 1_500;
    private static final double BAND_ERROR = 150;

    /** What passes between seeing and telling, and between telling and arrival (s). */
    private static final double TO_TELL = 20;

    private static final double TO_ARRIVE = 20;
    private static final double SEEN_SIGMA = 4;
    private static final double TOLD_SIGMA = 15;
    private static final double UNTOLD_SIGMA = 25;

    /**
     * Returns a report as it can be worked on, or null where it has no place or direction, or
     * numbers that cannot be.
     *
     * @param sensor the observer's post, or whoever takes the calls: its errors, where the site
     *     tells them, go before the usual ones
     */
    static @Nullable Sighted of(org.airwarden.model.Observation told, Sensor sensor, World world) {
        Frame post = sensor.placement();
        boolean placed = Double.isFinite(told.latitude()) && Double.isFinite(told.longitude());
        boolean possible =
                !placed
                        || (world != World.FLAT
                                && Math.abs(told.latitude()) <= Math.PI / 2
                                && Math.abs(told.longitude()) <= 2 * Math.PI);
        Frame stand =
                placed && possible
                        ? Frame.tangent(new GeodeticPosition(told.latitude(), told.longitude(), 0))
                        : post;
        boolean directed = Double.isFinite(told.direction());
        if (!possible || stand == null || (!placed && !directed)) {
            return null;
        }
        double ground =
                post == null ? 0 : world.heightOf(post.originX(), post.originY(), post.originZ());
        double low = told.lowest() >= 0 ? told.lowest() : 0;
        double high = told.highest() >= low ? told.highest() : 2 * low + 500;
        boolean tall = told.lowest() >= 0 || told.highest() >= 0;
        double height = ground + (tall ? (low + high) / 2 : HEIGHT);
        double heightSigma =
                tall
                        ? Math.sqrt((high - low) * (high - low) / 12 + BAND_ERROR * BAND_ERROR)
                        : HEIGHT_SIGMA;
        double sine = 1;
        double cosine = 0;
        double along = orElse(told.placeSigma(), orElse(sensor.positionSigma(), PLACE_SIGMA));
        double across = along;
        double distance = 0;
        if (directed) {
            sine = StrictMath.sin(told.direction());
            cosine = StrictMath.cos(told.direction());
            boolean far = told.distance() > 0;
            distance = far ? told.distance() : DISTANCE;
            along =
                    orElse(
                            told.distanceSigma(),
                            far
                                    ? orElse(sensor.rangeSigma(), DISTANCE_SHARE * distance)
                                    : DISTANCE_SIGMA);
            double sigma =
                    Math.min(
                            1,
                            orElse(
                                    told.directionSigma(),
                                    orElse(sensor.azimuthSigma(), DIRECTION_SIGMA)));
            across = sigma * Math.sqrt(distance * distance + along * along);
            if (placed && told.placeSigma() > 0) {
                along = hypotenuse(along, told.placeSigma());
                across = hypotenuse(across, told.placeSigma());
            }
        }
        double[] at = new double[3];
        double base = world.heightOf(stand.originX(), stand.originY(), stand.originZ());
        stand.toWorld(distance * sine, distance * cosine, height - base, at, 0);
        if (!Double.isFinite(at[0] + at[1] + at[2] + along + across + heightSigma)
                || !(along > 0)
                || !(across > 0)) {
            return null;
        }
        Frame here = world.frameAt(at[0], at[1], at[2]);
        double[] middle = new double[3];
        here.toLocal(at[0], at[1], at[2], middle, 0);
        boolean seen = told.measured() != Time.UNKNOWN;
        boolean spoken = told.spoken() != Time.UNKNOWN;
        long time = told.received() - Time.ofSeconds(TO_TELL + TO_ARRIVE);
        if (seen) {
            time = told.measured();
        } else if (spoken) {
            time = told.spoken() - Time.ofSeconds(TO_TELL);
        }
        double timeSigma = UNTOLD_SIGMA;
        if (seen) {
            timeSigma = SEEN_SIGMA;
        } else if (spoken) {
            timeSigma = TOLD_SIGMA;
        }
        return new Sighted(
                told,
                Math.min(time, told.received()),
                timeSigma,
                here,
                middle[0],
                middle[1],
                middle[2],
                sine,
                cosine,
                along,
                across,
                height,
                heightSigma,
                tall);
    }

    boolean hasHeading() {
        return Double.isFinite(told.heading());
    }

    double headingSigma() {
        return Math.min(1.5, orElse(told.headingSigma(), HEADING_SIGMA));
    }

    /** Returns the usual speed of what was seen (m/s), for where to look for it. */
    double usualSpeed() {
        return switch (told.type()) {
            case PROPELLER -> 80;
            case JET, MISSILE -> 220;
            case HELICOPTER -> 55;
            case DRONE -> 50;
            case BALLOON -> 8;
            case UNKNOWN -> 110;
        };
    }

    /** Tells whether a thing of the type that was told moves so fast (m/s) in level flight. */
    static boolean isUsual(Craft type, double speed) {
        return switch (type) {
            case UNKNOWN -> true;
            case PROPELLER -> speed > 20 && speed < 230;
            case JET -> speed > 50;
            case HELICOPTER -> speed < 110;
            case DRONE -> speed < 160;
            case MISSILE -> speed > 90;
            case BALLOON -> speed < 40;
        };
    }

    private static double hypotenuse(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }

    private static double orElse(double told, double usual) {
        return told > 0 ? told : usual;
    }
}
