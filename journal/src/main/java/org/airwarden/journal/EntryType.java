package org.airwarden.journal;

import org.jspecify.annotations.Nullable;

/**
 * What an entry of the journal is. The codes are on disk: none is ever given another meaning. Code
 * 6 is kept for acts of people. Readers pass over codes that they do not know.
 */
public enum EntryType {
    /** Bytes as received from a source. */
    PACKET(1),
    /** The host's clock went on. */
    TICK(2),
    /** Settings of the picture. */
    SETTINGS(3),
    /** The site: its sensors and where they stand. */
    SITE(4),
    /** How the bytes of the sources are decoded: opaque to the journal. */
    SOURCES(5),
    /** A change of the picture that people were shown. */
    CHANGE(7),
    /** The state of the engine at one moment: opaque to the journal. */
    SNAPSHOT(8),
    /** Bytes that were set aside, with the reason. */
    QUARANTINE(9),
    /** Recording was interrupted here. */
    GAP(10),
    /** The last entry of a finished segment: where its snapshots are. */
    INDEX(11);

    private static final EntryType[] ALL = values();

    private final int code;

    EntryType(int code) {
        this.code = code;
    }

    /** Returns the code that stands on disk, 1 to 255. */
    public int code() {
        return code;
    }

    /** Returns the type of a code, or null where this program does not know it. */
    public static @Nullable EntryType ofCode(int code) {
        for (EntryType type : ALL) {
            if (type.code == code) {
                return type;
            }
        }
        return null;
    }
}
