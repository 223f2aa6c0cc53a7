package org.airwarden.modes;

/**
 * One MSG line of the SBS-1 BaseStation format, in SI units and radians. Immutable.
 *
 * @param type transmission type, 1 to 8: 1 identification, 2 surface position, 3 airborne position,
 *     4 airborne velocity, 5 surveillance altitude, 6 surveillance identity, 7 air to air, 8 all
 *     call
 * @param address 24-bit address
 * @param icao whether the address is an ICAO address; others are written with a tilde before them
 * @param generated nanoseconds since 1970, date and time taken as UTC; {@link #NO_TIME} when absent
 * @param logged as {@code generated}
 * @param callSign without filling spaces; empty when absent
 * @param pressureHeight metres; NaN when absent
 * @param groundSpeed metres a second; NaN when absent
 * @param track radians from north; NaN when absent
 * @param latitude radians; NaN when absent
 * @param longitude radians; NaN when absent
 * @param verticalRate metres a second, up positive; NaN when absent
 * @param squawk see {@link IdentityCode}; -1 when absent
 * @param alert 1 yes, 0 no, -1 absent
 * @param emergency 1 yes, 0 no, -1 absent
 * @param specialPosition 1 yes, 0 no, -1 absent
 * @param onGround 1 yes, 0 no, -1 absent
 */
public record SbsMessage(
        int type,
        int address,
        boolean icao,
        long generated,
        long logged,
        String callSign,
        double pressureHeight,
        double groundSpeed,
        double track,
        double latitude,
        double longitude,
        double verticalRate,
        int squawk,
        int alert,
        int emergency,
        int specialPosition,
        int onGround) {

    /** The time of a message without one. */
    public static final long NO_TIME = Long.MIN_VALUE;
}
