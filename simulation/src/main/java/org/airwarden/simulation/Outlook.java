package org.airwarden.simulation;

import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.RadarHorizon;
import org.airwarden.geodesy.Terrain;
import org.airwarden.geodesy.TerrainMask;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen from a place: prepared once a scenario. Straight rays over an earth of 4/3 its
 * radius; the ground's mask. Immutable; any thread.
 */
final class Outlook {
    private static final double MEAN_RADIUS = 6_371_008.8;

    /** Where the aerial or the eye is. */
    final GeodeticPosition position;

    /** Its axes. */
    final Frame frame;

    private final double horizon;
    private final @Nullable TerrainMask mask;

    /** Where a mover is as seen from the place. One thread. */
    static final class View {
        double east;
        double north;
        double up;
        double across;
        double square;
    }

    /** Takes a sensor's place, without looking round. */
    Outlook(SensorSite site, Terrain terrain) {
        this(site, terrain, 0);
    }

    /**
     * Looks round.
     *
     * @param range how far anything can be seen (m)
     */
    Outlook(SensorSite site, Terrain terrain, double range) {
        Place at = site.at();
        double ground = terrain.height(at.latitude(), at.longitude());
        position = new GeodeticPosition(at.latitude(), at.longitude(), ground + site.mast());
        frame = Frame.tangent(position);
        horizon = RadarHorizon.toHorizon(position.height());
        mask =
                terrain.isSmooth() || !(range > 0)
                        ? null
                        : new TerrainMask(terrain, position, Math.min(range, 500_000));
    }

    /** Writes where a mover is as seen from here. */
    void view(Mover.State state, View out) {
        Frame f = frame;
        double x = state.x - f.originX();
        double y = state.y - f.originY();
        double z = state.z - f.originZ();
        double e = f.eastX() * x + f.eastY() * y + f.eastZ() * z;
        double n = f.northX() * x + f.northY() * y + f.northZ() * z;
        out.east = e;
        out.north = n;
        out.up = f.upX() * x + f.upY() * y + f.upZ() * z;
        double flat = e * e + n * n;
        out.across = Math.sqrt(flat);
        out.square = flat + out.up * out.up;
    }

    /** Returns the ground distance (m) of a view. */
    static double ground(View view, double height) {
        double sine = view.across / (MEAN_RADIUS + height);
        double s = sine * sine;
        return MEAN_RADIUS * sine * (1 + s * (1 / 6.0 + s * 0.075));
    }

    /**
     * Tells whether a target is above the horizon of a smooth earth.
     *
     * @param ground ground distance (m)
     * @param height the target's (m)
     */
    boolean isUp(double ground, double height) {
        double beyond = ground - horizon;
        return beyond <= 0
                || (height > 0 && beyond * beyond <= 2 * RadarHorizon.EFFECTIVE_RADIUS * height);
    }

    /** Tells whether the ground stands before a target. */
    boolean isHidden(double azimuth, double ground, double height) {
        return mask != null && mask.hides(azimuth, ground, height);
    }

    /** Returns how much higher a target appears by refraction: rise (m) at its distance. */
    static double refraction(double across) {
        return across * across / (8 * MEAN_RADIUS);
    }
}
