package org.airwarden.feeds;

import org.airwarden.model.PressureHeight;
import org.airwarden.model.Transponder;
import org.airwarden.model.Transponder.Emergency;
import org.airwarden.model.Transponder.Ground;
import org.jspecify.annotations.Nullable;

/** What a transponder said, put together from the parts of a record. Stateless; any thread. */
final class Said {
    private Said() {}

    /**
     * Returns what was said. An emergency that nobody declares is read from the Mode 3/A code.
     *
     * @param address 24-bit address; 0 and all ones are no addresses
     * @param height pressure height (m), or NaN
     */
    static Transponder of(
            int address,
            boolean icaoAddress,
            int mode3A,
            String callSign,
            double height,
            Ground ground,
            Emergency emergency) {
        boolean usable = address > 0 && address < 0xFF_FFFF;
        String name = usableName(callSign);
        if (!usable
                && mode3A < 0
                && name == null
                && Double.isNaN(height)
                && ground == Ground.UNKNOWN
                && emergency == Emergency.NONE) {
            return Transponder.SILENT;
        }
        return new Transponder(
                usable ? address : -1,
                icaoAddress,
                mode3A,
                name,
                Double.isNaN(height) ? null : new PressureHeight(height),
                ground,
                emergency == Emergency.NONE && mode3A >= 0
                        ? Emergency.ofMode3A(mode3A)
                        : emergency);
    }

    /** Returns the emergency of a priority status code (ICAO Doc 9871, register 6,1), 0 to 7. */
    static Emergency emergency(int code) {
        return switch (code) {
            case 1 -> Emergency.GENERAL;
            case 2 -> Emergency.MEDICAL;
            case 3 -> Emergency.MINIMUM_FUEL;
            case 4 -> Emergency.NO_COMMUNICATION;
            case 5 -> Emergency.UNLAWFUL_INTERFERENCE;
            case 6 -> Emergency.DOWNED;
            default -> Emergency.NONE;
        };
    }

    /** Returns whether a flight status (ICAO Annex 10 vol. IV, 3.1.2.6.5.1) says "on ground". */
    static Ground ground(int flightStatus) {
        return switch (flightStatus) {
            case 0, 2 -> Ground.AIRBORNE;
            case 1, 3 -> Ground.ON_GROUND;
            default -> Ground.UNKNOWN;
        };
    }

    /** A name of letters, digits and inner blanks; anything else is a wrongly received one. */
    private static @Nullable String usableName(String callSign) {
        String name = callSign.strip();
        if (name.isEmpty()) {
            return null;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ')) {
                return null;
            }
        }
        return name;
    }
}
