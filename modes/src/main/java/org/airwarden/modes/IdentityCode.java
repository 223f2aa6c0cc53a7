package org.airwarden.modes;

/**
 * The Mode A code (squawk): four octal digits ABCD held in one int, A in the highest three of
 * twelve bits, so that {@code Integer.toOctalString} shows it as controllers say it.
 *
 * <p>Stateless; safe from any thread.
 */
public final class IdentityCode {

    /** No code. */
    public static final int NONE = -1;

    private IdentityCode() {}

    /**
     * The squawk of a 13-bit ID field of DF 5 and 21 (C1 A1 C2 A2 C4 A4 X B1 D1 B2 D2 B4 D4; ICAO
     * Annex 10 Volume IV, 3.1.2.6.7.1).
     *
     * @return 0 .. 07777
     */
    public static int squawkOf13(int code) {
        int a = (code >>> 11 & 1) | (code >>> 8 & 2) | (code >>> 5 & 4);
        int b = (code >>> 5 & 1) | (code >>> 2 & 2) | (code << 1 & 4);
        int c = (code >>> 12 & 1) | (code >>> 9 & 2) | (code >>> 6 & 4);
        int d = (code >>> 4 & 1) | (code >>> 1 & 2) | (code << 2 & 4);
        return a << 9 | b << 6 | c << 3 | d;
    }

    /** The 13-bit ID field of a squawk. */
    public static int code13Of(int squawk) {
        int a = squawk >>> 9;
        int b = squawk >>> 6;
        int c = squawk >>> 3;
        return (a & 1) << 11
                | (a & 2) << 8
                | (a & 4) << 5
                | (b & 1) << 5
                | (b & 2) << 2
                | (b & 4) >>> 1
                | (c & 1) << 12
                | (c & 2) << 9
                | (c & 4) << 6
                | (squawk & 1) << 4
                | (squawk & 2) << 1
                | (squawk & 4) >>> 2;
    }

    /** Four octal digits, as spoken. */
    public static String text(int squawk) {
        StringBuilder digits = new StringBuilder(4);
        for (int shift = 9; shift >= 0; shift -= 3) {
            digits.append((char) ('0' + (squawk >>> shift & 7)));
        }
        return digits.toString();
    }
}
