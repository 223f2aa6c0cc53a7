package org.airwarden.modes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Contents of extended squitters: known messages, and building then reading. */
class SquitterTest {

    private static final double KNOT = 1852.0 / 3600;

    private static long me(String message) {
        byte[] bytes = HexFormat.of().parseHex(message);
        return new ModeSMessage().wrap(bytes, 0, bytes.length).payload();
    }

    @Test
    void shouldReadIdentificationWhenMessageIsKnown() {
        long me = me("8D4840D6202CC371C32CE0576098");
        assertThat(AircraftIdentification.callSign(me)).isEqualTo("KLM1023");
        assertThat(AircraftIdentification.categoryText(AircraftIdentification.category(me)))
                .isEqualTo("A0");
    }

    @Test
    void shouldReadVelocityWhenMessageIsKnown() {
        long ground = me("8D485020994409940838175B284F");
        assertThat(AirborneVelocity.subtype(ground)).isEqualTo(1);
        assertThat(AirborneVelocity.groundSpeed(ground)).isCloseTo(159.2 * KNOT, within(0.01));
        assertThat(Math.toDegrees(AirborneVelocity.track(ground))).isCloseTo(182.88, within(0.005));
        assertThat(AirborneVelocity.verticalRate(ground))
                .isCloseTo(-832 * 0.3048 / 60, within(1e-9));
        assertThat(AirborneVelocity.isVerticalRateFromPressure(ground)).isFalse();
        assertThat(AirborneVelocity.geometricAbovePressure(ground))
                .isCloseTo(550 * 0.3048, within(1e-9));
        long air = me("8DA05F219B06B6AF189400CBC33F");
        assertThat(AirborneVelocity.subtype(air)).isEqualTo(3);
        assertThat(AirborneVelocity.airspeed(air)).isCloseTo(375 * KNOT, within(1e-9));
        assertThat(AirborneVelocity.isTrueAirspeed(air)).isTrue();
        assertThat(Math.toDegrees(AirborneVelocity.heading(air))).isCloseTo(243.98, within(0.005));
        assertThat(AirborneVelocity.verticalRate(air)).isCloseTo(-2304 * 0.3048 / 60, within(1e-9));
        assertThat(AirborneVelocity.isVerticalRateFromPressure(air)).isTrue();
        assertThat(AirborneVelocity.groundSpeed(air)).isNaN();
    }

    @Test
    void shouldReadPositionsWhenMessagesAreKnown() {
        long even = me("8D40621D58C382D690C8AC2863A7");
        long odd = me("8D40621D58C386435CC412692AD6");
        assertThat(AirbornePosition.isOdd(even)).isFalse();
        assertThat(AirbornePosition.isOdd(odd)).isTrue();
        assertThat(AirbornePosition.pressureHeight(even)).isCloseTo(38_000 * 0.3048, within(1e-9));
        assertThat(AirbornePosition.geometricHeight(even)).isNaN();
        double[] out = new double[2];
        assertThat(
                        Cpr.decodeAirborne(
                                AirbornePosition.codedLatitude(even),
                                AirbornePosition.codedLongitude(even),
                                AirbornePosition.codedLatitude(odd),
                                AirbornePosition.codedLongitude(odd),
                                false,
                                out))
                .isTrue();
        assertThat(Math.toDegrees(out[0])).isCloseTo(52.25720, within(1e-5));
        assertThat(Math.toDegrees(out[1])).isCloseTo(3.91937, within(1e-5));
    }

    @Test
    void shouldReadSurfacePositionWhenMessageIsKnown() {
        long me = me("8C4841753A9A153237AEF0F275BE");
        assertThat(SurfacePosition.groundSpeed(me)).isCloseTo(17 * KNOT, within(1e-9));
        assertThat(Math.toDegrees(SurfacePosition.track(me))).isCloseTo(92.8125, within(1e-9));
    }

    @Test
    void shouldComeBackWhenMovementIsBuilt() {
        for (int code = 0; code < 128; code++) {
            double speed = SurfacePosition.groundSpeed((long) code << 44);
            if (code <= 124) {
                assertThat(SurfacePosition.movementCodeOf(speed)).isEqualTo(code);
            } else {
                assertThat(speed).isNaN();
            }
        }
        assertThat(SurfacePosition.movementCodeOf(5_000)).isEqualTo(124);
    }

    @Test
    void shouldComeBackWhenVelocityIsBuilt() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 5_000; i++) {
            String seed = "case " + i;
            double east = random.nextInt(-1021, 1022) * KNOT;
            double north = random.nextInt(-1021, 1022) * KNOT;
            double rate = random.nextInt(-509, 510) * 64 * 0.3048 / 60;
            double difference = random.nextInt(-125, 126) * 25 * 0.3048;
            int accuracy = random.nextInt(5);
            boolean pressure = random.nextBoolean();
            if (random.nextInt(4) == 0) {
                east *= 4;
                north *= 4;
            }
            long me = AirborneVelocity.build(accuracy, east, north, rate, pressure, difference);
            double step = AirborneVelocity.subtype(me) == 2 ? 2 * KNOT : 1e-6;
            assertThat(ExtendedSquitter.content(me))
                    .isEqualTo(ExtendedSquitter.Content.AIRBORNE_VELOCITY);
            assertThat(AirborneVelocity.east(me)).as(seed).isCloseTo(east, within(step + 1e-6));
            assertThat(AirborneVelocity.north(me)).as(seed).isCloseTo(north, within(step + 1e-6));
            assertThat(AirborneVelocity.verticalRate(me)).as(seed).isCloseTo(rate, within(1e-6));
            assertThat(AirborneVelocity.geometricAbovePressure(me))
                    .as(seed)
                    .isCloseTo(difference, within(1e-6));
            assertThat(AirborneVelocity.accuracy(me)).isEqualTo(accuracy);
            assertThat(AirborneVelocity.isVerticalRateFromPressure(me)).isEqualTo(pressure);
        }
        long absent = AirborneVelocity.build(0, Double.NaN, 3, Double.NaN, false, Double.NaN);
        assertThat(AirborneVelocity.east(absent)).isNaN();
        assertThat(AirborneVelocity.groundSpeed(absent)).isNaN();
        assertThat(AirborneVelocity.track(absent)).isNaN();
        assertThat(AirborneVelocity.verticalRate(absent)).isNaN();
        assertThat(AirborneVelocity.geometricAbovePressure(absent)).isNaN();
    }

    @Test
    void shouldComeBackWhenAirspeedIsBuilt() {
        for (int knots = 0; knots <= 1021; knots++) {
            double heading = knots / 1024.0 * 2 * Math.PI;
            long me =
                    AirborneVelocity.buildThroughAir(
                            1,
                            heading,
                            knots * KNOT,
                            knots % 2 == 0,
                            -3 * 0.32512,
                            false,
                            Double.NaN);
            assertThat(AirborneVelocity.airspeed(me)).isCloseTo(knots * KNOT, within(1e-9));
            assertThat(AirborneVelocity.heading(me)).isCloseTo(heading, within(1e-9));
            assertThat(AirborneVelocity.isTrueAirspeed(me)).isEqualTo(knots % 2 == 0);
            assertThat(AirborneVelocity.verticalRate(me)).isCloseTo(-3 * 0.32512, within(1e-9));
        }
        long fast =
                AirborneVelocity.buildThroughAir(
                        1, Double.NaN, 2_000 * KNOT, true, Double.NaN, true, 0);
        assertThat(AirborneVelocity.subtype(fast)).isEqualTo(4);
        assertThat(AirborneVelocity.airspeed(fast)).isCloseTo(2_000 * KNOT, within(1e-9));
        assertThat(AirborneVelocity.heading(fast)).isNaN();
    }

    @Test
    void shouldComeBackWhenOtherContentsAreBuilt() {
        for (int category = 0; category < 32; category++) {
            long me = AircraftIdentification.build(category, "AB 12Z9");
            assertThat(AircraftIdentification.category(me)).isEqualTo(category);
            assertThat(AircraftIdentification.callSign(me)).isEqualTo("AB 12Z9");
        }
        assertThat(AircraftIdentification.callSign(AircraftIdentification.build(3, "a#ABCDEFGHIJ")))
                .isEqualTo("  ABCDEF");
        for (EmergencyState state : EmergencyState.values()) {
            long me = AircraftStatus.build(state, 07_700);
            assertThat(AircraftStatus.subtype(me)).isEqualTo(1);
            assertThat(AircraftStatus.emergency(me)).isEqualTo(state);
            assertThat(AircraftStatus.squawk(me)).isEqualTo(07_700);
        }
        long surface = OperationalStatus.build(true, true, true, 10, 2);
        assertThat(OperationalStatus.subtype(surface)).isEqualTo(1);
        assertThat(OperationalStatus.version(surface)).isEqualTo(2);
        assertThat(OperationalStatus.nicSupplementA(surface)).isTrue();
        assertThat(OperationalStatus.nicSupplementC(surface)).isTrue();
        assertThat(OperationalStatus.navigationAccuracy(surface)).isEqualTo(10);
        assertThat(OperationalStatus.sourceIntegrity(surface)).isEqualTo(2);
        long geometric = AirbornePosition.build(20, 2, true, 1234, 0.5, 0.5, true);
        assertThat(AirbornePosition.geometricHeight(geometric)).isEqualTo(1234);
        assertThat(AirbornePosition.pressureHeight(geometric)).isNaN();
        assertThat(AirbornePosition.surveillanceStatus(geometric)).isEqualTo(2);
        assertThat(AirbornePosition.nicSupplementB(geometric)).isTrue();
    }
}
