package org.airwarden.modes;

import static org.airwarden.modes.ExtendedSquitter.bit;
import static org.airwarden.modes.ExtendedSquitter.bits;
import static org.airwarden.modes.ExtendedSquitter.field;

/**
 * Register 4,0: selected vertical intention (ICAO Doc 9871 table A-2-64). Reads and builds 56 bits.
 * Stateless; any thread.
 */
public final class VerticalIntention {
    private static final double STEP = 16 * Units.FOOT;

    private VerticalIntention() {}

    /** Altitude set at the mode control panel, metres; NaN when absent. */
    public static double controlPanelAltitude(long register) {
        return CommB.unsigned(register, 1, 12, STEP);
    }

    /** Altitude set in the flight management system, metres; NaN when absent. */
    public static double managementAltitude(long register) {
        return CommB.unsigned(register, 14, 12, STEP);
    }

    /** Barometric pressure setting, hectopascals; NaN when absent. */
    public static double pressureSetting(long register) {
        return CommB.unsigned(register, 27, 12, 0.1) + 800;
    }

    /** Whether the three modes below are told. */
    public static boolean hasModes(long register) {
        return bit(register, 48);
    }

    /** Whether vertical navigation is engaged. */
    public static boolean isVerticalNavigation(long register) {
        return hasModes(register) && bit(register, 49);
    }

    /** Whether altitude hold is engaged. */
    public static boolean isAltitudeHold(long register) {
        return hasModes(register) && bit(register, 50);
    }

    /** Whether approach mode is engaged. */
    public static boolean isApproach(long register) {
        return hasModes(register) && bit(register, 51);
    }

    /** Target altitude source: 0 unknown, 1 aircraft, 2 control panel, 3 management; -1 absent. */
    public static int source(long register) {
        return bit(register, 54) ? bits(register, 55, 2) : -1;
    }

    /** Whether the bits can be this register: absent fields and reserved bits are zero. */
    public static boolean isWellFormed(long register) {
        return CommB.isConsistent(register, 1, 12)
                && CommB.isConsistent(register, 14, 12)
                && CommB.isConsistent(register, 27, 12)
                && bits(register, 40, 8) == 0
                && CommB.isConsistent(register, 48, 3)
                && bits(register, 52, 2) == 0
                && CommB.isConsistent(register, 54, 2);
    }

    /**
     * Builds the register.
     *
     * @param controlPanelAltitude metres, NaN when absent
     * @param managementAltitude metres, NaN when absent
     * @param pressureSetting hectopascals, NaN when absent
     * @param modes vertical navigation 4, altitude hold 2, approach 1; -1 when absent
     * @param source 0 to 3; -1 when absent
     */
    public static long build(
            double controlPanelAltitude,
            double managementAltitude,
            double pressureSetting,
            int modes,
            int source) {
        return CommB.build(controlPanelAltitude, 1, 12, STEP, false)
                | CommB.build(managementAltitude, 14, 12, STEP, false)
                | CommB.build(pressureSetting - 800, 27, 12, 0.1, false)
                | (modes < 0 ? 0 : field(8 | modes, 48, 4))
                | (source < 0 ? 0 : field(4 | source, 54, 3));
    }
}
