package org.airwarden.tracking;

import java.util.Arrays;

/**
 * Marginal association probabilities by loopy belief propagation: the soft association of JPDA at a
 * cost in proportion to the number of pairs, without enumeration.
 *
 * <p>J. L. Williams, R. Lau, "Approximate evaluation of marginal association probabilities with
 * belief propagation", IEEE Trans. AES 50(4), 2014, which proves convergence. Exact where the pairs
 * form no loop. Clusters of tracks and reports are solved apart: each stops when its own messages
 * have settled, and what one holds changes no other. Not thread-safe.
 */
public final class BeliefPropagation implements Associator {
    private static final int MOST_ROUNDS = 200;
    private static final double CLOSE_ENOUGH = 1e-6;

    private double[] toReport = new double[256];
    private double[] toTrack = new double[256];
    private double[] sums = new double[64];
    private final Clusters clusters = new Clusters();

    /** Makes one. */
    public BeliefPropagation() {}

    @Override
    public void solve(AssociationProblem problem) {
        int pairs = problem.pairs;
        if (toTrack.length < pairs) {
            toReport = new double[pairs * 2];
            toTrack = new double[pairs * 2];
        }
        if (sums.length < problem.reports) {
            sums = new double[problem.reports * 2];
        }
        Arrays.fill(toTrack, 0, pairs, 1);
        Arrays.fill(sums, 0, problem.reports, 0);
        clusters.part(problem);
        for (int c = 0; c < clusters.count; c++) {
            int from = clusters.begin[c];
            int to = clusters.begin[c + 1];
            for (int round = 0; round < MOST_ROUNDS; round++) {
                sendToReports(problem, from, to);
                if (sendToTracks(problem, from, to) < CLOSE_ENOUGH) {
                    break;
                }
            }
        }
        for (int t = 0; t < problem.tracks; t++) {
            double sum = 1;
            for (int e = problem.firstPair[t]; e < problem.firstPair[t + 1]; e++) {
                sum += problem.weight[e] * toTrack[e];
            }
            problem.trackAlone[t] = 1 / sum;
            for (int e = problem.firstPair[t]; e < problem.firstPair[t + 1]; e++) {
                problem.probability[e] = problem.weight[e] * toTrack[e] / sum;
            }
        }
        for (int r = 0; r < problem.reports; r++) {
            problem.reportAlone[r] = 1 / (1 + sums[r]);
        }
    }

    /** For the tracks of one cluster, from a place in its order to another. */
    private void sendToReports(AssociationProblem problem, int from, int to) {
        for (int i = from; i < to; i++) {
            int t = clusters.track[i];
            for (int e = problem.firstPair[t]; e < problem.firstPair[t + 1]; e++) {
                sums[problem.report[e]] = 0;
            }
        }
        for (int i = from; i < to; i++) {
            int t = clusters.track[i];
            double sum = 1;
            for (int e = problem.firstPair[t]; e < problem.firstPair[t + 1]; e++) {
                sum += problem.weight[e] * toTrack[e];
            }
            for (int e = problem.firstPair[t]; e < problem.firstPair[t + 1]; e++) {
                double others = Math.max(1, sum - problem.weight[e] * toTrack[e]);
                toReport[e] = problem.weight[e] / others;
                sums[problem.report[e]] += toReport[e];
            }
        }
    }

    /** Returns the greatest change. */
    private double sendToTracks(AssociationProblem problem, int from, int to) {
        double change = 0;
        for (int i = from; i < to; i++) {
            int t = clusters.track[i];
            for (int e = problem.firstPair[t]; e < problem.firstPair[t + 1]; e++) {
                double others = Math.max(0, sums[problem.report[e]] - toReport[e]);
                double message = 1 / (1 + others);
                change = Math.max(change, Math.abs(message - toTrack[e]));
                toTrack[e] = message;
            }
        }
        return change;
    }
}
