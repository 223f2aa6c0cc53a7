package org.airwarden.modes;

import static org.airwarden.modes.ExtendedSquitter.bits;
import static org.airwarden.modes.ExtendedSquitter.field;

/**
 * Aircraft status, type code 28, subtype 1: emergency and Mode A code (RTCA DO-260B 2.2.3.2.7.8.1).
 * Subtype 2, a resolution advisory, is read by {@link AcasAdvisory}. Reads and builds ME fields.
 * Stateless; safe from any thread.
 */
public final class AircraftStatus {

    private AircraftStatus() {}

    /** Subtype: 1 emergency and Mode A code, 2 ACAS resolution advisory. */
    public static int subtype(long me) {
        return bits(me, 6, 3);
    }

    /** Emergency state of subtype 1. */
    public static EmergencyState emergency(long me) {
        return EmergencyState.ofCode(bits(me, 9, 3));
    }

    /** Mode A code of subtype 1, see {@link IdentityCode}. */
    public static int squawk(long me) {
        return IdentityCode.squawkOf13(bits(me, 12, 13));
    }

    /** Builds a field of subtype 1. */
    public static long build(EmergencyState emergency, int squawk) {
        return field(28, 1, 5)
                | field(1, 6, 3)
                | field(emergency.code(), 9, 3)
                | field(IdentityCode.code13Of(squawk), 12, 13);
    }
}
