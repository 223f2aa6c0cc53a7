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
    SYSTEM_TRACK;

    /** Tells whether an echo of the body itself is part of it. */
    public boolean hasEcho() {
        return this == PRIMARY || this == COMBINED || this == COMBINED_MODE_S;
    }
}
