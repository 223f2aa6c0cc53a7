package org.airwarden.asterix;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an item in three numbers each, for who reads all of them: so the processor's
 * nearest cache holds those of an edition, and no {@link Field} is looked at. Only for items of up
 * to eight octets, so that one load holds them all, whose fields are there where their octets are
 * and scale by a factor alone; most items are so. Immutable; any thread.
 */
final class FieldTable {
    private static final VarHandle OCTETS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final int A_FIELD = 3;

    /** In a field's first number: how far it goes right, behind how far it goes left. */
    private static final int RIGHT = 8;

    /** Each field's shifts, its mask, and the bits of its factor. */
    private final long[] numbers;

    /** Where each field ends in octets. */
    private final int[] ends;

    /** Octets that the item must have for all fields to be there. */
    private final int whole;

    private FieldTable(Field[] fields, int whole) {
        this.whole = whole;
        numbers = new long[A_FIELD * fields.length];
        ends = new int[fields.length];
        for (int i = 0; i < fields.length; i++) {
            Field field = fields[i];
            int right = Long.SIZE - field.bits;
            numbers[A_FIELD * i] = (long) right << RIGHT | field.bitOffset;
            // Where it is signed, the bits stay that the shift has drawn in.
            numbers[A_FIELD * i + 1] = field.signed ? -1 : -1L >>> right;
            numbers[A_FIELD * i + 2] = Double.doubleToRawLongBits(field.multiplier);
            ends[i] = field.end;
        }
    }

    /** Returns the table of an item with these fields, or null where they are not so simple. */
    static @Nullable FieldTable of(Field[] fields) {
        int whole = 0;
        for (Field field : fields) {
            if (field.conditional || !field.isScaledByFactor() || field.end > Long.BYTES) {
                return null;
            }
            whole = Math.max(whole, field.end);
        }
        return fields.length == 0 ? null : new FieldTable(fields, whole);
    }

    /**
     * Reads the values.
     *
     * @param start where the item or element begins; eight octets of the array can be read there
     * @param size its octets
     * @param into takes the values in their units from {@code first} on; NaN for what is absent
     * @return how many fields there are, absent ones too
     */
    int values(byte[] data, int start, int size, double[] into, int first) {
        long[] table = numbers;
        long word = (long) OCTETS.get(data, start);
        // Most items have one field or two: the compiler's loop is slow to get under way.
        into[first] = value(word, table[0], table[1], table[2]);
        if (table.length > A_FIELD) {
            into[first + 1] = value(word, table[3], table[4], table[5]);
            int to = first + 2;
            for (int i = 2 * A_FIELD; i < table.length; i += A_FIELD) {
                into[to++] = value(word, table[i], table[i + 1], table[i + 2]);
            }
        }
        if (size < whole) {
            clear(size, into, first);
        }
        return ends.length;
    }

    private static double value(long word, long shifts, long mask, long factor) {
        long raw = word << (int) shifts >> (int) (shifts >>> RIGHT) & mask;
        return raw * Double.longBitsToDouble(factor);
    }

    /** Takes back what was read of octets behind the item's last one. */
    private void clear(int size, double[] into, int first) {
        for (int i = 0; i < ends.length; i++) {
            if (ends[i] > size) {
                into[first + i] = Double.NaN;
            }
        }
    }
}
