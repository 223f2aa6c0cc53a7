package org.airwarden.geodesy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Range, azimuth and height to places, where geometry is at its worst. Karney's geodesics say where
 * a target is, the textbook's formula what a sensor there measures of it.
 */
class GeometryEdgesTest {
    private static final double FOOT = 0.3048;
    private static final double LOWEST = -1_000 * FOOT;
    private static final double HIGHEST = 100_000 * FOOT;

    /** What is steeper (rad) is left to elevations that are measured: heights no longer tell. */
    private static final double STEEP = Math.toRadians(80);

    /** Latitudes and longitudes (deg) that sensors are drawn from, and the farthest target (m). */
    @ParameterizedTest
    @CsvSource({
        "-90, 90, -180, 180, 400000",
        "-60, 60, 179.5, 180.5, 300000",
        "89, 90, -180, 180, 300000",
        "-90, -89, -180, 180, 300000",
        "30, 35, 34, 36, 8000"
    })
    void shouldFindATargetWithinAMetre(
            double south, double north, double west, double east, double farthest) {
        SplittableRandom random = new SplittableRandom(20260606);
        double[] local = new double[3];
        double[] at = new double[3];
        int byHeight = 0;
        for (int i = 0; i < 10_000; i++) {
            double latitude = random.nextDouble(south, north);
            double longitude = Math.IEEEremainder(random.nextDouble(west, east), 360);
            double raised = random.nextDouble(-300, 3_000);
            Frame sensor = Frame.tangent(GeodeticPosition.ofDegrees(latitude, longitude, raised));
            double azimuth = random.nextDouble(-180, 180);
            double away = farthest * random.nextDouble() * random.nextDouble();
            var target = Geodesic.WGS84.Direct(latitude, longitude, azimuth, away);
            double height = random.nextInt(10) == 0 ? LOWEST : random.nextDouble(LOWEST, HIGHEST);

            double[] from = centred(latitude, longitude, raised);
            double[] to = centred(target.lat2, target.lon2, height);
            level(latitude, longitude, to[0] - from[0], to[1] - from[1], to[2] - from[2], local);
            double across = Math.hypot(local[0], local[1]);
            double range = Math.hypot(across, local[2]);
            double bearing = Math.atan2(local[0], local[1]);
            double elevation = Math.atan2(local[2], across);
            String which = "case " + i;

            Polar.locate(sensor, range, bearing, elevation, at);
            assertThat(apart(at, to)).as(which).isLessThan(1e-3);
            if (Math.abs(elevation) < STEEP) {
                byHeight++;
                double found =
                        Polar.elevationForHeight(World.EARTH, sensor, range, bearing, height);
                Polar.locate(sensor, range, bearing, found, at);
                assertThat(apart(at, to)).as(which).isLessThan(1);
            }
            GeodeticPosition back = Wgs84.toGeodetic(to[0], to[1], to[2]);
            double off =
                    Geodesic.WGS84.Inverse(
                                    back.latitudeDegrees(),
                                    back.longitudeDegrees(),
                                    target.lat2,
                                    target.lon2)
                            .s12;
            assertThat(off).as(which).isLessThan(1e-3);
            assertThat(Math.abs(back.height() - height)).as(which).isLessThan(1e-3);
        }
        assertThat(byHeight).isGreaterThan(2_000);
    }

    /** Of no range, overhead and straight down: whatever is found is finite, at that range. */
    @ParameterizedTest
    @CsvSource({
        "1e-9, 9000",
        "0.5, -305",
        "5000, 30480",
        "30480, 30480",
        "5000, -305",
        "300, -305"
    })
    void shouldStayAtTheRangeWhereNoHeightFits(double range, double height) {
        for (double latitude : new double[] {-90, -45, 0, 45, 90}) {
            Frame sensor = Frame.tangent(GeodeticPosition.ofDegrees(latitude, 180, 0));
            double[] at = new double[3];
            for (double azimuth = 0; azimuth < 6.3; azimuth += 0.1) {
                double found =
                        Polar.elevationForHeight(World.EARTH, sensor, range, azimuth, height);
                Polar.locate(sensor, range, azimuth, found, at);
                double[] origin = {sensor.originX(), sensor.originY(), sensor.originZ()};
                assertThat(Math.abs(apart(at, origin) - range)).isLessThan(1e-6);
            }
        }
    }

    private static double apart(double[] a, double[] b) {
        return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
    }

    /** NGA.STND.0036_1.0.0_WGS84, equation 4-14. */
    private static double[] centred(double latitude, double longitude, double height) {
        double flat = 1 / 298.257223563;
        double square = flat * (2 - flat);
        double phi = Math.toRadians(latitude);
        double lambda = Math.toRadians(longitude);
        double normal = 6_378_137 / Math.sqrt(1 - square * Math.sin(phi) * Math.sin(phi));
        return new double[] {
            (normal + height) * Math.cos(phi) * Math.cos(lambda),
            (normal + height) * Math.cos(phi) * Math.sin(lambda),
            (normal * (1 - square) + height) * Math.sin(phi)
        };
    }

    /** Turns a vector into the axes east, north, up of a place. */
    private static void level(
            double latitude, double longitude, double x, double y, double z, double[] out) {
        double phi = Math.toRadians(latitude);
        double lambda = Math.toRadians(longitude);
        double outward = Math.cos(lambda) * x + Math.sin(lambda) * y;
        out[0] = -Math.sin(lambda) * x + Math.cos(lambda) * y;
        out[1] = -Math.sin(phi) * outward + Math.cos(phi) * z;
        out[2] = Math.cos(phi) * outward + Math.sin(phi) * z;
    }
}
