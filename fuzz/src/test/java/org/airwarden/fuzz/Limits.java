package org.airwarden.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Consumer;

/**
 * Holds a target to processor time and memory. The time is that of the thread alone, so neither
 * other processes nor the collector count; and an input is slow only if it is so every time, so
 * that the loading and compiling of classes does not count either.
 */
final class Limits {
    /** Processor time that no input may take (ns). */
    static final long TIME = 50_000_000;

    /** Octets that one input of up to 64 KiB may make a decoder allocate, in sum. */
    static final long MEMORY = 64L << 20;

    private static final int ATTEMPTS = 6;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Limits() {}

    /** Runs a target on an input. */
    static void hold(Target target, byte[] data) {
        hold(target.name(), data, target::run);
    }

    /**
     * Runs a job on an input.
     *
     * @return the processor time that it took (ns)
     * @throws AssertionError when it takes too long or too much memory, or as the job does
     */
    static long hold(String name, byte[] data, Consumer<byte[]> job) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < ATTEMPTS && least > TIME; i++) {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long began = THREADS.getCurrentThreadCpuTime();
            job.accept(data.clone());
            least = Math.min(least, THREADS.getCurrentThreadCpuTime() - began);
            long memory = THREADS.getCurrentThreadAllocatedBytes() - allocated;
            if (memory > MEMORY) {
                throw new AssertionError(
                        name + " allocated " + memory + " octets for " + data.length);
            }
        }
        if (least > TIME) {
            throw new AssertionError(
                    name + " took " + least / 1000 + " us for " + data.length + " octets");
        }
        return least;
    }
}
