package org.airwarden.modes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CprTest {

    private static final double EARTH = 6_371_008.8;

    private final double[] out = new double[2];

    /** Over ground, metres (haversine). */
    static double distance(double lat1, double lon1, double lat2, double lon2) {
        double a = StrictMath.sin((lat2 - lat1) / 2);
        double b = StrictMath.sin((lon2 - lon1) / 2);
        double h = a * a + StrictMath.cos(lat1) * StrictMath.cos(lat2) * b * b;
        return 2 * EARTH * StrictMath.asin(Math.sqrt(Math.min(1, h)));
    }

    private static double latitude(SplittableRandom random) {
        return Math.toRadians(random.nextDouble(-89.9, 89.9));
    }

    private static double longitude(SplittableRandom random) {
        return random.nextDouble(-Math.PI, Math.PI);
    }

    @Test
    void shouldComeBackWhenAirbornePairIsDecoded() {
        SplittableRandom random = new SplittableRandom(21);
        int refused = 0;
        for (int i = 0; i < 50_000; i++) {
            double latitude = latitude(random);
            double longitude = longitude(random);
            long even = Cpr.encodeAirborne(latitude, longitude, false);
            long odd = Cpr.encodeAirborne(latitude, longitude, true);
            boolean latestOdd = random.nextBoolean();
            if (!Cpr.decodeAirborne(
                    Cpr.latitudeBits(even),
                    Cpr.longitudeBits(even),
                    Cpr.latitudeBits(odd),
                    Cpr.longitudeBits(odd),
                    latestOdd,
                    out)) {
                refused++;
                continue;
            }
            // Half a step is 2.6 m; to the east up to 8 m beside a pole, where zones are few.
            assertThat(distance(latitude, longitude, out[0], out[1])).as("case " + i).isLessThan(9);
            assertThat(out[1]).isBetween(-Math.PI, Math.PI);
        }
        assertThat(refused).isLessThan(100);
    }

    @Test
    void shouldComeBackWhenSurfacePairIsDecodedNearReference() {
        SplittableRandom random = new SplittableRandom(22);
        int refused = 0;
        for (int i = 0; i < 50_000; i++) {
            double latitude = Math.toRadians(random.nextDouble(-80, 80));
            double longitude = longitude(random);
            long even = Cpr.encodeSurface(latitude, longitude, false);
            long odd = Cpr.encodeSurface(latitude, longitude, true);
            if (!Cpr.decodeSurface(
                    Cpr.latitudeBits(even),
                    Cpr.longitudeBits(even),
                    Cpr.latitudeBits(odd),
                    Cpr.longitudeBits(odd),
                    random.nextBoolean(),
                    latitude + Math.toRadians(random.nextDouble(-5, 5)),
                    longitude + Math.toRadians(random.nextDouble(-40, 40)),
                    out)) {
                refused++;
                continue;
            }
            assertThat(distance(latitude, longitude, out[0], out[1]))
                    .as("case " + i)
                    .isLessThan(1.5);
        }
        assertThat(refused).isLessThan(100);
    }

    @Test
    void shouldComeBackWhenOneMessageIsDecodedNearReference() {
        SplittableRandom random = new SplittableRandom(23);
        for (int i = 0; i < 50_000; i++) {
            boolean surface = random.nextBoolean();
            boolean odd = random.nextBoolean();
            double latitude = Math.toRadians(random.nextDouble(-85, 85));
            double longitude = longitude(random);
            long coded =
                    surface
                            ? Cpr.encodeSurface(latitude, longitude, odd)
                            : Cpr.encodeAirborne(latitude, longitude, odd);
            // Less than half a zone away in each direction.
            double away = Math.toRadians(surface ? 0.7 : 2.9);
            assertThat(
                            Cpr.decodeLocal(
                                    Cpr.latitudeBits(coded),
                                    Cpr.longitudeBits(coded),
                                    odd,
                                    surface,
                                    latitude + random.nextDouble(-away, away),
                                    longitude + random.nextDouble(-away, away),
                                    out))
                    .isTrue();
            assertThat(distance(latitude, longitude, out[0], out[1])).as("case " + i).isLessThan(6);
        }
    }

    @Test
    void shouldFindZonesWhenFormulaDoes() {
        for (int i = 0; i <= 90_000; i++) {
            double degrees = i / 1000.0;
            assertThat(CprZones.at(degrees / 360))
                    .as(degrees + " degrees")
                    .isEqualTo(formula(degrees));
            assertThat(CprZones.at(-degrees / 360)).isEqualTo(formula(degrees));
        }
        assertThat(CprZones.at(Double.NaN)).isEqualTo(1);
    }

    /** NL as DO-260B A.1.7.2 d writes it. */
    private static int formula(double degrees) {
        if (degrees == 0) {
            return 59;
        }
        if (degrees == 87) {
            return 2;
        }
        if (degrees > 87) {
            return 1;
        }
        double cosine = StrictMath.cos(Math.toRadians(degrees));
        double inner = 1 - (1 - StrictMath.cos(Math.PI / 30)) / (cosine * cosine);
        return (int) Math.floor(2 * Math.PI / StrictMath.acos(inner));
    }

    @Test
    void shouldRefuseWhenPairStraddlesZones() {
        double below = Math.toRadians(10.46);
        double above = Math.toRadians(10.48);
        long even = Cpr.encodeAirborne(below, 0.2, false);
        long odd = Cpr.encodeAirborne(above, 0.2, true);
        assertThat(
                        Cpr.decodeAirborne(
                                Cpr.latitudeBits(even),
                                Cpr.longitudeBits(even),
                                Cpr.latitudeBits(odd),
                                Cpr.longitudeBits(odd),
                                true,
                                out))
                .isFalse();
    }

    @Test
    void shouldStayOnTheGlobeWhenBitsAreRandom() {
        SplittableRandom random = new SplittableRandom(24);
        for (int i = 0; i < 200_000; i++) {
            int a = random.nextInt(1 << 17);
            int b = random.nextInt(1 << 17);
            int c = random.nextInt(1 << 17);
            int d = random.nextInt(1 << 17);
            double latitude = latitude(random);
            double longitude = longitude(random);
            check(i, Cpr.decodeAirborne(a, b, c, d, random.nextBoolean(), out));
            check(i, Cpr.decodeSurface(a, b, c, d, random.nextBoolean(), latitude, longitude, out));
            check(
                    i,
                    Cpr.decodeLocal(
                            a,
                            b,
                            random.nextBoolean(),
                            random.nextBoolean(),
                            latitude,
                            longitude,
                            out));
        }
    }

    /** Where degrees leap or run out: the antimeridian, the equator, the last zones, the poles. */
    @ParameterizedTest
    @ValueSource(doubles = {-90, -89.9999, -87.0001, -87, -86.9999, -0.0001, 0, 45, 87, 90})
    void shouldComeBackAtAntimeridianAndPoles(double degrees) {
        double latitude = Math.toRadians(degrees);
        for (double east : new double[] {-180, -179.99999, -90, 0, 90, 179.99999, 180}) {
            double longitude = Math.toRadians(east);
            for (boolean odd : new boolean[] {false, true}) {
                long even = Cpr.encodeAirborne(latitude, longitude, false);
                long other = Cpr.encodeAirborne(latitude, longitude, true);
                boolean found =
                        Cpr.decodeAirborne(
                                Cpr.latitudeBits(even),
                                Cpr.longitudeBits(even),
                                Cpr.latitudeBits(other),
                                Cpr.longitudeBits(other),
                                odd,
                                out);
                assertThat(found).as("at " + east).isTrue();
                assertThat(distance(latitude, longitude, out[0], out[1])).isLessThan(9);
                assertThat(out[1]).isBetween(-Math.PI, Math.PI);
                shouldComeBackFromBothSides(latitude, longitude, odd ? other : even, odd);
            }
        }
    }

    /** One message, with a reference a third of a degree to either side, over the edge too. */
    private void shouldComeBackFromBothSides(
            double latitude, double longitude, long coded, boolean odd) {
        for (double aside : new double[] {-0.3, 0.3}) {
            double reference = latitude - Math.copySign(Math.toRadians(0.3), latitude);
            boolean found =
                    Cpr.decodeLocal(
                            Cpr.latitudeBits(coded),
                            Cpr.longitudeBits(coded),
                            odd,
                            false,
                            reference,
                            longitude + Math.toRadians(aside),
                            out);
            assertThat(found).isTrue();
            assertThat(distance(latitude, longitude, out[0], out[1])).isLessThan(9);
            assertThat(out[1]).isBetween(-Math.PI, Math.PI);
        }
    }

    private void check(int index, boolean found) {
        if (found) {
            assertThat(Math.abs(out[0])).as("case " + index).isLessThanOrEqualTo(Math.PI / 2);
            assertThat(Math.abs(out[1])).as("case " + index).isLessThanOrEqualTo(Math.PI);
        }
    }
}
