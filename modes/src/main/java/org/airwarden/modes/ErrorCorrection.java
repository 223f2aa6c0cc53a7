package org.airwarden.modes;

import org.jspecify.annotations.Nullable;

/**
 * How many wrong bits of a DF11, 17 or 18 message may be put right. The parity of Mode S was made
 * for detecting errors; that its syndromes also name one or two wrong bits (ICAO Annex 10 Volume
 * IV, 3.1.2.3.3; the code's distance is 6 over 112 bits) is a use beyond its purpose.
 *
 * <p><b>Off by default, and for a reason: ghosts.</b> Of all 2^24 syndromes, noise hits one that
 * names a single bit once in 157,000 frames, and one that names two bits once in 2,900. A receiver
 * tries thousands of noise frames a second, so each day brings aircraft that were never there. A
 * decoder therefore marks what was repaired ({@link ModeSReport.Corrected}), does not let it make
 * an address trusted, and believes it only of an address that clean frames made trusted.
 *
 * <p>The five bits of the downlink format are never flipped, and a DF11 is repaired to interrogator
 * code 0 only: with another code, the syndrome names no bit.
 */
public enum ErrorCorrection {
    /** Messages with wrong parity are refused. */
    NONE(0),
    /** One wrong bit is put right. */
    ONE_BIT(1),
    /** One or two wrong bits are put right. */
    TWO_BITS(2);

    private final int most;

    ErrorCorrection(int most) {
        this.most = most;
    }

    /** The word for it: none, one, two. */
    public String word() {
        return switch (this) {
            case NONE -> "none";
            case ONE_BIT -> "one";
            case TWO_BITS -> "two";
        };
    }

    /** The repair with that word, or null. */
    public static @Nullable ErrorCorrection ofWord(String word) {
        for (ErrorCorrection correction : values()) {
            if (correction.word().equals(word)) {
                return correction;
            }
        }
        return null;
    }

    /**
     * Puts wrong bits right, in place.
     *
     * @param bytes holds a message of DF 11, 17 or 18 from {@code offset}; others stay as they are
     * @param length 7 or 14
     * @return how many bits were flipped: 0 when the parity was right or names no such error
     */
    public int apply(byte[] bytes, int offset, int length) {
        if (most == 0 || length < ModeSMessage.SHORT_LENGTH) {
            return 0;
        }
        int format = ModeSMessage.formatOf(bytes[offset]);
        if (length != ModeSMessage.lengthOf(format)
                || (format != 11 && format != 17 && format != 18)) {
            return 0;
        }
        int found = Syndromes.find(Crc24.syndrome(bytes, offset, length));
        int first = Syndromes.first(found);
        int second = Syndromes.second(found);
        int limit = 8 * length - Syndromes.FORMAT_BITS;
        if (found == 0 || first > limit || second > limit || (second > 0 && most == 1)) {
            return 0;
        }
        flip(bytes, offset + length, first);
        if (second == 0) {
            return 1;
        }
        flip(bytes, offset + length, second);
        return 2;
    }

    /** Flips a bit that is counted from the message's end, 1 the last. */
    private static void flip(byte[] bytes, int end, int fromEnd) {
        bytes[end - 1 - ((fromEnd - 1) >>> 3)] ^= (byte) (1 << ((fromEnd - 1) & 7));
    }
}
