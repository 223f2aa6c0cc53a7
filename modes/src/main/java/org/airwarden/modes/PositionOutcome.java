package org.airwarden.modes;

/** What became of a coded position. */
public enum PositionOutcome {
    /** Decoded from an even and an odd message. */
    GLOBAL(true),
    /** Decoded from one message and the aircraft's last position. */
    LOCAL(true),
    /** No message of the other format within the time window, and no last position. */
    NO_PAIR(false),
    /** Even and odd message lie in different bands of longitude zones, and no last position. */
    ZONES_DIFFER(false),
    /** A surface position without any reference. */
    NO_REFERENCE(false),
    /** The aircraft would have flown impossibly fast from its last position. */
    TOO_FAST(false),
    /** Further from the receiver than is possible. */
    TOO_FAR(false),
    /** The aircraft says that it does not know where it is: type code 0. */
    NOT_SENT(false);

    private final boolean resolved;

    PositionOutcome(boolean resolved) {
        this.resolved = resolved;
    }

    /** Whether there is a position. */
    public boolean isResolved() {
        return resolved;
    }
}
