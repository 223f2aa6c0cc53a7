package org.airwarden.modes;

/** What an aircraft says is wrong (RTCA DO-260B 2.2.3.2.7.8.1.1), in the order of its codes. */
public enum EmergencyState {
    /** No emergency. */
    NONE(0),
    /** General emergency. */
    GENERAL(1),
    /** Lifeguard or medical emergency. */
    MEDICAL(2),
    /** Minimum fuel. */
    MINIMUM_FUEL(3),
    /** No communications. */
    NO_COMMUNICATIONS(4),
    /** Unlawful interference. */
    UNLAWFUL_INTERFERENCE(5),
    /** Downed aircraft. */
    DOWNED(6),
    /** Reserved code. */
    RESERVED(7);

    private static final EmergencyState[] STATES = values();

    private final int code;

    EmergencyState(int code) {
        this.code = code;
    }

    /** Its code on the wire, 0 to 7. */
    public int code() {
        return code;
    }

    static EmergencyState ofCode(int code) {
        return STATES[code & 7];
    }
}
