package org.airwarden.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Unbroken runs of times in which one track is associated (matched or redundant) with one target.
 * Immutable after construction; any thread.
 */
final class Segments {
    /**
     * @param start first time of it
     * @param end last time of it
     */
    record Segment(int start, int end) {}

    private final List<List<Segment>> ofTarget = new ArrayList<>();

    /** A run that goes on, while times are gone through. */
    private static final class Run {
        int start;
        int end;
    }

    Segments(StateTable truth, StateTable tracks, Association association) {
        Map<Long, Run> runs = new LinkedHashMap<>();
        for (int target = 0; target < truth.names(); target++) {
            ofTarget.add(new ArrayList<>());
        }
        for (int k = 0; k < truth.times(); k++) {
            for (int row = truth.firstRow(k); row < truth.endRow(k); row++) {
                int track = association.matched[row];
                if (track >= 0) {
                    see(runs, k, truth.who(row), tracks.who(track));
                }
            }
            int other = tracks.indexOf(truth.time(k));
            for (int row = tracks.firstRow(other); row < tracks.endRow(other); row++) {
                int target = association.redundantOn[row];
                if (target >= 0) {
                    see(runs, k, truth.who(target), tracks.who(row));
                }
            }
        }
        runs.forEach((pair, run) -> end((int) (pair >>> 32), run));
    }

    private void see(Map<Long, Run> runs, int time, int target, int track) {
        long pair = ((long) target << 32) | track;
        Run run = runs.get(pair);
        if (run == null) {
            run = new Run();
            run.start = time;
            runs.put(pair, run);
        } else if (run.end != time - 1) {
            end(target, run);
            run.start = time;
        }
        run.end = time;
    }

    private void end(int target, Run run) {
        ofTarget.get(target).add(new Segment(run.start, run.end));
    }

    /** Returns the segments of a target. */
    List<Segment> of(int target) {
        return ofTarget.get(target);
    }
}
