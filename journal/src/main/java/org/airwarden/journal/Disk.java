package org.airwarden.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The disk as the writer sees it; tests put failing ones in its place. */
interface Disk {
    /** The machine's own. */
    Disk REAL =
            new Disk() {
                @Override
                public FileChannel create(Path file) throws IOException {
                    return FileChannel.open(
                            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                }

                @Override
                public FileChannel reopen(Path file) throws IOException {
                    return FileChannel.open(file, StandardOpenOption.WRITE);
                }

                @Override
                public void forceNames(Path directory) throws IOException {
                    try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
                        names.force(true);
                    }
                }

                @Override
                public long usableBytes(Path directory) throws IOException {
                    return Files.getFileStore(directory).getUsableSpace();
                }
            };

    /** Creates a file that must not be there yet. */
    FileChannel create(Path file) throws IOException;

    /** Opens a file that is there, to go on writing. */
    FileChannel reopen(Path file) throws IOException;

    /** Makes the names of a directory's new files durable. */
    void forceNames(Path directory) throws IOException;

    /** Returns how much may still be written (bytes). */
    long usableBytes(Path directory) throws IOException;
}
