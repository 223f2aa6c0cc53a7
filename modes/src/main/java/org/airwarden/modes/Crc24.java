package org.airwarden.modes;

/**
 * The 24-bit cyclic redundancy check of Mode S: generator x^24 + x^23 + ... + x^12 + x^10 + x^3 + 1
 * (0x1FFF409), ICAO Annex 10 Volume IV, 3.1.2.3.3.
 *
 * <p>Stateless; safe from any thread.
 */
public final class Crc24 {

    /** The generator polynomial without its leading term. */
    public static final int POLYNOMIAL = 0xFFF409;

    private static final int[] TABLE = table();

    private Crc24() {}

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            int remainder = i << 16;
            for (int bit = 0; bit < 8; bit++) {
                remainder <<= 1;
                if ((remainder & 0x100_0000) != 0) {
                    remainder ^= 0x100_0000 | POLYNOMIAL;
                }
            }
            table[i] = remainder;
        }
        return table;
    }

    /**
     * The check bits of {@code length} bytes.
     *
     * @return 24 bits
     */
    public static int of(byte[] bytes, int offset, int length) {
        int remainder = 0;
        for (int i = offset; i < offset + length; i++) {
            remainder = (remainder << 8 & 0xFF_FFFF) ^ TABLE[remainder >>> 16 ^ (bytes[i] & 0xFF)];
        }
        return remainder;
    }

    /**
     * The check bits of a whole message, its last three bytes, xored with those computed from the
     * rest: 0 for a clean DF17 or DF18, the interrogator code for a clean DF11, the address of the
     * sender for address/parity formats.
     *
     * @param length of the message with its parity, at least 3
     * @return 24 bits
     */
    public static int syndrome(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int parity =
                (bytes[end - 3] & 0xFF) << 16
                        | (bytes[end - 2] & 0xFF) << 8
                        | (bytes[end - 1] & 0xFF);
        return of(bytes, offset, length - 3) ^ parity;
    }
}
