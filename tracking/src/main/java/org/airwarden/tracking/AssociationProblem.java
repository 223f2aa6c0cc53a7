package org.airwarden.tracking;

import java.util.Arrays;

/**
 * Which tracks may have caused which reports, and how probably they did: a sparse table of pairs,
 * ordered by track. Plain arrays, reused and longer than they are filled. Not thread-safe.
 */
public final class AssociationProblem {
    /** How many tracks there are. */
    public int tracks;

    /** How many reports there are. */
    public int reports;

    /** How many pairs there are. */
    public int pairs;

    /** The first pair of each track; one more than there are tracks. */
    public int[] firstPair = new int[65];

    /** The report of each pair. */
    public int[] report = new int[256];

    /** The track of each pair. */
    public int[] track = new int[256];

    /** The weight of each pair, above 0; see {@link Associator#solve}. */
    public double[] weight = new double[256];

    /** The probability of each pair, once solved. */
    public double[] probability = new double[256];

    /** The probability that a track caused no report, once solved. */
    public double[] trackAlone = new double[64];

    /** The probability that no track caused a report, once solved. */
    public double[] reportAlone = new double[64];

    /** Makes one without tracks and reports. */
    public AssociationProblem() {}

    /** Begins a problem with so many reports, and no tracks yet. */
    public void clear(int reportCount) {
        tracks = 0;
        reports = reportCount;
        pairs = 0;
        firstPair[0] = 0;
        if (reportAlone.length < reportCount) {
            reportAlone = new double[reportCount * 2];
        }
    }

    /** Adds a pair of the track that is being added. */
    public void addPair(int toReport, double pairWeight) {
        if (pairs == report.length) {
            report = Arrays.copyOf(report, pairs * 2);
            track = Arrays.copyOf(track, pairs * 2);
            weight = Arrays.copyOf(weight, pairs * 2);
            probability = Arrays.copyOf(probability, pairs * 2);
        }
        report[pairs] = toReport;
        track[pairs] = tracks;
        weight[pairs] = pairWeight;
        pairs++;
    }

    /** Ends the track whose pairs were added. */
    public void endTrack() {
        tracks++;
        if (tracks + 1 > firstPair.length) {
            firstPair = Arrays.copyOf(firstPair, firstPair.length * 2);
        }
        if (tracks > trackAlone.length) {
            trackAlone = Arrays.copyOf(trackAlone, trackAlone.length * 2);
        }
        firstPair[tracks] = pairs;
    }
}
