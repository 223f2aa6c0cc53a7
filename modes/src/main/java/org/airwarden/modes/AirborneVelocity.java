package org.airwarden.modes;

import static org.airwarden.modes.ExtendedSquitter.bit;
import static org.airwarden.modes.ExtendedSquitter.bits;
import static org.airwarden.modes.ExtendedSquitter.field;

/**
 * Airborne velocity, type code 19, subtypes 1 to 4 (RTCA DO-260B 2.2.3.2.6). Subtypes 1 and 2 say
 * the velocity over ground, 3 and 4 heading and airspeed; 2 and 4 are for supersonic aircraft, in
 * steps four times as large. Reads and builds ME fields. Stateless; safe from any thread.
 */
public final class AirborneVelocity {

    private AirborneVelocity() {}

    /** Subtype; 1 to 4 are defined. */
    public static int subtype(long me) {
        return bits(me, 6, 3);
    }

    /** Whether velocity over ground is what this subtype says. */
    public static boolean isOverGround(long me) {
        return subtype(me) == 1 || subtype(me) == 2;
    }

    /** Whether heading and airspeed is what this subtype says. */
    public static boolean isThroughAir(long me) {
        return subtype(me) == 3 || subtype(me) == 4;
    }

    /** Navigation accuracy category for velocity, 0 (unknown, or 10 m/s and more) to 4. */
    public static int accuracy(long me) {
        return bits(me, 11, 3);
    }

    /** Velocity towards east over ground, metres a second; NaN when absent. */
    public static double east(long me) {
        return isOverGround(me) ? component(me, 14) : Double.NaN;
    }

    /** Velocity towards north over ground, metres a second; NaN when absent. */
    public static double north(long me) {
        return isOverGround(me) ? component(me, 25) : Double.NaN;
    }

    /** Ground speed, metres a second; NaN when absent. */
    public static double groundSpeed(long me) {
        double east = east(me);
        double north = north(me);
        return Math.sqrt(east * east + north * north);
    }

    /** Ground track, radians from north, 0 to 2π; NaN when absent or standing. */
    public static double track(long me) {
        double east = east(me);
        double north = north(me);
        return east == 0 && north == 0
                ? Double.NaN
                : Units.positiveAngle(StrictMath.atan2(east, north));
    }

    /** Heading, radians from (magnetic or true) north; NaN when absent. */
    public static double heading(long me) {
        return isThroughAir(me) && bit(me, 14) ? bits(me, 15, 10) * Units.TURN / 1024 : Double.NaN;
    }

    /** Airspeed, metres a second; NaN when absent. */
    public static double airspeed(long me) {
        int code = bits(me, 26, 10);
        return isThroughAir(me) && code != 0 ? (code - 1) * step(me) : Double.NaN;
    }

    /** Whether {@link #airspeed} is a true, not an indicated, airspeed. */
    public static boolean isTrueAirspeed(long me) {
        return isThroughAir(me) && bit(me, 25);
    }

    /** Whether the vertical rate is from pressure; else it is geometric. */
    public static boolean isVerticalRateFromPressure(long me) {
        return bit(me, 36);
    }

    /** Vertical rate, metres a second, up positive; NaN when absent. */
    public static double verticalRate(long me) {
        int code = bits(me, 38, 9);
        if (code == 0 || subtype(me) == 0 || subtype(me) > 4) {
            return Double.NaN;
        }
        double rate = (code - 1) * 64 * Units.FOOT_PER_MINUTE;
        return bit(me, 37) ? -rate : rate;
    }

    /** Height above the ellipsoid less pressure height, metres; NaN when absent. */
    public static double geometricAbovePressure(long me) {
        int code = bits(me, 50, 7);
        if (code == 0 || subtype(me) == 0 || subtype(me) > 4) {
            return Double.NaN;
        }
        double difference = (code - 1) * 25 * Units.FOOT;
        return bit(me, 49) ? -difference : difference;
    }

    /**
     * Builds a velocity over ground; the subtype follows from the speed.
     *
     * @param accuracy see {@link #accuracy}
     * @param east metres a second, NaN when unknown
     * @param north metres a second, NaN when unknown
     * @param verticalRate metres a second, up positive, NaN when unknown
     * @param fromPressure whether the vertical rate is from pressure
     * @param geometricAbovePressure metres, NaN when unknown
     */
    public static long build(
            int accuracy,
            double east,
            double north,
            double verticalRate,
            boolean fromPressure,
            double geometricAbovePressure) {
        boolean supersonic = Math.max(Math.abs(east), Math.abs(north)) > 1021.5 * Units.KNOT;
        double step = supersonic ? 4 * Units.KNOT : Units.KNOT;
        return field(19, 1, 5)
                | field(supersonic ? 2 : 1, 6, 3)
                | field(accuracy, 11, 3)
                | signed(east, step, 14, 10)
                | signed(north, step, 25, 10)
                | field(fromPressure ? 1 : 0, 36, 1)
                | signed(verticalRate, 64 * Units.FOOT_PER_MINUTE, 37, 9)
                | signed(geometricAbovePressure, 25 * Units.FOOT, 49, 7);
    }

    /**
     * Builds heading and airspeed; the subtype follows from the speed.
     *
     * @param accuracy see {@link #accuracy}
     * @param heading radians from north, NaN when unknown
     * @param airspeed metres a second, NaN when unknown
     * @param trueAirspeed whether the airspeed is true, not indicated
     * @param verticalRate metres a second, up positive, NaN when unknown
     * @param fromPressure whether the vertical rate is from pressure
     * @param geometricAbovePressure metres, NaN when unknown
     */
    public static long buildThroughAir(
            int accuracy,
            double heading,
            double airspeed,
            boolean trueAirspeed,
            double verticalRate,
            boolean fromPressure,
            double geometricAbovePressure) {
        boolean supersonic = airspeed > 1021.5 * Units.KNOT;
        double step = supersonic ? 4 * Units.KNOT : Units.KNOT;
        long headingBits =
                Double.isNaN(heading)
                        ? 0
                        : 1024 | ((long) Math.floor(heading / Units.TURN * 1024 + 0.5) & 1023);
        return field(19, 1, 5)
                | field(supersonic ? 4 : 3, 6, 3)
                | field(accuracy, 11, 3)
                | field(headingBits, 14, 11)
                | field(trueAirspeed ? 1 : 0, 25, 1)
                | field(magnitude(airspeed, step, 10), 26, 10)
                | field(fromPressure ? 1 : 0, 36, 1)
                | signed(verticalRate, 64 * Units.FOOT_PER_MINUTE, 37, 9)
                | signed(geometricAbovePressure, 25 * Units.FOOT, 49, 7);
    }

    private static double step(long me) {
        return (subtype(me) & 1) == 0 ? 4 * Units.KNOT : Units.KNOT;
    }

    private static double component(long me, int signBit) {
        int code = bits(me, signBit + 1, 10);
        if (code == 0) {
            return Double.NaN;
        }
        double speed = (code - 1) * step(me);
        return bit(me, signBit) ? -speed : speed;
    }

    /** A sign bit, then the magnitude, as all signed fields of this type have it. */
    private static long signed(double value, double step, int signBit, int count) {
        long magnitude = magnitude(Math.abs(value), step, count);
        return field(value < 0 && magnitude > 1 ? 1 : 0, signBit, 1)
                | field(magnitude, signBit + 1, count);
    }

    /** Codes are one more than the number of steps; 0 is absent. */
    private static long magnitude(double value, double step, int count) {
        return Double.isNaN(value)
                ? 0
                : Math.min((long) Math.floor(value / step + 0.5) + 1, (1L << count) - 1);
    }
}
