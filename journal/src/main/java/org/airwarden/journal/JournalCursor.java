package org.airwarden.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.airwarden.journal.JournalDamage.Kind;
import org.airwarden.model.StateException;
import org.jspecify.annotations.Nullable;

/**
 * Walks a journal's entries in order, over all its segments. At the end it may be asked again: it
 * goes on with what was appended since, so a journal can be followed while it is written. One
 * thread.
 */
public final class JournalCursor implements AutoCloseable {
    private final Path journal;
    private final boolean single;
    private final List<JournalDamage> damages = new ArrayList<>();

    private Path file;
    private final long startOffset;
    private @Nullable SegmentScanner scanner;
    private boolean started;
    private long unknown;

    /**
     * Stands in a segment.
     *
     * @param journal the directory, or the one file
     * @param offset the entry to begin with, or -1 for the first
     */
    JournalCursor(Path journal, Path file, long offset) {
        this.journal = journal;
        this.file = file;
        startOffset = offset;
        single = !Files.isDirectory(journal);
    }

    /**
     * Goes on by one entry. Entries of unknown types are counted and passed over, damage is noted
     * and passed over.
     *
     * @return the entry, or null where nothing more is there now
     * @throws IOException where the disk fails, or a newer program wrote the next segment
     */
    public @Nullable JournalEntry next() throws IOException {
        boolean lookedAgain = false;
        while (true) {
            SegmentScanner current = scanner();
            if (current == null) {
                return null;
            }
            switch (current.next(true)) {
                case ENTRY -> {
                    lookedAgain = false;
                    JournalEntry entry = decode(current);
                    if (entry != null) {
                        return entry;
                    }
                }
                case DAMAGE -> {
                    if (current.damage() != null) {
                        damages.add(current.damage());
                    }
                }
                case END -> {
                    Path following = following();
                    if (following == null) {
                        return null;
                    }
                    if (lookedAgain) {
                        leave(current, following);
                    } else {
                        // It may have grown until the following one was begun.
                        current.lookAgain();
                    }
                    lookedAgain = !lookedAgain;
                }
            }
        }
    }

    /** Returns what was damaged on the way, the torn end of the newest segment left out. */
    public List<JournalDamage> damages() {
        return List.copyOf(damages);
    }

    /**
     * Returns the torn end that the cursor stands before, or null. While the journal is being
     * written it is an entry on its way.
     */
    public @Nullable JournalDamage tornEnd() {
        return scanner == null ? null : scanner.tornEnd();
    }

    /** Returns how many entries of unknown types were passed over. */
    public long unknownEntries() {
        return unknown;
    }

    /** Closes the file. */
    @Override
    public void close() throws IOException {
        if (scanner != null) {
            scanner.close();
            scanner = null;
        }
    }

    private @Nullable SegmentScanner scanner() throws IOException {
        while (scanner == null) {
            try {
                scanner = new SegmentScanner(file);
                if (!started && startOffset >= 0) {
                    scanner.moveTo(startOffset);
                }
                started = true;
            } catch (NoSuchFileException e) {
                Path following = following();
                if (following == null) {
                    return null;
                }
                missing("the segment was removed");
                started = true;
                file = following;
            }
        }
        return scanner;
    }

    private @Nullable JournalEntry decode(SegmentScanner found) {
        EntryLayout head = found.entry();
        EntryType type = EntryType.ofCode(head.type());
        if (type == null) {
            unknown++;
            return null;
        }
        try {
            return EntryCodec.read(
                    type,
                    head.version(),
                    head.time(),
                    found.body(),
                    found.bodyIndex(),
                    head.length());
        } catch (StateException e) {
            damages.add(
                    JournalDamage.of(
                            file,
                            found.entryOffset(),
                            found.position() - found.entryOffset(),
                            Kind.UNREADABLE,
                            String.valueOf(e.getMessage())));
            return null;
        }
    }

    /** Returns the next segment, or null where there is none yet. */
    private @Nullable Path following() throws IOException {
        if (single) {
            return null;
        }
        long number = SegmentName.number(file);
        for (Path candidate : SegmentName.list(journal)) {
            if (SegmentName.number(candidate) > number) {
                return candidate;
            }
        }
        return null;
    }

    private void leave(SegmentScanner current, Path following) throws IOException {
        JournalDamage torn = current.tornEnd();
        if (torn != null) {
            damages.add(torn);
        }
        current.close();
        scanner = null;
        if (SegmentName.number(following) != SegmentName.number(file) + 1) {
            missing("the segments between this and " + following.getFileName() + " are missing");
        }
        file = following;
    }

    private void missing(String what) {
        damages.add(JournalDamage.of(file, 0, 0, Kind.MISSING_SEGMENT, what));
    }
}
