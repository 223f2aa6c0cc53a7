package org.airwarden.feeds;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A place in a recording that does not fit its framing. The reader goes on behind it.
 *
 * @param kind what it is, for counting
 * @param fileOffset where it begins in the file (after decompression), in octets
 * @param length how many octets of the file it spans, 0 where it spans none
 * @param words what was found, for people
 * @param bytes the first octets of it, at most {@value #KEPT}
 */
@SuppressWarnings("ArrayRecordComponent") // compared and printed by content, below
public record FrameFault(Kind kind, long fileOffset, long length, String words, byte[] bytes) {
    /** How many octets of a fault are kept. */
    static final int KEPT = 256;

    /** What is wrong, for counting. */
    public enum Kind {
        /** A length that cannot be; the reader searched for the next frame. */
        IMPOSSIBLE_LENGTH("impossible-length"),
        /** A frame's end mark is not where its length says. */
        MISSING_END_MARK("missing-end-mark"),
        /** The file ends within a frame. */
        TRUNCATED_FILE("truncated-file"),
        /** A header that cannot be read, or a part of the file that belongs to no frame. */
        BAD_HEADER("bad-header"),
        /** The recorder's time cannot be. */
        IMPOSSIBLE_TIME("impossible-time"),
        /** The capture kept only the beginning of a packet. */
        TRUNCATED_PACKET("truncated-packet"),
        /** A packet whose lengths contradict each other. */
        BAD_PACKET("bad-packet"),
        /** Fragments that never became a whole datagram. */
        LOST_FRAGMENTS("lost-fragments"),
        /** A datagram that does not hold the encapsulation it should. */
        BAD_ENCAPSULATION("bad-encapsulation"),
        /** Compressed data that cannot be read on. */
        BAD_COMPRESSION("bad-compression");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Returns the word for it in summaries. */
        public String word() {
            return word;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FrameFault that
                && kind == that.kind
                && fileOffset == that.fileOffset
                && length == that.length
                && words.equals(that.words)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(fileOffset) + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return kind.word()
                + " at octet "
                + fileOffset
                + ", "
                + length
                + " octets: "
                + words
                + " ["
                + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 32))
                + "]";
    }
}
