package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.simulation.Chronicle.Kind;
import org.airwarden.simulation.Post.Status;

/**
 * One run of a scenario: everything is drawn from the seed and the run's number, everything happens
 * in one queue of events. The same seed, run and scenario give the same result, whatever else runs
 * beside it. One thread, used once.
 */
final class Replication {
    private static final double SECOND = 1e9;

    private final Scenario scenario;
    private final Draws draws;
    private final EventQueue queue = new EventQueue();
    private final Tally tally = new Tally();
    private final Chronicle chronicle;
    private final Airborne airborne;
    private final Ground ground;
    private final List<BatteryAtWork> batteries = new ArrayList<>();
    private final Network network;
    private final Engagements engagements;

    Replication(Prepared prepared, Stage stage, long seed, long run, boolean keepsChronicle) {
        scenario = prepared.scenario();
        draws = new Draws(seed, run);
        chronicle = new Chronicle(keepsChronicle);
        airborne = new Airborne(stage.movers().draw(seed, run));
        ground = new Ground(prepared, draws, queue, tally, chronicle);
        for (int i = 0; i < scenario.batteries().size(); i++) {
            Battery battery = scenario.batteries().get(i);
            SystemClass system = prepared.system(battery);
            batteries.add(
                    new BatteryAtWork(
                            battery, system, prepared.batteryFrame(i), scenario.geometry(), draws));
        }
        network = new Network(prepared, draws, airborne, ground, queue, chronicle);
        engagements =
                new Engagements(
                        prepared, draws, airborne, ground, queue, tally, chronicle, network);
        network.open(batteries, engagements, stage);
    }

    RunResult run() {
        long end = (long) (scenario.duration() * SECOND);
        for (int i = 0; i < airborne.size(); i++) {
            planMover(i);
        }
        for (int i = 0; i < scenario.events().size(); i++) {
            Happening one = scenario.events().get(i);
            double at = draws.of("event " + i, "at", one.at());
            double value = draws.of("event " + i, "value", one.value());
            queue.plan((long) (at * SECOND), now -> happen(one, value, now));
        }
        network.start();
        queue.runUntil(end);
        ground.end(end);
        if (ground.firstImpact() != Long.MAX_VALUE && network.firstHeld() != Long.MAX_VALUE) {
            tally.add(
                    RunMeasure.NOTICE,
                    Math.max(0, (ground.firstImpact() - network.firstHeld()) / SECOND));
        }
        return new RunResult(draws.run(), tally.values(), chronicle.entries(), queue.happened());
    }

    private void planMover(int mover) {
        Mover one = airborne.mover(mover);
        if (engagements.isCounted(mover)) {
            queue.plan(one.appears(), now -> countThreat(mover));
        }
        if (!scenario.geometry()) {
            queue.plan(one.appears(), now -> network.appear(mover, now));
        }
        queue.planLast(one.ends(), now -> engagements.end(mover, now));
    }

    private void countThreat(int mover) {
        if (airborne.wasReleased(mover)) {
            tally.count(RunMeasure.THREATS);
        }
    }

    private void happen(Happening one, double value, long now) {
        if (chronicle.isKept()) {
            chronicle.add(
                    now,
                    Kind.NETWORK,
                    one.to(),
                    one.what().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        }
        switch (one.what()) {
            case SENSOR_TURNED, SENSOR_LOST, SENSOR_BACK -> network.happen(one, value);
            case LINK_LOST, LINK_BACK -> network.happen(one, value);
            case POST_LOST -> network.post(one.to()).lose();
            case BATTERY_LOST -> batteryOf(one.to()).lose();
            case FRIEND_ANSWER_DEAD -> airborne.loseFriendAnswer(one.to());
            case TRANSPONDER_DEAD -> network.loseTransponder(one.to());
            case STATUS_FREE -> network.post(one.to()).take(Status.FREE);
            case STATUS_TIGHT -> network.post(one.to()).take(Status.TIGHT);
            case STATUS_HOLD -> network.post(one.to()).take(Status.HOLD);
            case GNSS_LOST, GNSS_FALSE, GNSS_BACK -> network.happen(one, value);
        }
    }

    private BatteryAtWork batteryOf(String name) {
        for (BatteryAtWork battery : batteries) {
            if (battery.battery().name().equals(name)) {
                return battery;
            }
        }
        throw new IllegalArgumentException("no battery is called " + name);
    }
}
