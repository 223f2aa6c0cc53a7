package org.airwarden.feeds;

import java.io.IOException;
import java.util.SortedMap;
import org.airwarden.model.Time;

/**
 * One piece a frame. Where the recorder's clock is not to be relied on, a piece's time is that of
 * its records, see {@link RecordTimes}.
 */
final class AsterixPieceReader extends PieceReader {
    private final RecordTimes times;
    private final boolean recorderRight;

    /**
     * Makes a reader.
     *
     * @param recorderRight whether frames that bear the recorder's time were received then
     */
    AsterixPieceReader(
            FrameReader frames, SortedMap<Integer, String> editions, boolean recorderRight) {
        super(frames);
        this.recorderRight = recorderRight;
        times = new RecordTimes(editions);
    }

    @Override
    void cut(Frame frame) {
        Frame.TimeKind kind = frame.timeKind();
        if (recorderRight && (kind == Frame.TimeKind.UTC || kind == Frame.TimeKind.TIME_OF_DAY)) {
            emit(frame.copyOfPayload(), kind, frame.time());
            return;
        }
        long time = times.timeOfDay(frame);
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
            long records = times.timeOfDay(frame);
            if (records != Time.UNKNOWN
                    && (kind == Frame.TimeKind.UTC || kind == Frame.TimeKind.TIME_OF_DAY)) {
                errors[found++] = -TimeOfDay.step(frame.time(), records);
            }
        }
        return found;
    }
}
