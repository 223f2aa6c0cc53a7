package org.airwarden.feeds;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.airwarden.modes.Fault;
import org.airwarden.modes.SbsHandler;
import org.airwarden.modes.SbsMessage;
import org.airwarden.modes.SbsReader;
import org.airwarden.modes.SbsWriter;
import org.jspecify.annotations.Nullable;

/** BaseStation lines to lines that are wanted, to JSON, or to rows. One thread. */
final class SbsConverter extends Converter implements SbsHandler {
    private final OutputStream out;
    private final @Nullable RecordOutput records;
    private final SbsReader reader = new SbsReader(this);
    private long written;

    SbsConverter(
            OutputStream out,
            @Nullable RecordOutput records,
            RecordFilter filter,
            FaultNotes notes) {
        super(filter, notes);
        this.out = out;
        this.records = records;
    }

    @Override
    void take(Frame frame, long time, boolean dateKnown) throws IOException {
        try {
            reader.read(frame.bytes(), frame.offset(), frame.length());
        } catch (UncheckedIOException lost) {
            throw lost.getCause();
        }
    }

    @Override
    void finish() throws IOException {
        reader.finish();
        if (records != null) {
            records.finish();
        }
    }

    @Override
    public void onMessage(SbsMessage message) {
        countRead();
        boolean timed = message.generated() != SbsMessage.NO_TIME;
        String category = "MSG" + message.type();
        if (!filter.wants(category, message.address(), timed ? message.generated() : 0)) {
            return;
        }
        countKept();
        written++;
        try {
            write(message, timed);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private void write(SbsMessage message, boolean timed) throws IOException {
        RecordOutput into = records;
        if (into == null) {
            out.write((SbsWriter.line(message) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        } else if (into.isOfRows()) {
            Row row = into.begin();
            if (timed) {
                ModeSRows.time(row, message.generated(), true, true);
            }
            ModeSRows.fill(row, message);
            into.write(row);
        } else {
            SbsRecordReader.append(message, into.lines());
            into.endLine();
        }
    }

    @Override
    long written() {
        return written;
    }

    @Override
    public void onFault(Fault fault) {
        notes.modeS(fault);
    }
}
