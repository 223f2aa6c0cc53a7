package org.airwarden.modes;

import java.util.HexFormat;

/**
 * A Mode S downlink message: a window over bytes, read where they lie. ICAO Annex 10 Volume IV,
 * 3.1.2.3 to 3.1.2.8. One object is wrapped around message after message.
 *
 * <p>Nothing is repaired here; see {@link ErrorCorrection} for that and for why it is off. Not safe
 * between threads.
 */
public final class ModeSMessage {

    /** Bytes of a message of DF 0 to 15. */
    public static final int SHORT_LENGTH = 7;

    /** Bytes of a message of DF 16 and up. */
    public static final int LONG_LENGTH = 14;

    private byte[] buffer = new byte[LONG_LENGTH];
    private int offset;
    private int length;
    private int format;
    private int syndrome;

    /** Puts the window over a message. Any bytes will do; {@link #isWhole()} says if they fit. */
    public ModeSMessage wrap(byte[] newBuffer, int newOffset, int newLength) {
        buffer = newBuffer;
        offset = newOffset;
        length = newLength;
        format = newLength > 0 ? formatOf(newBuffer[newOffset]) : 0;
        syndrome = isWhole() ? Crc24.syndrome(newBuffer, newOffset, newLength) : Integer.MIN_VALUE;
        return this;
    }

    /** The downlink format of a message that begins with this byte: 0 to 24. */
    public static int formatOf(byte first) {
        return Math.min(first >>> 3 & 0x1F, 24);
    }

    /** How many bytes a message of a format has. */
    public static int lengthOf(int format) {
        return format < 16 ? SHORT_LENGTH : LONG_LENGTH;
    }

    /** Whether the window is as long as the downlink format demands. */
    public boolean isWhole() {
        return length > 0 && length == lengthOf(format);
    }

    /** Downlink format, 0 to 24 (24 is named by its first two bits alone). */
    public int format() {
        return format;
    }

    /** Bytes in the window. */
    public int length() {
        return length;
    }

    /** The array beneath. */
    public byte[] buffer() {
        return buffer;
    }

    /** Where the message begins in {@link #buffer()}. */
    public int offset() {
        return offset;
    }

    /** See {@link Crc24#syndrome}; negative when the message is not whole. */
    public int syndrome() {
        return syndrome;
    }

    /** Whether this format says its address in clear (AA field): DF 11, 17, 18. */
    public boolean hasClearAddress() {
        return format == 11 || format == 17 || format == 18;
    }

    /**
     * Whether the parity proves the message: DF17 and DF18 without remainder, DF11 with nothing but
     * an interrogator code in its lowest 7 bits, which proves 17 of them. Code labels 5 to 7 are
     * reserved but met on the air. Address/parity formats prove nothing by themselves.
     */
    public boolean isClean() {
        return switch (format) {
            case 11 -> syndrome >= 0 && syndrome <= 0x7F;
            case 17, 18 -> syndrome == 0;
            default -> false;
        };
    }

    /**
     * The sender's 24 bits: the AA field of DF 11, 17, 18, else what the parity says, which is
     * right only if no bit was received wrongly.
     */
    public int address() {
        return hasClearAddress() ? bits(9, 24) : syndrome & 0xFF_FFFF;
    }

    /**
     * The interrogator code of a clean DF11: 0 for a squitter, 1..15 an interrogator identifier, 16
     * and up the surveillance identifiers (code label times 16, plus code).
     */
    public int interrogator() {
        return syndrome;
    }

    /**
     * The surveillance identifier SI, 1 to 63, that a DF11 answers; 0 when it is a squitter or
     * answers an interrogator identifier II. Code label CL 1 to 4, ICAO Annex 10 Volume IV,
     * 3.1.2.5.2.1.3.
     */
    public static int surveillanceIdentifier(int interrogator) {
        return Math.max(0, interrogator - 16);
    }

    /** Flight status FS of DF 4, 5, 20, 21: 0 to 7 (3.1.2.6.5.1). */
    public int flightStatus() {
        return bits(6, 3);
    }

    /**
     * Downlink request DR of DF 4, 5, 20, 21: 0 none, 1 Comm-B waiting, 2 and 3 an ACAS advisory, 4
     * and 5 a broadcast, 16 and up a downlink ELM of DR - 15 segments (3.1.2.6.5.2).
     */
    public int downlinkRequest() {
        return bits(9, 5);
    }

    /** Utility message UM of DF 4, 5, 20, 21: six bits (3.1.2.6.5.3). */
    public int utilityMessage() {
        return bits(14, 6);
    }

    /** Which interrogator reserved it: IIS, the first four bits of UM (3.1.2.6.5.3.1). */
    public int reservingInterrogator() {
        return bits(14, 4);
    }

    /** For what: IDS, the last two bits of UM: 0 nothing, 1 Comm-B, 2 Comm-C, 3 Comm-D. */
    public int reservation() {
        return bits(18, 2);
    }

    /** Capability CA of DF 11 and 17: 0 to 7; 4 is on the ground, 5 airborne (3.1.2.5.2.2.1). */
    public int capability() {
        return bits(6, 3);
    }

    /** Control field CF of DF18: 0 to 7. */
    public int control() {
        return bits(6, 3);
    }

    /** Vertical status VS of DF 0 and 16: whether the aircraft says it is on the ground. */
    public boolean verticalStatusOnGround() {
        return bits(6, 1) == 1;
    }

    /** Cross-link capability CC of DF 0: whether DS in DF 0 is understood (3.1.2.8.2.3). */
    public boolean crossLink() {
        return bits(7, 1) == 1;
    }

    /** Sensitivity level SL of ACAS, DF 0 and 16: 0 inoperative, else 1 to 7 (4.3.8.4.2.5). */
    public int sensitivityLevel() {
        return bits(9, 3);
    }

    /**
     * Reply information RI of DF 0 and 16: 0 no ACAS, 2 advisories inhibited, 3 vertical only, 4
     * vertical and horizontal; 8 to 14 the maximum airspeed (3.1.2.8.2.2).
     */
    public int replyInformation() {
        return bits(14, 4);
    }

    /** KE of DF24: whether MD acknowledges an uplink, else it holds a segment (3.1.2.7.3.1). */
    public boolean isAcknowledgement() {
        return bits(4, 1) == 1;
    }

    /** Number of the D-segment ND of DF24, 0 to 15 (3.1.2.7.3.2). */
    public int segmentNumber() {
        return bits(5, 4);
    }

    /** The 80 bits MD of DF24 as 20 hexadecimal digits (3.1.2.7.3.3). */
    public String segment() {
        return HexFormat.of().withUpperCase().formatHex(buffer, offset + 1, offset + 11);
    }

    /** The 13-bit altitude code AC of DF 0, 4, 16, 20. */
    public int altitudeCode() {
        return bits(20, 13);
    }

    /** The 13-bit identity code ID of DF 5, 21. */
    public int identityCode() {
        return bits(20, 13);
    }

    /** The 56 bits of an extended squitter (ME), a Comm-B (MB) or an ACAS (MV) field. */
    public long payload() {
        long bits = 0;
        for (int i = 4; i < 11; i++) {
            bits = bits << 8 | (buffer[offset + i] & 0xFF);
        }
        return bits;
    }

    /**
     * Any field, by the standard's numbers.
     *
     * @param first number of its first bit; the message begins with bit 1
     * @param count of bits, 1 to 24
     */
    public int bits(int first, int count) {
        int last = first + count - 2;
        long window = 0;
        int firstByte = (first - 1) >>> 3;
        int lastByte = last >>> 3;
        for (int i = firstByte; i <= lastByte; i++) {
            window = window << 8 | (buffer[offset + i] & 0xFF);
        }
        return (int) (window >>> (7 - (last & 7))) & ((1 << count) - 1);
    }
}
