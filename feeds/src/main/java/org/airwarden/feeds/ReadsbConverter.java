package org.airwarden.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import tools.jackson.core.JacksonException;

/** The JSON of readsb to one aircraft a line, or to rows. One thread. */
final class ReadsbConverter extends Converter implements JsonObjects.Handler {
    private final RecordOutput records;
    private final JsonObjects objects = new JsonObjects();
    private final ReadsbDocument document = new ReadsbDocument();
    private long written;
    private long latest;

    ReadsbConverter(RecordOutput records, RecordFilter filter, FaultNotes notes) {
        super(filter, notes);
        this.records = records;
    }

    @Override
    void take(Frame frame, long time, boolean dateKnown) throws IOException {
        try {
            objects.read(frame.copyOfPayload(), this);
        } catch (UncheckedIOException lost) {
            throw lost.getCause();
        }
    }

    @Override
    void finish() throws IOException {
        objects.finish(this);
        records.finish();
    }

    @Override
    public void object(byte[] bytes, int offset, int length) {
        try {
            document.read(bytes, offset, length, this::aircraft);
            if (!records.isOfRows()) {
                ReadsbRecordReader.objects(bytes, offset, length, this::line);
            }
        } catch (JacksonException wrong) {
            fault(String.valueOf(wrong.getOriginalMessage()), bytes, offset, length);
        }
    }

    @Override
    public void garbage(String why, byte[] bytes, int offset, int length) {
        fault(why, bytes, offset, length);
    }

    private void fault(String why, byte[] bytes, int offset, int length) {
        byte[] kept = Arrays.copyOfRange(bytes, offset, offset + Math.min(length, 1024));
        notes.message("not-json", -1, length, why, kept);
    }

    /** A line says of itself whether it is wanted; its document has said when. */
    private void line(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        document.read(bytes, 0, bytes.length, (aircraft, none) -> keep(aircraft, text));
    }

    private void keep(ReadsbAircraft aircraft, String text) {
        if (!filter.wants(
                category(aircraft).toUpperCase(Locale.ROOT), aircraft.address(), latest)) {
            return;
        }
        written++;
        records.lines().append(text);
        try {
            records.endLine();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static String category(ReadsbAircraft aircraft) {
        return aircraft.type().isEmpty() ? "unknown" : aircraft.type();
    }

    private void aircraft(ReadsbAircraft aircraft, double now) {
        countRead();
        String category = category(aircraft);
        boolean timed = !Double.isNaN(now);
        long time = timed ? ReadsbDocument.time(now) : 0;
        latest = time;
        if (!filter.wants(category.toUpperCase(Locale.ROOT), aircraft.address(), time)) {
            return;
        }
        countKept();
        if (!records.isOfRows()) {
            return;
        }
        written++;
        try {
            Row row = records.begin();
            if (timed) {
                ModeSRows.time(row, time, true, true);
            }
            row.put(Column.CATEGORY, category);
            aircraft.fill(row);
            records.write(row);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    @Override
    long written() {
        return written;
    }
}
