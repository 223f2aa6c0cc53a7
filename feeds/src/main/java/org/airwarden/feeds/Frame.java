package org.airwarden.feeds;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * One frame of a recording, filled anew by each {@link FrameReader#next}: a flyweight over the
 * reader's buffer. What it shows is valid until the next call; {@link #copyOfPayload} keeps it. One
 * thread.
 */
public final class Frame {
    private static final byte[] NOTHING = {};

    private byte[] bytes = NOTHING;
    private int offset;
    private int length;
    private long fileOffset;
    private long payloadOffset;
    private TimeKind timeKind = TimeKind.NONE;
    private long time = Time.UNKNOWN;
    private boolean truncated;
    private final byte[] source = new byte[16];
    private final byte[] destination = new byte[16];
    private int addressLength;
    private int sourcePort = -1;
    private int destinationPort = -1;

    /** Makes an empty frame to be filled. */
    public Frame() {}

    /** What a frame's time counts from. */
    public enum TimeKind {
        /** The framing gives no time. */
        NONE,
        /** Nanoseconds since the recording's first frame. */
        ELAPSED,
        /** Nanoseconds since midnight of an unknown day, by the recorder's clock. */
        TIME_OF_DAY,
        /** Nanoseconds since 1970 UTC, by the recorder's clock. */
        UTC
    }

    /** Returns the array that holds the payload, at {@link #offset} and {@link #length}. */
    public byte[] bytes() {
        return bytes;
    }

    /** Returns where in {@link #bytes} the payload begins. */
    public int offset() {
        return offset;
    }

    /** Returns the payload's length in octets. */
    public int length() {
        return length;
    }

    /** Returns the payload as an array of its own. */
    public byte[] copyOfPayload() {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }

    /** Returns where the frame begins in the file (after decompression), in octets. */
    public long fileOffset() {
        return fileOffset;
    }

    /**
     * Returns where the payload begins in the file (after decompression), in octets, or -1 where it
     * was put together from several places.
     */
    public long payloadOffset() {
        return payloadOffset;
    }

    /** Returns what {@link #time} counts from. */
    public TimeKind timeKind() {
        return timeKind;
    }

    /** Returns the recorder's time (ns), as {@link #timeKind} says, or {@link Time#UNKNOWN}. */
    public long time() {
        return time;
    }

    /** Tells whether a capture kept only the beginning of the datagram. */
    public boolean truncated() {
        return truncated;
    }

    /** Returns the sender's address, or null where the framing has none. */
    public @Nullable InetAddress sourceAddress() {
        return address(source);
    }

    /** Returns the address it was sent to, or null where the framing has none. */
    public @Nullable InetAddress destinationAddress() {
        return address(destination);
    }

    /** Returns the sender's port, or -1. */
    public int sourcePort() {
        return sourcePort;
    }

    /** Returns the port it was sent to, or -1. */
    public int destinationPort() {
        return destinationPort;
    }

    private @Nullable InetAddress address(byte[] octets) {
        if (addressLength == 0) {
            return null;
        }
        try {
            return InetAddress.getByAddress(Arrays.copyOf(octets, addressLength));
        } catch (UnknownHostException impossible) {
            throw new AssertionError("4 or 16 octets are always an address", impossible);
        }
    }

    /** Fills payload and place, and forgets time and addresses. */
    void fill(byte[] bytes, int offset, int length, long fileOffset) {
        fill(bytes, offset, length, fileOffset, 0);
    }

    /** As above, of a frame whose payload begins {@code lead} octets behind its own beginning. */
    void fill(byte[] bytes, int offset, int length, long fileOffset, int lead) {
        this.payloadOffset = fileOffset + lead;
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
        this.fileOffset = fileOffset;
        timeKind = TimeKind.NONE;
        time = Time.UNKNOWN;
        truncated = false;
        addressLength = 0;
        sourcePort = -1;
        destinationPort = -1;
    }

    /** Becomes what another frame is. */
    void copy(Frame other) {
        fill(other.bytes, other.offset, other.length, other.fileOffset);
        payloadOffset = other.payloadOffset;
        timeKind = other.timeKind;
        time = other.time;
        truncated = other.truncated;
        addressLength = other.addressLength;
        System.arraycopy(other.source, 0, source, 0, 16);
        System.arraycopy(other.destination, 0, destination, 0, 16);
        sourcePort = other.sourcePort;
        destinationPort = other.destinationPort;
    }

    /** Narrows the payload to a part of it; all else stays. */
    void narrow(int newOffset, int newLength) {
        payloadOffset = payloadOffset < 0 ? -1 : payloadOffset + newOffset - offset;
        offset = newOffset;
        length = newLength;
    }

    void stamp(TimeKind kind, long nanoseconds) {
        timeKind = kind;
        time = nanoseconds;
    }

    void markTruncated() {
        truncated = true;
    }

    void addresses(byte[] from, int sourceAt, int destinationAt, int octets) {
        System.arraycopy(from, sourceAt, source, 0, octets);
        System.arraycopy(from, destinationAt, destination, 0, octets);
        addressLength = octets;
    }

    void ports(int from, int to) {
        sourcePort = from;
        destinationPort = to;
    }

    /** Hands the payload to another array: it lies nowhere whole in the file. */
    void place(byte[] newBytes, int newOffset, int newLength) {
        payloadOffset = -1;
        bytes = newBytes;
        offset = newOffset;
        length = newLength;
    }
}
