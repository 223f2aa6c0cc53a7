package org.airwarden.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.World;
import org.airwarden.model.ReportCodec;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Strobe;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;

/**
 * Directions without distance: brought to the tracks that may have caused them, each by its
 * probability; kept for a while where no track explains them; and crossed with those of other
 * places, which begins tentative tracks.
 *
 * <p>Of n targets and two places up to n times n crossings are tracks at first. A direction has one
 * cause, so crossings on one line share its evidence and stay below confirmation; the true ones
 * take it from the false ones once a third place, or a movement, tells them apart (the ghosts of
 * triangulation: S. Blackman, R. Popoli, Design and Analysis of Modern Tracking Systems, 1999,
 * chapter 3). Not thread-safe.
 */
final class Strobes {
    /** How long a direction that no track explains stands (s). */
    static final double KEPT_SECONDS = 12;

    private static final long KEPT = Time.ofSeconds(KEPT_SECONDS);
    private static final double GATE = 24;
    private static final double COARSE = 5;
    private static final double LATEST = 3;

    /** Directions a turn that are false, or of targets that nobody holds. */
    private static final double OTHERS = 0.3;

    private static final double ELEVATIONS = Math.PI / 4;

    /** Probability that a target gives a direction in a turn: any, and one that did before. */
    private static final double SELDOM = 0.05;

    private static final double SLIGHT = 0.02;
    private static final double PART = 0.2;

    /** Places whose directions cross in one point by no accident. */
    private static final int PLACES = 3;

    /** A crossing that explains a direction by less than this beside another is contested. */
    private static final double UNCONTESTED = 0.9;

    /** Beyond this a track that gets directions alone is nowhere (m). */
    private static final double BOUND = 20_000;

    private static final double FARTHEST_FROM_ORIGIN = 20_000;
    private static final double NEW_DIRECTION = 3;
    private static final int MOST_CROSSINGS = 8;
    private static final int MOST_KEPT = 256;

    private final MotionModels bank;
    private final MotionFilter filter;
    private final Updating updating;
    private final Overload overload;
    private final Counters.Running counters;
    private final Bearings bearings;
    private final Triangulation triangulation;
    private final List<Bearing> waiting = new ArrayList<>();
    private final List<Bearing> alone = new ArrayList<>();
    private final List<LiveTrack> candidates = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private double[] weights = new double[16];
    private final Observation[] one = new Observation[1];
    private final double[] chance = new double[1];

    Strobes(
            MotionModels bank,
            MotionFilter filter,
            Updating updating,
            Overload overload,
            Counters.Running counters) {
        this.bank = bank;
        this.filter = filter;
        this.updating = updating;
        this.overload = overload;
        this.counters = counters;
        bearings = new Bearings(filter);
        triangulation = new Triangulation(filter, bearings);
    }

    /** Takes a strobe of a sensor whose place is known; returns whether its numbers can be. */
    boolean hold(Strobe strobe, long judged, SensorState sensor) {
        boolean sound =
                Math.abs(strobe.azimuth()) <= 2 * Math.PI
                        && !(Math.abs(strobe.elevation()) > Math.PI / 2)
                        && !Double.isInfinite(strobe.azimuthSigma())
                        && !Double.isInfinite(strobe.elevationSigma());
        if (sound) {
            waiting.add(new Bearing(strobe, judged, sensor.reachOfDirections()));
        }
        return sound;
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** Returns when the first that waits was received. */
    long waitingSince() {
        return waiting.getFirst().strobe().received();
    }

    /** Works on all that waits, in the order of measured times. */
    void work(Tracks tracks, Sensors sensors) {
        waiting.sort((a, b) -> Long.compare(a.time(), b.time()));
        for (Bearing bearing : waiting) {
            SensorState sensor = sensors.find(bearing.strobe().sensor());
            Frame at = sensor == null ? null : sensor.sensor().placement();
            if (sensor != null && at != null) {
                take(bearing, sensor, at, tracks, sensors);
            }
        }
        waiting.clear();
    }

    /** Forgets what stood long enough. */
    void sweep(long clock) {
        alone.removeIf(bearing -> clock - bearing.strobe().received() > KEPT);
    }

    /** Tells the directions that no track explains, the oldest first. */
    void forEachAlone(Consumer<Strobe> each) {
        alone.forEach(bearing -> each.accept(bearing.strobe()));
    }

    private void take(
            Bearing bearing, SensorState sensor, Frame at, Tracks tracks, Sensors sensors) {
        candidates.clear();
        boolean tall = !Double.isNaN(bearing.strobe().elevation());
        double others = OTHERS / (2 * Math.PI) / (tall ? ELEVATIONS : 1);
        double sum = 0;
        for (int i = 0; i < tracks.size(); i++) {
            LiveTrack track = tracks.at(i);
            if (track.ended || track.lost || !isNear(track, bearing, sensor, at)) {
                continue;
            }
            updating.advance(track, bearing.time());
            Observation seen = observation(candidates.size());
            bearing.observe(bearings, track, sensor, at, bearing.after(track), true, seen);
            double log = filter.logLikelihood(track.estimate, seen);
            if (filter.leastDistance() > GATE) {
                continue;
            }
            double seenBefore = existence(track) * detection(track, sensor);
            double weight = seenBefore / (1 - seenBefore) * StrictMath.exp(log) / others;
            weights[candidates.size()] = weight;
            candidates.add(track);
            sum += weight;
        }
        double none = 1 / (1 + sum);
        contest(bearing, none);
        boolean used = false;
        for (int i = 0; i < candidates.size(); i++) {
            used |= update(candidates.get(i), i, weights[i] * none, bearing, sensor, tracks);
        }
        if (used) {
            counters.strobes++;
        }
        if (none > 0.5) {
            counters.strobesAlone++;
            cross(bearing, sensor, tracks, sensors);
            keep(bearing, sensor);
        }
    }

    /** Notes which crossings are not the only explanation of a direction. */
    private void contest(Bearing bearing, double none) {
        double crossings = 0;
        for (int i = 0; i < candidates.size(); i++) {
            crossings += candidates.get(i).isOnly(Technology.STROBE) ? weights[i] * none : 0;
        }
        for (int i = 0; i < candidates.size(); i++) {
            LiveTrack track = candidates.get(i);
            if (track.isOnly(Technology.STROBE) && weights[i] * none < UNCONTESTED * crossings) {
                track.contested = Math.max(track.contested, bearing.time());
            }
        }
    }

    private boolean isNear(LiveTrack track, Bearing bearing, SensorState sensor, Frame at) {
        double lead = bearing.after(track);
        if (lead < -LATEST) {
            return false;
        }
        Contribution part = track.contribution(sensor.sensor().id());
        if (part != null
                && part.lastStrobe != Time.UNKNOWN
                && sensor.turns()
                && Time.secondsBetween(part.lastStrobe, bearing.time())
                        < ScanGroup.SAME_TURN * sensor.period()) {
            return false;
        }
        double azimuth = bearings.azimuth(track, at, lead);
        if (bearings.distance() > bearing.reach()) {
            return false;
        }
        double spread =
                Math.sqrt(track.positionVariance + lead * lead * track.velocityVariance)
                                / bearings.distance()
                        + bearing.azimuthSigma(sensor);
        return Math.abs(Observer.turn(bearing.strobe().azimuth() - azimuth)) < COARSE * spread;
    }

    /**
     * Crossings of two places are all as likely as each other: which of them got ahead by chance
     * must not decide.
     */
    private static double existence(LiveTrack track) {
        return track.contributions.size() < PLACES && track.isOnly(Technology.STROBE)
                ? Triangulation.EXISTENCE
                : track.existence;
    }

    private static double detection(LiveTrack track, SensorState sensor) {
        if (track.isOnly(Technology.STROBE)) {
            return sensor.detection();
        }
        Contribution part = track.contribution(sensor.sensor().id());
        return part != null && part.lastStrobe != Time.UNKNOWN ? sensor.detection() : SELDOM;
    }

    private boolean update(
            LiveTrack track,
            int index,
            double probability,
            Bearing bearing,
            SensorState sensor,
            Tracks tracks) {
        boolean bornOfStrobes = track.isOnly(Technology.STROBE);
        if (bornOfStrobes) {
            double otherwise = TrackLife.missed(track.existence, sensor.detection());
            track.existence = Math.min(1 - 1e-9, probability + (1 - probability) * otherwise);
            if (!track.isConfirmed() && updating.isHopeless(track)) {
                tracks.end(track);
                return false;
            }
        }
        if (probability < SLIGHT) {
            return false;
        }
        one[0] = observations.get(index);
        chance[0] = probability;
        if (probability > 0.995) {
            filter.update(track.estimate, one[0]);
        } else {
            filter.update(track.estimate, one, chance, 1, 1 - probability);
        }
        track.summarise(filter);
        if (probability < PART) {
            return false;
        }
        Triangulation.note(track, bearing, sensor, Math.sqrt(track.positionVariance) < BOUND);
        if (bornOfStrobes) {
            track.hits += probability;
            if (track.estimate.models == 1 && track.hits > 1.5) {
                track.estimate.widen(bank);
                track.summarise(filter);
            }
        }
        track.reanchor(updating.world(), FARTHEST_FROM_ORIGIN, filter);
        return probability > 0.5;
    }

    /** Begins tracks where a direction crosses those of other places. */
    private void cross(Bearing bearing, SensorState sensor, Tracks tracks, Sensors sensors) {
        World world = updating.world();
        int begun = 0;
        for (int i = alone.size() - 1; i >= 0 && begun < MOST_CROSSINGS; i--) {
            Bearing before = alone.get(i);
            SensorState other = sensors.find(before.strobe().sensor());
            if (other == null
                    || other == sensor
                    || Math.abs(bearing.time() - before.time()) > KEPT) {
                continue;
            }
            LiveTrack track = triangulation.begin(before, other, bearing, sensor, world);
            if (track != null) {
                Triangulation.note(track, before, other, true);
                Triangulation.note(track, bearing, sensor, true);
                begun += updating.begin(track, tracks, overload) ? 1 : 0;
            }
        }
    }

    /** Keeps a direction, in the place of an older one that is the same. */
    private void keep(Bearing bearing, SensorState sensor) {
        double same = NEW_DIRECTION * bearing.azimuthSigma(sensor);
        alone.removeIf(before ->
                before.strobe().sensor() == bearing.strobe().sensor()
                        && Math.abs(
                                        Observer.turn(
                                                before.strobe().azimuth()
                                                        - bearing.strobe().azimuth()))
                                < same);
        if (alone.size() >= MOST_KEPT) {
            alone.removeFirst();
        }
        alone.add(bearing);
    }

    private Observation observation(int index) {
        while (observations.size() <= index) {
            observations.add(new Observation());
        }
        if (weights.length <= index) {
            weights = java.util.Arrays.copyOf(weights, 2 * weights.length);
        }
        return observations.get(index);
    }

    void write(StateOutput out) {
        write(waiting, out);
        write(alone, out);
    }

    private static void write(List<Bearing> bearings, StateOutput out) {
        out.putInt(bearings.size());
        for (Bearing bearing : bearings) {
            ReportCodec.write(bearing.strobe(), out);
            out.putLong(bearing.time());
            out.putDouble(bearing.reach());
        }
    }

    void read(StateInput in) {
        read(waiting, in);
        read(alone, in);
    }

    private static void read(List<Bearing> bearings, StateInput in) {
        bearings.clear();
        for (int left = in.takeCount(); left > 0; left--) {
            bearings.add(new Bearing(ReportCodec.readStrobe(in), in.takeLong(), in.takeDouble()));
        }
    }
}
