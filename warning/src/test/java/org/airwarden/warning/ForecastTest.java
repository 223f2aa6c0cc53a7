package org.airwarden.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Wgs84;
import org.junit.jupiter.api.Test;

class ForecastTest {
    /** A square of about 10 km by 10 km. */
    private final Outline square =
            new Outline(
                    List.of(
                            GeodeticPosition.ofDegrees(33.455, 36.446, 0),
                            GeodeticPosition.ofDegrees(33.545, 36.446, 0),
                            GeodeticPosition.ofDegrees(33.545, 36.554, 0),
                            GeodeticPosition.ofDegrees(33.455, 36.554, 0)));

    @Test
    void anOutlineKnowsItsInsideItsSurfaceAndDistances() {
        assertThat(square.contains(0, 0)).isTrue();
        assertThat(square.contains(4_900, -4_900)).isTrue();
        assertThat(square.contains(5_200, 0)).isFalse();
        assertThat(square.distance(15_000, 0)).isEqualTo(10_000, within(60.0));
        assertThat(square.distance(1, 1)).isZero();
        assertThat(square.surface()).isEqualTo(1.0e8, within(0.01e8));
        assertThat(square.radius()).isEqualTo(7_070, within(40.0));
    }

    @Test
    void insideAndDistanceAgreeWithAWalkAlongTheEdges() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 2_000; i++) {
            double e = random.nextDouble(-12_000, 12_000);
            double n = random.nextDouble(-12_000, 12_000);
            assertThat(square.distance(e, n) == 0).isEqualTo(square.contains(e, n));
        }
    }

    @Test
    void whatFliesStraightAtItIsThereInDistanceBySpeed() {
        double time = Forecast.straight(square, 82_000, 0, -250, 0, 0, 0);

        assertThat(time).isBetween(290.0, 310.0);
        assertThat(Forecast.straight(square, 82_000, 0, 250, 0, 0, 0)).isInfinite();
        assertThat(Forecast.straight(square, 82_000, 30_000, -250, 0, 0, 0)).isInfinite();
        assertThat(Forecast.straight(square, 82_000, 30_000, -250, 0, 0.4, 0)).isFinite();
        assertThat(Forecast.straight(square, 82_000, 0, 0, 0, 0, 0)).isInfinite();
        assertThat(Forecast.straight(square, 1_000, 0, 250, 0, 0, 0)).isZero();
    }

    @Test
    void aThrownBodyComesDownAsSchoolPhysicsSays() {
        // 120 km at 45 degrees and least energy: 156 s (flat earth, no air).
        double up = StrictMath.sqrt(9.80665 * 120_000) * StrictMath.sqrt(0.5);

        assertThat(Forecast.fall(0, up)).isEqualTo(156.4, within(0.5));
        assertThat(Forecast.fall(500, -10)).isEqualTo(9.13, within(0.05));
        assertThat(Forecast.fall(-10, -1)).isNaN();
    }

    @Test
    void theFrameLiesAtItsMiddle() {
        double[] world = new double[3];
        double[] local = new double[3];
        Wgs84.toEarthCentred(StrictMath.toRadians(33.5), StrictMath.toRadians(36.5), 0, world);
        square.frame().toLocal(world[0], world[1], world[2], local, 0);

        assertThat(StrictMath.hypot(local[0], local[1])).isLessThan(1);
    }
}
