package org.airwarden.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.airwarden.model.Identification;
import org.airwarden.model.Identity;
import org.junit.jupiter.api.Test;

class IdentifierTest {
    private static final double SIX_DIGITS = 5e-7;

    private final Identifier identifier = new Identifier(Procedure.standard());

    @Test
    void theWorkedExampleComesOutToSixDigits() {
        // Computed outside of this program, with the likelihoods of the standard procedure.
        check(identifier.judge(bits(Clue.NO_FRIEND_ANSWER)), 0.864187, 0.012358, 0.123455);
        check(
                identifier.judge(bits(Clue.NO_FRIEND_ANSWER, Clue.BROADCAST, Clue.ON_AIRWAY)),
                0.999156,
                0.000691,
                0.000153);
        check(
                identifier.judge(bits(Clue.NO_FRIEND_ANSWER, Clue.NO_BROADCAST, Clue.OFF_AIRWAY)),
                0.007310,
                0.062199,
                0.930490);
        check(
                identifier.judge(bits(Clue.NO_FRIEND_ANSWER, Clue.BROADCAST, Clue.OFF_AIRWAY)),
                0.908548,
                0.067613,
                0.023839);
    }

    @Test
    void silenceAndOneKindOfEvidenceMakeNothingHostileUnlessTheFloorIsTakenAway() {
        int rotated = bits(Clue.NO_FRIEND_ANSWER, Clue.NO_BROADCAST, Clue.OFF_AIRWAY);

        assertThat(identifier.declare(rotated)).isEqualTo(Identity.SUSPECT);
        assertThat(new Identifier(Procedure.standard().withFloor(false)).declare(rotated))
                .isEqualTo(Identity.HOSTILE);
    }

    @Test
    void noSetOfSilencesIsEverHostile() {
        int silences = 0;
        for (Clue clue : Clue.values()) {
            silences |= clue.isSilence() ? clue.bit() : 0;
        }
        for (int some = silences; some != 0; some = (some - 1) & silences) {
            assertThat(identifier.declare(some)).isNotEqualTo(Identity.HOSTILE);
        }
    }

    @Test
    void noSingleKindOfEvidenceMakesHostileButMotionThatNoAircraftCanFly() {
        int silences = bits(Clue.NO_FRIEND_ANSWER, Clue.NO_BROADCAST, Clue.NO_CODE);
        for (Clue clue : Clue.values()) {
            Identity identity = identifier.declare(silences | clue.bit());
            if (clue == Clue.NO_AIRCRAFT) {
                assertThat(identity).isEqualTo(Identity.HOSTILE);
            } else {
                assertThat(identity).as("%s", clue).isNotEqualTo(Identity.HOSTILE);
            }
        }
    }

    @Test
    void theShortWaysAgreeWithTheLongOneForAnyClues() {
        SplittableRandom random = new SplittableRandom(41);
        for (int i = 0; i < 2_000; i++) {
            int clues = random.nextInt(1 << Clue.values().length);
            Identification judged = identifier.judge(clues);
            assertThat(identifier.declare(clues)).isEqualTo(judged.identity());
            assertThat(identifier.hostile(clues)).isEqualTo(judged.hostile());
            assertThat(judged.civil() + judged.friend() + judged.hostile())
                    .isEqualTo(1, within(1e-12));
            assertThat(judged.reasons()).hasSize(Integer.bitCount(clues));
            assertThat(Identifier.cluesOf(clues)).hasSize(Integer.bitCount(clues));
        }
    }

    @Test
    void whatAnswersAsAFriendIsOne() {
        assertThat(identifier.declare(bits(Clue.FRIEND_ANSWER))).isEqualTo(Identity.FRIEND);
        assertThat(identifier.declare(bits(Clue.BROADCAST, Clue.ON_AIRWAY)))
                .isEqualTo(Identity.NEUTRAL);
        assertThat(identifier.declare(0)).isEqualTo(Identity.PENDING);
    }

    private static int bits(Clue... clues) {
        int bits = 0;
        for (Clue clue : clues) {
            bits |= clue.bit();
        }
        return bits;
    }

    private static void check(Identification found, double civil, double friend, double hostile) {
        assertThat(found.civil()).isEqualTo(civil, within(SIX_DIGITS));
        assertThat(found.friend()).isEqualTo(friend, within(SIX_DIGITS));
        assertThat(found.hostile()).isEqualTo(hostile, within(SIX_DIGITS));
    }
}
