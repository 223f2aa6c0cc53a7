package org.airwarden.feeds;

import java.util.Arrays;
import java.util.SortedMap;
import org.airwarden.asterix.BlockWalker;
import org.airwarden.asterix.Definitions;
import org.airwarden.asterix.Editions;
import org.airwarden.asterix.RecordView;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * When a frame of ASTERIX was sent, by what its records say: the latest of their times of day that
 * lies close to the median. One thread.
 */
final class RecordTimes {
    private static final long CLOSE = 2 * 128;
    private static final long HALF_DAY = Mapping.TICKS_A_DAY / 2;

    private final BlockWalker walker;
    private final @Nullable RecordItems[] items = new @Nullable RecordItems[256];
    private long[] ticks = new long[64];
    private int count;

    RecordTimes(SortedMap<Integer, String> editions) {
        walker = new BlockWalker(editions(editions));
    }

    /** Returns these editions; a category without one is not read. */
    static Editions editions(SortedMap<Integer, String> chosen) {
        Editions editions = Editions.none();
        for (var edition : chosen.entrySet()) {
            editions = editions.with(Definitions.of(edition.getKey(), edition.getValue()));
        }
        return editions;
    }

    /** Returns the time of day (ns) that a frame's records tell, or {@link Time#UNKNOWN}. */
    long timeOfDay(Frame frame) {
        count = 0;
        walker.walk(frame.bytes(), frame.offset(), frame.offset() + frame.length(), this::collect);
        if (count == 0) {
            return Time.UNKNOWN;
        }
        // Counted from the first one, so that midnight does not part them.
        long first = ticks[0];
        for (int i = 0; i < count; i++) {
            ticks[i] = Math.floorMod(ticks[i] - first + HALF_DAY, Mapping.TICKS_A_DAY) - HALF_DAY;
        }
        Arrays.sort(ticks, 0, count);
        long latest = ticks[count / 2];
        long bar = latest + CLOSE;
        for (int i = count / 2; i < count && ticks[i] <= bar; i++) {
            latest = ticks[i];
        }
        return Math.floorMod(first + latest, Mapping.TICKS_A_DAY) * Mapping.TICK;
    }

    private void collect(RecordView record) {
        int category = record.category();
        RecordItems known = items[category];
        if (known == null) {
            known = new RecordItems(record.definition());
            items[category] = known;
        }
        long time = known.ticks(record);
        if (time >= 0) {
            if (count == ticks.length) {
                ticks = Arrays.copyOf(ticks, count * 2);
            }
            ticks[count++] = time;
        }
    }
}
