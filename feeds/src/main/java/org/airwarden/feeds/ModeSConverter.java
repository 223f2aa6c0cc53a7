package org.airwarden.feeds;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.airwarden.model.Time;
import org.airwarden.modes.AvrReader;
import org.airwarden.modes.AvrWriter;
import org.airwarden.modes.BeastReader;
import org.airwarden.modes.BeastWriter;
import org.airwarden.modes.Fault;
import org.airwarden.modes.FrameHandler;
import org.airwarden.modes.FrameKind;
import org.airwarden.modes.ModeSDecoder;
import org.airwarden.modes.ModeSListener;
import org.airwarden.modes.ModeSMessage;
import org.airwarden.modes.ModeSReport;
import org.airwarden.modes.PositionSettings;
import org.airwarden.modes.Refusal;
import org.airwarden.modes.SbsMessage;
import org.airwarden.modes.SbsWriter;
import org.jspecify.annotations.Nullable;

/**
 * Mode S frames to the other framing, to BaseStation lines, or to JSON and rows. The framings keep
 * every frame, its time stamp, and (Beast) its signal; lines and rows are made of messages alone. A
 * filter by address goes by what the frame itself says, which for replies is right if no bit was
 * received wrongly. One thread.
 */
final class ModeSConverter extends Converter implements FrameHandler, ModeSListener {
    private final boolean beast;
    private final boolean startKnown;
    private final ConversionFormat to;
    private final OutputStream out;
    private final @Nullable RecordOutput records;
    private final BeastReader beastReader = new BeastReader(this);
    private final AvrReader avrReader = new AvrReader(this);
    private final StampTimes times;
    private final ModeSDecoder decoder;
    private final ModeSMessage message = new ModeSMessage();
    private final byte[] buffer = new byte[BeastWriter.MAXIMUM_LENGTH];
    private final List<ModeSReport> reports = new ArrayList<>(3);
    private @Nullable Refusal refusal;
    private long written;

    /**
     * Makes one.
     *
     * @param start the day or the moment at which the recording begins (ns since 1970), or {@link
     *     Time#UNKNOWN}
     */
    ModeSConverter(
            RecordedFile file,
            long start,
            ConversionFormat to,
            OutputStream out,
            @Nullable RecordOutput records,
            RecordFilter filter,
            FaultNotes notes) {
        super(filter, notes);
        beast = file.content() == Format.BEAST;
        decoder = new ModeSDecoder(PositionSettings.anywhere(), file.repair(), this);
        times = new StampTimes(file.format(), start);
        startKnown = start != Time.UNKNOWN;
        this.to = to;
        this.out = out;
        this.records = records;
    }

    @Override
    void take(Frame frame, long time, boolean dateKnown) throws IOException {
        try {
            if (beast) {
                beastReader.read(frame.bytes(), frame.offset(), frame.length());
            } else {
                avrReader.read(frame.bytes(), frame.offset(), frame.length());
            }
        } catch (UncheckedIOException lost) {
            throw lost.getCause();
        }
    }

    @Override
    void finish() throws IOException {
        beastReader.finish();
        avrReader.finish();
        if (records != null) {
            records.finish();
        }
    }

    @Override
    public void onFrame(org.airwarden.modes.Frame frame) {
        countRead();
        long time = times.next(frame);
        reports.clear();
        refusal = null;
        decoder.take(time, frame);
        if (!isWanted(frame, time)) {
            return;
        }
        countKept();
        try {
            write(frame, time);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private boolean isWanted(org.airwarden.modes.Frame frame, long time) {
        if (filter.isEmpty()) {
            return true;
        }
        if (!frame.kind().isModeS()) {
            return filter.wants(frame.kind() == FrameKind.MODE_AC ? "MODEAC" : "STATUS", -1, time);
        }
        message.wrap(frame.buffer(), frame.offset(), frame.length());
        int address = message.isWhole() ? message.address() : -1;
        return filter.wants("DF" + message.format(), address, time);
    }

    private void write(org.airwarden.modes.Frame frame, long time) throws IOException {
        switch (to) {
            case BEAST -> beast(frame);
            case AVR -> avr(frame);
            case SBS -> sbs(frame, time);
            default -> record(frame, time);
        }
    }

    private void beast(org.airwarden.modes.Frame frame) throws IOException {
        int length =
                BeastWriter.write(
                        frame.kind(),
                        Math.max(0, frame.counter()),
                        Math.max(0, frame.signal()),
                        frame.buffer(),
                        frame.offset(),
                        buffer,
                        0);
        out.write(buffer, 0, length);
        written++;
    }

    private void avr(org.airwarden.modes.Frame frame) throws IOException {
        if (frame.kind() == FrameKind.STATUS) {
            countLeft("status frames of the receiver have no AVR line");
            return;
        }
        out.write(
                frame.counter() > 0
                        ? AvrWriter.line(
                                frame.counter(), frame.buffer(), frame.offset(), frame.length())
                        : AvrWriter.line(frame.buffer(), frame.offset(), frame.length()));
        written++;
    }

    private void sbs(org.airwarden.modes.Frame frame, long time) throws IOException {
        if (!frame.kind().isModeS()) {
            countLeft("frames are no Mode S messages and have no SBS line");
            return;
        }
        SbsMessage line = sbsLine(time);
        if (line == null) {
            countLeft(
                    reports.isEmpty()
                            ? "messages say nothing that is sure, as by their parity"
                            : "messages say what SBS has no line for");
            return;
        }
        out.write((SbsWriter.line(line) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        written++;
    }

    /** The line of the first thing the message says that has one. */
    private @Nullable SbsMessage sbsLine(long time) {
        for (ModeSReport report : reports) {
            SbsMessage line = SbsLines.of(report, time);
            if (line != null) {
                return line;
            }
        }
        return null;
    }

    private void record(org.airwarden.modes.Frame frame, long time) throws IOException {
        RecordOutput into = records;
        if (into == null || !frame.kind().isModeS()) {
            countLeft("frames are no Mode S messages");
            return;
        }
        written++;
        if (!into.isOfRows()) {
            ModeSJson.append(frame, time, times, reports, refusal, into.lines());
            into.endLine();
            return;
        }
        Row row = into.begin();
        if (times.isTold(frame)) {
            ModeSRows.time(row, time, startKnown, times.isOfDay());
            if (!times.isOfDay()) {
                row.put(Column.ELAPSED, times.seconds(time));
            }
        }
        row.put(Column.CATEGORY, "DF" + ModeSMessage.formatOf(frame.buffer()[frame.offset()]));
        for (ModeSReport report : reports) {
            ModeSRows.fill(row, report);
        }
        row.put(Column.OFFSET, frame.position());
        row.put(Column.LENGTH, frame.length());
        into.write(row);
    }

    @Override
    long written() {
        return written;
    }

    @Override
    public void onFault(Fault fault) {
        notes.modeS(fault);
    }

    @Override
    public void onReport(ModeSReport found) {
        reports.add(found);
    }

    @Override
    public void onRefusal(long time, Refusal why, ModeSMessage refused) {
        refusal = why;
    }
}
