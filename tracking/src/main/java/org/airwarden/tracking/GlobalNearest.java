package org.airwarden.tracking;

import java.util.Arrays;

/**
 * The single most probable joint association, by successive cheapest augmenting paths: what soft
 * association is held against. A track that takes no report costs nothing; a pair costs less the
 * more it weighs. Where clutter is heavy it gives new targets no chance, having no doubt to keep.
 *
 * <p>Not thread-safe.
 */
public final class GlobalNearest implements Associator {
    /** Distance and last pair of each report while a path is sought. */
    private double[] distance = new double[64];

    private int[] pairInto = new int[64];
    private boolean[] settled = new boolean[64];
    private int[] frontier = new int[64];

    /** Pair by which each report and each track are matched, or -1. */
    private int[] reportPair = new int[64];

    private int[] trackPair = new int[64];

    /** Makes one. */
    public GlobalNearest() {}

    @Override
    public void solve(AssociationProblem problem) {
        room(Math.max(problem.reports, problem.tracks));
        Arrays.fill(reportPair, 0, problem.reports, -1);
        Arrays.fill(trackPair, 0, problem.tracks, -1);
        for (int track = 0; track < problem.tracks; track++) {
            augment(problem, track);
        }
        for (int t = 0; t < problem.tracks; t++) {
            problem.trackAlone[t] = trackPair[t] < 0 ? 1 : 0;
            for (int e = problem.firstPair[t]; e < problem.firstPair[t + 1]; e++) {
                problem.probability[e] = trackPair[t] == e ? 1 : 0;
            }
        }
        for (int r = 0; r < problem.reports; r++) {
            problem.reportAlone[r] = reportPair[r] < 0 ? 1 : 0;
        }
    }

    private static double cost(AssociationProblem problem, int pair) {
        return -StrictMath.log(problem.weight[pair]);
    }

    /**
     * Brings one more track in along the cheapest alternating path (Bellman-Ford on the cluster).
     */
    private void augment(AssociationProblem problem, int start) {
        // Labels: cheapest change of total cost on a path that ends with this report taken.
        int reached = 0;
        Arrays.fill(settled, 0, problem.reports, false);
        for (int e = problem.firstPair[start]; e < problem.firstPair[start + 1]; e++) {
            int r = problem.report[e];
            if (!settled[r]) {
                settled[r] = true;
                frontier[reached++] = r;
                distance[r] = cost(problem, e);
                pairInto[r] = e;
            } else if (cost(problem, e) < distance[r]) {
                distance[r] = cost(problem, e);
                pairInto[r] = e;
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int k = 0; k < reached; k++) {
                int r = frontier[k];
                int held = reportPair[r];
                if (held < 0) {
                    continue;
                }
                double freed = distance[r] - cost(problem, held);
                int t = problem.track[held];
                for (int e = problem.firstPair[t]; e < problem.firstPair[t + 1]; e++) {
                    int to = problem.report[e];
                    if (to == r) {
                        continue;
                    }
                    double there = freed + cost(problem, e);
                    if (!settled[to]) {
                        settled[to] = true;
                        frontier[reached++] = to;
                        distance[to] = Double.POSITIVE_INFINITY;
                    }
                    if (there < distance[to] - 1e-12) {
                        distance[to] = there;
                        pairInto[to] = e;
                        changed = true;
                    }
                }
            }
        }
        // End at a free report, or at a track that gives its report up, or leave the track alone.
        double least = 0;
        int end = -1;
        boolean givesUp = false;
        for (int k = 0; k < reached; k++) {
            int r = frontier[k];
            int held = reportPair[r];
            double total = held < 0 ? distance[r] : distance[r] - cost(problem, held);
            if (total < least) {
                least = total;
                end = r;
                givesUp = held >= 0;
            }
        }
        if (end < 0) {
            return;
        }
        if (givesUp) {
            trackPair[problem.track[reportPair[end]]] = -1;
        }
        int r = end;
        while (true) {
            int e = pairInto[r];
            int t = problem.track[e];
            int before = trackPair[t];
            trackPair[t] = e;
            reportPair[r] = e;
            if (t == start) {
                return;
            }
            r = problem.report[before];
        }
    }

    private void room(int size) {
        if (distance.length < size) {
            distance = new double[size * 2];
            pairInto = new int[size * 2];
            settled = new boolean[size * 2];
            frontier = new int[size * 2];
            reportPair = new int[size * 2];
            trackPair = new int[size * 2];
        }
    }
}
