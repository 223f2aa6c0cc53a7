package org.airwarden.feeds;

import java.io.IOException;
import java.util.function.Consumer;
import org.airwarden.modes.IqDemodulator;
import org.airwarden.modes.IqFormat;

/**
 * Demodulates a recording of radio samples. A frame is what some 16 KiB of samples completed, as a
 * Beast stream whose counter begins with the file; stretches that complete nothing are passed over.
 */
final class IqReader extends FrameReader {
    private static final int STRETCH = 1 << 14;

    private final BeastBuffer found = new BeastBuffer();
    private final IqDemodulator demodulator;
    private final int bytesPerSample;
    private boolean ended;

    IqReader(RecordingFormat format, ByteWindow window, Consumer<FrameFault> sink) {
        super(format, window, sink);
        IqFormat iq = format.framing().iq();
        if (iq == null) {
            throw new IllegalArgumentException(format.word() + " holds no samples");
        }
        demodulator = new IqDemodulator(iq, found);
        bytesPerSample = iq.bytesPerSample();
    }

    @Override
    boolean read(Frame frame) throws IOException {
        found.clear();
        long offset = window.offset();
        while (found.length() == 0 && !ended) {
            offset = window.offset();
            int length = window.has(STRETCH) ? STRETCH : window.available();
            if (length > 0) {
                demodulator.read(window.bytes(), window.start(), length);
                window.skip(length);
            } else {
                ended = true;
                demodulator.finish();
                int rest = (int) (offset % bytesPerSample);
                if (rest > 0) {
                    fault(
                            FrameFault.Kind.TRUNCATED_FILE,
                            offset - rest,
                            rest,
                            "the file ends inside a sample",
                            new byte[0]);
                }
            }
        }
        frame.fill(found.bytes(), 0, found.length(), offset);
        return found.length() > 0;
    }
}
