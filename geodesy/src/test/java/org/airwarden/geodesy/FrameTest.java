package org.airwarden.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {
    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void shouldGoToTheWorldAndBack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] world = new double[3];
        double[] back = new double[3];
        for (int i = 0; i < 5_000; i++) {
            Frame frame =
                    Frame.tangent(
                            new GeodeticPosition(
                                    random.nextDouble(-1.57, 1.57),
                                    random.nextDouble(-3.14, 3.14),
                                    random.nextDouble(-400, 9_000)));
            double east = random.nextDouble(-4e5, 4e5);
            double north = random.nextDouble(-4e5, 4e5);
            double up = random.nextDouble(-1e4, 3e4);
            frame.toWorld(east, north, up, world, 0);
            frame.toLocal(world[0], world[1], world[2], back, 0);

            String which = "seed " + seed + " case " + i;
            assertThat(back[0]).as(which).isCloseTo(east, within(1e-7));
            assertThat(back[1]).as(which).isCloseTo(north, within(1e-7));
            assertThat(back[2]).as(which).isCloseTo(up, within(1e-7));
        }
    }

    @Test
    void shouldPointUpAwayFromTheEllipsoid() {
        Frame frame = Frame.tangent(GeodeticPosition.ofDegrees(41.3, 2.1, 0));
        double[] above = new double[3];
        frame.toWorld(0, 0, 12_000, above, 0);
        GeodeticPosition at = Wgs84.toGeodetic(above[0], above[1], above[2]);

        assertThat(at.latitudeDegrees()).isCloseTo(41.3, within(1e-10));
        assertThat(at.longitudeDegrees()).isCloseTo(2.1, within(1e-10));
        assertThat(at.height()).isCloseTo(12_000, within(1e-6));
    }

    /** A radar's plot completed with its height lies at that height, wherever it is. */
    @ParameterizedTest
    @EnumSource(World.class)
    void shouldFindTheElevationOfAHeight(World world) {
        SplittableRandom random = new SplittableRandom(77);
        double[] at = new double[3];
        Frame sensor =
                world == World.EARTH
                        ? Frame.tangent(GeodeticPosition.ofDegrees(41.3, 2.1, 27))
                        : Frame.flatAt(1_000, -2_000, 27);
        for (int i = 0; i < 5_000; i++) {
            double range = random.nextDouble(15_000, 450_000);
            double azimuth = random.nextDouble(0, 2 * StrictMath.PI);
            double height = random.nextDouble(-100, 14_000);
            double elevation = Polar.elevationForHeight(world, sensor, range, azimuth, height);
            Polar.locate(sensor, range, azimuth, elevation, at);

            assertThat(world.heightOf(at[0], at[1], at[2]))
                    .as("case " + i)
                    .isCloseTo(height, within(1e-2));
        }
    }

    @Test
    void shouldLookStraightUpWhereTheHeightIsAboveTheRange() {
        Frame sensor = Frame.tangent(GeodeticPosition.ofDegrees(60, 10, 0));

        assertThat(Polar.elevationForHeight(World.EARTH, sensor, 5_000, 1, 9_000))
                .isCloseTo(StrictMath.PI / 2, within(1e-9));
    }

    /** 4.12 (sqrt h1 + sqrt h2) km with heights in metres: the textbook's rounded form. */
    @Test
    void shouldGiveTheTextbookRadarHorizon() {
        assertThat(RadarHorizon.distance(25, 10_000)).isCloseTo(432_600, within(600.0));
        assertThat(RadarHorizon.distance(-5, 0)).isZero();
    }
}
