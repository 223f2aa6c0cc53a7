package org.airwarden.asterix;

import java.util.Arrays;

/** Explicit items of one record whose octets do not read as defined. One thread. */
final class Misfits {
    /** Those that are kept; only a record of random order can have more. */
    private static final int KEPT = 16;

    private Item[] items = {};
    private int[] ats = {};
    private int count;

    void clear() {
        count = 0;
    }

    /** Takes an item, and where its reading stopped. */
    void add(Item item, int at) {
        if (count == ats.length) {
            if (count >= KEPT) {
                return;
            }
            items = Arrays.copyOf(items, count + 4);
            ats = Arrays.copyOf(ats, count + 4);
        }
        items[count] = item;
        ats[count] = at;
        count++;
    }

    int count() {
        return count;
    }

    Item item(int index) {
        return items[index];
    }

    int at(int index) {
        return ats[index];
    }

    boolean has(Item item) {
        for (int i = 0; i < count; i++) {
            if (items[i] == item) {
                return true;
            }
        }
        return false;
    }
}
