package org.airwarden.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HexFormat;
import org.airwarden.modes.IqDemodulator;
import org.jspecify.annotations.Nullable;

/**
 * Sets a receiver behind rtl_tcp and demodulates its samples as they come, so that only messages
 * travel on and are recorded, as Beast: 4.8 MB of samples a second become some kilobytes. A packet
 * holds the messages of a twentieth of a second. Over a lost connection the counter goes on by the
 * host's clock.
 */
final class RtlTcpTalk implements StreamTalk {
    private static final int PACKETS_A_SECOND = 20;

    private final RtlTuning tuning;
    private final BeastBuffer found = new BeastBuffer();
    private final IqDemodulator demodulator;
    private final long samplesAPacket;
    private long packed;
    private long latest = -1;

    RtlTcpTalk(RtlTuning tuning) {
        this.tuning = tuning;
        demodulator = new IqDemodulator(tuning.format(), found);
        samplesAPacket = tuning.format().samplesPerSecond() / PACKETS_A_SECOND;
    }

    @Override
    public @Nullable String begin(InputStream in, OutputStream out, long now) throws IOException {
        byte[] header = in.readNBytes(RtlTcpProtocol.HEADER);
        if (!RtlTcpProtocol.isHeader(header)) {
            return "is no rtl_tcp server: it begins with "
                    + (header.length == 0 ? "nothing" : HexFormat.of().formatHex(header));
        }
        out.write(RtlTcpProtocol.commands(tuning));
        out.flush();
        if (latest >= 0) {
            demodulator.pause(Math.max(0, now - latest));
        }
        latest = now;
        return null;
    }

    @Override
    public byte[] take(byte[] stretch, int length, long now) {
        latest = now;
        demodulator.read(stretch, 0, length);
        if (demodulator.samples() - packed < samplesAPacket) {
            return new byte[0];
        }
        packed = demodulator.samples();
        return found.take();
    }

    @Override
    public byte[] end() {
        demodulator.finish();
        return found.take();
    }
}
