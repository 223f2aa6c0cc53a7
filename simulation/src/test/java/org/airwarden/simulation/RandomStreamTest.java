package org.airwarden.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomStreamTest {
    private static final int MANY = 200_000;

    @Test
    void theSameFourGiveTheSameNumbersAndAnyOtherGivesOthers() {
        long first = RandomStream.of(1, 2, "north", Purpose.LINK).nextLong();

        assertThat(RandomStream.of(1, 2, "north", Purpose.LINK).nextLong()).isEqualTo(first);
        assertThat(RandomStream.of(2, 2, "north", Purpose.LINK).nextLong()).isNotEqualTo(first);
        assertThat(RandomStream.of(1, 3, "north", Purpose.LINK).nextLong()).isNotEqualTo(first);
        assertThat(RandomStream.of(1, 2, "south", Purpose.LINK).nextLong()).isNotEqualTo(first);
        assertThat(RandomStream.of(1, 2, "north", Purpose.CREW).nextLong()).isNotEqualTo(first);
    }

    @Test
    void streamsOfManyRunsEntitiesAndPurposesStartApart() {
        Set<Long> starts = new HashSet<>();
        for (int run = 0; run < 200; run++) {
            for (int entity = 0; entity < 50; entity++) {
                for (Purpose purpose : Purpose.values()) {
                    starts.add(RandomStream.of(7, run, "mover-" + entity, purpose).nextLong());
                }
            }
        }
        assertThat(starts).hasSize(200 * 50 * Purpose.values().length);
    }

    @Test
    void firstNumbersOfSuccessiveRunsAreSpreadEvenly() {
        // What paired runs lean on: the first draw of each run, over the runs.
        double sum = 0;
        double squares = 0;
        double lagged = 0;
        double before = 0.5;
        for (int run = 0; run < MANY; run++) {
            double value = RandomStream.of(3, run, "kill", Purpose.SCENARIO).next();
            sum += value;
            squares += value * value;
            lagged += (value - 0.5) * (before - 0.5);
            before = value;
        }
        assertThat(sum / MANY).isEqualTo(0.5, within(4 * 0.2887 / StrictMath.sqrt(MANY)));
        assertThat(squares / MANY).isEqualTo(1 / 3.0, within(0.003));
        assertThat(lagged / MANY * 12).isEqualTo(0, within(4 / StrictMath.sqrt(MANY)));
    }

    @Test
    void distributionsHaveTheirMeansAndVariances() {
        RandomStream random = RandomStream.of(5, 0, "x", Purpose.MOTION);
        double gaussian = 0;
        double gaussianSquares = 0;
        double exponential = 0;
        double poisson = 0;
        double poissonSquares = 0;
        int below = 0;
        for (int i = 0; i < MANY; i++) {
            double g = random.gaussian();
            gaussian += g;
            gaussianSquares += g * g;
            exponential += random.exponential(3);
            int p = random.poisson(4.5);
            poisson += p;
            poissonSquares += (double) p * p;
            below += random.below(10);
        }
        assertThat(gaussian / MANY).isEqualTo(0, within(0.01));
        assertThat(gaussianSquares / MANY).isEqualTo(1, within(0.015));
        assertThat(exponential / MANY).isEqualTo(3, within(0.03));
        double mean = poisson / MANY;
        assertThat(mean).isEqualTo(4.5, within(0.02));
        assertThat(poissonSquares / MANY - mean * mean).isEqualTo(4.5, within(0.08));
        assertThat(below / (double) MANY).isEqualTo(4.5, within(0.03));
    }

    /** Quantiles from tables of the normal distribution. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.975, 1.959963984540054",
        "0.995, 2.5758293035489004",
        "0.0013498980316300933, -3.0",
        "2.866515718791939e-7, -5.0",
        "0.8413447460685429, 1.0"
    })
    void normalQuantilesAreThoseOfTheTables(double share, double value) {
        assertThat(Normal.quantile(share)).isEqualTo(value, within(1e-9));
    }

    @Test
    void quantitiesRiseWithTheShareAndStayWithinTheirBounds() {
        Quantity[] all = {
            Quantity.fixed(3),
            Quantity.uniform(2, 5),
            Quantity.triangular(1, 2, 9),
            new Quantity(Quantity.Shape.LOG_UNIFORM, 0.01, 0.1, 1),
            Quantity.exponential(20)
        };
        for (Quantity quantity : all) {
            double before = Double.NEGATIVE_INFINITY;
            double sum = 0;
            for (int i = 0; i < 10_000; i++) {
                double value = quantity.at((i + 0.5) / 10_000);
                assertThat(value).isGreaterThanOrEqualTo(before);
                before = value;
                sum += value;
            }
            double mean =
                    switch (quantity.shape()) {
                        case FIXED -> 3;
                        case UNIFORM -> 3.5;
                        case TRIANGULAR -> 4;
                        case LOG_UNIFORM -> 0.99 / StrictMath.log(100);
                        case EXPONENTIAL -> 20;
                    };
            assertThat(sum / 10_000).as("%s", quantity).isEqualTo(mean, within(0.002 * mean));
        }
    }
}
