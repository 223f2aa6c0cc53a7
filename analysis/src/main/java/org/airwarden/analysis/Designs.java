package org.airwarden.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where experiments put their points: shares from 0 up to 1 of each factor's span. The same seed
 * gives the same points. No state.
 *
 * <p>Latin hypercube: M. D. McKay, R. J. Beckman and W. J. Conover, Technometrics 21 (1979). Sobol:
 * direction numbers of S. Joe and F. Y. Kuo, SIAM J. Sci. Comput. 30 (2008). Nearly orthogonal: a
 * Latin hypercube whose columns are exchanged until they are hardly correlated; 0.03 is the limit
 * of T. M. Cioppa and T. W. Lucas, Technometrics 49 (2007).
 */
public final class Designs {
    private static final int EXCHANGES = 20_000;
    private static final int SOBOL_BITS = 30;

    /** Degree, inner coefficients and first direction numbers, from the second dimension on. */
    private static final int[][] SOBOL = {
        {1, 0, 1},
        {2, 1, 1, 3},
        {3, 1, 1, 3, 1},
        {3, 2, 1, 1, 1},
        {4, 1, 1, 1, 3, 3},
        {4, 4, 1, 3, 5, 13},
        {5, 2, 1, 1, 5, 5, 17},
        {5, 4, 1, 1, 5, 5, 5},
        {5, 7, 1, 1, 7, 11, 19}
    };

    /** Kinds of designs. */
    public enum Kind {
        /** Every level of each factor with every level of all others. */
        GRID,
        /** Each factor's span is cut into as many parts as there are points, one point in each. */
        LATIN_HYPERCUBE,
        /** A sequence of low discrepancy. */
        SOBOL,
        /** A Latin hypercube whose factors are hardly correlated. */
        NEARLY_ORTHOGONAL;

        /** Returns its name in files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private Designs() {}

    /**
     * Returns points, a row each.
     *
     * @param points how many; a grid has as many as its levels make
     * @param steps of intervals in a grid, 2 or more
     */
    public static double[][] of(Kind kind, List<Factor> factors, int points, int steps, long seed) {
        return switch (kind) {
            case GRID -> grid(factors, steps);
            case LATIN_HYPERCUBE -> latin(points, factors.size(), new Draw(seed));
            case SOBOL -> sobol(points, factors.size());
            case NEARLY_ORTHOGONAL -> orthogonal(points, factors.size(), new Draw(seed));
        };
    }

    private static double[][] grid(List<Factor> factors, int steps) {
        List<double[]> rows = new ArrayList<>(List.of(new double[factors.size()]));
        for (int k = 0; k < factors.size(); k++) {
            Factor factor = factors.get(k);
            int levels = factor.levels().isEmpty() ? steps : factor.levels().size();
            List<double[]> longer = new ArrayList<>();
            for (double[] row : rows) {
                for (int i = 0; i < levels; i++) {
                    double[] next = row.clone();
                    // An interval's steps include both ends; levels have parts of equal size.
                    next[k] =
                            factor.levels().isEmpty()
                                    ? Math.min(i / (levels - 1.0), Math.nextDown(1.0))
                                    : (i + 0.5) / levels;
                    longer.add(next);
                }
            }
            rows = longer;
        }
        return rows.toArray(new double[0][]);
    }

    private static double[][] latin(int points, int factors, Draw draw) {
        double[][] rows = new double[points][factors];
        for (int k = 0; k < factors; k++) {
            for (int i = 0; i < points; i++) {
                int j = draw.below(i + 1);
                rows[i][k] = rows[j][k];
                rows[j][k] = (i + draw.uniform()) / points;
            }
        }
        return rows;
    }

    private static double[][] sobol(int points, int factors) {
        if (factors > SOBOL.length + 1) {
            throw new IllegalArgumentException(
                    factors + " factors; a Sobol design takes " + (SOBOL.length + 1) + " at most");
        }
        double[][] rows = new double[points][factors];
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(points - 1, 1));
        double centre = Math.scalb(0.5, -bits);
        for (int k = 0; k < factors; k++) {
            int[] directions = directions(k);
            int value = 0;
            for (int i = 0; i < points; i++) {
                // Antonov and Saleev: one number by the lowest zero bit of the index before.
                if (i > 0) {
                    value ^= directions[Integer.numberOfTrailingZeros(~(i - 1))];
                }
                rows[i][k] = Math.scalb((double) value, -SOBOL_BITS) + centre;
            }
        }
        return rows;
    }

    private static int[] directions(int dimension) {
        int[] v = new int[SOBOL_BITS];
        if (dimension == 0) {
            for (int i = 0; i < SOBOL_BITS; i++) {
                v[i] = 1 << (SOBOL_BITS - 1 - i);
            }
            return v;
        }
        int[] numbers = SOBOL[dimension - 1];
        int degree = numbers[0];
        for (int i = 0; i < SOBOL_BITS; i++) {
            if (i < degree) {
                v[i] = numbers[2 + i] << (SOBOL_BITS - 1 - i);
                continue;
            }
            v[i] = v[i - degree] ^ (v[i - degree] >>> degree);
            for (int j = 1; j < degree; j++) {
                if ((numbers[1] >>> (degree - 1 - j) & 1) == 1) {
                    v[i] ^= v[i - j];
                }
            }
        }
        return v;
    }

    /** Exchanges two values of one factor wherever that brings the correlations down. */
    private static double[][] orthogonal(int points, int factors, Draw draw) {
        double[][] rows = latin(points, factors, draw);
        for (double[] row : rows) {
            for (int k = 0; k < factors; k++) {
                row[k] = (Math.floor(row[k] * points) + 0.5) / points;
            }
        }
        double worst = sumOfSquares(rows, factors);
        for (int step = 0; step < EXCHANGES && points > 1 && factors > 1; step++) {
            int k = draw.below(factors);
            int i = draw.below(points);
            int j = draw.below(points);
            double[] before = products(rows, k, factors);
            swap(rows, i, j, k);
            double[] after = products(rows, k, factors);
            double change = 0;
            for (int other = 0; other < factors; other++) {
                change += after[other] * after[other] - before[other] * before[other];
            }
            if (change >= 0) {
                swap(rows, i, j, k);
            } else {
                worst += change;
                if (worst < 1e-12) {
                    break;
                }
            }
        }
        return rows;
    }

    private static void swap(double[][] rows, int i, int j, int factor) {
        double kept = rows[i][factor];
        rows[i][factor] = rows[j][factor];
        rows[j][factor] = kept;
    }

    /**
     * A factor's covariances with all others; all factors have the same values, so it is enough.
     */
    private static double[] products(double[][] rows, int factor, int factors) {
        double[] sums = new double[factors];
        for (double[] row : rows) {
            for (int k = 0; k < factors; k++) {
                sums[k] += k == factor ? 0 : (row[factor] - 0.5) * (row[k] - 0.5);
            }
        }
        return sums;
    }

    private static double sumOfSquares(double[][] rows, int factors) {
        double sum = 0;
        for (int k = 0; k < factors; k++) {
            for (double product : products(rows, k, factors)) {
                sum += product * product / 2;
            }
        }
        return sum;
    }

    /** Returns the largest correlation of two factors, without its sign; 0 of one factor. */
    public static double largestCorrelation(double[][] rows) {
        double largest = 0;
        int factors = rows.length == 0 ? 0 : rows[0].length;
        for (int a = 0; a < factors; a++) {
            for (int b = 0; b < a; b++) {
                double[] one = column(rows, a);
                double[] other = column(rows, b);
                double meanOne = Intervals.average(one);
                double meanOther = Intervals.average(other);
                double product = 0;
                for (int i = 0; i < rows.length; i++) {
                    product += (one[i] - meanOne) * (other[i] - meanOther);
                }
                double scale =
                        Math.sqrt(Intervals.variance(one) * Intervals.variance(other))
                                * (rows.length - 1);
                largest = Math.max(largest, scale > 0 ? Math.abs(product / scale) : 0);
            }
        }
        return largest;
    }

    static double[] column(double[][] rows, int factor) {
        double[] column = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            column[i] = rows[i][factor];
        }
        return column;
    }
}
