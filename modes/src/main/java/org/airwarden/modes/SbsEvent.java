package org.airwarden.modes;

/**
 * A line of the SBS-1 BaseStation format that tells of the receiving program, not of a message: SEL
 * (an aircraft was selected), ID (its call sign was set), AIR (it is new), STA (its state changed),
 * CLK (time goes on). Immutable.
 *
 * @param kind SEL, ID, AIR, STA or CLK
 * @param address 24-bit address; -1 when absent, as in CLK
 * @param icao whether the address is an ICAO address
 * @param generated see {@link SbsMessage}; {@link SbsMessage#NO_TIME} when absent
 * @param logged as {@code generated}
 * @param text call sign of SEL and ID; PL, SL, RM, AD or OK of STA; else empty
 */
public record SbsEvent(
        String kind, int address, boolean icao, long generated, long logged, String text) {}
