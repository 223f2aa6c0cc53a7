package org.airwarden.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * OSPA(2), the OSPA distance between two sets of tracks: M. Beard, B. T. Vo, B.-N. Vo, "A solution
 * for large-scale multi-object tracking", IEEE Trans. Signal Processing 68, 2020, section IV (first
 * "OSPA(2): using the OSPA metric to evaluate multi-target tracking performance", ICCAIS 2017).
 *
 * <p>Two tracks are as far apart as the mean over the times at which either lives, of the distance
 * to the order, cut off, where both live, and of the cut-off where one does; all within a window.
 * The sets are then compared as OSPA compares points (D. Schuhmacher, B.-T. Vo, B.-N. Vo, "A
 * consistent metric for performance evaluation of multi-object filters", IEEE Trans. Signal
 * Processing 56(8), 2008), with the same order and cut-off. Weights within the window are equal; a
 * window of one time is OSPA itself. A changed track number costs, unlike in GOSPA. Immutable after
 * construction; any thread.
 */
public final class Ospa2 {
    private final double[] distance;
    private final double whole;

    /** What two tracks have to do with each other. */
    private static final class Affair {
        final int target;
        final int track;

        /**
         * Times at which they are nearer than the cut-off, and their distance to the order then.
         */
        final List<Integer> times = new ArrayList<>();

        final List<Double> powers = new ArrayList<>();

        /** The first of these that a window may hold. */
        int next;

        Affair(int target, int track) {
            this.target = target;
            this.track = track;
        }
    }

    private final ScoreSettings settings;
    private final BitSet[] targetLife;
    private final BitSet[] trackLife;
    private final List<List<Affair>> affairs = new ArrayList<>();
    private final Matching matching = new Matching();

    /** Computes it at all times of the truth. */
    public Ospa2(StateTable truth, StateTable tracks, ScoreSettings settings) {
        this.settings = settings;
        targetLife = lives(truth, truth);
        trackLife = lives(tracks, truth);
        meet(truth, tracks);
        int times = truth.times();
        distance = new double[times];
        for (int k = 0; k < times; k++) {
            distance[k] = within(Math.max(0, k - settings.window() + 1), k);
        }
        affairs.forEach(all -> all.forEach(affair -> affair.next = 0));
        whole = times == 0 ? 0 : within(0, times - 1);
    }

    private static BitSet[] lives(StateTable table, StateTable truth) {
        BitSet[] lives = new BitSet[table.names()];
        for (int k = 0; k < lives.length; k++) {
            lives[k] = new BitSet(truth.times());
        }
        for (int k = 0; k < truth.times(); k++) {
            int own = table.indexOf(truth.time(k));
            for (int row = table.firstRow(own); row < table.endRow(own); row++) {
                lives[table.who(row)].set(k);
            }
        }
        return lives;
    }

    private void meet(StateTable truth, StateTable tracks) {
        List<Map<Integer, Affair>> byTrack = new ArrayList<>();
        for (int target = 0; target < truth.names(); target++) {
            byTrack.add(new LinkedHashMap<>());
        }
        Neighbours neighbours = new Neighbours();
        for (int k = 0; k < truth.times(); k++) {
            int other = tracks.indexOf(truth.time(k));
            int[] left = range(truth.firstRow(k), truth.endRow(k));
            int[] right = range(tracks.firstRow(other), tracks.endRow(other));
            neighbours.find(
                    truth,
                    left,
                    left.length,
                    tracks,
                    right,
                    right.length,
                    settings.cutOff(),
                    settings.dimensions());
            for (int i = 0; i < left.length; i++) {
                int target = truth.who(left[i]);
                for (int e = neighbours.first[i]; e < neighbours.first[i + 1]; e++) {
                    int track = tracks.who(right[neighbours.right[e]]);
                    Affair affair =
                            byTrack.get(target)
                                    .computeIfAbsent(track, key -> new Affair(target, key));
                    affair.times.add(k);
                    affair.powers.add(settings.power(Math.sqrt(neighbours.square[e])));
                }
            }
        }
        for (Map<Integer, Affair> ofTarget : byTrack) {
            affairs.add(List.copyOf(new TreeMap<>(ofTarget).values()));
        }
    }

    private static int[] range(int from, int end) {
        int[] rows = new int[end - from];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = from + k;
        }
        return rows;
    }

    /** Returns the distance of what lives within times, both included; these never go back. */
    private double within(int from, int to) {
        int n = living(targetLife, from, to);
        int m = living(trackLife, from, to);
        if (Math.max(n, m) == 0) {
            return 0;
        }
        int[] first = new int[affairs.size() + 1];
        int edges = 0;
        int[] column = new int[16];
        double[] cost = new double[16];
        double unit = settings.power(settings.cutOff());
        for (int target = 0; target < affairs.size(); target++) {
            first[target] = edges;
            for (Affair affair : affairs.get(target)) {
                double mean = mean(affair, from, to, unit);
                if (mean < unit) {
                    if (edges == column.length) {
                        column = Arrays.copyOf(column, edges * 2);
                        cost = Arrays.copyOf(cost, edges * 2);
                    }
                    column[edges] = affair.track;
                    cost[edges++] = mean - unit;
                }
            }
        }
        first[affairs.size()] = edges;
        matching.solve(affairs.size(), trackLife.length, first, column, cost);
        double sum = unit * Math.max(n, m);
        for (int target = 0; target < affairs.size(); target++) {
            int track = matching.columnOf(target);
            for (int e = first[target]; e < first[target + 1]; e++) {
                sum += column[e] == track ? cost[e] : 0;
            }
        }
        return settings.root(Math.max(0, sum / Math.max(n, m)));
    }

    /**
     * Returns the mean over the times at which either lives, to the order; the cut-off's if far.
     */
    private double mean(Affair affair, int from, int to, double unit) {
        while (affair.next < affair.times.size() && affair.times.get(affair.next) < from) {
            affair.next++;
        }
        double near = 0;
        int count = 0;
        for (int e = affair.next; e < affair.times.size() && affair.times.get(e) <= to; e++) {
            near += affair.powers.get(e);
            count++;
        }
        if (count == 0) {
            return unit;
        }
        int either = 0;
        for (int k = from; k <= to; k++) {
            either += targetLife[affair.target].get(k) || trackLife[affair.track].get(k) ? 1 : 0;
        }
        return (near + unit * (either - count)) / either;
    }

    private static int living(BitSet[] lives, int from, int to) {
        int count = 0;
        for (BitSet life : lives) {
            int next = life.nextSetBit(from);
            count += next >= 0 && next <= to ? 1 : 0;
        }
        return count;
    }

    /** Returns the distance of the window that ends at a time, counted from 0 (m). */
    public double distance(int time) {
        return distance[time];
    }

    /** Returns the mean over all windows (m). */
    public double mean() {
        double sum = 0;
        for (double d : distance) {
            sum += d;
        }
        return distance.length == 0 ? 0 : sum / distance.length;
    }

    /** Returns the distance with all times as one window (m). */
    public double whole() {
        return whole;
    }
}
