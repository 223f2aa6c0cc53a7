package org.airwarden.feeds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Takes the frames of one recording and writes what is wanted of them. One thread. */
abstract sealed class Converter
        permits AsterixConverter, ModeSConverter, SbsConverter, ReadsbConverter {
    /** What is wanted. */
    final RecordFilter filter;

    /** Where faults go. */
    final FaultNotes notes;

    private final Tally left = new Tally();
    private long read;
    private long kept;

    Converter(RecordFilter filter, FaultNotes notes) {
        this.filter = filter;
        this.notes = notes;
    }

    /**
     * Takes a frame.
     *
     * @param time when it was recorded (ns since 1970)
     * @param dateKnown whether the day of it is known
     */
    abstract void take(Frame frame, long time, boolean dateKnown) throws IOException;

    /** Writes what is left at the end of the file. */
    abstract void finish() throws IOException;

    /** Returns how many frames, messages, lines, or rows were written. */
    abstract long written();

    /** Counts a record that was read. */
    final void countRead() {
        read++;
    }

    /** Counts a record that is wanted. */
    final void countKept() {
        kept++;
    }

    /** Counts what the format has no place for. */
    final void countLeft(String why) {
        left.add(why);
    }

    /** Counts several such. */
    final void countLeft(String why, long count) {
        if (count > 0) {
            left.add(why, count);
        }
    }

    final long read() {
        return read;
    }

    final long kept() {
        return kept;
    }

    /** Returns what people should know of the result, one line each. */
    final List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        left.toMap().forEach((why, count) -> remarks.add(count + " " + why));
        return remarks;
    }
}
