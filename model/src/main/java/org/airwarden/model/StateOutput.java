package org.airwarden.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes state that moves: to a snapshot, to the journal, to another machine. Big-endian, no
 * padding; the writer puts a version first, and {@link StateInput} reads the same calls back. One
 * thread.
 */
public final class StateOutput {
    private byte[] bytes = new byte[256];
    private ByteBuffer buffer = ByteBuffer.wrap(bytes);

    /** Makes an empty output. */
    public StateOutput() {}

    /** Writes the low eight bits. */
    public void putByte(int value) {
        room(1).put((byte) value);
    }

    /** Writes one byte, 0 or 1. */
    public void putBoolean(boolean value) {
        putByte(value ? 1 : 0);
    }

    /** Writes four bytes. */
    public void putInt(int value) {
        room(4).putInt(value);
    }

    /** Writes eight bytes. */
    public void putLong(long value) {
        room(8).putLong(value);
    }

    /** Writes eight bytes: the number's bits. */
    public void putDouble(double value) {
        room(8).putLong(Double.doubleToLongBits(value));
    }

    /** Writes the numbers, without their count. */
    public void putDoubles(double[] values) {
        for (double value : values) {
            putDouble(value);
        }
    }

    /** Writes a text in UTF-8 with its length, or a mark that there is none. */
    public void putText(@Nullable String value) {
        if (value == null) {
            putInt(-1);
        } else {
            putBytes(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Writes a count and that many bytes. */
    public void putBytes(byte[] value) {
        putInt(value.length);
        room(value.length).put(value);
    }

    /**
     * Writes an enum constant as its ordinal in a byte. Members are therefore only ever appended to
     * an enum that is written.
     */
    @SuppressWarnings("EnumOrdinal")
    public void putEnum(Enum<?> value) {
        putByte(value.ordinal());
    }

    /** Returns what was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, buffer.position());
    }

    private ByteBuffer room(int count) {
        if (buffer.remaining() < count) {
            int position = buffer.position();
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, position + count));
            buffer = ByteBuffer.wrap(bytes).position(position);
        }
        return buffer;
    }
}
