package org.airwarden.tracking;

import java.util.Arrays;

/**
 * Marginal association probabilities without approximation, cluster by cluster: joint probabilistic
 * data association as T. E. Fortmann, Y. Bar-Shalom, M. Scheffe define it ("Sonar tracking of
 * multiple targets using joint probabilistic data association", IEEE J. Oceanic Eng. 8(3), 1983),
 * summed over sets of used reports instead of over joint events. What {@link BeliefPropagation} is
 * held against.
 *
 * <p>Cost a cluster: its pairs times two to the number of its reports. A cluster whose cost passes
 * {@value #MOST_STEPS} steps or which has more than {@value #MOST_REPORTS} reports is left to
 * belief propagation; {@link #left} counts them. Not thread-safe.
 */
public final class ExactMarginals implements Associator {
    private static final int MOST_REPORTS = 16;
    private static final long MOST_STEPS = 8_000_000;

    private final BeliefPropagation otherwise = new BeliefPropagation();
    private int[] root = new int[64];
    private int[] rank = new int[64];
    private int[] member = new int[64];
    private double[] before = new double[0];
    private double[] after = new double[0];
    private long left;

    /** Makes one. */
    public ExactMarginals() {}

    /** Returns how many clusters so far were too large. */
    public long left() {
        return left;
    }

    @Override
    public void solve(AssociationProblem problem) {
        // The approximation stands where a cluster is too large, and is exact where it is a tree.
        otherwise.solve(problem);
        room(Math.max(problem.tracks, problem.reports));
        cluster(problem);
        for (int t = 0; t < problem.tracks; t++) {
            if (root[t] == t) {
                solve(problem, t);
            }
        }
    }

    /** Joins the tracks that share reports; the root of a cluster is its first track. */
    private void cluster(AssociationProblem problem) {
        Arrays.fill(rank, 0, problem.reports, -1);
        for (int t = 0; t < problem.tracks; t++) {
            root[t] = t;
            for (int e = problem.firstPair[t]; e < problem.firstPair[t + 1]; e++) {
                int r = problem.report[e];
                if (rank[r] >= 0) {
                    int one = find(rank[r]);
                    int other = find(t);
                    root[Math.max(one, other)] = Math.min(one, other);
                }
                rank[r] = t;
            }
        }
        for (int t = 0; t < problem.tracks; t++) {
            root[t] = find(t);
        }
        Arrays.fill(rank, 0, problem.reports, -1);
    }

    private int find(int track) {
        int at = track;
        while (root[at] != at) {
            at = root[at];
        }
        return at;
    }

    private void solve(AssociationProblem problem, int cluster) {
        int tracks = 0;
        int reports = 0;
        int pairs = 0;
        for (int t = cluster; t < problem.tracks; t++) {
            if (root[t] != cluster) {
                continue;
            }
            member[tracks++] = t;
            for (int e = problem.firstPair[t]; e < problem.firstPair[t + 1]; e++) {
                if (rank[problem.report[e]] < 0) {
                    rank[problem.report[e]] = reports++;
                }
                pairs++;
            }
        }
        if (reports > MOST_REPORTS || ((long) (pairs + tracks) << reports) > MOST_STEPS) {
            left++;
            return;
        }
        int sets = 1 << reports;
        sum(problem, tracks, sets);
        divide(problem, tracks, sets);
    }

    /** Weights of all ways to serve the tracks before each one, and from each one on, by set. */
    private void sum(AssociationProblem problem, int tracks, int sets) {
        if (before.length < (tracks + 1) * sets) {
            before = new double[(tracks + 1) * sets];
            after = new double[(tracks + 1) * sets];
        }
        Arrays.fill(before, 0, (tracks + 1) * sets, 0);
        before[0] = 1;
        for (int k = 0; k < tracks; k++) {
            int t = member[k];
            int from = k * sets;
            for (int set = 0; set < sets; set++) {
                double weight = before[from + set];
                if (weight == 0) {
                    continue;
                }
                before[from + sets + set] += weight;
                for (int e = problem.firstPair[t]; e < problem.firstPair[t + 1]; e++) {
                    int bit = 1 << rank[problem.report[e]];
                    if ((set & bit) == 0) {
                        before[from + sets + (set | bit)] += weight * problem.weight[e];
                    }
                }
            }
        }
        Arrays.fill(after, tracks * sets, (tracks + 1) * sets, 1);
        for (int k = tracks - 1; k >= 0; k--) {
            int t = member[k];
            int from = k * sets;
            for (int set = 0; set < sets; set++) {
                double total = after[from + sets + set];
                for (int e = problem.firstPair[t]; e < problem.firstPair[t + 1]; e++) {
                    int bit = 1 << rank[problem.report[e]];
                    if ((set & bit) == 0) {
                        total += problem.weight[e] * after[from + sets + (set | bit)];
                    }
                }
                after[from + set] = total;
            }
        }
    }

    private void divide(AssociationProblem problem, int tracks, int sets) {
        double all = after[0];
        for (int k = 0; k < tracks; k++) {
            int t = member[k];
            for (int e = problem.firstPair[t]; e < problem.firstPair[t + 1]; e++) {
                problem.reportAlone[problem.report[e]] = 1;
            }
        }
        for (int k = 0; k < tracks; k++) {
            int t = member[k];
            double caused = 0;
            for (int e = problem.firstPair[t]; e < problem.firstPair[t + 1]; e++) {
                int bit = 1 << rank[problem.report[e]];
                double ways = 0;
                for (int set = 0; set < sets; set++) {
                    if ((set & bit) == 0) {
                        ways += before[k * sets + set] * after[(k + 1) * sets + (set | bit)];
                    }
                }
                double chance = problem.weight[e] * ways / all;
                problem.probability[e] = chance;
                problem.reportAlone[problem.report[e]] -= chance;
                caused += chance;
            }
            problem.trackAlone[t] = Math.max(0, 1 - caused);
        }
        for (int k = 0; k < tracks; k++) {
            int t = member[k];
            for (int e = problem.firstPair[t]; e < problem.firstPair[t + 1]; e++) {
                int r = problem.report[e];
                problem.reportAlone[r] = Math.max(0, problem.reportAlone[r]);
            }
        }
    }

    private void room(int size) {
        if (root.length < size) {
            root = new int[size * 2];
            rank = new int[size * 2];
            member = new int[size * 2];
        }
    }
}
