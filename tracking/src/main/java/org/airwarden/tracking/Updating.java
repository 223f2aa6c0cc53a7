package org.airwarden.tracking;

import org.airwarden.geodesy.World;
import org.airwarden.model.Time;

/** Moves tracks on in time, and records in them what became part of them. Not thread-safe. */
final class Updating {
    /** A track's frame moves along when the track is so far from its origin (m). */
    private static final double FARTHEST_FROM_ORIGIN = 20_000;

    /** Reports after which a track is no accident. */
    private static final double LASTING = 6;

    /** Chance from which on a report is held for the track's own where sensors are compared. */
    private static final double CERTAIN = 0.95;

    private final MotionModels bank;
    private final MotionFilter filter;
    private final TrackLife life;
    private final Beginning beginning;
    private final Registration registration;
    private final Counters.Running counters;
    private Sensors sensors = new Sensors();
    final Claims claims;
    final Missiles missiles;
    private World world = World.EARTH;

    Updating(
            MotionModels bank,
            MotionFilter filter,
            Observer observer,
            TrackLife life,
            Beginning beginning,
            Registration registration,
            Counters.Running counters) {
        this.bank = bank;
        this.filter = filter;
        this.life = life;
        this.beginning = beginning;
        this.registration = registration;
        this.counters = counters;
        missiles = new Missiles(bank, filter, observer, this);
        claims = new Claims(beginning, registration, counters);
    }

    void in(World newWorld) {
        world = newWorld;
    }

    /** Sets the sensors that reports come from. */
    void of(Sensors newSensors) {
        sensors = newSensors;
    }

    World world() {
        return world;
    }

    /** Adds a track that begins, unless there are too many; returns whether it was added. */
    boolean begin(LiveTrack track, Tracks tracks, Overload overload) {
        if (!overload.mayBegin(tracks)) {
            return false;
        }
        beginning.open(track);
        tracks.begin(track);
        return true;
    }

    /** Tells whether a tentative track has become too unlikely to be followed. */
    boolean isHopeless(LiveTrack track) {
        return life.isHopeless(track);
    }

    /** Predicts a track to a time, when that is later than its own. */
    void advance(LiveTrack track, long time) {
        if (time > track.time) {
            track.remember();
            double seconds = Time.secondsBetween(track.time, time);
            filter.predict(track.estimate, seconds);
            track.existence *= life.survival(seconds);
            track.time = time;
            track.summarise(filter);
        }
    }

    /**
     * Records a measurement that a track's estimate was updated with.
     *
     * @param chance the probability that it is the track's own
     */
    void take(LiveTrack track, Measurement m, SensorState sensor, double chance) {
        counters.used++;
        beginning.learnHeight(track, m, sensor);
        if (m.polar && m.hasAddress()) {
            sensor.learnReach(m.range);
        }
        if (track.hits < LASTING && track.hits + chance >= LASTING && Beginning.isEcho(m)) {
            sensor.appearing.lasted(track.began, sensor.period());
            sensor.births.count(track.birthCell);
        }
        Contribution part = track.contribution(m.sensor);
        double since = part == null ? Double.NaN : Time.secondsBetween(part.lastHit, m.time);
        int missed = track.hit(m, sensor.owedPeriod());
        if (part != null && track.isConfirmed()) {
            sensor.learnDetection(since, missed);
        }
        claims.take(track, m, sensor);
        track.hits += chance;
        if (chance > CERTAIN) {
            registration.take(track, m, sensor, sensors);
        }
        if (life.isSure(track)) {
            track.lost = false;
        }
        if (track.estimate.models == 1 && track.hits > 1.5) {
            track.estimate.widen(bank);
        }
        track.summarise(filter);
        if (track.estimate.models == bank.count() && missiles.isSteep(track)) {
            track.estimate.fall(bank, filter, new Gravity(track.frame, world));
        }
        track.reanchor(world, FARTHEST_FROM_ORIGIN, filter);
    }
}
