package org.airwarden.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.airwarden.journal.JournalEntry.SnapshotEntry;
import org.airwarden.journal.JournalEntry.SourcesEntry;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * Reads a journal, a whole directory or one segment's file, which is never changed by it. What is
 * damaged is passed over and reported; only a file that is no journal, or one of a newer program,
 * is refused.
 *
 * <p>Opening reads the indexes of finished segments and reads the others through. What this tells
 * (times, snapshots) is as of opening; a {@link JournalCursor} goes on into what is appended later.
 * Immutable; any thread.
 */
public final class JournalReader {
    private final Path path;
    private final List<SegmentIndex> segments;

    private JournalReader(Path path, List<SegmentIndex> segments) {
        this.path = path;
        this.segments = segments;
    }

    /**
     * Opens a journal.
     *
     * @param path its directory, or one of its files
     * @throws JournalException where it is no journal, or a newer program wrote it
     * @throws IOException where the disk fails
     */
    public static JournalReader open(Path path) throws IOException {
        boolean directory = Files.isDirectory(path);
        if (!directory && !Files.isRegularFile(path)) {
            throw new JournalException("There is no journal at " + path + ".");
        }
        List<Path> files = directory ? SegmentName.list(path) : List.of(path);
        if (files.isEmpty()) {
            throw new JournalException(path + " holds no journal: no file in it ends in .journal.");
        }
        List<SegmentIndex> segments = new ArrayList<>();
        for (Path file : files) {
            segments.add(SegmentIndex.of(file));
        }
        SegmentIndex only = segments.getFirst();
        if (!directory && only.header() == null && only.entries() == 0) {
            throw new JournalException(path + " is not a journal, or nothing in it is whole.");
        }
        return new JournalReader(path, List.copyOf(segments));
    }

    /** Tells whether a file's first bytes are a journal's. */
    public static boolean isJournal(byte[] firstBytes) {
        return SegmentHeader.looksLikeJournal(firstBytes);
    }

    /** Returns the first header that can be read, or null where none can. */
    public @Nullable JournalHeader header() {
        for (SegmentIndex segment : segments) {
            if (segment.header() != null) {
                return segment.header();
            }
        }
        return null;
    }

    /** Returns the time of the first entry (ns since 1970), or {@link Time#UNKNOWN} if empty. */
    public long firstTime() {
        for (SegmentIndex segment : segments) {
            if (segment.entries() > 0) {
                return segment.firstTime();
            }
        }
        return Time.UNKNOWN;
    }

    /** Returns the time of the last entry (ns since 1970), or {@link Time#UNKNOWN} if empty. */
    public long lastTime() {
        long last = Time.UNKNOWN;
        for (SegmentIndex segment : segments) {
            last = Math.max(last, segment.lastTime());
        }
        return last;
    }

    /** Returns the number of entries, so far as the indexes tell. */
    public long entries() {
        long entries = 0;
        for (SegmentIndex segment : segments) {
            entries += segment.entries();
        }
        return entries;
    }

    /** Returns the times of all snapshots (ns since 1970), in order. */
    public long[] snapshotTimes() {
        return segments.stream()
                .flatMap(segment -> segment.marks().stream())
                .filter(mark -> mark.type() == EntryType.SNAPSHOT.code())
                .mapToLong(SegmentIndex.Mark::time)
                .toArray();
    }

    /**
     * Returns the damage that opening came upon. Finished segments are not read then; a cursor
     * tells of them.
     */
    public List<JournalDamage> damages() {
        List<JournalDamage> damages = new ArrayList<>();
        for (SegmentIndex segment : segments) {
            damages.addAll(segment.damages());
            if (segment.tornEnd() != null) {
                damages.add(segment.tornEnd());
            }
        }
        return damages;
    }

    /** Returns a cursor before the first entry. */
    public JournalCursor fromStart() {
        return new JournalCursor(path, segments.getFirst().file(), -1);
    }

    /**
     * Finds the last snapshot at or before a time. Where that one is damaged, the one before it
     * serves.
     *
     * @param time the time sought (ns since 1970)
     * @return the snapshot and a cursor behind it; without a snapshot, a cursor at the start
     * @throws IOException where the disk fails
     */
    public Seek seek(long time) throws IOException {
        for (SegmentIndex segment : segments.reversed()) {
            for (SegmentIndex.Mark mark : segment.marks().reversed()) {
                if (mark.type() == EntryType.SNAPSHOT.code() && mark.time() <= time) {
                    Seek found = seek(segment, mark);
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return new Seek(null, null, fromStart());
    }

    private @Nullable Seek seek(SegmentIndex segment, SegmentIndex.Mark mark) throws IOException {
        JournalCursor cursor = new JournalCursor(path, segment.file(), mark.offset());
        boolean found = false;
        try {
            if (cursor.next() instanceof SnapshotEntry snapshot
                    && cursor.damages().isEmpty()
                    && snapshot.time() == mark.time()) {
                found = true;
                return new Seek(snapshot, sources(segment, mark.offset()), cursor);
            }
            return null;
        } finally {
            if (!found) {
                cursor.close();
            }
        }
    }

    /** Returns the sources that hold at an offset; every segment begins with them. */
    private @Nullable SourcesEntry sources(SegmentIndex segment, long before) throws IOException {
        for (SegmentIndex.Mark mark : segment.marks().reversed()) {
            if (mark.type() == EntryType.SOURCES.code() && mark.offset() < before) {
                try (JournalCursor cursor =
                        new JournalCursor(path, segment.file(), mark.offset())) {
                    if (cursor.next() instanceof SourcesEntry sources
                            && cursor.damages().isEmpty()) {
                        return sources;
                    }
                }
            }
        }
        return null;
    }

    /**
     * Removes segments that lie wholly before a time, oldest first; never the newest one.
     *
     * @param directory the journal's directory
     * @param time what is not before it stays (ns since 1970)
     * @return how many were removed
     * @throws IOException where the disk fails or a newer program wrote the journal
     */
    public static int prune(Path directory, long time) throws IOException {
        List<Path> files = SegmentName.list(directory);
        int removed = 0;
        for (Path file : files.subList(0, Math.max(0, files.size() - 1))) {
            if (SegmentIndex.of(file).lastTime() >= time) {
                break;
            }
            Files.delete(file);
            removed++;
        }
        return removed;
    }

    /**
     * Where seeking ended. The one who sought closes the cursor.
     *
     * @param snapshot the state to begin with, or null where there is none: then begin empty
     * @param sources how the sources' bytes are decoded there, or null where that was never said
     * @param cursor stands behind the snapshot, or at the start
     */
    public record Seek(
            @Nullable SnapshotEntry snapshot,
            @Nullable SourcesEntry sources,
            JournalCursor cursor) {}
}
