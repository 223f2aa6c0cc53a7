package org.airwarden.modes;

/** What was wrong with the bytes of a stream. */
public enum FaultKind {
    /** Bytes that belong to no frame or line. */
    GARBAGE,
    /** A frame or line type that the format does not know. */
    UNKNOWN_TYPE,
    /** A frame or line that ended before it was complete. */
    TRUNCATED,
    /** A line longer than the format allows. */
    TOO_LONG,
    /** Hexadecimal digits expected, something else found, or a wrong number of them. */
    BAD_HEXADECIMAL,
    /** A field of a text line that cannot be read. */
    BAD_FIELD
}
