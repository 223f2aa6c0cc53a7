package org.airwarden.modes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The line of a text stream that is being read: its bytes so far, where it began, and what does not
 * fit. A line that grows longer than any message becomes a fault, of which the first bytes are kept
 * and all are counted. Nothing is allocated but for a fault. Not safe between threads.
 */
final class HalfLine {
    private final byte[] bytes;
    private final FaultLog bad = new FaultLog();
    private int length;
    private boolean overlong;
    private long start;
    private long position;

    /** An empty line at the start of a stream, that holds {@code longest} bytes. */
    HalfLine(int longest) {
        bytes = new byte[longest];
    }

    /** Takes the next byte of the stream into the line. */
    void add(byte value) {
        if (!overlong && length == bytes.length) {
            moveToFault();
            overlong = true;
        }
        if (overlong) {
            bad.add(value, position);
        } else {
            if (length == 0) {
                start = position;
            }
            bytes[length++] = value;
        }
        position++;
    }

    /** Takes the next byte of the stream, which is none of the line's. */
    void skip() {
        position++;
    }

    /** Returns the byte at an index below {@link #length}. */
    byte at(int index) {
        return bytes[index];
    }

    /** Returns the line; {@link #length} bytes of it count. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    boolean isEmpty() {
        return length == 0 && !overlong;
    }

    /** Tells whether the line is longer than any; {@link #fail} then ends it. */
    boolean isOverlong() {
        return overlong;
    }

    /** Returns the offset of the line's first byte in the stream. */
    long start() {
        return start;
    }

    /** Ends the line. */
    void clear() {
        length = 0;
    }

    /** Ends the line, and makes a fault of it. */
    Fault fail(FaultKind kind, String reason) {
        moveToFault();
        overlong = false;
        return bad.take(kind, reason);
    }

    /** Returns how many lines became faults. */
    long faults() {
        return bad.faults();
    }

    private void moveToFault() {
        for (int i = 0; i < length; i++) {
            bad.add(bytes[i], start);
        }
        length = 0;
    }

    void write(DataOutput out) throws IOException {
        out.writeShort(length);
        out.write(bytes, 0, length);
        out.writeBoolean(overlong);
        out.writeLong(start);
        out.writeLong(position);
        bad.write(out);
    }

    void read(DataInput in) throws IOException {
        int read = in.readUnsignedShort();
        if (read > bytes.length) {
            throw new IOException("a line longer than any");
        }
        length = read;
        in.readFully(bytes, 0, length);
        overlong = in.readBoolean();
        start = in.readLong();
        position = in.readLong();
        bad.read(in);
    }
}
