package org.airwarden.model;

/**
 * A radar's target report in its own geometry.
 *
 * @param sensor the sensor's number
 * @param measured when the sensor claims to have measured (ns since 1970)
 * @param received when the host took it in (ns since 1970)
 * @param origin where the data comes from
 * @param technology how it was obtained
 * @param range slant range (m), above 0
 * @param azimuth clockwise from the sensor's north (rad), 0 to 2 pi
 * @param elevation above the sensor's horizontal (rad), or NaN where not measured
 * @param rangeRate rate of change of the range (m/s), or NaN where not measured
 * @param said what the transponder said; {@link Transponder#SILENT} for an echo alone
 * @param sensorTrack the sensor's own track number, or -1
 */
public record Plot(
        int sensor,
        long measured,
        long received,
        Origin origin,
        Technology technology,
        double range,
        double azimuth,
        double elevation,
        double rangeRate,
        Transponder said,
        int sensorTrack)
        implements SensorReport {}
