package org.airwarden.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One aircraft of a story: what it answers to interrogation, and where it goes.
 *
 * @param address 24-bit address; used only where the transponder is a Mode S one
 * @param callSign aircraft identification, or null
 * @param mode3A Mode 3/A code (12 bits)
 * @param transponder what it answers with
 * @param echo radar cross-section class: the factor on the range at which primary radar sees it
 * @param emergencyFrom when it declares a general emergency (s after the start), or infinity
 * @param begins when it enters the story (s after the start)
 * @param route where it goes, two points at least
 */
record FlightPlan(
        int address,
        @Nullable String callSign,
        int mode3A,
        Equipment transponder,
        double echo,
        double emergencyFrom,
        double begins,
        List<Waypoint> route) {

    /** What an aircraft answers with. */
    enum Equipment {
        /** Nothing: an echo only. */
        NONE,
        /** Mode A and C. */
        MODE_AC,
        /** Mode S without ADS-B. */
        MODE_S,
        /** Mode S with ADS-B version 2. */
        ADSB;

        /** Tells whether it has a 24-bit address. */
        boolean hasAddress() {
            return this == MODE_S || this == ADSB;
        }
    }
}
