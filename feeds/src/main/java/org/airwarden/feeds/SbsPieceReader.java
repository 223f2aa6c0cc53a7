package org.airwarden.feeds;

import java.util.Arrays;
import org.airwarden.model.Time;
import org.airwarden.modes.Fault;
import org.airwarden.modes.SbsHandler;
import org.airwarden.modes.SbsMessage;
import org.airwarden.modes.SbsReader;

/** One piece a line of text, at the time that a BaseStation line tells. AVR lines tell none. */
final class SbsPieceReader extends PieceReader implements SbsHandler {
    private final SbsReader reader = new SbsReader(this);
    private byte[] partial = {};
    private long time = Time.UNKNOWN;

    SbsPieceReader(FrameReader frames) {
        super(frames);
    }

    @Override
    void cut(Frame frame) {
        byte[] bytes = frame.bytes();
        int from = frame.offset();
        int end = from + frame.length();
        for (int i = from; i < end; i++) {
            if (bytes[i] == '\n') {
                line(Arrays.copyOfRange(bytes, from, i + 1));
                from = i + 1;
            }
        }
        partial = joined(Arrays.copyOfRange(bytes, from, end));
    }

    @Override
    void finish() {
        if (partial.length > 0) {
            line(new byte[] {'\n'});
        }
    }

    private byte[] joined(byte[] rest) {
        byte[] whole = Arrays.copyOf(partial, partial.length + rest.length);
        System.arraycopy(rest, 0, whole, partial.length, rest.length);
        return whole;
    }

    private void line(byte[] end) {
        byte[] line = joined(end);
        partial = new byte[0];
        time = Time.UNKNOWN;
        reader.read(line);
        emit(line, time == Time.UNKNOWN ? Frame.TimeKind.NONE : Frame.TimeKind.UTC, time);
    }

    @Override
    public void onMessage(SbsMessage message) {
        if (message.generated() != SbsMessage.NO_TIME) {
            time = message.generated();
        }
    }

    @Override
    public void onFault(Fault fault) {}
}
