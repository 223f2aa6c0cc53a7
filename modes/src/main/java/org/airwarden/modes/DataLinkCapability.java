package org.airwarden.modes;

import static org.airwarden.modes.ExtendedSquitter.bit;
import static org.airwarden.modes.ExtendedSquitter.bits;

/**
 * Register 1,0: data link capability report (ICAO Doc 9871 table A-2-16, Annex 10 Volume IV,
 * 3.1.2.6.10.2). Reads 56 bits. Stateless; any thread.
 */
public final class DataLinkCapability {
    private DataLinkCapability() {}

    /** Whether register 1,1 goes on. */
    public static boolean isContinued(long register) {
        return bit(register, 9);
    }

    /** Whether overlay command is supported: registers then begin with their own number. */
    public static boolean hasOverlayCommand(long register) {
        return bit(register, 15);
    }

    /** Whether ACAS works. */
    public static boolean isAcasOperational(long register) {
        return bit(register, 16);
    }

    /** Version of the Mode S subnetwork, 0 to 127. */
    public static int subnetworkVersion(long register) {
        return bits(register, 17, 7);
    }

    /** Whether the transponder speaks the enhanced protocol (level 5). */
    public static boolean isEnhanced(long register) {
        return bit(register, 24);
    }

    /** Whether Mode S specific services are there. */
    public static boolean hasSpecificServices(long register) {
        return bit(register, 25);
    }

    /** Uplink ELM throughput code, 0 to 7. */
    public static int uplinkThroughput(long register) {
        return bits(register, 26, 3);
    }

    /** Downlink ELM throughput code, 0 to 15. */
    public static int downlinkThroughput(long register) {
        return bits(register, 29, 4);
    }

    /** Whether register 2,0 is filled. */
    public static boolean hasIdentification(long register) {
        return bit(register, 33);
    }

    /** SCS: whether registers 0,5 and 0,6 are refreshed. */
    public static boolean hasSquitter(long register) {
        return bit(register, 34);
    }

    /** SIC: whether surveillance identifiers are understood. */
    public static boolean knowsSurveillanceIdentifiers(long register) {
        return bit(register, 35);
    }

    /** A bit that toggles whenever register 1,7 changes. */
    public static boolean capabilityToggle(long register) {
        return bit(register, 36);
    }

    /** Whether ACAS does hybrid surveillance. */
    public static boolean hasHybridSurveillance(long register) {
        return bit(register, 37);
    }

    /** Whether ACAS gives resolution advisories, not traffic advisories only. */
    public static boolean hasResolutionAdvisories(long register) {
        return bit(register, 38);
    }

    /** ACAS version: 0 TCAS II 6.04A, 1 version 7.0, 2 version 7.1, 3 see register 1,1. */
    public static int acasVersion(long register) {
        return bits(register, 39, 2);
    }

    /** Sixteen bits: which data terminals of subaddress 0 to 15 are there, 0 the highest. */
    public static int terminals(long register) {
        return bits(register, 41, 16);
    }

    /** Whether the bits can be this register: its number first, reserved bits zero. */
    public static boolean isWellFormed(long register) {
        return bits(register, 1, 8) == 0x10 && bits(register, 10, 5) == 0;
    }
}
