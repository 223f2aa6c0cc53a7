package org.airwarden.asterix;

import java.util.Arrays;
import org.airwarden.asterix.Shape.Kind;

/** Characters of JSON in the making: what {@link RecordJson} writes into, in ASCII. */
final class JsonBuffer {
    private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();

    /** More characters than any number, code or text of one field takes. */
    private static final int ROOM = 96;

    private char[] chars = new char[4096];
    private int size;
    private final StringBuilder text = new StringBuilder(32);

    void clear() {
        size = 0;
    }

    void appendTo(StringBuilder out) {
        out.append(chars, 0, size);
    }

    private void room(int more) {
        if (size + more > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(size + more, chars.length * 2));
        }
    }

    void mark(char c) {
        room(1);
        chars[size++] = c;
    }

    /** Ends an object or array in place of its last comma, if any. */
    void close(char end) {
        if (chars[size - 1] == ',') {
            chars[size - 1] = end;
        } else {
            mark(end);
        }
    }

    void raw(String ready) {
        int length = ready.length();
        room(length);
        ready.getChars(0, length, chars, size);
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
            raw(Double.toString(value));
        }
    }

    /** {@code digits} with its point moved left; zeros at the end are left out. */
    private void decimal(long digits, int decimals) {
        long left = Math.abs(digits);
        int places = decimals;
        if (digits < 0) {
            chars[size++] = '-';
        }
        if (left < 10 && places == 0) {
            chars[size++] = (char) ('0' + left);
            return;
        }
        while (places > 0 && left % 10 == 0) {
            left /= 10;
            places--;
        }
        int length = Math.max(places + 1, length(left));
        int end = size + length + (places > 0 ? 1 : 0);
        int at = end;
        for (int i = 0; i < length; i++) {
            if (i == places && places > 0) {
                chars[--at] = '.';
            }
            chars[--at] = (char) ('0' + left % 10);
            left /= 10;
        }
        size = end;
    }

    private static int length(long number) {
        int length = 1;
        for (long left = number; left >= 10; left /= 10) {
            length++;
        }
        return length;
    }

    /** A text as it may stand between quotes in JSON (RFC 8259, section 7). */
    private void escaped(CharSequence from) {
        for (int i = 0; i < from.length(); i++) {
            char c = from.charAt(i);
            if (c == '"' || c == '\\') {
                chars[size++] = '\\';
                chars[size++] = c;
            } else if (c >= ' ' && c < 127) {
                chars[size++] = c;
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
