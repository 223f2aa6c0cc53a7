package org.airwarden.modes;

/**
 * Register 6,0: heading and speed report (ICAO Doc 9871 table A-2-96). Reads and builds 56 bits.
 * Stateless; any thread.
 */
public final class HeadingAndSpeed {
    private static final double HEADING = 90.0 / 512 * Units.DEGREE;
    private static final double MACH = 2.048 / 512;
    private static final double RATE = 32 * Units.FOOT_PER_MINUTE;

    private HeadingAndSpeed() {}

    /** Magnetic heading, radians, 0 to 2π; NaN when absent. */
    public static double magneticHeading(long register) {
        return Units.positiveAngle(CommB.number(register, 1, 11, HEADING));
    }

    /** Indicated airspeed, metres a second; NaN when absent. */
    public static double indicatedAirspeed(long register) {
        return CommB.unsigned(register, 13, 10, Units.KNOT);
    }

    /** Mach number; NaN when absent. */
    public static double mach(long register) {
        return CommB.unsigned(register, 24, 10, MACH);
    }

    /** Barometric altitude rate, metres a second, up positive; NaN when absent. */
    public static double barometricRate(long register) {
        return CommB.number(register, 35, 10, RATE);
    }

    /** Inertial vertical velocity, metres a second, up positive; NaN when absent. */
    public static double inertialRate(long register) {
        return CommB.number(register, 46, 10, RATE);
    }

    /** Whether the bits can be this register: absent fields are zero. */
    public static boolean isWellFormed(long register) {
        return CommB.isConsistent(register, 1, 11)
                && CommB.isConsistent(register, 13, 10)
                && CommB.isConsistent(register, 24, 10)
                && CommB.isConsistent(register, 35, 10)
                && CommB.isConsistent(register, 46, 10);
    }

    /** Builds the register; units as the readers', NaN for what is absent. */
    public static long build(
            double magneticHeading,
            double indicatedAirspeed,
            double mach,
            double barometricRate,
            double inertialRate) {
        return CommB.buildAngle(magneticHeading, 1, 11, HEADING)
                | CommB.build(indicatedAirspeed, 13, 10, Units.KNOT, false)
                | CommB.build(mach, 24, 10, MACH, false)
                | CommB.build(barometricRate, 35, 10, RATE, true)
                | CommB.build(inertialRate, 46, 10, RATE, true);
    }
}
