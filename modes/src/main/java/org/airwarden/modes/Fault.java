package org.airwarden.modes;

import java.util.HexFormat;

/**
 * Bytes that could not be read, why, and where they stood. A fault costs the bytes it names and
 * nothing else. Immutable.
 */
public final class Fault {

    /** At most this many of the bytes at fault are kept. */
    public static final int KEPT_BYTES = 64;

    private final FaultKind kind;
    private final long offset;
    private final long length;
    private final String reason;
    private final byte[] bytes;

    Fault(FaultKind kind, long offset, long length, String reason, byte[] bytes) {
        this.kind = kind;
        this.offset = offset;
        this.length = length;
        this.reason = reason;
        this.bytes = bytes;
    }

    /** What kind of fault. */
    public FaultKind kind() {
        return kind;
    }

    /** Where the bytes began, counted from the first byte of the stream. */
    public long offset() {
        return offset;
    }

    /** How many bytes are at fault. */
    public long length() {
        return length;
    }

    /** The rule that was broken, in words. */
    public String reason() {
        return reason;
    }

    /** A copy of the bytes at fault, the first {@link #KEPT_BYTES} of them. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return kind
                + " at "
                + offset
                + ", "
                + length
                + " bytes: "
                + reason
                + " ["
                + HexFormat.of().formatHex(bytes)
                + "]";
    }
}
