package org.airwarden.feeds;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A window that moves forward over a file of any length. Memory is bounded by the longest stretch
 * that is asked for at once. Damaged compressed data ends the file early and is told by {@link
 * #damage}. One thread.
 */
final class ByteWindow implements Closeable {
    private static final int INITIAL = 1 << 18;

    private final InputStream in;
    private byte[] bytes = new byte[INITIAL];
    private int start;
    private int end;
    private long offset;
    private boolean ended;
    private @Nullable String damage;

    ByteWindow(InputStream in) {
        this.in = in;
    }

    /** The array under the window; {@link #start} is where it begins. Both change with any call. */
    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    /** Where the window begins in the file. */
    long offset() {
        return offset;
    }

    /** How many octets are already here. */
    int available() {
        return end - start;
    }

    /** Why the file ended early, or null. */
    @Nullable String damage() {
        return damage;
    }

    /** Brings at least that many octets here; false where the file ends before. */
    boolean has(int count) throws IOException {
        return end - start >= count || fill(count);
    }

    int octet(int index) {
        return bytes[start + index] & 0xFF;
    }

    int uint16(int index) {
        return (octet(index) << 8) | octet(index + 1);
    }

    int uint24(int index) {
        return (octet(index) << 16) | uint16(index + 1);
    }

    long uint32(int index) {
        return ((long) uint16(index) << 16) | uint16(index + 2);
    }

    long uint32Little(int index) {
        return octet(index)
                | (octet(index + 1) << 8)
                | (octet(index + 2) << 16)
                | ((long) octet(index + 3) << 24);
    }

    /** Moves forward over octets that are here. */
    void skip(int count) {
        if (count < 0 || count > end - start) {
            throw new IllegalArgumentException(count + " octets are not in the window");
        }
        start += count;
        offset += count;
    }

    /** Moves forward, up to the end of the file; returns how far. */
    long skipFar(long count) throws IOException {
        long left = count;
        while (left > 0 && has(1)) {
            int step = (int) Math.min(left, end - start);
            skip(step);
            left -= step;
        }
        return count - left;
    }

    /** Copies up to that many octets that are here or can be brought. */
    byte[] peek(int count) throws IOException {
        int there = has(count) ? count : end - start;
        return Arrays.copyOfRange(bytes, start, start + there);
    }

    private boolean fill(int count) throws IOException {
        if (ended) {
            return false;
        }
        if (count > bytes.length - start) {
            int kept = end - start;
            byte[] target =
                    count > bytes.length ? new byte[Math.max(count, bytes.length * 2)] : bytes;
            System.arraycopy(bytes, start, target, 0, kept);
            bytes = target;
            start = 0;
            end = kept;
        }
        while (end - start < count) {
            int read = readSome();
            if (read < 0) {
                ended = true;
                return false;
            }
            end += read;
        }
        return true;
    }

    private int readSome() throws IOException {
        try {
            return in.read(bytes, end, bytes.length - end);
        } catch (EOFException | ZipException damaged) {
            damage = damaged.getMessage() == null ? "it ends too early" : damaged.getMessage();
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
