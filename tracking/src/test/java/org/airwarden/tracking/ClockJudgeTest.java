package org.airwarden.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Time;
import org.junit.jupiter.api.Test;

class ClockJudgeTest {
    private static final long START = 1_700_000_000L * Time.SECOND;

    @Test
    void shouldBelieveTheClaimWhenItIsPlausible() {
        ClockJudge judge = new ClockJudge();
        for (int i = 0; i < 10; i++) {
            long received = START + i * Time.SECOND;
            assertThat(judge.judge(received - 700 * Time.MILLISECOND, received))
                    .isEqualTo(received - 700 * Time.MILLISECOND);
        }
        assertThat(judge.isWrong()).isFalse();
    }

    @Test
    void shouldNotTakeAMeasurementAsLaterThanItsArrival() {
        ClockJudge judge = new ClockJudge();
        assertThat(judge.judge(START + 100 * Time.MILLISECOND, START)).isEqualTo(START);
    }

    @Test
    void shouldKeepTheSpacingWhenTheClockIsWrong() {
        for (long offset : new long[] {-3600 * Time.SECOND, 3600 * Time.SECOND, 20 * Time.SECOND}) {
            ClockJudge judge = new ClockJudge();
            long before = 0;
            for (int i = 0; i < 50; i++) {
                long measured = START + i * 4 * Time.SECOND;
                long received = measured + (300 + i * 37 % 200) * Time.MILLISECOND;
                long judged = judge.judge(measured + offset, received);
                if (i > 7) {
                    assertThat(judged).isBetween(received - 5 * Time.SECOND, received);
                    assertThat(judge.isWrong()).isTrue();
                    assertThat(judged - before)
                            .isBetween(3_900 * Time.MILLISECOND, 4_100 * Time.MILLISECOND);
                }
                before = judged;
            }
        }
    }

    @Test
    void shouldTrustAgainWhenTheClockIsSetRight() {
        ClockJudge judge = new ClockJudge();
        for (int i = 0; i < 10; i++) {
            judge.judge(START, START + 3600 * Time.SECOND + i * Time.SECOND);
        }
        assertThat(judge.isWrong()).isTrue();
        for (int i = 0; i < 30; i++) {
            judge.judge(START + i * Time.SECOND, START + i * Time.SECOND + 1);
        }
        assertThat(judge.isWrong()).isFalse();
        assertThat(judge.judge(START + 40 * Time.SECOND, START + 40 * Time.SECOND + 5))
                .isEqualTo(START + 40 * Time.SECOND);
    }

    @Test
    void shouldNotBeMisledWhenOneReportIsOff() {
        ClockJudge judge = new ClockJudge();
        judge.judge(START, START + 1);
        long received = START + Time.SECOND;
        assertThat(judge.judge(received + 90 * Time.SECOND, received))
                .isLessThanOrEqualTo(received);
        assertThat(judge.isWrong()).isFalse();
        assertThat(judge.judge(received, received)).isEqualTo(received);
    }

    @Test
    void shouldTakeNoReportsThatWereHeldUpForAWrongClock() {
        ClockJudge judge = new ClockJudge();
        for (int i = 0; i < 200; i++) {
            long measured = START + i * Time.SECOND;
            long delay = (100 + i * 3_701 % 30_000) * Time.MILLISECOND;
            assertThat(judge.judge(measured, measured + delay)).isEqualTo(measured);
        }
        assertThat(judge.isWrong()).isFalse();
    }

    @Test
    void shouldJudgeAlikeWhenMoved() {
        ClockJudge judge = new ClockJudge();
        for (int i = 0; i < 7; i++) {
            judge.judge(START + i, START + i + 77 * Time.SECOND);
        }
        StateOutput out = new StateOutput();
        judge.write(out);
        ClockJudge moved = ClockJudge.read(new StateInput(out.toBytes()));
        for (int i = 8; i < 20; i++) {
            long measured = START + i * Time.SECOND;
            assertThat(moved.judge(measured, measured + 78 * Time.SECOND))
                    .isEqualTo(judge.judge(measured, measured + 78 * Time.SECOND));
        }
    }

    @Test
    void shouldAssumeTheUsualDelayWhenNoTimeIsClaimed() {
        assertThat(new ClockJudge().judge(Time.UNKNOWN, START)).isLessThan(START);
    }
}
