package org.airwarden.modes;

import static org.airwarden.modes.ExtendedSquitter.bit;
import static org.airwarden.modes.ExtendedSquitter.bits;
import static org.airwarden.modes.ExtendedSquitter.field;

/**
 * Aircraft operational status, type code 31 (RTCA DO-260B 2.2.3.2.7.2): which version of the
 * standard the aircraft speaks and how good its position is. Reads and builds ME fields. Stateless;
 * safe from any thread.
 */
public final class OperationalStatus {

    /** By the first three bits of the code. */
    private static final double[] LENGTHS = {15, 25, 35, 45, 55, 65, 75, 85};

    private static final double[] WIDTHS = {
        11.5, 23, 28.5, 34, 33, 38, 39.5, 45, 45, 52, 59.5, 67, 72.5, 80, 80, 90
    };

    private OperationalStatus() {}

    /** Subtype: 0 airborne, 1 surface. */
    public static int subtype(long me) {
        return bits(me, 6, 3);
    }

    /** Version: 0 DO-260, 1 DO-260A, 2 DO-260B, 3 DO-260C; higher ones are not defined. */
    public static int version(long me) {
        return bits(me, 41, 3);
    }

    /** NIC supplement A; of use from version 1. */
    public static boolean nicSupplementA(long me) {
        return bit(me, 44);
    }

    /** NIC supplement C, surface subtype of version 2. */
    public static boolean nicSupplementC(long me) {
        return bit(me, 20);
    }

    /** Navigation accuracy category for position, 0 to 11; of use from version 1. */
    public static int navigationAccuracy(long me) {
        return bits(me, 45, 4);
    }

    /** Source integrity level, 0 to 3; of use from version 1. */
    public static int sourceIntegrity(long me) {
        return bits(me, 51, 2);
    }

    /** Whether heading and track angles are from magnetic north. */
    public static boolean isMagnetic(long me) {
        return bit(me, 54);
    }

    /** Whether {@link #sourceIntegrity} is a probability a sample, not an hour; version 2. */
    public static boolean isIntegrityPerSample(long me) {
        return bit(me, 55);
    }

    /** Capability class CC: 16 bits airborne, 12 on the surface (2.2.3.2.7.2.3). */
    public static int capabilityClass(long me) {
        return subtype(me) == 1 ? bits(me, 9, 12) : bits(me, 9, 16);
    }

    /** Operational mode OM, 16 bits (2.2.3.2.7.2.4). */
    public static int operationalMode(long me) {
        return bits(me, 25, 16);
    }

    /**
     * Whether TCAS works. Version 1 says when it does not, version 2 when it does; version 0 and
     * the surface subtype say nothing, which is no.
     */
    public static boolean isTcasOperational(long me) {
        return subtype(me) == 0
                && switch (version(me)) {
                    case 0 -> false;
                    case 1 -> !bit(me, 11);
                    default -> bit(me, 11);
                };
    }

    /** Whether ADS-B is received on 1090 MHz (version 2), or shown in the cockpit (version 1). */
    public static boolean hasReceiver(long me) {
        return version(me) > 0 && bit(me, 12);
    }

    /** Whether ADS-B is received on UAT; version 2. */
    public static boolean hasUatReceiver(long me) {
        return version(me) > 1 && bit(me, subtype(me) == 1 ? 16 : 19);
    }

    /** ARV: whether velocity through the air can be told; airborne. */
    public static boolean tellsAirVelocity(long me) {
        return version(me) > 0 && subtype(me) == 0 && bit(me, 15);
    }

    /** TS: whether target state can be told; airborne. */
    public static boolean tellsTargetState(long me) {
        return version(me) > 0 && subtype(me) == 0 && bit(me, 16);
    }

    /** TC: target change reports, 0 none, 1 for TC+0 only, 2 for several; airborne. */
    public static int targetChange(long me) {
        return version(me) > 0 && subtype(me) == 0 ? bits(me, 17, 2) : 0;
    }

    /** Whether this is a ground vehicle's low-power class B2; surface. */
    public static boolean isLowPower(long me) {
        return version(me) > 0 && subtype(me) == 1 && bit(me, 15);
    }

    /** NACv in the capability class, 0 to 4; surface of version 2, else -1. */
    public static int velocityAccuracy(long me) {
        return version(me) > 1 && subtype(me) == 1 ? bits(me, 17, 3) : -1;
    }

    /** Whether a TCAS resolution advisory is active. */
    public static boolean isAdvisoryActive(long me) {
        return version(me) > 0 && bit(me, 27);
    }

    /** Whether the pilot's ident switch is active. */
    public static boolean isIdent(long me) {
        return version(me) > 0 && bit(me, 28);
    }

    /** Whether one antenna only is in use; version 2 (version 1 says it with the position). */
    public static boolean isSingleAntenna(long me) {
        return version(me) > 1 && bit(me, 30);
    }

    /** System design assurance SDA, 0 to 3; version 2, else -1. */
    public static int designAssurance(long me) {
        return version(me) > 1 ? bits(me, 31, 2) : -1;
    }

    /** Geometric vertical accuracy GVA, 0 to 3; airborne version 2, else -1. */
    public static int verticalAccuracy(long me) {
        return version(me) > 1 && subtype(me) == 0 ? bits(me, 49, 2) : -1;
    }

    /** Barometric altitude quality BAQ, airborne version 1 (always 0 so far), else -1. */
    public static int barometricQuality(long me) {
        return version(me) == 1 && subtype(me) == 0 ? bits(me, 49, 2) : -1;
    }

    /** NICbaro: whether the pressure height was checked against another source; airborne. */
    public static boolean isHeightChecked(long me) {
        return version(me) > 0 && subtype(me) == 0 && bit(me, 53);
    }

    /** TRK/HDG: whether surface positions give heading, not track; surface. */
    public static boolean isHeading(long me) {
        return version(me) > 0 && subtype(me) == 1 && bit(me, 53);
    }

    /** The 4-bit code of length and width; surface, else -1. */
    public static int sizeCode(long me) {
        return version(me) > 0 && subtype(me) == 1 ? bits(me, 21, 4) : -1;
    }

    /**
     * Length of the aircraft or vehicle, metres: no longer than this (DO-260B table 2-74; code 15
     * of version 2 is longer than 85 m, given as such); NaN when absent.
     */
    public static double length(long me) {
        int code = sizeCode(me);
        return code <= 0 && !(code == 0 && version(me) == 1) ? Double.NaN : LENGTHS[code >>> 1];
    }

    /** Width, metres, see {@link #length}. */
    public static double width(long me) {
        int code = sizeCode(me);
        return code <= 0 && !(code == 0 && version(me) == 1) ? Double.NaN : WIDTHS[code];
    }

    /**
     * Builds a field of version 2.
     *
     * @param surface whether the aircraft is on the surface
     * @param nicSupplementA see {@link #nicSupplementA}
     * @param nicSupplementC see {@link #nicSupplementC}; left out when airborne
     * @param navigationAccuracy 0 to 11
     * @param sourceIntegrity 0 to 3
     */
    public static long build(
            boolean surface,
            boolean nicSupplementA,
            boolean nicSupplementC,
            int navigationAccuracy,
            int sourceIntegrity) {
        return field(31, 1, 5)
                | field(surface ? 1 : 0, 6, 3)
                | field(surface && nicSupplementC ? 1 : 0, 20, 1)
                | field(2, 41, 3)
                | field(nicSupplementA ? 1 : 0, 44, 1)
                | field(navigationAccuracy, 45, 4)
                | field(sourceIntegrity, 51, 2);
    }
}
