package org.airwarden.simulation;

/**
 * What random numbers are drawn for. Each entity has a stream of its own for each purpose, so that
 * one more battery, or one more look, shifts no other draw: two scenarios that differ in one thing
 * can be compared run by run.
 */
public enum Purpose {
    /** Quantities of the scenario, once a run. */
    SCENARIO(1),
    /** When and where a mover appears, and how it flies. */
    MOTION(2),
    /** Codes and addresses. */
    CODES(3),
    /** Whether a look detects. */
    DETECTION(4),
    /** Errors of what is measured. */
    MEASUREMENT(5),
    /** Plots of nothing. */
    FALSE_PLOTS(6),
    /** Delays and losses of a link. */
    LINK(7),
    /** What a crew does and how fast. */
    CREW(8),
    /** Outcomes of engagements. */
    OUTCOME(9),
    /** Where debris and misses fall. */
    IMPACT(10);

    private final long number;

    Purpose(long number) {
        this.number = number;
    }

    /** Returns its number: part of what starts a stream, so that it never changes. */
    long number() {
        return number;
    }
}
