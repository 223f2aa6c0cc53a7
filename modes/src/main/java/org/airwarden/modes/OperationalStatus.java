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
