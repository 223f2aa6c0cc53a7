package org.airwarden.modes;

import static org.airwarden.modes.Flight.SECOND;
import static org.airwarden.modes.Flight.radians;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.airwarden.modes.ExtendedSquitter.Content;
import org.airwarden.modes.ModeSReport.Ground;
import org.junit.jupiter.api.Test;

class ModeSDecoderTest {

    private static final int ADDRESS = 0x3C6481;

    private final List<ModeSReport> reports = new ArrayList<>();
    private final ModeSDecoder decoder =
            new ModeSDecoder(PositionSettings.anywhere(), reports::add);
    private final byte[] message = new byte[14];

    private void take(long time, int length) {
        decoder.take(time, message, 0, length, 100);
    }

    @Test
    void shouldReportTruthWhenTrafficIsHeard() {
        List<Flight.Heard> traffic = Flight.traffic(20, 60);
        int positions = 0;
        for (Flight.Heard heard : traffic) {
            reports.clear();
            decoder.take(heard.time(), heard.message(), 0, heard.message().length, 7);
            for (ModeSReport report : reports) {
                assertThat(report.time()).isEqualTo(heard.time());
                assertThat(report.signal()).isEqualTo(7);
                int number = (report.address().value() - 0x400000) / 77;
                assertThat(report.address())
                        .isEqualTo(new AircraftAddress(0x400000 + 77 * number, AddressKind.ICAO));
                switch (report) {
                    case ModeSReport.Position position -> {
                        assertThat(position.pressureHeight())
                                .isCloseTo((10_000 + 500 * number) * 0.3048, within(4.0));
                        assertThat(position.ground()).isEqualTo(Ground.AIRBORNE);
                        if (position.outcome().isResolved()) {
                            positions++;
                            assertThat(
                                            CprTest.distance(
                                                    heard.latitude(),
                                                    heard.longitude(),
                                                    position.latitude(),
                                                    position.longitude()))
                                    .isLessThan(6);
                        } else {
                            assertThat(position.latitude()).isNaN();
                        }
                    }
                    case ModeSReport.Velocity velocity ->
                            assertThat(velocity.groundSpeed())
                                    .isCloseTo(Math.hypot(100 + number, 50), within(0.6));
                    case ModeSReport.Identification identification -> {
                        assertThat(identification.callSign()).isEqualTo("TEST" + number);
                        assertThat(identification.category()).isEqualTo(3);
                    }
                    case ModeSReport.Status status -> {
                        assertThat(status.version()).isEqualTo(2);
                        assertThat(status.accuracyCategory()).isEqualTo(9);
                        assertThat(status.sourceIntegrity()).isEqualTo(3);
                    }
                    case ModeSReport.AllCall all ->
                            assertThat(all.interrogator()).isEqualTo(number % 3);
                    case ModeSReport.Surveillance reply -> {
                        assertThat(reply.pressureHeight())
                                .isCloseTo((10_000 + 500 * number) * 0.3048, within(4.0));
                        assertThat(reply.squawk()).isEqualTo(-1);
                    }
                    default -> throw new AssertionError(report);
                }
            }
        }
        assertThat(decoder.messages()).isEqualTo(traffic.size());
        assertThat(decoder.squitters(Content.AIRBORNE_POSITION)).isGreaterThan(2_300);
        assertThat(positions).isGreaterThan(2_250);
        assertThat(decoder.refused(Refusal.BAD_PARITY) + decoder.refused(Refusal.UNTRUSTED_ADDRESS))
                .isGreaterThan(traffic.size() / 40);
    }

    @Test
    void shouldGoOnAlikeWhenStateIsMoved() {
        List<ModeSReport> others = new ArrayList<>();
        ModeSDecoder other = new ModeSDecoder(PositionSettings.anywhere(), others::add);
        int index = 0;
        for (Flight.Heard heard : Flight.traffic(8, 30)) {
            decoder.take(heard.time(), heard.message(), 0, heard.message().length, 1);
            other.take(heard.time(), heard.message(), 0, heard.message().length, 1);
            if (index++ % 50 == 0) {
                byte[] snapshot = decoder.snapshot();
                other = new ModeSDecoder(PositionSettings.anywhere(), others::add);
                other.restore(snapshot);
                assertThat(other.snapshot()).isEqualTo(snapshot);
            }
        }
        assertThat(others).isEqualTo(reports).hasSizeGreaterThan(1_000);
        assertThat(other.messages()).isEqualTo(decoder.messages());
    }

    @Test
    void shouldTrustAddressParityOnlyAfterCleanMessage() {
        int altitude = AltitudeCode.code13Of(20_000);
        take(0, ModeSEncoder.surveillance(4, 2, altitude, 0, ADDRESS, message, 0));
        assertThat(reports).isEmpty();
        assertThat(decoder.refused(Refusal.UNTRUSTED_ADDRESS)).isEqualTo(1);
        take(1, ModeSEncoder.allCall(5, ADDRESS, 0, message, 0));
        take(2, ModeSEncoder.surveillance(4, 2, altitude, 0, ADDRESS, message, 0));
        take(
                3,
                ModeSEncoder.surveillance(
                        21, 5, IdentityCode.code13Of(07600), 0x123456, ADDRESS, message, 0));
        take(4, ModeSEncoder.airToAir(0, true, altitude, 0, ADDRESS, message, 0));
        take(
                5 + ModeSDecoder.TRUST,
                ModeSEncoder.surveillance(4, 0, altitude, 0, ADDRESS, message, 0));
        AircraftAddress address = new AircraftAddress(ADDRESS, AddressKind.ICAO);
        double height = 20_000 * 0.3048;
        reports.removeIf(report -> report instanceof ModeSReport.CommB);
        assertThat(reports)
                .containsExactly(
                        new ModeSReport.AllCall(1, address, 100, 0, Ground.AIRBORNE),
                        new ModeSReport.Surveillance(
                                2, address, 100, 4, height, -1, Ground.AIRBORNE, true, false, 0),
                        new ModeSReport.Surveillance(
                                3,
                                address,
                                100,
                                21,
                                Double.NaN,
                                07600,
                                Ground.UNKNOWN,
                                false,
                                true,
                                0x123456),
                        new ModeSReport.Surveillance(
                                4, address, 100, 0, height, -1, Ground.ON_GROUND, false, false, 0));
        assertThat(decoder.refused(Refusal.UNTRUSTED_ADDRESS)).isEqualTo(2);
    }

    @Test
    void shouldTrustAfterTwoRepliesWhenInterrogatorMasksParity() {
        int altitude = AltitudeCode.code13Of(20_000);
        take(0, ModeSEncoder.allCall(5, ADDRESS, 12, message, 0));
        take(1, ModeSEncoder.surveillance(4, 0, altitude, 0, ADDRESS, message, 0));
        assertThat(decoder.refused(Refusal.UNTRUSTED_ADDRESS)).isEqualTo(1);
        take(2, ModeSEncoder.allCall(5, ADDRESS, 12, message, 0));
        take(3, ModeSEncoder.surveillance(4, 0, altitude, 0, ADDRESS, message, 0));
        assertThat(decoder.refused(Refusal.UNTRUSTED_ADDRESS)).isEqualTo(1);
        assertThat(reports).hasSize(3);
    }

    @Test
    void shouldKeepKindsApartWhenGroundStationsSpeak() {
        double latitude = radians(50);
        double longitude = radians(8);
        // The bit that is NIC supplement B in ADS-B says in TIS-B and ADS-R that the address is
        // made up.
        long plain = AirbornePosition.build(11, 0, false, 100, latitude, longitude, false);
        long marked = AirbornePosition.build(11, 0, true, 100, latitude, longitude, false);
        int[] controls = {0, 1, 2, 2, 5, 6, 6};
        long[] contents = {plain, plain, plain, marked, plain, plain, marked};
        AddressKind[] kinds = {
            AddressKind.ICAO,
            AddressKind.NON_ICAO,
            AddressKind.TIS_B_ICAO,
            AddressKind.TIS_B_TRACK,
            AddressKind.TIS_B_TRACK,
            AddressKind.ADS_R_ICAO,
            AddressKind.ADS_R_NON_ICAO
        };
        for (int i = 0; i < controls.length; i++) {
            take(i, ModeSEncoder.nonTransponder(controls[i], ADDRESS, contents[i], message, 0));
            assertThat(reports.getLast().address())
                    .isEqualTo(new AircraftAddress(ADDRESS, kinds[i]));
        }
        take(8, ModeSEncoder.nonTransponder(4, ADDRESS, plain, message, 0));
        take(9, ModeSEncoder.nonTransponder(7, ADDRESS, plain, message, 0));
        assertThat(reports).hasSize(controls.length);
        assertThat(decoder.refused(Refusal.MANAGEMENT)).isEqualTo(1);
        assertThat(decoder.refused(Refusal.UNUSED_CONTENT)).isEqualTo(1);
    }

    @Test
    void shouldTellQualityWhenStatusWasHeard() {
        long position = AirbornePosition.build(11, 0, true, 100, 0.8, 0.1, false);
        take(0, ModeSEncoder.extendedSquitter(5, ADDRESS, position, message, 0));
        long status = OperationalStatus.build(false, true, false, 10, 3);
        take(1, ModeSEncoder.extendedSquitter(5, ADDRESS, status, message, 0));
        take(2, ModeSEncoder.extendedSquitter(5, ADDRESS, position, message, 0));
        ModeSReport.Position before = (ModeSReport.Position) reports.getFirst();
        ModeSReport.Position after = (ModeSReport.Position) reports.getLast();
        assertThat(before.quality().version()).isEqualTo(-1);
        assertThat(before.quality().accuracyRadius()).isNaN();
        assertThat(after.quality()).isEqualTo(new PositionQuality(2, 9, 75, 10, 3));
        assertThat(after.quality().accuracyRadius()).isCloseTo(10, within(1e-9));
    }

    @Test
    void shouldReportEmergencyWhenAircraftSaysSo() {
        long me = AircraftStatus.build(EmergencyState.MINIMUM_FUEL, 07700);
        take(0, ModeSEncoder.extendedSquitter(5, ADDRESS, me, message, 0));
        assertThat(reports)
                .containsExactly(
                        new ModeSReport.Emergency(
                                0,
                                new AircraftAddress(ADDRESS, AddressKind.ICAO),
                                100,
                                EmergencyState.MINIMUM_FUEL,
                                07700));
    }

    @Test
    void shouldReportSurfaceWhenReceiverIsKnown() {
        double latitude = radians(50.03);
        double longitude = radians(8.55);
        ModeSDecoder placed =
                new ModeSDecoder(PositionSettings.at(latitude, longitude), reports::add);
        for (int i = 0; i < 2; i++) {
            long me =
                    SurfacePosition.build(
                            7, 10 * 1852.0 / 3600, radians(90), latitude, longitude, i == 1);
            placed.take(
                    i * SECOND,
                    message,
                    0,
                    ModeSEncoder.extendedSquitter(4, ADDRESS, me, message, 0),
                    -1);
        }
        ModeSReport.Position position = (ModeSReport.Position) reports.getLast();
        assertThat(position.outcome()).isEqualTo(PositionOutcome.GLOBAL);
        assertThat(position.ground()).isEqualTo(Ground.ON_GROUND);
        assertThat(position.groundSpeed()).isCloseTo(10 * 1852.0 / 3600, within(1e-9));
        assertThat(position.track()).isCloseTo(radians(90), within(1e-9));
        assertThat(CprTest.distance(latitude, longitude, position.latitude(), position.longitude()))
                .isLessThan(2);
    }

    @Test
    void shouldRefuseWhenFrameIsNoMessage() {
        take(0, 0);
        decoder.take(0, message, 0, 3, -1);
        take(0, 14);
        message[0] = (byte) 0x88;
        take(0, 7);
        assertThat(decoder.refused(Refusal.WRONG_LENGTH)).isEqualTo(4);
        take(1, ModeSEncoder.allCall(5, 0, 0, message, 0));
        assertThat(decoder.refused(Refusal.IMPOSSIBLE_ADDRESS)).isEqualTo(1);
        message[3]++;
        take(2, 7);
        assertThat(decoder.refused(Refusal.BAD_PARITY)).isEqualTo(1);
        message[0] = (byte) 0xFF;
        take(3, 14);
        assertThat(decoder.messages(24)).isEqualTo(1);
        assertThat(decoder.refused(Refusal.UNTRUSTED_ADDRESS)).isEqualTo(1);
        message[0] = (byte) 0x9F;
        take(4, 14);
        assertThat(decoder.refused(Refusal.UNUSED_FORMAT)).isEqualTo(1);
        assertThat(reports).isEmpty();
    }

    @Test
    void shouldAccountForEveryMessageWhenBitsAreRandom() {
        SplittableRandom random = new SplittableRandom(41);
        long[] refusals = new long[1];
        ModeSDecoder fuzzed =
                new ModeSDecoder(
                        PositionSettings.at(0.5, 0.5),
                        new ModeSListener() {
                            @Override
                            public void onReport(ModeSReport report) {
                                reports.add(report);
                            }

                            @Override
                            public void onRefusal(
                                    long time, Refusal refusal, ModeSMessage refused) {
                                refusals[0]++;
                            }
                        });
        int count = 300_000;
        for (int i = 0; i < count; i++) {
            random.nextBytes(message);
            int length = random.nextInt(15);
            // Half of them with right parity and few addresses, so that the contents are reached.
            if (random.nextBoolean()) {
                int address = 1 + random.nextInt(20);
                long me = random.nextLong();
                length =
                        switch (random.nextInt(4)) {
                            case 0 ->
                                    ModeSEncoder.extendedSquitter(
                                            random.nextInt(8), address, me, message, 0);
                            case 1 ->
                                    ModeSEncoder.nonTransponder(
                                            random.nextInt(8), address, me, message, 0);
                            case 2 ->
                                    ModeSEncoder.allCall(
                                            5, address, random.nextInt(128), message, 0);
                            default ->
                                    ModeSEncoder.surveillance(
                                            20 + random.nextInt(2),
                                            random.nextInt(8),
                                            random.nextInt(1 << 13),
                                            me,
                                            address,
                                            message,
                                            0);
                        };
            }
            fuzzed.take(
                    random.nextLong(-4 * SECOND, 4 * SECOND) + i * 1_000L, message, 0, length, -1);
        }
        // What a Comm-B or an ACAS reply holds comes beside the reply itself.
        long extra =
                reports.stream()
                        .filter(report ->
                                report instanceof ModeSReport.CommB
                                        || (report instanceof ModeSReport.Advisory advisory
                                                && advisory.format() != 17
                                                && advisory.format() != 18))
                        .count();
        assertThat(extra).isPositive();
        assertThat(reports.size() - extra + refusals[0]).isEqualTo(count);
        assertThat(reports.size()).isGreaterThan(50_000);
        for (ModeSReport report : reports) {
            if (report instanceof ModeSReport.Position position
                    && position.outcome().isResolved()) {
                assertThat(Math.abs(position.latitude())).isLessThanOrEqualTo(Math.PI / 2);
                assertThat(Math.abs(position.longitude())).isLessThanOrEqualTo(Math.PI);
            }
        }
    }

    @Test
    void shouldReadAllFieldsAlikeWhenMessageStandsAnywhere() {
        SplittableRandom random = new SplittableRandom(42);
        byte[] wide = new byte[40];
        for (int i = 0; i < 2_000; i++) {
            random.nextBytes(message);
            int at = random.nextInt(26);
            System.arraycopy(message, 0, wide, at, 14);
            ModeSMessage one = new ModeSMessage().wrap(message, 0, 14);
            ModeSMessage two = new ModeSMessage().wrap(wide, at, 14);
            int first = 1 + random.nextInt(88);
            int count = 1 + random.nextInt(24);
            var bits = new java.math.BigInteger(1, message);
            int expected =
                    bits.shiftRight(113 - first - count)
                            .and(java.math.BigInteger.valueOf((1L << count) - 1))
                            .intValue();
            assertThat(one.bits(first, count))
                    .as(HexFormat.of().formatHex(message))
                    .isEqualTo(expected);
            assertThat(two.bits(first, count)).isEqualTo(expected);
            assertThat(two.syndrome()).isEqualTo(one.syndrome());
            assertThat(two.payload()).isEqualTo(one.payload());
        }
    }
}
