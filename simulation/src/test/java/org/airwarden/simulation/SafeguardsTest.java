package org.airwarden.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.airwarden.geodesy.Terrain;
import org.airwarden.simulation.Simulator.Sensing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The cases that the simulator is for: whom the network shoots down by mistake, and what each
 * safeguard changes. Pairs of runs share all draws.
 */
class SafeguardsTest {
    private static final int RUNS = 120;
    private static final String ILYUSHIN = "ilyushin-2018";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "posts/coast/doctrine/honours-corridors=true",
                "posts/coast/doctrine/confirm-by-superior=true",
                "posts/coast/doctrine/asks-friend=true flights/il-20/answers/friend=true"
            })
    void eachSafeguardLowersTheRiskToTheThirdParty(String changes) {
        Simulator before = simulator(ILYUSHIN, "");
        Simulator after = simulator(ILYUSHIN, changes);
        double sum = 0;
        double squares = 0;
        double lost = 0;
        for (int run = 0; run < RUNS; run++) {
            double without = before.run(1, run).value(RunMeasure.ALLIES_DESTROYED);
            double difference = after.run(1, run).value(RunMeasure.ALLIES_DESTROYED) - without;
            lost += without;
            sum += difference;
            squares += difference * difference;
        }
        double mean = sum / RUNS;
        double deviation = StrictMath.sqrt((squares / RUNS - mean * mean) / (RUNS - 1));

        // A range, not a figure: it hangs on the first form of identification.
        assertThat(lost / RUNS).isBetween(0.05, 0.8);
        assertThat(mean + 1.96 * deviation).isLessThan(0);
    }

    @Test
    void aRadarTurnedBy107DegreesMakesAnAirlinerLookInboundAndRegistrationCatchesIt() {
        Simulator turned = simulator("ps752-2020", "");
        Simulator checked = simulator("ps752-2020-checked", "");
        int engaged = 0;
        for (int run = 0; run < RUNS; run++) {
            if (turned.run(1, run).value(RunMeasure.CIVIL_ENGAGED) > 0) {
                engaged++;
            }
            assertThat(checked.run(1, run).value(RunMeasure.CIVIL_ENGAGED)).isZero();
        }
        assertThat(engaged).isBetween(RUNS / 4, RUNS);
    }

    @Test
    void theChronicleTellsWhatTheCrewSawAndWhatWasTrue() {
        Simulator turned = simulator("ps752-2020", "");
        int run = 0;
        while (turned.run(1, run).value(RunMeasure.CIVIL_DESTROYED) == 0) {
            run++;
        }
        RunResult told = turned.runWithChronicle(1, run);

        assertThat(told.values()).isEqualTo(turned.run(1, run).values());
        assertThat(told.chronicle())
                .anyMatch(entry -> entry.words().contains("in truth"))
                .anyMatch(entry -> entry.kind() == Chronicle.Kind.DECISION)
                .anyMatch(entry -> entry.words().startsWith("destroyed"))
                .isSortedAccordingTo((a, b) -> Double.compare(a.time(), b.time()));
    }

    private static Simulator simulator(String name, String changes) {
        SortedMap<String, String> paths = new TreeMap<>();
        for (String change : changes.isEmpty() ? new String[0] : changes.split(" ")) {
            Map.Entry<String, String> entry =
                    Map.entry(
                            change.substring(0, change.indexOf('=')),
                            change.substring(change.indexOf('=') + 1));
            paths.put(entry.getKey(), entry.getValue());
        }
        return new Simulator(Scenarios.shipped(name, paths), Terrain.SMOOTH, Sensing.PROBABILITY);
    }
}
