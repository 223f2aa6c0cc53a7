package org.airwarden.modes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Gathers bytes at fault until the run ends: keeps the first of them, counts them all. Without
 * allocation until a fault is made.
 */
final class FaultLog {
    private final byte[] kept = new byte[Fault.KEPT_BYTES];
    private long start;
    private long length;
    private long faults;
    private long bytes;

    void add(int value, long position) {
        if (length == 0) {
            start = position;
        }
        if (length < kept.length) {
            kept[(int) length] = (byte) value;
        }
        length++;
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** Ends the run and makes a fault of it. */
    Fault take(FaultKind kind, String reason) {
        int count = (int) Math.min(length, kept.length);
        Fault fault = new Fault(kind, start, length, reason, Arrays.copyOf(kept, count));
        faults++;
        bytes += length;
        length = 0;
        return fault;
    }

    long faults() {
        return faults;
    }

    long bytes() {
        return bytes;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(start);
        out.writeLong(length);
        out.write(kept, 0, (int) Math.min(length, kept.length));
        out.writeLong(faults);
        out.writeLong(bytes);
    }

    void read(DataInput in) throws IOException {
        start = in.readLong();
        length = in.readLong();
        if (length < 0) {
            throw new IOException("negative length");
        }
        in.readFully(kept, 0, (int) Math.min(length, kept.length));
        faults = in.readLong();
        bytes = in.readLong();
    }
}
