package org.airwarden.server;

import java.util.ArrayDeque;
import org.airwarden.model.Time;

/** How many reports a second of picture time come in, over a window. Any thread. */
final class ReportRate {
    private final long window;
    private final ArrayDeque<long[]> counts = new ArrayDeque<>();

    /**
     * Makes a rate without counts.
     *
     * @param window the time to look back (ns)
     */
    ReportRate(long window) {
        this.window = window;
    }

    /** Takes the count of all reports up to a time, which is not before the last one. */
    synchronized void at(long time, long reports) {
        counts.addLast(new long[] {time, reports});
        while (time - counts.getFirst()[0] > window) {
            counts.removeFirst();
        }
    }

    /** Forgets everything. */
    synchronized void clear() {
        counts.clear();
    }

    /** Returns the rate (1/s), 0 while too little is known. */
    synchronized double perSecond() {
        if (counts.size() < 2) {
            return 0;
        }
        long[] first = counts.getFirst();
        long[] last = counts.getLast();
        double seconds = Time.secondsBetween(first[0], last[0]);
        return seconds <= 0 ? 0 : (last[1] - first[1]) / seconds;
    }
}
