package org.airwarden.asterix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts records by category and keeps faults. */
final class Collector implements RecordHandler {
    final Map<Integer, Integer> records = new TreeMap<>();
    final List<Fault> faults = new ArrayList<>();
    final List<String> json = new ArrayList<>();
    private final boolean keepJson;

    Collector() {
        this(false);
    }

    Collector(boolean keepJson) {
        this.keepJson = keepJson;
    }

    static Collector walk(Editions editions, byte[] data) {
        Collector collector = new Collector();
        new BlockWalker(editions).walk(data, collector);
        return collector;
    }

    static Collector jsonOf(Editions editions, byte[] data) {
        Collector collector = new Collector(true);
        new BlockWalker(editions).walk(data, collector);
        return collector;
    }

    @Override
    public void record(RecordView record) {
        records.merge(record.category(), 1, Integer::sum);
        if (keepJson) {
            StringBuilder out = new StringBuilder();
            new RecordJson().append(record, out);
            json.add(out.toString());
        }
    }

    @Override
    public void fault(Fault fault) {
        faults.add(fault);
    }

    List<FaultKind> kinds() {
        return faults.stream().map(Fault::kind).toList();
    }
}
