package org.airwarden.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Small things with octets. */
final class Bytes {
    private Bytes() {}

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** The octets behind the first, which chooses what to do with them. */
    static byte[] tail(byte[] data) {
        return data.length == 0 ? data : Arrays.copyOfRange(data, 1, data.length);
    }

    /** The first octet's choice among so many. */
    static int choice(byte[] data, int among) {
        return data.length == 0 ? 0 : (data[0] & 0xFF) % among;
    }

    static byte[] withChoice(int choice, byte[] data) {
        return join(new byte[] {(byte) choice}, data);
    }

    static boolean endsWith(byte[] data, byte[] end) {
        return data.length >= end.length
                && Arrays.equals(data, data.length - end.length, data.length, end, 0, end.length);
    }

    static void require(boolean holds, String promise) {
        if (!holds) {
            throw new AssertionError(promise);
        }
    }
}
