package org.airwarden.modes;

/**
 * Register 5,0: track and turn report (ICAO Doc 9871 table A-2-80). Reads and builds 56 bits.
 * Stateless; any thread.
 */
public final class TrackAndTurn {
    private static final double ROLL = 45.0 / 256 * Units.DEGREE;
    private static final double TRACK = 90.0 / 512 * Units.DEGREE;
    private static final double RATE = 8.0 / 256 * Units.DEGREE;
    private static final double SPEED = 2 * Units.KNOT;

    private TrackAndTurn() {}

    /** Roll angle, radians, right wing down positive; NaN when absent. */
    public static double roll(long register) {
        return CommB.number(register, 1, 10, ROLL);
    }

    /** True track, radians, 0 to 2π; NaN when absent. */
    public static double track(long register) {
        return Units.positiveAngle(CommB.number(register, 12, 11, TRACK));
    }

    /** Ground speed, metres a second; NaN when absent. */
    public static double groundSpeed(long register) {
        return CommB.unsigned(register, 24, 10, SPEED);
    }

    /** Rate of change of track, radians a second, to the right positive; NaN when absent. */
    public static double trackRate(long register) {
        return CommB.number(register, 35, 10, RATE);
    }

    /** True airspeed, metres a second; NaN when absent. */
    public static double trueAirspeed(long register) {
        return CommB.unsigned(register, 46, 10, SPEED);
    }

    /** Whether the bits can be this register: absent fields are zero. */
    public static boolean isWellFormed(long register) {
        return CommB.isConsistent(register, 1, 10)
                && CommB.isConsistent(register, 12, 11)
                && CommB.isConsistent(register, 24, 10)
                && CommB.isConsistent(register, 35, 10)
                && CommB.isConsistent(register, 46, 10);
    }

    /** Builds the register; units as the readers', NaN for what is absent. */
    public static long build(
            double roll, double track, double groundSpeed, double trackRate, double trueAirspeed) {
        return CommB.build(roll, 1, 10, ROLL, true)
                | CommB.buildAngle(track, 12, 11, TRACK)
                | CommB.build(groundSpeed, 24, 10, SPEED, false)
                | CommB.build(trackRate, 35, 10, RATE, true)
                | CommB.build(trueAirspeed, 46, 10, SPEED, false);
    }
}
