package org.airwarden.modes;

/**
 * The transponder registers (BDS) that a Comm-B reply may hold, by their two digits (ICAO Doc 9871,
 * table A-2-1).
 */
public enum Register {
    /** None of those known here, or in doubt between several. */
    UNKNOWN(-1, 0.01),
    /** Nothing: all 56 bits are zero, as a transponder answers for a register that it lacks. */
    EMPTY(0x00, 0),
    /** Extended squitter airborne position. */
    AIRBORNE_POSITION(0x05, 0.0005),
    /** Extended squitter surface position. */
    SURFACE_POSITION(0x06, 0.0002),
    /** Extended squitter status. */
    SQUITTER_STATUS(0x07, 0.0002),
    /** Extended squitter identification and category. */
    SQUITTER_IDENTIFICATION(0x08, 0.0002),
    /** Extended squitter airborne velocity. */
    AIRBORNE_VELOCITY(0x09, 0.0001),
    /** Data link capability report. */
    DATA_LINK_CAPABILITY(0x10, 0.06),
    /** Common usage GICB capability report. */
    COMMON_USAGE_CAPABILITY(0x17, 0.04),
    /** Aircraft identification. */
    IDENTIFICATION(0x20, 0.06),
    /** ACAS active resolution advisory. */
    RESOLUTION_ADVISORY(0x30, 0.002),
    /** Selected vertical intention. */
    VERTICAL_INTENTION(0x40, 0.26),
    /** Meteorological routine air report. */
    METEOROLOGICAL_ROUTINE(0x44, 0.01),
    /** Meteorological hazard report. */
    METEOROLOGICAL_HAZARD(0x45, 0.0005),
    /** Track and turn report. */
    TRACK_AND_TURN(0x50, 0.26),
    /** Heading and speed report. */
    HEADING_AND_SPEED(0x60, 0.26);

    private static final Register[] REGISTERS = values();

    private final int code;
    private final double prior;

    Register(int code, double prior) {
        this.code = code;
        this.prior = prior;
    }

    /** Both digits, such as 0x40 for 4,0; -1 for {@link #UNKNOWN}. */
    public int code() {
        return code;
    }

    /** How often it is met, as a share: a round figure for the mix of European radars. */
    double prior() {
        return prior;
    }

    /** The register of both digits, {@link #UNKNOWN} if it is none of these. */
    public static Register ofCode(int code) {
        for (Register register : REGISTERS) {
            if (register.code == code) {
                return register;
            }
        }
        return UNKNOWN;
    }

    /** As written in the standards, such as "4,0"; "?" for {@link #UNKNOWN}. */
    public String text() {
        return code < 0 ? "?" : Integer.toHexString(code >>> 4) + "," + (code & 0xF);
    }
}
