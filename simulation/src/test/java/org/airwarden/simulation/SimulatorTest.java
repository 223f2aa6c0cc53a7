package org.airwarden.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.airwarden.geodesy.Terrain;
import org.airwarden.simulation.Simulator.Sensing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulatorTest {
    static Stream<String> shipped() {
        return Scenarios.names().stream();
    }

    /** No scenario that is shipped fails, and none gives other figures on other threads. */
    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedScenarioRunsAndRunsAgainTheSame(String name) throws Exception {
        Simulator simulator =
                new Simulator(Scenarios.shipped(name), Terrain.SMOOTH, Sensing.PROBABILITY);
        List<Map<RunMeasure, Double>> first = new ArrayList<>();
        for (int run = 0; run < 3; run++) {
            RunResult result = simulator.run(11, run);
            first.add(result.values());
            assertThat(result.value(RunMeasure.LEAKERS) + result.value(RunMeasure.DESTROYED))
                    .as("threats that struck or were destroyed are no more than there were")
                    .isLessThanOrEqualTo(result.value(RunMeasure.THREATS));
            assertThat(result.values().values()).allMatch(value -> value >= 0);
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<RunResult>> again = new ArrayList<>();
            for (int run = 2; run >= 0; run--) {
                long number = run;
                again.addFirst(threads.submit(() -> simulator.run(11, number)));
            }
            for (int run = 0; run < 3; run++) {
                assertThat(again.get(run).get().values()).isEqualTo(first.get(run));
            }
        }
    }

    @Test
    void theOrderOfThingsInTheScenarioDoesNotMatter() {
        for (String name : List.of("saturation-36", "ilyushin-2018", "quiet-night")) {
            Scenario one = Scenarios.shipped(name);
            Simulator there = new Simulator(one, Terrain.SMOOTH, Sensing.PROBABILITY);
            Simulator back = new Simulator(reversed(one), Terrain.SMOOTH, Sensing.PROBABILITY);
            for (int run = 0; run < 5; run++) {
                assertThat(back.run(3, run).values())
                        .as("%s, run %d", name, run)
                        .isEqualTo(there.run(3, run).values());
            }
        }
    }

    private static Scenario reversed(Scenario scenario) {
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
                reversed(scenario.flights()),
                reversed(scenario.flows()),
                reversed(scenario.raid()),
                reversed(scenario.sensors()),
                scenario.posts(),
                reversed(scenario.batteries()),
                reversed(scenario.corridors()),
                reversed(scenario.areas()),
                reversed(scenario.supplies()),
                scenario.events(),
                scenario.assumptions());
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }
}
