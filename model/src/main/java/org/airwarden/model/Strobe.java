package org.airwarden.model;

/**
 * A direction from which something was heard or seen, without a distance: a radar's jamming strobe,
 * a direction finder's bearing.
 *
 * @param sensor the sensor's number
 * @param measured when the sensor claims to have measured (ns since 1970)
 * @param received when the host took it in (ns since 1970)
 * @param origin where the data comes from
 * @param kind what gave the direction
 * @param azimuth clockwise from the sensor's north (rad), 0 to 2 pi
 * @param azimuthSigma standard deviation of it (rad), or NaN where the sensor's own holds
 * @param elevation above the sensor's horizontal (rad), or NaN where not measured
 * @param elevationSigma standard deviation of it (rad), or NaN where the sensor's own holds
 */
public record Strobe(
        int sensor,
        long measured,
        long received,
        Origin origin,
        Kind kind,
        double azimuth,
        double azimuthSigma,
        double elevation,
        double elevationSigma)
        implements SensorReport {

    /** What gave a direction. */
    public enum Kind {
        /** Noise in the band of a primary radar. */
        JAMMING,
        /** Noise in the band of a secondary radar. */
        JAMMING_SECONDARY,
        /** Noise that Mode S interrogation met. */
        JAMMING_MODE_S,
        /** A direction finder's bearing to something that emits. */
        EMISSION
    }
}
