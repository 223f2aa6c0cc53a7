package org.airwarden.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The horizon against figures that were computed apart from this program (a = 6,371 km). */
class RadarHorizonTest {
    private static final double[] TARGETS = {15, 50, 100, 300, 1_000, 5_000, 10_000};

    @ParameterizedTest
    @CsvSource({
        "10, 29.0, 42.2, 54.3, 84.4, 143.4, 304.5, 425.2",
        "25, 36.6, 49.8, 61.8, 92.0, 151.0, 312.1, 432.8",
        "40, 42.0, 55.2, 67.3, 97.5, 156.4, 317.5, 438.2",
    })
    void shouldSeeAsFarAsTheReference(
            double antenna,
            double at15,
            double at50,
            double at100,
            double at300,
            double at1000,
            double at5000,
            double at10000) {
        double[] expected = {at15, at50, at100, at300, at1000, at5000, at10000};
        for (int i = 0; i < TARGETS.length; i++) {
            assertThat(RadarHorizon.distance(antenna, TARGETS[i]) / 1_000)
                    .as("a target at %s m", TARGETS[i])
                    .isCloseTo(expected[i], within(0.1));
        }
    }

    /** A low cruise missile: 199 s from the horizon of a 25 m mast at 250 m/s. */
    @ParameterizedTest
    @CsvSource({"50, 250, 199", "100, 50, 1237", "5000, 250, 1248"})
    void shouldLeaveTheTimeOfTheReference(double height, double speed, double seconds) {
        assertThat(RadarHorizon.distance(25, height) / speed).isCloseTo(seconds, within(0.5));
    }
}
