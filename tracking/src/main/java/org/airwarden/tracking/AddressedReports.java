package org.airwarden.tracking;

import java.util.List;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * Brings reports with a 24-bit address to the track that holds it.
 *
 * <p>The address is strong evidence and a sensor's claimed accuracy is weak evidence: a report that
 * is farther off than the claims allow, but where the aircraft can be, still belongs to the track.
 * It then counts for as little as its distance says; how far a sensor is usually off is learned for
 * each track, since it differs from place to place. When such reports are all that comes, the track
 * is begun anew where they are. Only a report where the aircraft cannot be is left to others.
 *
 * <p>Not thread-safe.
 */
final class AddressedReports {
    /** Squared deviations within which the claims hold. */
    private static final double GATE = 60;

    /** Squared deviations that a report is made to have which lies outside. */
    private static final double OUTSIDE = 9;

    /** How far off an aircraft may be found (m, m/s, deviations). */
    private static final double ASTRAY = 2_000;

    private static final double FASTER = 1.5;
    private static final double LEAST_SPEED = 100;
    private static final double DEVIATIONS = 6;

    /** So many reports astray, with none between that fits, begin the track anew. */
    private static final int STRAYS = 4;

    /** After so long without reports (s) the first one astray does. */
    private static final double LONG_UNSEEN = 9;

    /** How far before the track's time a report may be measured and still be used (s). */
    static final double LATEST = 3;

    private final MotionFilter filter;
    private final Observer observer;
    private final Beginning beginning;
    private final Updating updating;
    private final Counters.Running counters;
    private final Observation seen = new Observation();
    private final double[] place = new double[3];

    AddressedReports(
            MotionFilter filter,
            Observer observer,
            Beginning beginning,
            Updating updating,
            Counters.Running counters) {
        this.filter = filter;
        this.observer = observer;
        this.beginning = beginning;
        this.updating = updating;
        this.counters = counters;
    }

    /** Tells whether a track that holds the report's address took it. */
    boolean take(Measurement m, SensorState sensor, Tracks tracks) {
        List<LiveTrack> holders = tracks.holding(m.addressKey());
        int confirmed = 0;
        for (int i = 0; i < holders.size(); i++) {
            confirmed += holders.get(i).isConfirmed() ? 1 : 0;
        }
        if (confirmed > 1) {
            counters.doubtful++;
        }
        LiveTrack best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < holders.size(); i++) {
            LiveTrack track = holders.get(i);
            if (Time.secondsBetween(m.time, track.time) > LATEST) {
                counters.late++;
                return true;
            }
            updating.advance(track, m.time);
            double distance = distance(track, m, sensor);
            if (distance < least && (distance < GATE || isWithinReach(track, m))) {
                least = distance;
                best = track;
            }
        }
        if (best == null) {
            return false;
        }
        Contribution part = best.contribution(m.sensor);
        if (isRepeated(part, m, sensor)) {
            counters.repeated++;
            return true;
        }
        if (part != null) {
            sensor.learnInterval(Time.secondsBetween(part.lastHit, m.time));
        }
        if (least < GATE) {
            best.strays = 0;
            update(best, m, sensor, 1);
        } else {
            stray(best, m, sensor, least);
        }
        learnScale(best, m, least);
        return true;
    }

    private double distance(LiveTrack track, Measurement m, SensorState sensor) {
        observer.observe(track, m, sensor, seen);
        return filter.leastDistance(track.estimate, seen);
    }

    private static boolean isRepeated(
            @Nullable Contribution part, Measurement m, SensorState sensor) {
        return sensor.turns()
                && part != null
                && Math.abs(Time.secondsBetween(part.lastHit, m.time))
                        < ScanGroup.SAME_TURN * sensor.period();
    }

    private boolean isWithinReach(LiveTrack track, Measurement m) {
        track.frame.toLocal(m.about[0], m.about[1], m.about[2], place, 0);
        double lead = Time.secondsBetween(track.time, m.time);
        double dx = place[0] - track.mean[0] - lead * track.mean[3];
        double dy = place[1] - track.mean[1] - lead * track.mean[4];
        double speed = Math.sqrt(track.mean[3] * track.mean[3] + track.mean[4] * track.mean[4]);
        double unseen = Math.max(0, Time.secondsBetween(track.lastReport, m.time));
        double reach =
                Math.max(ASTRAY, DEVIATIONS * Math.sqrt(track.positionVariance))
                        + FASTER * Math.max(LEAST_SPEED, speed) * unseen
                        + m.vague;
        return dx * dx + dy * dy <= reach * reach;
    }

    private void update(LiveTrack track, Measurement m, SensorState sensor, double weaker) {
        observer.observe(track, m, sensor, seen);
        seen.weaken(weaker);
        track.existence = Math.max(track.existence, 1 - 1e-6);
        filter.update(track.estimate, seen);
        updating.take(track, m, sensor, 1);
    }

    private void stray(LiveTrack track, Measurement m, SensorState sensor, double distance) {
        if (m.technology.isClaim()
                && track.contribution(m.sensor) != null
                && track.isMeasured(m.time)) {
            // It tells of another place than where it is seen: that is noted, and not followed.
            if (!track.isClaimDoubted()) {
                counters.doubted++;
            }
            updating.claims.claim(track, m, sensor);
            return;
        }
        track.strays++;
        double unseen = Time.secondsBetween(track.lastReport, m.time);
        if (track.strays >= STRAYS || unseen > LONG_UNSEEN) {
            LiveTrack anew = beginning.begin(m, sensor, updating.world(), 1);
            if (anew != null) {
                anew.existence = Math.max(track.existence, 1 - 1e-6);
                track.adopt(anew);
                track.strays = 0;
                counters.used++;
                return;
            }
        }
        update(track, m, sensor, distance / OUTSIDE);
    }

    /** Learns how much farther off than it claims a sensor usually is for this track. */
    private static void learnScale(LiveTrack track, Measurement m, double distance) {
        Contribution part = track.contribution(m.sensor);
        if (part != null) {
            part.learnScale(distance);
        }
    }
}
