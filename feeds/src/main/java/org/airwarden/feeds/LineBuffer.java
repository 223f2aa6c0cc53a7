package org.airwarden.feeds;

import java.util.Arrays;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;

/**
 * Keeps the unfinished last line of a stream until its end arrives, so that readers see whole lines
 * alone. A line longer than any format has is handed on in parts. One thread.
 */
final class LineBuffer {
    private static final int LONGEST = 1 << 16;

    /** Takes whole lines. */
    interface Handler {
        /** One line or several, with their ends; valid during this call only. */
        void lines(byte[] bytes, int offset, int length);
    }

    private byte[] partial = {};
    private int filled;

    void read(byte[] bytes, Handler handler) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        int start = 0;
        if (filled > 0) {
            if (end == 0 && filled + bytes.length <= LONGEST) {
                keep(bytes, 0, bytes.length);
                return;
            }
            while (start < end && bytes[start] != '\n') {
                start++;
            }
            start = Math.min(start + 1, bytes.length);
            keep(bytes, 0, start);
            int length = filled;
            filled = 0;
            handler.lines(partial, 0, length);
        }
        if (end > start) {
            handler.lines(bytes, start, end - start);
        }
        int rest = Math.max(start, end);
        keep(bytes, rest, bytes.length);
    }

    private void keep(byte[] bytes, int from, int to) {
        if (partial.length < filled + to - from) {
            partial = Arrays.copyOf(partial, filled + to - from);
        }
        System.arraycopy(bytes, from, partial, filled, to - from);
        filled += to - from;
    }

    void write(StateOutput out) {
        out.putBytes(Arrays.copyOf(partial, filled));
    }

    void read(StateInput in) {
        partial = in.takeBytes();
        filled = partial.length;
    }
}
