package org.airwarden.model;

import org.jspecify.annotations.Nullable;

/**
 * What a person saw or heard in the air and told. Every part but a place or a direction may be
 * missing, and every part is coarse.
 *
 * <p>Where a direction is given, it is counted from the observer: from {@link #latitude} and {@link
 * #longitude} where these are given, else from the sensor's own place, the post. Without a
 * direction, latitude and longitude are those of what was seen.
 *
 * @param sensor the number of the post, or of whoever takes the calls
 * @param measured when it was seen (ns since 1970), or {@link Time#UNKNOWN}
 * @param spoken when it was told (ns since 1970), or {@link Time#UNKNOWN}
 * @param received when the host took it in (ns since 1970)
 * @param origin where the data comes from
 * @param observer who saw it, or null where the post itself did; different words are different
 *     people
 * @param latitude WGS-84 (rad), or NaN
 * @param longitude WGS-84 (rad), or NaN
 * @param placeSigma standard deviation of a place along one axis (m), or NaN
 * @param direction clockwise from true north (rad), or NaN
 * @param directionSigma standard deviation of it (rad), or NaN
 * @param distance over ground from the observer (m), or NaN
 * @param distanceSigma standard deviation of it (m), or NaN
 * @param heading whither it went, clockwise from true north (rad), or NaN
 * @param headingSigma standard deviation of it (rad), or NaN
 * @param lowest least height above the observer (m), or NaN
 * @param highest greatest height above the observer (m), or NaN
 * @param number how many there were, or 0 where not told
 * @param type what it was
 * @param words what was said beside that, or null
 */
public record Observation(
        int sensor,
        long measured,
        long spoken,
        long received,
        Origin origin,
        @Nullable String observer,
        double latitude,
        double longitude,
        double placeSigma,
        double direction,
        double directionSigma,
        double distance,
        double distanceSigma,
        double heading,
        double headingSigma,
        double lowest,
        double highest,
        int number,
        Craft type,
        @Nullable String words)
        implements SensorReport {

    /** What people tell apart by eye and ear. */
    public enum Craft {
        /** Not told. */
        UNKNOWN,
        /** An aircraft with propellers. */
        PROPELLER,
        /** An aircraft with jet engines. */
        JET,
        /** A helicopter. */
        HELICOPTER,
        /** An uncrewed aircraft. */
        DRONE,
        /** A missile. */
        MISSILE,
        /** A balloon. */
        BALLOON
    }
}
