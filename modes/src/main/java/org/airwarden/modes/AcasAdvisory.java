package org.airwarden.modes;

import static org.airwarden.modes.ExtendedSquitter.bit;
import static org.airwarden.modes.ExtendedSquitter.bits;
import static org.airwarden.modes.ExtendedSquitter.field;

import java.util.StringJoiner;

/**
 * An ACAS resolution advisory as 56 bits: what register 3,0 holds, what DF16 carries in MV, and
 * what type code 28 subtype 2 broadcasts; all three have the same fields from bit 9 on (ICAO Annex
 * 10 Volume IV, 4.3.8.4.2.2 and 4.3.8.4.2.4; RTCA DO-260B 2.2.3.2.7.8.2). DF16 has no threat
 * identity. Reads and builds. Stateless; safe from any thread.
 */
public final class AcasAdvisory {

    /** The first byte of register 3,0 and of a coordination reply in DF16. */
    static final int IDENTIFIER = 0x30;

    private AcasAdvisory() {}

    /** Active resolution advisories ARA, 14 bits, the first of them highest. */
    public static int active(long bits) {
        return bits(bits, 9, 14);
    }

    /** Whether ACAS has generated an advisory against one threat, or alike against several. */
    public static boolean isSingle(long bits) {
        return bit(bits, 9);
    }

    /** Whether any vertical advisory is or was generated. */
    public static boolean isGenerated(long bits) {
        return isSingle(bits) || isMultiple(bits);
    }

    /** Resolution advisory complements RAC, 4 bits: do not pass below, above, turn left, right. */
    public static int complements(long bits) {
        return bits(bits, 23, 4);
    }

    /** RAT: whether the advisory has ended (it is told for 18 s more). */
    public static boolean isTerminated(long bits) {
        return bit(bits, 27);
    }

    /** MTE: whether two or more threats are processed at once. */
    public static boolean isMultiple(long bits) {
        return bit(bits, 28);
    }

    /** Threat type TTI: 0 none, 1 Mode S address, 2 altitude, range and bearing, 3 reserved. */
    public static int threatType(long bits) {
        return bits(bits, 29, 2);
    }

    /** 24-bit address of the threat; -1 unless {@link #threatType} is 1. */
    public static int threatAddress(long bits) {
        return threatType(bits) == 1 ? bits(bits, 31, 24) : -1;
    }

    /** Pressure height of the threat, metres (TIDA, 100 ft steps); NaN when absent. */
    public static double threatHeight(long bits) {
        return threatType(bits) == 2
                ? Units.feetToMetres(AltitudeCode.feetOf13(bits(bits, 31, 13)))
                : Double.NaN;
    }

    /**
     * Range of the threat, metres (TIDR: steps of a tenth of a nautical mile, code 1 below 0.05 NM,
     * 127 above 12.55 NM); NaN when absent.
     */
    public static double threatRange(long bits) {
        int code = bits(bits, 44, 7);
        return threatType(bits) == 2 && code != 0
                ? (code - 1) * Units.NAUTICAL_MILE / 10
                : Double.NaN;
    }

    /** Bearing of the threat from the nose, radians, middle of a 6° sector; NaN when absent. */
    public static double threatBearing(long bits) {
        int code = bits(bits, 51, 6);
        return threatType(bits) == 2 && code >= 1 && code <= 60
                ? (6 * code - 3) * Units.DEGREE
                : Double.NaN;
    }

    /**
     * The advisory in words, such as {@code "corrective, climb, increased rate; do not pass below;
     * threat 4B1234; terminated"}; "no advisory" when there is none.
     */
    public static String words(long bits) {
        StringJoiner sentence = new StringJoiner("; ");
        sentence.add(advisory(bits));
        String[] complements = {
            "do not pass below", "do not pass above", "do not turn left", "do not turn right"
        };
        for (int i = 0; i < 4; i++) {
            if ((complements(bits) & 8 >>> i) != 0) {
                sentence.add(complements[i]);
            }
        }
        if (isMultiple(bits)) {
            sentence.add("several threats");
        }
        if (threatType(bits) == 1) {
            sentence.add("threat " + new AircraftAddress(threatAddress(bits), AddressKind.ICAO));
        }
        if (isTerminated(bits)) {
            sentence.add("terminated");
        }
        return sentence.toString();
    }

    /** ARA: its bits mean one thing when the first is set, another when several threats differ. */
    private static String advisory(long bits) {
        StringJoiner words = new StringJoiner(", ");
        if (isSingle(bits)) {
            boolean down = bit(bits, 11);
            boolean positive = bit(bits, 15);
            words.add(bit(bits, 10) ? "corrective" : "preventive");
            if (positive) {
                words.add(down ? "descend" : "climb");
            } else {
                words.add(down ? "do not climb" : "do not descend");
            }
            add(words, bits, 12, "increased rate");
            add(words, bits, 13, "sense reversed");
            add(words, bits, 14, "altitude crossing");
        } else if (isMultiple(bits)) {
            words.add("against several threats");
            add(words, bits, 10, "upward correction");
            add(words, bits, 11, "climb");
            add(words, bits, 12, "downward correction");
            add(words, bits, 13, "descend");
            add(words, bits, 14, "altitude crossing");
            add(words, bits, 15, "sense reversed");
        } else {
            return "no advisory";
        }
        return words.toString();
    }

    private static void add(StringJoiner words, long bits, int number, String word) {
        if (bit(bits, number)) {
            words.add(word);
        }
    }

    /**
     * Builds register 3,0 against a threat with an address.
     *
     * @param active ARA, 14 bits
     * @param complements RAC, 4 bits
     * @param terminated RAT
     * @param multiple MTE
     * @param threat 24-bit address; negative for none
     */
    public static long build(
            int active, int complements, boolean terminated, boolean multiple, int threat) {
        return field(IDENTIFIER, 1, 8)
                | field(active, 9, 14)
                | field(complements, 23, 4)
                | field(terminated ? 1 : 0, 27, 1)
                | field(multiple ? 1 : 0, 28, 1)
                | field(threat < 0 ? 0 : 1, 29, 2)
                | field(Math.max(threat, 0), 31, 24);
    }

    /** The same advisory as the ME field of type code 28, subtype 2. */
    public static long asSquitter(long register) {
        return (register & 0xFFFF_FFFF_FFFFL) | field(28, 1, 5) | field(2, 6, 3);
    }
}
