package org.airwarden.modes;

import static org.airwarden.modes.Flight.SECOND;
import static org.airwarden.modes.Flight.radians;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PositionDecoderTest {

    private static final AircraftAddress ONE = new AircraftAddress(0xABCDEF, AddressKind.ICAO);
    private static final double LATITUDE = radians(50.03);
    private static final double LONGITUDE = radians(8.55);

    private final PositionDecoder decoder = new PositionDecoder(PositionSettings.anywhere());

    private static PositionOutcome airborne(
            PositionDecoder decoder, long time, boolean odd, double latitude, double longitude) {
        long coded = Cpr.encodeAirborne(latitude, longitude, odd);
        return decoder.airborne(time, ONE, odd, Cpr.latitudeBits(coded), Cpr.longitudeBits(coded));
    }

    private static PositionOutcome surface(
            PositionDecoder decoder, long time, boolean odd, double latitude, double speed) {
        long coded = Cpr.encodeSurface(latitude, LONGITUDE, odd);
        return decoder.surface(
                time, ONE, odd, Cpr.latitudeBits(coded), Cpr.longitudeBits(coded), speed);
    }

    private void assertNear(double latitude, double longitude) {
        assertThat(CprTest.distance(latitude, longitude, decoder.latitude(), decoder.longitude()))
                .isLessThan(6);
    }

    @Test
    void shouldWaitForOtherFormatWhenAircraftIsNew() {
        assertThat(airborne(decoder, 0, false, LATITUDE, LONGITUDE))
                .isEqualTo(PositionOutcome.NO_PAIR);
        assertThat(airborne(decoder, SECOND, false, LATITUDE, LONGITUDE))
                .isEqualTo(PositionOutcome.NO_PAIR);
        assertThat(airborne(decoder, 2 * SECOND, true, LATITUDE, LONGITUDE))
                .isEqualTo(PositionOutcome.GLOBAL);
        assertNear(LATITUDE, LONGITUDE);
    }

    @Test
    void shouldPairWithinTenSecondsOnlyWhenAirborne() {
        airborne(decoder, 0, false, LATITUDE, LONGITUDE);
        assertThat(airborne(decoder, 10 * SECOND + 1, true, LATITUDE, LONGITUDE))
                .isEqualTo(PositionOutcome.NO_PAIR);
        assertThat(airborne(decoder, 20 * SECOND + 1, false, LATITUDE, LONGITUDE))
                .isEqualTo(PositionOutcome.GLOBAL);
    }

    @Test
    void shouldUseLastPositionWhenThereIsNoPair() {
        airborne(decoder, 0, false, LATITUDE, LONGITUDE);
        airborne(decoder, SECOND, true, LATITUDE, LONGITUDE);
        double later = LATITUDE + radians(1);
        assertThat(airborne(decoder, 301 * SECOND, true, later, LONGITUDE))
                .isEqualTo(PositionOutcome.LOCAL);
        assertNear(later, LONGITUDE);
        assertThat(airborne(decoder, 602 * SECOND, true, later, LONGITUDE))
                .isEqualTo(PositionOutcome.NO_PAIR);
    }

    @Test
    void shouldResolveWhenTimeStepsBack() {
        airborne(decoder, 100 * SECOND, false, LATITUDE, LONGITUDE);
        assertThat(airborne(decoder, 99 * SECOND, true, LATITUDE, LONGITUDE))
                .isEqualTo(PositionOutcome.GLOBAL);
    }

    @Test
    void shouldRefuseJumpAndStartAnewWhenJumpPersists() {
        airborne(decoder, 0, false, LATITUDE, LONGITUDE);
        airborne(decoder, SECOND, true, LATITUDE, LONGITUDE);
        double elsewhere = LATITUDE + radians(20);
        // The first one pairs with the last message of the old place, which may resolve anywhere.
        assertThat(airborne(decoder, 2 * SECOND, false, elsewhere, LONGITUDE).isResolved())
                .isFalse();
        int refused = 1;
        while (decoder.resets() == 0) {
            assertThat(
                            airborne(
                                    decoder,
                                    (2 + refused) * SECOND,
                                    refused % 2 == 1,
                                    elsewhere,
                                    LONGITUDE))
                    .isEqualTo(PositionOutcome.TOO_FAST);
            assertThat(refused++).isLessThan(8);
        }
        airborne(decoder, 20 * SECOND, false, elsewhere, LONGITUDE);
        assertThat(airborne(decoder, 21 * SECOND, true, elsewhere, LONGITUDE))
                .isEqualTo(PositionOutcome.GLOBAL);
        assertNear(elsewhere, LONGITUDE);
    }

    @Test
    void shouldKeepPositionWhenSingleJumpsComeBetween() {
        for (int i = 0; i < 200; i++) {
            boolean stray = i % 10 == 9;
            PositionOutcome outcome =
                    airborne(
                            decoder,
                            i * SECOND,
                            i % 2 == 1,
                            stray ? -LATITUDE : LATITUDE + i * 1e-5,
                            LONGITUDE);
            if (outcome.isResolved()) {
                assertThat(
                                CprTest.distance(
                                        LATITUDE + i * 1e-5,
                                        LONGITUDE,
                                        decoder.latitude(),
                                        decoder.longitude()))
                        .as("at " + i)
                        .isLessThan(stray ? 2_000 : 6);
            }
        }
        assertThat(decoder.resets()).isZero();
    }

    @Test
    void shouldNeedReferenceWhenOnSurface() {
        surface(decoder, 0, false, LATITUDE, 0);
        assertThat(surface(decoder, SECOND, true, LATITUDE, 0))
                .isEqualTo(PositionOutcome.NO_REFERENCE);
        PositionDecoder placed =
                new PositionDecoder(PositionSettings.at(LATITUDE + 0.01, LONGITUDE - 0.02));
        surface(placed, 0, false, LATITUDE, 0);
        assertThat(surface(placed, 50 * SECOND, true, LATITUDE, 0))
                .isEqualTo(PositionOutcome.GLOBAL);
        assertThat(CprTest.distance(LATITUDE, LONGITUDE, placed.latitude(), placed.longitude()))
                .isLessThan(2);
    }

    @Test
    void shouldShortenWindowWhenMovingFastOnSurface() {
        PositionDecoder placed = new PositionDecoder(PositionSettings.at(LATITUDE, LONGITUDE));
        surface(placed, 0, false, LATITUDE, 30);
        assertThat(surface(placed, 26 * SECOND, true, LATITUDE, 30))
                .isEqualTo(PositionOutcome.NO_PAIR);
        assertThat(surface(placed, 50 * SECOND, false, LATITUDE, 30))
                .isEqualTo(PositionOutcome.GLOBAL);
    }

    @Test
    void shouldTakeAirborneReferenceWhenAircraftLands() {
        airborne(decoder, 0, false, LATITUDE, LONGITUDE);
        airborne(decoder, SECOND, true, LATITUDE, LONGITUDE);
        assertThat(surface(decoder, 30 * SECOND, false, LATITUDE + radians(0.01), 20))
                .isEqualTo(PositionOutcome.LOCAL);
        assertThat(surface(decoder, 31 * SECOND, true, LATITUDE + radians(0.01), 20))
                .isEqualTo(PositionOutcome.GLOBAL);
        assertNear(LATITUDE + radians(0.01), LONGITUDE);
    }

    @Test
    void shouldRefuseWhenBeyondRangeOfReceiver() {
        PositionDecoder placed = new PositionDecoder(PositionSettings.at(-LATITUDE, LONGITUDE));
        airborne(placed, 0, false, LATITUDE, LONGITUDE);
        assertThat(airborne(placed, SECOND, true, LATITUDE, LONGITUDE))
                .isEqualTo(PositionOutcome.TOO_FAR);
        assertThat(placed.count(PositionOutcome.TOO_FAR)).isEqualTo(1);
        assertThat(placed.count(PositionOutcome.NO_PAIR)).isEqualTo(1);
    }

    @Test
    void shouldKeepKindsApartWhenAddressIsTheSame() {
        long even = Cpr.encodeAirborne(LATITUDE, LONGITUDE, false);
        long odd = Cpr.encodeAirborne(LATITUDE, LONGITUDE, true);
        AircraftAddress ground = new AircraftAddress(ONE.value(), AddressKind.TIS_B_ICAO);
        decoder.airborne(0, ONE, false, Cpr.latitudeBits(even), Cpr.longitudeBits(even));
        assertThat(decoder.airborne(1, ground, true, Cpr.latitudeBits(odd), Cpr.longitudeBits(odd)))
                .isEqualTo(PositionOutcome.NO_PAIR);
    }

    @Test
    void shouldGoOnAlikeWhenStateIsMoved() {
        SplittableRandom random = new SplittableRandom(31);
        PositionDecoder other = new PositionDecoder(PositionSettings.anywhere());
        for (int i = 0; i < 3_000; i++) {
            AircraftAddress address = new AircraftAddress(1 + random.nextInt(12), AddressKind.ICAO);
            boolean odd = random.nextBoolean();
            double latitude = radians(40 + address.value() + (random.nextInt(50) == 0 ? 30 : 0));
            long coded = Cpr.encodeAirborne(latitude, LONGITUDE, odd);
            long time = i * SECOND / 2 - random.nextInt(3) * SECOND;
            int y = Cpr.latitudeBits(coded);
            int x = Cpr.longitudeBits(coded);
            PositionOutcome outcome = decoder.airborne(time, address, odd, y, x);
            assertThat(other.airborne(time, address, odd, y, x)).isEqualTo(outcome);
            if (outcome.isResolved()) {
                assertThat(other.latitude()).isEqualTo(decoder.latitude());
                assertThat(other.longitude()).isEqualTo(decoder.longitude());
            }
            if (i % 100 == 0) {
                byte[] snapshot = decoder.snapshot();
                assertThat(other.snapshot()).isEqualTo(snapshot);
                other = new PositionDecoder(PositionSettings.anywhere());
                other.restore(snapshot);
                assertThat(other.snapshot()).isEqualTo(snapshot);
            }
        }
        assertThat(decoder.count(PositionOutcome.GLOBAL)).isGreaterThan(1_000);
    }

    @Test
    void shouldRefuseSnapshotWhenItIsCutShort() {
        airborne(decoder, 0, false, LATITUDE, LONGITUDE);
        byte[] snapshot = decoder.snapshot();
        assertThatThrownBy(() -> decoder.restore(Arrays.copyOf(snapshot, snapshot.length - 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldStayBoundedWhenAddressesNeverEnd() {
        AddressTable<Entry> table = new AddressTable<>(Entry::new, 100, 1_000);
        for (int i = 0; i < 100_000; i++) {
            table.touch(i * 31, i / 50);
            assertThat(table.size()).isLessThanOrEqualTo(1_000);
        }
        assertThat(table.find(99_999 * 31, 1_999)).isNotNull();
        assertThat(table.find(99_999 * 31, 2_100)).isNull();
        assertThat(table.find(0, 1_999)).isNull();
        assertThat(table.sorted(1_999))
                .isSortedAccordingTo((a, b) -> Integer.compare(a.key, b.key));
    }

    private static final class Entry extends AddressTable.Entry {
        Entry(int key) {
            super(key);
        }
    }
}
