package org.airwarden.geodesy;

/** Ground without hills. */
final class SmoothTerrain implements Terrain {
    private static final double MEAN_RADIUS = 6_371_008.8;

    /** Returns the length of the arc on the ground (m) that belongs to a chord (m). */
    static double arcOf(double chord) {
        return 2 * MEAN_RADIUS * StrictMath.asin(Math.min(1, chord / (2 * MEAN_RADIUS)));
    }

    @Override
    public double height(double latitude, double longitude) {
        return 0;
    }

    @Override
    public double highest() {
        return 0;
    }

    @Override
    public double grain() {
        return Double.POSITIVE_INFINITY;
    }
}
