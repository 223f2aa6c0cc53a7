package org.airwarden.geodesy;

/**
 * How far a radar sees over a smooth earth under standard refraction.
 *
 * <p>The effective earth radius of 4/3, and the usual d = sqrt(2 k a h) for each end of the ray:
 * ITU-R P.453, and M. I. Skolnik, Introduction to Radar Systems, 2nd ed., section 12.3. For heights
 * that aircraft reach it differs from the arc on a sphere by less than one part in 2,000, which is
 * far less than the weather makes. Stateless; any thread.
 */
public final class RadarHorizon {
    /** Radius of the earth under which rays are straight (m). */
    public static final double EFFECTIVE_RADIUS = 4.0 / 3.0 * 6_371_008.8;

    private RadarHorizon() {}

    /**
     * Returns the greatest ground distance (m) at which a target is above the horizon.
     *
     * @param sensorHeight height of the aerial above the smooth earth (m); below 0 counts as 0
     * @param targetHeight height of the target above the smooth earth (m); below 0 counts as 0
     */
    public static double distance(double sensorHeight, double targetHeight) {
        return toHorizon(sensorHeight) + toHorizon(targetHeight);
    }

    /**
     * Returns the ground distance (m) from a point to its horizon.
     *
     * @param height above the smooth earth (m); below 0 counts as 0
     */
    public static double toHorizon(double height) {
        return Math.sqrt(2 * EFFECTIVE_RADIUS * Math.max(0, height));
    }
}
