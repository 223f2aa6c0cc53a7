package org.airwarden.modes;

/**
 * How good an ADS-B position is, as its sender says it.
 *
 * @param version of the standard the sender speaks: 0 DO-260, 1 DO-260A, 2 DO-260B and later; -1
 *     while it has not said
 * @param integrityCategory NIC, 0 (unknown) to 11; NUCp, 0 to 9, for version 0 and -1
 * @param containmentRadius radius that holds the true position at the integrity stated, metres; NaN
 *     when unknown
 * @param accuracyCategory NACp, 0 (unknown) to 11; -1 while it has not been said
 * @param sourceIntegrity SIL, 0 (unknown) to 3; -1 while it has not been said
 */
public record PositionQuality(
        int version,
        int integrityCategory,
        double containmentRadius,
        int accuracyCategory,
        int sourceIntegrity) {

    private static final double[] ACCURACY = {
        Double.NaN, 10, 4, 2, 1, 0.5, 0.3, 0.1, 0.05, 30 / 1852.0, 10 / 1852.0, 3 / 1852.0
    };

    /**
     * Radius of a circle that holds 95 % of position errors (EPU of the NACp; RTCA DO-260B
     * 2.2.3.2.7.2.7), metres; NaN when unknown.
     */
    public double accuracyRadius() {
        return accuracyCategory < 0 || accuracyCategory >= ACCURACY.length
                ? Double.NaN
                : ACCURACY[accuracyCategory] * Units.NAUTICAL_MILE;
    }
}
