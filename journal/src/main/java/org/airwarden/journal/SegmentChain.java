package org.airwarden.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * The segments of a journal that is written: begins, fills and finishes them one after the other,
 * and turns every error of the disk into trouble, a gap, and a new segment later. One thread,
 * except {@link #force}.
 */
final class SegmentChain {
    private static final byte[] NOTHING = {};

    private final Path directory;
    private final JournalHeader header;
    private final JournalPolicy policy;
    private final Disk disk;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(SegmentWriter.BUFFER);

    private volatile @Nullable SegmentWriter segment;
    private volatile @Nullable IOException forceFailure;

    private long nextNumber;
    private @Nullable JournalDamage cut;
    private @Nullable JournalTrouble trouble;

    private long lastTime = Time.UNKNOWN;
    private byte @Nullable [] sources;
    private long recorded;
    private long lost;

    /** Time of the first entry since recording stopped, and their number. */
    private long gapFrom = Time.UNKNOWN;

    private long gapLost;

    /** Takes up the journal in a directory; an error here is the caller's to tell. */
    SegmentChain(Path directory, JournalHeader header, JournalPolicy policy, Disk disk)
            throws IOException {
        this.directory = directory;
        this.header = header;
        this.policy = policy;
        this.disk = disk;
        takeUp();
        begin();
    }

    /**
     * Appends an entry whose body is two arrays, one after the other.
     *
     * @return whether it was taken
     */
    boolean append(EntryType type, long time, byte[] prefix, int prefixLength, byte[] rest) {
        if (time < lastTime) {
            throw new IllegalArgumentException(
                    "an entry of "
                            + Time.toText(time)
                            + " cannot follow one of "
                            + Time.toText(lastTime));
        }
        if ((long) prefixLength + rest.length > EntryLayout.LONGEST_BODY) {
            throw new IllegalArgumentException(
                    "an entry of "
                            + rest.length
                            + " bytes is longer than "
                            + EntryLayout.LONGEST_BODY);
        }
        lastTime = time;
        SegmentWriter current = segment;
        if (current != null && isFull(current, time, prefixLength + rest.length)) {
            current = roll(current);
        }
        if (current != null) {
            try {
                current.append(type, time, prefix, prefixLength, rest);
                recorded++;
                return true;
            } catch (IOException e) {
                stop(current, e);
            }
        }
        countLost(time, 1);
        return false;
    }

    private boolean isFull(SegmentWriter current, long time, int length) {
        return current.firstTime() != Time.UNKNOWN
                && (current.size() + EntryLayout.HEAD + length > policy.segmentBytes()
                        || time - current.firstTime() >= policy.segmentSpan());
    }

    private @Nullable SegmentWriter roll(SegmentWriter current) {
        try {
            finish(current);
            segment = null;
        } catch (IOException e) {
            stop(current, e);
            return null;
        }
        begin();
        return segment;
    }

    /** Makes every later segment begin with these. */
    void repeat(byte[] sources) {
        this.sources = sources;
    }

    /** Hands all entries to the operating system. */
    void flush() {
        SegmentWriter current = segment;
        if (current == null) {
            return;
        }
        IOException failure = forceFailure;
        try {
            if (failure != null) {
                throw failure;
            }
            current.flush();
        } catch (IOException e) {
            stop(current, e);
        }
    }

    /** Asks the disk to keep what was flushed; a failure shows at the next flush. Any thread. */
    void force() {
        SegmentWriter current = segment;
        if (current == null) {
            return;
        }
        try {
            current.force();
        } catch (IOException e) {
            if (segment == current) { // otherwise it was finished, and forced, meanwhile
                forceFailure = e;
            }
        }
    }

    /** Tries to record again. */
    void resume() {
        begin();
    }

    /** Finishes the segment. */
    void close() {
        SegmentWriter current = segment;
        if (current != null) {
            try {
                finish(current);
                segment = null;
            } catch (IOException e) {
                stop(current, e);
            }
        }
    }

    @Nullable JournalTrouble trouble() {
        return trouble;
    }

    @Nullable JournalDamage cut() {
        return cut;
    }

    long lastTime() {
        return lastTime;
    }

    long recorded() {
        return recorded;
    }

    long lost() {
        return lost;
    }

    /** Finds where the journal stands, and finishes its last segment. */
    private void takeUp() throws IOException {
        List<Path> segments = SegmentName.list(directory);
        nextNumber = segments.isEmpty() ? 1 : SegmentName.number(segments.getLast()) + 1;
        boolean originKnown = false;
        for (Path file : segments.reversed()) {
            SegmentIndex index = SegmentIndex.of(file);
            if (file.equals(segments.getLast())) {
                cut = index.tornEnd();
                SegmentRepair.finish(index, disk, buffer);
            }
            JournalHeader before = index.header();
            if (!originKnown && before != null) {
                originKnown = true;
                if (before.origin() != header.origin()) {
                    throw new JournalException(
                            "The journal in "
                                    + directory
                                    + " holds "
                                    + before.origin()
                                    + " data; "
                                    + header.origin()
                                    + " data is not mixed with it. Record into another directory.");
                }
            }
            if (lastTime == Time.UNKNOWN) {
                lastTime = index.lastTime();
            }
            if (originKnown && lastTime != Time.UNKNOWN) {
                return;
            }
        }
    }

    /** Begins a segment, or says why not. */
    private void begin() {
        Path file = SegmentName.of(directory, nextNumber);
        try {
            if (policy.reserveBytes() > 0) {
                long usable = disk.usableBytes(directory);
                if (usable < policy.reserveBytes() + SegmentWriter.BUFFER) {
                    trouble = JournalTrouble.lowSpace(directory, usable, policy, lastTime);
                    return;
                }
            }
            buffer.clear();
            SegmentWriter begun = SegmentWriter.begin(disk, file, header, buffer);
            try {
                putFirst(begun);
            } catch (IOException e) {
                begun.abandon();
                throw e;
            }
            nextNumber++;
            segment = begun;
            forceFailure = null;
            trouble = null;
            gapFrom = Time.UNKNOWN;
            gapLost = 0;
            forceDirectory();
        } catch (FileAlreadyExistsException e) {
            nextNumber++;
            trouble = JournalTrouble.of(directory, e, disk, policy, lastTime);
        } catch (IOException e) {
            trouble = JournalTrouble.of(directory, e, disk, policy, lastTime);
            removeUnused(file);
        }
    }

    /** Writes what a new segment begins with. */
    private void putFirst(SegmentWriter begun) throws IOException {
        JournalTrouble before = trouble;
        if (gapLost > 0 && before != null) {
            byte[] gap = EntryCodec.gap(gapFrom, gapLost, before.what() + " " + before.why());
            begun.append(EntryType.GAP, lastTime, gap, gap.length, NOTHING);
        }
        byte[] held = sources;
        if (held != null) {
            byte repeated = (byte) (gapLost > 0 ? 0 : 1); // after a gap they may be new
            begun.append(EntryType.SOURCES, lastTime, new byte[] {repeated}, 1, held);
        }
        begun.flush();
    }

    /** Finishes a segment, unless the disk has lost something of it already. */
    private void finish(SegmentWriter current) throws IOException {
        IOException failure = forceFailure;
        if (failure != null) {
            throw failure;
        }
        current.finish();
    }

    /** Gives up a segment after an error; what was in its buffer is lost. */
    private void stop(SegmentWriter current, IOException why) {
        long held = current.held();
        if (held > 0) {
            recorded -= held;
            countLost(current.oldestHeld(), held);
        }
        current.abandon();
        stopped(JournalTrouble.of(directory, why, disk, policy, lastTime));
    }

    private void stopped(JournalTrouble why) {
        segment = null;
        forceFailure = null;
        trouble = why;
    }

    private void countLost(long from, long count) {
        gapFrom = gapFrom == Time.UNKNOWN ? from : gapFrom;
        gapLost += count;
        lost += count;
    }

    /** Stops in time, while the disk still has room for others. */
    void watch() {
        SegmentWriter current = segment;
        if (current == null || policy.reserveBytes() <= 0) {
            return;
        }
        try {
            long usable = disk.usableBytes(directory);
            if (usable < policy.reserveBytes()) {
                finish(current);
                stopped(JournalTrouble.lowSpace(directory, usable, policy, lastTime));
            }
        } catch (IOException e) {
            stop(current, e);
        }
    }

    /** Removes a segment that could not be begun: it holds nothing. */
    private static void removeUnused(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It stays, empty; the next attempt takes the next number.
        }
    }

    /** Makes the new file's name durable, where the system has a way. */
    private void forceDirectory() {
        try {
            disk.forceNames(directory);
        } catch (IOException e) {
            // Windows has none; the name is safe once the system writes it.
        }
    }
}
