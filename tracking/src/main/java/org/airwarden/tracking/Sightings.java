package org.airwarden.tracking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.World;
import org.airwarden.model.Observation.Craft;
import org.airwarden.model.ReportCodec;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * What observers tell, brought to the tracks that they may have seen: by place, height, heading and
 * type, each with a coarse error. A report may come a minute or more after the sight; a track is
 * then looked at as it was, with an error for how it may have turned since.
 *
 * <p>What no track explains begins a tentative track. It is confirmed only when somebody else tells
 * of it, or a sensor sees it: however often one observer repeats it, it stays one observer's word.
 * Not thread-safe.
 */
final class Sightings {
    /** Reports of what was seen longer ago are of no use (s). */
    private static final double OLDEST = 300;

    /** A track is looked at so far back at most (s). */
    private static final double BACK = 150;

    private static final double GATE = 24;

    /** Acceleration over the time since that is allowed for (m/s^2), and its most effect (m). */
    private static final double TURNING = 1.5;

    private static final double MOST_TURNED = 6_000;

    /** Things that observers tell of and nobody holds: so many in such a circle (m). */
    private static final double OTHERS = 1;

    private static final double CIRCLE = 20_000;

    /** Heights that a told one is drawn from (m). */
    private static final double HEIGHTS = 10_000;

    /** Share of tracks in sight that somebody tells of. */
    private static final double TOLD_OF = 0.5;

    /** Share of headings, and weight of types, that are told wrong. */
    private static final double WRONG_HEADING = 0.15;

    private static final double WRONG_TYPE = 0.2;

    private static final double EXISTENCE = 0.5;
    private static final double SLIGHT = 0.02;
    private static final double OWN = 0.5;

    /** What one observer counts for beside plots, when a track is to be confirmed. */
    private static final double WORTH = 1.5;

    private static final double SLOW = 15;
    private static final double CLIMB = 8;

    private final MotionModels bank;
    private final MotionFilter filter;
    private final Updating updating;
    private final Overload overload;
    private final Counters.Running counters;
    private final List<Sighted> waiting = new ArrayList<>();
    private final List<LiveTrack> candidates = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private double[] weights = new double[16];
    private final Observation[] one = new Observation[1];
    private final double[] chance = new double[1];
    private final double[] place = new double[3];
    private final double[] relative = new double[3];
    private final double[] axis = new double[3];
    private final double[] local = new double[3];

    Sightings(
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
    }

    /** Takes a report; returns whether anything can be made of it. */
    boolean hold(org.airwarden.model.Observation told, SensorState sensor, World world) {
        Sighted sighted = Sighted.of(told, sensor.sensor(), world);
        if (sighted == null) {
            return false;
        }
        if (Time.secondsBetween(sighted.time(), told.received()) > OLDEST) {
            counters.late++;
        } else {
            waiting.add(sighted);
        }
        return true;
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** Returns when the first that waits was received. */
    long waitingSince() {
        return waiting.getFirst().told().received();
    }

    /** Works on all that waits, in the order in which it was seen. */
    void work(Tracks tracks) {
        waiting.sort((a, b) -> Long.compare(a.time(), b.time()));
        for (Sighted sighted : waiting) {
            take(sighted, tracks);
        }
        waiting.clear();
    }

    private void take(Sighted sighted, Tracks tracks) {
        candidates.clear();
        double sum = 0;
        for (int i = 0; i < tracks.size(); i++) {
            LiveTrack track = tracks.at(i);
            if (track.ended || track.lost) {
                continue;
            }
            updating.advance(track, sighted.time());
            if (Time.secondsBetween(sighted.time(), track.time) > BACK) {
                continue;
            }
            Observation seen = observation(candidates.size());
            observe(track, sighted, seen);
            double log = filter.logLikelihood(track.estimate, seen);
            if (filter.leastDistance() > GATE) {
                continue;
            }
            double told = track.existence * TOLD_OF;
            double others = OTHERS / (Math.PI * CIRCLE * CIRCLE);
            if (sighted.tall()) {
                others /= HEIGHTS;
            }
            double weight = told / (1 - told) * StrictMath.exp(log) / others;
            weight *= headingEvidence(track, sighted) * typeEvidence(track, sighted);
            weights[candidates.size()] = weight;
            candidates.add(track);
            sum += weight;
        }
        double none = 1 / (1 + sum);
        boolean used = false;
        for (int i = 0; i < candidates.size(); i++) {
            used |= update(candidates.get(i), i, weights[i] * none, sighted);
        }
        if (none > OWN) {
            used |= updating.begin(begin(sighted), tracks, overload);
        }
        if (used) {
            counters.observations++;
        }
    }

    /** Fills an observation with a sight as a track gives it. */
    private void observe(LiveTrack track, Sighted sighted, Observation out) {
        double lead = Time.secondsBetween(track.time, sighted.time());
        double[] mean = track.mean;
        out.clear(mean, lead);
        track.frame.toWorld(
                mean[0] + lead * mean[3],
                mean[1] + lead * mean[4],
                mean[2] + lead * mean[5],
                place,
                0);
        Frame at = sighted.place();
        at.toLocal(place[0], place[1], place[2], relative, 0);
        double speedSquare = mean[3] * mean[3] + mean[4] * mean[4];
        double turned = Math.min(MOST_TURNED, 0.5 * TURNING * lead * lead);
        double more =
                sighted.timeSigma() * sighted.timeSigma() * speedSquare / 2 + turned * turned / 2;
        double sine = sighted.sine();
        double cosine = sighted.cosine();
        direct(track, at, sine, cosine, 0);
        out.addPosition(
                local[0],
                local[1],
                local[2],
                (sighted.east() - relative[0]) * sine + (sighted.north() - relative[1]) * cosine,
                sighted.along() * sighted.along() + more);
        direct(track, at, cosine, -sine, 0);
        out.addPosition(
                local[0],
                local[1],
                local[2],
                (sighted.east() - relative[0]) * cosine - (sighted.north() - relative[1]) * sine,
                sighted.across() * sighted.across() + more);
        if (sighted.tall()) {
            direct(track, at, 0, 0, 1);
            out.addPosition(
                    local[0],
                    local[1],
                    local[2],
                    sighted.height() - updating.world().heightOf(place[0], place[1], place[2]),
                    sighted.heightSigma() * sighted.heightSigma());
        }
        double speed = Math.sqrt(speedSquare);
        if (sighted.hasHeading() && speed > SLOW) {
            double sin = StrictMath.sin(sighted.told().heading());
            double cos = StrictMath.cos(sighted.told().heading());
            direct(track, at, sin, cos, 0);
            double ahead = local[0] * mean[3] + local[1] * mean[4] + local[2] * mean[5];
            direct(track, at, cos, -sin, 0);
            double aside = local[0] * mean[3] + local[1] * mean[4] + local[2] * mean[5];
            double sigma = speed * StrictMath.sin(Math.min(1, sighted.headingSigma()));
            if (ahead > 0 && Math.abs(aside) < 3 * sigma) {
                out.addVelocity(local[0], local[1], local[2], -aside, sigma * sigma);
            }
        }
    }

    private double headingEvidence(LiveTrack track, Sighted sighted) {
        double[] mean = track.mean;
        double speed = Math.sqrt(mean[3] * mean[3] + mean[4] * mean[4]);
        if (!sighted.hasHeading() || speed < SLOW) {
            return 1;
        }
        track.frame.directionToWorld(mean[3], mean[4], mean[5], axis, 0);
        sighted.place().directionToLocal(axis[0], axis[1], axis[2], local, 0);
        double off =
                Observer.turn(
                        sighted.told().heading() % (2 * Math.PI)
                                - StrictMath.atan2(local[0], local[1]));
        double variance =
                sighted.headingSigma() * sighted.headingSigma()
                        + Math.min(3, track.velocityVariance / 2 / (speed * speed));
        double density =
                StrictMath.exp(-0.5 * off * off / variance) / Math.sqrt(2 * Math.PI * variance);
        return WRONG_HEADING + (1 - WRONG_HEADING) * 2 * Math.PI * density;
    }

    private static double typeEvidence(LiveTrack track, Sighted sighted) {
        double[] mean = track.mean;
        double speed = Math.sqrt(mean[3] * mean[3] + mean[4] * mean[4]);
        double spread = 2 * Math.sqrt(track.velocityVariance / 2);
        Craft type = sighted.told().type();
        boolean usual =
                Sighted.isUsual(type, speed)
                        || Sighted.isUsual(type, speed + spread)
                        || Sighted.isUsual(type, Math.max(0, speed - spread));
        Witness witness = track.witness;
        boolean other =
                witness != null
                        && witness.type != Craft.UNKNOWN
                        && type != Craft.UNKNOWN
                        && witness.type != type;
        return (usual ? 1 : WRONG_TYPE) * (other ? WRONG_TYPE : 1);
    }

    private boolean update(LiveTrack track, int index, double probability, Sighted sighted) {
        if (probability < SLIGHT) {
            return false;
        }
        one[0] = observations.get(index);
        chance[0] = probability;
        filter.update(track.estimate, one, chance, 1, 1 - probability);
        track.summarise(filter);
        if (!track.isConfirmed()) {
            track.existence = Math.min(1 - 1e-9, probability + (1 - probability) * track.existence);
        }
        if (probability < OWN) {
            return false;
        }
        if (note(track, sighted)) {
            track.hits += WORTH * probability;
            if (track.estimate.models == 1 && track.hits > 2 * WORTH - 1) {
                track.estimate.widen(bank);
                track.summarise(filter);
            }
        }
        return true;
    }

    /** Begins a track of what somebody saw. */
    private LiveTrack begin(Sighted sighted) {
        Frame frame = sighted.place();
        Estimate estimate = new Estimate();
        double[] mean = estimate.mean;
        double[] p = estimate.covariance;
        double late = sighted.timeSigma() * sighted.usualSpeed();
        double sine = sighted.sine();
        double cosine = sighted.cosine();
        double along = sighted.along() * sighted.along() + late * late / 2;
        double across = sighted.across() * sighted.across() + late * late / 2;
        spread(p, 0, sine, cosine, along, across);
        p[14] = sighted.heightSigma() * sighted.heightSigma();
        double speed = sighted.usualSpeed();
        double most = speed * speed;
        if (sighted.hasHeading()) {
            double sin = StrictMath.sin(sighted.told().heading());
            double cos = StrictMath.cos(sighted.told().heading());
            mean[3] = speed * sin;
            mean[4] = speed * cos;
            double aside = speed * StrictMath.sin(Math.min(1, sighted.headingSigma())) + 5;
            spread(p, 21, sin, cos, 0.25 * most, aside * aside);
        } else {
            p[21] = most;
            p[28] = most;
        }
        p[35] = CLIMB * CLIMB;
        mean[0] = sighted.east();
        mean[1] = sighted.north();
        mean[2] = sighted.up();
        LiveTrack track = new LiveTrack(frame, estimate, sighted.told().origin());
        track.time = sighted.time();
        track.began = sighted.time();
        track.lastReport = sighted.time();
        track.existence = EXISTENCE;
        track.firstExistence = EXISTENCE;
        track.hits = WORTH;
        note(track, sighted);
        track.summarise(filter);
        return track;
    }

    private static void spread(
            double[] p, int at, double sine, double cosine, double along, double across) {
        p[at] = along * sine * sine + across * cosine * cosine;
        p[at + 7] = along * cosine * cosine + across * sine * sine;
        p[at + 1] = (along - across) * sine * cosine;
        p[at + 6] = p[at + 1];
    }

    /** Notes in a track that somebody told of it; returns whether it is somebody new. */
    private static boolean note(LiveTrack track, Sighted sighted) {
        org.airwarden.model.Observation told = sighted.told();
        Contribution part = track.contribution(told.sensor());
        if (part == null) {
            part = new Contribution(told.sensor(), Technology.OBSERVER);
            part.firstReceived = told.received();
            part.lastHit = sighted.time();
            part.due = Time.UNKNOWN;
            track.insert(part);
        }
        part.reports++;
        part.lastReceived = told.received();
        part.lastHit = Math.max(part.lastHit, sighted.time());
        if (track.isOnly(Technology.OBSERVER)) {
            track.lastReport = Math.max(track.lastReport, sighted.time());
        }
        track.origin = track.origin.with(told.origin());
        track.touch();
        Witness witness = track.witness;
        if (witness == null) {
            witness = new Witness();
            track.witness = witness;
        }
        return witness.take(told, sighted.time());
    }

    private void direct(LiveTrack track, Frame from, double x, double y, double z) {
        from.directionToWorld(x, y, z, axis, 0);
        track.frame.directionToLocal(axis[0], axis[1], axis[2], local, 0);
    }

    private Observation observation(int index) {
        while (observations.size() <= index) {
            observations.add(new Observation());
        }
        if (weights.length <= index) {
            weights = Arrays.copyOf(weights, 2 * weights.length);
        }
        return observations.get(index);
    }

    void write(StateOutput out) {
        out.putInt(waiting.size());
        for (Sighted sighted : waiting) {
            ReportCodec.write(sighted.told(), out);
        }
    }

    /** Reads what {@link #write} wrote; the sensors and the world are known by then. */
    void read(StateInput in, Sensors sensors, World world) {
        waiting.clear();
        for (int left = in.takeCount(); left > 0; left--) {
            org.airwarden.model.Observation told = ReportCodec.readObservation(in);
            SensorState sensor = sensors.find(told.sensor());
            @Nullable Sighted sighted =
                    sensor == null ? null : Sighted.of(told, sensor.sensor(), world);
            if (sighted != null) {
                waiting.add(sighted);
            }
        }
    }
}
