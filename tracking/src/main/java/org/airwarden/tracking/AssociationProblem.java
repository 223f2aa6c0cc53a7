package org.airwarden.tracking;

import java.util.Arrays;

/** Which tracks may have caused which reports, and how probably they did. Reused; grows. */
final class AssociationProblem {
    /** Numbers of tracks, reports and pairs. */
    int tracks;

    int reports;
    int pairs;

    /** First pair of each track; one more than tracks. */
    int[] firstPair = new int[65];

    /** Of each pair: its report and its track. */
    int[] report = new int[256];

    int[] track = new int[256];

    /** Of each pair: its weight, and its probability once solved. */
    double[] weight = new double[256];

    double[] probability = new double[256];

    /**
     * Of each track: the probability that it caused none; of each report: that no track caused it.
     */
    double[] trackAlone = new double[64];

    double[] reportAlone = new double[64];

    void clear(int reportCount) {
        tracks = 0;
        reports = reportCount;
        pairs = 0;
        firstPair[0] = 0;
        if (reportAlone.length < reportCount) {
            reportAlone = new double[reportCount * 2];
        }
    }

    void addPair(int toReport, double pairWeight) {
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
    void endTrack() {
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
