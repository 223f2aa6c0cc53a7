package org.airwarden.asterix;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;
import org.airwarden.asterix.Shape.Content;
import org.airwarden.asterix.Shape.Label;
import org.airwarden.asterix.Shape.Range;
import org.jspecify.annotations.Nullable;

/**
 * A field of an item: a handle found once by {@link Definition#field}, then used for every record
 * of that definition. Immutable.
 */
public final class Field {
    private static final VarHandle OCTETS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final Item item;
    private final String path;
    private final String name;
    private final Content content;

    /** The first octet of the field, from the start of its item or element. */
    final int octet;

    /** Bits, counted from the most significant bit of the item or element. */
    final int bitOffset;

    final int bits;

    /** The octets that the field touches. */
    final int span;

    /** Octets the item must have for the field to be there. */
    final int end;

    final boolean signed;
    private final int leftShift;
    private final int rightShift;

    final double multiplier;
    private final double divisor;
    private final double offset;

    /** The field whose value says whether this reading holds, or null. */
    final @Nullable Field selector;

    final long selectorValue;

    /** Whether the field can be missing where its octets are there. */
    final boolean conditional;

    private final boolean canBeAbsent;
    private final long absentRaw;

    /** The code of the Mode S register that the field always holds, or -1. */
    int register = -1;

    /** The fields that tell the two digits of the register that this field holds, or null. */
    @Nullable Field registerHigh;

    @Nullable Field registerLow;

    private @Nullable FieldJson json;

    Field(
            Item item,
            String name,
            Content content,
            int bitOffset,
            int bits,
            @Nullable Field selector,
            long selectorValue) {
        this.item = item;
        this.name = name;
        this.path = name.isEmpty() ? item.path() : item.path() + "/" + name;
        this.content = content;
        this.bitOffset = bitOffset;
        this.bits = bits;
        this.octet = bitOffset >> 3;
        this.end = (bitOffset + bits + 7) >> 3;
        this.span = end - octet;
        this.signed = content.signed();
        // A power of two divides exactly, so that it may as well be in the multiplier.
        boolean exact = isPowerOfTwo(content.divisor());
        this.multiplier = exact ? content.multiplier() / content.divisor() : content.multiplier();
        this.divisor = exact ? 1 : content.divisor();
        this.offset = content.offset();
        this.leftShift = bitOffset & 7;
        this.rightShift = 64 - bits;
        this.selector = selector;
        this.selectorValue = selectorValue;
        Long absent = content.absent();
        this.canBeAbsent = absent != null;
        this.absentRaw = absent == null ? 0 : absent;
        this.conditional = selector != null || canBeAbsent;
    }

    private static boolean isPowerOfTwo(double divisor) {
        return divisor >= 1
                && divisor <= 1L << 62
                && Math.scalb(1.0, Math.getExponent(divisor)) == divisor;
    }

    /** How the field is written in JSON; made when asked for first, by whichever thread. */
    FieldJson json() {
        FieldJson known = json;
        if (known == null) {
            known = new FieldJson(this);
            json = known;
        }
        return known;
    }

    /** Reads the field where its item or element starts at {@code start}. */
    long extract(byte[] data, int start) {
        int p = start + octet;
        // Eight octets at once hold every field; near the array's end they are gathered singly.
        long word =
                p <= data.length - Long.BYTES
                        ? (long) OCTETS.get(data, p) << leftShift
                        : wide(data, p) << leftShift;
        return signed ? word >> rightShift : word >>> rightShift;
    }

    /** Whether the field is there, as its selector and its own raw value say. */
    boolean holds(byte[] data, int start) {
        if (selector != null
                && (selector.extract(data, start) != selectorValue
                        || (selector.conditional && !selector.holds(data, start)))) {
            return false;
        }
        return !canBeAbsent || extract(data, start) != absentRaw;
    }

    /** As {@link #holds(byte[], int)}, in the low {@code width} bits of a number. */
    boolean holds(long word, int width) {
        if (selector != null
                && (selector.extract(word, width) != selectorValue
                        || !selector.holds(word, width))) {
            return false;
        }
        return !canBeAbsent || extract(word, width) != absentRaw;
    }

    /** Reads the field from the low {@code width} bits of a number that are its whole item. */
    long extract(long word, int width) {
        long shifted = word << (64 - width + bitOffset);
        return signed ? shifted >> rightShift : shifted >>> rightShift;
    }

    /** The code of the register that this field holds, where its element starts; or -1. */
    int register(byte[] data, int start) {
        Field high = registerHigh;
        Field low = registerLow;
        if (high == null || low == null) {
            return register;
        }
        return (int) (high.extract(data, start) << 4 | low.extract(data, start));
    }

    private long wide(byte[] data, int p) {
        long word = 0;
        for (int i = 0; i < span; i++) {
            word = (word << 8) | (data[p + i] & 0xFF);
        }
        return word << (64 - 8 * span);
    }

    /** Writes the values that say that this field holds. */
    void select(byte[] data, int start) {
        for (Field field = this; field.selector != null; field = field.selector) {
            field.selector.insert(data, start, field.selectorValue);
        }
    }

    /** Writes the field's bits where its item or element starts at {@code start}. */
    void insert(byte[] data, int start, long raw) {
        int p = start + octet;
        int tail = end * 8 - bitOffset - bits;
        long mask = (-1L >>> rightShift) << tail;
        long word = (raw << tail) & mask;
        for (int i = span - 1; i >= 0; i--) {
            data[p + i] = (byte) ((data[p + i] & ~mask) | word);
            mask >>>= 8;
            word >>>= 8;
        }
    }

    /** Whether {@link #scale} does nothing but multiply. */
    boolean isScaledByFactor() {
        return divisor == 1 && offset == 0;
    }

    double scale(long raw) {
        double product = raw * multiplier;
        double scaled = divisor == 1 ? product : product / divisor;
        return offset == 0 ? scaled : scaled + offset;
    }

    /** The item or subitem that holds the field. */
    public Item item() {
        return item;
    }

    /** The full name, {@code 040/RHO}; the item's path where the item is one single field. */
    public String path() {
        return path;
    }

    /** The name inside the item; "" where the item is one single field. */
    public String name() {
        return name;
    }

    /** Its width in bits, 1 to 64. */
    public int bits() {
        return bits;
    }

    /** How its bits become a value. */
    public Content content() {
        return content;
    }

    /** The unit of {@link RecordView#value}: deg, NM, s, ft, FL, m, m/s, kt, ...; or "". */
    public String unit() {
        return content.unit();
    }

    /** Where sensible values lie, in the field's unit; or null. */
    public @Nullable Range range() {
        return content.range();
    }

    /** The name of a raw value, or null where it has none. */
    public @Nullable String label(long raw) {
        for (Label label : content.labels()) {
            if (label.raw() == raw) {
                return label.name();
            }
        }
        return null;
    }

    /** Whether the field holds the 56 bits of a Mode S register; see {@link Registers}. */
    public boolean holdsRegister() {
        return register >= 0 || registerHigh != null;
    }

    /** The names of raw values; empty for most fields. */
    public List<Label> labels() {
        return content.labels();
    }

    /** The least raw value that fits. */
    public long lowest() {
        return signed ? -1L << (bits - 1) : 0;
    }

    /** The greatest raw value that fits; all 64 bits set (-1) for an unsigned field of 64 bits. */
    public long highest() {
        return signed ? ~(-1L << (bits - 1)) : bits == 64 ? -1 : (1L << bits) - 1;
    }

    @Override
    public String toString() {
        return item.definition() + " " + path;
    }
}
