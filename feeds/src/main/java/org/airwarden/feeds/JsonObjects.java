package org.airwarden.feeds;

import java.util.Arrays;
import org.airwarden.model.StateException;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;

/**
 * Cuts a stream of bytes into JSON objects: whole documents, lines, or members of a list, in chunks
 * cut anywhere. What stands between objects (commas, brackets, blanks) is passed over. One thread.
 */
final class JsonObjects {
    /** The longest object that is waited for. */
    static final int LONGEST = 16 << 20;

    /** Takes what was cut. */
    interface Handler {
        /** A complete object, in bytes that are valid during this call only. */
        void object(byte[] bytes, int offset, int length);

        /** Bytes that are no object. */
        void garbage(String why, byte[] bytes, int offset, int length);
    }

    private byte[] partial = {};
    private int filled;
    private int depth;
    private boolean inText;
    private boolean escaped;

    /** Takes the next bytes. */
    void read(byte[] bytes, Handler handler) {
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            int value = bytes[i];
            if (depth == 0) {
                if (value == '{') {
                    start = i;
                    depth = 1;
                }
                continue;
            }
            if (inText) {
                if (escaped) {
                    escaped = false;
                } else if (value == '\\') {
                    escaped = true;
                } else if (value == '"') {
                    inText = false;
                } else if (value == '\n') {
                    keep(bytes, filled == 0 ? start : 0, i);
                    drop("a line ends inside a text", handler);
                }
                continue;
            }
            switch (value) {
                case '"' -> inText = true;
                case '{', '[' -> depth++;
                case '}', ']' -> {
                    if (--depth == 0) {
                        complete(bytes, start, i + 1, handler);
                    }
                }
                default -> {}
            }
        }
        if (depth > 0) {
            keep(bytes, filled == 0 ? start : 0, bytes.length);
            if (filled > LONGEST) {
                drop("an object does not end", handler);
            }
        }
    }

    /** Says that the stream has ended: what is left is garbage. */
    void finish(Handler handler) {
        if (depth > 0) {
            drop("the stream ended inside an object", handler);
        }
    }

    private void complete(byte[] bytes, int start, int end, Handler handler) {
        if (filled == 0) {
            handler.object(bytes, start, end - start);
        } else {
            keep(bytes, 0, end);
            int length = filled;
            filled = 0;
            handler.object(partial, 0, length);
        }
    }

    private void drop(String why, Handler handler) {
        handler.garbage(why, partial, 0, filled);
        filled = 0;
        depth = 0;
        inText = false;
        escaped = false;
    }

    private void keep(byte[] bytes, int start, int end) {
        int more = end - start;
        if (partial.length < filled + more) {
            partial = Arrays.copyOf(partial, Math.max(filled + more, partial.length * 2));
        }
        System.arraycopy(bytes, start, partial, filled, more);
        filled += more;
    }

    void write(StateOutput out) {
        out.putInt(depth);
        out.putBoolean(inText);
        out.putBoolean(escaped);
        out.putBytes(Arrays.copyOf(partial, filled));
    }

    void read(StateInput in) {
        depth = in.takeInt();
        inText = in.takeBoolean();
        escaped = in.takeBoolean();
        partial = in.takeBytes();
        filled = partial.length;
        if (depth < 0 || (depth == 0) != (filled == 0)) {
            throw new StateException("a depth of " + depth + " cannot be; the bytes are damaged");
        }
    }
}
