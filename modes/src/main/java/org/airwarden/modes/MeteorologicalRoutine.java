package org.airwarden.modes;

import static org.airwarden.modes.ExtendedSquitter.bit;
import static org.airwarden.modes.ExtendedSquitter.bits;
import static org.airwarden.modes.ExtendedSquitter.field;
import static org.airwarden.modes.ExtendedSquitter.signed;

/**
 * Register 4,4: meteorological routine air report (ICAO Doc 9871 table A-2-68). Reads and builds 56
 * bits. Stateless; any thread.
 */
public final class MeteorologicalRoutine {

    private MeteorologicalRoutine() {}

    /** Figure of merit and source: 0 invalid, 1 INS, 2 GNSS, 3 DME/DME, 4 VOR/DME. */
    public static int source(long register) {
        return bits(register, 1, 4);
    }

    /** Wind speed, metres a second; NaN when absent. */
    public static double windSpeed(long register) {
        return CommB.unsigned(register, 5, 9, Units.KNOT);
    }

    /** Direction that the wind comes from, radians from true north; NaN when absent. */
    public static double windDirection(long register) {
        return bit(register, 5) ? bits(register, 15, 9) * Units.TURN / 512 : Double.NaN;
    }

    /** Static air temperature, degrees Celsius; the register has no status for it. */
    public static double temperature(long register) {
        return signed(register, 24, 11) * 0.25;
    }

    /** Average static pressure, hectopascals; NaN when absent. */
    public static double pressure(long register) {
        return CommB.unsigned(register, 35, 11, 1);
    }

    /** Turbulence: 0 nil, 1 light, 2 moderate, 3 severe; -1 when absent. */
    public static int turbulence(long register) {
        return bit(register, 47) ? bits(register, 48, 2) : -1;
    }

    /** Humidity, per cent; NaN when absent. */
    public static double humidity(long register) {
        return CommB.unsigned(register, 50, 6, 100.0 / 64);
    }

    /** Whether the bits can be this register. */
    public static boolean isWellFormed(long register) {
        return source(register) <= 4
                && CommB.isConsistent(register, 5, 18)
                && CommB.isConsistent(register, 35, 11)
                && CommB.isConsistent(register, 47, 2)
                && CommB.isConsistent(register, 50, 6);
    }

    /** Builds the register; units as the readers', NaN or -1 for what is absent. */
    public static long build(
            int source,
            double windSpeed,
            double windDirection,
            double temperature,
            double pressure,
            int turbulence,
            double humidity) {
        long direction =
                Double.isNaN(windSpeed)
                        ? 0
                        : (long) Math.floor(windDirection / Units.TURN * 512 + 0.5) & 511;
        return field(source, 1, 4)
                | CommB.build(windSpeed, 5, 9, Units.KNOT, false)
                | field(direction, 15, 9)
                | field((long) Math.floor(temperature / 0.25 + 0.5), 24, 11)
                | CommB.build(pressure, 35, 11, 1, false)
                | (turbulence < 0 ? 0 : field(4 | turbulence, 47, 3))
                | CommB.build(humidity, 50, 6, 100.0 / 64, false);
    }
}
