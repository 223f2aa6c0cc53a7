package org.airwarden.geodesy;

/**
 * Hills that are made up, the same for a seed: value noise of {@value #OCTAVES} octaves with
 * quintic blending (K. Perlin, Improving noise, SIGGRAPH 2002), squared, so that valleys are wider
 * than peaks. Heights lie between 0 and the relief and change smoothly. Costs about 50 ns a place.
 * Immutable; any thread.
 */
public final class SyntheticTerrain implements Terrain {
    private static final int OCTAVES = 4;
    private static final double MEAN_RADIUS = 6_371_008.8;

    /** East to west the grain is true at 37 degrees of latitude. */
    private static final double PARALLEL = 0.8;

    private final long seed;
    private final double relief;
    private final double grain;

    /**
     * Makes hills up.
     *
     * @param seed picks the hills
     * @param relief height of the highest hills (m), 0 or more
     * @param grain distance from hill to hill (m), above 0
     */
    public SyntheticTerrain(long seed, double relief, double grain) {
        if (!(relief >= 0 && grain > 0)) {
            throw new IllegalArgumentException("hills of " + relief + " m each " + grain + " m");
        }
        this.seed = mix(seed ^ 0x7E44A1_5EEDL);
        this.relief = relief;
        this.grain = grain;
    }

    @Override
    public double height(double latitude, double longitude) {
        double x = longitude * (MEAN_RADIUS * PARALLEL) / grain;
        double y = latitude * MEAN_RADIUS / grain;
        double sum = 0;
        double weight = 0.5;
        for (int octave = 0; octave < OCTAVES; octave++) {
            sum += weight * noise(x, y, seed + octave);
            weight /= 2;
            x = 2 * x + 0.37;
            y = 2 * y + 0.71;
        }
        double share = sum / (1 - 2 * weight);
        return relief * share * share;
    }

    @Override
    public double highest() {
        return relief;
    }

    @Override
    public double grain() {
        return grain / (1 << OCTAVES);
    }

    private static double noise(double x, double y, long seed) {
        double left = Math.floor(x);
        double low = Math.floor(y);
        double u = fade(x - left);
        double v = fade(y - low);
        long column = (long) left;
        long row = (long) low;
        double a = value(column, row, seed);
        double b = value(column + 1, row, seed);
        double c = value(column, row + 1, seed);
        double d = value(column + 1, row + 1, seed);
        double lower = a + u * (b - a);
        return lower + v * (c + u * (d - c) - lower);
    }

    private static double fade(double t) {
        return t * t * t * (t * (6 * t - 15) + 10);
    }

    /** A number from 0 to 1 for a place of the lattice. */
    private static double value(long column, long row, long seed) {
        long key = column * 0x9E3779B97F4A7C15L ^ row * 0xC2B2AE3D27D4EB4FL ^ seed;
        return (mix(key) >>> 11) * 0x1p-53;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
