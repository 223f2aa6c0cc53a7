package org.airwarden.asterix;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads all fields of an item at once: what is needed of each stands side by side in two arrays, so
 * that a field costs a handful of instructions and no handle is looked at. Immutable.
 */
final class ItemValues {
    /** Those of an item without fields. */
    static final ItemValues NONE = new ItemValues(new Field[0]);

    private static final VarHandle OCTETS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final int RIGHT = 6;
    private static final int SIGNED = 12;
    private static final int OTHER = 13;
    private static final int OCTET = 16;
    private static final int END = 40;

    private final Field[] fields;

    /** Shifts to the left and right (6 bits each), whether signed, whether of other kind, place. */
    private final long[] codes;

    private final double[] steps;

    /** How far behind the start of an element eight octets may be read. */
    private final int reach;

    ItemValues(Field[] fields) {
        this.fields = fields;
        codes = new long[fields.length];
        steps = new double[fields.length];
        int last = 0;
        for (int i = 0; i < fields.length; i++) {
            Field field = fields[i];
            codes[i] =
                    (field.bitOffset & 7)
                            | (64 - field.bits) << RIGHT
                            | (field.signed ? 1 << SIGNED : 0)
                            | (field.conditional || !field.isPlain() ? 1 << OTHER : 0)
                            | (long) field.octet << OCTET
                            | (long) field.end << END;
            steps[i] = field.isPlain() ? field.scale(1) : 0;
            last = Math.max(last, field.octet);
        }
        reach = last + Long.BYTES;
    }

    /**
     * Reads them.
     *
     * @param start of the item or element, which is {@code size} octets
     * @param into takes the values, NaN for what is absent
     */
    void read(byte[] data, int start, int size, double[] into) {
        long[] known = codes;
        boolean wide = start + reach <= data.length && start >= 0;
        for (int i = 0; i < known.length; i++) {
            long code = known[i];
            if (code >>> END > size) {
                into[i] = Double.NaN;
            } else if (wide && (code & 1 << OTHER) == 0) {
                long word = (long) OCTETS.get(data, start + ((int) (code >>> OCTET) & 0xFFFFFF));
                // The shift takes the low six bits of its operand.
                long raw = word << (code & 7) >>> (code >>> RIGHT);
                long sign = (code >>> SIGNED & 1) << 63 >>> (code >>> RIGHT);
                into[i] = ((raw ^ sign) - sign) * steps[i];
            } else {
                Field field = fields[i];
                into[i] =
                        !field.conditional || field.holds(data, start)
                                ? field.scale(field.extract(data, start))
                                : Double.NaN;
            }
        }
    }
}
