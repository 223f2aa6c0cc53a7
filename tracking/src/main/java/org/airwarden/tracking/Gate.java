package org.airwarden.tracking;

import java.util.Arrays;

/**
 * Finds the measurements of a group that lie near a place, in the group's plane: sorted along one
 * axis, searched along it, and looked through across it. Cost of a search: the logarithm of the
 * group plus what lies in the strip. Not thread-safe.
 */
final class Gate {
    /** Low bits of a key that hold the measurement's index. */
    private static final int INDEX_BITS = 20;

    static final int MOST = 1 << INDEX_BITS;

    private long[] keys = new long[64];
    private double[] x = new double[64];
    private double[] y = new double[64];
    private double[] vague = new double[64];
    private int[] index = new int[64];
    private int count;
    private double widest;

    Gate() {}

    /** Takes a group's measurements, at most {@value #MOST}, that are not used yet. */
    void take(Measurement[] group, boolean[] used, int size) {
        if (keys.length < size) {
            keys = new long[size * 2];
            x = new double[size * 2];
            y = new double[size * 2];
            vague = new double[size * 2];
            index = new int[size * 2];
        }
        count = 0;
        widest = 0;
        for (int i = 0; i < size; i++) {
            if (!used[i]) {
                keys[count++] = (sortable(group[i].planeX) & -MOST) | i;
                widest = Math.max(widest, group[i].vague);
            }
        }
        Arrays.sort(keys, 0, count);
        for (int k = 0; k < count; k++) {
            int i = (int) (keys[k] & (MOST - 1));
            index[k] = i;
            x[k] = group[i].planeX;
            y[k] = group[i].planeY;
            vague[k] = group[i].vague;
        }
    }

    /** Returns bits that order as the numbers do. */
    private static long sortable(double value) {
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return bits ^ (bits >> 63 & Long.MAX_VALUE);
    }

    /** Returns how many measurements were taken. */
    int count() {
        return count;
    }

    /**
     * Writes the indices of the measurements within a distance of a place, by rising index.
     *
     * @return how many were written
     */
    int near(double atX, double atY, double distance, int[] out) {
        double reach = distance + widest;
        int from = first(atX - reach);
        int found = 0;
        for (int k = from; k < count && x[k] <= atX + reach; k++) {
            double own = distance + vague[k];
            if (Math.abs(y[k] - atY) <= own && Math.abs(x[k] - atX) <= own) {
                out[found++] = index[k];
            }
        }
        Arrays.sort(out, 0, found);
        return found;
    }

    private int first(double least) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (x[middle] < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        // Keys are rounded below their index bits: step back over any that tie.
        while (low > 0 && x[low - 1] >= least) {
            low--;
        }
        return low;
    }
}
