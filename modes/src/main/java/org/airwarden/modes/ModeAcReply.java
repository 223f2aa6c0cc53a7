package org.airwarden.modes;

/**
 * A Mode A or Mode C reply as receivers put it out: two bytes whose four nibbles are the octal
 * digits ABCD, with 0x0080 as the SPI pulse. Nothing in a reply tells which of both modes it
 * answers, and nothing tells whose it is.
 *
 * <p>Stateless; safe from any thread.
 */
public final class ModeAcReply {

    private ModeAcReply() {}

    /** The pulses as four octal digits ABCD: the squawk if the reply answers Mode A. */
    public static int code(byte[] bytes, int offset) {
        int high = bytes[offset];
        int low = bytes[offset + 1];
        return (high >>> 4 & 7) << 9 | (high & 7) << 6 | (low >>> 4 & 7) << 3 | (low & 7);
    }

    /** Whether the special position identification pulse is there. */
    public static boolean specialPosition(byte[] bytes, int offset) {
        return (bytes[offset + 1] & 0x80) != 0;
    }

    /** Altitude in feet if the reply answers Mode C; {@link AltitudeCode#NONE} if it cannot. */
    public static int altitudeFeet(byte[] bytes, int offset) {
        return specialPosition(bytes, offset)
                ? AltitudeCode.NONE
                : AltitudeCode.feetOfModeC(code(bytes, offset));
    }

    /** Writes a reply with these pulses. */
    public static void write(int code, boolean specialPosition, byte[] out, int offset) {
        out[offset] = (byte) ((code >>> 9 & 7) << 4 | (code >>> 6 & 7));
        out[offset + 1] =
                (byte) ((code >>> 3 & 7) << 4 | (code & 7) | (specialPosition ? 0x80 : 0));
    }
}
