package org.airwarden.modes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A counter for each constant of an enum.
 *
 * @param <E> the enum; new constants go to its end, so that snapshots keep their meaning
 */
final class Counts<E extends Enum<E>> {

    private final long[] counts;

    Counts(Class<E> type) {
        counts = new long[type.getEnumConstants().length];
    }

    // An index into an array of our own is what ordinal is for.
    @SuppressWarnings("EnumOrdinal")
    private static int index(Enum<?> constant) {
        return constant.ordinal();
    }

    void add(E constant) {
        counts[index(constant)]++;
    }

    long of(E constant) {
        return counts[index(constant)];
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(counts.length);
        Snapshots.writeLongs(out, counts);
    }

    void read(DataInput in) throws IOException {
        if (in.readUnsignedByte() != counts.length) {
            throw new IOException("counters of another version");
        }
        Snapshots.readLongs(in, counts);
    }
}
