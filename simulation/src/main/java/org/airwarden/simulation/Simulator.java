package org.airwarden.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.airwarden.geodesy.Terrain;

/**
 * Runs a scenario, as often as asked. What is the same for all runs is worked out once, here. A
 * run's result depends on the scenario, the seed and the run's number alone. Any thread, several at
 * once.
 */
public final class Simulator {
    private final Scenario given;
    private final Prepared prepared;
    private final Stage stage;

    /** How the posts' pictures come about. */
    public enum Sensing {
        /**
         * Sensors' reports go through the links into an air picture at each post: the engine that
         * runs live.
         */
        PICTURE,
        /**
         * Detections are drawn, and what belongs to one mover is known to: quick, and without the
         * mistakes of a tracker.
         */
        PROBABILITY
    }

    /**
     * Makes one.
     *
     * @param scenario what to run
     * @param terrain the ground that its {@link Scenario#terrain()} chooses
     * @param sensing how the posts see
     */
    public Simulator(Scenario scenario, Terrain terrain, Sensing sensing) {
        given = scenario;
        Scenario inOrder = inOrderOfNames(scenario);
        prepared = new Prepared(inOrder, terrain, sensing);
        stage = Stage.of(inOrder, terrain);
    }

    /** Returns the scenario. */
    public Scenario scenario() {
        return given;
    }

    /** The order of things in a file says nothing; posts alone stand below their superiors. */
    private static Scenario inOrderOfNames(Scenario scenario) {
        return new Scenario(
                scenario.name(),
                scenario.title(),
                scenario.lesson(),
                scenario.sources(),
                scenario.start(),
                scenario.duration(),
                scenario.countFrom(),
                scenario.countUntil(),
                scenario.geometry(),
                scenario.terrain(),
                scenario.pressureOffset(),
                scenario.catalogue(),
                sorted(scenario.flights(), FlightOrder::name),
                sorted(scenario.flows(), Flow::name),
                sorted(scenario.raid(), Wave::name),
                sorted(scenario.sensors(), SensorSite::name),
                scenario.posts(),
                sorted(scenario.batteries(), Battery::name),
                sorted(scenario.corridors(), Corridor::name),
                sorted(scenario.areas(), DefendedArea::name),
                sorted(scenario.supplies(), SupplyRoute::name),
                scenario.events(),
                scenario.assumptions());
    }

    private static <T> List<T> sorted(List<T> list, Function<T, String> name) {
        return list.stream().sorted(Comparator.comparing(name)).toList();
    }

    /**
     * Runs it once.
     *
     * @param seed of the experiment
     * @param run the run's number, from 0
     */
    public RunResult run(long seed, long run) {
        return new Replication(prepared, stage, seed, run, false).run();
    }

    /**
     * Runs it once and writes down what happens: who saw, decided and did what.
     *
     * @param seed of the experiment
     * @param run the run's number, from 0
     */
    public RunResult runWithChronicle(long seed, long run) {
        return new Replication(prepared, stage, seed, run, true).run();
    }
}
