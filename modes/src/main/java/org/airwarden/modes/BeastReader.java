package org.airwarden.modes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Beast binary stream, whole or in chunks cut anywhere. A frame is 0x1A, a type character
 * ('1' Mode A/C, '2' short, '3' long, '4' receiver status), six bytes of time stamp, one of signal
 * level, then the payload; 0x1A inside a frame is doubled (Mode-S Beast data output formats, 1.2).
 * readsb puts 0x1A 0xE3 and eight bytes before a frame, naming the receiver that heard it; the name
 * holds until another comes ({@link Frame#receiver()}).
 *
 * <p>After garbage or a cut frame it goes on at the next 0x1A that is followed by a known type.
 * Each byte is looked at once; state is one partial frame; nothing is allocated but for a fault.
 *
 * <p>Not safe between threads.
 */
public final class BeastReader {

    /** The byte that begins a frame, and is doubled inside of one. */
    static final int ESCAPE = 0x1A;

    static final int HEADER = 7;

    /** The type of what names a receiver, and the bytes that follow it. */
    static final int RECEIVER = 0xE3;

    static final int RECEIVER_LENGTH = 8;

    private static final int MAGIC = 0x42656173;
    private static final int VERSION = 2;

    private static final int BETWEEN = 0;
    private static final int AT_TYPE = 1;
    private static final int IN_BODY = 2;
    private static final int IN_BODY_ESCAPED = 3;

    private final FrameHandler handler;
    private final Frame frame = new Frame();
    private final byte[] body = new byte[HEADER + FrameKind.LONG.length()];
    private final FaultLog garbage = new FaultLog();

    private int state = BETWEEN;
    private FrameKind kind = FrameKind.SHORT;
    private boolean naming;
    private long receiver;
    private int filled;
    private int wanted;
    private boolean unknownType;
    private long position;
    private long frameStart;
    private long frames;

    /** A reader at the start of a stream, which hands what it finds to {@code handler}. */
    public BeastReader(FrameHandler handler) {
        this.handler = handler;
    }

    /** Takes the next bytes of the stream and hands over every frame they complete. */
    public void read(byte[] bytes) {
        read(bytes, 0, bytes.length);
    }

    /** Takes the next bytes of the stream and hands over every frame they complete. */
    public void read(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            int value = bytes[i] & 0xFF;
            switch (state) {
                case BETWEEN -> between(value);
                case AT_TYPE -> atType(value);
                case IN_BODY -> {
                    if (value == ESCAPE) {
                        state = IN_BODY_ESCAPED;
                    } else {
                        append(value);
                    }
                }
                default -> {
                    if (value == ESCAPE) {
                        state = IN_BODY;
                        append(value);
                    } else {
                        cutShort(false, "frame ended by the start of another");
                        frameStart = position - 1;
                        state = AT_TYPE;
                        atType(value);
                    }
                }
            }
            position++;
        }
    }

    /**
     * Says that the stream has ended: what is left half-read becomes a fault, and the reader is at
     * the start of a new stream, whose offsets go on counting.
     */
    public void finish() {
        if (state == IN_BODY || state == IN_BODY_ESCAPED) {
            cutShort(state == IN_BODY_ESCAPED, "stream ended inside a frame");
        } else {
            if (state == AT_TYPE) {
                garbage.add(ESCAPE, position - 1);
            }
            reportGarbage();
        }
        state = BETWEEN;
    }

    /** Frames handed over so far. */
    public long frames() {
        return frames;
    }

    /** Faults handed over so far. */
    public long faults() {
        return garbage.faults();
    }

    /** Bytes of the stream that belonged to no frame so far. */
    public long faultyBytes() {
        return garbage.bytes();
    }

    private void between(int value) {
        if (value == ESCAPE) {
            frameStart = position;
            state = AT_TYPE;
        } else {
            garbage.add(value, position);
        }
    }

    private void atType(int value) {
        FrameKind found = kindOf(value);
        if (found != null || value == RECEIVER) {
            reportGarbage();
            naming = found == null;
            kind = found == null ? kind : found;
            filled = 0;
            wanted = wanted();
            state = IN_BODY;
            return;
        }
        // A doubled escape outside a frame is data of a frame whose start was lost.
        unknownType |= garbage.isEmpty() && value != ESCAPE;
        garbage.add(ESCAPE, frameStart);
        garbage.add(value, position);
        state = BETWEEN;
    }

    private int wanted() {
        return naming ? RECEIVER_LENGTH : HEADER + kind.length();
    }

    private static @Nullable FrameKind kindOf(int type) {
        return switch (type) {
            case '1' -> FrameKind.MODE_AC;
            case '2' -> FrameKind.SHORT;
            case '3' -> FrameKind.LONG;
            case '4' -> FrameKind.STATUS;
            default -> null;
        };
    }

    private void append(int value) {
        body[filled++] = (byte) value;
        if (filled < wanted) {
            return;
        }
        state = BETWEEN;
        if (naming) {
            receiver = number(RECEIVER_LENGTH);
            return;
        }
        frames++;
        frame.set(kind, number(6), body[6] & 0xFF, body, HEADER, frameStart);
        handler.onFrame(frame.from(receiver));
    }

    private long number(int bytes) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | (body[i] & 0xFF);
        }
        return number;
    }

    private void cutShort(boolean escapeToo, String reason) {
        garbage.add(ESCAPE, frameStart);
        garbage.add(naming ? RECEIVER : kind.beastType(), frameStart + 1);
        for (int i = 0; i < filled; i++) {
            if (body[i] == ESCAPE) {
                garbage.add(ESCAPE, frameStart);
            }
            garbage.add(body[i], frameStart);
        }
        if (escapeToo) {
            garbage.add(ESCAPE, frameStart);
        }
        handler.onFault(garbage.take(FaultKind.TRUNCATED, reason));
    }

    private void reportGarbage() {
        if (!garbage.isEmpty()) {
            handler.onFault(
                    unknownType
                            ? garbage.take(FaultKind.UNKNOWN_TYPE, "frame type not known")
                            : garbage.take(FaultKind.GARBAGE, "bytes outside a frame"));
        }
        unknownType = false;
    }

    /** The state, half-read frame included, as versioned bytes. */
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
        out.writeByte(state);
        out.writeByte(kind.beastType());
        out.writeBoolean(naming);
        out.writeLong(receiver);
        out.writeByte(filled);
        out.write(body, 0, filled);
        out.writeBoolean(unknownType);
        out.writeLong(position);
        out.writeLong(frameStart);
        out.writeLong(frames);
        garbage.write(out);
    }

    private void read(DataInput in) throws IOException {
        int readState = in.readUnsignedByte();
        FrameKind readKind = kindOf(in.readUnsignedByte());
        boolean readNaming = in.readBoolean();
        long readReceiver = in.readLong();
        int readFilled = in.readUnsignedByte();
        if (readState > IN_BODY_ESCAPED
                || readKind == null
                || readFilled > HEADER + readKind.length()
                || (readState >= IN_BODY
                        && readFilled
                                >= (readNaming ? RECEIVER_LENGTH : HEADER + readKind.length()))) {
            throw new IOException("fields out of range");
        }
        state = readState;
        kind = readKind;
        naming = readNaming;
        receiver = readReceiver;
        wanted = wanted();
        filled = readFilled;
        in.readFully(body, 0, filled);
        unknownType = in.readBoolean();
        position = in.readLong();
        frameStart = in.readLong();
        frames = in.readLong();
        garbage.read(in);
    }
}
