package org.airwarden.simulation;

/**
 * What random numbers are drawn for. Each entity has a stream of its own for each purpose, so that
 * one more battery, or one more look, shifts no other draw: two scenarios that differ in one thing
 * can be compared run by run.
 */
public enum Purpose {
    /** Quantities of the scenario, once a run. */
    SCENARIO,
    /** When and where a mover appears, and how it flies. */
    MOTION,
    /** Codes and addresses. */
    CODES,
    /** Whether a look detects. */
    DETECTION,
    /** Errors of what is measured. */
    MEASUREMENT,
    /** Plots of nothing. */
    FALSE_PLOTS,
    /** Delays and losses of a link. */
    LINK,
    /** What a crew does and how fast. */
    CREW,
    /** Outcomes of engagements. */
    OUTCOME,
    /** Where debris and misses fall. */
    IMPACT
}
