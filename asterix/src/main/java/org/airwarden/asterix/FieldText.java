package org.airwarden.asterix;

import org.airwarden.asterix.Shape.Kind;

/** Fields as characters, both ways. */
final class FieldText {
    private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();

    private static final char[] SIX_BIT = new char[64];

    static {
        for (int code = 0; code < SIX_BIT.length; code++) {
            SIX_BIT[code] = sixBit(code);
        }
    }

    private FieldText() {}

    /** Bits of a character or digit. */
    static int width(Kind kind) {
        return switch (kind) {
            case OCTAL -> 3;
            case HEX -> 4;
            case ICAO -> 6;
            case ASCII, NUMBER -> 8;
        };
    }

    static String of(Field field, byte[] data, int start) {
        return of(field, field.extract(data, start));
    }

    static String of(Field field, long raw) {
        Kind kind = field.content().kind();
        if (kind == Kind.NUMBER) {
            return field.content().unit().isEmpty()
                            && field.content().offset() == 0
                            && field.scale(1) == 1
                    ? Long.toString(raw)
                    : Double.toString(field.scale(raw));
        }
        return of(kind, raw, field.bits);
    }

    /** Characters or digits. */
    static String of(Kind kind, long raw, int bits) {
        StringBuilder text = new StringBuilder(22);
        append(text, kind, raw, bits);
        return text.toString();
    }

    /** Appends characters or digits; trailing spaces of characters are left out. */
    static void append(StringBuilder out, Kind kind, long raw, int bits) {
        int width = width(kind);
        int from = out.length();
        for (int shift = bits - width; shift >= 0; shift -= width) {
            int code = (int) (raw >>> shift) & ((1 << width) - 1);
            out.append(character(kind, code));
        }
        if (kind == Kind.ICAO || kind == Kind.ASCII) {
            int end = out.length();
            while (end > from && out.charAt(end - 1) == ' ') {
                end--;
            }
            out.setLength(end);
        }
    }

    static char character(Kind kind, int code) {
        return switch (kind) {
            case OCTAL, HEX -> DIGITS[code];
            case ICAO -> SIX_BIT[code];
            case ASCII, NUMBER -> (char) code;
        };
    }

    /**
     * A character of ICAO Annex 10 volume IV, table 3-8. Code 0, which transponders send for "no
     * identification", reads as a space; other unassigned codes as '?'.
     */
    private static char sixBit(int code) {
        if (code >= 1 && code <= 26) {
            return (char) ('A' + code - 1);
        }
        if (code >= 48 && code <= 57) {
            return (char) code;
        }
        return code == 32 || code == 0 ? ' ' : '?';
    }

    /**
     * The bits of a text in a field.
     *
     * @throws IllegalArgumentException when the text is too long or has a character the field
     *     cannot hold
     */
    static long parse(Field field, String text) {
        Kind kind = field.content().kind();
        if (kind == Kind.NUMBER) {
            throw new IllegalArgumentException(field + " holds a number, not a text");
        }
        int width = width(kind);
        int places = field.bits / width;
        if (text.length() > places) {
            throw new IllegalArgumentException(
                    field + " holds " + places + " characters, too few for '" + text + "'");
        }
        boolean digits = kind == Kind.OCTAL || kind == Kind.HEX;
        long raw = 0;
        for (int i = 0; i < places; i++) {
            int at = digits ? i - (places - text.length()) : i;
            int code;
            if (at < 0) {
                code = 0;
            } else if (at >= text.length()) {
                code = ' ';
            } else {
                code = code(kind, text.charAt(at));
                if (code < 0) {
                    throw new IllegalArgumentException(field + " cannot hold '" + text + "'");
                }
            }
            raw = (raw << width) | code;
        }
        return raw;
    }

    private static int code(Kind kind, char c) {
        return switch (kind) {
            case OCTAL -> Character.digit(c, 8);
            case HEX -> Character.digit(c, 16);
            case ASCII, NUMBER -> c < 256 ? c : -1;
            case ICAO -> {
                if (c >= 'A' && c <= 'Z') {
                    yield c - 'A' + 1;
                }
                yield c == ' ' || (c >= '0' && c <= '9') ? c : -1;
            }
        };
    }
}
