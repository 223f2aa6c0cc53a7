package org.airwarden.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerrainTest {
    private static final double MEAN_RADIUS = 6_371_008.8;
    private static final String GRID =
            """
            ncols 3
            nrows 2
            xllcorner 36
            yllcorner 33
            cellsize 1
            NODATA_value -9999
            10 20 30
            40 -9999 60
            """;

    private static GridTerrain read(String text) throws IOException {
        return GridTerrainReader.read("hills.asc", new BufferedReader(new StringReader(text)));
    }

    private static double heightAt(Terrain terrain, double latitude, double longitude) {
        return terrain.height(StrictMath.toRadians(latitude), StrictMath.toRadians(longitude));
    }

    @ParameterizedTest
    @CsvSource({
        "33.5, 36.5, 40",
        "34.5, 36.5, 10",
        "34.5, 38.5, 30",
        "33.5, 37.5, 0",
        "34.0, 36.5, 25",
        "34.5, 37.0, 15",
        "34.0, 38.0, 27.5",
        "36.0, 37.0, 0",
        "34.5, 39.2, 0"
    })
    void shouldInterpolateAGrid(double latitude, double longitude, double expected)
            throws IOException {
        assertThat(heightAt(read(GRID), latitude, longitude)).isCloseTo(expected, within(1e-3));
    }

    @Test
    void shouldReadAGridByItsCentres() throws IOException {
        Terrain terrain =
                read(
                        GRID.replace("xllcorner 36", "xllcenter 36")
                                .replace("yllcorner", "YLLCENTER"));
        assertThat(heightAt(terrain, 33, 36)).isCloseTo(40, within(1e-6));
        assertThat(terrain.highest()).isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nrows 2    | nrows two | hills.asc:2: 'two' is no number; write numbers",
                "ncols 3    | columns 3 | hills.asc:1: 'columns' is not known; an ESRI ASCII grid",
                "nrows 2    | nrows 2 3 | hills.asc:2: 'nrows 2 3' is no line of a header; write",
                "cellsize 1 | cellsize 0 | hills.asc:7: 'cellsize' is 0.0; write the size",
                "cellsize 1 | cellsize 300 | hills.asc:7: the grid reaches from 186",
                "cellsize 1 | '' | hills.asc:7: 'cellsize' is missing; an ESRI ASCII grid",
                "ncols 3    | ncols 4 | hills.asc:9: the file ends after 6 of 8 heights; check",
                "ncols 3    | ncols 2 | hills.asc:8: there are more than 2 x 2 heights; check",
                "ncols 3    | ncols 2.5 | hills.asc:7: 'ncols' is 2.5; write a whole number",
                "ncols 3    | ncols 99999999 | hills.asc:7: the grid has 199999998 places; cut",
                "10 20      | 10,5 20 | hills.asc:7: '10,5' is no number; write numbers with",
                "10 20      | 12345 20 | hills.asc:7: a height of 12345.0 m; write metres",
            })
    void shouldSayWhatIsWrongWithAGrid(String from, String to, String message) {
        assertThatThrownBy(() -> read(GRID.replace(from, to)))
                .isInstanceOf(TerrainException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void shouldNeverFailOtherwiseWhateverTheFileHolds() throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder(GRID);
            for (int change = 0; change <= random.nextInt(3); change++) {
                int at = random.nextInt(text.length());
                if (random.nextBoolean()) {
                    text.setCharAt(at, (char) random.nextInt(9, 127));
                } else {
                    text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
                }
            }
            try {
                assertThat(heightAt(read(text.toString()), 33.7, 36.7)).isFinite();
            } catch (TerrainException wrong) {
                assertThat(wrong).hasMessageMatching("hills\\.asc:\\d+: .*; .*");
                refused++;
            }
        }
        assertThat(refused).isBetween(500, 2_990);
    }

    @Test
    void shouldMakeTheSameSmoothHillsUpForASeed() {
        Terrain one = new SyntheticTerrain(1, 800, 9_000);
        Terrain same = new SyntheticTerrain(1, 800, 9_000);
        Terrain other = new SyntheticTerrain(2, 800, 9_000);
        SplittableRandom random = new SplittableRandom(1);
        double sum = 0;
        double most = 0;
        int different = 0;
        for (int i = 0; i < 20_000; i++) {
            double latitude = random.nextDouble(-1.2, 1.2);
            double longitude = random.nextDouble(-3, 3);
            double height = one.height(latitude, longitude);
            assertThat(height).isBetween(0.0, 800.0).isEqualTo(same.height(latitude, longitude));
            different += Math.abs(height - other.height(latitude, longitude)) > 10 ? 1 : 0;
            // One metre on, no cliff.
            double near = one.height(latitude + 1 / MEAN_RADIUS, longitude);
            assertThat(near).isCloseTo(height, within(2.0));
            sum += height;
            most = Math.max(most, height);
        }
        assertThat(sum / 20_000).isBetween(100.0, 400.0);
        assertThat(most).isGreaterThan(500);
        assertThat(different).isGreaterThan(15_000);
    }

    @Test
    void shouldHaveTheHorizonOfASmoothEarth() {
        GeodeticPosition antenna = GeodeticPosition.ofDegrees(33, 36, 25);
        for (double height : new double[] {15, 300, 10_000}) {
            double reach = RadarHorizon.distance(25, height);
            assertThat(Terrain.SMOOTH.isMasked(antenna, north(antenna, reach * 0.995, height)))
                    .isFalse();
            assertThat(Terrain.SMOOTH.isMasked(antenna, north(antenna, reach * 1.005, height)))
                    .isTrue();
        }
    }

    private static GeodeticPosition north(GeodeticPosition from, double distance, double height) {
        return new GeodeticPosition(
                from.latitude() + distance / 6_360_000, from.longitude(), height);
    }

    /** A wall of 1,000 m, 20 km to the north, over a flat land. */
    @Test
    void shouldHideWhatIsBehindAWall() throws IOException {
        StringBuilder text =
                new StringBuilder("ncols 200\nnrows 200\nxllcenter 35\nyllcenter 32\n");
        text.append("cellsize 0.01\n");
        for (int row = 199; row >= 0; row--) {
            text.append((row == 120 ? "1000 " : "0 ").repeat(200)).append('\n');
        }
        Terrain terrain = read(text.toString());
        GeodeticPosition antenna = GeodeticPosition.ofDegrees(33, 36, 30);
        TerrainMask mask = new TerrainMask(terrain, antenna, 100_000);
        // The ray over the edge at 22.2 km rises 970 m there; at 60 km it has risen 2,800 m.
        assertHidden(terrain, mask, antenna, 60_000, 2_600, true);
        assertHidden(terrain, mask, antenna, 60_000, 3_000, false);
        assertHidden(terrain, mask, antenna, 20_000, 200, false);
        assertThat(mask.hides(StrictMath.PI, 60_000, 300)).isFalse();
    }

    private static void assertHidden(
            Terrain terrain,
            TerrainMask mask,
            GeodeticPosition antenna,
            double distance,
            double height,
            boolean hidden) {
        assertThat(mask.hides(0, distance, height)).isEqualTo(hidden);
        assertThat(terrain.isMasked(antenna, north(antenna, distance, height))).isEqualTo(hidden);
    }

    /** The mask and the ray agree but for edges between two of the mask's directions. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldAgreeWithTheRay(long seed) {
        Terrain terrain = new SyntheticTerrain(seed, 1_200, 12_000);
        double latitude = StrictMath.toRadians(34);
        double longitude = StrictMath.toRadians(37);
        GeodeticPosition antenna =
                new GeodeticPosition(latitude, longitude, terrain.height(latitude, longitude) + 20);
        TerrainMask mask = new TerrainMask(terrain, antenna, 120_000);
        Frame frame = Frame.tangent(antenna);
        SplittableRandom random = new SplittableRandom(seed);
        double[] at = new double[3];
        int hidden = 0;
        int different = 0;
        int trials = 2_000;
        for (int i = 0; i < trials; i++) {
            double azimuth = random.nextDouble(2 * StrictMath.PI);
            double across = random.nextDouble(2_000, 110_000);
            frame.toWorld(
                    across * StrictMath.sin(azimuth), across * StrictMath.cos(azimuth), 0, at, 0);
            GeodeticPosition under = Wgs84.toGeodetic(at[0], at[1], at[2]);
            double above =
                    terrain.height(under.latitude(), under.longitude())
                            + random.nextDouble(30, 3_000);
            boolean ray =
                    terrain.isMasked(
                            antenna,
                            new GeodeticPosition(under.latitude(), under.longitude(), above));
            boolean fast =
                    mask.hides(azimuth, across, above)
                            || across > RadarHorizon.distance(antenna.height(), above);
            hidden += ray ? 1 : 0;
            different += ray == fast ? 0 : 1;
        }
        assertThat(hidden).isBetween(trials / 10, trials * 9 / 10);
        assertThat(different).isLessThan(trials / 50);
    }
}
