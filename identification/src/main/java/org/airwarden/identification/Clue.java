package org.airwarden.identification;

/**
 * Something found on a track that speaks for one kind of aircraft or another. Clues of one {@link
 * Kind} exclude each other.
 */
public enum Clue {
    /** It answered the interrogation of friends (Mode 4 or 5). */
    FRIEND_ANSWER(Kind.FRIEND_ANSWER, false, "answers as a friend"),
    /** It was asked as a friend, could have been heard, and did not answer. */
    NO_FRIEND_ANSWER(Kind.FRIEND_ANSWER, true, "does not answer as a friend"),
    /** It broadcasts a position that agrees with what is measured. */
    BROADCAST(Kind.BROADCAST, false, "ADS-B agrees with what is measured"),
    /** A receiver that would hear it hears no broadcast. */
    NO_BROADCAST(Kind.BROADCAST, true, "no ADS-B where it would be heard"),
    /** It broadcasts a position that disagrees with what is measured. */
    FALSE_BROADCAST(Kind.BROADCAST, false, "ADS-B disagrees with what is measured"),
    /** It answers with a civil code. */
    CIVIL_CODE(Kind.CODE, false, "answers with a civil code"),
    /** An interrogator that reaches it gets no answer. */
    NO_CODE(Kind.CODE, true, "no answer to secondary radar"),
    /** It keeps to an airway. */
    ON_AIRWAY(Kind.ROUTE, false, "on an airway"),
    /** It is on none. */
    OFF_AIRWAY(Kind.ROUTE, false, "off every airway"),
    /** A flight plan fits it. */
    PLANNED(Kind.PLAN, false, "fits a flight plan"),
    /** No flight plan fits it. */
    NOT_PLANNED(Kind.PLAN, true, "fits no flight plan"),
    /** It keeps to a corridor for aircraft that come home. */
    RETURNING(Kind.RETURN, false, "in a return corridor"),
    /** It moves as no aircraft can. */
    NO_AIRCRAFT(Kind.MOTION, false, "moves as no aircraft can"),
    /** It flies low and fast towards a defended area. */
    LOW_AND_FAST(Kind.MOTION, false, "low and fast towards a defended area"),
    /** It flies low and slow towards a defended area. */
    LOW_AND_SLOW(Kind.MOTION, false, "low and slow towards a defended area"),
    /** It took off from a known airport, or came in over a known entry. */
    FROM_AIRPORT(Kind.ORIGIN, false, "came from an airport");

    /** What kind of evidence a clue is. */
    public enum Kind {
        /** Answers to the interrogation of friends. */
        FRIEND_ANSWER,
        /** ADS-B. */
        BROADCAST,
        /** Secondary radar. */
        CODE,
        /** Airways. */
        ROUTE,
        /** Flight plans. */
        PLAN,
        /** Return corridors. */
        RETURN,
        /** How it moves. */
        MOTION,
        /** Where it came from. */
        ORIGIN
    }

    private final Kind kind;
    private final boolean silence;
    private final String words;

    Clue(Kind kind, boolean silence, String words) {
        this.kind = kind;
        this.silence = silence;
        this.words = words;
    }

    /** Returns what kind of evidence it is. */
    public Kind kind() {
        return kind;
    }

    /** Tells whether it is that something is missing. */
    public boolean isSilence() {
        return silence;
    }

    /** Returns it in words. */
    public String words() {
        return words;
    }

    /** Returns its bit in a set of clues. */
    @SuppressWarnings("EnumOrdinal") // bits live as long as a run, and are never written
    public int bit() {
        return 1 << ordinal();
    }
}
