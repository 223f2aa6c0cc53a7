package org.airwarden.warning;

/** When something that flies on will be over an area. Stateless; any thread. */
public final class Forecast {
    private static final double GRAVITY = 9.80665;

    private Forecast() {}

    /**
     * Returns when something that flies straight on comes nearest to within a margin of an area.
     *
     * @param area the area
     * @param east where it is in the area's frame (m)
     * @param north where it is in the area's frame (m)
     * @param eastSpeed how it moves (m/s)
     * @param northSpeed how it moves (m/s)
     * @param spread tangent of the angle by which it may fly aside of straight on
     * @param margin distance (m) from the area that counts as over it
     * @return time until it is there (s), 0 where it is there already, or infinity
     */
    public static double straight(
            Outline area,
            double east,
            double north,
            double eastSpeed,
            double northSpeed,
            double spread,
            double margin) {
        double reach = area.radius() + margin;
        double distance = east * east + north * north;
        if (distance <= reach * reach && area.distance(east, north) <= margin) {
            return 0;
        }
        double speed = eastSpeed * eastSpeed + northSpeed * northSpeed;
        double closing = -(east * eastSpeed + north * northSpeed);
        if (closing <= 0 || speed == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double time = closing / speed;
        double offEast = east + time * eastSpeed;
        double offNorth = north + time * northSpeed;
        double aside = StrictMath.sqrt(offEast * offEast + offNorth * offNorth);
        double path = time * StrictMath.sqrt(speed);
        if (aside > reach + spread * path) {
            return Double.POSITIVE_INFINITY;
        }
        double before = reach * reach - Math.min(aside, reach) * Math.min(aside, reach);
        return Math.max(0, time - StrictMath.sqrt(before / speed));
    }

    /**
     * Returns how long something that is thrown flies on until it is at a height again, without
     * thrust and without air.
     *
     * @param height above the height that is asked for (m)
     * @param climb vertical speed (m/s), upwards
     * @return time (s), or NaN where it is below already and falls
     */
    public static double fall(double height, double climb) {
        double under = climb * climb + 2 * GRAVITY * height;
        if (under < 0 || (height < 0 && climb <= 0)) {
            return Double.NaN;
        }
        return (climb + StrictMath.sqrt(under)) / GRAVITY;
    }
}
