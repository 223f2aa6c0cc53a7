package org.airwarden.geodesy;

/**
 * What a radar measures: slant range and azimuth from its place, and how a height completes them.
 *
 * <p>Straight rays: refraction bends a ray by well under the height error of a plot within radar
 * range, and is left to registration. Stateless; any thread.
 */
public final class Polar {
    private Polar() {}

    /**
     * Writes the world point at a slant range, azimuth and elevation from a sensor.
     *
     * @param sensor the sensor's place and axes
     * @param range slant range (m)
     * @param azimuth clockwise from the sensor's north (rad)
     * @param elevation above the sensor's horizontal (rad)
     * @param out receives x, y, z (m) at indices 0 to 2
     */
    public static void locate(
            Frame sensor, double range, double azimuth, double elevation, double[] out) {
        double across = range * StrictMath.cos(elevation);
        sensor.toWorld(
                across * StrictMath.sin(azimuth),
                across * StrictMath.cos(azimuth),
                range * StrictMath.sin(elevation),
                out,
                0);
    }

    /**
     * Returns the elevation (rad) at which a target of a given geometric height lies on a sensor's
     * slant range, found on the ellipsoid itself.
     *
     * <p>Where no point of that range and azimuth has the height (nearly overhead, or a height far
     * off), the nearest elevation is returned: straight up or straight down.
     *
     * @param world the world that the sensor's frame lies in
     * @param sensor the sensor's place and axes
     * @param range slant range (m), above 0
     * @param azimuth clockwise from the sensor's north (rad)
     * @param height the target's geometric height (m)
     */
    public static double elevationForHeight(
            World world, Frame sensor, double range, double azimuth, double height) {
        double sensorHeight = world.heightOf(sensor.originX(), sensor.originY(), sensor.originZ());
        // Start: law of cosines on a sphere of the mean radius, exact on it; flat has no radius.
        double rise = height - sensorHeight;
        double sine;
        if (world == World.FLAT) {
            return StrictMath.asin(clamp(rise / range));
        }
        double radius = MEAN_RADIUS + sensorHeight;
        sine = (rise * (2 * radius + rise) - range * range) / (2 * radius * range);
        double[] at = new double[3];
        double elevation = StrictMath.asin(clamp(sine));
        for (int pass = 0; pass < 4; pass++) {
            locate(sensor, range, azimuth, elevation, at);
            double miss = height - world.heightOf(at[0], at[1], at[2]);
            if (Math.abs(miss) < 1e-4) {
                break;
            }
            // d(height)/d(sin elevation) is very nearly the range.
            elevation = StrictMath.asin(clamp(StrictMath.sin(elevation) + miss / range));
        }
        return elevation;
    }

    private static final double MEAN_RADIUS = 6_371_008.8;

    private static double clamp(double sine) {
        return Math.max(-1, Math.min(1, sine));
    }
}
