package org.airwarden.tracking;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.World;
import org.airwarden.model.Kinematics;
import org.airwarden.model.Time;
import org.airwarden.model.TrackNumber;
import org.jspecify.annotations.Nullable;

/**
 * A track as all its reports tell it, those after the asked time too: for reconstruction
 * afterwards, never for a live picture. It reaches from its first plot, before it was confirmed, to
 * its last.
 *
 * <p>Time without reports is bridged, and the covariance says how well. Only where a track went on
 * from another one's estimate, because the aircraft was found elsewhere, nothing is told of the
 * time between. One thread.
 */
public final class SmoothedTrack {
    /** An unbroken run of steps, what all reports tell at each, and the end of what it tells. */
    private static final class Run {
        final List<History.Step> steps;
        final List<Estimate> smoothed = new ArrayList<>();

        /** How much higher each step is than it was held for (m). */
        final double[] raised;

        final long until;

        Run(List<History.Step> steps, double[] raised, long until) {
            this.steps = steps;
            this.raised = raised;
            this.until = until;
        }
    }

    private final TrackNumber number;
    private final World world;
    private final boolean heightFromPressure;
    private final MotionModels bank;
    private final MotionFilter filter;
    private final Smoother smoother;
    private final Portrait portrait;
    private final List<Run> runs = new ArrayList<>();

    /**
     * Smooths a track.
     *
     * @param history its steps, the last one included
     * @param until the end of what is told (ns)
     */
    SmoothedTrack(
            TrackNumber number,
            World world,
            History history,
            long until,
            boolean heightFromPressure) {
        this.number = number;
        this.world = world;
        this.heightFromPressure = heightFromPressure;
        bank = new MotionModels();
        filter = new MotionFilter(bank);
        smoother = new Smoother(bank, filter);
        portrait = new Portrait(number.picture(), bank, filter);
        collect(history, until);
        for (Run run : runs) {
            smooth(run);
        }
    }

    /** Walks a history back to its start, and takes it apart into runs. */
    private void collect(History history, long until) {
        Deque<History.Join> elders = new ArrayDeque<>();
        List<History.Step> steps = new ArrayList<>();
        List<Double> raised = new ArrayList<>();
        double lift = 0;
        long end = until;
        History at = history;
        while (true) {
            switch (at) {
                case History.Step step -> {
                    steps.add(step);
                    raised.add(lift);
                    at = step.before();
                }
                case History.Raise raise -> {
                    lift += raise.metres();
                    at = raise.before();
                }
                case History.Join join -> {
                    elders.push(join);
                    at = join.other();
                }
                case History.Start start -> {
                    add(steps, raised, end);
                    steps.clear();
                    raised.clear();
                    lift = 0;
                    if (elders.isEmpty()) {
                        Collections.reverse(runs);
                        return;
                    }
                    end = Math.min(end, elders.peek().lastReport());
                    at = elders.pop().before();
                }
            }
        }
    }

    private void add(List<History.Step> steps, List<Double> raised, long until) {
        int count = steps.size();
        if (count == 0) {
            return;
        }
        double[] lifts = new double[count];
        for (int i = 0; i < count; i++) {
            lifts[i] = raised.get(count - 1 - i);
        }
        runs.add(new Run(List.copyOf(steps.reversed()), lifts, until));
    }

    private void smooth(Run run) {
        int last = run.steps.size() - 1;
        for (int k = last; k >= 0; k--) {
            Estimate estimate = estimate(run.steps.get(k));
            if (k < last) {
                long next = run.steps.get(k + 1).time();
                Estimate after = later(run, k, run.smoothed.getLast());
                smoother.back(estimate, after, Time.secondsBetween(run.steps.get(k).time(), next));
            }
            run.smoothed.add(estimate);
        }
        Collections.reverse(run.smoothed);
    }

    private Estimate estimate(History.Step step) {
        Estimate estimate = step.estimate();
        if (estimate.models == bank.most()) {
            estimate.gravity = new Gravity(step.frame(), world);
        }
        return estimate;
    }

    /** Returns the smoothed estimate one step later in this step's frame and scale of heights. */
    private Estimate later(Run run, int k, Estimate smoothed) {
        Estimate after = new Estimate();
        after.copyFrom(smoothed);
        Frame from = run.steps.get(k + 1).frame();
        Frame to = run.steps.get(k).frame();
        if (!from.equals(to)) {
            Reanchoring.move(after, from, to);
            if (after.gravity != null) {
                after.gravity = new Gravity(to, world);
            }
        }
        double lift = run.raised[k] - run.raised[k + 1];
        for (int m = 0; m < after.models; m++) {
            after.mean[Estimate.STATE * m + 2] -= lift;
        }
        return after;
    }

    /** Returns its number. */
    public TrackNumber number() {
        return number;
    }

    /** Returns what its kinematics are Cartesian in. */
    public World world() {
        return world;
    }

    /** Returns when its first plot was measured (ns since 1970). */
    public long first() {
        return runs.getFirst().steps.getFirst().time();
    }

    /** Returns when it ends (ns since 1970): see {@link Tracker#reconstruct}. */
    public long last() {
        return runs.getLast().until;
    }

    /**
     * Returns where it was and how it moved, or null where it is not known to have been.
     *
     * @param time any time (ns since 1970)
     */
    public @Nullable Kinematics at(long time) {
        for (int i = runs.size() - 1; i >= 0; i--) {
            Run run = runs.get(i);
            if (run.steps.getFirst().time() <= time) {
                return time <= run.until ? at(run, time) : null;
            }
        }
        return null;
    }

    private Kinematics at(Run run, long time) {
        int k = step(run, time);
        History.Step step = run.steps.get(k);
        Estimate estimate = run.smoothed.get(k);
        double ahead = Time.secondsBetween(step.time(), time);
        if (ahead > 0) {
            boolean ends = k == run.steps.size() - 1;
            Estimate after = ends ? null : later(run, k, run.smoothed.get(k + 1));
            estimate = estimate(step);
            filter.predict(estimate, ahead);
            if (after != null) {
                smoother.back(
                        estimate, after, Time.secondsBetween(time, run.steps.get(k + 1).time()));
            }
        }
        return portrait.kinematics(
                estimate, step.frame(), world, heightFromPressure, run.raised[k]);
    }

    /** Returns the last step that is not after a time. */
    private static int step(Run run, long time) {
        int low = 0;
        int high = run.steps.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (run.steps.get(middle).time() <= time) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
