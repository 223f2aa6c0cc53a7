package org.airwarden.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.airwarden.journal.JournalDamage.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Walks the entries of one segment. Every step moves on or says that the end is reached; after the
 * end it may be asked again, since the file may have grown. A damaged place at the very end is not
 * told from an entry that is still being written: it is the torn end, left where it is.
 *
 * <p>Memory is bounded by the window and the longest entry that the file itself can hold. One
 * thread.
 */
final class SegmentScanner implements Closeable {
    /** What a step found. */
    enum Step {
        /** A whole entry. */
        ENTRY,
        /** A place that cannot be read, in {@link SegmentScanner#damage}. */
        DAMAGE,
        /** Nothing whole is left. */
        END
    }

    private static final int WINDOW = 1 << 16;
    private static final int FIRST_MARKER_BYTE = EntryLayout.MARKER >>> 24;

    private final Path file;
    private final FileChannel channel;
    private SegmentHeader header;
    private final EntryLayout layout = new EntryLayout();
    private final CRC32C crc = new CRC32C();

    private final byte[] window = new byte[WINDOW];
    private long windowStart;
    private int windowLength;

    private long size;
    private long position;
    private long goodEnd;
    private boolean ended;
    private boolean sealed;

    private long entryOffset;
    private byte[] body = window;
    private int bodyIndex;
    private @Nullable JournalDamage damage;

    /** Opens a segment and stands before its first entry. */
    SegmentScanner(Path file) throws IOException {
        this.file = file;
        channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            size = channel.size();
            header = readHeader();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        position = header.end();
        goodEnd = position;
    }

    SegmentHeader header() {
        return header;
    }

    /** Stands before the entry at an offset. */
    void moveTo(long offset) {
        position = offset;
        ended = false;
    }

    /** Makes the next step look at the file anew, though its size is the same. */
    void lookAgain() {
        ended = false;
        windowLength = 0;
    }

    /**
     * Goes on by one entry or one damaged place.
     *
     * @param keepBody whether the body will be asked for
     */
    Step next(boolean keepBody) throws IOException {
        Step step = ended ? Step.END : step(keepBody);
        while (step == Step.END && hasChanged()) {
            step = step(keepBody);
        }
        ended = step == Step.END;
        return step;
    }

    /** Tells whether the file grew or was cut since it was last looked at. */
    private boolean hasChanged() throws IOException {
        long newSize = channel.size();
        if (newSize == size) {
            return false;
        }
        size = newSize;
        windowLength = 0;
        if (position == 0 && header.fault() != null) { // it may have been on its way
            header = readHeader();
            position = header.end();
            goodEnd = position;
        }
        return true;
    }

    private Step step(boolean keepBody) throws IOException {
        if (takeHead(position)) {
            long end = position + EntryLayout.HEAD + layout.length();
            if (end > size) {
                return Step.END;
            }
            if (isBodyGood(keepBody)) {
                entryOffset = position;
                position = end;
                goodEnd = end;
                sealed = layout.type() == EntryType.INDEX.code();
                return Step.ENTRY;
            }
            return end == size
                    ? Step.END
                    : damage(end, Kind.ENTRY_BODY, "an entry does not match its check");
        }
        long found = findHead(position + 1);
        if (found < 0) {
            return Step.END;
        }
        return position == 0 && header.fault() != null
                ? damage(found, Kind.SEGMENT_HEADER, header.fault())
                : damage(found, Kind.ENTRY_HEAD, "no entry begins here; reading goes on behind it");
    }

    /** The head of the entry found. */
    EntryLayout entry() {
        return layout;
    }

    /** Where the entry found begins (bytes). */
    long entryOffset() {
        return entryOffset;
    }

    /** The array that holds the body of the entry found, until the next step. */
    byte[] body() {
        return body;
    }

    /** Where the body begins in {@link #body}. */
    int bodyIndex() {
        return bodyIndex;
    }

    /** The damage found. */
    @Nullable JournalDamage damage() {
        return damage;
    }

    /** Where the next step begins (bytes). */
    long position() {
        return position;
    }

    /** Where the last whole entry ends (bytes). */
    long goodEnd() {
        return goodEnd;
    }

    /** Tells whether the last entry was the index, which finishes a segment. */
    boolean isSealed() {
        return sealed;
    }

    /** The torn end, or null where the file ends with a whole entry. */
    @Nullable JournalDamage tornEnd() {
        if (position >= size) {
            return null;
        }
        return position == 0 && header.fault() != null
                ? JournalDamage.of(file, 0, size, Kind.SEGMENT_HEADER, header.fault())
                : JournalDamage.of(
                        file,
                        position,
                        size - position,
                        Kind.TORN_TAIL,
                        "the file ends inside an entry; it is left out");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private SegmentHeader readHeader() throws IOException {
        byte[] first = new byte[(int) Math.min(size, SegmentHeader.LONGEST)];
        readFully(ByteBuffer.wrap(first), 0);
        return SegmentHeader.read(file, first);
    }

    private Step damage(long end, Kind kind, String what) {
        damage = JournalDamage.of(file, position, end - position, kind, what);
        position = end;
        return Step.DAMAGE;
    }

    private boolean takeHead(long offset) throws IOException {
        if (size - offset < EntryLayout.HEAD) {
            return false;
        }
        int index = load(offset, EntryLayout.HEAD);
        return index >= 0 && layout.take(window, index, offset);
    }

    /** Returns the first offset from one on where a head stands, or -1. */
    private long findHead(long from) throws IOException {
        long offset = from;
        while (size - offset >= EntryLayout.HEAD) {
            int count = (int) Math.min(WINDOW, size - offset);
            int index = load(offset, count);
            if (index < 0) {
                return -1;
            }
            int last = index + count - EntryLayout.HEAD;
            for (int i = index; i <= last; i++) {
                if ((window[i] & 0xFF) == FIRST_MARKER_BYTE
                        && layout.take(window, i, offset + (i - index))) {
                    return offset + (i - index);
                }
            }
            offset += count - EntryLayout.HEAD + 1;
        }
        return -1;
    }

    private boolean isBodyGood(boolean keepBody) throws IOException {
        int length = layout.length();
        long offset = position + EntryLayout.HEAD;
        crc.reset();
        if (length <= WINDOW) {
            bodyIndex = load(offset, length);
            if (bodyIndex < 0) {
                return false;
            }
            body = window;
            crc.update(body, bodyIndex, length);
            return (int) crc.getValue() == layout.bodyCheck();
        }
        byte[] large = keepBody ? new byte[length] : window;
        for (int done = 0; done < length; ) {
            int count = Math.min(WINDOW, length - done);
            int index = load(offset + done, count);
            if (index < 0) {
                return false;
            }
            crc.update(window, index, count);
            if (keepBody) {
                System.arraycopy(window, index, large, done, count);
            }
            done += count;
        }
        body = large;
        bodyIndex = 0;
        return (int) crc.getValue() == layout.bodyCheck();
    }

    /** Brings bytes into the window; returns their index in it, or -1 where the file is shorter. */
    private int load(long offset, int count) throws IOException {
        if (offset < windowStart || offset + count > windowStart + windowLength) {
            ByteBuffer into = ByteBuffer.wrap(window);
            readFully(into, offset);
            windowStart = offset;
            windowLength = into.position();
        }
        return count <= windowLength - (offset - windowStart) ? (int) (offset - windowStart) : -1;
    }

    private void readFully(ByteBuffer into, long offset) throws IOException {
        while (into.hasRemaining()) {
            if (channel.read(into, offset + into.position()) < 0) {
                return;
            }
        }
    }
}
