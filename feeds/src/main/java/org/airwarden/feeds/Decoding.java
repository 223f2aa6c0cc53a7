package org.airwarden.feeds;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recordings record by record: one JSON object each, or a summary of all. Nothing is mapped to
 * reports and nothing is left out. Immutable; any thread.
 */
public final class Decoding {
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
     * Writes one JSON object a line for every record, in UTF-8, and returns the summary.
     *
     * @throws IOException if a file cannot be read or {@code out} cannot be written
     */
    public Summary print(OutputStream out, Progress progress) throws IOException {
        return print(out, DecodingFaultSink.IGNORE, progress);
    }

    /**
     * Writes one JSON object a line for every record, in UTF-8, and returns the summary.
     *
     * @throws IOException if a file cannot be read or {@code out} cannot be written
     */
    public Summary print(OutputStream out, DecodingFaultSink faults, Progress progress)
            throws IOException {
        return print(DecodingStyle.JSON, out, faults, progress);
    }

    /**
     * Writes every record in a style, in UTF-8, and returns the summary. What is not ASTERIX is
     * JSON in every style.
     *
     * @throws IOException if a file cannot be read or {@code out} cannot be written
     */
    public Summary print(
            DecodingStyle style, OutputStream out, DecodingFaultSink faults, Progress progress)
            throws IOException {
        return read(new OutputLines(), out, style, faults, progress);
    }

    private Summary read(
            @Nullable OutputLines lines,
            @Nullable OutputStream out,
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
                    if (lines != null && out != null) {
                        lines.flushWhenLarge(out);
                    }
                    if (++frames % FRAMES_A_STEP == 0) {
                        progress.at(before + reader.position(), total);
                    }
                }
                records.finish();
                before += reader.position();
            }
            progress.at(before, total);
        }
        if (lines != null && out != null) {
            lines.flush(out);
        }
        return summary.build();
    }
}
