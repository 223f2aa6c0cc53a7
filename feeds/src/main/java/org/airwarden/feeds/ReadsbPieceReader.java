package org.airwarden.feeds;

import org.airwarden.model.Time;
import tools.jackson.core.JacksonException;

/** One piece a JSON value, at the time that stands in it. */
final class ReadsbPieceReader extends PieceReader {
    private final JsonObjects objects = new JsonObjects();
    private final ReadsbDocument document = new ReadsbDocument();
    private long time;

    ReadsbPieceReader(FrameReader frames) {
        super(frames);
    }

    @Override
    void cut(Frame frame) {
        byte[] bytes = frame.copyOfPayload();
        time = Time.UNKNOWN;
        objects.read(
                bytes,
                new JsonObjects.Handler() {
                    @Override
                    public void object(byte[] object, int offset, int length) {
                        find(object, offset, length);
                    }

                    @Override
                    public void garbage(String why, byte[] object, int offset, int length) {}
                });
        emit(bytes, time == Time.UNKNOWN ? Frame.TimeKind.NONE : Frame.TimeKind.UTC, time);
    }

    @Override
    void finish() {}

    private void find(byte[] bytes, int offset, int length) {
        try {
            document.read(
                    bytes,
                    offset,
                    length,
                    (aircraft, now) -> {
                        if (!Double.isNaN(now)) {
                            time = ReadsbDocument.time(now);
                        }
                    });
        } catch (JacksonException wrong) {
            time = Time.UNKNOWN;
        }
    }
}
