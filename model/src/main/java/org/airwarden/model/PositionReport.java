package org.airwarden.model;

import org.jspecify.annotations.Nullable;

/**
 * A position on the earth: an ADS-B report, a multilateration report, a surface radar's Cartesian
 * plot, or another centre's track.
 *
 * @param sensor the sensor's number
 * @param measured when the position is said to apply (ns since 1970)
 * @param received when the host took it in (ns since 1970)
 * @param origin where the data comes from
 * @param technology how it was obtained
 * @param latitude WGS-84 (rad)
 * @param longitude WGS-84 (rad)
 * @param geometricHeight height above the ellipsoid, or null
 * @param sigma claimed standard deviation of the position along one horizontal axis (m), or NaN
 * @param velocityEast velocity over ground (m/s), or NaN
 * @param velocityNorth velocity over ground (m/s), or NaN
 * @param verticalRate upwards (m/s), or NaN
 * @param said what the transponder said
 * @param sensorTrack the sensor's own track number, or -1
 */
public record PositionReport(
        int sensor,
        long measured,
        long received,
        Origin origin,
        Technology technology,
        double latitude,
        double longitude,
        @Nullable GeometricHeight geometricHeight,
        double sigma,
        double velocityEast,
        double velocityNorth,
        double verticalRate,
        Transponder said,
        int sensorTrack)
        implements SensorReport {}
