package org.airwarden.asterix;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.airwarden.asterix.Shape.Kind;

/** Characters of JSON in the making: what {@link RecordJson} writes into, in ASCII. */
final class JsonBuffer {
    private static final byte[] DIGITS = ascii("0123456789ABCDEF");

    /** The two digits of each number from 00 to 99. */
    private static final byte[] PAIRS = new byte[200];

    static {
        for (int i = 0; i < 100; i++) {
            PAIRS[2 * i] = (byte) ('0' + i / 10);
            PAIRS[2 * i + 1] = (byte) ('0' + i % 10);
        }
    }

    /** Where the digits of a number end while they are made; a long has 19, and zeros before. */
    private static final int LAST = 48;

    /** More characters than any number, code or text of one field takes. */
    private static final int ROOM = 96;

    private byte[] chars = new byte[4096];
    private final byte[] digits = new byte[LAST];
    private int size;
    private final StringBuilder text = new StringBuilder(32);

    /** A text of ASCII characters as octets, as {@link #raw(byte[])} takes it. */
    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void clear() {
        size = 0;
    }

    void appendTo(StringBuilder out) {
        out.append(new String(chars, 0, size, StandardCharsets.ISO_8859_1));
    }

    private void room(int more) {
        if (size + more > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(size + more, chars.length * 2));
        }
    }

    void mark(char c) {
        room(1);
        chars[size++] = (byte) c;
    }

    /** Ends an object or array in place of its last comma, if any. */
    void close(char end) {
        if (chars[size - 1] == ',') {
            chars[size - 1] = (byte) end;
        } else {
            mark(end);
        }
    }

    void raw(byte[] ready) {
        int length = ready.length;
        room(length);
        System.arraycopy(ready, 0, chars, size, length);
        size += length;
    }

    void hex(byte[] data, int from, int to) {
        room(2 * (to - from));
        for (int i = from; i < to; i++) {
            chars[size++] = DIGITS[(data[i] >> 4) & 15];
            chars[size++] = DIGITS[data[i] & 15];
        }
    }

    /** A field's value: a number, or a quoted text. */
    void value(Field field, long raw) {
        room(ROOM);
        Kind kind = field.content().kind();
        if (kind == Kind.NUMBER) {
            number(field, raw);
            return;
        }
        chars[size++] = '"';
        switch (kind) {
            case HEX -> digits(raw, field.bits, 4);
            case OCTAL -> digits(raw, field.bits, 3);
            default -> {
                text.setLength(0);
                FieldText.append(text, kind, raw, field.bits);
                escaped(text);
            }
        }
        chars[size++] = '"';
    }

    private void digits(long raw, int bits, int width) {
        int mask = (1 << width) - 1;
        for (int shift = bits - width; shift >= 0; shift -= width) {
            chars[size++] = DIGITS[(int) (raw >>> shift) & mask];
        }
    }

    /** The value to its last digit where that is short, else as a double's. */
    private void number(Field field, long raw) {
        int decimals = field.decimals;
        if (decimals >= 0) {
            decimal(raw * field.decimalStep + field.decimalOffset, decimals);
            return;
        }
        double value = field.scale(raw);
        if (value == (long) value) {
            decimal((long) value, 0);
        } else {
            raw(ascii(Double.toString(value)));
        }
    }

    /** {@code number} with its point moved left; zeros at the end are left out. */
    private void decimal(long number, int places) {
        long left = Math.abs(number);
        if (number < 0) {
            chars[size++] = '-';
        }
        if (left < 10 && places == 0) {
            chars[size++] = (byte) ('0' + left);
            return;
        }
        int at = digitsOf(left);
        while (LAST - at <= places) {
            digits[--at] = '0';
        }
        int point = LAST - places;
        copyDigits(at, point);
        int end = LAST;
        while (end > point && digits[end - 1] == '0') {
            end--;
        }
        if (end > point) {
            chars[size++] = '.';
            copyDigits(point, end);
        }
    }

    private void copyDigits(int from, int to) {
        for (int i = from; i < to; i++) {
            chars[size++] = digits[i];
        }
    }

    /** Writes the digits up to {@link #LAST}, eight and two at a time; returns where they begin. */
    private int digitsOf(long number) {
        int at = LAST;
        long wide = number;
        while (wide >= 100_000_000) {
            long rest = wide / 100_000_000;
            int eight = (int) (wide - 100_000_000 * rest);
            int high = eight / 10_000;
            four(at, eight - 10_000 * high);
            four(at - 4, high);
            at -= 8;
            wide = rest;
        }
        int left = (int) wide;
        while (left >= 100) {
            int rest = left / 100;
            at = pair(at, left - 100 * rest);
            left = rest;
        }
        if (left >= 10) {
            return pair(at, left);
        }
        digits[--at] = (byte) ('0' + left);
        return at;
    }

    private void four(int end, int value) {
        int high = value / 100;
        pair(end, value - 100 * high);
        pair(end - 2, high);
    }

    private int pair(int end, int value) {
        digits[end - 1] = PAIRS[2 * value + 1];
        digits[end - 2] = PAIRS[2 * value];
        return end - 2;
    }

    /** A text as it may stand between quotes in JSON (RFC 8259, section 7). */
    private void escaped(CharSequence from) {
        for (int i = 0; i < from.length(); i++) {
            char c = from.charAt(i);
            if (c == '"' || c == '\\') {
                chars[size++] = '\\';
                chars[size++] = (byte) c;
            } else if (c >= ' ' && c < 127) {
                chars[size++] = (byte) c;
            } else {
                chars[size++] = '\\';
                chars[size++] = 'u';
                for (int shift = 12; shift >= 0; shift -= 4) {
                    chars[size++] = DIGITS[(c >> shift) & 15];
                }
            }
        }
    }
}
