package org.airwarden.modes;

import static org.airwarden.modes.ExtendedSquitter.bit;
import static org.airwarden.modes.ExtendedSquitter.bits;
import static org.airwarden.modes.ExtendedSquitter.field;

/**
 * Surface position, type codes 5 to 8 (RTCA DO-260B 2.2.3.2.4). Reads and builds ME fields.
 * Stateless; safe from any thread.
 */
public final class SurfacePosition {

    /** First code of each band of the movement field, its speed in knots and its step. */
    private static final int[] BAND_CODE = {2, 9, 13, 39, 94, 109, 124};

    private static final double[] BAND_KNOTS = {0.125, 1, 2, 15, 70, 100, 175};
    private static final double[] BAND_STEP = {0.125, 0.25, 0.5, 1, 2, 5, 0};

    private SurfacePosition() {}

    /** The 7-bit movement code. */
    public static int movementCode(long me) {
        return bits(me, 6, 7);
    }

    /**
     * Ground speed, metres a second: the lower end of the band that the movement code names (table
     * in DO-260B 2.2.3.2.4.2); NaN when unknown or reserved.
     */
    public static double groundSpeed(long me) {
        int code = movementCode(me);
        if (code == 0 || code > 124) {
            return Double.NaN;
        }
        if (code == 1) {
            return 0.0;
        }
        int band = BAND_CODE.length - 1;
        while (code < BAND_CODE[band]) {
            band--;
        }
        return (BAND_KNOTS[band] + (code - BAND_CODE[band]) * BAND_STEP[band]) * Units.KNOT;
    }

    /** The movement code of a ground speed in metres a second; NaN gives 0, unknown. */
    public static int movementCodeOf(double groundSpeed) {
        // A hair is added, so that a band's own lower end is not lost to rounding.
        double knots = groundSpeed / Units.KNOT + 1e-9;
        if (Double.isNaN(knots)) {
            return 0;
        }
        if (knots < BAND_KNOTS[0]) {
            return 1;
        }
        int band = BAND_CODE.length - 1;
        while (knots < BAND_KNOTS[band]) {
            band--;
        }
        return BAND_STEP[band] == 0
                ? BAND_CODE[band]
                : BAND_CODE[band] + (int) ((knots - BAND_KNOTS[band]) / BAND_STEP[band]);
    }

    /**
     * Ground track, or heading where operational status says so, radians from north; NaN if absent.
     */
    public static double track(long me) {
        return bit(me, 13) ? bits(me, 14, 7) * Units.TURN / 128 : Double.NaN;
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
     * @param typeCode 5 to 8
     * @param groundSpeed metres a second, NaN when unknown
     * @param track radians from north, NaN when unknown
     * @param latitude radians, -π/2 to π/2
     * @param longitude radians
     * @param odd which of both CPR formats
     */
    public static long build(
            int typeCode,
            double groundSpeed,
            double track,
            double latitude,
            double longitude,
            boolean odd) {
        long coded = Cpr.encodeSurface(latitude, longitude, odd);
        long trackBits =
                Double.isNaN(track)
                        ? 0
                        : 128 | ((long) Math.floor(track / Units.TURN * 128 + 0.5) & 127);
        return field(typeCode, 1, 5)
                | field(movementCodeOf(groundSpeed), 6, 7)
                | field(trackBits, 13, 8)
                | field(odd ? 1 : 0, 22, 1)
                | field(Cpr.latitudeBits(coded), 23, 17)
                | field(Cpr.longitudeBits(coded), 40, 17);
    }
}
