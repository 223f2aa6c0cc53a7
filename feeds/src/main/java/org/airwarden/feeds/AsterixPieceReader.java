package org.airwarden.feeds;

import java.io.IOException;
import java.util.Arrays;
import java.util.SortedMap;
import org.airwarden.asterix.BlockWalker;
import org.airwarden.asterix.Definitions;
import org.airwarden.asterix.Editions;
import org.airwarden.asterix.RecordView;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * One piece a frame. Where the recorder's clock is not to be relied on, a piece's time is that of
 * its records: the latest of them that lies close to their median.
 */
final class AsterixPieceReader extends PieceReader {
    private static final long CLOSE = 2 * 128;
    private static final long HALF_DAY = Mapping.TICKS_A_DAY / 2;

    private final BlockWalker walker;
    private final boolean recorderRight;
    private final @Nullable RecordItems[] items = new @Nullable RecordItems[256];
    private long[] ticks = new long[64];
    private int count;

    /**
     * Makes a reader.
     *
     * @param recorderRight whether frames that bear the recorder's time were received then
     */
    AsterixPieceReader(
            FrameReader frames, SortedMap<Integer, String> editions, boolean recorderRight) {
        super(frames);
        this.recorderRight = recorderRight;
        Editions chosen = Editions.none();
        for (var edition : editions.entrySet()) {
            chosen = chosen.with(Definitions.of(edition.getKey(), edition.getValue()));
        }
        walker = new BlockWalker(chosen);
    }

    @Override
    void cut(Frame frame) {
        Frame.TimeKind kind = frame.timeKind();
        if (recorderRight && (kind == Frame.TimeKind.UTC || kind == Frame.TimeKind.TIME_OF_DAY)) {
            emit(frame.copyOfPayload(), kind, frame.time());
            return;
        }
        long time = timeOfDay(frame);
        emit(
                frame.copyOfPayload(),
                time == Time.UNKNOWN ? Frame.TimeKind.NONE : Frame.TimeKind.TIME_OF_DAY,
                time);
    }

    @Override
    void finish() {}

    /**
     * Reads the first frames and notes by how much the recorder's time is ahead of the records'.
     *
     * @param errors receives the differences (ns)
     * @return how many there are
     */
    int recorderErrors(long[] errors) throws IOException {
        Frame frame = new Frame();
        int found = 0;
        for (int frames = 0; frames < 10 * errors.length && found < errors.length; frames++) {
            if (!nextFrame(frame)) {
                break;
            }
            Frame.TimeKind kind = frame.timeKind();
            long records = timeOfDay(frame);
            if (records != Time.UNKNOWN
                    && (kind == Frame.TimeKind.UTC || kind == Frame.TimeKind.TIME_OF_DAY)) {
                errors[found++] = -TimeOfDay.step(frame.time(), records);
            }
        }
        return found;
    }

    /** Returns the time of day (ns) that a frame's records tell, or {@link Time#UNKNOWN}. */
    long timeOfDay(Frame frame) {
        count = 0;
        walker.walk(frame.bytes(), frame.offset(), frame.offset() + frame.length(), this::collect);
        if (count == 0) {
            return Time.UNKNOWN;
        }
        // Counted from the first one, so that midnight does not part them.
        long first = ticks[0];
        for (int i = 0; i < count; i++) {
            ticks[i] = Math.floorMod(ticks[i] - first + HALF_DAY, Mapping.TICKS_A_DAY) - HALF_DAY;
        }
        Arrays.sort(ticks, 0, count);
        long latest = ticks[count / 2];
        long bar = latest + CLOSE;
        for (int i = count / 2; i < count && ticks[i] <= bar; i++) {
            latest = ticks[i];
        }
        return Math.floorMod(first + latest, Mapping.TICKS_A_DAY) * Mapping.TICK;
    }

    private void collect(RecordView record) {
        int category = record.category();
        RecordItems known = items[category];
        if (known == null) {
            known = new RecordItems(record.definition());
            items[category] = known;
        }
        long time = known.ticks(record);
        if (time >= 0) {
            if (count == ticks.length) {
                ticks = Arrays.copyOf(ticks, count * 2);
            }
            ticks[count++] = time;
        }
    }
}
