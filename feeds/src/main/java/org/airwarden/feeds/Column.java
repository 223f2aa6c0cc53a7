package org.airwarden.feeds;

import java.util.Locale;

/**
 * The columns of rows made of records, the same for every format: what is asked of recordings most,
 * in SI units and degrees. What a record does not say is empty.
 */
public enum Column {
    /** When it was measured, as the record says, else when it was recorded. */
    TIME(Type.TIME, 0, "UTC; empty where the recording does not tell its date"),
    /** The time since midnight UTC. */
    TIME_OF_DAY(Type.NUMBER, 7, "s since midnight UTC, of the measurement"),
    /** When the recorder received it. */
    RECORDED(Type.TIME, 0, "UTC by the recorder's clock; empty where the framing tells none"),
    /** Where nothing else tells the time. */
    ELAPSED(Type.NUMBER, 7, "s since the first frame, by the receiver's counter; Mode S only"),
    /** ASTERIX category, downlink format, or kind of line. */
    CATEGORY(Type.TEXT, 0, "048 for ASTERIX, DF17 for Mode S, MSG3 for SBS, readsb's type"),
    /** The edition it was read with. */
    EDITION(Type.TEXT, 0, "the ASTERIX edition it was read with"),
    /** System area code. */
    SAC(Type.INTEGER, 0, "system area code of the source"),
    /** System identification code. */
    SIC(Type.INTEGER, 0, "system identification code of the source"),
    /** Simulated, by the record's own mark or the recording's. */
    SIMULATED(Type.FLAG, 0, "true where the record, or the recording, is marked so"),
    /** 24-bit address. */
    ADDRESS(Type.TEXT, 0, "24-bit address, six hexadecimal digits"),
    /** Whether ICAO allotted the address. */
    ICAO_ADDRESS(Type.FLAG, 0, "false for an address that ICAO did not allot; Mode S only"),
    /** Call sign. */
    IDENTIFICATION(Type.TEXT, 0, "call sign"),
    /** Mode 3/A. */
    MODE_3A(Type.TEXT, 0, "Mode 3/A code, four octal digits"),
    /** Track number. */
    TRACK_NUMBER(Type.INTEGER, 0, "the sensor's or system's own track number"),
    /** WGS-84. */
    LATITUDE(Type.NUMBER, 8, "degrees, WGS-84, north positive"),
    /** WGS-84. */
    LONGITUDE(Type.NUMBER, 8, "degrees, WGS-84, east positive"),
    /** Of the source's own plane. */
    X(Type.NUMBER, 2, "m east, in the source's own plane"),
    /** Of the source's own plane. */
    Y(Type.NUMBER, 2, "m north, in the source's own plane"),
    /** Slant range. */
    RANGE(Type.NUMBER, 2, "m, slant range from the sensor"),
    /** Azimuth. */
    AZIMUTH(Type.NUMBER, 5, "degrees clockwise from the sensor's north"),
    /** Above 1013.25 hPa. */
    PRESSURE_HEIGHT(Type.NUMBER, 2, "m above the 1013.25 hPa level: Mode C, flight level"),
    /** Above the ellipsoid. */
    GEOMETRIC_HEIGHT(Type.NUMBER, 2, "m, geometric height as the source gives it"),
    /** Over ground. */
    GROUND_SPEED(Type.NUMBER, 3, "m/s over ground"),
    /** Over ground. */
    TRACK_ANGLE(Type.NUMBER, 4, "degrees clockwise from north, of the movement over ground"),
    /** Up. */
    VERTICAL_RATE(Type.NUMBER, 3, "m/s, up positive"),
    /** Whether on the ground. */
    ON_GROUND(Type.FLAG, 0, "whether it says to be on the ground"),
    /** Wrong bits that were put right. */
    CORRECTED_BITS(Type.INTEGER, 0, "bits of the message that were put right; Mode S only"),
    /** Its place in the file. */
    OFFSET(Type.INTEGER, 0, "octet of the file at which its frame or line begins"),
    /** Its octets. */
    LENGTH(Type.INTEGER, 0, "octets of the record or message");

    /** What a column holds. */
    enum Type {
        /** Nanoseconds since 1970 UTC. */
        TIME,
        NUMBER,
        INTEGER,
        FLAG,
        TEXT
    }

    private final Type type;
    private final int decimals;
    private final String words;

    Column(Type type, int decimals, String words) {
        this.type = type;
        this.decimals = decimals;
        this.words = words;
    }

    /** Returns its place in a row. */
    @SuppressWarnings("EnumOrdinal") // its place is its order, here and nowhere else
    int index() {
        return ordinal();
    }

    Type type() {
        return type;
    }

    /** Returns the digits behind the point in text: finer than any source measures. */
    int decimals() {
        return decimals;
    }

    /** Returns its name in headers. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what it holds, in words. */
    public String words() {
        return words;
    }
}
