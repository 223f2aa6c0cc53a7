package org.airwarden.tracking;

import java.util.List;
import java.util.function.Supplier;

/**
 * What a tracker is put together from, for those who want another part:
 *
 * <pre>{@code
 * Tracker tracker = new Tracker(0, TrackerParts.standard().withAssociator(GlobalNearest::new));
 * }</pre>
 *
 * @param associator makes the tracker's own associator
 * @param motions the motions that its filter weighs against each other, at least one
 * @param life when tracks are confirmed and end
 * @param tentatives how many tentative tracks are held before the least likely are given up
 */
public record TrackerParts(
        Supplier<? extends Associator> associator,
        List<Motion> motions,
        LifeRules life,
        int tentatives) {
    /** Keeps a copy of the motions. */
    public TrackerParts {
        motions = List.copyOf(motions);
        if (motions.isEmpty()) {
            throw new IllegalArgumentException("a filter needs a motion at least");
        }
        if (tentatives < 1) {
            throw new IllegalArgumentException(tentatives + " tentative tracks: at least 1");
        }
    }

    /** Returns the parts of a tracker as it comes. */
    public static TrackerParts standard() {
        return new TrackerParts(
                BeliefPropagation::new,
                Motion.standard(),
                LifeRules.standard(),
                Overload.USUAL_LIMIT);
    }

    /** Returns the same with another associator. */
    public TrackerParts withAssociator(Supplier<? extends Associator> other) {
        return new TrackerParts(other, motions, life, tentatives);
    }

    /** Returns the same with another bank of motions. */
    public TrackerParts withMotions(List<Motion> others) {
        return new TrackerParts(associator, others, life, tentatives);
    }

    /** Returns the same with other rules of life. */
    public TrackerParts withLife(LifeRules other) {
        return new TrackerParts(associator, motions, other, tentatives);
    }

    /** Returns the same with another limit of tentative tracks. */
    public TrackerParts withTentatives(int limit) {
        return new TrackerParts(associator, motions, life, limit);
    }
}
