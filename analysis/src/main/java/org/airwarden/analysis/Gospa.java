package org.airwarden.analysis;

import java.util.Arrays;

/**
 * The generalised optimal sub-pattern assignment metric of each time: A. S. Rahmathullah, A. F.
 * Garcia-Fernandez, L. Svensson, "Generalized optimal sub-pattern assignment metric", FUSION 2017,
 * definition 1, and with alpha 2 proposition 1: the p-th root of the sum of distances to the p of
 * assigned pairs, and half the cut-off to the p for each that is missed or false.
 *
 * <p>With another alpha, an assigned pair beyond the cut-off counts as one missed and one false at
 * half the cut-off to the p each, and what is too many on one side at cut-off to the p by alpha.
 * Immutable after construction; any thread.
 */
public final class Gospa {
    private final ScoreSettings settings;
    private final double[] localisation;
    private final double[] missed;
    private final double[] falseTracks;
    private final double[] distance;
    private final int[] pairs;

    /** Whether a row of truth is assigned to a track. */
    private final boolean[] assigned;

    /** Sum of squared distances of assigned pairs (m²). */
    private double squares;

    private int allPairs;
    private int allMissed;
    private int allFalse;

    /** Computes it at all times of the truth. */
    public Gospa(StateTable truth, StateTable tracks, ScoreSettings settings) {
        this.settings = settings;
        int times = truth.times();
        localisation = new double[times];
        missed = new double[times];
        falseTracks = new double[times];
        distance = new double[times];
        pairs = new int[times];
        assigned = new boolean[truth.rows()];
        Pairing pairing = new Pairing(truth, tracks, settings.dimensions());
        for (int k = 0; k < times; k++) {
            compute(k, pairing);
        }
    }

    private void compute(int k, Pairing pairing) {
        pairing.takeAll(k);
        pairing.match(settings.cutOff(), settings.order());
        int n = pairing.lefts;
        int m = pairing.rights;
        double sum = 0;
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (pairing.partner(i) >= 0) {
                double square = pairing.square(i);
                sum += settings.order() == 2 ? square : settings.power(Math.sqrt(square));
                squares += square;
                assigned[pairing.leftRow[i]] = true;
                count++;
            }
        }
        double unit = settings.power(settings.cutOff());
        double beyond = (Math.min(n, m) - count) * unit / 2;
        localisation[k] = sum;
        missed[k] = beyond + Math.max(0, n - m) * unit / settings.alpha();
        falseTracks[k] = beyond + Math.max(0, m - n) * unit / settings.alpha();
        distance[k] = settings.root(sum + missed[k] + falseTracks[k]);
        pairs[k] = count;
        allPairs += count;
        allMissed += n - count;
        allFalse += m - count;
    }

    /** Returns the distance at a time, counted from 0 (m). */
    public double distance(int time) {
        return distance[time];
    }

    /** Returns the part of assigned pairs at a time (m to the order). */
    public double localisation(int time) {
        return localisation[time];
    }

    /** Returns the part of missed targets at a time (m to the order). */
    public double missed(int time) {
        return missed[time];
    }

    /** Returns the part of false tracks at a time (m to the order). */
    public double falseTracks(int time) {
        return falseTracks[time];
    }

    /** Returns how many pairs were assigned at a time. */
    public int pairs(int time) {
        return pairs[time];
    }

    /** Returns the mean distance over all times (m). */
    public double mean() {
        return mean(distance);
    }

    /** Returns the root of the mean squared distance (m). */
    public double rootMeanSquare() {
        double sum = 0;
        for (double d : distance) {
            sum += d * d;
        }
        return distance.length == 0 ? 0 : Math.sqrt(sum / distance.length);
    }

    double meanLocalisation() {
        return mean(localisation);
    }

    double meanMissed() {
        return mean(missed);
    }

    double meanFalse() {
        return mean(falseTracks);
    }

    double meanMissedCount() {
        return distance.length == 0 ? 0 : (double) allMissed / distance.length;
    }

    double meanFalseCount() {
        return distance.length == 0 ? 0 : (double) allFalse / distance.length;
    }

    /** Returns the root mean squared distance of assigned pairs (m); 0 where there are none. */
    public double pairError() {
        return allPairs == 0 ? 0 : Math.sqrt(squares / allPairs);
    }

    /** Tells whether a row of truth was assigned to a track. */
    boolean isAssigned(int truthRow) {
        return assigned[truthRow];
    }

    private static double mean(double[] values) {
        return values.length == 0 ? 0 : Arrays.stream(values).sum() / values.length;
    }
}
