package org.airwarden.simulation;

import org.jspecify.annotations.Nullable;

/**
 * What an aircraft answers and broadcasts.
 *
 * @param equipment its transponder
 * @param mode3A Mode 3/A code (12 bits), or -1 for one that the run draws
 * @param address 24-bit address, or -1 for one that the run draws
 * @param callSign aircraft identification, or null
 * @param friend whether it answers the defender's own interrogation of friends (Mode 4 or 5)
 * @param planned whether the posts hold a flight plan of it
 */
public record Answering(
        Equipment equipment,
        int mode3A,
        int address,
        @Nullable String callSign,
        boolean friend,
        boolean planned) {

    /** What an aircraft answers with. */
    public enum Equipment {
        /** Nothing: an echo only. */
        NONE,
        /** Mode A and C. */
        MODE_AC,
        /** Mode S without ADS-B. */
        MODE_S,
        /** Mode S with ADS-B. */
        ADSB
    }

    /** Answers nothing. */
    public static final Answering SILENT =
            new Answering(Equipment.NONE, -1, -1, null, false, false);
}
