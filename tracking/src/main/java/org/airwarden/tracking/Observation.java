package org.airwarden.tracking;

/**
 * A report seen from one track: up to {@value #ROWS} scalar measurements with independent errors,
 * each linear in the state near the track's estimate. {@link Observer} fills it, {@link
 * MotionFilter} uses it. Reused; not thread-safe.
 */
final class Observation {
    /** Most rows: three of position, three of velocity, one range rate. */
    static final int ROWS = 7;

    /** Rows in use; those of position stand first. */
    int rows;

    /** Rows that tell position: these alone take part in association. */
    int positionRows;

    /**
     * Time from the state to the measurement (s); a position row sees position + lead * velocity.
     */
    double lead;

    /** The state that the rows are linear at. */
    final double[] at = new double[Estimate.STATE];

    /** Directions, three numbers a row. */
    final double[] direction = new double[3 * ROWS];

    /** Measured less what the state {@link #at} gives. */
    final double[] residual = new double[ROWS];

    final double[] variance = new double[ROWS];

    void clear(double[] state, double seconds) {
        rows = 0;
        positionRows = 0;
        lead = seconds;
        System.arraycopy(state, 0, at, 0, Estimate.STATE);
    }

    void addPosition(double x, double y, double z, double residual, double variance) {
        add(x, y, z, residual, variance);
        positionRows = rows;
    }

    void addVelocity(double x, double y, double z, double residual, double variance) {
        add(x, y, z, residual, variance);
    }

    private void add(double x, double y, double z, double residual, double variance) {
        int row = rows++;
        direction[3 * row] = x;
        direction[3 * row + 1] = y;
        direction[3 * row + 2] = z;
        this.residual[row] = residual;
        this.variance[row] = variance;
    }

    /** Multiplies the variances of the rows that tell position. */
    void weaken(double factor) {
        for (int i = 0; i < positionRows; i++) {
            variance[i] *= factor;
        }
    }
}
