package org.airwarden.feeds;

import java.io.IOException;
import java.util.function.Consumer;
import org.airwarden.feeds.Frame.TimeKind;
import org.airwarden.feeds.FrameFault.Kind;

/**
 * Reads ASTERIX data blocks that follow each other, bare or with the GPS recorder's trailer.
 *
 * <p>The GPS recorder writes 2,200 octets first, then each block with ten octets behind it: six
 * that differ by recorder, the recorder's time of day in units of 1/128 s (three octets), and one
 * more. The unit follows from recordings: the trailer's time stays within a second of I048/140 and
 * I010/140 in the block before it, over midnight too.
 *
 * <p>A block is believed when a chain of blocks follows it. Where none does, the reader looks
 * inside the stretch that the block claims for the beginning of such a chain: a wrong length then
 * costs that block alone, not its neighbours. A block of an unknown category is believed too, if no
 * chain lies inside it.
 */
final class BlockReader extends FrameReader {
    private static final int GPS_HEADER = 2200;
    private static final int GPS_TRAILER = 10;
    private static final int GPS_TIME = 6;
    private static final long TICKS_A_DAY = 86_400L * 128;
    private static final long TICK = 7_812_500;

    /** A block this many times as long as any before it is looked into before it is believed. */
    private static final int UNHEARD_OF = 2;

    /** How many blocks that end with it tell that a longer one is none. */
    private static final int HIDDEN = 3;

    private final int trailer;
    private boolean headerDue;
    private int longest;
    private byte[] chained = new byte[0];

    /** Where in the file the second block begins of a chain that was found, and where it ends. */
    private long second = -1;

    private long chainEnd = -1;

    BlockReader(RecordingFormat format, ByteWindow window, Consumer<FrameFault> sink) {
        super(format, window, sink);
        headerDue = format.framing() == Framing.GPS;
        trailer = headerDue ? GPS_TRAILER : 0;
    }

    @Override
    boolean read(Frame frame) throws IOException {
        if (headerDue) {
            headerDue = false;
            skipHeader();
        }
        while (window.has(1)) {
            if (!window.has(3)) {
                resynchronise(Kind.TRUNCATED_FILE, "the file ends within a block's header");
                continue;
            }
            int category = window.octet(0);
            int length = window.uint16(1);
            if (category == 0 || length < AsterixBlocks.SHORTEST) {
                resynchronise(
                        Kind.IMPOSSIBLE_LENGTH,
                        "a block of category " + category + " with length " + length);
            } else if (!window.has(length)) {
                resynchronise(
                        Kind.TRUNCATED_FILE,
                        "a block of category "
                                + category
                                + " with length "
                                + length
                                + " where "
                                + window.available()
                                + " octets remain");
            } else if (!hidesChain(category, length)
                    && (chainFollows(length + trailer) || !givenUp(category, length))) {
                longest = Math.max(longest, length);
                deliver(frame, length);
                return true;
            }
        }
        return false;
    }

    @Override
    boolean beginsHere() throws IOException {
        return surelyBegins(0);
    }

    private void skipHeader() throws IOException {
        long from = window.offset();
        byte[] first = window.peek(16);
        long skipped = window.skipFar(GPS_HEADER);
        if (skipped < GPS_HEADER) {
            fault(
                    Kind.TRUNCATED_FILE,
                    from,
                    skipped,
                    "the file ends within the GPS recorder's header of 2,200 octets",
                    first);
        }
    }

    /**
     * Tells whether a chain of blocks stands behind a block, or the file's end. Of a chain that
     * begins with the second block of one that was found, only the last block is looked at.
     */
    private boolean chainFollows(int index) throws IOException {
        if (!window.has(index + 1)) {
            return true;
        }
        long place = window.offset() + index;
        if (place != second || place == chainEnd) {
            second = -1;
            if (!AsterixBlocks.chainBegins(window, index, trailer)) {
                return false;
            }
            chainEnd = window.offset() + AsterixBlocks.chainEnd(window, index, trailer);
        } else {
            int last = (int) (chainEnd - window.offset());
            if (!window.has(last + AsterixBlocks.SHORTEST)) {
                return !window.has(last + 1);
            }
            int end = last + window.uint16(last + 1) + trailer;
            if (!AsterixBlocks.headerStands(window, last) || !window.has(end)) {
                second = -1;
                return false;
            }
            chainEnd = window.offset() + end;
        }
        second = place + window.uint16(index + 1) + trailer;
        return true;
    }

    /**
     * Tells whether a chain begins, and none within its first block: octets that by chance look
     * like a header may lead far ahead to a true block, over others.
     */
    private boolean surelyBegins(int index) throws IOException {
        if (!AsterixBlocks.chainBegins(window, index, trailer)) {
            return false;
        }
        int end = index + window.uint16(index + 1);
        for (int inside = index + 3; inside < end; inside++) {
            if (AsterixBlocks.chainBegins(window, inside, trailer)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Gives a block up that is longer by far than those before it where others fill its end: a
     * wrong length that happens to lead to a true block. Linear in the length.
     */
    private boolean hidesChain(int category, int length) throws IOException {
        if (length <= UNHEARD_OF * longest) {
            return false;
        }
        // Where the file ends within the block's trailer, what it hides ends with the file.
        int end = window.has(length + trailer) ? length + trailer : window.available();
        if (chained.length < end) {
            chained = new byte[end];
        }
        int begins = -1;
        for (int index = length - AsterixBlocks.SHORTEST; index >= 3; index--) {
            int blocks = 0;
            if (AsterixBlocks.headerStands(window, index)) {
                int next = index + window.uint16(index + 1) + trailer;
                if (next == end) {
                    blocks = 1;
                } else if (next <= length - AsterixBlocks.SHORTEST && chained[next] > 0) {
                    blocks = Math.min(chained[next] + 1, HIDDEN);
                }
            }
            chained[index] = (byte) blocks;
            begins = blocks >= HIDDEN ? index : begins;
        }
        if (begins >= 0) {
            giveUp(category, length, begins);
        }
        return begins >= 0;
    }

    /**
     * Gives a block up, with a fault, where others surely begin within the stretch that it claims.
     * Where a header stands behind the block, it is the later one that is damaged, unless two
     * blocks end within this one.
     */
    private boolean givenUp(int category, int length) throws IOException {
        boolean plausible = AsterixBlocks.headerStands(window, length + trailer);
        for (int index = 3; index < length; index++) {
            if (surelyBegins(index) && (!plausible || endOfTwo(index) <= length)) {
                giveUp(category, length, index);
                return true;
            }
        }
        return false;
    }

    private void giveUp(int category, int length, int index) throws IOException {
        fault(
                Kind.IMPOSSIBLE_LENGTH,
                window.offset(),
                index,
                "a block of category "
                        + category
                        + " with length "
                        + length
                        + ", but other blocks begin after "
                        + index
                        + " octets",
                window.peek(Math.min(index, FrameFault.KEPT)));
        window.skip(index);
    }

    private int endOfTwo(int index) throws IOException {
        int second = index + window.uint16(index + 1) + trailer;
        return window.has(second + 3) ? second + window.uint16(second + 1) : Integer.MAX_VALUE;
    }

    private void deliver(Frame frame, int length) throws IOException {
        boolean whole = window.has(length + trailer);
        frame.fill(window.bytes(), window.start(), length, window.offset());
        if (trailer > 0 && whole) {
            stamp(frame, length);
        } else if (!whole) {
            fault(
                    Kind.TRUNCATED_FILE,
                    window.offset() + length,
                    window.available() - length,
                    "the file ends within the last block's trailer",
                    new byte[0]);
        }
        window.skip(whole ? length + trailer : window.available());
    }

    private void stamp(Frame frame, int length) throws IOException {
        int ticks = window.uint24(length + GPS_TIME);
        if (ticks < TICKS_A_DAY) {
            frame.stamp(TimeKind.TIME_OF_DAY, ticks * TICK);
        } else {
            fault(
                    Kind.IMPOSSIBLE_TIME,
                    window.offset() + length + GPS_TIME,
                    0,
                    "a time of day of " + ticks + "/128 s",
                    window.peek(length + trailer).length > FrameFault.KEPT
                            ? window.peek(FrameFault.KEPT)
                            : window.peek(length + trailer));
        }
    }
}
