package org.airwarden.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Why nothing is recorded, in words for people. The picture goes on; what was recorded before is
 * safe.
 *
 * @param kind the sort of trouble
 * @param what what happened
 * @param why what the machine said
 * @param remedy what to do
 * @param since the received time of the last entry before it (ns since 1970)
 */
public record JournalTrouble(Kind kind, String what, String why, String remedy, long since) {

    /** The sort of trouble. */
    public enum Kind {
        /** No space, or less than the reserve. */
        DISK_FULL,
        /** Writing is not allowed. */
        NOT_WRITABLE,
        /** Anything else that the machine reports. */
        DEVICE
    }

    /** Below this much free space (bytes) an error is put down to the full disk. */
    private static final long NEXT_TO_NOTHING = 1 << 20;

    static JournalTrouble lowSpace(Path directory, long usable, JournalPolicy policy, long since) {
        return full(
                directory,
                "Only "
                        + usable
                        + " bytes are free; "
                        + policy.reserveBytes()
                        + " are kept for other uses.",
                since);
    }

    static JournalTrouble of(
            Path directory, IOException error, Disk disk, JournalPolicy policy, long since) {
        String said = String.valueOf(error.getMessage());
        String words = said.toLowerCase(Locale.ROOT);
        if (words.contains("no space")
                || words.contains("quota")
                || usable(disk, directory) < policy.reserveBytes() + NEXT_TO_NOTHING) {
            return full(directory, said, since);
        }
        if (error instanceof AccessDeniedException || words.contains("read-only")) {
            return new JournalTrouble(
                    Kind.NOT_WRITABLE,
                    "Recording stopped: " + directory + " cannot be written.",
                    error.toString(),
                    "Give this user the right to write there; recording resumes by itself.",
                    since);
        }
        return new JournalTrouble(
                Kind.DEVICE,
                "Recording stopped: writing to " + directory + " failed.",
                error.toString(),
                "Check the disk and its connection; recording resumes by itself when it can.",
                since);
    }

    private static JournalTrouble full(Path directory, String why, long since) {
        return new JournalTrouble(
                Kind.DISK_FULL,
                "Recording stopped: the disk of " + directory + " is full.",
                why,
                "Free some space, or remove old recordings; recording resumes by itself.",
                since);
    }

    private static long usable(Disk disk, Path directory) {
        try {
            return disk.usableBytes(directory);
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
