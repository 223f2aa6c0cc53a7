package org.airwarden.modes;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes AVR text lines, see {@link AvrReader}. Stateless; safe from any thread. */
public final class AvrWriter {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private AvrWriter() {}

    /** {@code *hex;} with a line end. */
    public static byte[] line(byte[] payload, int offset, int length) {
        return ascii("*" + HEX.formatHex(payload, offset, offset + length) + ";\n");
    }

    /** {@code @timestamp hex;} with a line end; the 48-bit time stamp and the message adjoin. */
    public static byte[] line(long counter, byte[] payload, int offset, int length) {
        String time = HEX.toHexDigits(counter, 12);
        return ascii("@" + time + HEX.formatHex(payload, offset, offset + length) + ";\n");
    }

    /** {@code <timestamp signal hex;} with a line end; signal 0 to 255. */
    public static byte[] line(long counter, int signal, byte[] payload, int offset, int length) {
        String prefix = "<" + HEX.toHexDigits(counter, 12) + HEX.toHexDigits((byte) signal);
        return ascii(prefix + HEX.formatHex(payload, offset, offset + length) + ";\n");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
