package org.airwarden.feeds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recordings record by record: one JSON object each, or a summary of all. Nothing is mapped to
 * reports and nothing is left out. Immutable; any thread.
 */
public final class Decoding {
    private static final int FLUSH = 1 << 16;
    private static final int FRAMES_A_STEP = 1_000;

    private final List<RecordedFile> files;

    private Decoding(List<RecordedFile> files) {
        this.files = List.copyOf(files);
    }

    /**
     * Finds out how to read files.
     *
     * @throws RecordingException if that cannot be told from the bytes and the options
     * @throws IOException if a file cannot be read
     */
    public static Decoding of(List<Path> files, ReadingOptions options) throws IOException {
        List<RecordedFile> examined = new ArrayList<>();
        for (Path file : files) {
            examined.add(RecordedFile.examine(file, options));
        }
        return new Decoding(examined);
    }

    /** Returns the files, with how they are read and why. */
    public List<RecordedFile> files() {
        return files;
    }

    /**
     * Counts what the files hold.
     *
     * @throws IOException if a file cannot be read
     */
    public Summary summarize(Progress progress) throws IOException {
        return summarize(DecodingFaultSink.IGNORE, progress);
    }

    /**
     * Counts what the files hold. What does not fit is counted too and stops nothing.
     *
     * @throws IOException if a file cannot be read
     */
    public Summary summarize(DecodingFaultSink faults, Progress progress) throws IOException {
        return read(null, null, DecodingStyle.JSON, faults, progress);
    }

    /**
     * Writes one JSON object a line for every record, and returns the summary.
     *
     * @throws IOException if a file cannot be read or {@code out} cannot be written
     */
    public Summary print(Appendable out, Progress progress) throws IOException {
        return print(out, DecodingFaultSink.IGNORE, progress);
    }

    /**
     * Writes one JSON object a line for every record, and returns the summary.
     *
     * @throws IOException if a file cannot be read or {@code out} cannot be written
     */
    public Summary print(Appendable out, DecodingFaultSink faults, Progress progress)
            throws IOException {
        return print(DecodingStyle.JSON, out, faults, progress);
    }

    /**
     * Writes every record in a style, and returns the summary. What is not ASTERIX is JSON in every
     * style.
     *
     * @throws IOException if a file cannot be read or {@code out} cannot be written
     */
    public Summary print(
            DecodingStyle style, Appendable out, DecodingFaultSink faults, Progress progress)
            throws IOException {
        return read(new StringBuilder(2 * FLUSH), out, style, faults, progress);
    }

    private Summary read(
            @Nullable StringBuilder lines,
            @Nullable Appendable out,
            DecodingStyle style,
            DecodingFaultSink faults,
            Progress progress)
            throws IOException {
        SummaryBuilder summary = new SummaryBuilder();
        long total = files.stream().mapToLong(RecordedFile::size).sum();
        long before = 0;
        for (RecordedFile file : files) {
            summary.framing(file.format());
            String name = String.valueOf(file.path().getFileName());
            FaultNotes notes = new FaultNotes(name, summary, faults);
            RecordReader records = RecordReader.of(file, summary, notes, lines, style);
            try (FrameReader reader =
                    FrameReader.open(file.path(), file.format(), notes::framing)) {
                Frame frame = new Frame();
                int frames = 0;
                while (reader.next(frame)) {
                    notes.begin(frame);
                    records.read(frame);
                    flush(lines, out, FLUSH);
                    if (++frames % FRAMES_A_STEP == 0) {
                        progress.at(before + reader.position(), total);
                    }
                }
                records.finish();
                before += reader.position();
            }
            progress.at(before, total);
        }
        flush(lines, out, 1);
        return summary.build();
    }

    private static void flush(@Nullable StringBuilder lines, @Nullable Appendable out, int from)
            throws IOException {
        if (lines != null && out != null && lines.length() >= from) {
            out.append(lines);
            lines.setLength(0);
        }
    }
}
