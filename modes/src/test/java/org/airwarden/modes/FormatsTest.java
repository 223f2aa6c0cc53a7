package org.airwarden.modes;

import static org.airwarden.modes.Flight.radians;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.airwarden.modes.ModeSReport.Ground;
import org.junit.jupiter.api.Test;

/** Every field of every downlink format, and the squitters that came last to the standard. */
class FormatsTest {

    private static final int ADDRESS = 0x4B1234;
    private static final AircraftAddress AIRCRAFT = new AircraftAddress(ADDRESS, AddressKind.ICAO);

    private final List<ModeSReport> reports = new ArrayList<>();
    private final ModeSDecoder decoder =
            new ModeSDecoder(PositionSettings.anywhere(), reports::add);
    private final byte[] message = new byte[14];

    /** A message of pairs: a field's bits and its value; with address/parity behind it. */
    private ModeSMessage message(int length, int... countsAndValues) {
        BigInteger bits = BigInteger.ZERO;
        int filled = 0;
        for (int i = 0; i < countsAndValues.length; i += 2) {
            bits =
                    bits.shiftLeft(countsAndValues[i])
                            .or(BigInteger.valueOf(countsAndValues[i + 1]));
            filled += countsAndValues[i];
        }
        bits = bits.shiftLeft(8 * length - filled);
        byte[] bytes = HexFormat.of().parseHex(String.format("%0" + 2 * length + "x", bits));
        int parity = Crc24.of(bytes, 0, length - 3) ^ ADDRESS;
        System.arraycopy(bytes, 0, message, 0, length);
        for (int i = 0; i < 3; i++) {
            message[length - 3 + i] = (byte) (parity >>> (16 - 8 * i));
        }
        return new ModeSMessage().wrap(message, 0, length);
    }

    @Test
    void shouldReadEveryFieldWhenFieldsAreRandom() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 2_000; i++) {
            int two = random.nextInt(2);
            int three = random.nextInt(8);
            int four = random.nextInt(16);
            int five = random.nextInt(32);
            int code = random.nextInt(1 << 13);
            ModeSMessage short0 =
                    message(
                            7, 5, 0, 1, two, 1, 1 - two, 1, 0, 3, three, 2, 0, 4, four, 2, 0, 13,
                            code);
            assertThat(short0.verticalStatusOnGround()).isEqualTo(two == 1);
            assertThat(short0.crossLink()).isEqualTo(two == 0);
            assertThat(short0.sensitivityLevel()).isEqualTo(three);
            assertThat(short0.replyInformation()).isEqualTo(four);
            assertThat(short0.altitudeCode()).isEqualTo(code);
            assertThat(short0.address()).isEqualTo(ADDRESS);
            ModeSMessage acas =
                    message(14, 5, 16, 1, two, 2, 0, 3, three, 2, 0, 4, four, 2, 0, 13, code);
            assertThat(acas.sensitivityLevel()).isEqualTo(three);
            assertThat(acas.replyInformation()).isEqualTo(four);
            assertThat(acas.altitudeCode()).isEqualTo(code);
            for (int format : new int[] {4, 5, 20, 21}) {
                ModeSMessage reply =
                        message(
                                ModeSMessage.lengthOf(format),
                                5,
                                format,
                                3,
                                three,
                                5,
                                five,
                                4,
                                four,
                                2,
                                three & 3,
                                13,
                                code);
                assertThat(reply.format()).isEqualTo(format);
                assertThat(reply.flightStatus()).isEqualTo(three);
                assertThat(reply.downlinkRequest()).isEqualTo(five);
                assertThat(reply.utilityMessage()).isEqualTo(four << 2 | (three & 3));
                assertThat(reply.reservingInterrogator()).isEqualTo(four);
                assertThat(reply.reservation()).isEqualTo(three & 3);
                assertThat(reply.identityCode()).isEqualTo(code);
                assertThat(reply.address()).isEqualTo(ADDRESS);
            }
            ModeSMessage segment =
                    message(
                            14, 2, 3, 1, 0, 1, two, 4, four, 24, code, 24, five, 24, three, 8,
                            four);
            assertThat(segment.format()).isEqualTo(24);
            assertThat(segment.isAcknowledgement()).isEqualTo(two == 1);
            assertThat(segment.segmentNumber()).isEqualTo(four);
            assertThat(segment.segment())
                    .isEqualTo(String.format("%06X%06X%06X%02X", code, five, three, four));
            assertThat(segment.address()).isEqualTo(ADDRESS);
        }
    }

    @Test
    void shouldTellInterrogatorsApartWhenCodeLabelSaysSo() {
        int length = ModeSEncoder.allCall(5, ADDRESS, 9, message, 0);
        ModeSMessage reply = new ModeSMessage().wrap(message, 0, length);
        assertThat(reply.isClean()).isTrue();
        assertThat(reply.interrogator()).isEqualTo(9);
        assertThat(ModeSMessage.surveillanceIdentifier(9)).isZero();
        // CL 2 and IC 3: SI 19.
        ModeSEncoder.allCall(5, ADDRESS, 2 << 4 | 3, message, 0);
        assertThat(reply.wrap(message, 0, length).isClean()).isTrue();
        assertThat(ModeSMessage.surveillanceIdentifier(reply.interrogator())).isEqualTo(19);
    }

    private void squitter(long me) {
        decoder.take(0, message, 0, ModeSEncoder.extendedSquitter(5, ADDRESS, me, message, 0), 50);
    }

    @Test
    void shouldReportSegmentWhenAddressIsTrusted() {
        message(14, 2, 3, 1, 0, 1, 0, 4, 7, 24, 0x123456);
        byte[] segment = message.clone();
        decoder.take(0, segment, 0, 14, 50);
        squitter(AircraftIdentification.build(3, "X"));
        decoder.take(1, segment, 0, 14, 50);
        assertThat(decoder.refused(Refusal.UNTRUSTED_ADDRESS)).isEqualTo(1);
        assertThat(reports.getLast())
                .isEqualTo(
                        new ModeSReport.LongSegment(
                                1, AIRCRAFT, 50, 7, false, "12345600000000000000"));
    }

    /** A message printed in papers on decoding ADS-B. */
    @Test
    void shouldReadTargetStateWhenMessageIsKnown() {
        byte[] known = HexFormat.of().parseHex("8DA05629EA21485CBF3F8CADAEEB");
        decoder.take(0, known, 0, 14, 50);
        ModeSReport.Target target = (ModeSReport.Target) reports.getFirst();
        assertThat(target.selectedAltitude()).isCloseTo(16_992 * 0.3048, within(1e-9));
        assertThat(target.source()).isEqualTo(TargetState.Source.CONTROL_PANEL);
        assertThat(target.pressureSetting()).isCloseTo(1012.8, within(1e-9));
        assertThat(Math.toDegrees(target.selectedHeading())).isCloseTo(66.8, within(0.05));
        long me = target.content();
        assertThat(TargetState.isAutopilot(me)).isTrue();
        assertThat(TargetState.isVerticalNavigation(me)).isTrue();
        assertThat(TargetState.isAltitudeHold(me)).isFalse();
        assertThat(TargetState.isApproach(me)).isFalse();
        assertThat(TargetState.isLateralNavigation(me)).isTrue();
        assertThat(TargetState.isTcasOperational(me)).isTrue();
    }

    @Test
    void shouldComeBackWhenTargetStateIsBuilt() {
        for (int modes = 0; modes < 64; modes++) {
            long me =
                    TargetState.build(
                            modes % 2 == 0, modes * 320 * 0.3048, 1013.6, 1.5, 9, true, 3, modes);
            assertThat(TargetState.selectedAltitude(me))
                    .isCloseTo(modes * 320 * 0.3048, within(1e-6));
            assertThat(TargetState.pressureSetting(me)).isCloseTo(1013.6, within(1e-9));
            assertThat(TargetState.selectedHeading(me)).isCloseTo(1.5, within(0.007));
            assertThat(TargetState.isAutopilot(me)).isEqualTo((modes & 32) != 0);
            assertThat(TargetState.isVerticalNavigation(me)).isEqualTo((modes & 16) != 0);
            assertThat(TargetState.isAltitudeHold(me)).isEqualTo((modes & 8) != 0);
            assertThat(TargetState.isApproach(me)).isEqualTo((modes & 4) != 0);
            assertThat(TargetState.isTcasOperational(me)).isEqualTo((modes & 2) != 0);
            assertThat(TargetState.isLateralNavigation(me)).isEqualTo((modes & 1) != 0);
            assertThat(TargetState.navigationAccuracy(me)).isEqualTo(9);
            assertThat(TargetState.sourceIntegrity(me)).isEqualTo(3);
            assertThat(TargetState.isHeightChecked(me)).isTrue();
        }
        long none = TargetState.build(false, Double.NaN, Double.NaN, Double.NaN, 0, false, 0, 0);
        assertThat(TargetState.selectedAltitude(none)).isNaN();
        assertThat(TargetState.pressureSetting(none)).isNaN();
        assertThat(TargetState.selectedHeading(none)).isNaN();
    }

    @Test
    void shouldReadOldTargetStateWhenSubtypeIsZero() {
        // Version 1: source FMS, 30,000 ft, track 123 degrees, NACp 8, SIL 2, minimum fuel.
        long me =
                ExtendedSquitter.field(29, 1, 5)
                        | ExtendedSquitter.field(3, 8, 2)
                        | ExtendedSquitter.field(310, 16, 10)
                        | ExtendedSquitter.field(1, 26, 2)
                        | ExtendedSquitter.field(123, 28, 9)
                        | ExtendedSquitter.field(1, 37, 1)
                        | ExtendedSquitter.field(8, 40, 4)
                        | ExtendedSquitter.field(2, 45, 2)
                        | ExtendedSquitter.field(3, 54, 3);
        squitter(me);
        ModeSReport.Target target = (ModeSReport.Target) reports.getFirst();
        assertThat(target.source()).isEqualTo(TargetState.Source.FLIGHT_MANAGEMENT);
        assertThat(target.selectedAltitude()).isCloseTo(30_000 * 0.3048, within(1e-6));
        assertThat(Math.toDegrees(target.selectedHeading())).isCloseTo(123, within(1e-9));
        assertThat(TargetState.isTrack(me)).isTrue();
        assertThat(TargetState.navigationAccuracy(me)).isEqualTo(8);
        assertThat(TargetState.emergency(me)).isEqualTo(EmergencyState.MINIMUM_FUEL);
        assertThat(TargetState.pressureSetting(me)).isNaN();
    }

    @Test
    void shouldReportOtherContentsWhenTheyAreSquittered() {
        long zero = ExtendedSquitter.field(AltitudeCode.code12Of(12_000), 9, 12);
        squitter(zero);
        ModeSReport.Position nowhere = (ModeSReport.Position) reports.getLast();
        assertThat(nowhere.outcome()).isEqualTo(PositionOutcome.NOT_SENT);
        assertThat(nowhere.pressureHeight()).isCloseTo(12_000 * 0.3048, within(1e-9));
        assertThat(nowhere.ground()).isEqualTo(Ground.AIRBORNE);
        assertThat(decoder.positions(PositionOutcome.NOT_SENT)).isEqualTo(1);

        squitter(TestMessage.build(01234));
        assertThat(((ModeSReport.Test) reports.getLast()).squawk()).isEqualTo(01234);
        squitter(ExtendedSquitter.field(24, 1, 5) | ExtendedSquitter.field(1, 6, 3));
        assertThat(((ModeSReport.SurfaceSystem) reports.getLast()).subtype()).isEqualTo(1);
        int before = reports.size();
        for (int reserved : new int[] {25, 26, 27, 30}) {
            squitter(ExtendedSquitter.field(reserved, 1, 5));
        }
        assertThat(reports).hasSize(before);
        assertThat(decoder.refused(Refusal.UNUSED_CONTENT)).isEqualTo(4);
    }

    @Test
    void shouldResolveCoarsePositionWhenGroundStationSpeaks() {
        double latitude = radians(47.2);
        double longitude = radians(-122.3);
        for (int i = 0; i < 2; i++) {
            long me =
                    CoarsePosition.build(
                            true,
                            5,
                            7_000,
                            radians(90),
                            64 * 1852.0 / 3600,
                            latitude,
                            longitude,
                            i == 1);
            decoder.take(i, message, 0, ModeSEncoder.nonTransponder(3, 99, me, message, 0), 50);
            assertThat(CoarsePosition.serviceVolume(me)).isEqualTo(5);
        }
        ModeSReport.Position position = (ModeSReport.Position) reports.getLast();
        assertThat(position.address()).isEqualTo(new AircraftAddress(99, AddressKind.TIS_B_TRACK));
        assertThat(position.outcome()).isEqualTo(PositionOutcome.GLOBAL);
        // A step of 12 bits is a 32nd of that of 17: 160 m.
        assertThat(CprTest.distance(latitude, longitude, position.latitude(), position.longitude()))
                .isLessThan(250);
        assertThat(position.groundSpeed()).isCloseTo(64 * 1852.0 / 3600, within(1e-9));
        assertThat(position.track()).isCloseTo(radians(90), within(1e-9));
    }

    @Test
    void shouldReadOperationalStatusWhenEachVersionSpeaks() {
        long base = ExtendedSquitter.field(31, 1, 5);
        long one =
                base
                        | ExtendedSquitter.field(1, 41, 3)
                        | ExtendedSquitter.field(1, 12, 1)
                        | ExtendedSquitter.field(9, 45, 4);
        assertThat(OperationalStatus.isTcasOperational(one)).isTrue();
        assertThat(OperationalStatus.isTcasOperational(one | ExtendedSquitter.field(1, 11, 1)))
                .isFalse();
        assertThat(OperationalStatus.hasReceiver(one)).isTrue();
        assertThat(OperationalStatus.designAssurance(one)).isEqualTo(-1);
        assertThat(OperationalStatus.verticalAccuracy(one)).isEqualTo(-1);
        long two =
                base
                        | ExtendedSquitter.field(2, 41, 3)
                        | ExtendedSquitter.field(1, 11, 1)
                        | ExtendedSquitter.field(1, 19, 1)
                        | ExtendedSquitter.field(1, 27, 1)
                        | ExtendedSquitter.field(2, 31, 2)
                        | ExtendedSquitter.field(2, 49, 2)
                        | ExtendedSquitter.field(1, 53, 1)
                        | ExtendedSquitter.field(1, 55, 1);
        assertThat(OperationalStatus.isTcasOperational(two)).isTrue();
        assertThat(OperationalStatus.hasUatReceiver(two)).isTrue();
        assertThat(OperationalStatus.isAdvisoryActive(two)).isTrue();
        assertThat(OperationalStatus.designAssurance(two)).isEqualTo(2);
        assertThat(OperationalStatus.verticalAccuracy(two)).isEqualTo(2);
        assertThat(OperationalStatus.isHeightChecked(two)).isTrue();
        assertThat(OperationalStatus.isIntegrityPerSample(two)).isTrue();
        assertThat(OperationalStatus.length(two)).isNaN();
        long surface =
                base
                        | ExtendedSquitter.field(1, 6, 3)
                        | ExtendedSquitter.field(2, 41, 3)
                        | ExtendedSquitter.field(3, 17, 3)
                        | ExtendedSquitter.field(7, 21, 4)
                        | ExtendedSquitter.field(1, 53, 1);
        assertThat(OperationalStatus.length(surface)).isEqualTo(45);
        assertThat(OperationalStatus.width(surface)).isEqualTo(45);
        assertThat(OperationalStatus.velocityAccuracy(surface)).isEqualTo(3);
        assertThat(OperationalStatus.isHeading(surface)).isTrue();
        assertThat(OperationalStatus.isHeightChecked(surface)).isFalse();
    }

    @Test
    void shouldGiveQualityWhenVersionIsZero() {
        int[] types = {5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 22};
        int[] categories = {11, 10, 8, 0, 11, 10, 8, 7, 6, 5, 4, 1, 1, 0, 11, 10, 0};
        for (int i = 0; i < types.length; i++) {
            assertThat(PositionIntegrity.accuracyOfVersion0(types[i])).isEqualTo(categories[i]);
            assertThat(PositionIntegrity.sourceIntegrityOfVersion0(types[i]))
                    .isEqualTo(types[i] == 18 || types[i] == 22 ? 0 : 2);
        }
    }

    @Test
    void shouldTellAdvisoryWhenItComesAnyWay() {
        // ARA: single threat, corrective, climb, positive; RAC: do not pass below.
        int active = 0b11_0000_1000_0000;
        long register = AcasAdvisory.build(active, 8, false, false, 0xABCDEF);
        String words = "corrective, climb; do not pass below; threat ABCDEF";
        assertThat(AcasAdvisory.words(register)).isEqualTo(words);
        squitter(AcasAdvisory.asSquitter(register));
        decoder.take(
                1,
                message,
                0,
                ModeSEncoder.surveillance(20, 0, 0, register, ADDRESS, message, 0),
                1);
        decoder.take(
                2,
                message,
                0,
                ModeSEncoder.airToAir(16, false, 0, register, ADDRESS, message, 0),
                1);
        List<Integer> formats = new ArrayList<>();
        for (ModeSReport report : reports) {
            if (report instanceof ModeSReport.Advisory advisory) {
                formats.add(advisory.format());
                assertThat(AcasAdvisory.words(advisory.advisory())).isEqualTo(words);
            }
        }
        assertThat(formats).containsExactly(17, 20, 16);
    }

    @Test
    void shouldSayAdvisoryInWordsWhenBitsAreSet() {
        assertThat(AcasAdvisory.words(AcasAdvisory.build(0, 0, false, false, -1)))
                .isEqualTo("no advisory");
        assertThat(AcasAdvisory.words(AcasAdvisory.build(0b10_1000_0000_0000, 0, true, false, -1)))
                .isEqualTo("preventive, do not climb; terminated");
        assertThat(AcasAdvisory.words(AcasAdvisory.build(0b11_1111_1000_0000, 4, false, true, -1)))
                .isEqualTo(
                        "corrective, descend, increased rate, sense reversed, altitude crossing; do"
                                + " not pass above; several threats");
        assertThat(AcasAdvisory.words(AcasAdvisory.build(0b01_1000_0000_0000, 0, false, true, -1)))
                .isEqualTo("against several threats, upward correction, climb; several threats");
        long bearing =
                AcasAdvisory.build(0b11_0000_1000_0000, 0, false, false, -1)
                        | ExtendedSquitter.field(2, 29, 2)
                        | ExtendedSquitter.field(AltitudeCode.gillham13Of(31_000), 31, 13)
                        | ExtendedSquitter.field(21, 44, 7)
                        | ExtendedSquitter.field(16, 51, 6);
        assertThat(AcasAdvisory.threatHeight(bearing)).isCloseTo(31_000 * 0.3048, within(1e-9));
        assertThat(AcasAdvisory.threatRange(bearing)).isCloseTo(3_704, within(1e-9));
        assertThat(Math.toDegrees(AcasAdvisory.threatBearing(bearing))).isCloseTo(93, within(1e-9));
        assertThat(AcasAdvisory.threatAddress(bearing)).isEqualTo(-1);
    }
}
