package org.airwarden.asterix;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is promised to allocate nothing allocates nothing. */
class AllocationTest {
    private static long allocated() {
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }

    @Test
    void shouldAllocateNothingWhenRecordsAreReadAndWritten() {
        Definition tracks = Definitions.newest(62);
        RandomRecords random = new RandomRecords(new SplittableRandom(62));
        RecordWriter writer = new RecordWriter(tracks);
        BlockWriter block = new BlockWriter(tracks);
        for (int i = 0; i < 100; i++) {
            random.fill(writer);
            block.add(writer);
        }
        byte[] data = block.toBytes();
        Field latitude = tracks.field("105/LAT");
        Field address = tracks.field("380/ADR");
        Field track = tracks.field("510/TRACK");
        BlockWriter copies = new BlockWriter(tracks);
        BlockWalker walker = new BlockWalker(Editions.newest());
        double[] sum = {0};
        RecordHandler handler =
                record -> {
                    sum[0] += record.has(latitude) ? record.value(latitude) : 0;
                    sum[0] += record.raw(address);
                    for (int i = 0; i < record.count(track); i++) {
                        sum[0] += record.raw(track, i);
                    }
                    if (!copies.add(writer.copy(record))) {
                        copies.clear();
                    }
                };
        for (int i = 0; i < 3; i++) {
            walker.walk(data, handler);
        }

        long before = allocated();
        for (int i = 0; i < 50; i++) {
            walker.walk(data, handler);
        }
        long each = (allocated() - before) / 5000;

        assertThat(sum[0]).isNotZero();
        assertThat(each).as("octets allocated for a record").isZero();
    }
}
