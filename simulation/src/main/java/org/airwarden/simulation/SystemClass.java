package org.airwarden.simulation;

/**
 * A class of surface-to-air system, as encyclopaedias give it. Kinematic range (how far the
 * interceptor flies) and effective range (where its use is said to make sense) are kept apart.
 *
 * @param name its name in the catalogue
 * @param title for people
 * @param minimumRange (m)
 * @param effectiveRange (m)
 * @param kinematicRange (m)
 * @param floor lowest height (m)
 * @param ceiling greatest height (m)
 * @param interceptorSpeed mean speed (m/s)
 * @param channels targets that it can engage at a time
 * @param salvoInterval least time between launches (s)
 * @param ready interceptors ready to launch of one battery
 * @param reload time to reload all launchers (s)
 * @param reaction time from the order to the launch (s)
 * @param setUp time from the march to readiness (s)
 * @param largestEcho whether an interceptor goes for the largest echo near its target: semi-active
 *     systems with one wide beam
 * @param confidence what the sources are worth
 */
public record SystemClass(
        String name,
        String title,
        Figure minimumRange,
        Figure effectiveRange,
        Figure kinematicRange,
        Figure floor,
        Figure ceiling,
        Figure interceptorSpeed,
        Figure channels,
        Figure salvoInterval,
        Figure ready,
        Figure reload,
        Figure reaction,
        Figure setUp,
        boolean largestEcho,
        Confidence confidence) {

    /** What the sources are worth. */
    public enum Confidence {
        /** Sources agree. */
        CONSENSUS,
        /** Sources differ. */
        CONTESTED,
        /** One source alone. */
        SINGLE_SOURCE
    }
}
