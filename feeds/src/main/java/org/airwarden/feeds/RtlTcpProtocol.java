package org.airwarden.feeds;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.airwarden.modes.IqFormat;

/**
 * What a client and an rtl_tcp server say to each other before samples flow, as the program of that
 * name in librtlsdr does: the server a header of twelve octets, the client commands of five, a
 * number and a value, big-endian. Stateless; any thread.
 */
final class RtlTcpProtocol {
    /** Octets of the server's header: "RTL0", the tuner's kind, how many gains it has. */
    static final int HEADER = 12;

    private static final int FREQUENCY = 0x01;
    private static final int RATE = 0x02;
    private static final int GAIN_MODE = 0x03;
    private static final int GAIN = 0x04;
    private static final int CORRECTION = 0x05;
    private static final int DIGITAL_GAIN_CONTROL = 0x08;

    private RtlTcpProtocol() {}

    /** Tells whether a server's first octets are those of rtl_tcp. */
    static boolean isHeader(byte[] header) {
        return header.length == HEADER
                && new String(header, 0, 4, StandardCharsets.US_ASCII).equals("RTL0");
    }

    /** Returns the commands that set a receiver, in the order in which they are to be sent. */
    static byte[] commands(RtlTuning tuning) {
        IqFormat format = tuning.format();
        boolean automatic = tuning.gain() == RtlTuning.AUTOMATIC;
        ByteBuffer commands = ByteBuffer.allocate(6 * 5);
        command(commands, RATE, format.samplesPerSecond());
        command(commands, FREQUENCY, (int) tuning.frequency());
        if (tuning.correction() != 0) {
            command(commands, CORRECTION, tuning.correction());
        }
        command(commands, DIGITAL_GAIN_CONTROL, 0);
        command(commands, GAIN_MODE, automatic ? 0 : 1);
        if (!automatic) {
            command(commands, GAIN, tuning.gain());
        }
        byte[] bytes = new byte[commands.position()];
        commands.get(0, bytes);
        return bytes;
    }

    private static void command(ByteBuffer commands, int number, int value) {
        commands.put((byte) number).putInt(value);
    }
}
