package org.airwarden.modes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of each address, for a while: a hash table of entries under int keys. Entries
 * not seen for a lifetime of data time are gone, whenever they are swept out; the table never holds
 * more than a set number. Looking an entry up allocates nothing.
 *
 * <p>What a lookup answers hangs on the inputs alone, not on when the table was swept; {@link
 * #sorted} gives entries by rising key.
 *
 * @param <E> the entry
 */
final class AddressTable<E extends AddressTable.Entry> {

    /** An entry: its key and when it was last seen. */
    abstract static class Entry {
        final int key;
        long seen;

        Entry(int key) {
            this.key = key;
        }
    }

    private static final int SMALLEST = 64;

    private final IntFunction<E> factory;
    private final long lifetime;
    private final int maximum;

    private @Nullable Entry[] slots = new @Nullable Entry[SMALLEST];
    private int size;

    AddressTable(IntFunction<E> factory, long lifetime, int maximum) {
        this.factory = factory;
        this.lifetime = lifetime;
        this.maximum = maximum;
    }

    /** The entry of a key if it was seen within a lifetime of {@code now}. */
    @Nullable E find(int key, long now) {
        E entry = at(slotOf(key));
        return entry != null && isAlive(entry, now) ? entry : null;
    }

    /** The entry of a key, a new one if there is none or it has expired, marked as seen now. */
    E touch(int key, long now) {
        int slot = slotOf(key);
        E entry = at(slot);
        if (entry != null && isAlive(entry, now)) {
            entry.seen = now;
            return entry;
        }
        E fresh = factory.apply(key);
        fresh.seen = now;
        if (entry != null) {
            slots[slot] = fresh;
        } else {
            insert(fresh, now);
        }
        return fresh;
    }

    /** Entries alive at {@code now}, by rising key. */
    List<E> sorted(long now) {
        List<E> entries = new ArrayList<>(size);
        for (int i = 0; i < slots.length; i++) {
            E entry = at(i);
            if (entry != null && isAlive(entry, now)) {
                entries.add(entry);
            }
        }
        entries.sort(Comparator.comparingInt(entry -> entry.key));
        return entries;
    }

    int size() {
        return size;
    }

    /** Empties the table. */
    void clear() {
        slots = new @Nullable Entry[SMALLEST];
        size = 0;
    }

    /** Puts an entry back that a snapshot held. */
    void put(E entry) {
        insert(entry, entry.seen);
    }

    private boolean isAlive(Entry entry, long now) {
        return Math.abs(now - entry.seen) <= lifetime;
    }

    private void insert(E entry, long now) {
        if ((size + 1) * 2 > slots.length || size >= maximum) {
            rebuild(now);
        }
        slots[slotOf(entry.key)] = entry;
        size++;
    }

    /**
     * Drops what has expired, the longest unseen quarter too if that is not enough; then resizes.
     */
    private void rebuild(long now) {
        List<E> alive = sorted(now);
        if (alive.size() >= maximum) {
            alive.sort(
                    Comparator.<E>comparingLong(entry -> entry.seen)
                            .thenComparingInt(entry -> entry.key));
            alive = alive.subList(Math.max(1, maximum / 4), alive.size());
        }
        int capacity = SMALLEST;
        while (capacity < (alive.size() + 1) * 4) {
            capacity *= 2;
        }
        slots = new @Nullable Entry[capacity];
        for (E entry : alive) {
            slots[slotOf(entry.key)] = entry;
        }
        size = alive.size();
    }

    /** Where a key stands, or the free slot where it would. */
    private int slotOf(int key) {
        int mask = slots.length - 1;
        int slot = ((key * 0x9E37_79B9) >>> 8) & mask;
        for (Entry entry = slots[slot]; entry != null && entry.key != key; entry = slots[slot]) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    @SuppressWarnings("unchecked")
    private @Nullable E at(int slot) {
        return (E) slots[slot];
    }
}
