package org.airwarden.tracking;

/**
 * Weighs a report whose errors go along with those of the track, in a way that nobody knows:
 * another centre's system track comes from a filter whose errors last from one report to the next,
 * and which may use our own sensors.
 *
 * <p>Covariance intersection (S. Julier, J. Uhlmann, "A non-divergent estimation algorithm in the
 * presence of unknown correlations", American Control Conference 1997): the track's information
 * counts with a share w, the report's with 1 - w, so the result claims no more than either knows,
 * however they are correlated. The share is the one of least determinant of the result, taken over
 * the axes that the report tells of; rows are taken as independent for that choice, and any share
 * is consistent. Stateless; any thread.
 */
final class Intersection {
    private static final double LEAST_SHARE = 0.05;
    private static final double STEP = 0.025;

    /** What a report of no weight has its variances multiplied by. */
    private static final double IGNORED = 1e9;

    private Intersection() {}

    /** Sets the share that a track's own information keeps beside an observation. */
    static void weigh(Estimate estimate, double[] mean, Observation seen, boolean vertical) {
        double best = 1;
        double least = 0;
        int dimensions = vertical ? 6 : 4;
        double[] ratio = seen.ratio;
        for (int row = 0; row < seen.rows; row++) {
            ratio[row] = variance(estimate, mean, seen, row) / seen.variance[row];
        }
        for (double share = 1 - STEP; share >= LEAST_SHARE; share -= STEP) {
            double log = -dimensions * StrictMath.log(share);
            for (int row = 0; row < seen.rows; row++) {
                log -= StrictMath.log(1 + ratio[row] * (1 - share) / share);
            }
            if (log < least) {
                least = log;
                best = share;
            }
        }
        seen.share = best;
        seen.vertical = vertical;
        seen.inflation = best < 1 ? 1 / (1 - best) : IGNORED;
    }

    /** Returns the variance of what a row sees, by the estimate over all its models. */
    private static double variance(Estimate estimate, double[] mean, Observation seen, int row) {
        boolean position = row < seen.positionRows;
        double sum = 0;
        for (int m = 0; m < estimate.models; m++) {
            int x = Estimate.STATE * m;
            int p = Estimate.SQUARE * m;
            double off = 0;
            double spread = 0;
            for (int i = 0; i < Estimate.STATE; i++) {
                double di = part(seen, row, i, position);
                off += di * (estimate.mean[x + i] - mean[i]);
                for (int j = 0; j < Estimate.STATE; j++) {
                    spread +=
                            di
                                    * estimate.covariance[p + Estimate.STATE * i + j]
                                    * part(seen, row, j, position);
                }
            }
            sum += estimate.probability[m] * (spread + off * off);
        }
        return sum;
    }

    private static double part(Observation seen, int row, int i, boolean position) {
        double along = seen.direction[3 * row + i % 3];
        if (position) {
            return i < 3 ? along : seen.lead * along;
        }
        return i < 3 ? 0 : along;
    }
}
