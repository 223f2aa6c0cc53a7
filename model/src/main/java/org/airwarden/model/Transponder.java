package org.airwarden.model;

import org.jspecify.annotations.Nullable;

/**
 * What an aircraft's transponder said of it in one report. Every part may be missing, and every
 * part may be wrong.
 *
 * @param address 24-bit address, or -1
 * @param icaoAddress whether the address is one that ICAO allots; {@code false} for anonymous,
 *     ground-vehicle and track-file addresses, which are a space of their own
 * @param mode3A Mode 3/A code as a number of 12 bits, or -1
 * @param callSign aircraft identification without trailing blanks, or null
 * @param height pressure height, or null
 * @param ground whether it says that it is on the ground
 * @param emergency what emergency it declares
 */
public record Transponder(
        int address,
        boolean icaoAddress,
        int mode3A,
        @Nullable String callSign,
        @Nullable PressureHeight height,
        Ground ground,
        Emergency emergency) {

    /** Says nothing. */
    public static final Transponder SILENT =
            new Transponder(-1, true, -1, null, null, Ground.UNKNOWN, Emergency.NONE);

    /** Whether an aircraft says that it stands or rolls on the ground. */
    public enum Ground {
        /** It does not say. */
        UNKNOWN,
        /** It says that it flies. */
        AIRBORNE,
        /** It says that it is on the ground. */
        ON_GROUND
    }

    /** An emergency that a transponder declares (ICAO Annex 10 vol. IV, 3.1.2.6.10 and ADS-B). */
    public enum Emergency {
        /** None. */
        NONE,
        /** General emergency, Mode 3/A 7700. */
        GENERAL,
        /** Medical. */
        MEDICAL,
        /** Minimum fuel. */
        MINIMUM_FUEL,
        /** No communications, Mode 3/A 7600. */
        NO_COMMUNICATION,
        /** Unlawful interference, Mode 3/A 7500. */
        UNLAWFUL_INTERFERENCE,
        /** Downed aircraft. */
        DOWNED;

        /** Returns the emergency that a Mode 3/A code (12 bits) stands for. */
        public static Emergency ofMode3A(int code) {
            return switch (code) {
                case 07500 -> UNLAWFUL_INTERFERENCE;
                case 07600 -> NO_COMMUNICATION;
                case 07700 -> GENERAL;
                default -> NONE;
            };
        }
    }

    /** Tells whether an address is given. */
    public boolean hasAddress() {
        return address >= 0;
    }

    /** Tells whether a Mode 3/A code is given. */
    public boolean hasMode3A() {
        return mode3A >= 0;
    }
}
