package org.airwarden.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The twins' numbers are theory's for what their scenarios say: each is worked out anew from the
 * scenario that is read, not from its name.
 */
class TheoryTwinsTest {
    static Stream<String> rows() {
        return Scenarios.resource("twins/expected.csv").lines().skip(1);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shouldExpectWhatTheorySays(String row) {
        String[] cells = row.split(",", -1);
        Scenario twin = Scenarios.shipped(cells[0]);
        double expected = Double.parseDouble(cells[3]);
        assertThat(twin.geometry()).isFalse();
        assertThat(twin.areas()).extracting(DefendedArea::name).contains(cells[2]);
        assertThat(theory(twin, cells[0], cells[1])).isCloseTo(expected, within(1e-6));
        assertThat(twin.title()).containsPattern("[0-9]");
    }

    private static double theory(Scenario twin, String name, String quantity) {
        Battery battery = twin.batteries().getFirst();
        Post.Doctrine doctrine = twin.posts().getFirst().doctrine();
        Wave probe = wave(twin, "probe");
        double kill = battery.kill().getFirst().probability().lo();
        int targets = (int) probe.count().lo();
        if (name.startsWith("erlang") || name.startsWith("saturated")) {
            Wave stream = wave(twin, "stream");
            int channels = (int) battery.channels().lo();
            double service = battery.busy().lo();
            double rate = 1 / stream.interval().lo();
            assertThat(probe.begins().lo()).isEqualTo(twin.countFrom());
            // The stream outlasts the settling, but for one run in a billion.
            double members = twin.countFrom() * rate;
            assertThat(stream.count().lo()).isGreaterThan(members + 6 * Math.sqrt(members));
            double patience = probe.window().lo();
            if (stream.window().lo() > twin.duration()) {
                return erlangC(channels, rate * service);
            }
            double lost =
                    patience == 0
                            ? erlangB(channels, rate * service)
                            : erlangA(channels, rate, service, patience);
            return quantity.equals("kill-share") ? kill * (1 - lost) : lost;
        }
        int shots =
                twin.batteries().size() > 1
                        ? twin.batteries().size()
                        : doctrine.shots() * doctrine.looks();
        double leak = StrictMath.pow(1 - kill, shots);
        return switch (quantity) {
            case "leak-share" -> leak;
            case "no-leaker" -> StrictMath.pow(1 - leak, targets);
            case "shots-per-target" -> {
                double all = 0;
                for (int look = 0; look < doctrine.looks(); look++) {
                    all += doctrine.shots() * StrictMath.pow(1 - kill, doctrine.shots() * look);
                }
                yield all;
            }
            case "mean-leakers" ->
                    battery.magazine().lo() < 100
                            ? leakers(
                                    targets, (int) battery.magazine().lo(), kill, doctrine.looks())
                            : targets * leak;
            default -> throw new AssertionError(String.format(Locale.ROOT, "what is %s", quantity));
        };
    }

    private static Wave wave(Scenario twin, String name) {
        List<Wave> found = twin.raid().stream().filter(wave -> wave.name().equals(name)).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static double erlangB(int channels, double load) {
        double lost = 1;
        for (int k = 1; k <= channels; k++) {
            lost = load * lost / (k + load * lost);
        }
        return lost;
    }

    private static double erlangC(int channels, double load) {
        double lost = erlangB(channels, load);
        return lost / (1 - load / channels * (1 - lost));
    }

    /** Share that gives up, from the stationary distribution of the birth-death chain. */
    private static double erlangA(int channels, double rate, double service, double patience) {
        double weight = 1;
        double all = 1;
        double waiting = 0;
        for (int n = 1; n < 2_000; n++) {
            weight *=
                    rate / (Math.min(n, channels) / service + Math.max(0, n - channels) / patience);
            all += weight;
            waiting += Math.max(0, n - channels) * weight;
        }
        return waiting / all / patience / rate;
    }

    /** Mean leakers of targets that come one after another, by recursion over what is left. */
    private static double leakers(int targets, int magazine, double kill, int looks) {
        double[][] mean = new double[targets + 1][magazine + 1];
        for (int target = 1; target <= targets; target++) {
            for (int left = 0; left <= magazine; left++) {
                double missed = 1;
                double sum = 0;
                int shots = Math.min(looks, left);
                for (int shot = 1; shot <= shots; shot++) {
                    sum += missed * kill * mean[target - 1][left - shot];
                    missed *= 1 - kill;
                }
                mean[target][left] = sum + missed * (1 + mean[target - 1][left - shots]);
            }
        }
        return mean[targets][magazine];
    }
}
