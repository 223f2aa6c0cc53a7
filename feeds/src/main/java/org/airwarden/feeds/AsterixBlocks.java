package org.airwarden.feeds;

import java.io.IOException;

/**
 * What can be told of ASTERIX data blocks without decoding them: category, length, the first octet
 * of the first record's field specification (EUROCONTROL-SPEC-0149 part 1, sections 5.2 and 5.3).
 */
final class AsterixBlocks {
    /** The shortest block: category, length of two octets, one octet of field specification. */
    static final int SHORTEST = 4;

    /** How many blocks in a row convince. */
    private static final int CHAIN = 4;

    /** Blocks longer than this are not believed while searching. */
    private static final int BELIEVED = 8192;

    private static final boolean[] KNOWN = new boolean[256];

    static {
        int[] published = {
            1, 2, 3, 4, 7, 8, 9, 10, 11, 15, 16, 17, 18, 19, 20, 21, 23, 25, 30, 31, 32, 34, 48, 62,
            63, 65, 129, 204, 205, 238, 240, 247, 252, 253
        };
        for (int category : published) {
            KNOWN[category] = true;
        }
    }

    private AsterixBlocks() {}

    /** Tells whether a category is published, or in known national use. */
    static boolean isKnown(int category) {
        return KNOWN[category];
    }

    /**
     * Tells whether octets look like the beginning of a block: a known category, a length that can
     * be, and a record that begins with the data source identifier, which every category puts
     * first.
     */
    static boolean looksLikeBlock(byte[] bytes, int at, int end) {
        if (end - at < SHORTEST || !KNOWN[bytes[at] & 0xFF]) {
            return false;
        }
        int length = length(bytes, at);
        return length >= SHORTEST && length <= end - at && bytes[at + 3] < 0;
    }

    /** Tells whether blocks fill the octets exactly. */
    static boolean fillExactly(byte[] bytes, int from, int to) {
        int at = from;
        while (to - at >= SHORTEST && bytes[at] != 0) {
            int length = length(bytes, at);
            if (length < SHORTEST || length > to - at) {
                return false;
            }
            at += length;
        }
        return at == to && to > from;
    }

    /** Returns the length that a block's header says. */
    static int length(byte[] bytes, int at) {
        return ((bytes[at + 1] & 0xFF) << 8) | (bytes[at + 2] & 0xFF);
    }

    /**
     * Tells whether some blocks in a row, each followed by a trailer, begin at an index of the
     * window: as many as convince, or fewer that end exactly with the file.
     */
    static boolean chainBegins(ByteWindow window, int index, int trailer) throws IOException {
        int at = index;
        for (int count = 0; count < CHAIN; count++) {
            if (!window.has(at + SHORTEST)) {
                return count > 0 && !window.has(at + 1);
            }
            int length = window.uint16(at + 1);
            if (!headerStands(window, at) || !window.has(at + length + trailer)) {
                return false;
            }
            at += length + trailer;
        }
        return true;
    }

    /** Returns where a chain ends that {@link #chainBegins} has found: an index of the window. */
    static int chainEnd(ByteWindow window, int index, int trailer) throws IOException {
        int at = index;
        for (int count = 0; count < CHAIN && window.has(at + SHORTEST); count++) {
            at += window.uint16(at + 1) + trailer;
        }
        return at;
    }

    /** Tells whether what stands at an index of the window can be a block's beginning. */
    static boolean headerStands(ByteWindow window, int index) throws IOException {
        if (!window.has(index + SHORTEST)) {
            return false;
        }
        int length = window.uint16(index + 1);
        return KNOWN[window.octet(index)]
                && length >= SHORTEST
                && length <= BELIEVED
                && window.octet(index + 3) >= 0x80;
    }
}
