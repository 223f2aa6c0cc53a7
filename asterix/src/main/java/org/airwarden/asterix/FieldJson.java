package org.airwarden.asterix;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.airwarden.asterix.Shape.Content;
import org.airwarden.asterix.Shape.Kind;
import org.jspecify.annotations.Nullable;

/**
 * How a field's values are written in JSON: a number, or a quoted text. Made when the field is
 * written first. Small fields have all their texts ready. Immutable.
 */
final class FieldJson {
    /** More octets than the value of any field takes: eight characters of six octets, quotes. */
    static final int ROOM = 52 + JsonDigits.SLACK;

    /** The most bits of a field whose texts are kept: two kilooctets of them. */
    private static final int FEW_BITS = 8;

    /** The most characters that are kept in two words; above them stands how many they are. */
    private static final int FEW_CHARS = 15;

    /** More octets than name, value and comma take. */
    final int room;

    /** One step of the scale in units of 10 to the power of -{@link #decimals}, exactly. */
    final long step;

    /** Digits behind the point of every value, or -1 where no such number fits. */
    final int decimals;

    /** The value of raw 0 in the same units. */
    final long offset;

    private final Field field;
    private final JsonName name;
    private final Kind kind;
    private final int bits;
    private final long unit;

    /** Name, value and comma of each raw value, two words each; or null. */
    private final long @Nullable [] members;

    FieldJson(Field field) {
        this.field = field;
        name = new JsonName(field.name());
        room = name.length() + 1 + ROOM;
        Content content = field.content();
        kind = content.kind();
        bits = field.bits;
        BigDecimal exactStep = step(content);
        BigDecimal exactOffset = BigDecimal.valueOf(content.offset()).stripTrailingZeros();
        int scale = Math.max(0, Math.max(exactStep.scale(), exactOffset.scale()));
        boolean fits = scale <= JsonDigits.DECIMALS && width(exactStep, exactOffset, scale) <= 62;
        decimals = fits ? scale : -1;
        step = fits ? exactStep.movePointRight(scale).longValueExact() : 0;
        offset = fits ? exactOffset.movePointRight(scale).longValueExact() : 0;
        unit = fits ? JsonDigits.power(scale) : 1;
        members = bits <= FEW_BITS ? members() : null;
    }

    /** The scale, to forty digits behind the point where it has no last one. */
    private static BigDecimal step(Content content) {
        if (content.multiplier() == 1 && content.divisor() == 1) {
            return BigDecimal.ONE;
        }
        return new BigDecimal(content.multiplier())
                .divide(new BigDecimal(content.divisor()), 40, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
    }

    private int width(BigDecimal exactStep, BigDecimal exactOffset, int scale) {
        return Math.max(
                exactStep.movePointRight(scale).toBigInteger().bitLength() + bits,
                exactOffset.movePointRight(scale).toBigInteger().bitLength());
    }

    /** The members of all values by their bits, or null where one is too long. */
    private long @Nullable [] members() {
        long[] all = new long[2 << bits];
        byte[] text = new byte[room];
        int unused = 64 - bits;
        for (int i = 0; i < 1 << bits; i++) {
            int end = write(text, 0, field.signed ? (long) i << unused >> unused : i);
            if (end > FEW_CHARS) {
                return null;
            }
            all[2 * i] = JsonDigits.word(text, 0, end);
            all[2 * i + 1] = JsonDigits.word(text, 8, end) | (long) end << 56;
        }
        return all;
    }

    /** Writes the name, a raw value and a comma, as {@link JsonDigits} writes. */
    int member(byte[] to, int at, long raw) {
        long[] ready = members;
        if (ready == null) {
            return write(to, at, raw);
        }
        int i = (2 * (int) raw) & (ready.length - 1);
        JsonDigits.word(to, at, ready[i]);
        long second = ready[i + 1];
        JsonDigits.word(to, at + 8, second);
        return at + (int) (second >>> 56);
    }

    private int write(byte[] to, int at, long raw) {
        int end = value(to, name.put(to, at), raw);
        to[end] = ',';
        return end + 1;
    }

    /** Writes a raw value, as {@link JsonDigits} writes. */
    int value(byte[] to, int at, long raw) {
        if (kind == Kind.NUMBER) {
            return decimals < 0 ? rounded(to, at, field.scale(raw)) : number(to, at, raw);
        }
        to[at] = '"';
        int end =
                switch (kind) {
                    case HEX -> JsonDigits.hex(to, at + 1, raw, bits);
                    case OCTAL -> JsonDigits.octal(to, at + 1, raw, bits);
                    default -> characters(to, at + 1, raw);
                };
        to[end] = '"';
        return end + 1;
    }

    /** The value to its last digit. */
    private int number(byte[] to, int at, long raw) {
        long number = raw * step + offset;
        int from = at;
        if (number < 0) {
            to[from++] = '-';
            number = -number;
        }
        if (decimals == 0) {
            return JsonDigits.whole(to, from, number);
        }
        long whole = number / unit;
        long part = number - whole * unit;
        int end = JsonDigits.whole(to, from, whole);
        return part == 0 ? end : JsonDigits.fraction(to, end, part, decimals);
    }

    /** A value whose last digit is far behind the point, as a double's. */
    private static int rounded(byte[] to, int at, double value) {
        String text = value == (long) value ? Long.toString((long) value) : Double.toString(value);
        for (int i = 0; i < text.length(); i++) {
            to[at + i] = (byte) text.charAt(i);
        }
        return at + text.length();
    }

    /** Characters without spaces at the end, as JSON has them (RFC 8259, section 7). */
    private int characters(byte[] to, int at, long raw) {
        int width = FieldText.width(kind);
        long mask = (1L << width) - 1;
        int last = bits % width;
        while (last < bits && FieldText.character(kind, (int) (raw >>> last & mask)) == ' ') {
            last += width;
        }
        int end = at;
        for (int shift = bits - width; shift >= last; shift -= width) {
            char c = FieldText.character(kind, (int) (raw >>> shift & mask));
            if (c < ' ' || c >= 127 || c == '"' || c == '\\') {
                end = escaped(to, end, c);
            } else {
                to[end++] = (byte) c;
            }
        }
        return end;
    }

    private static int escaped(byte[] to, int at, char c) {
        to[at] = '\\';
        if (c == '"' || c == '\\') {
            to[at + 1] = (byte) c;
            return at + 2;
        }
        to[at + 1] = 'u';
        return JsonDigits.hex(to, at + 2, c, 16);
    }
}
