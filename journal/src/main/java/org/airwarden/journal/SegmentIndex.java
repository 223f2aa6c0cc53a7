package org.airwarden.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.airwarden.model.StateException;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * What a segment holds, in short. A finished segment ends with it, as its last entry, whose own
 * last bytes say where it begins; where it is missing the segment is read through.
 *
 * @param file the segment
 * @param header its header, or null where that is damaged
 * @param entries how many entries it holds, the index itself left out
 * @param firstTime time of its first entry (ns since 1970), or {@link Time#UNKNOWN} where it is
 *     empty
 * @param lastTime time of its last entry, likewise
 * @param marks its snapshots and sources, in the order of the file
 * @param sealed whether it is finished
 * @param goodEnd where its last whole entry ends (bytes)
 * @param damages what was found damaged while it was read through; a finished segment is not read
 * @param tornEnd the torn end, or null
 */
record SegmentIndex(
        Path file,
        @Nullable JournalHeader header,
        long entries,
        long firstTime,
        long lastTime,
        List<Mark> marks,
        boolean sealed,
        long goodEnd,
        List<JournalDamage> damages,
        @Nullable JournalDamage tornEnd) {

    /** The body ends with the offset of its entry (8 bytes) and this. */
    private static final int TRAILER = 0x41574958;

    private static final int TRAILER_BYTES = Long.BYTES + Integer.BYTES;

    /**
     * A place that seeking wants.
     *
     * @param type the code of the entry's type
     * @param time its time (ns since 1970)
     * @param offset where it begins (bytes)
     */
    record Mark(int type, long time, long offset) {}

    static boolean isMarked(int type) {
        return type == EntryType.SNAPSHOT.code() || type == EntryType.SOURCES.code();
    }

    /** Returns the body of an index that will stand at an offset. */
    static byte[] toBytes(
            long entries, long firstTime, long lastTime, List<Mark> marks, long offset) {
        StateOutput out = new StateOutput();
        out.putLong(entries);
        out.putLong(firstTime);
        out.putLong(lastTime);
        out.putInt(marks.size());
        for (Mark mark : marks) {
            out.putByte(mark.type());
            out.putLong(mark.time());
            out.putLong(mark.offset());
        }
        out.putLong(offset);
        out.putInt(TRAILER);
        return out.toBytes();
    }

    /** Finds out what a segment holds, by its index or by reading it through. */
    static SegmentIndex of(Path file) throws IOException {
        SegmentIndex stored = stored(file);
        return stored != null ? stored : readThrough(file);
    }

    /** Finds out what a segment holds by reading all of it. */
    static SegmentIndex readThrough(Path file) throws IOException {
        try (SegmentScanner scanner = new SegmentScanner(file)) {
            List<JournalDamage> damages = new ArrayList<>();
            List<Mark> marks = new ArrayList<>();
            long entries = 0;
            long first = Time.UNKNOWN;
            long last = Time.UNKNOWN;
            for (SegmentScanner.Step step = scanner.next(false);
                    step != SegmentScanner.Step.END;
                    step = scanner.next(false)) {
                if (step == SegmentScanner.Step.DAMAGE) {
                    if (scanner.damage() != null) {
                        damages.add(scanner.damage());
                    }
                    continue;
                }
                EntryLayout entry = scanner.entry();
                if (entry.type() == EntryType.INDEX.code()) {
                    continue;
                }
                entries++;
                first = first == Time.UNKNOWN ? entry.time() : first;
                last = Math.max(last, entry.time());
                if (isMarked(entry.type())) {
                    marks.add(new Mark(entry.type(), entry.time(), scanner.entryOffset()));
                }
            }
            return new SegmentIndex(
                    file,
                    scanner.header().header(),
                    entries,
                    first,
                    last,
                    List.copyOf(marks),
                    scanner.isSealed() && scanner.tornEnd() == null,
                    scanner.goodEnd(),
                    List.copyOf(damages),
                    scanner.tornEnd());
        }
    }

    private static @Nullable SegmentIndex stored(Path file) throws IOException {
        long offset;
        long size;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            size = channel.size();
            if (size < TRAILER_BYTES) {
                return null;
            }
            ByteBuffer trailer = ByteBuffer.allocate(TRAILER_BYTES);
            while (trailer.hasRemaining()) {
                if (channel.read(trailer, size - TRAILER_BYTES + trailer.position()) < 0) {
                    return null;
                }
            }
            trailer.flip();
            offset = trailer.getLong();
            if (trailer.getInt() != TRAILER || offset < 0 || offset >= size) {
                return null;
            }
        }
        try (SegmentScanner scanner = new SegmentScanner(file)) {
            JournalHeader header = scanner.header().header();
            scanner.moveTo(offset);
            if (header == null
                    || scanner.next(true) != SegmentScanner.Step.ENTRY
                    || scanner.entryOffset() != offset
                    || scanner.entry().type() != EntryType.INDEX.code()
                    || scanner.entry().version() != EntryCodec.VERSION
                    || scanner.position() != size) {
                return null;
            }
            int from = scanner.bodyIndex();
            byte[] body = Arrays.copyOfRange(scanner.body(), from, from + scanner.entry().length());
            return read(file, header, new StateInput(body), offset, size);
        } catch (StateException e) {
            return null; // reading the segment through finds out the same
        }
    }

    private static @Nullable SegmentIndex read(
            Path file, JournalHeader header, StateInput in, long offset, long size) {
        long entries = in.takeLong();
        long first = in.takeLong();
        long last = in.takeLong();
        List<Mark> marks = new ArrayList<>();
        for (int left = in.takeCount(); left > 0; left--) {
            Mark mark = new Mark(in.takeByte(), in.takeLong(), in.takeLong());
            if (mark.offset() < 0 || mark.offset() >= offset) {
                return null;
            }
            marks.add(mark);
        }
        return new SegmentIndex(
                file,
                header,
                entries,
                first,
                last,
                List.copyOf(marks),
                true,
                size,
                List.of(),
                null);
    }
}
