package org.airwarden.modes;

/**
 * Which one or two wrong bits leave which remainder of {@link Crc24}. A wrong bit leaves the same
 * remainder in short and long messages if it is counted from the end, so that one table serves
 * both. It is made when first asked for: 5,778 remainders, all different.
 */
final class Syndromes {

    /** Bits at a message's start that are never taken for wrong. */
    static final int FORMAT_BITS = 5;

    private static final int BITS = 8 * ModeSMessage.LONG_LENGTH - FORMAT_BITS;
    private static final int SLOTS = 1 << 14;

    private static final int[] KEYS = new int[SLOTS];
    private static final int[] VALUES = new int[SLOTS];

    static {
        int[] single = new int[BITS + 1];
        byte[] message = new byte[ModeSMessage.LONG_LENGTH];
        for (int bit = 1; bit <= BITS; bit++) {
            int at = message.length - 1 - ((bit - 1) >>> 3);
            message[at] = (byte) (1 << ((bit - 1) & 7));
            single[bit] = Crc24.syndrome(message, 0, message.length);
            message[at] = 0;
            put(single[bit], bit);
        }
        for (int one = 1; one <= BITS; one++) {
            for (int other = one + 1; other <= BITS; other++) {
                put(single[one] ^ single[other], other << 8 | one);
            }
        }
    }

    private Syndromes() {}

    private static int slot(int syndrome) {
        return (syndrome * 0x9E37_79B9) >>> 18;
    }

    private static void put(int syndrome, int bits) {
        int slot = slot(syndrome);
        while (VALUES[slot] != 0) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        KEYS[slot] = syndrome;
        VALUES[slot] = bits;
    }

    /** The wrong bits of a syndrome, for {@link #first} and {@link #second}; 0 if it names none. */
    static int find(int syndrome) {
        for (int slot = slot(syndrome); VALUES[slot] != 0; slot = (slot + 1) & (SLOTS - 1)) {
            if (KEYS[slot] == syndrome) {
                return VALUES[slot];
            }
        }
        return 0;
    }

    /** One wrong bit, counted from the message's end, 1 the last. */
    static int first(int found) {
        return found & 0xFF;
    }

    /** The other wrong bit, 0 if there is none. */
    static int second(int found) {
        return found >>> 8;
    }
}
