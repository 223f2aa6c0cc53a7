package org.airwarden.tracking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.World;
import org.airwarden.model.Time;

/**
 * Works on reports of one sensor that were measured at nearly one time: those with an address go to
 * the track that holds it, the others are associated jointly, and what is left begins tracks.
 *
 * <p>Holds working space. Not thread-safe.
 */
final class ScanGroup {
    /** Greatest squared distance of a pair that is looked at: 1 in 30,000 true ones is lost. */
    private static final double GATE = 24;

    /** Deviations that the first, coarse gate takes. */
    private static final double COARSE = 5;

    /** Acceleration that the coarse gate allows for (m/s^2), for at most so long (s). */
    private static final double ACCELERATION = 60;

    /** Groups of fewer reports than this share of the tracks look the tracks up in the index. */
    private static final int FEW = 4;

    private static final double TURNING = 5;

    /** Share of a turn within which a second report of a target is a repetition. */
    static final double SAME_TURN = 0.6;

    /** Reports that a track gives less than this chance are left out of its update. */
    private static final double SLIGHT = 0.005;

    /** Tracks of fewer reports branch; each branch has at least this chance. */
    private static final double ESTABLISHED = 2.5;

    private static final double BRANCH = 0.02;

    /** A track that probably caused one of a group's reports counts as seen. */
    private static final double HIT = 0.5;

    private static final double HEAVIEST = 1e10;
    private static final double LIGHTEST = 1e-9;
    private static final double SAME_CODE = 20;
    private static final double OTHER_CODE = 0.02;
    private static final int MOST_PER_TRACK = 24;

    private final MotionFilter filter;
    private final Observer observer;
    private final Associator associator;
    private final TrackLife life;
    private final Beginning beginning;
    private final Counters.Running counters;
    private final Overload overload;
    private final Updating updating;
    private final AddressedReports addressed;
    private final Gate gate = new Gate();
    private final AssociationProblem problem = new AssociationProblem();
    private final List<LiveTrack> candidates = new ArrayList<>();
    private final TrackList nearby = new TrackList();
    private Observation[] observations = new Observation[256];
    private final Observation[] chosen = new Observation[MOST_PER_TRACK];
    private final double[] chances = new double[MOST_PER_TRACK];
    private final int[] reports = new int[MOST_PER_TRACK];
    private boolean[] used = new boolean[64];
    private int[] near = new int[64];
    private double[] density = new double[64];
    private final double[] place = new double[3];
    private final double[] plane = new double[3];
    private World world = World.EARTH;

    ScanGroup(
            MotionModels bank,
            MotionFilter filter,
            Observer observer,
            Associator associator,
            TrackLife life,
            Beginning beginning,
            Registration registration,
            Counters.Running counters,
            Overload overload) {
        this.filter = filter;
        this.observer = observer;
        this.associator = associator;
        this.life = life;
        this.beginning = beginning;
        this.counters = counters;
        this.overload = overload;
        updating = new Updating(bank, filter, observer, life, beginning, registration, counters);
        addressed = new AddressedReports(filter, observer, beginning, updating, counters);
    }

    /** Returns what moves tracks on in time. */
    Updating updating() {
        return updating;
    }

    void in(World newWorld) {
        world = newWorld;
        updating.in(newWorld);
    }

    /** Works on a group, ordered by time. */
    void process(
            Measurement[] group, int size, SensorState sensor, Sensors sensors, Tracks tracks) {
        updating.of(sensors);
        if (used.length < size) {
            used = new boolean[size * 2];
            near = new int[size * 2];
            density = new double[size * 2];
        }
        Arrays.fill(used, 0, size, false);
        Arrays.fill(density, 0, size, Double.NaN);
        int left = size;
        for (int i = 0; i < size; i++) {
            if (group[i].said.hasAddress() && !group[i].hasAddress()) {
                counters.doubtful++;
            }
            if (group[i].hasAddress() && addressed.take(group[i], sensor, tracks)) {
                used[i] = true;
                left--;
            }
        }
        if (left == 0) {
            return;
        }
        int echoes = 0;
        for (int i = 0; i < size; i++) {
            echoes += !used[i] && Beginning.isEcho(group[i]) ? 1 : 0;
        }
        boolean learns = overload.learns();
        if (learns) {
            sensor.appearing.count(echoes, group[0].time, sensor.period());
        }
        pair(group, size, sensor, tracks);
        associator.solve(problem);
        for (int t = 0; t < candidates.size(); t++) {
            apply(t, group, sensor, tracks);
        }
        double unclaimed = 0;
        for (int i = 0; i < size; i++) {
            if (used[i]) {
                continue;
            }
            double alone = problem.reportAlone[i];
            if (Beginning.isEcho(group[i])) {
                unclaimed += alone;
                sensor.countUnclaimed(group[i], alone);
            }
            if (!overload.mayBegin(tracks)) {
                continue;
            }
            LiveTrack missile = updating.missiles.take(group[i], sensor, alone);
            if (missile != null) {
                counters.used += updating.begin(missile, tracks, overload) ? 3 : 0;
                continue;
            }
            LiveTrack track = beginning.begin(group[i], sensor, world, alone);
            if (track != null) {
                tracks.begin(track);
                counters.used++;
            }
        }
        if (learns) {
            sensor.countUnclaimed(unclaimed, group[size - 1].time);
        }
    }

    /** Finds the pairs of tracks and reports that may belong together. */
    private void pair(Measurement[] group, int size, SensorState sensor, Tracks tracks) {
        long reference = group[0].time;
        Frame at = sensor.sensor().placement();
        Frame flat =
                at != null
                        ? at
                        : world.frameAt(group[0].about[0], group[0].about[1], group[0].about[2]);
        for (int i = 0; i < size; i++) {
            double[] about = group[i].about;
            flat.toLocal(about[0], about[1], about[2], plane, 0);
            group[i].planeX = plane[0];
            group[i].planeY = plane[1];
        }
        gate.take(group, used, size);
        problem.clear(size);
        candidates.clear();
        if (gate.count() * FEW < tracks.size() && search(group, size, sensor, tracks)) {
            for (int t = 0; t < nearby.size(); t++) {
                consider(nearby.at(t), sensor, flat, reference, group);
            }
            return;
        }
        for (int t = 0; t < tracks.size(); t++) {
            consider(tracks.at(t), sensor, flat, reference, group);
        }
    }

    private void consider(
            LiveTrack track, SensorState sensor, Frame flat, long reference, Measurement[] group) {
        int found = coarse(track, sensor, flat, reference, group);
        if (found > 0) {
            fine(track, sensor, group, found, reference);
        }
    }

    /** Gathers in their order all tracks that any report may belong to; false where it cannot. */
    private boolean search(Measurement[] group, int size, SensorState sensor, Tracks tracks) {
        TrackIndex index = tracks.index;
        index.prepare(group[0].time);
        index.begin();
        nearby.clear();
        boolean polar = group[0].polar;
        double noise =
                COARSE
                        * (polar
                                ? sensor.rangeSigma()
                                : sensor.positionSigma(Double.NaN, group[0].technology));
        double widening = polar ? COARSE * sensor.azimuthSigma() : 0;
        for (int i = 0; i < size; i++) {
            if (!used[i] && !index.near(group[i], noise, widening, nearby)) {
                return false;
            }
        }
        nearby.sort();
        return true;
    }

    /** Returns how far from where it is predicted a track's reports may lie, their errors apart. */
    static double reach(LiveTrack track, double span) {
        double turning = Math.min(span, TURNING);
        return COARSE * Math.sqrt(track.positionVariance + span * span * track.velocityVariance)
                + 0.5 * ACCELERATION * turning * turning
                + (track.heightKnown ? 0 : 2_000);
    }

    private int coarse(
            LiveTrack track, SensorState sensor, Frame flat, long reference, Measurement[] group) {
        double lead = Time.secondsBetween(track.time, reference);
        if (track.ended || lead < -AddressedReports.LATEST) {
            return 0;
        }
        if (sensor.turns()) {
            Contribution part = track.contribution(group[0].sensor);
            if (part != null
                    && Time.secondsBetween(part.lastHit, reference) < SAME_TURN * sensor.period()) {
                return 0;
            }
        }
        track.placeAfter(lead, place);
        flat.toLocal(place[0], place[1], place[2], plane, 0);
        double span = Math.abs(lead);
        double distance = Math.sqrt(plane[0] * plane[0] + plane[1] * plane[1]);
        double noise =
                group[0].polar
                        ? Math.max(sensor.rangeSigma(), sensor.azimuthSigma() * distance)
                        : sensor.positionSigma(Double.NaN, group[0].technology);
        double reach = reach(track, span) + COARSE * noise;
        return gate.near(plane[0], plane[1], reach, near);
    }

    private void fine(
            LiveTrack track, SensorState sensor, Measurement[] group, int found, long reference) {
        updating.advance(track, reference);
        int before = problem.pairs;
        double probability = track.existence * sensor.detection();
        for (int k = 0; k < found; k++) {
            Measurement m = group[near[k]];
            if (track.addressKey >= 0 && m.hasAddress()) {
                continue;
            }
            Observation into = observation(problem.pairs);
            observer.observe(track, m, sensor, into);
            double log = filter.logLikelihood(track.estimate, into);
            if (filter.leastDistance() > GATE) {
                continue;
            }
            double weight =
                    probability
                            * StrictMath.exp(log)
                            / (density(near[k], m, sensor) * (1 - probability));
            weight *= codeEvidence(track, m);
            if (weight > LIGHTEST) {
                problem.addPair(near[k], Math.min(weight, HEAVIEST));
            }
        }
        if (problem.pairs > before) {
            problem.endTrack();
            candidates.add(track);
        }
    }

    /** Density of what is not yet a track; worked out once a report, however many tracks ask. */
    private double density(int report, Measurement m, SensorState sensor) {
        if (Double.isNaN(density[report])) {
            density[report] = sensor.falseDensity(m) + sensor.newDensityHere(m);
        }
        return density[report];
    }

    private static double codeEvidence(LiveTrack track, Measurement m) {
        if (!m.said.hasMode3A() || !track.said.hasMode3A()) {
            return 1;
        }
        return m.said.mode3A() == track.said.mode3A() ? SAME_CODE : OTHER_CODE;
    }

    private Observation observation(int pair) {
        if (pair >= observations.length) {
            observations = Arrays.copyOf(observations, observations.length * 2);
        }
        Observation there = observations[pair];
        if (there == null) {
            there = new Observation();
            observations[pair] = there;
        }
        return there;
    }

    /** Updates a candidate with what it was found to have caused. */
    private void apply(int t, Measurement[] group, SensorState sensor, Tracks tracks) {
        LiveTrack track = candidates.get(t);
        double none = problem.trackAlone[t];
        int count = 0;
        int best = 0;
        double bestChance = 0;
        double sum = none;
        for (int e = problem.firstPair[t]; e < problem.firstPair[t + 1]; e++) {
            double chance = problem.probability[e];
            if (chance < SLIGHT || count == MOST_PER_TRACK) {
                continue;
            }
            chosen[count] = observations[e];
            chances[count] = chance;
            sum += chance;
            count++;
            if (chance > bestChance) {
                bestChance = chance;
                best = problem.report[e];
            }
            reports[count - 1] = problem.report[e];
        }
        if (track.hits < ESTABLISHED && !track.isConfirmed()) {
            branch(track, none, count, group, sensor, tracks);
            return;
        }
        double before = track.existence;
        double hit = 1 - none;
        // Its own report may still come in this turn: whether it was missed is seen when it is due.
        double otherwise = hit < HIT ? before : TrackLife.missed(before, sensor.detection());
        track.existence = Math.min(1 - 1e-9, hit + none * otherwise);
        if (count == 0) {
            return;
        }
        for (int h = 0; h < count; h++) {
            chances[h] /= sum;
        }
        if (count == 1 && chances[0] > 0.995) {
            filter.update(track.estimate, chosen[0]);
        } else {
            filter.update(track.estimate, chosen, chances, count, none / sum);
        }
        if (hit >= HIT) {
            Measurement m = group[best];
            if (bestChance >= HIT && m.hasAddress() && track.addressKey < 0) {
                tracks.address(track, m.addressKey());
            }
            updating.take(track, m, sensor, hit);
        } else {
            track.summarise(filter);
        }
    }

    /**
     * Lets a young track go on once for each report that it may have caused: where it will be is so
     * uncertain that reports of different targets lie within it, and their mean would be nobody's.
     */
    private void branch(
            LiveTrack track,
            double none,
            int count,
            Measurement[] group,
            SensorState sensor,
            Tracks tracks) {
        for (int h = 0; h < count; h++) {
            if (chances[h] < BRANCH || !overload.mayBegin(tracks)) {
                continue;
            }
            LiveTrack next = track.copy();
            filter.update(next.estimate, chosen[h]);
            next.existence = Math.min(chances[h], 1 - 1e-9);
            next.firstExistence = Math.min(next.existence, track.firstExistence);
            Measurement m = group[reports[h]];
            if (m.hasAddress() && next.addressKey < 0) {
                next.addressKey = m.addressKey();
            }
            updating.take(next, m, sensor, 1);
            tracks.begin(next);
        }
        track.existence *= none;
        if (life.isHopeless(track)) {
            tracks.end(track);
        }
    }
}
