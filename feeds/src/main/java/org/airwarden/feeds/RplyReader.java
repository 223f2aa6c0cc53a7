package org.airwarden.feeds;

import java.io.IOException;
import java.util.function.Consumer;
import org.airwarden.feeds.Frame.TimeKind;
import org.airwarden.feeds.FrameFault.Kind;
import org.airwarden.model.Time;

/**
 * Reads replay files: each record is the payload's length and the milliseconds since the record
 * before it, both little-endian in four octets, then the payload. The time of a frame is the sum of
 * the pauses up to it.
 *
 * <p>The sum is for pacing alone. Beside I048/140 it runs fast by a tenth (in a recording of 50 s
 * by I048/140 the pauses add up to 55 s): they were measured with a timer of 15.6 ms and rounded
 * up.
 */
final class RplyReader extends FrameReader {
    private static final int HEADER = 8;
    private static final int LONGEST = 65_535;
    private static final long LONGEST_PAUSE = 86_400_000;

    private long elapsed;

    RplyReader(ByteWindow window, Consumer<FrameFault> sink) {
        super(RecordingFormat.of(Framing.RPLY), window, sink);
    }

    @Override
    boolean read(Frame frame) throws IOException {
        while (window.has(1)) {
            if (!window.has(HEADER)) {
                resynchronise(Kind.TRUNCATED_FILE, "the file ends within a record's header");
                continue;
            }
            long length = window.uint32Little(0);
            if (length < AsterixBlocks.SHORTEST || length > LONGEST) {
                resynchronise(Kind.IMPOSSIBLE_LENGTH, "a record with length " + length);
            } else if (!window.has(HEADER + (int) length)) {
                resynchronise(
                        Kind.TRUNCATED_FILE,
                        "a record with length "
                                + length
                                + " where "
                                + window.available()
                                + " octets remain");
            } else if (!isFilled(0, (int) length) && !canFollow(HEADER + (int) length)) {
                resynchronise(
                        Kind.IMPOSSIBLE_LENGTH,
                        "a record with length " + length + " that no block fills");
            } else {
                deliver(frame, (int) length);
                return true;
            }
        }
        return false;
    }

    @Override
    boolean beginsHere() throws IOException {
        return isRecord(0);
    }

    private boolean canFollow(int index) throws IOException {
        return !window.has(index + 1) || isRecord(index);
    }

    private boolean isRecord(int index) throws IOException {
        if (!window.has(index + HEADER + AsterixBlocks.SHORTEST)) {
            return false;
        }
        long length = window.uint32Little(index);
        return length >= AsterixBlocks.SHORTEST
                && length <= LONGEST
                && AsterixBlocks.isKnown(window.octet(index + HEADER))
                && window.uint16(index + HEADER + 1) <= length
                && window.has(index + HEADER + (int) length)
                && isFilled(index, (int) length);
    }

    private boolean isFilled(int index, int length) {
        int from = window.start() + index + HEADER;
        return AsterixBlocks.fillExactly(window.bytes(), from, from + length);
    }

    private void deliver(Frame frame, int length) throws IOException {
        long pause = window.uint32Little(4);
        if (pause <= LONGEST_PAUSE) {
            elapsed += pause * Time.MILLISECOND;
        } else {
            fault(
                    Kind.IMPOSSIBLE_TIME,
                    window.offset(),
                    0,
                    "a pause of " + pause + " ms",
                    window.peek(Math.min(HEADER + length, FrameFault.KEPT)));
        }
        frame.fill(window.bytes(), window.start() + HEADER, length, window.offset(), HEADER);
        frame.stamp(TimeKind.ELAPSED, elapsed);
        window.skip(HEADER + length);
    }
}
