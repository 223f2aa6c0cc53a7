package org.airwarden.journal;

import java.nio.file.Path;

/**
 * A place in a journal that cannot be read, and is passed over.
 *
 * @param segment the file
 * @param offset where it begins in the file (bytes)
 * @param length how far it reaches (bytes)
 * @param kind what is wrong
 * @param words what is wrong, for people
 */
public record JournalDamage(Path segment, long offset, long length, Kind kind, String words) {

    /** What is wrong with a place in a journal. */
    public enum Kind {
        /** The header of the segment is damaged or cut short. */
        SEGMENT_HEADER,
        /** No entry begins where one should: one or more entries are lost. */
        ENTRY_HEAD,
        /** The body of one entry does not match its check. */
        ENTRY_BODY,
        /** The body is as it was written but holds something this program cannot read. */
        UNREADABLE,
        /** The file ends inside an entry: recording broke off there. */
        TORN_TAIL,
        /** A segment between two others is not there. */
        MISSING_SEGMENT
    }

    static JournalDamage of(Path segment, long offset, long length, Kind kind, String what) {
        return new JournalDamage(
                segment,
                offset,
                length,
                kind,
                segment.getFileName()
                        + ", bytes "
                        + offset
                        + " to "
                        + (offset + length)
                        + ": "
                        + what);
    }
}
