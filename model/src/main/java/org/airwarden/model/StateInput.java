package org.airwarden.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link StateOutput} wrote. Every call that finds too few or impossible bytes throws
 * {@link StateException}. One thread.
 */
public final class StateInput {
    private final ByteBuffer buffer;

    /** Reads from the bytes, which it does not copy. */
    public StateInput(byte[] bytes) {
        buffer = ByteBuffer.wrap(bytes);
    }

    /**
     * Reads a version byte and holds it against the newest that the caller knows.
     *
     * @param what what is being read, for the error
     * @param newest the newest version that the caller reads
     * @return the version, 1 to {@code newest}
     */
    public int version(String what, int newest) {
        int version = takeByte();
        if (version < 1 || version > newest) {
            throw new StateException(
                    what + " has version " + version + "; this program reads 1 to " + newest);
        }
        return version;
    }

    /** Reads one byte, 0 to 255. */
    public int takeByte() {
        return need(1).get() & 0xFF;
    }

    /** Reads one byte that is 0 or 1. */
    public boolean takeBoolean() {
        int value = takeByte();
        if (value > 1) {
            throw new StateException("a yes or no is " + value + "; the bytes are damaged");
        }
        return value == 1;
    }

    /** Reads four bytes. */
    public int takeInt() {
        return need(4).getInt();
    }

    /** Reads a count: an int from 0 to the bytes that remain. */
    public int takeCount() {
        int count = takeInt();
        if (count < 0 || count > buffer.remaining()) {
            throw new StateException("a count of " + count + " cannot be; the bytes are damaged");
        }
        return count;
    }

    /** Reads eight bytes. */
    public long takeLong() {
        return need(8).getLong();
    }

    /** Reads a number. */
    public double takeDouble() {
        return Double.longBitsToDouble(need(8).getLong());
    }

    /** Fills an array with numbers. */
    public void takeDoubles(double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = takeDouble();
        }
    }

    /** Reads a text, or null where none was written. */
    public @Nullable String takeText() {
        int length = takeInt();
        if (length == -1) {
            return null;
        }
        if (length < 0 || length > buffer.remaining()) {
            throw new StateException("a text of " + length + " bytes cannot be");
        }
        byte[] text = new byte[length];
        buffer.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** Reads a count and that many bytes. */
    public byte[] takeBytes() {
        byte[] bytes = new byte[takeCount()];
        buffer.get(bytes);
        return bytes;
    }

    /** Reads an enum constant that was written as its ordinal in a byte. */
    public <E extends Enum<E>> E takeEnum(Class<E> type) {
        E[] constants = type.getEnumConstants();
        int ordinal = takeByte();
        if (constants == null || ordinal >= constants.length) {
            throw new StateException(type.getSimpleName() + " has no member " + ordinal);
        }
        return constants[ordinal];
    }

    /** Tells whether all was read. */
    public boolean isAtEnd() {
        return !buffer.hasRemaining();
    }

    private ByteBuffer need(int count) {
        if (buffer.remaining() < count) {
            throw new StateException(
                    "bytes end at " + buffer.limit() + " where " + count + " more are due");
        }
        return buffer;
    }
}
