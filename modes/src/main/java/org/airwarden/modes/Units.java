package org.airwarden.modes;

/** The aeronautical units of the wire in SI: exact by definition (ICAO Annex 5). */
final class Units {
    static final double FOOT = 0.3048;
    static final double KNOT = 1852.0 / 3600.0;
    static final double NAUTICAL_MILE = 1852.0;
    static final double FOOT_PER_MINUTE = FOOT / 60.0;
    static final double TURN = 2 * Math.PI;
    static final double DEGREE = Math.PI / 180.0;
    static final long SECOND = 1_000_000_000L;

    private Units() {}

    static double feetToMetres(int feet) {
        return feet == AltitudeCode.NONE ? Double.NaN : feet * FOOT;
    }

    /** Reduces an angle to 0 (inclusive) .. 2π (exclusive). */
    static double positiveAngle(double radians) {
        double reduced = radians - TURN * Math.floor(radians / TURN);
        return reduced >= TURN ? 0.0 : reduced;
    }
}
