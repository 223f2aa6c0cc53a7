package org.airwarden.simulation;

import org.airwarden.simulation.Chronicle.Kind;

/** Engagements of a run from the launch to what comes of it, and the ends of movers. One thread. */
final class Engagements {
    private static final double SECOND = 1e9;
    private static final double FALL_SCATTER = 5_000;
    private static final double DRIFT = 8;

    private final boolean geometry;
    private final Draws draws;
    private final Airborne airborne;
    private final Ground ground;
    private final EventQueue queue;
    private final Tally tally;
    private final Chronicle chronicle;
    private final Network network;
    private final Encounter encounter;
    private final boolean[] served;
    private final boolean[] overdue;
    private final double countFrom;
    private final double countUntil;

    Engagements(
            Prepared prepared,
            Draws draws,
            Airborne airborne,
            Ground ground,
            EventQueue queue,
            Tally tally,
            Chronicle chronicle,
            Network network) {
        this.draws = draws;
        this.airborne = airborne;
        this.ground = ground;
        this.queue = queue;
        this.tally = tally;
        this.chronicle = chronicle;
        this.network = network;
        geometry = prepared.scenario().geometry();
        encounter = new Encounter(prepared, draws, airborne, network.north());
        served = new boolean[airborne.size()];
        overdue = new boolean[airborne.size()];
        countFrom = prepared.scenario().countFrom();
        countUntil = prepared.scenario().countUntil();
    }

    /** Tells whether a mover of the raid goes for something. */
    boolean isThreat(int mover) {
        Mover one = airborne.mover(mover);
        return one.side() == Side.ATTACKER && (one.aim() != null || !geometry);
    }

    /** Tells whether a mover is a threat that counts in the measures. */
    boolean isCounted(int mover) {
        double appears = airborne.mover(mover).appears() / SECOND;
        return isThreat(mover) && appears >= countFrom && appears <= countUntil;
    }

    void engage(PostAtWork post, PostAtWork.Fires fires, HeldTrack track, double flight, long now) {
        BatteryAtWork battery = fires.battery();
        long launch = battery.launchTime(now);
        int shots = battery.take(post.post().doctrine().shots(), now);
        tally.add(RunMeasure.SHOTS, shots);
        if (track.mover >= 0 && !served[track.mover]) {
            served[track.mover] = true;
            if (track.waited && isCounted(track.mover)) {
                tally.count(RunMeasure.WAITED);
            }
        }
        countMistake(track.mover);
        double busy = battery.busyTime(flight);
        long met = launch + (long) ((geometry ? flight : busy) * SECOND);
        long free = Math.max(launch + (long) (busy * SECOND), geometry ? met : 0);
        if (chronicle.isKept()) {
            chronicle.add(
                    launch,
                    Kind.ENGAGEMENT,
                    battery.battery().name(),
                    shots
                            + (shots == 1 ? " interceptor" : " interceptors")
                            + " at track "
                            + track.number
                            + " of "
                            + post.post().name());
        }
        if (battery.isEmpty()) {
            tally.count(RunMeasure.EMPTY);
            if (!battery.isSpent()) {
                queue.plan(
                        free + (long) (battery.reloadTime() * SECOND),
                        then -> {
                            battery.loadAgain();
                            post.serveAll(then);
                        });
            }
        }
        if (free == met) {
            queue.plan(
                    met,
                    then -> {
                        battery.release();
                        outcome(post, battery, track, shots, then);
                        post.serveAll(then);
                    });
            return;
        }
        queue.plan(met, then -> outcome(post, battery, track, shots, then));
        queue.plan(
                free,
                then -> {
                    battery.release();
                    post.serveAll(then);
                });
    }

    private void outcome(
            PostAtWork post, BatteryAtWork battery, HeldTrack track, int shots, long now) {
        int met = encounter.met(track, battery.system().largestEcho(), now);
        if (met < 0) {
            tally.add(RunMeasure.SHOTS_AT_NOTHING, shots);
            fallDown(battery, track, shots, now);
            tell(now, battery, "met nothing where track " + track.number + " was expected");
            post.done(track, false, now);
            return;
        }
        countMistake(met);
        Mover mover = airborne.mover(met);
        double probability = battery.killProbability(mover.platform().kind());
        boolean destroyed = encounter.destroys(met, shots, probability);
        if (!destroyed) {
            tell(now, battery, "missed " + mover.name());
            fallDown(battery, track, shots, now);
            post.done(track, false, now);
            if (overdue[met] && !post.isEngaging(track)) {
                leak(met, now);
                post.giveUp(track);
            }
            return;
        }
        airborne.destroy(met, now);
        tell(now, battery, "destroyed " + mover.name());
        if (isCounted(met)) {
            tally.count(RunMeasure.DESTROYED);
        }
        if (mover.side() == Side.CIVIL) {
            tally.count(RunMeasure.CIVIL_DESTROYED);
            tally.add(RunMeasure.PEOPLE_ABOARD, mover.platform().people());
        } else if (mover.side() != Side.ATTACKER) {
            tally.count(RunMeasure.ALLIES_DESTROYED);
            tally.add(RunMeasure.PEOPLE_ABOARD, mover.platform().people());
        }
        if (geometry) {
            debrisOf(battery, met, now);
        }
        post.done(track, true, now);
    }

    private void tell(long now, BatteryAtWork battery, String words) {
        if (chronicle.isKept()) {
            chronicle.add(now, Kind.ENGAGEMENT, battery.battery().name(), words);
        }
    }

    /** An aircraft that must not be hit is sent an interceptor, or is met by one. */
    private void countMistake(int mover) {
        if (mover < 0) {
            return;
        }
        Side side = airborne.mover(mover).side();
        if (side != Side.ATTACKER && airborne.engage(mover)) {
            tally.count(side == Side.CIVIL ? RunMeasure.CIVIL_ENGAGED : RunMeasure.ALLIES_ENGAGED);
        }
    }

    private void debrisOf(BatteryAtWork battery, int mover, long now) {
        double share = draws.of(battery.battery().name(), "decays", battery.battery().decays());
        if (encounter.fallsOnPeople(mover, share)) {
            Mover.State at = airborne.at(mover, now);
            double drift = DRIFT;
            ground.debris(
                    at.x + drift * at.vx,
                    at.y + drift * at.vy,
                    at.z + drift * at.vz,
                    airborne.mover(mover).name(),
                    now);
        }
    }

    /** Interceptors that destroyed nothing come down somewhere near. */
    private void fallDown(BatteryAtWork battery, HeldTrack track, int shots, long now) {
        if (!geometry) {
            return;
        }
        String target =
                track.mover < 0 ? "track " + track.number : airborne.mover(track.mover).name();
        int salvos = 0;
        for (int one : track.salvos) {
            salvos += one;
        }
        RandomStream impact =
                draws.stream(
                        battery.battery().name() + "/" + target + "/" + salvos, Purpose.IMPACT);
        double share = draws.of(battery.battery().name(), "decays", battery.battery().decays());
        for (int i = 0; i < shots; i++) {
            double aside = FALL_SCATTER * impact.gaussian();
            double along = FALL_SCATTER * impact.gaussian();
            double upwards = FALL_SCATTER * impact.gaussian();
            if (impact.happens(share)) {
                ground.debris(
                        track.x + aside,
                        track.y + along,
                        track.z + upwards,
                        "an interceptor of " + battery.battery().name(),
                        now);
            }
        }
    }

    /** A mover's path is at its end. */
    void end(int mover, long now) {
        if (airborne.isDestroyed(mover) || !airborne.wasReleased(mover)) {
            return;
        }
        if (!geometry) {
            if (network.isEngaged(mover)) {
                overdue[mover] = true;
            } else {
                leak(mover, now);
                network.giveUp(mover);
            }
            return;
        }
        if (isThreat(mover)) {
            leak(mover, now);
        }
    }

    private void leak(int mover, long now) {
        Mover one = airborne.mover(mover);
        if (isCounted(mover)) {
            tally.count(RunMeasure.LEAKERS);
            if (!served[mover]) {
                tally.count(RunMeasure.UNSERVED);
            }
            if (!network.wasHeld(mover)) {
                tally.count(RunMeasure.UNSEEN);
            }
        }
        if (geometry) {
            double radius =
                    draws.of(
                            one.platform().name(),
                            "effect radius",
                            one.platform().effectRadius().value());
            if (radius > 0) {
                ground.strike(one, airborne.at(mover, one.ends()), radius, now);
            }
        }
    }
}
