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

    /**
     * Share that what was known before keeps in an update, below 1 where the errors of both may go
     * together ({@link Intersection}); what the variances grow by then; and whether the vertical
     * takes part.
     */
    double share;

    double inflation;
    boolean vertical;

    /** Working space of {@link Intersection}. */
    final double[] ratio = new double[ROWS];

    void clear(double[] state, double seconds) {
        rows = 0;
        positionRows = 0;
        lead = seconds;
        share = 1;
        inflation = 1;
        vertical = false;
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

    /** Lets a covariance grow to the share that it keeps: in the axes that the rows tell of. */
    void loosen(double[] covariance, int at) {
        if (share == 1) {
            return;
        }
        double root = 1 / Math.sqrt(share);
        for (int i = 0; i < Estimate.STATE; i++) {
            double own = vertical || i % 3 < 2 ? root : 1;
            for (int j = 0; j < Estimate.STATE; j++) {
                double other = vertical || j % 3 < 2 ? root : 1;
                covariance[at + Estimate.STATE * i + j] *= own * other;
            }
        }
    }

    /** Multiplies the variances of the rows that tell position. */
    void weaken(double factor) {
        for (int i = 0; i < positionRows; i++) {
            variance[i] *= factor;
        }
    }
}
