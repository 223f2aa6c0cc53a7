package org.airwarden.identification;

import java.util.EnumMap;
import java.util.Map;

/**
 * How identities are declared: what is expected beforehand, what each clue says, and from which
 * probability on a track is called what.
 *
 * @param prior probability of each kind before any clue
 * @param says what each clue says; a clue that is missing says nothing
 * @param hostile probability of a hostile one from which a track is declared hostile
 * @param suspect probability of a hostile one from which a track is declared suspect
 * @param spared probability of a civil one or of a friend from which a track is declared neutral,
 *     or an assumed friend
 * @param floor whether the airliner's floor holds: nothing that is missing, alone or together, and
 *     no single kind of evidence makes a track hostile, motion that no aircraft can fly excepted
 */
public record Procedure(
        Likelihood prior,
        Map<Clue, Likelihood> says,
        double hostile,
        double suspect,
        double spared,
        boolean floor) {
    /** Copies the map. */
    public Procedure {
        says = Map.copyOf(says);
    }

    /**
     * Returns the procedure that holds unless another is given. What the first three kinds of
     * evidence say is the worked example of Bayesian identification that the project is held
     * against; the rest is assumed in its manner and is to be replaced by what a deployment knows.
     */
    public static Procedure standard() {
        Map<Clue, Likelihood> says = new EnumMap<>(Clue.class);
        says.put(Clue.FRIEND_ANSWER, new Likelihood(0.001, 0.95, 0.001));
        says.put(Clue.NO_FRIEND_ANSWER, new Likelihood(0.999, 0.05, 0.999));
        says.put(Clue.BROADCAST, new Likelihood(0.98, 0.30, 0.01));
        says.put(Clue.NO_BROADCAST, new Likelihood(0.02, 0.70, 0.99));
        says.put(Clue.FALSE_BROADCAST, new Likelihood(0.001, 0.01, 0.05));
        says.put(Clue.ON_AIRWAY, new Likelihood(0.95, 0.15, 0.10));
        says.put(Clue.OFF_AIRWAY, new Likelihood(0.05, 0.85, 0.90));
        says.put(Clue.CIVIL_CODE, new Likelihood(0.98, 0.60, 0.05));
        says.put(Clue.NO_CODE, new Likelihood(0.02, 0.40, 0.95));
        says.put(Clue.PLANNED, new Likelihood(0.90, 0.10, 0.01));
        says.put(Clue.NOT_PLANNED, new Likelihood(0.10, 0.90, 0.99));
        says.put(Clue.RETURNING, new Likelihood(0.02, 0.60, 0.02));
        says.put(Clue.NO_AIRCRAFT, new Likelihood(1e-6, 1e-6, 0.30));
        says.put(Clue.LOW_AND_FAST, new Likelihood(0.002, 0.05, 0.30));
        says.put(Clue.LOW_AND_SLOW, new Likelihood(0.01, 0.05, 0.20));
        says.put(Clue.FROM_AIRPORT, new Likelihood(0.60, 0.50, 0.01));
        return new Procedure(new Likelihood(0.70, 0.20, 0.10), says, 0.90, 0.60, 0.90, true);
    }

    /** Returns the same procedure with the airliner's floor or without. */
    public Procedure withFloor(boolean holds) {
        return new Procedure(prior, says, hostile, suspect, spared, holds);
    }
}
