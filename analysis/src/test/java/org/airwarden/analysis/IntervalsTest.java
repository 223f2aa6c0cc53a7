package org.airwarden.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals against figures that we did not compute, and against how often they hold. */
class IntervalsTest {
    /** The proportions of public claims in 2003 and 2018, computed independently. */
    @ParameterizedTest
    @CsvSource({
        "71,103,.5945,.7705",
        "46,103,.3542,.5428",
        "0,105,.0000,.0353",
        "9,9,.7009,1.0000",
        "13,16,.5699,.9341",
        "5,30,.0734,.3356",
        "2,2,.3424,1.0000",
        "3,12,.0889,.5323"
    })
    void shouldBeWilsonsInterval(long hits, long runs, double lo, double hi) {
        Estimate found = Intervals.proportion(hits, runs, 0.95);

        assertThat(found.mean()).isEqualTo((double) hits / runs);
        assertThat(found.lo()).isCloseTo(lo, within(5e-5));
        assertThat(found.hi()).isCloseTo(hi, within(5e-5));
        assertThat(found.runs()).isEqualTo(runs);
    }

    @ParameterizedTest
    @CsvSource({".5,.05,385", ".5,.01,9604", ".1,.01,3458", ".01,.002,9508"})
    void shouldTellHowManyRunsAreNeeded(double p, double half, long runs) {
        assertThat(Intervals.runsFor(p, half, 0.95)).isEqualTo(runs);
    }

    /** Percentage points as printed in every table of the distribution. */
    @ParameterizedTest
    @CsvSource({
        ".975,1,12.706",
        ".975,2,4.303",
        ".975,3,3.182",
        ".975,5,2.571",
        ".975,10,2.228",
        ".975,30,2.042",
        ".975,60,2.000",
        ".975,120,1.980",
        ".995,1,63.657",
        ".995,4,4.604",
        ".995,9,3.250",
        ".995,120,2.617",
        ".95,1,6.314",
        ".95,7,1.895",
        ".975,1000000,1.960"
    })
    void shouldBeStudentsDistribution(double share, long freedom, double value) {
        assertThat(StudentT.quantile(share, freedom)).isCloseTo(value, within(5.1e-4));
    }

    /** Where the sums end and the expansion begins, both must give the same. */
    @Test
    void shouldNotJumpWhereTheMethodChanges() {
        for (double share : new double[] {0.9, 0.975, 0.995, 0.9995}) {
            double step = StudentT.quantile(share, 100) - StudentT.quantile(share, 101);
            double before = StudentT.quantile(share, 99) - StudentT.quantile(share, 100);
            assertThat(step).isBetween(0.9 * before, before);
        }
    }

    /** Five numbers by hand: mean 3, deviation sqrt(2.5), t of four degrees 2.776. */
    @Test
    void shouldBeStudentsInterval() {
        Estimate found = Intervals.mean(new double[] {1, 2, 3, 4, 5}, 0.95);

        assertThat(found.mean()).isEqualTo(3);
        assertThat(found.halfWidth()).isCloseTo(2.7764 * Math.sqrt(2.5 / 5), within(1e-4));
    }

    @Test
    void shouldTellNoIntervalOfOneRun() {
        Estimate found = Intervals.mean(new double[] {4}, 0.95);

        assertThat(found.mean()).isEqualTo(4);
        assertThat(found.lo()).isNaN();
        assertThat(Intervals.quotient(new double[] {1, 2}, new double[2], 0.95).mean()).isNaN();
        assertThat(Intervals.proportion(0, 0, 0.95).mean()).isNaN();
    }

    /** Of many experiments, about nineteen of twenty intervals must hold the truth. */
    @Test
    void shouldHoldTheTruthAsOftenAsPromised() {
        SplittableRandom random = new SplittableRandom(5);
        int experiments = 4_000;
        int means = 0;
        int proportions = 0;
        int quotients = 0;
        int resampled = 0;
        int paired = 0;
        for (int k = 0; k < experiments; k++) {
            int n = 40;
            double[] over = new double[n];
            double[] under = new double[n];
            int hits = 0;
            int[] cells = new int[4];
            for (int i = 0; i < n; i++) {
                under[i] = 5 + random.nextInt(11);
                for (int j = 0; j < under[i]; j++) {
                    over[i] += random.nextDouble() < 0.3 ? 1 : 0;
                }
                hits += random.nextDouble() < 0.2 ? 1 : 0;
                // Before with 0.5; after only where it was before, and then with 0.6.
                boolean was = random.nextDouble() < 0.5;
                boolean is = was && random.nextDouble() < 0.6;
                cells[was ? is ? 0 : 1 : 3]++;
            }
            means += Intervals.mean(under, 0.95).holds(10) ? 1 : 0;
            proportions += Intervals.proportion(hits, n, 0.95).holds(0.2) ? 1 : 0;
            quotients += Intervals.quotient(over, under, 0.95).holds(0.3) ? 1 : 0;
            paired +=
                    Intervals.pairedProportions(cells[0], cells[1], cells[2], cells[3], 0.95)
                                    .holds(-0.2)
                            ? 1
                            : 0;
            if (k < 500) {
                resampled += Intervals.bootstrap(over, under, 0.95, 200, k).holds(0.3) ? 1 : 0;
            }
        }
        assertThat(means / (double) experiments).isBetween(0.94, 0.96);
        // Wilson's of 40 at 0.2 holds for 4 to 12 hits, which are 0.9285 of the binomial.
        assertThat(proportions / (double) experiments).isCloseTo(0.9285, within(0.01));
        assertThat(quotients / (double) experiments).isBetween(0.935, 0.96);
        assertThat(paired / (double) experiments).isBetween(0.93, 0.98);
        assertThat(resampled / 500.0).isBetween(0.90, 0.97);
    }

    /** The same seed, the same interval; and about that of the delta method. */
    @Test
    void shouldResampleByItsSeed() {
        SplittableRandom random = new SplittableRandom(6);
        double[] over = random.doubles(300, 0, 3).toArray();
        double[] under = random.doubles(300, 4, 6).toArray();
        Estimate one = Intervals.bootstrap(over, under, 0.95, 1_000, 3);

        assertThat(Intervals.bootstrap(over, under, 0.95, 1_000, 3)).isEqualTo(one);
        assertThat(Intervals.bootstrap(over, under, 0.95, 1_000, 4)).isNotEqualTo(one);
        Estimate delta = Intervals.quotient(over, under, 0.95);
        assertThat(one.mean()).isEqualTo(delta.mean());
        assertThat(one.halfWidth() / delta.halfWidth()).isBetween(0.9, 1.1);
    }
}
