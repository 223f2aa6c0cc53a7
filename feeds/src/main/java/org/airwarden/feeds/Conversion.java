package org.airwarden.feeds;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * One recording to another format, as a stream: whatever its length, no more than a few frames, or
 * a group of rows, is in memory. Records keep their octets; a filter leaves whole records out and
 * changes none. Immutable; any thread.
 *
 * @param file the recording, with how it is read
 * @param to what it becomes
 * @param filter which records are wanted
 * @param start the day or the moment at which it begins (ns since 1970), where it does not say so
 *     itself; {@link Time#UNKNOWN} for neither
 * @param microseconds whether a capture is written with times in microseconds, for old readers
 * @param simulated whether the recording is known to be simulated
 */
public record Conversion(
        RecordedFile file,
        ConversionFormat to,
        RecordFilter filter,
        long start,
        boolean microseconds,
        boolean simulated) {
    private static final int FRAMES_A_STEP = 1_000;

    /**
     * What became of a recording.
     *
     * @param read records that were read
     * @param kept those of them that the filter let through
     * @param written frames, messages, lines or rows that were written
     * @param dateKnown whether the recording, or {@code start}, told the day
     * @param remarks what people should know, one line each
     */
    public record Result(
            long read, long kept, long written, boolean dateKnown, List<String> remarks) {
        /** Copies the list. */
        public Result {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Checks that it can be done.
     *
     * @throws RecordingException if the format cannot hold what the recording does, or the filter
     *     asks for what it does not tell
     */
    public Conversion {
        if (!to.takes(file.content())) {
            throw new RecordingException(
                    file.path().getFileName()
                            + " holds "
                            + file.content().word()
                            + ", which cannot become "
                            + to.word(),
                    "it can become "
                            + String.join(", ", ConversionFormat.thatTake(file.content())));
        }
        if (filter.asksForAsterix() && file.content() != Format.ASTERIX) {
            throw new RecordingException(
                    file.content().word() + " has no SAC/SIC and no items",
                    "leave out --source and --item");
        }
    }

    /**
     * Reads the recording and writes what is wanted of it.
     *
     * @param out takes it; it is not closed
     * @throws RecordingException if a frame does not fit the format, or the recording tells no date
     *     and the filter needs one
     * @throws IOException if the recording cannot be read or {@code out} not be written
     */
    public Result run(OutputStream out, DecodingFaultSink faults, Progress progress)
            throws IOException {
        String name = String.valueOf(file.path().getFileName());
        FaultNotes notes = new FaultNotes(name, new SummaryBuilder(), faults);
        Converter converter = converter(out, notes);
        FrameTimes times = new FrameTimes(new RecordTimes(file.editions()), start);
        boolean asterix = file.content() == Format.ASTERIX;
        boolean known = start != Time.UNKNOWN;
        try (FrameReader reader = FrameReader.open(file.path(), file.format(), notes::framing)) {
            Frame frame = new Frame();
            long frames = 0;
            while (reader.next(frame)) {
                notes.begin(frame);
                long time = asterix ? times.next(frame) : 0;
                known |= asterix && times.isDateKnown();
                requireDate(known);
                converter.take(frame, time, known);
                if (++frames % FRAMES_A_STEP == 0) {
                    progress.at(reader.position(), file.size());
                }
            }
            converter.finish();
            progress.at(file.size(), file.size());
        }
        return new Result(
                converter.read(),
                converter.kept(),
                converter.written(),
                known,
                remarks(converter, known));
    }

    private Converter converter(OutputStream out, FaultNotes notes) throws IOException {
        RecordOutput records =
                switch (to) {
                    case JSON_LINES, CSV, PARQUET -> RecordOutput.of(to, out, simulated);
                    default -> null;
                };
        return switch (file.content()) {
            case ASTERIX ->
                    new AsterixConverter(
                            file.editions(),
                            filter,
                            notes,
                            records == null ? FrameOutput.of(to, out, microseconds) : null,
                            records);
            case BEAST, AVR -> new ModeSConverter(file, start, to, out, records, filter, notes);
            case SBS -> new SbsConverter(out, records, filter, notes);
            case READSB -> new ReadsbConverter(required(records), filter, notes);
        };
    }

    private RecordOutput required(@Nullable RecordOutput records) {
        if (records == null) {
            throw new IllegalStateException(to + " takes no aircraft");
        }
        return records;
    }

    /**
     * SBS and readsb tell their dates line by line; ASTERIX and Mode S stamped by GPS tell times of
     * day at least, Mode S with a receiver's counter not even those.
     */
    private void requireDate(boolean known) {
        boolean counts =
                (file.content() == Format.BEAST || file.content() == Format.AVR)
                        && !file.format().isGpsTimed();
        if (!known && counts && !filter.times().isAlways()) {
            throw new RecordingException(
                    file.path().getFileName() + " does not tell the time",
                    "say when it begins, as in --date 2018-04-03T19:02:28Z");
        }
        boolean tells = file.content() == Format.SBS || file.content() == Format.READSB;
        if (!known && !tells && !filter.times().isAlways() && filter.times().dated()) {
            throw new RecordingException(
                    file.path().getFileName() + " does not tell its date",
                    "say it with --date, or filter by times of day, as in --from 22:30");
        }
    }

    private List<String> remarks(Converter converter, boolean known) {
        List<String> remarks = new ArrayList<>(converter.remarks());
        boolean needsDate = to == ConversionFormat.PCAP || to == ConversionFormat.SBS;
        boolean tells = file.content() == Format.SBS || file.content() == Format.READSB;
        if (needsDate && !known && !tells) {
            remarks.add("the recording does not tell its date; times are of 1970-01-01 (--date)");
        }
        return remarks;
    }
}
