package org.airwarden.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Sees to it that one writer at a time has a journal. The operating system lets go of the lock when
 * the process ends, however it ends; the file stays.
 */
final class JournalLock implements Closeable {
    private final FileChannel channel;

    private JournalLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Makes the directory where there is none, and takes the lock. */
    static JournalLock take(Path directory) throws JournalException {
        try {
            Files.createDirectories(directory);
            FileChannel channel =
                    FileChannel.open(
                            directory.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (isTaken(channel)) {
                channel.close();
                throw new JournalException(
                        "The journal in "
                                + directory
                                + " is being written by another process. End that one, or record"
                                + " into another directory.");
            }
            return new JournalLock(channel);
        } catch (JournalException e) {
            throw e;
        } catch (IOException e) {
            throw new JournalException(
                    "The directory "
                            + directory
                            + " cannot be used for a journal: "
                            + e
                            + ". Check that it can be written, or record into another one.",
                    e);
        }
    }

    /** Lets go. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }
}
