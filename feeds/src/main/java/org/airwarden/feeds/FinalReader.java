package org.airwarden.feeds;

import java.io.IOException;
import java.util.function.Consumer;
import org.airwarden.feeds.Frame.TimeKind;
import org.airwarden.feeds.FrameFault.Kind;

/**
 * Reads FINAL frames: two octets of length over the whole frame, one of error flags, one of the
 * line, one of the recording's day, three of the recorder's time of day in units of 10 ms, the
 * payload, and four octets A5.
 *
 * <p>The unit follows from recordings: in one the field grows by 100 a second beside I065/030, in
 * another it is 1.2 s ahead of I048/140. The recorder's clock need not be right: in the first it
 * stands three hours off and gains half a second in a thousand.
 */
final class FinalReader extends FrameReader {
    private static final int HEADER = 8;
    private static final int MARK = 4;
    private static final int TIME = 5;
    private static final int SHORTEST = HEADER + MARK + 1;
    private static final int UNITS_A_DAY = 8_640_000;
    private static final long UNIT = 10_000_000;

    FinalReader(ByteWindow window, Consumer<FrameFault> sink) {
        super(RecordingFormat.of(Framing.FINAL), window, sink);
    }

    @Override
    boolean read(Frame frame) throws IOException {
        while (window.has(1)) {
            int length = window.has(2) ? window.uint16(0) : 0;
            if (window.available() >= 2 && length < SHORTEST) {
                resynchronise(Kind.IMPOSSIBLE_LENGTH, "a FINAL frame with length " + length);
            } else if (!window.has(Math.max(length, 2))) {
                resynchronise(
                        Kind.TRUNCATED_FILE,
                        "a FINAL frame with length "
                                + length
                                + " where "
                                + window.available()
                                + " octets remain");
            } else if (!endsWithMark(length)) {
                resynchronise(
                        Kind.MISSING_END_MARK,
                        "a FINAL frame with length " + length + " does not end in A5 A5 A5 A5");
            } else {
                deliver(frame, length);
                return true;
            }
        }
        return false;
    }

    @Override
    boolean beginsHere() throws IOException {
        if (!window.has(SHORTEST)) {
            return false;
        }
        int length = window.uint16(0);
        if (length < HEADER + AsterixBlocks.SHORTEST + MARK
                || !AsterixBlocks.isKnown(window.octet(HEADER))
                || window.uint16(HEADER + 1) > length - HEADER - MARK) {
            return false;
        }
        return window.has(length) && endsWithMark(length);
    }

    private boolean endsWithMark(int length) {
        return window.uint32(length - MARK) == 0xA5A5A5A5L;
    }

    private void deliver(Frame frame, int length) throws IOException {
        frame.fill(
                window.bytes(),
                window.start() + HEADER,
                length - HEADER - MARK,
                window.offset(),
                HEADER);
        int units = window.uint24(TIME);
        if (units < UNITS_A_DAY) {
            frame.stamp(TimeKind.TIME_OF_DAY, units * UNIT);
        } else {
            fault(
                    Kind.IMPOSSIBLE_TIME,
                    window.offset(),
                    0,
                    "a time of day of " + units + "/100 s",
                    window.peek(Math.min(length, FrameFault.KEPT)));
        }
        window.skip(length);
    }
}
