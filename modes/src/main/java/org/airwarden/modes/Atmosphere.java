package org.airwarden.modes;

/**
 * The standard atmosphere up to 20 km (ICAO Doc 7488), as far as speeds and pressures are compared
 * with it. SI; NaN for heights that are NaN. Stateless.
 */
final class Atmosphere {
    private static final double SEA_PRESSURE = 101_325;
    private static final double SEA_TEMPERATURE = 288.15;
    private static final double LAPSE = 0.0065;
    private static final double TROPOPAUSE = 11_000;
    private static final double TROPOPAUSE_TEMPERATURE = 216.65;
    private static final double TROPOPAUSE_PRESSURE = 22_632.06;
    private static final double GRAVITY = 9.80665;
    private static final double GAS = 287.05287;

    /** Speed of sound at sea level, metres a second. */
    private static final double SEA_SOUND = 340.294;

    private static final double LOWEST = -500;
    private static final double TABLE_STEP = 100;
    private static final double[] PRESSURES = new double[206];

    static {
        for (int i = 0; i < PRESSURES.length; i++) {
            PRESSURES[i] = exactPressure(LOWEST + i * TABLE_STEP);
        }
    }

    private Atmosphere() {}

    /** Kelvin at a pressure height in metres. */
    static double temperature(double height) {
        return height > TROPOPAUSE ? TROPOPAUSE_TEMPERATURE : SEA_TEMPERATURE - LAPSE * height;
    }

    /** Pascal at a pressure height in metres, -500 to 20,000; the ends' beyond them. */
    static double pressure(double height) {
        double steps = Math.clamp((height - LOWEST) / TABLE_STEP, 0, PRESSURES.length - 2);
        if (Double.isNaN(steps)) {
            return Double.NaN;
        }
        int below = (int) steps;
        return PRESSURES[below] + (steps - below) * (PRESSURES[below + 1] - PRESSURES[below]);
    }

    private static double exactPressure(double height) {
        return height > TROPOPAUSE
                ? TROPOPAUSE_PRESSURE
                        * StrictMath.exp(
                                -GRAVITY / (GAS * TROPOPAUSE_TEMPERATURE) * (height - TROPOPAUSE))
                : SEA_PRESSURE
                        * StrictMath.pow(
                                temperature(height) / SEA_TEMPERATURE, GRAVITY / (GAS * LAPSE));
    }

    /**
     * By how much a Mach number is off from what a calibrated airspeed means at a height, in
     * subsonic flight: both give an impact pressure, whose difference is divided by its slope. NaN
     * if any is NaN.
     */
    static double machError(double mach, double airspeed, double height) {
        double pressure = pressure(height);
        double ratio = airspeed / SEA_SOUND;
        double byAirspeed = SEA_PRESSURE * impact(ratio);
        double byMach = pressure * impact(mach);
        double base = 1 + 0.2 * mach * mach;
        double slope = pressure * 1.4 * Math.max(mach, 0.1) * base * base * Math.sqrt(base);
        return (byMach - byAirspeed) / slope;
    }

    /** (1 + 0.2 M²)^3.5 - 1. */
    private static double impact(double mach) {
        double base = 1 + 0.2 * mach * mach;
        return base * base * base * Math.sqrt(base) - 1;
    }
}
