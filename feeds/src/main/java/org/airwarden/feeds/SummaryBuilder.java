package org.airwarden.feeds;

import java.util.BitSet;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds up what a {@link Summary} tells. One thread. */
final class SummaryBuilder {
    private final TreeSet<String> framings = new TreeSet<>();
    private final Tally categories = new Tally();
    private final long[] asterix = new long[256];
    private final long[] sources = new long[1 << 16];
    private final TimeSpan times = new TimeSpan();
    private final BitSet addresses = new BitSet();
    private final Tally faults = new Tally();
    private long records;
    private long positions;
    private long repaired;

    void framing(RecordingFormat format) {
        framings.add(format.word());
    }

    /** Counts records of a category. */
    void records(String category, long count) {
        if (count > 0) {
            records += count;
            categories.add(category, count);
        }
    }

    /** Counts an ASTERIX record. */
    void asterixRecord(int category, int source) {
        records++;
        asterix[category]++;
        if (source >= 0) {
            sources[source]++;
        }
    }

    void address(int address) {
        if (address > 0) {
            addresses.set(address & 0xFF_FFFF);
        }
    }

    void positions(long count) {
        positions += count;
    }

    /** Counts messages that were repaired and believed. */
    void repaired(long count) {
        repaired += count;
    }

    TimeSpan times() {
        return times;
    }

    void fault(String kind, long count) {
        if (count > 0) {
            faults.add(kind, count);
        }
    }

    Summary build() {
        for (int category = 0; category < asterix.length; category++) {
            if (asterix[category] > 0) {
                categories.add(String.format(Locale.ROOT, "%03d", category), asterix[category]);
                asterix[category] = 0;
            }
        }
        TreeMap<String, Long> bySource = new TreeMap<>();
        for (int source = 0; source < sources.length; source++) {
            if (sources[source] > 0) {
                bySource.put((source >> 8) + "/" + (source & 0xFF), sources[source]);
            }
        }
        return new Summary(
                String.join(",", framings),
                records,
                categories.toMap(),
                bySource,
                times.first(),
                times.last(),
                addresses.cardinality(),
                positions,
                repaired,
                faults.toMap());
    }
}
