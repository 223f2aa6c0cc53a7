package org.airwarden.tracking;

import java.util.Arrays;

/**
 * Tracks gathered in any order and told in the order of {@link LiveTrack#order}: confirmed ones by
 * their numbers, then tentative ones by their beginning. Reused; grows; not thread-safe.
 */
final class TrackList {
    /** Low bits of a key that hold a track's place. */
    private static final int PLACE_BITS = 21;

    private LiveTrack[] gathered = new LiveTrack[64];
    private LiveTrack[] sorted = new LiveTrack[64];
    private long[] keys = new long[64];
    private int count;

    TrackList() {}

    void clear() {
        Arrays.fill(gathered, 0, count, null);
        Arrays.fill(sorted, 0, Math.min(count, sorted.length), null);
        count = 0;
    }

    void add(LiveTrack track) {
        if (count == gathered.length) {
            gathered = Arrays.copyOf(gathered, count * 2);
        }
        gathered[count++] = track;
    }

    int size() {
        return count;
    }

    /** Puts the tracks in order; needed before {@link #at}. */
    void sort() {
        if (sorted.length < count) {
            sorted = new LiveTrack[gathered.length];
            keys = new long[gathered.length];
        }
        for (int i = 0; i < count; i++) {
            keys[i] = gathered[i].order() << PLACE_BITS | i;
        }
        Arrays.sort(keys, 0, count);
        for (int i = 0; i < count; i++) {
            sorted[i] = gathered[(int) (keys[i] & ((1 << PLACE_BITS) - 1))];
        }
    }

    LiveTrack at(int index) {
        return sorted[index];
    }
}
