package org.airwarden.modes;

import static org.airwarden.modes.ExtendedSquitter.bit;
import static org.airwarden.modes.ExtendedSquitter.bits;

/**
 * Registers 1,7 (which commonly used registers are filled now) and 1,8 to 1,C (which registers are
 * installed): ICAO Doc 9871 tables A-2-23 to A-2-28. Reads 56 bits. Stateless; any thread.
 */
public final class CommonUsageCapability {

    /** The registers that the bits of 1,7 stand for, from the first. */
    private static final int[] ORDER = {
        0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x20, 0x21, 0x40, 0x41, 0x42, 0x43, 0x44, 0x45, 0x48,
        0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x5F, 0x60
    };

    private CommonUsageCapability() {}

    /** Whether register 1,7 says that a register is filled; false for those it has no bit for. */
    public static boolean has(long register, int code) {
        for (int i = 0; i < ORDER.length; i++) {
            if (ORDER[i] == code) {
                return bit(register, i + 1);
            }
        }
        return false;
    }

    /** Whether register 1,7 has a bit for a register. */
    public static boolean tells(int code) {
        for (int told : ORDER) {
            if (told == code) {
                return true;
            }
        }
        return false;
    }

    /** Builds register 1,7 of registers that it has bits for; others are left out. */
    public static long build(int... codes) {
        long register = 0;
        for (int code : codes) {
            for (int i = 0; i < ORDER.length; i++) {
                register |= ORDER[i] == code ? ExtendedSquitter.field(1, i + 1, 1) : 0;
            }
        }
        return register;
    }

    /**
     * Whether one of registers 1,8 to 1,C says that a register is installed.
     *
     * @param report 0x18 to 0x1C: which of them the bits are; each has 56 bits, the last one for
     *     the lowest register: 1,8 for 0,1 to 3,8, 1,9 for 3,9 to 7,0 and so on
     * @param code both digits of the register asked for
     */
    public static boolean isInstalled(long register, int report, int code) {
        int index = code - 1 - 56 * (report - 0x18);
        return index >= 0 && index < 56 && (register >>> index & 1) != 0;
    }

    /**
     * Whether the bits can be register 1,7: reserved bits zero, and the bit of 2,0 set, which all
     * transponders of this level have. Bits 25 to 28 are in use for services in newer editions.
     */
    public static boolean isWellFormed(long register) {
        return bits(register, 29, 14) == 0 && bits(register, 43, 14) == 0 && bit(register, 7);
    }
}
