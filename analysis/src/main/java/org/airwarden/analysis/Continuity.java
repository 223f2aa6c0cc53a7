package org.airwarden.analysis;

import java.util.Arrays;
import java.util.List;
import org.airwarden.analysis.Segments.Segment;

/** How long targets were held, and by how many tracks. Immutable after construction; any thread. */
final class Continuity {
    /** Sum over targets of the fewest tracks needed for what was tracked, less one each. */
    int neededExtra;

    /** Time tracked, of life, and in the longest segments (s). */
    double tracked;

    double lifetime;
    double longest;

    /** Changes of the matched track of a target, gaps passed over. */
    int switches;

    /** Times that a target was matched, then not, then again, by whichever track. */
    int fragmentations;

    int neverTracked;

    /** Sum over targets that were tracked of the time until then (s). */
    double delays;

    Continuity(StateTable truth, StateTable tracks, Association association) {
        int[] firstTime = new int[truth.names()];
        int[] lastTime = new int[truth.names()];
        int[] firstMatch = new int[truth.names()];
        int[] lastTrack = new int[truth.names()];
        boolean[] lost = new boolean[truth.names()];
        Arrays.fill(firstTime, -1);
        Arrays.fill(firstMatch, -1);
        Arrays.fill(lastTrack, -1);
        for (int k = 0; k < truth.times(); k++) {
            for (int row = truth.firstRow(k); row < truth.endRow(k); row++) {
                int target = truth.who(row);
                firstTime[target] = firstTime[target] < 0 ? k : firstTime[target];
                lastTime[target] = k;
                int match = association.matched[row];
                if (match < 0) {
                    lost[target] = firstMatch[target] >= 0;
                    continue;
                }
                int track = tracks.who(match);
                firstMatch[target] = firstMatch[target] < 0 ? k : firstMatch[target];
                switches += lastTrack[target] >= 0 && lastTrack[target] != track ? 1 : 0;
                lastTrack[target] = track;
                fragmentations += lost[target] ? 1 : 0;
                lost[target] = false;
            }
        }
        Segments segments = new Segments(truth, tracks, association);
        for (int target = 0; target < truth.names(); target++) {
            lifetime += truth.time(lastTime[target]) - truth.time(firstTime[target]);
            if (firstMatch[target] < 0) {
                neverTracked++;
            } else {
                delays += truth.time(firstMatch[target]) - truth.time(firstTime[target]);
            }
            add(truth, segments.of(target), firstTime[target], lastTime[target]);
        }
    }

    private void add(StateTable truth, List<Segment> segments, int from, int to) {
        if (segments.isEmpty()) {
            return;
        }
        // How far the segments that hold a time reach on from it; -1 where none does.
        int[] reach = new int[to - from + 1];
        Arrays.fill(reach, -1);
        double most = 0;
        for (Segment segment : segments) {
            most = Math.max(most, truth.time(segment.end()) - truth.time(segment.start()));
            for (int k = segment.start(); k <= segment.end(); k++) {
                reach[k - from] = Math.max(reach[k - from], segment.end());
            }
        }
        longest += most;
        for (int k = from; k < to; k++) {
            if (reach[k - from] > k) {
                tracked += truth.time(k + 1) - truth.time(k);
            }
        }
        int needed = 0;
        int k = from;
        while (k <= to) {
            needed += reach[k - from] >= 0 ? 1 : 0;
            k = Math.max(k, reach[k - from]) + 1;
        }
        neededExtra += needed - 1;
    }
}
