package org.airwarden.modes;

import static org.airwarden.modes.ExtendedSquitter.bits;
import static org.airwarden.modes.ExtendedSquitter.field;

/**
 * Test message, type code 23 (RTCA DO-260B 2.2.3.2.7.3). Subtype 0 is free; subtype 7 carries the
 * Mode A code, as aircraft of version 1 broadcast it in North America. Stateless; any thread.
 */
public final class TestMessage {

    private TestMessage() {}

    /** Subtype, 0 to 7. */
    public static int subtype(long me) {
        return bits(me, 6, 3);
    }

    /** Mode A code of subtype 7; {@link IdentityCode#NONE} for the others. */
    public static int squawk(long me) {
        return subtype(me) == 7 ? IdentityCode.squawkOf13(bits(me, 9, 13)) : IdentityCode.NONE;
    }

    /** Builds subtype 7. */
    public static long build(int squawk) {
        return field(23, 1, 5) | field(7, 6, 3) | field(IdentityCode.code13Of(squawk), 9, 13);
    }
}
