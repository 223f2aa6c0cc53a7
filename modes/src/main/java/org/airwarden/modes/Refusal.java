package org.airwarden.modes;

/** Why a message yielded no report. */
public enum Refusal {
    /** Its length is not that of its downlink format. */
    WRONG_LENGTH,
    /** Parity says that bits were received wrongly. */
    BAD_PARITY,
    /** Address/parity gives an address that was not heard in clear lately. */
    UNTRUSTED_ADDRESS,
    /** An address that no aircraft can have: all zeros or all ones. */
    IMPOSSIBLE_ADDRESS,
    /** A downlink format that is reserved or of no use to a picture. */
    UNUSED_FORMAT,
    /** An extended squitter whose content is reserved or of no use to a picture. */
    UNUSED_CONTENT,
    /** A ground station's management message (DF18, CF 4): it tells of no aircraft. */
    MANAGEMENT
}
