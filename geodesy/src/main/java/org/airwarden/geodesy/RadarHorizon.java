package org.airwarden.geodesy;

/**
 * How far a radar sees over a smooth earth under standard refraction.
 *
 * <p>The effective earth radius of 4/3: ITU-R P.453, and M. I. Skolnik, Introduction to Radar
 * Systems, 2nd ed., section 12.3. Stateless; any thread.
 */
public final class RadarHorizon {
    private static final double EFFECTIVE_RADIUS = 4.0 / 3.0 * 6_371_008.8;

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

    private static double toHorizon(double height) {
        double h = Math.max(0, height);
        return EFFECTIVE_RADIUS * StrictMath.acos(EFFECTIVE_RADIUS / (EFFECTIVE_RADIUS + h));
    }
}
