package org.airwarden.feeds;

import java.io.IOException;
import java.io.OutputStream;
import org.airwarden.model.Time;

/** FINAL frames, see {@link FinalReader}; times to the hundredth of a second below. */
final class FinalOutput extends FrameOutput {
    private static final int HEADER = 8;
    private static final int MARK = 4;
    private static final long UNIT = 10 * Time.MILLISECOND;

    private final byte[] header = new byte[HEADER];

    FinalOutput(OutputStream out) {
        super(out);
    }

    @Override
    int put(byte[] bytes, int offset, int length, long time, Frame origin) throws IOException {
        requireAtMost(0xFFFF - HEADER - MARK, length, "a FINAL frame");
        int whole = HEADER + length + MARK;
        long units = Math.floorMod(time, Time.DAY) / UNIT;
        header[0] = (byte) (whole >> 8);
        header[1] = (byte) whole;
        header[5] = (byte) (units >> 16);
        header[6] = (byte) (units >> 8);
        header[7] = (byte) units;
        out.write(header);
        out.write(bytes, offset, length);
        for (int i = 0; i < MARK; i++) {
            out.write(0xA5);
        }
        return 1;
    }
}
