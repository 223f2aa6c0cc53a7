package org.airwarden.modes;

import static org.airwarden.modes.ExtendedSquitter.bit;
import static org.airwarden.modes.ExtendedSquitter.bits;
import static org.airwarden.modes.ExtendedSquitter.field;

/**
 * Register 4,5: meteorological hazard report (ICAO Doc 9871 table A-2-69). Hazards are 0 nil, 1
 * light, 2 moderate, 3 severe, -1 when absent. Reads and builds 56 bits. Stateless; any thread.
 */
public final class MeteorologicalHazard {

    private MeteorologicalHazard() {}

    /** Turbulence. */
    public static int turbulence(long register) {
        return hazard(register, 1);
    }

    /** Wind shear. */
    public static int windShear(long register) {
        return hazard(register, 4);
    }

    /** Microburst. */
    public static int microburst(long register) {
        return hazard(register, 7);
    }

    /** Icing. */
    public static int icing(long register) {
        return hazard(register, 10);
    }

    /** Wake vortex. */
    public static int wakeVortex(long register) {
        return hazard(register, 13);
    }

    /** Static air temperature, degrees Celsius; NaN when absent. */
    public static double temperature(long register) {
        return CommB.number(register, 16, 10, 0.25);
    }

    /** Average static pressure, hectopascals; NaN when absent. */
    public static double pressure(long register) {
        return CommB.unsigned(register, 27, 11, 1);
    }

    /** Radio height above ground, metres; NaN when absent. */
    public static double radioHeight(long register) {
        return CommB.unsigned(register, 39, 12, 16 * Units.FOOT);
    }

    /** Whether the bits can be this register: absent fields and reserved bits are zero. */
    public static boolean isWellFormed(long register) {
        boolean well = true;
        for (int status = 1; status <= 13; status += 3) {
            well &= CommB.isConsistent(register, status, 2);
        }
        return well
                && CommB.isConsistent(register, 16, 10)
                && CommB.isConsistent(register, 27, 11)
                && CommB.isConsistent(register, 39, 12)
                && bits(register, 52, 5) == 0;
    }

    private static int hazard(long register, int status) {
        return bit(register, status) ? bits(register, status + 1, 2) : -1;
    }

    /** Builds the register; units as the readers', NaN or -1 for what is absent. */
    public static long build(
            int turbulence,
            int windShear,
            int microburst,
            int icing,
            int wakeVortex,
            double temperature,
            double pressure,
            double radioHeight) {
        int[] hazards = {turbulence, windShear, microburst, icing, wakeVortex};
        long register = 0;
        for (int i = 0; i < hazards.length; i++) {
            register |= hazards[i] < 0 ? 0 : field(4 | hazards[i], 1 + 3 * i, 3);
        }
        return register
                | CommB.build(temperature, 16, 10, 0.25, true)
                | CommB.build(pressure, 27, 11, 1, false)
                | CommB.build(radioHeight, 39, 12, 16 * Units.FOOT, false);
    }
}
