package org.airwarden.tracking;

import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;

/**
 * Where a sensor's new targets appear: not all over the sky alike, but at the stands of an airport,
 * where transponders are switched on, and at the edge of what it sees. Counts the tracks that
 * lasted by the cell that they began in: rings that double in range, sectors of azimuth, layers of
 * height. A cell is taken for as full as all are on average, until so many began there that chance
 * does not explain it.
 *
 * <p>The birth intensity of the Poisson/multi-Bernoulli filter (J. L. Williams, IEEE Trans. AES
 * 51(3), 2015), learned. Without it a target that appears where another just vanished is taken for
 * the other. Not thread-safe.
 */
final class BirthMap {
    private static final int RINGS = 9;
    private static final int SECTORS = 24;
    private static final double[] LAYERS = {-1_000, 200, 1_500, 5_000, 15_000};
    private static final int CELLS = RINGS * SECTORS * (LAYERS.length - 1);

    /** Tracks begun in one cell that show it to be a place where targets appear. */
    private static final double ENOUGH = 2;

    /** Begun tracks over which is forgotten. */
    private static final double MEMORY = 400;

    private double[] begun = new double[0];
    private double total;

    BirthMap() {}

    /**
     * Returns the cell of a place, or -1 where no height is known.
     *
     * @param share range as a share of the greatest, above 0
     * @param azimuth (rad)
     * @param height above the sensor (m), or NaN
     */
    static int cell(double share, double azimuth, double height) {
        if (Double.isNaN(height)) {
            return -1;
        }
        int ring = Math.max(0, Math.min(RINGS - 1, -Math.getExponent(share)));
        double turn = azimuth / (2 * Math.PI);
        int sector = (int) Math.max(0, Math.min(SECTORS - 1, turn * SECTORS));
        int layer = 0;
        while (layer < LAYERS.length - 2 && height >= LAYERS[layer + 1]) {
            layer++;
        }
        return (layer * RINGS + ring) * SECTORS + sector;
    }

    /** Counts a track that lasted and began in a cell. */
    void count(int cell) {
        if (cell < 0) {
            return;
        }
        if (begun.length == 0) {
            begun = new double[CELLS];
        }
        begun[cell]++;
        total++;
        if (total > MEMORY) {
            for (int i = 0; i < CELLS; i++) {
                begun[i] *= 0.5;
            }
            total *= 0.5;
        }
    }

    /**
     * Returns how much denser (in range, azimuth and height) targets appear in a cell than on
     * average; at least 1.
     */
    double ratio(int cell) {
        if (cell < 0 || begun.length == 0 || begun[cell] < ENOUGH) {
            return 1;
        }
        return Math.max(1, begun[cell] / (total + 1) / volume(cell));
    }

    /** Returns the share of all range, azimuth and height that a cell takes up. */
    private static double volume(int cell) {
        int ring = cell / SECTORS % RINGS;
        int layer = cell / SECTORS / RINGS;
        double depth = ring == RINGS - 1 ? Math.scalb(1.0, -ring + 1) : Math.scalb(1.0, -ring);
        double height = layer == 0 ? LAYERS[1] : LAYERS[layer + 1] - LAYERS[layer];
        return depth / SECTORS * height / LAYERS[LAYERS.length - 1];
    }

    void write(StateOutput out) {
        out.putDouble(total);
        out.putBoolean(begun.length > 0);
        if (begun.length > 0) {
            out.putDoubles(begun);
        }
    }

    static BirthMap read(StateInput in) {
        BirthMap map = new BirthMap();
        map.total = in.takeDouble();
        if (in.takeBoolean()) {
            map.begun = new double[CELLS];
            in.takeDoubles(map.begun);
        }
        return map;
    }
}
