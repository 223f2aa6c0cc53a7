package org.airwarden.analysis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who was where at which times: truth or tracks, time by time, as primitive arrays. Immutable after
 * construction; any thread.
 */
public final class StateTable {
    private static final int SIZE = 6;

    /** Times, ascending (s). */
    private final double[] times;

    /** First row of each time, and the number of rows. */
    private final int[] first;

    /** Who, as a place in {@code names}, of each row. */
    private final int[] who;

    /** x, y, z (m), vx, vy, vz (m/s) of each row. */
    private final double[] states;

    private final List<String> names;

    private StateTable(
            double[] times, int[] first, int[] who, double[] states, List<String> names) {
        this.times = times;
        this.first = first;
        this.who = who;
        this.states = states;
        this.names = names;
    }

    /** Rows of one time while they are read. */
    private static final class Bucket {
        int count;
        int[] who = new int[8];
        double[] states = new double[8 * SIZE];

        void add(int one, double[] state) {
            if (count == who.length) {
                who = Arrays.copyOf(who, count * 2);
                states = Arrays.copyOf(states, count * 2 * SIZE);
            }
            who[count] = one;
            System.arraycopy(state, 0, states, count * SIZE, SIZE);
            count++;
        }
    }

    /**
     * Reads truth: {@code t,target,x,y,z,vx,vy,vz} (s, m, m/s), plain or gzip.
     *
     * @param from first time that counts (s)
     * @param until last time that counts (s)
     */
    public static StateTable readTruth(Path path, double from, double until) throws IOException {
        return read(path, "target", from, until);
    }

    /** Reads tracks: {@code t,track_id,x,y,z,vx,vy,vz}; the rest as {@link #readTruth}. */
    public static StateTable readTracks(Path path, double from, double until) throws IOException {
        return read(path, "track_id", from, until);
    }

    /** Tells whether a file holds truth: has its columns, and not times alone. */
    public static boolean holdsTruth(Path path) throws IOException {
        try (CommaRows rows = new CommaRows(path)) {
            return rows.optionalColumn("target") >= 0 && rows.optionalColumn("vz") >= 0;
        }
    }

    private static StateTable read(Path path, String nameColumn, double from, double until)
            throws IOException {
        TreeMap<Long, Bucket> byTime = new TreeMap<>();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        try (CommaRows rows = new CommaRows(path)) {
            int t = rows.column("t");
            int name = rows.column(nameColumn);
            int[] columns = new int[SIZE];
            String[] heads = {"x", "y", "z", "vx", "vy", "vz"};
            for (int k = 0; k < SIZE; k++) {
                columns[k] = rows.column(heads[k]);
            }
            double[] state = new double[SIZE];
            while (rows.next()) {
                double time = rows.number(t);
                if (Math.abs(time) > 9e11) {
                    throw rows.bad(time + " s is no time that can be counted");
                }
                long micros = (long) Math.rint(time * 1e6);
                if (micros / 1e6 < from || micros / 1e6 > until) {
                    continue;
                }
                Integer number = numbers.get(rows.text(name));
                if (number == null) {
                    number = numbers.size();
                    numbers.put(rows.text(name), number);
                }
                for (int k = 0; k < SIZE; k++) {
                    state[k] = rows.number(columns[k]);
                }
                byTime.computeIfAbsent(micros, key -> new Bucket()).add(number, state);
            }
        }
        List<String> names = List.copyOf(numbers.keySet());
        return of(path, byTime, names);
    }

    private static StateTable of(Path path, Map<Long, Bucket> byTime, List<String> names)
            throws StateFileException {
        int count = 0;
        for (Bucket bucket : byTime.values()) {
            count += bucket.count;
        }
        double[] times = new double[byTime.size()];
        int[] first = new int[times.length + 1];
        int[] who = new int[count];
        double[] states = new double[count * SIZE];
        int[] seen = new int[names.size()];
        int k = 0;
        int row = 0;
        for (Map.Entry<Long, Bucket> entry : byTime.entrySet()) {
            Bucket bucket = entry.getValue();
            times[k] = entry.getKey() / 1e6;
            first[k++] = row;
            System.arraycopy(bucket.who, 0, who, row, bucket.count);
            System.arraycopy(bucket.states, 0, states, row * SIZE, bucket.count * SIZE);
            for (int end = row + bucket.count; row < end; row++) {
                if (seen[who[row]] == k) {
                    throw new StateFileException(
                            path
                                    + ": two rows of "
                                    + names.get(who[row])
                                    + " at "
                                    + Decimals.brief(times[k - 1], 6)
                                    + " s");
                }
                seen[who[row]] = k;
            }
        }
        first[k] = row;
        return new StateTable(times, first, who, states, names);
    }

    /** Returns how many times there are. */
    public int times() {
        return times.length;
    }

    /** Returns how many names there are. */
    public int names() {
        return names.size();
    }

    /** Returns how many rows there are. */
    public int rows() {
        return who.length;
    }

    /** Returns a time, counted from 0 (s). */
    public double time(int index) {
        return times[index];
    }

    String name(int number) {
        return names.get(number);
    }

    /** Returns which time this is, or -1. */
    int indexOf(double time) {
        return Math.max(-1, Arrays.binarySearch(times, time));
    }

    int firstRow(int time) {
        return time < 0 ? 0 : first[time];
    }

    int endRow(int time) {
        return time < 0 ? 0 : first[time + 1];
    }

    int who(int row) {
        return who[row];
    }

    double value(int row, int part) {
        return states[row * SIZE + part];
    }

    /**
     * Returns the squared distance of a row to a row of another, over the first dimensions (m²).
     */
    double square(int row, StateTable other, int otherRow, int from, int dimensions) {
        double sum = 0;
        for (int k = from; k < from + dimensions; k++) {
            double d = states[row * SIZE + k] - other.states[otherRow * SIZE + k];
            sum += d * d;
        }
        return sum;
    }

    /** Returns which time a row is of. */
    int timeIndexOf(int row) {
        int at = Arrays.binarySearch(first, row);
        // Times without rows do not exist, so each first row stands there once.
        return at >= 0 ? at : -at - 2;
    }

    /** Returns the time of a row (s). */
    double timeOf(int row) {
        return times[timeIndexOf(row)];
    }

    /** Returns the rows of each name, in the order of time. */
    int[][] rowsByName() {
        int[] counts = new int[names.size()];
        for (int one : who) {
            counts[one]++;
        }
        int[][] rows = new int[names.size()][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = new int[counts[k]];
        }
        for (int row = who.length - 1; row >= 0; row--) {
            rows[who[row]][--counts[who[row]]] = row;
        }
        return rows;
    }
}
