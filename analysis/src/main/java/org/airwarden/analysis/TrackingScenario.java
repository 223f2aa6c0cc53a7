package org.airwarden.analysis;

import java.util.List;

/**
 * A scenario to judge a tracker on: what flies, and what watches it.
 *
 * @param kind its kind, as {@link Scenarios#kinds} names them
 * @param seed what it was drawn from
 * @param duration how long it is watched (s)
 * @param targets what flies
 * @param gaps times in which no radar sees a target
 * @param radars what watches
 */
record TrackingScenario(
        String kind,
        long seed,
        double duration,
        List<Trajectory> targets,
        List<Gap> gaps,
        List<ScenarioRadar> radars) {

    /** A target, counted from 0, is not seen from one time (s) to another. */
    record Gap(int target, double from, double to) {}

    boolean isHidden(int target, double time) {
        for (Gap gap : gaps) {
            if (gap.target == target && time >= gap.from && time < gap.to) {
                return true;
            }
        }
        return false;
    }
}
