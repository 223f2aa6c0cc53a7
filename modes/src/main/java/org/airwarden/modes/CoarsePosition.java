package org.airwarden.modes;

import static org.airwarden.modes.ExtendedSquitter.bit;
import static org.airwarden.modes.ExtendedSquitter.bits;
import static org.airwarden.modes.ExtendedSquitter.field;

/**
 * The coarse airborne position of TIS-B, DF18 with CF 3 (RTCA DO-260B 2.2.17.3.5): a ground radar's
 * target in one message, position in 12 bits. It has no type code. Reads and builds ME fields.
 * Stateless; any thread.
 */
public final class CoarsePosition {

    private CoarsePosition() {}

    /** IMF: whether the address is a track file number, not an aircraft's. */
    public static boolean isMadeUpAddress(long me) {
        return bit(me, 1);
    }

    /** As {@link AirbornePosition#surveillanceStatus}. */
    public static int surveillanceStatus(long me) {
        return bits(me, 2, 2);
    }

    /** Service volume, 0 to 15: which ground service speaks. */
    public static int serviceVolume(long me) {
        return bits(me, 4, 4);
    }

    /** Pressure height, metres; NaN when absent. */
    public static double pressureHeight(long me) {
        return Units.feetToMetres(AltitudeCode.feetOf12(bits(me, 8, 12)));
    }

    /** Ground track, radians, steps of 11.25°; NaN when absent. */
    public static double track(long me) {
        return bit(me, 20) ? bits(me, 21, 5) * Units.TURN / 32 : Double.NaN;
    }

    /** Ground speed, metres a second, middle of a step of 32 kt; NaN when absent. */
    public static double groundSpeed(long me) {
        int code = bits(me, 26, 6);
        return code == 0 ? Double.NaN : (code - 1) * 32 * Units.KNOT;
    }

    /** Whether the position is coded in the odd format. */
    public static boolean isOdd(long me) {
        return bit(me, 32);
    }

    /** Coded latitude as 17 bits, the last five of them zero. */
    public static int codedLatitude(long me) {
        return bits(me, 33, 12) << 5;
    }

    /** Coded longitude as 17 bits, the last five of them zero. */
    public static int codedLongitude(long me) {
        return bits(me, 45, 12) << 5;
    }

    /** Builds the field; see the readers for units. */
    public static long build(
            boolean madeUpAddress,
            int serviceVolume,
            int feet,
            double track,
            double groundSpeed,
            double latitude,
            double longitude,
            boolean odd) {
        long coded = Cpr.encodeAirborne(latitude, longitude, odd);
        return field(madeUpAddress ? 1 : 0, 1, 1)
                | field(serviceVolume, 4, 4)
                | field(AltitudeCode.code12Of(feet), 8, 12)
                | field(Double.isNaN(track) ? 0 : 1, 20, 1)
                | field(
                        Double.isNaN(track) ? 0 : (long) Math.floor(track / Units.TURN * 32 + 0.5),
                        21,
                        5)
                | field(
                        Double.isNaN(groundSpeed)
                                ? 0
                                : (long) Math.floor(groundSpeed / Units.KNOT / 32 + 0.5) + 1,
                        26,
                        6)
                | field(odd ? 1 : 0, 32, 1)
                | field((Cpr.latitudeBits(coded) + 16) >>> 5, 33, 12)
                | field((Cpr.longitudeBits(coded) + 16) >>> 5, 45, 12);
    }
}
