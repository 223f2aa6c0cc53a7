package org.airwarden.tracking;

/**
 * Parts an association problem into clusters that share neither track nor report, so that each can
 * be solved by itself: union-find over reports (R. E. Tarjan, "Efficiency of a good but not linear
 * set union algorithm", J. ACM 22(2), 1975), then a counting sort of the tracks. Clusters come in
 * the order of their first tracks, tracks in their own. Reused; not thread-safe.
 */
final class Clusters {
    private int[] parent = new int[64];
    private int[] number = new int[64];

    /** Tracks by cluster, and where each cluster begins; one more than clusters. */
    int[] track = new int[64];

    int[] begin = new int[65];
    private int[] clusterOf = new int[64];
    int count;

    Clusters() {}

    void part(AssociationProblem problem) {
        room(problem);
        for (int r = 0; r < problem.reports; r++) {
            parent[r] = r;
            number[r] = -1;
        }
        for (int t = 0; t < problem.tracks; t++) {
            if (problem.firstPair[t] == problem.firstPair[t + 1]) {
                continue;
            }
            int first = problem.report[problem.firstPair[t]];
            for (int e = problem.firstPair[t] + 1; e < problem.firstPair[t + 1]; e++) {
                join(first, problem.report[e]);
            }
        }
        count = 0;
        for (int t = 0; t < problem.tracks; t++) {
            boolean alone = problem.firstPair[t] == problem.firstPair[t + 1];
            int root = alone ? -1 : root(problem.report[problem.firstPair[t]]);
            if (alone) {
                clusterOf[t] = count;
                begin[++count] = 0;
            } else {
                if (number[root] < 0) {
                    number[root] = count;
                    begin[++count] = 0;
                }
                clusterOf[t] = number[root];
            }
            begin[clusterOf[t] + 1]++;
        }
        begin[0] = 0;
        for (int c = 0; c < count; c++) {
            begin[c + 1] += begin[c];
        }
        for (int t = problem.tracks - 1; t >= 0; t--) {
            track[--begin[clusterOf[t] + 1]] = t;
        }
        // Filling moved each beginning one place up.
        System.arraycopy(begin, 1, begin, 0, count);
        begin[count] = problem.tracks;
    }

    private void join(int one, int other) {
        int a = root(one);
        int b = root(other);
        if (a < b) {
            parent[b] = a;
        } else {
            parent[a] = b;
        }
    }

    private int root(int report) {
        int at = report;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private void room(AssociationProblem problem) {
        if (parent.length < problem.reports) {
            parent = new int[problem.reports * 2];
            number = new int[problem.reports * 2];
        }
        if (track.length < problem.tracks) {
            track = new int[problem.tracks * 2];
            clusterOf = new int[problem.tracks * 2];
            begin = new int[problem.tracks * 2 + 1];
        }
    }
}
