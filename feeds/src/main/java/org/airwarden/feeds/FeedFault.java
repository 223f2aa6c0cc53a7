package org.airwarden.feeds;

import java.util.Arrays;
import java.util.HexFormat;
import org.airwarden.model.Time;

/**
 * Something that a source sent and that could not be used: what, where, why, and the bytes.
 *
 * @param source the source's number
 * @param received when its packet was received (ns since 1970); 0 for a place in a file that does
 *     not fit its framing
 * @param kind what is wrong, in words joined by hyphens: the key by which faults are counted
 * @param offset where it stands: in the packet's bytes; for receiver streams and files, from their
 *     first byte
 * @param words what is wrong, for people
 * @param bytes the bytes that were set aside
 */
@SuppressWarnings("ArrayRecordComponent") // compared and printed by content, below
public record FeedFault(
        int source, long received, String kind, long offset, String words, byte[] bytes) {
    private static final int SHOWN_BYTES = 32;

    @Override
    public boolean equals(Object other) {
        return other instanceof FeedFault that
                && source == that.source
                && received == that.received
                && offset == that.offset
                && kind.equals(that.kind)
                && words.equals(that.words)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(received + offset) * 31 + kind.hashCode();
    }

    @Override
    public String toString() {
        int shown = Math.min(SHOWN_BYTES, bytes.length);
        return kind
                + " from source "
                + source
                + " at "
                + Time.toText(received)
                + ", offset "
                + offset
                + ": "
                + words
                + "; "
                + HexFormat.of().formatHex(bytes, 0, shown)
                + (shown < bytes.length ? "..." : "");
    }
}
