package org.airwarden.analysis;

import java.util.Arrays;
import java.util.List;

/**
 * How much each factor moves a figure: standardised regression coefficients of a linear fit over
 * the points of a design (A. Saltelli et al., Global Sensitivity Analysis: The Primer, 2008,
 * section 1.2). Near 1 or -1: the figure follows that factor alone; the share explained tells how
 * far a linear fit is worth anything. Immutable.
 *
 * @param coefficients one a factor, with intervals; NaN for a factor that does not vary
 * @param explained R²: share of the figure's variance over the points that the fit explains
 */
public record Sensitivity(List<Estimate> coefficients, double explained) {
    /** Copies. */
    public Sensitivity {
        coefficients = List.copyOf(coefficients);
    }

    /**
     * Fits.
     *
     * @param factors a row a point, a column a factor
     * @param figure a value a point
     * @param confidence of the intervals
     */
    public static Sensitivity of(double[][] factors, double[] figure, double confidence) {
        int points = figure.length;
        int all = points == 0 ? 0 : factors[0].length;
        double[][] columns = new double[all][];
        int[] kept = new int[all];
        int count = 0;
        for (int k = 0; k < all; k++) {
            columns[k] = standardised(Designs.column(factors, k));
            if (columns[k].length > 0) {
                kept[count++] = k;
            }
        }
        double[] y = standardised(figure);
        Estimate[] found = new Estimate[all];
        Arrays.fill(found, new Estimate(Double.NaN, Double.NaN, Double.NaN, points));
        if (y.length == 0 || points < count + 1) {
            return new Sensitivity(List.of(found), Double.NaN);
        }
        double[][] inverse = new double[count][count];
        double[] right = new double[count];
        for (int a = 0; a < count; a++) {
            right[a] = product(columns[kept[a]], y);
            for (int b = 0; b < count; b++) {
                inverse[a][b] = product(columns[kept[a]], columns[kept[b]]);
            }
        }
        if (!invert(inverse)) {
            return new Sensitivity(List.of(found), Double.NaN);
        }
        double[] beta = new double[count];
        double explained = 0;
        for (int a = 0; a < count; a++) {
            beta[a] = product(inverse[a], right);
            explained += beta[a] * right[a];
        }
        double total = points - 1.0;
        long freedom = points - count - 1L;
        double residual = freedom > 0 ? Math.max(0, total - explained) / freedom : Double.NaN;
        for (int a = 0; a < count; a++) {
            double half =
                    freedom > 0
                            ? StudentT.quantile(0.5 + confidence / 2, freedom)
                                    * Math.sqrt(residual * inverse[a][a])
                            : Double.NaN;
            found[kept[a]] = new Estimate(beta[a], beta[a] - half, beta[a] + half, points);
        }
        return new Sensitivity(List.of(found), explained / total);
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Mean 0 and deviation 1; empty for what does not vary. */
    private static double[] standardised(double[] values) {
        double deviation = Math.sqrt(Intervals.variance(values));
        double mean = Intervals.average(values);
        if (!(deviation > 1e-12 * Math.max(1e-300, Math.abs(mean)))) {
            return new double[0];
        }
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (values[i] - mean) / deviation;
        }
        return result;
    }

    /** Gauss and Jordan with pivots on the diagonal: the matrix is symmetric and positive. */
    private static boolean invert(double[][] m) {
        int n = m.length;
        for (int p = 0; p < n; p++) {
            double pivot = m[p][p];
            if (!(pivot > 1e-9)) {
                return false;
            }
            m[p][p] = 1;
            for (int j = 0; j < n; j++) {
                m[p][j] /= pivot;
            }
            for (int i = 0; i < n; i++) {
                double factor = m[i][p];
                if (i != p && factor != 0) {
                    m[i][p] = 0;
                    for (int j = 0; j < n; j++) {
                        m[i][j] -= factor * m[p][j];
                    }
                }
            }
        }
        return true;
    }
}
