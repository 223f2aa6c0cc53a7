package org.airwarden.modes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Reads SBS-1 BaseStation lines, whole or in chunks cut anywhere: 22 fields between commas, of
 * which those of MSG lines are read. SEL, ID, AIR, STA and CLK lines tell of the receiving program
 * and become an {@link SbsEvent}. Any other line is a fault and costs itself only.
 *
 * <p>Not safe between threads.
 */
public final class SbsReader {

    private static final int MAGIC = 0x53625265;
    private static final int VERSION = 2;
    private static final int LONGEST = 512;
    private static final int FIELDS = 22;
    private static final String[] NAMES = {
        "message type",
        "transmission type",
        "session",
        "aircraft",
        "address",
        "flight",
        "date generated",
        "time generated",
        "date logged",
        "time logged",
        "call sign",
        "altitude",
        "ground speed",
        "track",
        "latitude",
        "longitude",
        "vertical rate",
        "squawk",
        "alert",
        "emergency",
        "SPI",
        "on ground"
    };
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private final SbsHandler handler;
    private final HalfLine half = new HalfLine(LONGEST);
    private final byte[] line = half.bytes();
    private final int[] start = new int[FIELDS + 1];

    private long messages;
    private long others;
    private int badField;

    private String cachedDate = "";
    private long cachedDay;

    /** A reader at the start of a stream, which hands what it finds to {@code handler}. */
    public SbsReader(SbsHandler handler) {
        this.handler = handler;
    }

    /** Takes the next bytes of the stream and hands over every line they complete. */
    public void read(byte[] bytes) {
        read(bytes, 0, bytes.length);
    }

    /** Takes the next bytes of the stream and hands over every line they complete. */
    public void read(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            take(bytes[i]);
        }
    }

    /** Says that the stream has ended: its last line needs no line end. */
    public void finish() {
        endLine();
    }

    /** Messages handed over so far. */
    public long messages() {
        return messages;
    }

    /** Lines of the other known kinds so far. */
    public long others() {
        return others;
    }

    /** Faults handed over so far. */
    public long faults() {
        return half.faults();
    }

    private void take(byte value) {
        if (value == '\n' || value == '\r') {
            endLine();
            half.skip();
        } else {
            half.add(value);
        }
    }

    private void endLine() {
        if (half.isOverlong()) {
            fail(FaultKind.TOO_LONG, "line longer than " + LONGEST);
        } else if (!half.isEmpty()) {
            parse();
            half.clear();
        }
    }

    private void parse() {
        int fields = split();
        String kind = text(0);
        switch (kind) {
            case "MSG" -> {
                if (fields != FIELDS) {
                    fail(FaultKind.TRUNCATED, fields + " fields instead of " + FIELDS);
                } else {
                    message();
                }
            }
            case "SEL", "ID", "AIR", "STA", "CLK" -> event(kind, fields);
            default -> fail(FaultKind.UNKNOWN_TYPE, "line of no known kind");
        }
    }

    /** Notes where fields begin; returns how many there are. */
    private int split() {
        int fields = 1;
        start[0] = 0;
        for (int i = 0; i < half.length(); i++) {
            if (line[i] == ',') {
                if (fields < FIELDS) {
                    start[fields] = i + 1;
                }
                fields++;
            }
        }
        // Ends are one before the next start, as if a comma stood behind the last field.
        start[Math.min(fields, FIELDS)] = half.length() + 1;
        return fields;
    }

    private void message() {
        badField = -1;
        boolean icao = start[5] - 1 <= start[4] || line[start[4]] != '~';
        SbsMessage message =
                new SbsMessage(
                        whole(1, 1, 8),
                        address(icao),
                        icao,
                        time(6),
                        time(8),
                        text(10).strip(),
                        number(11, -10_000, 200_000) * Units.FOOT,
                        number(12, 0, 100_000) * Units.KNOT,
                        number(13, -360, 360) * Units.DEGREE,
                        number(14, -90, 90) * Units.DEGREE,
                        number(15, -180, 180) * Units.DEGREE,
                        number(16, -200_000, 200_000) * Units.FOOT_PER_MINUTE,
                        squawk(),
                        flag(18),
                        flag(19),
                        flag(20),
                        flag(21));
        if (badField >= 0) {
            fail(FaultKind.BAD_FIELD, NAMES[badField]);
            return;
        }
        messages++;
        handler.onMessage(message);
    }

    private void event(String kind, int fields) {
        badField = -1;
        int last = Math.min(fields, FIELDS) - 1;
        boolean hasAddress = last > 4 && start[5] - 1 > start[4];
        boolean icao = !hasAddress || line[start[4]] != '~';
        SbsEvent event =
                new SbsEvent(
                        kind,
                        hasAddress ? address(icao) : -1,
                        icao,
                        last > 7 ? time(6) : SbsMessage.NO_TIME,
                        last > 9 || fields == 10 ? time(8) : SbsMessage.NO_TIME,
                        last >= 10 ? text(10).strip() : "");
        if (badField >= 0) {
            fail(FaultKind.BAD_FIELD, NAMES[badField]);
            return;
        }
        others++;
        handler.onEvent(event);
    }

    /** The state, half-read line included, as versioned bytes. */
    public byte[] snapshot() {
        return Snapshots.write(MAGIC, VERSION, this::write);
    }

    /**
     * Takes up a state that {@link #snapshot()} wrote.
     *
     * @throws IllegalArgumentException if the bytes are none, or of another version
     */
    public void restore(byte[] snapshot) {
        Snapshots.read(MAGIC, VERSION, snapshot, this::read);
    }

    private void write(DataOutput out) throws IOException {
        half.write(out);
        out.writeLong(messages);
        out.writeLong(others);
    }

    private void read(DataInput in) throws IOException {
        half.read(in);
        messages = in.readLong();
        others = in.readLong();
    }

    private int whole(int field, int least, int most) {
        double value = number(field, least, most);
        if (!(value == Math.rint(value))) {
            badField = field;
            return least;
        }
        return (int) value;
    }

    private int address(boolean icao) {
        int first = start[4] + (icao ? 0 : 1);
        int value = 0;
        int digits = 0;
        for (int i = first; i < start[5] - 1; i++) {
            int digit = Character.digit((char) (line[i] & 0xFF), 16);
            if (digit < 0 || ++digits > 6) {
                badField = 4;
                return 0;
            }
            value = value << 4 | digit;
        }
        if (digits == 0) {
            badField = 4;
        }
        return value;
    }

    private int squawk() {
        int length = start[18] - 1 - start[17];
        if (length == 0) {
            return IdentityCode.NONE;
        }
        int value = 0;
        for (int i = start[17]; i < start[18] - 1; i++) {
            int digit = line[i] - '0';
            if (digit < 0 || digit > 7 || length > 4) {
                badField = 17;
                return IdentityCode.NONE;
            }
            value = value << 3 | digit;
        }
        return value;
    }

    /** BaseStation writes yes as -1, others as 1. */
    private int flag(int field) {
        double value = number(field, -1, 1);
        return Double.isNaN(value) ? -1 : value == 0 ? 0 : 1;
    }

    /** A decimal number, correctly rounded up to 15 digits; NaN when the field is empty. */
    private double number(int field, double least, double most) {
        int at = start[field];
        int end = start[field + 1] - 1;
        if (at == end) {
            return Double.NaN;
        }
        boolean negative = line[at] == '-';
        if (negative || line[at] == '+') {
            at++;
        }
        long mantissa = 0;
        int digits = 0;
        int point = -1;
        for (; at < end; at++) {
            int digit = line[at] - '0';
            if (digit >= 0 && digit <= 9) {
                mantissa = mantissa * 10 + digit;
                digits++;
            } else if (line[at] == '.' && point < 0) {
                point = digits;
            } else {
                digits = POWERS.length;
            }
            if (digits >= POWERS.length) {
                badField = field;
                return Double.NaN;
            }
        }
        double size = mantissa / POWERS[point < 0 ? 0 : digits - point];
        double value = negative ? -size : size;
        if (digits == 0 || value < least || value > most) {
            badField = field;
        }
        return value;
    }

    private long time(int dateField) {
        String date = text(dateField);
        String time = text(dateField + 1);
        if (date.isEmpty() && time.isEmpty()) {
            return SbsMessage.NO_TIME;
        }
        if (!date.equals(cachedDate)) {
            int slash = date.indexOf('/');
            int second = date.indexOf('/', slash + 1);
            int year = digits(date, 0, slash);
            int month = digits(date, slash + 1, second);
            int day = digits(date, second + 1, date.length());
            if (slash < 0 || second < 0 || (year | month | day) < 0) {
                badField = dateField;
                return SbsMessage.NO_TIME;
            }
            try {
                cachedDay = LocalDate.of(year, month, day).toEpochDay();
            } catch (DateTimeException impossible) {
                badField = dateField;
                return SbsMessage.NO_TIME;
            }
            cachedDate = date;
        }
        long ofDay = timeOfDay(time);
        if (ofDay < 0) {
            badField = dateField + 1;
            return SbsMessage.NO_TIME;
        }
        return cachedDay * 86_400 * Units.SECOND + ofDay;
    }

    /** Nanoseconds of HH:MM:SS with up to nine decimals; -1 if it is no time. */
    private static long timeOfDay(String time) {
        if (time.length() < 8 || time.charAt(2) != ':' || time.charAt(5) != ':') {
            return -1;
        }
        int hour = digits(time, 0, 2);
        int minute = digits(time, 3, 5);
        int second = digits(time, 6, 8);
        int fraction = 0;
        if (time.length() > 8) {
            fraction = time.charAt(8) == '.' ? digits(time, 9, time.length()) : -1;
            for (int i = time.length(); i < 18; i++) {
                fraction *= 10;
            }
        }
        if ((hour | minute | second | fraction) < 0 || hour > 23 || minute > 59 || second > 60) {
            return -1;
        }
        return (hour * 3600L + minute * 60L + second) * Units.SECOND + fraction;
    }

    /** One to nine digits as a number; -1 if they are none. */
    private static int digits(String text, int from, int to) {
        if (from >= to || to - from > 9) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private String text(int field) {
        int from = start[field];
        return new String(line, from, start[field + 1] - 1 - from, StandardCharsets.ISO_8859_1);
    }

    private void fail(FaultKind kind, String reason) {
        handler.onFault(half.fail(kind, reason));
    }
}
