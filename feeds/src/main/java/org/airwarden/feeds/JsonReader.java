package org.airwarden.feeds;

import java.io.IOException;
import java.util.function.Consumer;
import org.airwarden.feeds.FrameFault.Kind;

/**
 * Cuts JSON into values, without reading them: a document over many lines is one frame; where the
 * first value ends on its own line, each line is a frame, so that a damaged line costs itself
 * alone. A value longer than 16 MiB is a fault. How much is searched in vain is bounded, so that no
 * file takes for ever.
 */
final class JsonReader extends FrameReader {
    private static final int LONGEST = 1 << 24;
    private static final int STEP = 1 << 12;

    private enum Shape {
        UNKNOWN,
        LINES,
        DOCUMENTS
    }

    /** Octets that may be searched in vain for a closing bracket, for each octet of the file. */
    private static final int SEARCH_EFFORT = 16;

    private Shape shape = Shape.UNKNOWN;
    private long searched;

    JsonReader(ByteWindow window, Consumer<FrameFault> sink) {
        super(RecordingFormat.of(Framing.READSB_JSON), window, sink);
    }

    @Override
    boolean read(Frame frame) throws IOException {
        while (skipSpace()) {
            if (shape == Shape.UNKNOWN) {
                shape = shapeHere();
            }
            int length = shape == Shape.LINES ? lineLength() : valueLength();
            if (length == 0) {
                continue;
            }
            frame.fill(window.bytes(), window.start(), length, window.offset());
            window.skip(length);
            return true;
        }
        return false;
    }

    /** Where a search stops: at the end of the line. */
    @Override
    boolean beginsHere() {
        return window.octet(0) == '\n';
    }

    private boolean skipSpace() throws IOException {
        if (window.offset() == 0
                && window.has(3)
                && window.uint24(0) == 0xEFBBBF) { // UTF-8 byte order mark
            window.skip(3);
        }
        while (window.has(1)) {
            int octet = window.octet(0);
            if (octet != ' ' && octet != '\t' && octet != '\r' && octet != '\n') {
                return true;
            }
            window.skip(1);
        }
        return false;
    }

    private Shape shapeHere() throws IOException {
        int first = window.octet(0);
        if (first != '{' && first != '[') {
            return Shape.LINES;
        }
        int length = balancedLength();
        if (length < 0) {
            return Shape.DOCUMENTS;
        }
        for (int index = 0; index < length; index++) {
            if (window.octet(index) == '\n') {
                return Shape.DOCUMENTS;
            }
        }
        return Shape.LINES;
    }

    /** Returns the line's length without its end, or 0 after a fault. */
    private int lineLength() throws IOException {
        int index = 0;
        while (index < LONGEST) {
            if (index >= window.available() && !window.has(index + 1)) {
                return index;
            }
            if (window.octet(index) == '\n') {
                return index > 0 && window.octet(index - 1) == '\r' ? index - 1 : index;
            }
            index++;
        }
        resynchronise(Kind.IMPOSSIBLE_LENGTH, "a line of more than 16 MiB");
        return 0;
    }

    /** Returns the value's length, or 0 after a fault. */
    private int valueLength() throws IOException {
        int first = window.octet(0);
        if (first != '{' && first != '[') {
            resynchronise(Kind.BAD_HEADER, "text where a JSON value should begin");
            return 0;
        }
        if (searched > SEARCH_EFFORT * (window.offset() + LONGEST)) {
            resynchronise(Kind.IMPOSSIBLE_LENGTH, "another bracket that nothing seems to close");
            return 0;
        }
        int length = balancedLength();
        if (length < 0) {
            int available = window.available();
            searched += Math.min(available, LONGEST);
            if (available >= LONGEST) {
                resynchronise(Kind.IMPOSSIBLE_LENGTH, "a JSON value of more than 16 MiB");
            } else {
                fault(
                        Kind.TRUNCATED_FILE,
                        window.offset(),
                        available,
                        "the file ends within a JSON value",
                        window.peek(FrameFault.KEPT));
                window.skip(available);
            }
            return 0;
        }
        return length;
    }

    /** Returns the length up to the bracket that closes the first one, or -1 where none does. */
    private int balancedLength() throws IOException {
        int depth = 0;
        boolean text = false;
        for (int index = 0; index < LONGEST; index++) {
            if (index >= window.available() && !window.has(index + STEP)) {
                if (index >= window.available()) {
                    return -1;
                }
            }
            int octet = window.octet(index);
            if (text) {
                if (octet == '\\') {
                    index++;
                } else if (octet == '"') {
                    text = false;
                }
            } else if (octet == '"') {
                text = true;
            } else if (octet == '{' || octet == '[') {
                depth++;
            } else if (octet == '}' || octet == ']') {
                depth--;
                if (depth == 0) {
                    return index + 1;
                }
            }
        }
        return -1;
    }
}
