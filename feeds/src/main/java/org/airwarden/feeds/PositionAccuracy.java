package org.airwarden.feeds;

/**
 * What an aircraft's quality indicators mean as a standard deviation along one horizontal axis.
 *
 * <p>A radius that holds 95 % of a circular normal distribution is 2.4477 standard deviations; one
 * that holds all but 1e-7 of it is 5.6777: sqrt(-2 ln p). Stateless; any thread.
 */
final class PositionAccuracy {
    private static final double RADIUS_95 = Math.sqrt(-2 * StrictMath.log(0.05));
    private static final double RADIUS_CONTAINMENT = Math.sqrt(-2 * StrictMath.log(1e-7));

    /** EPU by NACp 0 to 11 (m): RTCA DO-260B, table 2-71 (2.2.3.2.7.2.7). */
    private static final double[] BY_NACP = {
        Double.NaN, 18_520, 7_408, 3_704, 1_852, 926, 555.6, 185.2, 92.6, 30, 10, 3
    };

    /** Containment radius by NIC 0 to 11 (m): RTCA DO-260B, table 2-69 (2.2.3.2.7.2.6). */
    private static final double[] BY_NIC = {
        Double.NaN, 37_040, 14_816, 7_408, 3_704, 1_852, 1_111.2, 370.4, 185.2, 75, 25, 7.5
    };

    /** Radius of 95 % by NUCp 0 to 9 (m): RTCA DO-260, table 2-11. */
    private static final double[] BY_NUCP = {
        Double.NaN, 18_520, 9_260, 1_852, 926, 463, 185.2, 92.6, 10, 3
    };

    private PositionAccuracy() {}

    /**
     * Returns the standard deviation (m) of a position whose transmitter says that its accuracy is
     * 10 NM or worse, or unknown: NACp 0. It is no better than this.
     */
    static double ofNoAccuracy() {
        return 18_520 / RADIUS_95;
    }

    /** Returns the standard deviation (m) of a NACp, or NaN where it claims nothing. */
    static double ofNacp(int nacp) {
        return at(BY_NACP, nacp) / RADIUS_95;
    }

    /** Returns the standard deviation (m) of a NIC, or NaN where it claims nothing. */
    static double ofNic(int nic) {
        return at(BY_NIC, nic) / RADIUS_CONTAINMENT;
    }

    /** Returns the standard deviation (m) of a NUCp, or NaN where it claims nothing. */
    static double ofNucp(int nucp) {
        return at(BY_NUCP, nucp) / RADIUS_95;
    }

    /** Returns the standard deviation (m) of a radius (m) that holds 95 %. */
    static double ofRadius95(double radius) {
        return radius / RADIUS_95;
    }

    /** Returns the standard deviation (m) of a containment radius (m). */
    static double ofContainment(double radius) {
        return radius / RADIUS_CONTAINMENT;
    }

    private static double at(double[] table, int code) {
        return code < 0 || code >= table.length ? Double.NaN : table[code];
    }
}
