package org.airwarden.model;

/** What a track is taken for: the standard identities of STANAG 1241 and APP-6. */
public enum Identity {
    /** Not looked at yet. */
    PENDING,
    /** Looked at, and not known. */
    UNKNOWN,
    /** Taken for a friend for its behaviour. */
    ASSUMED_FRIEND,
    /** Known to be a friend. */
    FRIEND,
    /** Neither supports nor opposes: civil traffic. */
    NEUTRAL,
    /** May be hostile for its behaviour. */
    SUSPECT,
    /** Declared hostile. */
    HOSTILE;

    /** Tells whether it is one that must be spared: a friend, an assumed one, or a neutral one. */
    public boolean isSpared() {
        return this == ASSUMED_FRIEND || this == FRIEND || this == NEUTRAL;
    }
}
