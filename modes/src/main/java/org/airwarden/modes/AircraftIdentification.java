package org.airwarden.modes;

import static org.airwarden.modes.ExtendedSquitter.bits;
import static org.airwarden.modes.ExtendedSquitter.field;

/**
 * Aircraft identification and category, type codes 1 to 4 (RTCA DO-260B 2.2.3.2.5). Reads and
 * builds ME fields. Stateless; safe from any thread.
 */
public final class AircraftIdentification {

    /** The characters of ICAO Annex 10 Volume IV table 3-9, '#' where none is defined. */
    private static final String ALPHABET =
            "#ABCDEFGHIJKLMNOPQRSTUVWXYZ##### ###############0123456789######";

    private AircraftIdentification() {}

    /**
     * Emitter category as the field writes it: set (A for type code 4 to D for 1) times 8 plus
     * category, so that A3 is 3 and B1 is 9; see {@link #categoryText}.
     */
    public static int category(long me) {
        return (4 - ExtendedSquitter.typeCode(me)) * 8 + bits(me, 6, 3);
    }

    /** A category as letter and digit, such as "A3". */
    public static String categoryText(int category) {
        return "" + (char) ('A' + (category >>> 3 & 3)) + (char) ('0' + (category & 7));
    }

    /** The eight characters as 48 bits, for comparing without making a string. */
    public static long characters(long me) {
        return me & 0xFFFF_FFFF_FFFFL;
    }

    /**
     * The call sign, without the spaces that fill it up; '#' stands for a character that is not
     * defined.
     */
    public static String callSign(long me) {
        return text(characters(me));
    }

    static String text(long characters) {
        StringBuilder text = new StringBuilder(8);
        for (int shift = 42; shift >= 0; shift -= 6) {
            text.append(ALPHABET.charAt((int) (characters >>> shift) & 0x3F));
        }
        return text.toString().stripTrailing();
    }

    /**
     * Builds the field.
     *
     * @param category see {@link #category}, 0 to 31
     * @param callSign letters, digits and spaces; others become spaces, and more than eight are cut
     */
    public static long build(int category, String callSign) {
        long characters = 0;
        for (int i = 0; i < 8; i++) {
            char character = i < callSign.length() ? callSign.charAt(i) : ' ';
            int code = character == '#' ? -1 : ALPHABET.indexOf(character);
            characters = characters << 6 | (code < 0 ? 0x20 : code);
        }
        return field(4 - (category >>> 3 & 3), 1, 5) | field(category & 7, 6, 3) | characters;
    }
}
