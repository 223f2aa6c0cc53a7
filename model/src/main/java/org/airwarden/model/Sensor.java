package org.airwarden.model;

import org.airwarden.geodesy.Frame;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a sensor beforehand. Numbers that are not known are NaN; tracking then uses the
 * usual figure of the kind.
 *
 * @param id its number in the site, 0 or more
 * @param name its name, for people
 * @param kind what it is
 * @param sac system area code of its ASTERIX, or -1
 * @param sic system identification code of its ASTERIX, or -1
 * @param placement where it stands and how it is turned, or null where unknown
 * @param rangeSigma standard deviation of range (m), or NaN
 * @param azimuthSigma standard deviation of azimuth (rad), or NaN
 * @param elevationSigma standard deviation of elevation (rad), or NaN
 * @param positionSigma standard deviation of a position along one axis (m), or NaN
 * @param detectionProbability probability of detection a scan, or NaN
 * @param clutterPerScan expected false plots a scan, or NaN
 * @param period time of one turn or update (s), or NaN where it is to be learned
 * @param maximumRange range (m), or NaN
 */
public record Sensor(
        int id,
        String name,
        Kind kind,
        int sac,
        int sic,
        @Nullable Frame placement,
        double rangeSigma,
        double azimuthSigma,
        double elevationSigma,
        double positionSigma,
        double detectionProbability,
        double clutterPerScan,
        double period,
        double maximumRange) {

    /** What a sensor is. */
    public enum Kind {
        /** A turning radar of the air: primary, secondary or both. */
        RADAR,
        /** A surface movement radar. */
        SURFACE_RADAR,
        /** A receiver of ADS-B and Mode S. */
        ADSB,
        /** A multilateration system. */
        MLAT,
        /** Another centre that sends system tracks. */
        SYSTEM,
        /** A receiver that tells directions alone. */
        DIRECTION_FINDER,
        /** A post of observers, or a place that takes their calls. */
        OBSERVER
    }
}
