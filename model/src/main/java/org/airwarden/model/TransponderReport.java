package org.airwarden.model;

/**
 * What a transponder said without telling where: an identification, a squitter, a velocity. It adds
 * to what is known of the track that has the address; it makes no track.
 *
 * @param sensor the sensor's number
 * @param measured when it was heard (ns since 1970)
 * @param received when the host took it in (ns since 1970)
 * @param origin where the data comes from
 * @param technology how it was obtained
 * @param said what was said
 * @param velocityEast velocity over ground (m/s), or NaN
 * @param velocityNorth velocity over ground (m/s), or NaN
 * @param verticalRate upwards (m/s), or NaN
 */
public record TransponderReport(
        int sensor,
        long measured,
        long received,
        Origin origin,
        Technology technology,
        Transponder said,
        double velocityEast,
        double velocityNorth,
        double verticalRate)
        implements SensorReport {}
