package org.airwarden.tracking;

import java.util.Arrays;

/**
 * The generalised optimal sub-pattern assignment metric with alpha 2 and order 2 (A. S.
 * Rahmathullah, A. F. Garcia-Fernandez, L. Svensson, FUSION 2017): the root of the sum of squared
 * distances of assigned pairs and half the squared cut-off for each that is missed or false.
 */
final class Gospa {
    private final double cutOff;

    /** Sums over all times that were added. */
    double distances;

    double squares;
    int pairs;
    int missed;
    int falseTracks;
    int times;

    Gospa(double cutOff) {
        this.cutOff = cutOff;
    }

    double mean() {
        return distances / times;
    }

    double localisation() {
        return Math.sqrt(squares / pairs);
    }

    /** Adds a time, given rows of x, y, z; returns its distance. */
    double add(double[][] truth, double[][] tracks) {
        int n = truth.length;
        int m = tracks.length;
        double limit = cutOff * cutOff;
        int[] match = n == 0 || m == 0 ? new int[0] : assign(costs(truth, tracks, limit));
        double sum = 0;
        int assigned = 0;
        for (int i = 0; i < match.length; i++) {
            if (match[i] >= 0 && match[i] < m) {
                double square = square(truth[i], tracks[match[i]]);
                if (square < limit) {
                    sum += square;
                    assigned++;
                }
            }
        }
        double distance = Math.sqrt(sum + (n + m - 2 * assigned) * limit / 2);
        distances += distance;
        squares += sum;
        pairs += assigned;
        missed += n - assigned;
        falseTracks += m - assigned;
        times++;
        return distance;
    }

    private static double[][] costs(double[][] truth, double[][] tracks, double limit) {
        int n = truth.length;
        double[][] cost = new double[n][Math.max(n, tracks.length)];
        for (int i = 0; i < n; i++) {
            Arrays.fill(cost[i], 0);
            for (int j = 0; j < tracks.length; j++) {
                cost[i][j] = Math.min(0, square(truth[i], tracks[j]) - limit);
            }
        }
        return cost;
    }

    private static double square(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return sum;
    }

    /**
     * Returns the column of each row in the cheapest assignment (rows at most as many as columns),
     * by the Hungarian method with potentials.
     */
    static int[] assign(double[][] cost) {
        int n = cost.length;
        int m = cost[0].length;
        double[] u = new double[n + 1];
        double[] v = new double[m + 1];
        int[] row = new int[m + 1];
        int[] way = new int[m + 1];
        for (int i = 1; i <= n; i++) {
            row[0] = i;
            int j0 = 0;
            double[] least = new double[m + 1];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            boolean[] used = new boolean[m + 1];
            do {
                used[j0] = true;
                int i0 = row[j0];
                double delta = Double.POSITIVE_INFINITY;
                int j1 = 0;
                for (int j = 1; j <= m; j++) {
                    if (!used[j]) {
                        double reduced = cost[i0 - 1][j - 1] - u[i0] - v[j];
                        if (reduced < least[j]) {
                            least[j] = reduced;
                            way[j] = j0;
                        }
                        if (least[j] < delta) {
                            delta = least[j];
                            j1 = j;
                        }
                    }
                }
                for (int j = 0; j <= m; j++) {
                    if (used[j]) {
                        u[row[j]] += delta;
                        v[j] -= delta;
                    } else {
                        least[j] -= delta;
                    }
                }
                j0 = j1;
            } while (row[j0] != 0);
            do {
                int j1 = way[j0];
                row[j0] = row[j1];
                j0 = j1;
            } while (j0 != 0);
        }
        int[] column = new int[n];
        Arrays.fill(column, -1);
        for (int j = 1; j <= m; j++) {
            if (row[j] > 0) {
                column[row[j] - 1] = j - 1;
            }
        }
        return column;
    }
}
