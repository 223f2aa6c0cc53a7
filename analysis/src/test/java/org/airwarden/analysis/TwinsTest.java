package org.airwarden.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.airwarden.geodesy.Terrain;
import org.airwarden.simulation.Scenario;
import org.airwarden.simulation.Scenarios;
import org.airwarden.simulation.Simulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Theory's twins: scenarios without geometry, through the same kernel, posts and batteries as any
 * other, against what queueing and leakage theory give. The values were computed independently, by
 * recursion and exact dynamic programming.
 */
class TwinsTest {
    /** Chosen once. A fixed seed makes the test deterministic: it passes always or never. */
    private static final long SEED = 3;

    /** The values have five or six digits behind the point; half of the last is not ours. */
    private static final double ROUNDING = 5e-6;

    private static final double CONFIDENCE = 0.99;

    /** A scenario's figure, and what theory gives for it. */
    record Twin(String scenario, String figure, double value) {
        @Override
        public String toString() {
            return scenario + " " + figure + " " + value;
        }
    }

    static Stream<Twin> twins() {
        return Stream.of(
                // Erlang B: nobody waits, so what finds no free channel is never served.
                new Twin("erlang-b-2-1", "unserved_share", .200000),
                new Twin("erlang-b-4-2", "unserved_share", .095238),
                new Twin("erlang-b-4-4", "unserved_share", .310680),
                new Twin("erlang-b-6-4", "unserved_share", .117162),
                new Twin("erlang-b-6-6", "unserved_share", .264922),
                new Twin("erlang-b-6-12", "unserved_share", .556089),
                new Twin("erlang-b-12-10", "unserved_share", .119739),
                new Twin("erlang-b-36-30", "unserved_share", .042887),
                new Twin("saturated-kill", "destroyed_share", .58806),
                // Erlang C: everybody waits as long as it takes.
                new Twin("erlang-c-2-1", "waited_share", .333333),
                new Twin("erlang-c-4-2", "waited_share", .173913),
                new Twin("erlang-c-6-4", "waited_share", .284761),
                new Twin("erlang-c-8-6", "waited_share", .356981),
                // Erlang A: patience is exponential.
                new Twin("erlang-a-4-4-30", "unserved_share", .17637),
                new Twin("erlang-a-4-8-30", "unserved_share", .50331),
                new Twin("erlang-a-6-8-30", "unserved_share", .28191),
                new Twin("erlang-a-6-8-60", "unserved_share", .26510),
                // Two layers: binomial.
                new Twin("layers-10-08", "leakers", .4),
                new Twin("layers-10-08", "no_leaker", .66483),
                new Twin("layers-20-07", "leakers", 1.8),
                new Twin("layers-20-07", "no_leaker", .15164),
                new Twin("layers-12-07", "leakers", 1.08),
                new Twin("layers-12-07", "no_leaker", .32248),
                // Shoot-look-shoot, up to n shots.
                new Twin("look-shoot-07-2", "shots_per_threat", 1.3),
                new Twin("look-shoot-07-2", "leaker_share", .09),
                new Twin("look-shoot-07-4", "shots_per_threat", 1.417),
                new Twin("look-shoot-07-4", "leaker_share", .0081),
                new Twin("look-shoot-08-2", "shots_per_threat", 1.2),
                new Twin("look-shoot-08-2", "leaker_share", .04),
                new Twin("look-shoot-08-4", "shots_per_threat", 1.248),
                new Twin("look-shoot-08-4", "leaker_share", .0016),
                new Twin("look-shoot-09-2", "shots_per_threat", 1.1),
                new Twin("look-shoot-09-2", "leaker_share", .01),
                new Twin("look-shoot-09-4", "shots_per_threat", 1.111),
                new Twin("look-shoot-09-4", "leaker_share", .0001),
                new Twin("salvo-look-salvo-07", "shots_per_threat", 2.18),
                new Twin("salvo-look-salvo-07", "leaker_share", .0081),
                // A finite magazine, exact dynamic programming.
                new Twin("magazine-10-12", "leakers", 1.72429),
                new Twin("magazine-12-8", "leakers", 6.40000),
                new Twin("magazine-20-32", "leakers", 1.80111),
                new Twin("magazine-36-32", "leakers", 13.60000));
    }

    private static void hold(String scenario, int runs) {
        Scenario twin = Scenarios.shipped(scenario);
        Simulator simulator = new Simulator(twin, Terrain.SMOOTH, Simulator.Sensing.PROBABILITY);
        MonteCarlo.Plan plan = new MonteCarlo.Plan(SEED, runs, 2, null);
        RunTable table = MonteCarlo.run(simulator, plan, (done, most) -> {});
        List<Twin> figures = twins().filter(one -> one.scenario().equals(scenario)).toList();
        assertThat(figures).isNotEmpty();
        for (Twin one : figures) {
            Estimate found = Statistics.named(one.figure()).orElseThrow().of(table, CONFIDENCE);
            assertThat(one.value())
                    .as("%s in %s", one, found)
                    .isBetween(found.lo() - ROUNDING, found.hi() + ROUNDING);
            // An interval that holds everything would show nothing.
            assertThat(found.halfWidth())
                    .as("%s in %s", one, found)
                    .isLessThan(Math.max(0.2 * one.value(), 0.001));
        }
    }

    static Stream<String> scenarios() {
        return twins().map(Twin::scenario).distinct();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void shouldBeWhatTheorySays(String scenario) {
        hold(scenario, 1_500);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("scenarios")
    void shouldBeWhatTheorySaysInManyRuns(String scenario) {
        hold(scenario, 100_000);
    }

    /** A twin that is shipped and held against nothing would look tested. */
    @Test
    void shouldHoldEveryTwinThatIsShipped() {
        List<String> shipped =
                Scenarios.names().stream()
                        .filter(name -> Scenarios.title(name).startsWith("Theory:"))
                        .toList();
        assertThat(scenarios()).containsExactlyInAnyOrderElementsOf(shipped);
    }
}
