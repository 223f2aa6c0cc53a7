package org.airwarden.model;

/** How a report was obtained. */
public enum Technology {
    /** Primary radar: an echo, no reply. */
    PRIMARY,
    /** Secondary radar, Mode A/C. */
    SECONDARY,
    /** Primary echo and Mode A/C reply in one plot. */
    COMBINED,
    /** Secondary radar, Mode S. */
    MODE_S,
    /** Primary echo and Mode S reply in one plot. */
    COMBINED_MODE_S,
    /** Automatic dependent surveillance, broadcast: the aircraft's own word. */
    ADSB,
    /** Multilateration. */
    MLAT,
    /** A track of another centre. */
    SYSTEM_TRACK,
    /** Traffic information, broadcast (TIS-B): what a ground station's own sensors see. */
    TISB,
    /** ADS-B sent again by a ground station (ADS-R): the aircraft's word, heard on another link. */
    ADSR,
    /** A direction without a distance. */
    STROBE,
    /** A person's eyes and ears. */
    OBSERVER;

    /** Tells whether it is broadcast for whoever listens, and told rather than measured here. */
    public boolean isBroadcast() {
        return this == ADSB || this == TISB || this == ADSR;
    }

    /** Tells whether it is the aircraft's own word of where it is. */
    public boolean isClaim() {
        return this == ADSB || this == ADSR;
    }

    /**
     * Tells whether it comes out of another tracker, whose errors last from one report to the next
     * and may go along with ours.
     */
    public boolean isForeignTrack() {
        return this == SYSTEM_TRACK || this == TISB;
    }

    /** Tells whether an echo of the body itself is part of it. */
    public boolean hasEcho() {
        return this == PRIMARY || this == COMBINED || this == COMBINED_MODE_S;
    }
}
