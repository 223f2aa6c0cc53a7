package org.airwarden.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.airwarden.model.Time;

/**
 * Writes one segment. Entries are gathered in a buffer; after an {@link IOException} only {@link
 * #abandon} may be called. One thread, except {@link #force}.
 */
final class SegmentWriter {
    /** Bytes gathered before they are handed to the operating system. */
    static final int BUFFER = 1 << 18;

    private final FileChannel channel;
    private final ByteBuffer buffer;
    private final EntryLayout layout = new EntryLayout();
    private final List<SegmentIndex.Mark> marks = new ArrayList<>();

    /** Bytes handed to the operating system. */
    private long written;

    /** Up to where those are whole entries. */
    private long whole;

    private long entries;
    private long wholeEntries;
    private long firstTime = Time.UNKNOWN;
    private long lastTime = Time.UNKNOWN;

    /** Time of the first entry that is not yet handed over. */
    private long oldestHeld = Time.UNKNOWN;

    /**
     * Begins a new segment.
     *
     * @param buffer to gather entries in, empty
     */
    static SegmentWriter begin(Disk disk, Path file, JournalHeader header, ByteBuffer buffer)
            throws IOException {
        SegmentWriter segment = new SegmentWriter(disk.create(file), buffer, 0);
        try {
            byte[] bytes = SegmentHeader.toBytes(header);
            segment.putBytes(bytes, bytes.length);
            segment.flush();
        } catch (IOException e) {
            segment.abandon();
            throw e;
        }
        return segment;
    }

    /** Goes on behind the last whole entry of a segment that broke off, in order to finish it. */
    SegmentWriter(FileChannel channel, ByteBuffer buffer, long from) {
        this.channel = channel;
        this.buffer = buffer;
        written = from;
        whole = from;
    }

    /** Appends an entry whose body is two arrays, one after the other. */
    void append(EntryType type, long time, byte[] prefix, int prefixLength, byte[] rest)
            throws IOException {
        int length = prefixLength + rest.length;
        if (EntryLayout.HEAD + length > buffer.remaining()) {
            flush();
        }
        long offset = size();
        if (oldestHeld == Time.UNKNOWN) {
            oldestHeld = time;
        }
        layout.put(
                buffer,
                offset,
                type.code(),
                EntryCodec.VERSION,
                length,
                time,
                layout.bodyCheck(prefix, prefixLength, rest));
        putBytes(prefix, prefixLength);
        putBytes(rest, rest.length);
        if (type == EntryType.INDEX) {
            return;
        }
        entries++;
        firstTime = firstTime == Time.UNKNOWN ? time : firstTime;
        lastTime = time;
        if (SegmentIndex.isMarked(type.code())) {
            marks.add(new SegmentIndex.Mark(type.code(), time, offset));
        }
    }

    /** Hands all entries to the operating system. */
    void flush() throws IOException {
        drain();
        whole = written;
        wholeEntries = entries;
        oldestHeld = Time.UNKNOWN;
    }

    /** Asks the disk to keep what was handed over. Any thread. */
    void force() throws IOException {
        channel.force(false);
    }

    /** Writes the index, and closes. */
    void finish() throws IOException {
        finish(entries, firstTime, lastTime, marks);
    }

    /** Writes an index of what was found in the segment, and closes. */
    void finish(long entries, long firstTime, long lastTime, List<SegmentIndex.Mark> marks)
            throws IOException {
        flush();
        byte[] index = SegmentIndex.toBytes(entries, firstTime, lastTime, marks, size());
        append(EntryType.INDEX, Math.max(lastTime, 0), index, index.length, new byte[0]);
        flush();
        channel.force(true);
        channel.close();
    }

    /** Closes after an error, and cuts what is not a whole entry; never throws. */
    void abandon() {
        buffer.clear();
        try (channel) {
            channel.truncate(whole);
        } catch (IOException e) {
            // The torn end stays, which every reader passes over.
        }
    }

    /** Bytes so far, those in the buffer included. */
    long size() {
        return written + buffer.position();
    }

    /** Time of the first entry, or {@link Time#UNKNOWN}. */
    long firstTime() {
        return firstTime;
    }

    /** Entries that would be lost if the process ended now. */
    long held() {
        return entries - wholeEntries;
    }

    /** Time of the first of those, or {@link Time#UNKNOWN}. */
    long oldestHeld() {
        return oldestHeld;
    }

    private void putBytes(byte[] bytes, int length) throws IOException {
        for (int done = 0; done < length; ) {
            if (!buffer.hasRemaining()) {
                drain();
            }
            int count = Math.min(buffer.remaining(), length - done);
            buffer.put(bytes, done, count);
            done += count;
        }
    }

    private void drain() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            written += channel.write(buffer);
        }
        buffer.clear();
    }
}
