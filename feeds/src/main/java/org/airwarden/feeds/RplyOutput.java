package org.airwarden.feeds;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.airwarden.model.Time;

/**
 * Replay files, see {@link RplyReader}: the pauses add up to the time passed, to the millisecond
 * below; none is negative.
 */
final class RplyOutput extends FrameOutput {
    private static final int LONGEST = 65_535;
    private static final long LONGEST_PAUSE = 86_400_000;

    private final ByteBuffer header = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    private boolean begun;
    private long milliseconds;

    RplyOutput(OutputStream out) {
        super(out);
    }

    @Override
    int put(byte[] bytes, int offset, int length, long time, Frame origin) throws IOException {
        requireAtMost(LONGEST, length, "a replay record");
        long now = Math.floorDiv(time, Time.MILLISECOND);
        long pause = begun ? Math.clamp(now - milliseconds, 0, LONGEST_PAUSE) : 0;
        milliseconds = begun ? Math.max(milliseconds, now) : now;
        begun = true;
        out.write(header.clear().putInt(length).putInt((int) pause).array());
        out.write(bytes, offset, length);
        return 1;
    }
}
