package org.airwarden.feeds;

import org.jspecify.annotations.Nullable;

/**
 * Reads one file's frames record by record, for counting or as JSON: below the level of reports,
 * nothing is judged and nothing is left out. One thread.
 */
abstract sealed class RecordReader
        permits AsterixRecordReader, ModeSRecordReader, SbsRecordReader, ReadsbRecordReader {
    /** Adds up the figures. */
    final SummaryBuilder summary;

    /** Takes one JSON object a line, or is null where nobody asks for them. */
    final @Nullable OutputLines lines;

    RecordReader(SummaryBuilder summary, @Nullable OutputLines lines) {
        this.summary = summary;
        this.lines = lines;
    }

    static RecordReader of(
            RecordedFile file,
            SummaryBuilder summary,
            FaultNotes notes,
            @Nullable OutputLines lines,
            DecodingStyle style) {
        return switch (file.content()) {
            case ASTERIX -> new AsterixRecordReader(file.editions(), summary, notes, lines, style);
            case BEAST, AVR -> new ModeSRecordReader(file, summary, notes, lines);
            case SBS -> new SbsRecordReader(summary, notes, lines);
            case READSB -> new ReadsbRecordReader(summary, notes, lines);
        };
    }

    /** Reads a frame. */
    abstract void read(Frame frame);

    /** Says that the file has ended. */
    abstract void finish();
}
