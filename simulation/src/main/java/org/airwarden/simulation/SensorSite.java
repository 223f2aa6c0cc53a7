package org.airwarden.simulation;

import org.jspecify.annotations.Nullable;

/**
 * A sensor of the network.
 *
 * @param name its name
 * @param kind what it is
 * @param radar the catalogue's class, for {@link Kind#RADAR} alone
 * @param at where it stands
 * @param mast height of its aerial or eye above the ground (m)
 * @param range greatest distance of what it can do (m); a radar's is its class's where NaN
 * @param secondaryRange distance to which a radar's interrogator reaches (m); 0 for none
 * @param detection probability that it reports what it can see, each time it looks
 * @param north by how much its north is wrong: what it adds to every azimuth (rad)
 * @param rangeBias what it adds to ranges (m)
 * @param timeBias what it adds to its times (s)
 * @param falsePlots false plots a scan (radars) or false reports an hour (people)
 * @param delay from the look to the report (s): of people, minutes
 * @param works whether it works at the start
 */
public record SensorSite(
        String name,
        Kind kind,
        @Nullable String radar,
        Place at,
        double mast,
        double range,
        double secondaryRange,
        Quantity detection,
        Quantity north,
        Quantity rangeBias,
        Quantity timeBias,
        Quantity falsePlots,
        Quantity delay,
        boolean works) {

    /** What a sensor is. */
    public enum Kind {
        /** A turning radar. */
        RADAR,
        /** A receiver of ADS-B. */
        ADSB,
        /** A multilateration system, taken as one place with a range. */
        MLAT,
        /** A direction finder: a bearing to what radiates. */
        DIRECTION_FINDER,
        /** A microphone array: a bearing and a kind to what makes noise. */
        ACOUSTIC,
        /** People who watch the sky. */
        OBSERVERS
    }
}
