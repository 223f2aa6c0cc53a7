package org.airwarden.asterix;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Numbers as ASCII digits, eight at a time in one word: the digits of a number below 10^8 are
 * parted in three steps of two multiplications each (P. Khuong, "How to print integers really
 * fast", 2017), and leading or trailing zeros are counted in the word rather than one by one.
 *
 * <p>Every method writes at {@code at} and returns where its text ends. Up to eight octets behind
 * that may be overwritten: the caller leaves {@link #SLACK} octets of room. Stateless; any thread.
 */
final class JsonDigits {
    /** Octets behind a text that may be overwritten. */
    static final int SLACK = 16;

    /** The most decimals that {@link #fraction} writes. */
    static final int DECIMALS = 18;

    private static final VarHandle WORDS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle PAIRS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int EIGHT_DIGITS = 100_000_000;
    private static final long ZEROS = 0x3030_3030_3030_3030L;
    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    /** Numbers below a thousand: their digits, the first lowest, and in the top octet how many. */
    private static final int[] SMALL = small();

    /** The two hexadecimal digits of an octet, the first in the low half. */
    private static final short[] HEX = pairs(4);

    /** The two octal digits of six bits. */
    private static final short[] OCTAL = pairs(3);

    private static final long[] POWERS = new long[DECIMALS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private JsonDigits() {}

    private static int[] small() {
        int[] small = new int[1000];
        for (int i = 0; i < small.length; i++) {
            byte[] text = Integer.toString(i).getBytes(StandardCharsets.US_ASCII);
            small[i] = (int) word(text, 0, text.length) | text.length << 24;
        }
        return small;
    }

    private static short[] pairs(int width) {
        short[] pairs = new short[1 << (2 * width)];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = (short) (DIGITS[i & ((1 << width) - 1)] << 8 | DIGITS[i >> width]);
        }
        return pairs;
    }

    /** 10 to the power of {@code exponent}, 0 to {@link #DECIMALS}. */
    static long power(int exponent) {
        return POWERS[exponent];
    }

    /** Writes eight octets, the first of them lowest in the word. */
    static void word(byte[] to, int at, long word) {
        WORDS.set(to, at, word);
    }

    /** Up to eight octets of a text as {@link #word} takes them. */
    static long word(byte[] text, int from, int end) {
        long word = 0;
        for (int i = Math.min(end, from + Long.BYTES) - 1; i >= from; i--) {
            word = word << 8 | (text[i] & 0xFF);
        }
        return word;
    }

    /** Writes a number from 0 to 2^63 - 1. */
    static int whole(byte[] to, int at, long number) {
        if (number >= EIGHT_DIGITS) {
            long high = number / EIGHT_DIGITS;
            int end = whole(to, at, high);
            word(to, end, eight((int) (number - high * EIGHT_DIGITS)));
            return end + 8;
        }
        if (number < SMALL.length) {
            int text = SMALL[(int) number];
            INTS.set(to, at, text);
            return at + (text >>> 24);
        }
        long text = eight((int) number);
        int zeros = Long.numberOfTrailingZeros(text ^ ZEROS) & ~7;
        word(to, at, text >>> zeros);
        return at + 8 - (zeros >> 3);
    }

    /**
     * Writes a point and what stands behind it, without zeros at the end.
     *
     * @param part above 0, below 10 to the power of {@code decimals}
     * @param decimals 1 to {@link #DECIMALS}
     */
    static int fraction(byte[] to, int at, long part, int decimals) {
        to[at] = '.';
        int from = at + 1;
        if (decimals <= 8) {
            return trimmed(to, from, (int) (part * POWERS[8 - decimals]));
        }
        if (decimals <= 16) {
            return sixteen(to, from, part * POWERS[16 - decimals]);
        }
        long full = part * POWERS[DECIMALS - decimals];
        int first = (int) (full / POWERS[16]);
        to[from] = (byte) ('0' + first / 10);
        to[from + 1] = (byte) ('0' + first % 10);
        long rest = full - first * POWERS[16];
        if (rest == 0) {
            return first % 10 == 0 ? from + 1 : from + 2;
        }
        return sixteen(to, from + 2, rest);
    }

    /** The sixteen digits of a number, without zeros at the end. */
    private static int sixteen(byte[] to, int at, long number) {
        long high = number / EIGHT_DIGITS;
        int low = (int) (number - high * EIGHT_DIGITS);
        if (low == 0) {
            return trimmed(to, at, (int) high);
        }
        word(to, at, eight((int) high));
        return trimmed(to, at + 8, low);
    }

    /** The eight digits of a number above 0, without zeros at the end. */
    private static int trimmed(byte[] to, int at, int number) {
        long text = eight(number);
        word(to, at, text);
        return at + 8 - (Long.numberOfLeadingZeros(text ^ ZEROS) >> 3);
    }

    /** The eight digits of a number below 10^8, the first of them lowest in the word. */
    private static long eight(int number) {
        int high = number / 10_000;
        long fours = high | (long) (number - 10_000 * high) << 32;
        // Each half by 100, then each quarter by 10: exact reciprocals for numbers so small.
        long hundreds = ((fours * 10_486) >>> 20) & 0x0000_007F_0000_007FL;
        long twos = hundreds | (fours - 100 * hundreds) << 16;
        long tens = ((twos * 103) >>> 10) & 0x000F_000F_000F_000FL;
        return (tens | (twos - 10 * tens) << 8) + ZEROS;
    }

    /** Writes the hexadecimal digits of the low bits of a number. */
    static int hex(byte[] to, int at, long number, int bits) {
        int end = at;
        int shift = bits - 8;
        for (; shift >= 0; shift -= 8, end += 2) {
            PAIRS.set(to, end, HEX[(int) (number >>> shift) & 0xFF]);
        }
        if (shift >= -4) {
            to[end++] = DIGITS[(int) (number >>> (shift + 4)) & 0xF];
        }
        return end;
    }

    /** Writes the hexadecimal digits of octets. */
    static int hex(byte[] to, int at, byte[] octets, int from, int end) {
        int place = at;
        for (int i = from; i < end; i++, place += 2) {
            PAIRS.set(to, place, HEX[octets[i] & 0xFF]);
        }
        return place;
    }

    /** Writes the octal digits of the low bits of a number. */
    static int octal(byte[] to, int at, long number, int bits) {
        int end = at;
        int shift = bits - 6;
        for (; shift >= 0; shift -= 6, end += 2) {
            PAIRS.set(to, end, OCTAL[(int) (number >>> shift) & 0x3F]);
        }
        if (shift >= -3) {
            to[end++] = DIGITS[(int) (number >>> (shift + 3)) & 7];
        }
        return end;
    }
}
