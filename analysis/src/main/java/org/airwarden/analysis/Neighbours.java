package org.airwarden.analysis;

import java.util.Arrays;

/**
 * Which rows of two tables lie closer than a limit, at one time: a grid of squares as wide as the
 * limit, so near linear. Reused; one thread.
 */
final class Neighbours {
    /** First pair of each left row, and the number of pairs. */
    int[] first = new int[1];

    /** Right row of each pair, as its place among those given. */
    int[] right = new int[16];

    /** Squared distance of each pair (m²). */
    double[] square = new double[16];

    /** How many pairs. */
    int count;

    private long[] cells = new long[0];

    /**
     * Finds the pairs closer than the limit.
     *
     * @param a left table, and its rows, of which the first n count
     * @param b right table, and its rows, of which the first m count
     * @param limit the limit (m), above 0
     * @param dimensions 2 or 3
     */
    void find(
            StateTable a,
            int[] aRows,
            int n,
            StateTable b,
            int[] bRows,
            int m,
            double limit,
            int dimensions) {
        if (first.length < n + 1) {
            first = new int[2 * n + 1];
        }
        if (cells.length < m) {
            cells = new long[2 * m];
        }
        // Squares are told by 20 bits each way; what falls on one by wrapping is told by distance.
        for (int j = 0; j < m; j++) {
            long x = place(b.value(bRows[j], 0), limit);
            long y = place(b.value(bRows[j], 1), limit);
            cells[j] = (cell(x, y) << 23) | j;
        }
        Arrays.sort(cells, 0, m);
        count = 0;
        for (int i = 0; i < n; i++) {
            first[i] = count;
            long x = place(a.value(aRows[i], 0), limit);
            long y = place(a.value(aRows[i], 1), limit);
            for (int dx = -1; dx <= 1; dx++) {
                for (int dy = -1; dy <= 1; dy++) {
                    long key = cell(x + dx, y + dy);
                    int at = Arrays.binarySearch(cells, 0, m, key << 23);
                    for (int k = at < 0 ? -at - 1 : at; k < m && cells[k] >>> 23 == key; k++) {
                        int j = (int) (cells[k] & 0x7FFFFF);
                        add(j, a.square(aRows[i], b, bRows[j], 0, dimensions), limit);
                    }
                }
            }
        }
        first[n] = count;
    }

    private static long place(double metres, double limit) {
        return (long) Math.floor(metres / limit);
    }

    private static long cell(long x, long y) {
        return ((x & 0xFFFFF) << 20) | (y & 0xFFFFF);
    }

    private void add(int j, double squared, double limit) {
        if (!(Math.sqrt(squared) < limit)) {
            return;
        }
        if (count == right.length) {
            right = Arrays.copyOf(right, count * 2);
            square = Arrays.copyOf(square, count * 2);
        }
        right[count] = j;
        square[count++] = squared;
    }
}
