package org.airwarden.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Finishes the segment that a killed process left behind. Stateless. */
final class SegmentRepair {
    private SegmentRepair() {}

    /**
     * Cuts the torn end and writes the index. Whole entries are not touched, nor is a file in which
     * nothing can be read. Where the disk does not let it, the segment stays as it is: readers pass
     * over a torn end and do without an index.
     *
     * @param index what the segment holds
     * @param buffer to write through, empty
     */
    static void finish(SegmentIndex index, Disk disk, ByteBuffer buffer) {
        if (index.sealed() || index.goodEnd() == 0) {
            return;
        }
        try (FileChannel channel = disk.reopen(index.file())) {
            channel.truncate(index.goodEnd());
            channel.position(index.goodEnd());
            SegmentWriter segment = new SegmentWriter(channel, buffer, index.goodEnd());
            try {
                segment.finish(index.entries(), index.firstTime(), index.lastTime(), index.marks());
            } catch (IOException e) {
                segment.abandon();
            }
        } catch (IOException e) {
            buffer.clear();
        }
    }
}
