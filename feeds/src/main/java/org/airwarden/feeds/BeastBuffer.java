package org.airwarden.feeds;

import java.util.Arrays;
import org.airwarden.modes.BeastWriter;
import org.airwarden.modes.Fault;
import org.airwarden.modes.Frame;
import org.airwarden.modes.FrameHandler;

/** Gathers the frames that a demodulator finds as a Beast stream. One thread. */
final class BeastBuffer implements FrameHandler {
    private byte[] bytes = new byte[1 << 12];
    private int length;

    @Override
    public void onFrame(Frame frame) {
        if (bytes.length - length < BeastWriter.MAXIMUM_LENGTH) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        length +=
                BeastWriter.write(
                        frame.kind(),
                        frame.counter(),
                        frame.signal(),
                        frame.buffer(),
                        frame.offset(),
                        bytes,
                        length);
    }

    /** Half a sample at the end of a stream is nothing to speak of. */
    @Override
    public void onFault(Fault fault) {}

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, length);
        length = 0;
        return taken;
    }

    void clear() {
        length = 0;
    }
}
