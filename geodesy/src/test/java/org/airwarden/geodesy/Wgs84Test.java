package org.airwarden.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Wgs84Test {
    /** Points whose earth-centred coordinates follow from the ellipsoid's axes alone. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 6378137, 0, 0",
        "0, 90, 0, 0, 6378137, 0",
        "0, 180, 100, -6378237, 0, 0",
        "90, 0, 0, 0, 0, 6356752.314245179",
        "-90, 0, 30000, 0, 0, -6386752.314245179",
    })
    void shouldPlaceTheAxesExactly(
            double latitude, double longitude, double height, double x, double y, double z) {
        double[] at = new double[3];
        GeodeticPosition position = GeodeticPosition.ofDegrees(latitude, longitude, height);
        Wgs84.toEarthCentred(position.latitude(), position.longitude(), position.height(), at);

        assertThat(at[0]).isCloseTo(x, within(1e-6));
        assertThat(at[1]).isCloseTo(y, within(1e-6));
        assertThat(at[2]).isCloseTo(z, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldReturnWhereItCameFrom(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] at = new double[3];
        for (int i = 0; i < 10_000; i++) {
            double latitude = StrictMath.asin(random.nextDouble(-1, 1));
            double longitude = random.nextDouble(-StrictMath.PI, StrictMath.PI);
            double height = random.nextDouble(-1_000, 100_000);
            Wgs84.toEarthCentred(latitude, longitude, height, at);
            GeodeticPosition back = Wgs84.toGeodetic(at[0], at[1], at[2]);

            String which = "seed " + seed + " case " + i;
            assertThat(back.height()).as(which).isCloseTo(height, within(1e-6));
            assertThat(back.latitude()).as(which).isCloseTo(latitude, within(1e-12));
            assertThat(back.longitude()).as(which).isCloseTo(longitude, within(1e-12));
        }
    }

    @Test
    void shouldHandleThePolesAndTheAntimeridian() {
        GeodeticPosition pole = Wgs84.toGeodetic(0, 0, Wgs84.SEMI_MINOR_AXIS + 10_000);
        assertThat(pole.latitudeDegrees()).isCloseTo(90, within(1e-9));
        assertThat(pole.height()).isCloseTo(10_000, within(1e-6));

        double[] at = new double[3];
        GeodeticPosition fiji = GeodeticPosition.ofDegrees(-17, 179.999999, 0);
        Wgs84.toEarthCentred(fiji.latitude(), fiji.longitude(), 0, at);
        assertThat(Wgs84.toGeodetic(at[0], at[1], at[2]).longitudeDegrees())
                .isCloseTo(179.999999, within(1e-9));
    }

    /** Karney's geodesics are the oracle: for short lines chord and geodesic agree to 1e-6. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void shouldAgreeWithGeodesicsOnDistanceAndAzimuth(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] at = new double[3];
        double[] local = new double[3];
        for (int i = 0; i < 1_000; i++) {
            double latitude = random.nextDouble(-85, 85);
            double longitude = random.nextDouble(-179, 179);
            double azimuth = random.nextDouble(-180, 180);
            double distance = random.nextDouble(100, 5_000);
            var line = Geodesic.WGS84.Direct(latitude, longitude, azimuth, distance);
            Frame frame = Frame.tangent(GeodeticPosition.ofDegrees(latitude, longitude, 0));
            GeodeticPosition end = GeodeticPosition.ofDegrees(line.lat2, line.lon2, 0);
            Wgs84.toEarthCentred(end.latitude(), end.longitude(), 0, at);
            frame.toLocal(at[0], at[1], at[2], local, 0);

            String which = "seed " + seed + " case " + i;
            double chord =
                    StrictMath.sqrt(
                            local[0] * local[0] + local[1] * local[1] + local[2] * local[2]);
            assertThat(chord).as(which).isCloseTo(distance, within(distance * 1e-6));
            double turned = StrictMath.toDegrees(StrictMath.atan2(local[0], local[1])) - azimuth;
            assertThat(StrictMath.IEEEremainder(turned, 360)).as(which).isCloseTo(0, within(1e-4));
        }
    }
}
