package org.airwarden.tracking;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.World;
import org.airwarden.model.Origin;
import org.airwarden.model.SiteCodec;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;
import org.airwarden.model.Transponder;
import org.jspecify.annotations.Nullable;

/** A track while it lives: its estimate, its frame, its identity's evidence, its sensors. */
final class LiveTrack {
    /** A pressure height's usual distance from the geometric one (m), standard deviation. */
    static final double PRESSURE_BIAS = 120;

    /** Number within the picture, or 0 while tentative. */
    int serial;

    Frame frame;
    Estimate estimate;

    /** When the estimate applies. */
    long time;

    /** The estimate's mean over its models. */
    final double[] mean = new double[Estimate.STATE];

    /** Horizontal variances of position and velocity, and what models disagree, for gating. */
    double positionVariance;

    double velocityVariance;

    /** Probability that there is something. */
    double existence;

    /** What {@link #existence} was at the start. */
    double firstExistence;

    /** Reports, each counted by its probability of being the track's own. */
    double hits;

    /** Where it began, as {@link BirthMap#cell} says it of the sensor that it began with, or -1. */
    int birthCell = -1;

    long began;
    long confirmed = Time.UNKNOWN;
    long lastReport;
    boolean heightKnown;

    /** Whether the height comes from pressure, without a geometric one beside it. */
    boolean heightFromPressure;

    /** Geometric height less pressure height (m), where {@link #offsetKnown}. */
    double heightOffset;

    boolean offsetKnown;
    Transponder said = Transponder.SILENT;

    /** Address with its space, or -1. */
    int addressKey = -1;

    Origin origin;
    final List<Contribution> contributions = new ArrayList<>(2);

    /** Evidence that it is the same aircraft as a better track near it: a log-likelihood ratio. */
    double sameness;

    /** Report time up to which {@link #sameness} is judged. */
    long samenessJudged;

    /** When it was last told, while confirmed. */
    long told;

    /** The latest time for which it was told. */
    long shown = Long.MIN_VALUE;

    /** Whether it was told to have ended, and is only kept to be found again under its number. */
    boolean lost;

    /** Reports with its address that lay astray, one after the other. */
    int strays;

    /** What the filter held, where that is kept; never moved. */
    @Nullable History history;

    /** What the aircraft tells of itself, or null. */
    @Nullable Claim claim;

    /** What people told of it, or null. */
    @Nullable Witness witness;

    /** When last another track explained one of its directions as well as it does. */
    long contested = Time.UNKNOWN;

    /** Set while work goes on; never moved. */
    boolean touched;

    boolean coincides;

    /** The better track that it last coincided with; never moved. */
    @Nullable LiveTrack twin;

    boolean ended;

    /** Where it is kept, once it lives; told when it changes. */
    private @Nullable Tracks home;

    /** When it began, counted over all tracks. */
    long begun;

    /** Its place in the index, and the last search that found it there. */
    int slot = -1;

    int foundAt;

    LiveTrack(Frame frame, Estimate estimate, Origin origin) {
        this.frame = frame;
        this.estimate = estimate;
        this.origin = origin;
    }

    /** Returns a tentative track like this one. */
    LiveTrack copy() {
        Estimate same = new Estimate();
        same.copyFrom(estimate);
        LiveTrack track = new LiveTrack(frame, same, origin);
        track.time = time;
        System.arraycopy(mean, 0, track.mean, 0, mean.length);
        track.positionVariance = positionVariance;
        track.velocityVariance = velocityVariance;
        track.existence = existence;
        track.firstExistence = firstExistence;
        track.hits = hits;
        track.birthCell = birthCell;
        track.began = began;
        track.lastReport = lastReport;
        track.heightKnown = heightKnown;
        track.heightFromPressure = heightFromPressure;
        track.heightOffset = heightOffset;
        track.offsetKnown = offsetKnown;
        track.said = said;
        track.addressKey = addressKey;
        track.history = history;
        for (Contribution part : contributions) {
            track.contributions.add(part.copy());
        }
        track.contested = contested;
        track.claim = claim == null ? null : claim.copy();
        track.witness = witness == null ? null : witness.copy();
        return track;
    }

    boolean isConfirmed() {
        return serial > 0;
    }

    /** Belongs to a set of tracks from now on. */
    void livesIn(Tracks tracks, long beginning) {
        home = tracks;
        begun = beginning;
        if (touched) {
            tracks.touched.add(this);
        }
    }

    /** Returns its rank: confirmed tracks by number, then tentative ones by their beginning. */
    long order() {
        return serial > 0 ? serial : begun + (1L << 31);
    }

    /** Marks it as changed, so that it is told. */
    void touch() {
        if (!touched) {
            touched = true;
            if (home != null) {
                home.touched.add(this);
            }
        }
    }

    /** Tells whether what the aircraft tells of itself disagrees with what sensors measure. */
    boolean isClaimDoubted() {
        return claim != null && claim.isDoubted();
    }

    /** Tells whether its identity, or what the aircraft tells of itself, is in doubt. */
    boolean isDoubted() {
        boolean impossible = said.hasAddress() && !Measurement.canBe(said.address());
        return impossible || isClaimDoubted() || (home != null && home.isShared(addressKey));
    }

    /** Tells whether it lives on reports of one technology alone. */
    boolean isOnly(Technology technology) {
        for (int i = 0; i < contributions.size(); i++) {
            if (contributions.get(i).technology != technology) {
                return false;
            }
        }
        return !contributions.isEmpty();
    }

    /** Tells whether a radar sees it at a time, or did in its last turn. */
    boolean isMeasured(long now) {
        for (int i = 0; i < contributions.size(); i++) {
            Contribution part = contributions.get(i);
            boolean measures =
                    switch (part.technology) {
                        case PRIMARY, SECONDARY, COMBINED, MODE_S, COMBINED_MODE_S -> true;
                        default -> false;
                    };
            if (measures
                    && part.missed == 0
                    && part.due != Time.UNKNOWN
                    && now <= part.due + Time.SECOND) {
                return true;
            }
        }
        return false;
    }

    @Nullable Contribution contribution(int sensor) {
        for (int i = 0; i < contributions.size(); i++) {
            if (contributions.get(i).sensor == sensor) {
                return contributions.get(i);
            }
        }
        return null;
    }

    /**
     * Records that a measurement became part of the track; returns how many the same sensor missed
     * since its last one.
     */
    int hit(Measurement m, double period) {
        Contribution part = contribution(m.sensor);
        if (part == null) {
            part = new Contribution(m.sensor, m.technology);
            part.lastHit = m.time;
            insert(part);
        }
        int missed = part.missed;
        part.hit(m, period);
        if (m.time >= lastReport) {
            lastReport = m.time;
            for (int i = 0; i < contributions.size(); i++) {
                contributions.get(i).missed = 0;
            }
        }
        said = Transponders.newest(said, m.said);
        origin = origin.with(m.origin);
        touch();
        return missed;
    }

    /**
     * Returns how many updates its sensors owe: the fewest that any of those missed that saw it to
     * the last.
     */
    int missedUpdates() {
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < contributions.size(); i++) {
            Contribution part = contributions.get(i);
            if (part.due != Time.UNKNOWN) {
                fewest = Math.min(fewest, part.missed);
            }
        }
        return fewest == Integer.MAX_VALUE ? 0 : fewest;
    }

    /** Tells whether any sensor is still expected to see it. */
    boolean isOwed() {
        for (int i = 0; i < contributions.size(); i++) {
            if (contributions.get(i).due != Time.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    /**
     * Writes where it is in the world (m) when it flies straight on.
     *
     * @param seconds after its own time; may be negative
     */
    void placeAfter(double seconds, double[] out) {
        frame.toWorld(
                mean[0] + seconds * mean[3],
                mean[1] + seconds * mean[4],
                mean[2] + seconds * mean[5],
                out,
                0);
    }

    /** Keeps the numbers that gating needs, after the estimate changed. */
    void summarise(MotionFilter filter) {
        filter.mean(estimate, mean);
        double position = 0;
        double velocity = 0;
        for (int m = 0; m < estimate.models; m++) {
            int x = Estimate.STATE * m;
            int p = Estimate.SQUARE * m;
            double weight = estimate.probability[m];
            double dx = estimate.mean[x] - mean[0];
            double dy = estimate.mean[x + 1] - mean[1];
            double dvx = estimate.mean[x + 3] - mean[3];
            double dvy = estimate.mean[x + 4] - mean[4];
            position +=
                    weight
                            * (estimate.covariance[p]
                                    + estimate.covariance[p + 7]
                                    + dx * dx
                                    + dy * dy);
            velocity +=
                    weight
                            * (estimate.covariance[p + 21]
                                    + estimate.covariance[p + 28]
                                    + dvx * dvx
                                    + dvy * dvy);
        }
        positionVariance = position;
        velocityVariance = velocity;
        moved();
    }

    /** Moves the estimate's height by a distance (m), when its pressure heights are understood. */
    void lift(double metres) {
        for (int m = 0; m < estimate.models; m++) {
            estimate.mean[Estimate.STATE * m + 2] += metres;
        }
        mean[2] += metres;
        if (history != null) {
            history = new History.Raise(history, metres);
        }
    }

    /** Keeps the estimate as it is for smoothing, where that is wanted, before it moves on. */
    void remember() {
        if (history != null) {
            history = history.with(estimate, time, frame);
        }
    }

    /** Moves the track's frame to where it is, when it went far from its frame's origin. */
    void reanchor(World world, double farthest, MotionFilter filter) {
        if (mean[0] * mean[0] + mean[1] * mean[1] <= farthest * farthest || world == World.FLAT) {
            return;
        }
        double[] at = new double[3];
        frame.toWorld(mean[0], mean[1], mean[2], at, 0);
        Frame next = world.frameAt(at[0], at[1], at[2]);
        Reanchoring.move(estimate, frame, next);
        frame = next;
        if (estimate.gravity != null) {
            estimate.gravity = new Gravity(frame, world);
        }
        filter.mean(estimate, mean);
    }

    /** Takes over where a younger track of the same aircraft was found to be. */
    void adopt(LiveTrack younger) {
        remember();
        if (history != null && younger.history != null) {
            history = new History.Join(history, lastReport, younger.history);
        }
        frame = younger.frame;
        estimate = younger.estimate;
        time = younger.time;
        System.arraycopy(younger.mean, 0, mean, 0, mean.length);
        positionVariance = younger.positionVariance;
        velocityVariance = younger.velocityVariance;
        existence = younger.existence;
        hits += younger.hits;
        lastReport = Math.max(lastReport, younger.lastReport);
        heightKnown = younger.heightKnown;
        heightFromPressure = younger.heightFromPressure;
        heightOffset = younger.heightOffset;
        offsetKnown = younger.offsetKnown;
        said = Transponders.newest(said, younger.said);
        origin = origin.with(younger.origin);
        for (Contribution part : younger.contributions) {
            Contribution own = contribution(part.sensor);
            if (own != null) {
                contributions.remove(own);
                part.firstReceived = own.firstReceived;
                part.reports += own.reports;
            }
            insert(part);
        }
        claim = younger.claim == null ? claim : younger.claim;
        witness = witness == null ? younger.witness : witness;
        lost = false;
        touch();
        moved();
    }

    private void moved() {
        if (home != null && slot >= 0) {
            home.index.moved(this);
        }
    }

    /** Adds a sensor's part; parts stand in the order of the sensors' numbers. */
    void insert(Contribution part) {
        int at = 0;
        while (at < contributions.size() && contributions.get(at).sensor < part.sensor) {
            at++;
        }
        contributions.add(at, part);
    }

    void write(StateOutput out) {
        out.putInt(serial);
        SiteCodec.writeFrame(frame, out);
        estimate.write(out);
        out.putLong(time);
        out.putDoubles(mean);
        out.putDouble(positionVariance);
        out.putDouble(velocityVariance);
        out.putDouble(existence);
        out.putDouble(firstExistence);
        out.putDouble(hits);
        out.putInt(birthCell);
        out.putLong(began);
        out.putLong(confirmed);
        out.putLong(lastReport);
        out.putBoolean(heightKnown);
        out.putBoolean(heightFromPressure);
        out.putDouble(heightOffset);
        out.putBoolean(offsetKnown);
        Transponders.write(out, said);
        out.putInt(addressKey);
        out.putEnum(origin);
        out.putDouble(sameness);
        out.putLong(samenessJudged);
        out.putLong(told);
        out.putLong(shown);
        out.putBoolean(lost);
        out.putInt(strays);
        out.putInt(contributions.size());
        for (Contribution part : contributions) {
            part.write(out);
        }
        out.putBoolean(estimate.gravity != null);
        if (estimate.gravity != null) {
            out.putEnum(estimate.gravity.world);
        }
        out.putLong(contested);
        out.putBoolean(claim != null);
        if (claim != null) {
            claim.write(out);
        }
        out.putBoolean(witness != null);
        if (witness != null) {
            witness.write(out);
        }
    }

    static LiveTrack read(StateInput in) {
        int serial = in.takeInt();
        Frame frame = SiteCodec.readFrame(in);
        LiveTrack track = new LiveTrack(frame, Estimate.read(in), Origin.LIVE);
        track.serial = serial;
        track.time = in.takeLong();
        in.takeDoubles(track.mean);
        track.positionVariance = in.takeDouble();
        track.velocityVariance = in.takeDouble();
        track.existence = in.takeDouble();
        track.firstExistence = in.takeDouble();
        track.hits = in.takeDouble();
        track.birthCell = in.takeInt();
        track.began = in.takeLong();
        track.confirmed = in.takeLong();
        track.lastReport = in.takeLong();
        track.heightKnown = in.takeBoolean();
        track.heightFromPressure = in.takeBoolean();
        track.heightOffset = in.takeDouble();
        track.offsetKnown = in.takeBoolean();
        track.said = Transponders.read(in);
        track.addressKey = in.takeInt();
        track.origin = in.takeEnum(Origin.class);
        track.sameness = in.takeDouble();
        track.samenessJudged = in.takeLong();
        track.told = in.takeLong();
        track.shown = in.takeLong();
        track.lost = in.takeBoolean();
        track.strays = in.takeInt();
        int count = in.takeCount();
        for (int i = 0; i < count; i++) {
            track.contributions.add(Contribution.read(in));
        }
        if (in.takeBoolean()) {
            track.estimate.gravity = new Gravity(track.frame, in.takeEnum(World.class));
        }
        track.contested = in.takeLong();
        track.claim = in.takeBoolean() ? Claim.read(in) : null;
        track.witness = in.takeBoolean() ? Witness.read(in) : null;
        return track;
    }
}
