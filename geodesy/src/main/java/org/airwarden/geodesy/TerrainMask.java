package org.airwarden.geodesy;

import java.util.Arrays;

/**
 * What the ground hides from one aerial, by azimuth and distance: computed once, so that a look
 * costs a comparison or two. In each of {@value #AZIMUTHS} directions it holds by how much the
 * ground rises to the highest edge so far. It differs from {@link Terrain#isMasked} by what lies
 * between two directions. Immutable; any thread.
 */
public final class TerrainMask {
    private static final int AZIMUTHS = 720;
    private static final double PER_RADIAN = AZIMUTHS / (2 * StrictMath.PI);
    private static final double EXACT_EVERY = 5_000;
    private static final double MEAN_RADIUS = 6_371_008.8;

    private final double height;
    private final float[] skyline = new float[AZIMUTHS];
    private final int[] first = new int[AZIMUTHS + 1];
    private float[] distances = new float[4 * AZIMUTHS];
    private float[] slopes = new float[4 * AZIMUTHS];
    private int edges;

    /**
     * Looks round.
     *
     * @param terrain the ground
     * @param antenna the aerial, height above the ellipsoid
     * @param range how far to look (m)
     */
    public TerrainMask(Terrain terrain, GeodeticPosition antenna, double range) {
        height = antenna.height();
        Frame frame =
                Frame.tangent(new GeodeticPosition(antenna.latitude(), antenna.longitude(), 0));
        double step = Math.min(EXACT_EVERY, Math.max(100, terrain.grain() / 2));
        int parts = (int) Math.ceil(EXACT_EVERY / step);
        int nodes = terrain.isSmooth() ? 0 : (int) Math.ceil(range / EXACT_EVERY);
        for (int azimuth = 0; azimuth < AZIMUTHS; azimuth++) {
            first[azimuth] = edges;
            skyline[azimuth] = lookAlong(terrain, frame, azimuth / PER_RADIAN, nodes, parts);
        }
        first[AZIMUTHS] = edges;
        distances = Arrays.copyOf(distances, edges);
        slopes = Arrays.copyOf(slopes, edges);
    }

    private float lookAlong(Terrain terrain, Frame frame, double azimuth, int nodes, int parts) {
        double east = StrictMath.sin(azimuth);
        double north = StrictMath.cos(azimuth);
        float most = Float.NEGATIVE_INFINITY;
        double[] at = new double[3];
        GeodeticPosition near = placeAt(frame, east, north, 0, at);
        for (int node = 0; node < nodes; node++) {
            GeodeticPosition far = placeAt(frame, east, north, (node + 1) * EXACT_EVERY, at);
            double turn = longitudeBetween(near, far);
            for (int i = 1; i <= parts; i++) {
                double part = (double) i / parts;
                double ground =
                        terrain.height(
                                near.latitude() + part * (far.latitude() - near.latitude()),
                                near.longitude() + part * turn);
                double distance = (node + part) * EXACT_EVERY;
                float slope = (float) slope(distance, ground);
                if (slope > most) {
                    most = slope;
                    add(distance, slope);
                }
            }
            near = far;
        }
        return most;
    }

    private static double longitudeBetween(GeodeticPosition from, GeodeticPosition to) {
        return StrictMath.IEEEremainder(to.longitude() - from.longitude(), 2 * StrictMath.PI);
    }

    private static GeodeticPosition placeAt(
            Frame frame, double east, double north, double distance, double[] at) {
        // Central projection: straight lines of the tangent plane are great circles.
        double across = MEAN_RADIUS * StrictMath.tan(distance / MEAN_RADIUS);
        frame.toWorld(across * east, across * north, 0, at, 0);
        double shrink = MEAN_RADIUS / Math.sqrt(at[0] * at[0] + at[1] * at[1] + at[2] * at[2]);
        return Wgs84.toGeodetic(at[0] * shrink, at[1] * shrink, at[2] * shrink);
    }

    private void add(double distance, float slope) {
        if (edges == distances.length) {
            distances = Arrays.copyOf(distances, 2 * edges);
            slopes = Arrays.copyOf(slopes, 2 * edges);
        }
        distances[edges] = (float) distance;
        slopes[edges] = slope;
        edges++;
    }

    private double slope(double distance, double above) {
        return (above - height) / distance - distance / (2 * RadarHorizon.EFFECTIVE_RADIUS);
    }

    /**
     * Tells whether the ground stands before a target.
     *
     * @param azimuth clockwise from true north (rad), -2 pi to 4 pi
     * @param distance ground distance (m), above 0
     * @param above the target's height above the ellipsoid (m)
     */
    public boolean hides(double azimuth, double distance, double above) {
        int direction = Math.floorMod((int) Math.rint(azimuth * PER_RADIAN), AZIMUTHS);
        double slope = slope(distance, above);
        if (slope >= skyline[direction]) {
            return false;
        }
        int lo = first[direction];
        int hi = first[direction + 1];
        while (lo < hi) {
            int middle = (lo + hi) >>> 1;
            if (distances[middle] < distance) {
                lo = middle + 1;
            } else {
                hi = middle;
            }
        }
        return lo > first[direction] && slopes[lo - 1] > slope;
    }
}
