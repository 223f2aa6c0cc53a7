package org.airwarden.feeds;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.airwarden.model.StateException;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;

/** Counts by name, in the order of the names. One thread. */
final class Tally {
    private final TreeMap<String, long[]> counts = new TreeMap<>();

    void add(String kind) {
        add(kind, 1);
    }

    void add(String kind, long more) {
        long[] count = counts.get(kind);
        if (count == null) {
            count = new long[1];
            counts.put(kind, count);
        }
        count[0] += more;
    }

    SortedMap<String, Long> toMap() {
        TreeMap<String, Long> map = new TreeMap<>();
        counts.forEach((kind, count) -> map.put(kind, count[0]));
        return Collections.unmodifiableSortedMap(map);
    }

    void write(StateOutput out) {
        out.putInt(counts.size());
        counts.forEach((kind, count) -> {
            out.putText(kind);
            out.putLong(count[0]);
        });
    }

    void read(StateInput in) {
        counts.clear();
        int size = in.takeCount();
        for (int i = 0; i < size; i++) {
            String kind = in.takeText();
            if (kind == null) {
                throw new StateException("a count has no name; the bytes are damaged");
            }
            counts.put(kind, new long[] {in.takeLong()});
        }
    }
}
