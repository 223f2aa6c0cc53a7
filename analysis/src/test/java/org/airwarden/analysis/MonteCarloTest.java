package org.airwarden.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.airwarden.geodesy.Terrain;
import org.airwarden.simulation.RunMeasure;
import org.airwarden.simulation.Scenario;
import org.airwarden.simulation.ScenarioReader;
import org.airwarden.simulation.Scenarios;
import org.airwarden.simulation.Simulator;
import org.junit.jupiter.api.Test;

/** Many runs: the same whatever the threads, stopped where it was asked, paired run by run. */
class MonteCarloTest {
    private static Simulator simulator(Scenario scenario) {
        return new Simulator(scenario, Terrain.SMOOTH, Simulator.Sensing.PROBABILITY);
    }

    private static RunTable run(Scenario scenario, int runs, int threads) {
        return MonteCarlo.run(
                simulator(scenario),
                new MonteCarlo.Plan(7, runs, threads, null),
                (done, most) -> {});
    }

    private static String summary(String name, int runs, int threads) {
        Scenario scenario = Scenarios.shipped(name);
        return ExperimentSummary.json(
                new Experiment(
                        scenario,
                        Simulator.Sensing.PROBABILITY,
                        7,
                        run(scenario, runs, threads),
                        0.95));
    }

    private static String hash(String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /**
     * Whoever changes what a run does, what is measured or what a scenario holds, and means to,
     * writes the new hashes here.
     */
    @Test
    void shouldGiveTheSameBytesOnAnyNumberOfThreads() throws Exception {
        Map<String, String> golden = new TreeMap<>();
        golden.put(
                "erlang-b-6-6", "a73307c249077a9d9a83b13c49fa4926b1eb3c50cfbd55863126e281c30b33d9");
        golden.put(
                "magazine-20-32",
                "84eccf737a4f5589d677d42b7abd2d2fa4219d225d565efa58f7c716f0bf7d99");
        for (Map.Entry<String, String> one : golden.entrySet()) {
            String alone = summary(one.getKey(), 250, 1);
            for (int threads : new int[] {2, 8}) {
                assertThat(summary(one.getKey(), 250, threads)).isEqualTo(alone);
            }
            assertThat(hash(alone)).as(alone).isEqualTo(one.getValue());
        }
    }

    @Test
    void shouldTellNothingOfTheMachineInItsSummary() {
        assertThat(summary("erlang-b-6-6", 3, 2))
                .contains("\"simulated\": true", "\"seed\": 7", "\"runs\": 3", "\"sensing\"")
                .doesNotContainIgnoringCase("thread")
                .doesNotContain(System.getProperty("user.dir"), "java");
    }

    /** A run is the same alone, and as one of many. */
    @Test
    void shouldPutRunsInTheOrderOfTheirNumbers() {
        Scenario scenario = Scenarios.shipped("erlang-a-4-8-30");
        RunTable many = run(scenario, 40, 8);
        Simulator again = simulator(scenario);
        for (int i = 39; i >= 0; i -= 13) {
            for (RunMeasure measure : RunMeasure.values()) {
                assertThat(many.value(measure, i)).isEqualTo(again.run(7, i).value(measure));
            }
        }
    }

    @Test
    void shouldStopAtTheSameRunOnAnyNumberOfThreads() {
        Simulator simulator = simulator(Scenarios.shipped("look-shoot-07-2"));
        Statistic share = Statistics.named("leaker_share").orElseThrow();
        List<Integer> ends = new ArrayList<>();
        for (int threads : new int[] {1, 2, 5}) {
            MonteCarlo.Stopping stopping = new MonteCarlo.Stopping(share, 0.005, 200, 0.95);
            RunTable table =
                    MonteCarlo.run(
                            simulator,
                            new MonteCarlo.Plan(3, 5_000, threads, stopping),
                            (done, most) -> {});
            ends.add(table.runs());
            assertThat(share.of(table, 0.95).halfWidth()).isLessThanOrEqualTo(0.005);
            assertThat(share.of(table.first(table.runs() - MonteCarlo.BLOCK), 0.95).halfWidth())
                    .isGreaterThan(0.005);
        }
        // 1.96² · 0.09 · 0.91 / 0.005² = 12,585 targets, 20 a run
        assertThat(ends).containsOnly(ends.getFirst());
        assertThat(ends.getFirst() % MonteCarlo.BLOCK).isZero();
        assertThat(ends.getFirst()).isBetween(500, 800);
    }

    @Test
    void shouldTellHowFarItIsAndEndWhenAsked() {
        Simulator simulator = simulator(Scenarios.shipped("look-shoot-07-2"));
        List<Integer> told = new ArrayList<>();
        MonteCarlo.run(
                simulator, new MonteCarlo.Plan(1, 50, 1, null), (done, most) -> told.add(done));
        assertThat(told).hasSizeGreaterThanOrEqualTo(50).isSorted().endsWith(50);
        assertThatThrownBy(() ->
                        MonteCarlo.run(
                                simulator,
                                new MonteCarlo.Plan(1, 1_000_000, 3, null),
                                (done, most) -> {
                                    if (done >= 20) {
                                        throw new IllegalStateException("enough");
                                    }
                                }))
                .hasMessage("enough");
    }

    private static Scenario changed(String text) {
        return ScenarioReader.parse("test.yaml", text);
    }

    private static final String INNER =
            """
              batteries:
                - name: inner
                  system: theory-battery
                  layer: 1
                  channels: 1
                  magazine: 100000
                  reload: never
                  reaction: 0 s
                  busy: 1 s
                  kill: 0.5
            """;

    private static String upon(String base, String more) {
        return "extends: %s\nname: other\ntitle: other\nlesson: none\n%s".formatted(base, more);
    }

    /** One more battery that nobody commands: no number of any run moves. */
    @Test
    void shouldDrawTheSameForAllOthersWhenABatteryIsAdded() {
        String idle = upon("erlang-b-6-12", "add:\n" + INNER.replace("kill: 0.5", "kill: 1"));
        String post = "  posts:\n    - {name: blind, batteries: [inner]}\n";
        RunTable before = run(Scenarios.shipped("erlang-b-6-12"), 60, 2);
        RunTable after = run(changed(idle + post), 60, 2);
        for (RunMeasure measure : RunMeasure.values()) {
            assertThat(after.values(measure)).as("%s", measure).isEqualTo(before.values(measure));
        }
    }

    /**
     * One more layer behind the first: it shoots once at exactly what leaked before, so that the
     * first layer's draws cannot have moved.
     */
    @Test
    void shouldAddALayerWithoutTouchingTheFirst() {
        String outer = "change:\n  batteries/battery/kill: 0.6\n";
        Scenario one = changed(upon("magazine-20-32", outer + "  posts/post/doctrine/looks: 1\n"));
        Scenario two =
                changed(
                        upon(
                                "magazine-20-32",
                                outer
                                        + "  posts/post/batteries: [battery, inner]\n"
                                        + "  posts/post/doctrine/looks: 1\nadd:\n"
                                        + INNER));
        RunTable before = run(one, 400, 2);
        RunTable after = run(two, 400, 2);
        for (int i = 0; i < 400; i++) {
            double leaked = before.value(RunMeasure.LEAKERS, i);
            assertThat(after.value(RunMeasure.SHOTS, i))
                    .isEqualTo(before.value(RunMeasure.SHOTS, i) + leaked);
            assertThat(after.value(RunMeasure.LEAKERS, i)).isLessThanOrEqualTo(leaked);
        }
        Statistic share = Statistics.named("leaker_share").orElseThrow();
        Comparison paired = Comparison.of(share, before, after, 0.95);
        assertThat(paired.difference().mean())
                .isCloseTo(paired.after().mean() - paired.before().mean(), within(1e-12));
        assertThat(paired.variance()).isLessThan(0.8);
        assertThat(paired.difference().holds(-0.2)).isTrue();
        assertThat(paired.isTold()).isTrue();
    }
}
