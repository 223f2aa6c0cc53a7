package org.airwarden.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small cases worked out by hand from the definitions, and what must hold for any case. */
class MetricsTest {
    private static final long SEED = 20261121;
    private static final ScoreSettings TEN = new ScoreSettings(10, 2, 2, 10, 3, 2);

    @TempDir private Path folder;

    private Gospa gospa(String truth, String tracks, ScoreSettings settings) throws IOException {
        return new Gospa(Tables.truth(folder, truth), Tables.tracks(folder, tracks), settings);
    }

    private Ospa2 ospa2(String truth, String tracks, ScoreSettings settings) throws IOException {
        return new Ospa2(Tables.truth(folder, truth), Tables.tracks(folder, tracks), settings);
    }

    @Test
    void shouldAddLocalisationMissedAndFalse() throws IOException {
        // One pair 3 m apart, one target missed, two tracks false: 9 + 50 + 2 * 50.
        Gospa gospa = gospa("0 a 0 0 0\n0 b 100 0 0", "0 1 3 0 0\n0 2 50 0 0\n0 3 70 0 0", TEN);
        assertThat(gospa.localisation(0)).isEqualTo(9);
        assertThat(gospa.missed(0)).isEqualTo(50);
        assertThat(gospa.falseTracks(0)).isEqualTo(100);
        assertThat(gospa.mean()).isCloseTo(Math.sqrt(159), within(1e-12));
        assertThat(gospa.pairError()).isEqualTo(3);
    }

    @Test
    void shouldTakeOrderAndAlphaAsDefined() throws IOException {
        // Definition 1 with p = 1: the better of the two pairs at cut-off distance, and c / alpha.
        String truth = "0 a 0 0 0\n0 b 100 0 0";
        String tracks = "0 1 3 0 0\n0 2 50 0 0\n0 3 70 0 0";
        assertThat(gospa(truth, tracks, new ScoreSettings(10, 1, 2, 10, 3, 1)).mean())
                .isCloseTo(3 + 10 + 5, within(1e-12));
        assertThat(gospa(truth, tracks, new ScoreSettings(10, 1, 1, 10, 3, 1)).mean())
                .isCloseTo(3 + 10 + 10, within(1e-12));
        assertThat(gospa(truth, tracks, new ScoreSettings(10, 3, 2, 10, 3, 1)).mean())
                .isCloseTo(Math.cbrt(27 + 1_000 + 500), within(1e-9));
    }

    @Test
    void shouldCrossPairsWhereThatIsLessInSum() throws IOException {
        // Nearest first would pair b with 1 at 1 m and leave a with 2 at 9 m: 82, not 16 + 16.
        Gospa gospa = gospa("0 a 0 0 0\n0 b 5 0 0", "0 1 4 0 0\n0 2 9 0 0", TEN);
        assertThat(gospa.localisation(0)).isEqualTo(32);
    }

    @Test
    void shouldBeAMetric() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int run = 0; run < 150; run++) {
            String[] sets = new String[3];
            for (int k = 0; k < 3; k++) {
                StringBuilder lines = new StringBuilder();
                for (int time = 0; time < 3; time++) {
                    // Someone is always there, so that each time is.
                    for (int name = 0; name < 4; name++) {
                        if (name == 0 || random.nextInt(3) > 0) {
                            double x = random.nextDouble(30);
                            double y = random.nextDouble(30);
                            lines.append(Tables.line(time, name, x, y, 0));
                        }
                    }
                }
                sets[k] = lines.toString();
            }
            double[][] g = new double[3][3];
            double[][] o = new double[3][3];
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    g[i][j] = gospa(sets[i], sets[j], TEN).distance(2);
                    o[i][j] = ospa2(sets[i], sets[j], TEN).whole();
                }
            }
            for (double[][] d : new double[][][] {g, o}) {
                assertThat(d[0][0]).as("seed %d run %d", SEED, run).isCloseTo(0, within(1e-9));
                assertThat(d[0][1]).isCloseTo(d[1][0], within(1e-9));
                assertThat(d[0][2]).isLessThanOrEqualTo(d[0][1] + d[1][2] + 1e-9);
            }
        }
    }

    @Test
    void shouldBeOspaWhereTheWindowIsOneTime() throws IOException {
        // Schuhmacher, Vo, Vo 2008, (3): ((min(c, d)^p + c^p (n - m)) / n)^(1/p).
        ScoreSettings one = new ScoreSettings(10, 2, 2, 10, 3, 1);
        Ospa2 ospa = ospa2("0 a 0 0 0\n0 b 100 0 0", "0 1 3 0 0\n0 2 50 0 0\n0 3 70 0 0", one);
        assertThat(ospa.distance(0)).isCloseTo(Math.sqrt((9 + 100 + 100) / 3.0), within(1e-12));
    }

    @Test
    void shouldChargeAChangedTrackNumber() throws IOException {
        // Two times, exact, but the number changes: each of two tracks lives half of the target's
        // life. One is matched at sqrt(100 / 2), the other is one too many at 10.
        Ospa2 ospa = ospa2("0 a 0 0 0\n4 a 8 0 0", "0 1 0 0 0\n4 2 8 0 0", TEN);
        assertThat(ospa.distance(0)).isCloseTo(0, within(1e-12));
        assertThat(ospa.distance(1)).isCloseTo(Math.sqrt((50 + 100) / 2.0), within(1e-12));
        assertThat(ospa.whole()).isEqualTo(ospa.distance(1));
    }

    @Test
    void shouldCountSiapAndClearMotAsDefined() throws IOException {
        // Target a: track 1, then nothing, then track 2; b: tracks 3 and 4 at once, then missed.
        StateTable truth =
                Tables.truth(
                        folder,
                        "0 a 0 0 0\n1 a 0 0 0\n2 a 0 0 0\n3 a 0 0 0\n0 b 100 0 0\n1 b 100 0 0");
        StateTable tracks =
                Tables.tracks(
                        folder,
                        "0 1 1 0 0\n2 2 3 0 0\n3 2 3 0 0\n0 3 102 0 0\n0 4 104 0 0\n3 5 500 0 0\n"
                                + "9 6 0 0 0");
        Score score = new Score(truth, tracks, TEN);
        assertThat(score.figure("siap_completeness")).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(score.figure("siap_ambiguity")).isCloseTo(5 / 4.0, within(1e-12));
        assertThat(score.figure("siap_spuriousness")).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(score.figure("siap_pos_acc"))
                .isCloseTo((1 + 3 + 3 + 2 + 4) / 5.0, within(1e-12));
        // a: 1 s tracked (2 to 3), two tracks where one would do; b: none of its 1 s.
        assertThat(score.figure("siap_track_change_rate")).isCloseTo(1, within(1e-12));
        assertThat(score.figure("siap_longest_segment")).isCloseTo(1 / 4.0, within(1e-12));
        // Two missed, two false positives (one redundant, one spurious), one switch, of six.
        assertThat(score.figure("mota")).isCloseTo(1 - 5 / 6.0, within(1e-12));
        assertThat(score.figure("motp")).isCloseTo((1 + 3 + 3 + 2) / 4.0, within(1e-12));
        assertThat(score.figure("id_switches")).isEqualTo(1);
        assertThat(score.figure("fragmentations")).isEqualTo(1);
        assertThat(score.figure("ignored_track_times")).isEqualTo(1);
    }

    @Test
    void shouldSayWhatIsWrongWithAFile() {
        assertThatThrownBy(() -> Tables.truth(folder, "0 a 0 0 0\n0 a 1 0 0"))
                .isInstanceOf(StateFileException.class)
                .hasMessageContaining("two rows of a at 0 s");
        assertThatThrownBy(() -> Tables.truth(folder, "0 a 0 north 0"))
                .isInstanceOf(StateFileException.class)
                .hasMessageContaining("truth.csv:2: 'north' in column y is not a number");
    }
}
