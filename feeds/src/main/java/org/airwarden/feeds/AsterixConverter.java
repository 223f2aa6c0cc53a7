package org.airwarden.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import org.airwarden.asterix.BlockWalker;
import org.airwarden.asterix.Fault;
import org.airwarden.asterix.RecordHandler;
import org.airwarden.asterix.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * ASTERIX to another framing, or record by record to JSON and rows. Without a filter a frame's
 * octets are handed on as they are, whatever they hold. With one, each block is written anew with
 * those of its records that are wanted, their octets unchanged; a filter of categories alone keeps
 * whole blocks. What a fault makes unreadable is not kept by any other filter.
 */
final class AsterixConverter extends Converter implements RecordHandler {
    private static final int HEADER = BlockWalker.HEADER;

    private final BlockWalker walker;
    private final @Nullable FlatItems[] items = new @Nullable FlatItems[256];
    private final @Nullable ItemTest[] tests = new @Nullable ItemTest[256];
    private final @Nullable FrameOutput frames;
    private final @Nullable RecordOutput records;
    private byte[] rebuilt = new byte[1 << 16];
    private int length;
    private int openBlock = -1;
    private int lastBlock = -1;
    private int block = -1;
    private int blockSource = -1;
    private boolean sourceKept;
    private Frame frame = new Frame();
    private long recorded;
    private boolean dateKnown;
    private long rows;

    /** One of both outputs is given. */
    AsterixConverter(
            SortedMap<Integer, String> editions,
            RecordFilter filter,
            FaultNotes notes,
            @Nullable FrameOutput frames,
            @Nullable RecordOutput records) {
        super(filter, notes);
        walker = new BlockWalker(RecordTimes.editions(editions));
        this.frames = frames;
        this.records = records;
    }

    @Override
    void take(Frame next, long time, boolean known) throws IOException {
        frame = next;
        recorded = time;
        dateKnown = known;
        length = 0;
        openBlock = -1;
        block = -1;
        int from = next.offset();
        int to = from + next.length();
        try {
            walker.walk(next.bytes(), from, to, this);
        } catch (UncheckedIOException lost) {
            throw lost.getCause();
        }
        FrameOutput out = frames;
        if (out == null) {
            return;
        }
        if (filter.isEmpty()) {
            out.write(next.bytes(), from, next.length(), time, next);
        } else {
            if (filter.isOfBlocks()) {
                wholeBlocks(next.bytes(), from, to);
            }
            out.write(rebuilt, 0, length, time, next);
        }
    }

    @Override
    public void record(RecordView record) {
        notes.block(record.blockOffset());
        countRead();
        FlatItems known = items[record.category()];
        if (known == null) {
            known = new FlatItems(record.definition());
            items[record.category()] = known;
        }
        boolean first = record.blockOffset() != block;
        block = record.blockOffset();
        int own = known.items().source(record);
        blockSource = own >= 0 ? own : first ? -1 : blockSource;
        long time = known.time(record, recorded);
        if (!isWanted(record, known, time)) {
            sourceKept = own < 0 && !first && sourceKept;
            return;
        }
        countKept();
        sourceKept = own >= 0 || (!first && sourceKept);
        if (records != null) {
            rows++;
            try {
                records.asterix(record, known, blockSource, time, frame, dateKnown);
            } catch (IOException lost) {
                throw new UncheckedIOException(lost);
            }
        } else if (!filter.isOfBlocks()) {
            if (!sourceKept && blockSource >= 0) {
                countLeft(
                        "records name no source: the record before them in their block, which"
                                + " does, was not wanted");
            }
            append(record);
        }
    }

    private boolean isWanted(RecordView record, FlatItems known, long time) {
        if (!filter.wantsCategory(known.number())) {
            return false;
        }
        if (filter.isOfBlocks()) {
            return true;
        }
        int category = record.category();
        ItemTest test = tests[category];
        if (test == null) {
            test = new ItemTest(record.definition(), filter.items());
            tests[category] = test;
        }
        return test.passes(record)
                && (filter.sources().isEmpty() || filter.sources().contains(blockSource))
                && (filter.addresses().isEmpty()
                        || filter.addresses().contains(known.items().address(record)))
                && filter.times().holds(time);
    }

    /** Adds a record to the block that is being written, or begins another one. */
    private void append(RecordView record) {
        reserve(HEADER + record.length());
        if (openBlock < 0 || record.blockOffset() != lastBlock) {
            openBlock = length;
            rebuilt[length] = (byte) record.category();
            length += HEADER;
        }
        lastBlock = record.blockOffset();
        System.arraycopy(record.data(), record.offset(), rebuilt, length, record.length());
        length += record.length();
        int size = length - openBlock;
        rebuilt[openBlock + 1] = (byte) (size >> 8);
        rebuilt[openBlock + 2] = (byte) size;
    }

    private void wholeBlocks(byte[] bytes, int from, int to) {
        int at = from;
        while (to - at >= AsterixBlocks.SHORTEST) {
            int size = AsterixBlocks.length(bytes, at);
            if (size < HEADER || size > to - at) {
                return;
            }
            if (filter.wantsCategory(String.format(Locale.ROOT, "%03d", bytes[at] & 0xFF))) {
                reserve(size);
                System.arraycopy(bytes, at, rebuilt, length, size);
                length += size;
            }
            at += size;
        }
    }

    private void reserve(int more) {
        if (length + more > rebuilt.length) {
            rebuilt = Arrays.copyOf(rebuilt, Math.max(length + more, length * 2));
        }
    }

    @Override
    public void fault(Fault fault) {
        notes.asterix(fault);
    }

    @Override
    void finish() throws IOException {
        if (records != null) {
            records.finish();
        }
        if (frames != null) {
            countLeft("payloads have octets that are no blocks; those are left out", frames.left());
        }
    }

    @Override
    long written() {
        return frames == null ? rows : frames.frames();
    }
}
