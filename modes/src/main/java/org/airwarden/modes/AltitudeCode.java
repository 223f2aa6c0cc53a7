package org.airwarden.modes;

/**
 * Altitude as transponders code it: 25 ft steps in binary (Q bit set) or 100 ft steps in the
 * Gillham code (Q bit clear). ICAO Annex 10 Volume IV, 3.1.2.6.5.4 and the appendix to chapter 3.
 *
 * <p>Stateless; safe from any thread.
 */
public final class AltitudeCode {

    /** No altitude: the code says so, is metric (reserved), or is not a code at all. */
    public static final int NONE = Integer.MIN_VALUE;

    /** The lowest altitude that can be coded, feet. */
    public static final int LOWEST_FEET = -1000;

    /** The highest altitude that 25 ft steps can code, feet. */
    public static final int HIGHEST_25_FEET = 2047 * 25 - 1000;

    /** The highest altitude that 100 ft steps can code, feet. */
    public static final int HIGHEST_100_FEET = 126_700;

    private AltitudeCode() {}

    /**
     * Altitude from the 13-bit AC field of DF 0, 4, 16 and 20 (C1 A1 C2 A2 C4 A4 M B1 Q B2 D2 B4
     * D4).
     *
     * @return feet above the 1013.25 hPa level, or {@link #NONE}
     */
    public static int feetOf13(int code) {
        if (code == 0 || (code & 0x40) != 0) {
            return NONE;
        }
        if ((code & 0x10) != 0) {
            int steps = (code >>> 2 & 0x7E0) | (code >>> 1 & 0x10) | (code & 0xF);
            return steps * 25 + LOWEST_FEET;
        }
        return gillham(IdentityCode.squawkOf13(code));
    }

    /**
     * Altitude from the 12-bit field of an airborne position squitter: the 13-bit code without its
     * M bit.
     *
     * @return feet, or {@link #NONE}
     */
    public static int feetOf12(int code) {
        return feetOf13((code & 0xFC0) << 1 | (code & 0x3F));
    }

    /**
     * Altitude from a Mode C reply.
     *
     * @param pulses the pulses as four octal digits ABCD, as in {@link IdentityCode}
     * @return feet, or {@link #NONE}
     */
    public static int feetOfModeC(int pulses) {
        return gillham(pulses);
    }

    /**
     * The 13-bit code of an altitude in steps of 25 ft, rounded to the nearest.
     *
     * @param feet {@link #LOWEST_FEET} .. {@link #HIGHEST_25_FEET}, others are brought to the end
     *     of the range
     */
    public static int code13Of(int feet) {
        int within = Math.clamp(feet, LOWEST_FEET, HIGHEST_25_FEET);
        int steps = (within - LOWEST_FEET + 12) / 25;
        return (steps & 0x7E0) << 2 | (steps & 0x10) << 1 | 0x10 | (steps & 0xF);
    }

    /** The 12-bit code of an altitude in steps of 25 ft, see {@link #code13Of}. */
    public static int code12Of(int feet) {
        int code = code13Of(feet);
        return (code >>> 1 & 0xFC0) | (code & 0x3F);
    }

    /**
     * The pulses of an altitude in steps of 100 ft, rounded to the nearest.
     *
     * @param feet -1200 .. {@link #HIGHEST_100_FEET}, others are brought to the end of the range
     * @return four octal digits ABCD
     */
    public static int modeCOf(int feet) {
        int hundreds = Math.floorDiv(Math.clamp(feet, -1200, HIGHEST_100_FEET) + 1350, 100);
        // Steps of 100 ft count 1..5 up and down again between steps of 500 ft.
        int fives = (hundreds - 1) / 5;
        int ones = hundreds - 5 * fives;
        int upOrDown = (fives & 1) == 0 ? ones : 6 - ones;
        int grayFives = fives ^ fives >>> 1;
        int c =
                switch (upOrDown) {
                    case 1 -> 0b001;
                    case 2 -> 0b011;
                    case 3 -> 0b010;
                    case 4 -> 0b110;
                    default -> 0b100;
                };
        int a = grayFives >>> 3 & 0x7;
        int b = grayFives & 0x7;
        int d = grayFives >>> 6 & 0x3;
        return reverse3(a) << 9 | reverse3(b) << 6 | reverse3(c) << 3 | reverse3(d);
    }

    /** The 13-bit code of an altitude in the Gillham code, see {@link #modeCOf}. */
    public static int gillham13Of(int feet) {
        return IdentityCode.code13Of(modeCOf(feet));
    }

    private static int gillham(int pulses) {
        int a = reverse3(pulses >>> 9);
        int b = reverse3(pulses >>> 6);
        int c = reverse3(pulses >>> 3);
        int d = reverse3(pulses);
        // D1 is never used for altitude; where the code would put it, Q stands.
        if ((d & 0x4) != 0 || c == 0) {
            return NONE;
        }
        int fives = grayToBinary((d & 0x3) << 6 | a << 3 | b);
        int ones = grayToBinary(c);
        if (ones == 7) {
            ones = 5;
        } else if (ones > 4) {
            return NONE;
        }
        if ((fives & 1) != 0) {
            ones = 6 - ones;
        }
        return fives * 500 + ones * 100 - 1300;
    }

    /** An octal digit holds its pulses as 4 2 1; the Gillham code reads them as 1 2 4. */
    private static int reverse3(int digit) {
        return (digit & 1) << 2 | (digit & 2) | (digit >>> 2 & 1);
    }

    private static int grayToBinary(int gray) {
        int binary = gray;
        binary ^= binary >>> 4;
        binary ^= binary >>> 2;
        binary ^= binary >>> 1;
        return binary;
    }
}
