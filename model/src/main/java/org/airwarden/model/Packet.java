package org.airwarden.model;

import java.util.Arrays;

/**
 * Bytes as they came from a source, with when and from where: what the journal keeps and what feeds
 * decode. The array is not copied and is not to be changed.
 *
 * @param received when the host took it in, or when a recording says so (ns since 1970)
 * @param source the number of the source that it came from
 * @param origin where the data comes from
 * @param bytes the bytes: a datagram's payload, a recorded block, or a stretch of a stream
 */
@SuppressWarnings("ArrayRecordComponent") // compared and printed by content, below
public record Packet(long received, int source, Origin origin, byte[] bytes) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Packet that
                && received == that.received
                && source == that.source
                && origin == that.origin
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(received) * 31 + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Packet["
                + Time.toText(received)
                + " source "
                + source
                + " "
                + origin
                + " "
                + bytes.length
                + " bytes]";
    }
}
