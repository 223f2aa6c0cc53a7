package org.airwarden.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.airwarden.model.Track;
import org.airwarden.model.Transponder;
import org.airwarden.tracking.Sky.Aircraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two aircraft whose transponders say the same, say nothing that can be, or change places. */
class IdentityFaultsTest {
    private static final long SEED = 20260505;
    private static final Aircraft ONE = new Aircraft(48.4, 16.2, 9_000, 180, 90, 0x4400AA, 01234);
    private static final Aircraft TWO = new Aircraft(48.15, 16.9, 6_000, -160, 60, 0x3C1234, 04321);

    private static Transponder words(Aircraft of, int address, int code, String callSign) {
        Transponder own = of.says();
        return new Transponder(
                address, true, code, callSign, own.height(), own.ground(), own.emergency());
    }

    /** What the two say at a time. */
    private interface Says {
        Transponder at(double seconds, boolean one);
    }

    private static Sky fly(int seconds, Says says) {
        Sky sky = new Sky(SEED).open();
        for (double t = 0; t < seconds; t += 4) {
            sky.take(sky.plot(Sky.RADAR, ONE, t, says.at(t, true)));
            sky.tick(t + 1);
            sky.take(sky.plot(Sky.RADAR, TWO, t + 1.3, says.at(t, false)));
            sky.tick(t + 2);
            sky.tick(t + 3);
        }
        return sky;
    }

    /** Returns the only track of an aircraft. */
    private static Track at(Sky sky, Aircraft aircraft) {
        List<Track> there = sky.tracks().stream().filter(t -> Sky.miss(t, aircraft) < 400).toList();
        assertThat(there).hasSize(1);
        return there.getFirst();
    }

    private static void isTwo(Sky sky) {
        assertThat(sky.tracks()).hasSize(2);
        assertThat(at(sky, ONE).number()).isNotEqualTo(at(sky, TWO).number());
    }

    @Test
    void shouldHoldTwoTracksAndSayThatTheAddressIsDoubtfulWhenItIsShared() {
        Sky sky = fly(120, (t, one) -> words(one ? ONE : TWO, 0x4400AA, one ? 01234 : 04321, null));
        isTwo(sky);
        assertThat(sky.tracker.counters().doubtful()).isGreaterThan(30);
        assertThat(sky.tracks()).allMatch(Track::doubted);
        assertThat(sky.ends()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x000000, 0xFFFFFF})
    void shouldHoldTwoTracksWhenAddressesCannotBe(int address) {
        Sky sky = fly(60, (t, one) -> words(one ? ONE : TWO, address, one ? 01234 : 04321, null));
        isTwo(sky);
        assertThat(sky.tracker.counters().doubtful()).isEqualTo(30);
        assertThat(sky.tracks()).allMatch(Track::doubted);
        assertThat(at(sky, ONE).number().serial()).isLessThanOrEqualTo(2);
        assertThat(at(sky, TWO).number().serial()).isLessThanOrEqualTo(2);
    }

    @Test
    void shouldHoldTwoTracksWhenCallSignAndCodeAreShared() {
        Sky sky =
                fly(
                        60,
                        (t, one) ->
                                words(one ? ONE : TWO, (one ? ONE : TWO).address(), 07000, "SAME"));
        isTwo(sky);
        assertThat(at(sky, ONE).said().address()).isEqualTo(ONE.address());
        assertThat(at(sky, TWO).said().address()).isEqualTo(TWO.address());
        assertThat(sky.tracker.counters().doubtful()).isZero();
        assertThat(sky.tracks()).noneMatch(Track::doubted);
    }

    @Test
    void shouldHoldTwoTracksWhenOnlyACodeIsGivenAndShared() {
        isTwo(fly(80, (t, one) -> words(one ? ONE : TWO, -1, 07000, null)));
    }

    @Test
    void shouldKeepNumbersWhenCodesChangePlaces() {
        for (int address : new int[] {-1, 1}) {
            int[] numbers = new int[2];
            Sky sky =
                    fly(
                            160,
                            (t, one) -> {
                                Aircraft of = one ? ONE : TWO;
                                boolean own = t < 80;
                                return words(
                                        of,
                                        address < 0 ? -1 : of.address(),
                                        one == own ? 01234 : 04321,
                                        null);
                            });
            isTwo(sky);
            for (var change : sky.updates()) {
                int which = Sky.miss(change.track(), ONE) < 400 ? 0 : 1;
                int number = change.track().number().serial();
                assertThat(numbers[which]).isIn(0, number);
                numbers[which] = number;
            }
            assertThat(numbers[0]).isNotEqualTo(numbers[1]);
            assertThat(at(sky, ONE).said().mode3A()).isEqualTo(04321);
            assertThat(at(sky, TWO).said().mode3A()).isEqualTo(01234);
        }
    }
}
