package org.airwarden.geodesy;

/**
 * A grid of heights in degrees, interpolated between four places. Outside of it, and where it has
 * no data, the ground is at height 0. {@link GridTerrainReader} reads one. Immutable; any thread.
 */
public final class GridTerrain implements Terrain {
    private static final double MEAN_RADIUS = 6_371_008.8;

    private final int columns;
    private final int rows;
    private final double west;
    private final double south;
    private final double cell;
    private final float[] heights;
    private final double highest;

    /**
     * Takes a grid.
     *
     * @param columns places from west to east
     * @param rows places from south to north
     * @param west longitude of the western places (rad)
     * @param south latitude of the southern places (rad)
     * @param cell angle from place to place (rad)
     * @param heights (m), the southern row first, each from west to east; not copied
     */
    GridTerrain(int columns, int rows, double west, double south, double cell, float[] heights) {
        this.columns = columns;
        this.rows = rows;
        this.west = west;
        this.south = south;
        this.cell = cell;
        this.heights = heights;
        double most = 0;
        for (float height : heights) {
            most = Math.max(most, height);
        }
        highest = most;
    }

    @Override
    public double height(double latitude, double longitude) {
        double x = (longitude - west) / cell;
        double y = (latitude - south) / cell;
        // The outer cells reach half a cell beyond their middles.
        if (!(x >= -0.5 && y >= -0.5 && x <= columns - 0.5 && y <= rows - 0.5)) {
            return 0;
        }
        x = Math.clamp(x, 0, columns - 1);
        y = Math.clamp(y, 0, rows - 1);
        int column = Math.min((int) x, Math.max(0, columns - 2));
        int row = Math.min((int) y, Math.max(0, rows - 2));
        double u = x - column;
        double v = y - row;
        double low = between(row, column, u);
        return v > 0 ? low + v * (between(row + 1, column, u) - low) : low;
    }

    private double between(int row, int column, double part) {
        double left = heights[row * columns + column];
        return part > 0 ? left + part * (heights[row * columns + column + 1] - left) : left;
    }

    @Override
    public double highest() {
        return highest;
    }

    @Override
    public double grain() {
        return cell * MEAN_RADIUS;
    }
}
