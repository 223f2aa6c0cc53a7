package org.airwarden.modes;

/**
 * Who gave the 24-bit address and who transmitted it. The same 24 bits under two kinds are two
 * identities: an aircraft, and what a ground station says about an aircraft, are never mixed.
 *
 * <p>Source: RTCA DO-260B 2.2.3.2.1.2 (CF field of DF=18) and 2.2.17.3 (IMF bit of TIS-B).
 */
public enum AddressKind {
    /** 24-bit ICAO aircraft address, sent by the aircraft itself. */
    ICAO(0),
    /** Anonymous, ground vehicle or fixed obstacle address, sent by its owner (DF18 CF 1). */
    NON_ICAO(1),
    /** ICAO address, reported by a traffic information service on the ground. */
    TIS_B_ICAO(2),
    /** Track file number or other address that a traffic information service made up. */
    TIS_B_TRACK(3),
    /** ICAO address, rebroadcast from another data link (DF18 CF 6). */
    ADS_R_ICAO(4),
    /** Anonymous address, rebroadcast from another data link (DF18 CF 6). */
    ADS_R_NON_ICAO(5);

    private static final AddressKind[] KINDS = values();

    private final int code;

    AddressKind(int code) {
        this.code = code;
    }

    /** A number for this kind that stays the same in all versions. */
    int code() {
        return code;
    }

    static AddressKind ofCode(int code) {
        if (code < 0 || code >= KINDS.length) {
            throw new IllegalArgumentException("no address kind " + code);
        }
        return KINDS[code];
    }
}
