package org.airwarden.geodesy;

/**
 * The ground's height. Immutable; any thread.
 *
 * <p>Rays are straight over an earth of 4/3 its radius, as in {@link RadarHorizon}, with the usual
 * parabola for its curvature.
 */
public interface Terrain {
    /** A smooth ellipsoid. */
    @SuppressWarnings("ClassInitializationDeadlock") // its class is reached through here alone
    Terrain SMOOTH = new SmoothTerrain();

    /**
     * Returns the ground's height above the ellipsoid (m).
     *
     * @param latitude WGS-84 (rad)
     * @param longitude WGS-84 (rad)
     */
    double height(double latitude, double longitude);

    /** Returns a height (m) that no ground exceeds. */
    double highest();

    /** Returns the distance (m) within which the ground changes little: how finely to sample it. */
    double grain();

    /** Tells whether it has no hills at all. */
    default boolean isSmooth() {
        return this == SMOOTH;
    }

    /**
     * Tells whether the ground stands between an aerial and a target, or the target is below the
     * horizon. Samples the ground along the way: for one look, or for tests; who looks often uses a
     * {@link TerrainMask}.
     *
     * @param antenna the aerial, height above the ellipsoid
     * @param target the target, height above the ellipsoid
     */
    default boolean isMasked(GeodeticPosition antenna, GeodeticPosition target) {
        double[] from = new double[3];
        double[] to = new double[3];
        Wgs84.toEarthCentred(antenna.latitude(), antenna.longitude(), 0, from);
        Wgs84.toEarthCentred(target.latitude(), target.longitude(), 0, to);
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double dz = to[2] - from[2];
        double chord = Math.sqrt(dx * dx + dy * dy + dz * dz);
        double length = SmoothTerrain.arcOf(chord);
        if (length > RadarHorizon.distance(antenna.height(), target.height())) {
            return true;
        }
        int steps = (int) Math.ceil(length / grain());
        for (int i = 1; i < steps; i++) {
            double part = (double) i / steps;
            double along = part * length;
            double ray =
                    antenna.height()
                            + part * (target.height() - antenna.height())
                            - along * (length - along) / (2 * RadarHorizon.EFFECTIVE_RADIUS);
            if (ray > highest()) {
                continue;
            }
            GeodeticPosition under =
                    Wgs84.toGeodetic(from[0] + part * dx, from[1] + part * dy, from[2] + part * dz);
            if (height(under.latitude(), under.longitude()) > ray) {
                return true;
            }
        }
        return false;
    }
}
