package org.airwarden.modes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Reads AVR text lines, whole or in chunks cut anywhere: {@code *hex;} without time, {@code @} or
 * {@code %} with 12 hexadecimal digits of time stamp before the message, {@code <} with time stamp
 * and two digits of signal level. 4, 14 or 28 digits of message; spaces and line ends between lines
 * mean nothing; a line ends at its semicolon.
 *
 * <p>Nothing is allocated but for a fault. Not safe between threads.
 */
public final class AvrReader {

    private static final int MAGIC = 0x41765265;
    private static final int VERSION = 2;
    private static final int LONGEST = 1 + 12 + 2 + 28;

    private final FrameHandler handler;
    private final Frame frame = new Frame();
    private final byte[] payload = new byte[FrameKind.LONG.length()];
    private final HalfLine line = new HalfLine(LONGEST);
    private long frames;

    /** A reader at the start of a stream, which hands what it finds to {@code handler}. */
    public AvrReader(FrameHandler handler) {
        this.handler = handler;
    }

    /** Takes the next bytes of the stream and hands over every frame they complete. */
    public void read(byte[] bytes) {
        read(bytes, 0, bytes.length);
    }

    /** Takes the next bytes of the stream and hands over every frame they complete. */
    public void read(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            take(bytes[i]);
        }
    }

    /** Says that the stream has ended; a line without its semicolon becomes a fault. */
    public void finish() {
        endWithoutSemicolon();
    }

    /** Frames handed over so far. */
    public long frames() {
        return frames;
    }

    /** Faults handed over so far. */
    public long faults() {
        return line.faults();
    }

    private void take(byte value) {
        if (value == ';' || value == '\n' || (value == '\r' && !line.isOverlong())) {
            if (value == ';' && !line.isOverlong()) {
                endLine();
            } else {
                endWithoutSemicolon();
            }
            line.skip();
        } else if (line.isEmpty() && (value & 0xFF) <= ' ') {
            line.skip();
        } else {
            line.add(value);
        }
    }

    private void endWithoutSemicolon() {
        if (line.isOverlong()) {
            fail(FaultKind.TOO_LONG, "line longer than any message");
        } else if (!line.isEmpty()) {
            fail(FaultKind.TRUNCATED, "line without its semicolon");
        }
    }

    private void endLine() {
        if (line.isEmpty()) {
            return;
        }
        int prefix =
                switch (line.at(0)) {
                    case '*' -> 1;
                    case '@', '%' -> 13;
                    case '<' -> 15;
                    default -> 0;
                };
        if (prefix == 0) {
            fail(FaultKind.UNKNOWN_TYPE, "line begins with none of * @ % <");
            return;
        }
        FrameKind kind =
                switch (line.length() - prefix) {
                    case 4 -> FrameKind.MODE_AC;
                    case 14 -> FrameKind.SHORT;
                    case 28 -> FrameKind.LONG;
                    default -> FrameKind.STATUS;
                };
        if (kind == FrameKind.STATUS) {
            fail(FaultKind.BAD_HEXADECIMAL, "message of neither 4, 14 nor 28 digits");
            return;
        }
        int wrong = 0;
        for (int i = 1; i < line.length(); i++) {
            wrong |= digit(line.at(i));
        }
        if (wrong < 0) {
            fail(FaultKind.BAD_HEXADECIMAL, "not hexadecimal");
            return;
        }
        long counter = prefix == 1 ? Frame.ABSENT : 0;
        for (int i = 1; i < Math.min(prefix, 13); i++) {
            counter = counter << 4 | digit(line.at(i));
        }
        int signal = prefix == 15 ? digit(line.at(13)) << 4 | digit(line.at(14)) : Frame.ABSENT;
        for (int i = 0; i < kind.length(); i++) {
            int at = prefix + 2 * i;
            payload[i] = (byte) (digit(line.at(at)) << 4 | digit(line.at(at + 1)));
        }
        line.clear();
        frames++;
        handler.onFrame(frame.set(kind, counter, signal, payload, 0, line.start()));
    }

    private void fail(FaultKind kind, String reason) {
        handler.onFault(line.fail(kind, reason));
    }

    /** The state, half-read line included, as versioned bytes. */
    public byte[] snapshot() {
        return Snapshots.write(MAGIC, VERSION, this::write);
    }

    /**
     * Takes up a state that {@link #snapshot()} wrote.
     *
     * @throws IllegalArgumentException if the bytes are none, or of another version
     */
    public void restore(byte[] snapshot) {
        Snapshots.read(MAGIC, VERSION, snapshot, this::read);
    }

    private void write(DataOutput out) throws IOException {
        line.write(out);
        out.writeLong(frames);
    }

    private void read(DataInput in) throws IOException {
        line.read(in);
        frames = in.readLong();
    }

    private static int digit(byte character) {
        return Character.digit((char) (character & 0xFF), 16);
    }
}
