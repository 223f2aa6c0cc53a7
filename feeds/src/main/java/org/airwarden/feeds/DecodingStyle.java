package org.airwarden.feeds;

/** How {@link Decoding} writes records. */
public enum DecodingStyle {
    /** One JSON object a line for every record. */
    JSON,
    /** ASTERIX records octet by octet, beside what the octets mean. */
    HEX,
    /**
     * One JSON object a line for everything in ASTERIX records that reads well and still is not as
     * the definition says: a value out of its range, an unused bit set, a missing item.
     */
    FINDINGS
}
