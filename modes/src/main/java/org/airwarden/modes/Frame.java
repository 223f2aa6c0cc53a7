package org.airwarden.modes;

import java.util.Arrays;

/**
 * One received frame: a window over the reader's buffer. The reader uses one {@code Frame} over and
 * over; it is valid during the call that hands it out and must be copied to be kept.
 *
 * <p>Not safe between threads.
 */
public final class Frame {

    /** No time stamp, no signal. */
    public static final int ABSENT = -1;

    private FrameKind kind = FrameKind.SHORT;
    private long counter = ABSENT;
    private int signal = ABSENT;
    private byte[] buffer = new byte[0];
    private int offset;
    private long position;
    private long receiver;

    Frame() {}

    Frame from(long newReceiver) {
        receiver = newReceiver;
        return this;
    }

    Frame set(
            FrameKind newKind,
            long newCounter,
            int newSignal,
            byte[] newBuffer,
            int newOffset,
            long newPosition) {
        kind = newKind;
        counter = newCounter;
        signal = newSignal;
        buffer = newBuffer;
        offset = newOffset;
        position = newPosition;
        return this;
    }

    /** What the frame carries. */
    public FrameKind kind() {
        return kind;
    }

    /**
     * The receiver's 48-bit time stamp as it stood on the wire, see {@link BeastClock}; {@link
     * #ABSENT} when there was none.
     */
    public long counter() {
        return counter;
    }

    /**
     * Signal level 0..255, proportional to the amplitude (255 is full scale); {@link #ABSENT} when
     * there was none.
     */
    public int signal() {
        return signal;
    }

    /** The array that holds the payload; valid during the call only. */
    public byte[] buffer() {
        return buffer;
    }

    /** Where the payload begins in {@link #buffer()}. */
    public int offset() {
        return offset;
    }

    /** How many bytes the payload has. */
    public int length() {
        return kind.length();
    }

    /** Where the frame began, counted from the first byte of the stream. */
    public long position() {
        return position;
    }

    /** The 64-bit name of the receiver that heard it, as readsb tells it; 0 when not told. */
    public long receiver() {
        return receiver;
    }

    /** A copy of the payload. */
    public byte[] bytes() {
        return Arrays.copyOfRange(buffer, offset, offset + kind.length());
    }
}
