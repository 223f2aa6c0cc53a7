package org.airwarden.modes;

/**
 * Writes Beast binary frames, see {@link BeastReader}. Beast has no mark for simulated data: who
 * writes such frames must keep them from live receivers.
 *
 * <p>Stateless; safe from any thread.
 */
public final class BeastWriter {

    /** No frame takes more bytes than this, every byte doubled. */
    public static final int MAXIMUM_LENGTH = 2 + 2 * (BeastReader.HEADER + FrameKind.LONG.length());

    private BeastWriter() {}

    /**
     * Writes one frame.
     *
     * @param kind what the payload is
     * @param counter 48-bit time stamp; higher bits are left out
     * @param signal 0..255
     * @param payload holds {@code kind.length()} bytes from {@code offset}
     * @param out has room for {@link #MAXIMUM_LENGTH} bytes from {@code outOffset}
     * @return how many bytes were written
     */
    public static int write(
            FrameKind kind,
            long counter,
            int signal,
            byte[] payload,
            int offset,
            byte[] out,
            int outOffset) {
        int at = outOffset;
        out[at++] = BeastReader.ESCAPE;
        out[at++] = (byte) kind.beastType();
        for (int shift = 40; shift >= 0; shift -= 8) {
            at = put((byte) (counter >>> shift), out, at);
        }
        at = put((byte) signal, out, at);
        for (int i = 0; i < kind.length(); i++) {
            at = put(payload[offset + i], out, at);
        }
        return at - outOffset;
    }

    /**
     * Writes what names the receiver of the frames that follow, see {@link Frame#receiver()}.
     *
     * @param out has room for {@link #MAXIMUM_LENGTH} bytes from {@code outOffset}
     * @return how many bytes were written
     */
    public static int writeReceiver(long receiver, byte[] out, int outOffset) {
        int at = outOffset;
        out[at++] = BeastReader.ESCAPE;
        out[at++] = (byte) BeastReader.RECEIVER;
        for (int shift = 56; shift >= 0; shift -= 8) {
            at = put((byte) (receiver >>> shift), out, at);
        }
        return at - outOffset;
    }

    private static int put(byte value, byte[] out, int at) {
        int next = at;
        out[next++] = value;
        if (value == BeastReader.ESCAPE) {
            out[next++] = value;
        }
        return next;
    }
}
