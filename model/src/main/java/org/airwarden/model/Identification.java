package org.airwarden.model;

import java.util.List;

/**
 * What a track is taken for, how probable each kind is, and why. The probabilities and the declared
 * identity are separate: procedures make the one from the other.
 *
 * @param identity the declared identity
 * @param civil probability that it is civil
 * @param friend probability that it is a friend
 * @param hostile probability that it is hostile
 * @param reasons the clues, each with what it says of the three
 */
public record Identification(
        Identity identity, double civil, double friend, double hostile, List<Reason> reasons) {
    /** Copies the list. */
    public Identification {
        reasons = List.copyOf(reasons);
    }

    /**
     * A clue.
     *
     * @param words what was found, for people
     * @param civil probability of finding it on a civil aircraft
     * @param friend probability of finding it on a friend
     * @param hostile probability of finding it on a hostile one
     */
    public record Reason(String words, double civil, double friend, double hostile) {}
}
