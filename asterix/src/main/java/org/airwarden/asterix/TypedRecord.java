package org.airwarden.asterix;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the generated classes ({@code Cat048}, {@code Cat062}, ...) share: a flyweight over one
 * record that finds the items by straight-line code and answers by named methods. It agrees with
 * {@link RecordView} on every record, is several times faster, and knows at compile time what a
 * category has; what it does not do is told by {@code asterix/README.md}.
 *
 * <p>Each method {@code i040Rho()} is the field RHO of item 040, in the unit its comment tells;
 * {@code i040RhoRaw()} the bits of it; {@code has040()} whether the item is there. What is absent,
 * or unknown to the edition at hand, is NaN, 0, false or "". Nothing is allocated but texts.
 *
 * <p>Before the first record, and after a fault, every item is absent. For one thread at a time.
 */
public abstract class TypedRecord {
    private final Definition definition;

    /** The place of the edition among those of the class, the newest at 0. */
    final int edition;

    byte[] data = {};
    int offset;
    int length;

    /** The items that are there, one bit each, as the generated class numbers them. */
    long present;

    private @Nullable RecordView slow;
    private @Nullable FaultKind faultKind;
    private String faultItem = "";
    private int faultAt;

    TypedRecord(List<String> editions, Definition definition, int category) {
        this.definition = definition;
        this.edition =
                definition.category() == category ? editions.indexOf(definition.edition()) : -1;
        if (edition < 0 || Definitions.of(category, definition.edition()) != definition) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%s is none of the bundled editions of CAT%03d that %s reads: %s",
                            definition,
                            category,
                            getClass().getSimpleName(),
                            editions));
        }
    }

    /**
     * Moves to the record at {@code from}.
     *
     * @param data holds the record, and is looked at until the next call; it is not copied
     * @param to where the record's block ends
     * @return where the record ends, always greater than {@code from}; or -1 on a fault, which
     *     {@link #faultKind} and its neighbours then tell
     * @throws IndexOutOfBoundsException when the range is not inside the array
     */
    public final int wrap(byte[] data, int from, int to) {
        if (from < 0 || from > to || to > data.length) {
            throw new IndexOutOfBoundsException(from + " to " + to + " of " + data.length);
        }
        this.data = data;
        this.offset = from;
        clear();
        int end = read(data, from, to);
        if (end < 0 || end > to) {
            return refuse(from, to);
        }
        length = end - from;
        return end;
    }

    /**
     * Moves to the record that a walker shows.
     *
     * @throws IllegalArgumentException when it was read with another edition
     */
    public final void wrap(RecordView record) {
        if (record.definition() != definition) {
            throw new IllegalArgumentException(
                    "a record read as " + record.definition() + " given to one of " + definition);
        }
        int end = record.offset() + record.length();
        wrap(record.data(), record.offset(), end);
    }

    /** Finds the items; -1, or beyond {@code to}, where something is wrong. */
    abstract int read(byte[] data, int from, int to);

    /** Makes every item absent. */
    abstract void clear();

    /** What is wrong is rare: the generic reader tells it, so both tell the same. */
    private int refuse(int from, int to) {
        clear();
        length = 0;
        RecordView view = slow;
        if (view == null) {
            view = new RecordView();
            slow = view;
        }
        if (view.read(definition, data, from, from, to) >= 0) {
            throw new IllegalStateException(
                    getClass().getSimpleName() + " refuses what " + definition + " allows");
        }
        faultKind = view.faultKind();
        faultItem = view.faultItem();
        faultAt = view.faultAt();
        return -1;
    }

    /** What the last fault was, or null before the first. */
    public final @Nullable FaultKind faultKind() {
        return faultKind;
    }

    /** The path of the item that the last fault was in, or "". */
    public final String faultItem() {
        return faultItem;
    }

    /** The octet of the array where reading stopped at the last fault. */
    public final int faultAt() {
        return faultAt;
    }

    /** The edition that it reads. */
    public final Definition definition() {
        return definition;
    }

    /** The array that holds the record; it is the caller's own, not a copy. */
    public final byte[] data() {
        return data;
    }

    /** Where the record begins in {@link #data}, at its presence bits. */
    public final int offset() {
        return offset;
    }

    /** The record's length in octets; 0 before the first record and after a fault. */
    public final int length() {
        return length;
    }

    /** Where extents of one octet, or a chain of them, end; -1 beyond {@code to}. */
    static int extents(byte[] data, int from, int to) {
        int at = from;
        do {
            if (at >= to) {
                return -1;
            }
        } while ((data[at++] & 1) != 0);
        return at;
    }

    /** Where a chain of elements ends; -1 beyond {@code to}. */
    static int chain(byte[] data, int from, int to, int octets) {
        int at = from;
        do {
            at += octets;
            if (at > to) {
                return -1;
            }
        } while ((data[at - 1] & 1) != 0);
        return at;
    }

    /** Where extents end of which some have several octets, or the last no extension bit. */
    static int extents(byte[] data, int from, int to, boolean open, int... ends) {
        int at = from;
        for (int i = 0; i < ends.length; i++) {
            at = from + ends[i];
            if (at > to) {
                return -1;
            }
            if ((i == ends.length - 1 && !open) || (data[at - 1] & 1) == 0) {
                return at;
            }
        }
        return extents(data, at, to);
    }

    static int u8(byte[] data, int at) {
        return data[at] & 0xFF;
    }

    static int u16(byte[] data, int at) {
        return (data[at] & 0xFF) << 8 | (data[at + 1] & 0xFF);
    }

    static int u24(byte[] data, int at) {
        return u16(data, at) << 8 | (data[at + 2] & 0xFF);
    }

    static int s32(byte[] data, int at) {
        return u16(data, at) << 16 | u16(data, at + 2);
    }

    static long u40(byte[] data, int at) {
        return (long) u8(data, at) << 32 | (s32(data, at + 1) & 0xFFFF_FFFFL);
    }

    static long u48(byte[] data, int at) {
        return (long) u16(data, at) << 32 | (s32(data, at + 2) & 0xFFFF_FFFFL);
    }

    static long u56(byte[] data, int at) {
        return (long) u24(data, at) << 32 | (s32(data, at + 3) & 0xFFFF_FFFFL);
    }

    static long s64(byte[] data, int at) {
        return (long) s32(data, at) << 32 | (s32(data, at + 4) & 0xFFFF_FFFFL);
    }

    @Override
    public String toString() {
        return definition + (length == 0 ? ", no record" : ", record at " + offset);
    }
}
