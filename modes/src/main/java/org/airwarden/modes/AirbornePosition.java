package org.airwarden.modes;

import static org.airwarden.modes.ExtendedSquitter.bit;
import static org.airwarden.modes.ExtendedSquitter.bits;
import static org.airwarden.modes.ExtendedSquitter.field;

/**
 * Airborne position, type codes 9 to 18 and 20 to 22 (RTCA DO-260B 2.2.3.2.3). Reads and builds ME
 * fields. Stateless; safe from any thread.
 */
public final class AirbornePosition {

    private AirbornePosition() {}

    /** Surveillance status: 0 none, 1 permanent alert, 2 temporary alert, 3 special position. */
    public static int surveillanceStatus(long me) {
        return bits(me, 6, 2);
    }

    /** NIC supplement B; single antenna flag before version 2. */
    public static boolean nicSupplementB(long me) {
        return bit(me, 8);
    }

    /** Whether the height is above the ellipsoid (type codes 20 to 22), not a pressure height. */
    public static boolean isGeometric(long me) {
        return ExtendedSquitter.typeCode(me) >= 20;
    }

    /** The 12-bit height code. */
    public static int heightCode(long me) {
        return bits(me, 9, 12);
    }

    /** Pressure height, metres; NaN when absent. */
    public static double pressureHeight(long me) {
        return isGeometric(me)
                ? Double.NaN
                : Units.feetToMetres(AltitudeCode.feetOf12(heightCode(me)));
    }

    /**
     * Height above the WGS-84 ellipsoid, metres (type codes 20 to 22 give metres); NaN if absent.
     */
    public static double geometricHeight(long me) {
        int code = heightCode(me);
        return isGeometric(me) && code != 0 ? code : Double.NaN;
    }

    /** Whether the position is coded in the odd format. */
    public static boolean isOdd(long me) {
        return bit(me, 22);
    }

    /** Coded latitude, 17 bits. */
    public static int codedLatitude(long me) {
        return bits(me, 23, 17);
    }

    /** Coded longitude, 17 bits. */
    public static int codedLongitude(long me) {
        return bits(me, 40, 17);
    }

    /**
     * Builds the field.
     *
     * @param typeCode 9 to 18 or 20 to 22
     * @param surveillanceStatus 0 to 3
     * @param nicSupplementB see {@link #nicSupplementB}
     * @param heightCode 12 bits: {@link AltitudeCode#code12Of} of feet, or metres for type codes 20
     *     to 22
     * @param latitude radians, -π/2 to π/2
     * @param longitude radians
     * @param odd which of both CPR formats
     */
    public static long build(
            int typeCode,
            int surveillanceStatus,
            boolean nicSupplementB,
            int heightCode,
            double latitude,
            double longitude,
            boolean odd) {
        long coded = Cpr.encodeAirborne(latitude, longitude, odd);
        return field(typeCode, 1, 5)
                | field(surveillanceStatus, 6, 2)
                | field(nicSupplementB ? 1 : 0, 8, 1)
                | field(heightCode, 9, 12)
                | field(odd ? 1 : 0, 22, 1)
                | field(Cpr.latitudeBits(coded), 23, 17)
                | field(Cpr.longitudeBits(coded), 40, 17);
    }
}
