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
 */
public record TrackerParts(
        Supplier<? extends Associator> associator, List<Motion> motions, LifeRules life) {
    /** Keeps a copy of the motions. */
    public TrackerParts {
        motions = List.copyOf(motions);
        if (motions.isEmpty()) {
            throw new IllegalArgumentException("a filter needs a motion at least");
        }
    }

    /** Returns the parts of a tracker as it comes. */
    public static TrackerParts standard() {
        return new TrackerParts(BeliefPropagation::new, Motion.standard(), LifeRules.standard());
    }

    /** Returns the same with another associator. */
    public TrackerParts withAssociator(Supplier<? extends Associator> other) {
        return new TrackerParts(other, motions, life);
    }

    /** Returns the same with another bank of motions. */
    public TrackerParts withMotions(List<Motion> others) {
        return new TrackerParts(associator, others, life);
    }

    /** Returns the same with other rules of life. */
    public TrackerParts withLife(LifeRules other) {
        return new TrackerParts(associator, motions, other);
    }
}
