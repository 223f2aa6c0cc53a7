package org.airwarden.feeds;

import java.util.SortedMap;
import org.airwarden.asterix.BlockWalker;
import org.airwarden.asterix.Definitions;
import org.airwarden.asterix.Editions;
import org.airwarden.asterix.Fault;
import org.airwarden.asterix.RecordHandler;
import org.airwarden.asterix.RecordView;
import org.jspecify.annotations.Nullable;

/** ASTERIX records. */
final class AsterixRecordReader extends RecordReader implements RecordHandler {
    private final BlockWalker walker;
    private final @Nullable RecordItems[] items = new @Nullable RecordItems[256];
    private final AsterixLines printed;
    private final FaultNotes notes;
    private boolean timed;
    private long shift;
    private int block = -1;
    private int blockSource = -1;

    /** Reads with these editions; of categories that are not among them, with the newest. */
    AsterixRecordReader(
            SortedMap<Integer, String> editions,
            SummaryBuilder summary,
            FaultNotes notes,
            @Nullable OutputLines lines,
            DecodingStyle style) {
        super(summary, lines);
        this.notes = notes;
        printed = new AsterixLines(style);
        Editions chosen = Editions.none();
        for (var edition : editions.entrySet()) {
            chosen = chosen.with(Definitions.of(edition.getKey(), edition.getValue()));
        }
        walker =
                lines == null
                        ? new BlockWalker(chosen, RecordItems::fields)
                        : new BlockWalker(chosen);
    }

    @Override
    void read(Frame frame) {
        timed = frame.timeKind() == Frame.TimeKind.UTC;
        if (timed) {
            summary.times().addDated(frame.time());
        }
        block = -1;
        shift = Math.max(0, frame.payloadOffset()) - frame.offset();
        walker.walk(frame.bytes(), frame.offset(), frame.offset() + frame.length(), this);
    }

    @Override
    void finish() {}

    @Override
    public void record(RecordView record) {
        notes.block(record.blockOffset());
        int category = record.category();
        RecordItems known = items[category];
        if (known == null) {
            known = new RecordItems(record.definition());
            items[category] = known;
        }
        summary.asterixRecord(category, source(known, record));
        summary.address(known.address(record));
        if (known.hasPosition(record)) {
            summary.positions(1);
        }
        long ticks = timed ? -1 : known.ticks(record);
        if (ticks >= 0) {
            summary.times().addTimeOfDay(ticks * Mapping.TICK);
        }
        if (lines != null) {
            printed.append(record, shift, lines);
        }
    }

    /** Returns the record's source, or that of a record before it in its block, or -1. */
    private int source(RecordItems known, RecordView record) {
        if (record.blockOffset() != block) {
            block = record.blockOffset();
            blockSource = -1;
        }
        int own = known.source(record);
        blockSource = own >= 0 ? own : blockSource;
        return blockSource;
    }

    @Override
    public void fault(Fault fault) {
        notes.asterix(fault);
    }
}
