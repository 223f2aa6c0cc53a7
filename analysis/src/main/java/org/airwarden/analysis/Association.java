package org.airwarden.analysis;

import java.util.Arrays;

/**
 * Which track is of which target at each time, as SIAP and CLEAR-MOT are counted by:
 *
 * <ol>
 *   <li>a pair of the time before stays one while both live and are within the gate (K. Bernardin,
 *       R. Stiefelhagen, "Evaluating multiple object tracking performance: the CLEAR MOT metrics",
 *       EURASIP J. Image and Video Processing, 2008, 2.1);
 *   <li>what is left is matched one to one within the gate, at the least sum of squared distance
 *       less squared gate;
 *   <li>a track left over within the gate of a target is redundant on the nearest one; else it is
 *       spurious.
 * </ol>
 *
 * <p>Immutable after construction; any thread.
 */
final class Association {
    /** Row of the track matched with a row of truth, or -1. */
    final int[] matched;

    /** Row of truth that a row of a track is redundant on, or -1. */
    final int[] redundantOn;

    Association(StateTable truth, StateTable tracks, double gate, int dimensions) {
        matched = new int[truth.rows()];
        redundantOn = new int[tracks.rows()];
        Arrays.fill(matched, -1);
        Arrays.fill(redundantOn, -1);
        int[] heldTrack = new int[truth.names()];
        Arrays.fill(heldTrack, -1);
        int[] rowOfTrack = new int[tracks.names()];
        boolean[] taken = new boolean[tracks.rows()];
        Pairing pairing = new Pairing(truth, tracks, dimensions);
        for (int k = 0; k < truth.times(); k++) {
            int other = tracks.indexOf(truth.time(k));
            int from = tracks.firstRow(other);
            int end = tracks.endRow(other);
            Arrays.fill(rowOfTrack, -1);
            for (int row = from; row < end; row++) {
                rowOfTrack[tracks.who(row)] = row;
            }
            keep(k, truth, tracks, gate, dimensions, heldTrack, rowOfTrack, taken);
            pairing.clear();
            for (int row = truth.firstRow(k); row < truth.endRow(k); row++) {
                if (matched[row] < 0) {
                    pairing.addLeft(row);
                }
            }
            for (int row = from; row < end; row++) {
                if (!taken[row]) {
                    pairing.addRight(row);
                }
            }
            pairing.match(gate, 2);
            for (int i = 0; i < pairing.lefts; i++) {
                if (pairing.partner(i) >= 0) {
                    int row = pairing.rightRow[pairing.partner(i)];
                    matched[pairing.leftRow[i]] = row;
                    taken[row] = true;
                }
            }
            findRedundant(k, truth, tracks, other, gate, dimensions, taken);
            Arrays.fill(heldTrack, -1);
            for (int row = truth.firstRow(k); row < truth.endRow(k); row++) {
                if (matched[row] >= 0) {
                    heldTrack[truth.who(row)] = tracks.who(matched[row]);
                }
            }
        }
    }

    private void keep(
            int k,
            StateTable truth,
            StateTable tracks,
            double gate,
            int dimensions,
            int[] heldTrack,
            int[] rowOfTrack,
            boolean[] taken) {
        for (int row = truth.firstRow(k); row < truth.endRow(k); row++) {
            int held = heldTrack[truth.who(row)];
            int there = held < 0 ? -1 : rowOfTrack[held];
            if (there >= 0 && Math.sqrt(truth.square(row, tracks, there, 0, dimensions)) <= gate) {
                matched[row] = there;
                taken[there] = true;
            }
        }
    }

    /** Few tracks are left over, so each looks at all targets of the time. */
    private void findRedundant(
            int k,
            StateTable truth,
            StateTable tracks,
            int other,
            double gate,
            int dimensions,
            boolean[] taken) {
        for (int row = tracks.firstRow(other); row < tracks.endRow(other); row++) {
            if (taken[row]) {
                continue;
            }
            double least = Double.POSITIVE_INFINITY;
            for (int to = truth.firstRow(k); to < truth.endRow(k); to++) {
                double square = truth.square(to, tracks, row, 0, dimensions);
                if (square < least) {
                    least = square;
                    redundantOn[row] = to;
                }
            }
            if (!(Math.sqrt(least) <= gate)) {
                redundantOn[row] = -1;
            }
        }
    }
}
