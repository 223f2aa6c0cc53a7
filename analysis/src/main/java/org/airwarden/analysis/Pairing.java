package org.airwarden.analysis;

import java.util.Arrays;

/**
 * Rows of truth (left) against rows of tracks (right) at one time, and their cheapest matching
 * within a limit. Reused; one thread.
 */
final class Pairing {
    private final StateTable truth;
    private final StateTable tracks;
    private final int dimensions;
    private final Neighbours neighbours = new Neighbours();
    private final Matching matching = new Matching();
    private double[] cost = new double[16];

    int[] leftRow = new int[16];
    int[] rightRow = new int[16];
    int lefts;
    int rights;

    Pairing(StateTable truth, StateTable tracks, int dimensions) {
        this.truth = truth;
        this.tracks = tracks;
        this.dimensions = dimensions;
    }

    /** Takes nothing. */
    void clear() {
        lefts = 0;
        rights = 0;
    }

    void addLeft(int row) {
        if (lefts == leftRow.length) {
            leftRow = Arrays.copyOf(leftRow, lefts * 2);
        }
        leftRow[lefts++] = row;
    }

    void addRight(int row) {
        if (rights == rightRow.length) {
            rightRow = Arrays.copyOf(rightRow, rights * 2);
        }
        rightRow[rights++] = row;
    }

    /** Takes all rows of a time of truth, and those of the same time of the tracks. */
    void takeAll(int time) {
        clear();
        for (int row = truth.firstRow(time); row < truth.endRow(time); row++) {
            addLeft(row);
        }
        int other = tracks.indexOf(truth.time(time));
        for (int row = tracks.firstRow(other); row < tracks.endRow(other); row++) {
            addRight(row);
        }
    }

    /**
     * Matches so that the sum of distance to the order less limit to the order is least; pairs at
     * the limit or beyond are none.
     */
    void match(double limit, double order) {
        neighbours.find(truth, leftRow, lefts, tracks, rightRow, rights, limit, dimensions);
        if (cost.length < neighbours.count) {
            cost = new double[neighbours.count * 2];
        }
        double worst = ScoreSettings.power(limit, order);
        for (int e = 0; e < neighbours.count; e++) {
            double square = neighbours.square[e];
            double d = order == 2 ? square : ScoreSettings.power(Math.sqrt(square), order);
            cost[e] = d - worst;
        }
        matching.solve(lefts, rights, neighbours.first, neighbours.right, cost);
    }

    /** Returns which of the right rows a left one is matched with, or -1. */
    int partner(int left) {
        return matching.columnOf(left);
    }

    /** Returns the squared distance of a matched left row (m²). */
    double square(int left) {
        return truth.square(leftRow[left], tracks, rightRow[partner(left)], 0, dimensions);
    }

    /** The pairs nearer than the limit that the last matching saw. */
    Neighbours near() {
        return neighbours;
    }
}
