package org.airwarden.journal;

import org.airwarden.model.Time;

/**
 * How a journal is kept. Durations are in nanoseconds.
 *
 * @param segmentBytes a segment is finished before it grows longer than this, except by one entry
 * @param segmentSpan a segment is finished when its entries span this time
 * @param flushInterval at most this much host time passes before entries are handed to the
 *     operating system: what a killed process can lose
 * @param forceInterval at most this much host time passes before the disk is asked to keep them:
 *     what a power cut can lose; 0 leaves it to the caller of {@link JournalWriter#force}
 * @param snapshotInterval a snapshot is due after this span of entries
 * @param retryInterval host time between attempts to resume after trouble
 * @param reserveBytes recording stops before less than this is free on the disk
 */
public record JournalPolicy(
        long segmentBytes,
        long segmentSpan,
        long flushInterval,
        long forceInterval,
        long snapshotInterval,
        long retryInterval,
        long reserveBytes) {

    /**
     * Returns the usual policy: segments of five minutes or 64 MiB, flushed every 200 ms, forced
     * every second, a snapshot a minute, a new attempt every five seconds, 64 MiB kept free.
     */
    public static JournalPolicy standard() {
        return new JournalPolicy(
                64L << 20,
                300 * Time.SECOND,
                200 * Time.MILLISECOND,
                Time.SECOND,
                60 * Time.SECOND,
                5 * Time.SECOND,
                64L << 20);
    }
}
