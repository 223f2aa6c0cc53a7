package org.airwarden.feeds;

import java.io.IOException;
import java.io.OutputStream;

/** Blocks as they are, nothing between them; times are lost. */
final class RawOutput extends FrameOutput {
    RawOutput(OutputStream out) {
        super(out);
    }

    @Override
    int put(byte[] bytes, int offset, int length, long time, Frame origin) throws IOException {
        out.write(bytes, offset, length);
        return 1;
    }
}
