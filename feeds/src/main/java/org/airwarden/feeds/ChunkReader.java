package org.airwarden.feeds;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * Hands a stream on in stretches of at most 16 KiB, losing nothing: Beast anywhere, lines of text
 * at their ends (a line longer than a stretch is cut).
 */
final class ChunkReader extends FrameReader {
    private static final int STRETCH = 1 << 14;

    private final boolean lines;

    ChunkReader(RecordingFormat format, ByteWindow window, Consumer<FrameFault> sink) {
        super(format, window, sink);
        lines = format.framing() != Framing.BEAST;
    }

    @Override
    boolean read(Frame frame) throws IOException {
        boolean full = window.has(STRETCH);
        int length = full ? STRETCH : window.available();
        if (length == 0) {
            return false;
        }
        if (lines && full) {
            length = endOfLastLine(length);
        }
        frame.fill(window.bytes(), window.start(), length, window.offset());
        window.skip(length);
        return true;
    }

    private int endOfLastLine(int length) {
        for (int index = length; index > 0; index--) {
            if (window.octet(index - 1) == '\n') {
                return index;
            }
        }
        return length;
    }
}
