package org.airwarden.modes;

import static org.airwarden.modes.ExtendedSquitter.bit;
import static org.airwarden.modes.ExtendedSquitter.bits;
import static org.airwarden.modes.ExtendedSquitter.field;

/**
 * Target state and status, type code 29: what the pilot or the flight management system has set.
 * Subtype 0 is that of version 1 (RTCA DO-260A 2.2.3.2.7.1), subtype 1 that of version 2 (DO-260B
 * 2.2.3.2.7.1.3). Reads and builds ME fields. Stateless; safe from any thread.
 */
public final class TargetState {

    /** Where a selected altitude comes from. */
    public enum Source {
        /** Not said. */
        UNKNOWN,
        /** Mode control panel or flight control unit. */
        CONTROL_PANEL,
        /** The altitude that the aircraft holds (version 1 only). */
        HOLDING,
        /** Flight management system. */
        FLIGHT_MANAGEMENT
    }

    private TargetState() {}

    /** Subtype, two bits: 0 and 1 are defined. */
    public static int subtype(long me) {
        return bits(me, 6, 2);
    }

    private static boolean isNewer(long me) {
        return subtype(me) == 1;
    }

    /** Where {@link #selectedAltitude} comes from. */
    public static Source source(long me) {
        if (isNewer(me)) {
            return bits(me, 10, 11) == 0
                    ? Source.UNKNOWN
                    : bit(me, 9) ? Source.FLIGHT_MANAGEMENT : Source.CONTROL_PANEL;
        }
        return switch (bits(me, 8, 2)) {
            case 1 -> Source.CONTROL_PANEL;
            case 2 -> Source.HOLDING;
            case 3 -> Source.FLIGHT_MANAGEMENT;
            default -> Source.UNKNOWN;
        };
    }

    /** Selected altitude, metres above the pressure level that the pilot set; NaN when absent. */
    public static double selectedAltitude(long me) {
        if (source(me) == Source.UNKNOWN) {
            return Double.NaN;
        }
        int feet = isNewer(me) ? (bits(me, 10, 11) - 1) * 32 : bits(me, 16, 10) * 100 - 1000;
        return feet * Units.FOOT;
    }

    /** Barometric pressure setting, hectopascals; NaN when absent or version 1. */
    public static double pressureSetting(long me) {
        int code = bits(me, 21, 9);
        return isNewer(me) && code != 0 ? 800 + (code - 1) * 0.8 : Double.NaN;
    }

    /** Selected heading (or target track, see {@link #isTrack}), radians; NaN when absent. */
    public static double selectedHeading(long me) {
        if (isNewer(me)) {
            return bit(me, 30) ? bits(me, 31, 9) * Units.TURN / 512 : Double.NaN;
        }
        return bits(me, 26, 2) != 0 && bits(me, 28, 9) < 360
                ? bits(me, 28, 9) * Units.DEGREE
                : Double.NaN;
    }

    /** Whether {@link #selectedHeading} is a track angle (version 1 only). */
    public static boolean isTrack(long me) {
        return !isNewer(me) && bit(me, 37);
    }

    /** NACp, 0 to 11. */
    public static int navigationAccuracy(long me) {
        return bits(me, 40, 4);
    }

    /** NICbaro: whether the pressure height was checked against another source. */
    public static boolean isHeightChecked(long me) {
        return bit(me, 44);
    }

    /** SIL, 0 to 3. */
    public static int sourceIntegrity(long me) {
        return bits(me, 45, 2);
    }

    /** SIL supplement: whether SIL is a probability a sample, not an hour; version 2. */
    public static boolean isIntegrityPerSample(long me) {
        return isNewer(me) && bit(me, 8);
    }

    /** Whether the aircraft tells its modes at all; version 2. */
    public static boolean hasModes(long me) {
        return isNewer(me) && bit(me, 47);
    }

    /** Whether the autopilot is engaged. */
    public static boolean isAutopilot(long me) {
        return hasModes(me) && bit(me, 48);
    }

    /** Whether vertical navigation is engaged. */
    public static boolean isVerticalNavigation(long me) {
        return hasModes(me) && bit(me, 49);
    }

    /** Whether altitude hold is engaged. */
    public static boolean isAltitudeHold(long me) {
        return hasModes(me) && bit(me, 50);
    }

    /** Whether approach mode is engaged. */
    public static boolean isApproach(long me) {
        return hasModes(me) && bit(me, 52);
    }

    /** Whether lateral navigation is engaged. */
    public static boolean isLateralNavigation(long me) {
        return hasModes(me) && bit(me, 54);
    }

    /** Whether TCAS works; version 1 says no, or leaves it open, which is taken for yes. */
    public static boolean isTcasOperational(long me) {
        return isNewer(me) ? bit(me, 53) : !bit(me, 52);
    }

    /** Whether a resolution advisory is active; version 1 only. */
    public static boolean isAdvisoryActive(long me) {
        return !isNewer(me) && bit(me, 53);
    }

    /** Emergency state; version 1 only, {@link EmergencyState#NONE} otherwise. */
    public static EmergencyState emergency(long me) {
        return isNewer(me) ? EmergencyState.NONE : EmergencyState.ofCode(bits(me, 54, 3));
    }

    /**
     * Builds a field of version 2 with the modes told.
     *
     * @param flightManagement whether the altitude is that of the flight management system
     * @param selectedAltitude metres, NaN when unknown
     * @param pressureSetting hectopascals, 800 to 1208, NaN when unknown
     * @param selectedHeading radians, NaN when unknown
     * @param navigationAccuracy NACp
     * @param heightChecked NICbaro
     * @param sourceIntegrity SIL
     * @param modes six bits: autopilot 32, vertical navigation 16, altitude hold 8, approach 4,
     *     TCAS 2, lateral navigation 1
     */
    public static long build(
            boolean flightManagement,
            double selectedAltitude,
            double pressureSetting,
            double selectedHeading,
            int navigationAccuracy,
            boolean heightChecked,
            int sourceIntegrity,
            int modes) {
        return field(29, 1, 5)
                | field(1, 6, 2)
                | field(flightManagement ? 1 : 0, 9, 1)
                | field(steps(selectedAltitude, 0, 32 * Units.FOOT, 2047), 10, 11)
                | field(steps(pressureSetting, 800, 0.8, 511), 21, 9)
                | field(Double.isNaN(selectedHeading) ? 0 : 1, 30, 1)
                | field(
                        Double.isNaN(selectedHeading)
                                ? 0
                                : (long) Math.floor(selectedHeading / Units.TURN * 512 + 0.5),
                        31,
                        9)
                | field(navigationAccuracy, 40, 4)
                | field(heightChecked ? 1 : 0, 44, 1)
                | field(sourceIntegrity, 45, 2)
                | field(1, 47, 1)
                | field(modes >>> 3, 48, 3)
                | field(modes >>> 1, 52, 2)
                | field(modes, 54, 1);
    }

    /** One more than the steps above the least value; 0 for none. */
    private static long steps(double value, double least, double step, int most) {
        return Double.isNaN(value)
                ? 0
                : Math.clamp((long) Math.floor((value - least) / step + 0.5) + 1, 1L, most);
    }
}
