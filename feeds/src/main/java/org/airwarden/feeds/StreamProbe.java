package org.airwarden.feeds;

import java.nio.charset.StandardCharsets;

/**
 * Measures how much of some bytes is a stream of Mode S receivers, or readsb's JSON: the framings
 * whose messages the readers do not look into. Each measure is the part of the bytes, 0 to 1, with
 * a count.
 */
final class StreamProbe {
    /** What was counted, and the part of the bytes that it covers. */
    record Measure(long count, double part) {
        static final Measure NOTHING = new Measure(0, 0);
    }

    private static final int ESCAPE = 0x1A;
    private static final int LONGEST_LINE = 1024;
    private static final String[] SBS = {"MSG,", "SEL,", "ID,", "AIR,", "STA,", "CLK,"};
    private static final int SBS_COMMAS = 9;

    private StreamProbe() {}

    /** Counts Beast messages that are whole and follow each other. */
    static Measure beast(byte[] bytes, int length) {
        long count = 0;
        long covered = 0;
        int at = 0;
        while (at < length) {
            if ((bytes[at] & 0xFF) != ESCAPE) {
                at++;
                continue;
            }
            int end = beastEnd(bytes, at, length);
            if (end < 0) {
                at++;
                continue;
            }
            count++;
            covered += end - at;
            at = end;
        }
        return measure(count, covered, length);
    }

    /** Returns where a Beast message ends, or -1 where none begins. */
    private static int beastEnd(byte[] bytes, int from, int length) {
        if (from + 1 >= length) {
            return -1;
        }
        int left =
                switch (bytes[from + 1] & 0xFF) {
                    case '1' -> 9; // time stamp of six octets, level, Mode A/C
                    case '2' -> 14; // short Mode S
                    case '3', '4' -> 21; // long Mode S, the receiver's status
                    case 0xE3 -> 8; // the receiver's number, of readsb
                    default -> -1;
                };
        if (left < 0) {
            return -1;
        }
        int at = from + 2;
        while (left > 0) {
            if (at >= length) {
                return -1;
            }
            if ((bytes[at] & 0xFF) == ESCAPE) {
                if (at + 1 >= length || (bytes[at + 1] & 0xFF) != ESCAPE) {
                    return -1;
                }
                at++;
            }
            at++;
            left--;
        }
        return at == length || (bytes[at] & 0xFF) == ESCAPE ? at : -1;
    }

    /** Counts lines of BaseStation text. */
    static Measure sbs(byte[] bytes, int length) {
        return lines(bytes, length, StreamProbe::isSbs);
    }

    /** Counts lines of Mode S as hexadecimal text. */
    static Measure avr(byte[] bytes, int length) {
        return lines(bytes, length, StreamProbe::isAvr);
    }

    /** Tells whether readsb's or dump1090's JSON begins. */
    static Measure readsb(byte[] bytes, int length) {
        String text = new String(bytes, 0, Math.min(length, 1 << 16), StandardCharsets.ISO_8859_1);
        String begin = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
        begin = begin.stripLeading();
        if (!begin.startsWith("{") && !begin.startsWith("[")) {
            return Measure.NOTHING;
        }
        long aircraft = 0;
        int at = begin.indexOf("\"hex\"");
        while (at >= 0) {
            aircraft++;
            at = begin.indexOf("\"hex\"", at + 5);
        }
        boolean document = begin.contains("\"aircraft\"") && begin.contains("\"now\"");
        return aircraft > 0 || document ? new Measure(aircraft, 1) : Measure.NOTHING;
    }

    /** Tells whether bytes are text: no control characters but line ends and tabulators. */
    static boolean isText(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            int octet = bytes[i] & 0xFF;
            if ((octet < ' ' && octet != '\n' && octet != '\r' && octet != '\t') || octet == 0x7F) {
                return false;
            }
        }
        return length > 0;
    }

    private interface LineTest {
        boolean holds(byte[] bytes, int from, int to);
    }

    private static Measure lines(byte[] bytes, int length, LineTest test) {
        long count = 0;
        long covered = 0;
        int from = 0;
        for (int at = 0; at <= length; at++) {
            if (at < length && bytes[at] != '\n') {
                continue;
            }
            int to = at > from && bytes[at - 1] == '\r' ? at - 1 : at;
            if (to > from && to - from <= LONGEST_LINE && test.holds(bytes, from, to)) {
                count++;
                covered += Math.min(at + 1, length) - from;
            }
            from = at + 1;
        }
        return measure(count, covered, length);
    }

    private static boolean isSbs(byte[] bytes, int from, int to) {
        int commas = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] == ',') {
                commas++;
            }
        }
        if (commas < SBS_COMMAS) {
            return false;
        }
        String begin = new String(bytes, from, Math.min(4, to - from), StandardCharsets.ISO_8859_1);
        for (String kind : SBS) {
            if (begin.startsWith(kind)) {
                return true;
            }
        }
        return false;
    }

    /** An AVR line: a mark, hexadecimal digits of a message with or without time and level, ';'. */
    private static boolean isAvr(byte[] bytes, int from, int to) {
        if (bytes[to - 1] != ';') {
            return false;
        }
        int before =
                switch (bytes[from]) {
                    case '*', ':' -> 0;
                    case '@', '%' -> 12; // six octets of time
                    case '<' -> 14; // time and one of level
                    default -> -1;
                };
        int digits = to - from - 2 - before;
        if (before < 0 || (digits != 4 && digits != 14 && digits != 28)) {
            return false;
        }
        for (int i = from + 1; i < to - 1; i++) {
            if (Character.digit(bytes[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static Measure measure(long count, long covered, int length) {
        return count == 0 ? Measure.NOTHING : new Measure(count, (double) covered / length);
    }
}
