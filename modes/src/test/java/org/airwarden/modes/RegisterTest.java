package org.airwarden.modes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Transponder registers: known replies, building then reading, and which one it is. */
class RegisterTest {

    private static final double KNOT = 1852.0 / 3600;
    private static final double FOOT = 0.3048;

    private final RegisterInference inference = new RegisterInference();

    /** The register of a reply that is printed in papers on Mode S. */
    private static long mb(String message) {
        byte[] bytes = HexFormat.of().parseHex(message);
        return new ModeSMessage().wrap(bytes, 0, bytes.length).payload();
    }

    @Test
    void shouldReadRegistersWhenRepliesAreKnown() {
        long intention = mb("A000029C85E42F313000007047D3");
        assertThat(VerticalIntention.controlPanelAltitude(intention))
                .isCloseTo(3_008 * FOOT, within(1e-9));
        assertThat(VerticalIntention.managementAltitude(intention))
                .isCloseTo(3_008 * FOOT, within(1e-9));
        assertThat(VerticalIntention.pressureSetting(intention)).isCloseTo(1020, within(1e-9));
        assertThat(VerticalIntention.source(intention)).isEqualTo(-1);

        long turn = mb("A000139381951536E024D4CCF6B5");
        assertThat(Math.toDegrees(TrackAndTurn.roll(turn))).isCloseTo(2.1, within(0.05));
        assertThat(Math.toDegrees(TrackAndTurn.track(turn))).isCloseTo(114.258, within(0.001));
        assertThat(TrackAndTurn.groundSpeed(turn)).isCloseTo(438 * KNOT, within(1e-9));
        assertThat(Math.toDegrees(TrackAndTurn.trackRate(turn))).isCloseTo(0.125, within(1e-9));
        assertThat(TrackAndTurn.trueAirspeed(turn)).isCloseTo(424 * KNOT, within(1e-9));

        long heading = mb("A00004128F39F91A7E27C46ADC21");
        assertThat(Math.toDegrees(HeadingAndSpeed.magneticHeading(heading)))
                .isCloseTo(42.71, within(0.005));
        assertThat(HeadingAndSpeed.indicatedAirspeed(heading)).isCloseTo(252 * KNOT, within(1e-9));
        assertThat(HeadingAndSpeed.mach(heading)).isCloseTo(0.42, within(1e-9));
        assertThat(HeadingAndSpeed.barometricRate(heading))
                .isCloseTo(-1_920 * FOOT / 60, within(1e-9));
        assertThat(HeadingAndSpeed.inertialRate(heading))
                .isCloseTo(-1_920 * FOOT / 60, within(1e-9));

        long air = mb("A0001692185BD5CF400000DFC696");
        assertThat(MeteorologicalRoutine.windSpeed(air)).isCloseTo(22 * KNOT, within(1e-9));
        assertThat(Math.toDegrees(MeteorologicalRoutine.windDirection(air)))
                .isCloseTo(344.5, within(0.05));
        assertThat(MeteorologicalRoutine.temperature(air)).isCloseTo(-48.75, within(1e-9));

        long usage = mb("A0000638FA81C10000000081A92F");
        for (int code : new int[] {5, 6, 7, 8, 9, 0x20, 0x40, 0x50, 0x51, 0x52, 0x60}) {
            assertThat(CommonUsageCapability.has(usage, code)).as("%x", code).isTrue();
        }
        assertThat(CommonUsageCapability.has(usage, 0x44)).isFalse();
        assertThat(AircraftIdentification.callSign(mb("A000083E202CC371C31DE0AA1CCF")))
                .isEqualTo("KLM1017");
        assertThat(DataLinkCapability.isWellFormed(mb("A800178D10010080F50000D5893C"))).isTrue();
    }

    @Test
    void shouldNameRegistersWhenRepliesAreKnown() {
        String[] messages = {
            "A000029C85E42F313000007047D3", "A000139381951536E024D4CCF6B5",
            "A00004128F39F91A7E27C46ADC21", "A0001692185BD5CF400000DFC696",
            "A0000638FA81C10000000081A92F", "A000083E202CC371C31DE0AA1CCF",
            "A800178D10010080F50000D5893C"
        };
        String[] registers = {"4,0", "5,0", "6,0", "4,4", "1,7", "2,0", "1,0"};
        for (int i = 0; i < messages.length; i++) {
            Register register = inference.infer(mb(messages[i]), new KnownState());
            assertThat(register.text())
                    .as(messages[i] + " " + inference.candidates())
                    .isEqualTo(registers[i]);
        }
        assertThat(inference.infer(0, new KnownState())).isEqualTo(Register.EMPTY);
    }

    @Test
    void shouldComeBackWhenRegistersAreBuilt() {
        SplittableRandom random = new SplittableRandom(60);
        for (int i = 0; i < 5_000; i++) {
            double one = random.nextInt(100) == 0 ? Double.NaN : random.nextDouble(-0.7, 0.7);
            double angle = random.nextDouble(Math.PI);
            double speed = random.nextDouble(20, 500);
            double rate = random.nextDouble(-60, 60);
            long turn = TrackAndTurn.build(one, angle, speed, one / 10, speed);
            assertThat(TrackAndTurn.isWellFormed(turn)).isTrue();
            close(TrackAndTurn.roll(turn), one, 0.0016);
            close(TrackAndTurn.track(turn), angle, 0.0016);
            close(TrackAndTurn.groundSpeed(turn), speed, 0.52);
            close(TrackAndTurn.trackRate(turn), one / 10, 0.0003);
            close(TrackAndTurn.trueAirspeed(turn), speed, 0.52);
            long heading = HeadingAndSpeed.build(angle + Math.PI, speed, speed / 300, rate, one);
            assertThat(HeadingAndSpeed.isWellFormed(heading)).isTrue();
            double turned = HeadingAndSpeed.magneticHeading(heading) - angle - Math.PI;
            close(Math.sin(turned / 2), 0, 0.0008);
            close(HeadingAndSpeed.indicatedAirspeed(heading), speed, 0.26);
            close(HeadingAndSpeed.mach(heading), speed / 300, 0.0021);
            close(HeadingAndSpeed.barometricRate(heading), rate, 0.082);
            close(HeadingAndSpeed.inertialRate(heading), one, 0.082);
            long set = VerticalIntention.build(speed * 20, one, speed + 800, i % 9 - 1, i % 5 - 1);
            assertThat(VerticalIntention.isWellFormed(set)).isTrue();
            close(VerticalIntention.controlPanelAltitude(set), speed * 20, 2.44);
            assertThat(VerticalIntention.source(set)).isEqualTo(i % 5 - 1);
            assertThat(VerticalIntention.hasModes(set)).isEqualTo(i % 9 > 0);
            close(VerticalIntention.pressureSetting(set), Math.min(speed + 800, 1209.5), 0.051);
            long routine =
                    MeteorologicalRoutine.build(1, speed / 2, angle, rate, speed, i % 5 - 1, 50);
            assertThat(MeteorologicalRoutine.isWellFormed(routine)).isTrue();
            close(MeteorologicalRoutine.windSpeed(routine), speed / 2, 0.26);
            close(MeteorologicalRoutine.windDirection(routine), angle, 0.0062);
            close(MeteorologicalRoutine.temperature(routine), rate, 0.13);
            close(MeteorologicalRoutine.pressure(routine), speed, 0.51);
            assertThat(MeteorologicalRoutine.turbulence(routine)).isEqualTo(Math.min(3, i % 5 - 1));
            close(MeteorologicalRoutine.humidity(routine), 50, 0.8);
            long hazard = MeteorologicalHazard.build(0, -1, 1, 2, 3, rate, Double.NaN, speed);
            assertThat(MeteorologicalHazard.isWellFormed(hazard)).isTrue();
            assertThat(MeteorologicalHazard.turbulence(hazard)).isZero();
            assertThat(MeteorologicalHazard.windShear(hazard)).isEqualTo(-1);
            assertThat(MeteorologicalHazard.microburst(hazard)).isEqualTo(1);
            assertThat(MeteorologicalHazard.icing(hazard)).isEqualTo(2);
            assertThat(MeteorologicalHazard.wakeVortex(hazard)).isEqualTo(3);
            close(MeteorologicalHazard.temperature(hazard), rate, 0.13);
            assertThat(MeteorologicalHazard.pressure(hazard)).isNaN();
            close(MeteorologicalHazard.radioHeight(hazard), speed, 2.44);
        }
        long usage = CommonUsageCapability.build(0x05, 0x20, 0x60);
        assertThat(CommonUsageCapability.isWellFormed(usage)).isTrue();
        assertThat(CommonUsageCapability.has(usage, 0x60)).isTrue();
        assertThat(CommonUsageCapability.has(usage, 0x50)).isFalse();
        // Register 1,8: its last bit is 0,1, its first 3,8; 1,9 begins with 3,9 at its last bit.
        assertThat(CommonUsageCapability.isInstalled(1, 0x18, 0x01)).isTrue();
        assertThat(CommonUsageCapability.isInstalled(1L << 55, 0x18, 0x38)).isTrue();
        assertThat(CommonUsageCapability.isInstalled(1, 0x19, 0x39)).isTrue();
        assertThat(CommonUsageCapability.isInstalled(1L << 55, 0x19, 0x70)).isTrue();
    }

    private static void close(double found, double wanted, double step) {
        if (Double.isNaN(wanted)) {
            assertThat(found).isNaN();
        } else {
            assertThat(found).isCloseTo(wanted, within(step));
        }
    }

    /**
     * Aircraft that fly as aircraft do: what is named is right; what cannot be told is not named.
     */
    @Test
    void shouldNameRightOrNotAtAllWhenAircraftFly() {
        SplittableRandom random = new SplittableRandom(61);
        int wrong = 0;
        int unknown = 0;
        int all = 0;
        for (int i = 0; i < 20_000; i++) {
            double height = random.nextDouble(1_000, 12_000);
            double track = random.nextDouble(2 * Math.PI);
            double mach = 0.3 + height / 12_000 * 0.5 + random.nextDouble(-0.04, 0.04);
            double tas = mach * Math.sqrt(1.4 * 287.05 * Atmosphere.temperature(height));
            double indicated = tas * Math.sqrt(Atmosphere.pressure(height) / 101_325);
            double speed = tas + random.nextDouble(-30, 30);
            double roll = random.nextInt(4) == 0 ? random.nextDouble(-0.4, 0.4) : 0;
            double climb = random.nextInt(2) == 0 ? 0 : random.nextDouble(-12, 12);
            KnownState known = new KnownState().pressureHeight(height);
            if (i % 2 == 0) {
                known.velocity(speed, track).verticalRate(climb);
            }
            long[] contents = {
                VerticalIntention.build(
                        Math.rint(height / FOOT / 1_000) * 1_000 * FOOT,
                        Double.NaN,
                        1013.2,
                        -1,
                        -1),
                TrackAndTurn.build(roll, track, speed, 9.81 * Math.tan(roll) / tas, tas),
                HeadingAndSpeed.build(track + 0.05, indicated, mach, climb, climb)
            };
            String[] truth = {"4,0", "5,0", "6,0"};
            for (int kind = 0; kind < 3; kind++) {
                Register register = inference.infer(contents[kind], known);
                all++;
                if (register == Register.UNKNOWN) {
                    unknown++;
                    assertThat(inference.candidates()).hasSizeGreaterThan(1);
                } else if (!register.text().equals(truth[kind])) {
                    wrong++;
                }
                double sum = 0;
                for (RegisterCandidate candidate : inference.candidates()) {
                    sum += candidate.likelihood();
                }
                assertThat(sum).isCloseTo(1, within(0.02));
            }
        }
        assertThat(wrong).as("wrong of " + all).isLessThan(all / 1_000);
        assertThat(unknown).as("unknown of " + all).isLessThan(all / 10);
    }

    @Test
    void shouldNameHardlyAnyWhenBitsAreRandom() {
        SplittableRandom random = new SplittableRandom(62);
        int named = 0;
        for (int i = 0; i < 200_000; i++) {
            long content = random.nextLong() & 0xFF_FFFF_FFFF_FFFFL;
            named += inference.infer(content, new KnownState()) == Register.UNKNOWN ? 0 : 1;
        }
        // One of a few hundred looks as well as a register does.
        assertThat(named).isLessThan(1_000);
    }

    /** 5,000 replies of one receiver in 26 s, mostly of European aircraft in flight. */
    @Test
    void shouldNameNearlyAllWhenRepliesAreReal() {
        Map<Register, Integer> registers = new EnumMap<>(Register.class);
        ModeSMessage message = new ModeSMessage();
        KnownState known = new KnownState();
        for (String line : Recordings.lines("pymodes/sample_data_commb_df20.csv")) {
            byte[] bytes = HexFormat.of().parseHex(line.split(",")[2]);
            message.wrap(bytes, 0, bytes.length);
            known.clear()
                    .pressureHeight(
                            Units.feetToMetres(AltitudeCode.feetOf13(message.altitudeCode())));
            registers.merge(inference.infer(message.payload(), known), 1, Integer::sum);
        }
        assertThat(registers.getOrDefault(Register.UNKNOWN, 0))
                .as(registers.toString())
                .isLessThan(50);
        assertThat(registers)
                .containsEntry(Register.EMPTY, 19)
                .containsEntry(Register.DATA_LINK_CAPABILITY, 98)
                .containsEntry(Register.IDENTIFICATION, 123);
        assertThat(registers.get(Register.VERTICAL_INTENTION)).isBetween(2_250, 2_320);
        assertThat(registers.get(Register.TRACK_AND_TURN)).isBetween(670, 700);
        assertThat(registers.get(Register.HEADING_AND_SPEED)).isBetween(1_680, 1_720);
    }
}
