package org.airwarden.feeds;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.airwarden.model.Time;

/**
 * The GPS recorder's file, see {@link BlockReader}: each block has a trailer of its own, with the
 * time of day to 1/128 s below. The header is filled as in recordings. What blocks do not fill has
 * no place in it.
 */
final class GpsOutput extends FrameOutput {
    private static final int HEADER = 2200;
    private static final int FILLING = 0xCD;
    private static final int TRAILER = 10;
    private static final int TIME = 6;

    private final byte[] trailer = new byte[TRAILER];

    GpsOutput(OutputStream out) throws IOException {
        super(out);
        byte[] header = new byte[HEADER];
        Arrays.fill(header, (byte) FILLING);
        out.write(header);
    }

    @Override
    int put(byte[] bytes, int offset, int length, long time, Frame origin) throws IOException {
        long ticks = Math.floorMod(time, Time.DAY) / Mapping.TICK;
        trailer[TIME] = (byte) (ticks >> 16);
        trailer[TIME + 1] = (byte) (ticks >> 8);
        trailer[TIME + 2] = (byte) ticks;
        int blocks = 0;
        int at = offset;
        int end = offset + length;
        while (at < end) {
            int block = end - at < 3 ? 0 : AsterixBlocks.length(bytes, at);
            if (block < AsterixBlocks.SHORTEST || block > end - at) {
                leave();
                break;
            }
            out.write(bytes, at, block);
            out.write(trailer);
            at += block;
            blocks++;
        }
        return blocks;
    }
}
