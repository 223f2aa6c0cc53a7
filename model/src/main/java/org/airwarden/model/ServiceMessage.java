package org.airwarden.model;

/**
 * What a sensor says of itself: that it lives, where its beam is, how fast it turns.
 *
 * @param sensor the sensor's number
 * @param measured when the sensor claims to have sent it (ns since 1970)
 * @param received when the host took it in (ns since 1970)
 * @param origin where the data comes from
 * @param kind what it is
 * @param azimuth the beam's azimuth (rad), or NaN
 * @param period time of one turn or update cycle (s), or NaN
 */
public record ServiceMessage(
        int sensor,
        long measured,
        long received,
        Origin origin,
        Kind kind,
        double azimuth,
        double period)
        implements SensorReport {

    /** What a service message is. */
    public enum Kind {
        /** The beam passes north: a new scan. */
        NORTH_MARK,
        /** The beam enters a sector. */
        SECTOR,
        /** A new update cycle of a sensor that does not turn. */
        UPDATE_CYCLE,
        /** Status: the sensor lives. */
        STATUS
    }
}
