package org.airwarden.tracking;

import java.util.Arrays;

/**
 * Marginal association probabilities by loopy belief propagation: the soft association of JPDA at a
 * cost in proportion to the number of pairs, without enumeration.
 *
 * <p>J. L. Williams, R. Lau, "Approximate evaluation of marginal association probabilities with
 * belief propagation", IEEE Trans. AES 50(4), 2014, which proves convergence. Exact where the pairs
 * form no loop. Not thread-safe.
 */
public final class BeliefPropagation implements Associator {
    private static final int MOST_ROUNDS = 200;
    private static final double CLOSE_ENOUGH = 1e-6;

    private double[] toReport = new double[256];
    private double[] toTrack = new double[256];
    private double[] sums = new double[64];

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
        for (int round = 0; round < MOST_ROUNDS; round++) {
            sendToReports(problem);
            if (sendToTracks(problem) < CLOSE_ENOUGH) {
                break;
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

    private void sendToReports(AssociationProblem problem) {
        Arrays.fill(sums, 0, problem.reports, 0);
        for (int t = 0; t < problem.tracks; t++) {
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
    private double sendToTracks(AssociationProblem problem) {
        double change = 0;
        for (int e = 0; e < problem.pairs; e++) {
            double others = Math.max(0, sums[problem.report[e]] - toReport[e]);
            double message = 1 / (1 + others);
            change = Math.max(change, Math.abs(message - toTrack[e]));
            toTrack[e] = message;
        }
        return change;
    }
}
