package org.airwarden.modes;

import java.util.HexFormat;

/**
 * Identity on the air: the 24 bits and their kind.
 *
 * @param value 24-bit address, 0x000001..0xFFFFFE
 * @param kind who gave and who sent it
 */
public record AircraftAddress(int value, AddressKind kind) {

    /** Checks that the value fits 24 bits. */
    public AircraftAddress {
        if ((value & 0xFF00_0000) != 0) {
            throw new IllegalArgumentException("address exceeds 24 bits: " + value);
        }
    }

    /** The address as six upper-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().withUpperCase().toHexDigits(value, 6);
    }

    /** Kind and value in one int, unique over both. */
    int key() {
        return kind.code() << 24 | value;
    }

    static AircraftAddress ofKey(int key) {
        return new AircraftAddress(key & 0xFF_FFFF, AddressKind.ofCode(key >>> 24));
    }

    @Override
    public String toString() {
        return kind == AddressKind.ICAO ? hex() : hex() + "/" + kind;
    }
}
