package org.airwarden.simulation;

/**
 * What flies.
 *
 * @param name its name in the catalogue
 * @param title for people
 * @param kind how it flies
 * @param speed (m/s); of a ballistic class it follows from the range and is not used
 * @param height usual height above the ground (m); for {@link Kind#CRUISE_MISSILE} what it keeps
 * @param crossSection mean radar cross-section (m²)
 * @param fluctuation Swerling case of its echo, 0 to 4
 * @param people aboard
 * @param effectRadius distance from its impact within which people are under fire (m); 0 for what
 *     carries no warhead
 * @param mustNotBeHit whether it is an airliner or an ally's aircraft
 */
public record PlatformClass(
        String name,
        String title,
        Kind kind,
        Figure speed,
        Figure height,
        Figure crossSection,
        int fluctuation,
        int people,
        Figure effectRadius,
        boolean mustNotBeHit) {

    /** How it flies. */
    public enum Kind {
        /** A manned aircraft with wings. */
        AIRCRAFT,
        /** A helicopter. */
        HELICOPTER,
        /** A small slow drone, or a one-way attack drone. */
        DRONE,
        /** Low and level above the ground to its aim. */
        CRUISE_MISSILE,
        /** Without thrust from its release down to its aim. */
        GLIDE_WEAPON,
        /** Thrown: a minimum-energy path to its aim. */
        BALLISTIC_MISSILE,
        /** Looks like another and carries nothing. */
        DECOY
    }
}
