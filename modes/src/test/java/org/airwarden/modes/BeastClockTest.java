package org.airwarden.modes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BeastClockTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;

    @Test
    void shouldCountTwelfthsOfMicrosecondsWhenCounterRuns() {
        BeastClock clock = BeastClock.twelveMegahertz(5 * SECOND);
        assertThat(clock.nanoseconds(1_000)).isEqualTo(5 * SECOND);
        assertThat(clock.nanoseconds(1_001)).isEqualTo(5 * SECOND + 83);
        assertThat(clock.nanoseconds(12_001_000)).isEqualTo(6 * SECOND);
        assertThat(clock.nanoseconds(12_000_999)).isEqualTo(6 * SECOND - 84);
    }

    @Test
    void shouldRunOnWhenCounterWraps() {
        BeastClock clock = BeastClock.twelveMegahertz(0);
        long last = (1L << 48) - 6_000_000;
        clock.nanoseconds(last);
        assertThat(clock.nanoseconds(6_000_000)).isEqualTo(SECOND);
        assertThat(clock.nanoseconds(last)).isZero();
    }

    @Test
    void shouldHoldTimeWhenCounterIsSpecial() {
        BeastClock clock = BeastClock.twelveMegahertz(7);
        assertThat(clock.nanoseconds(BeastClock.MLAT_COUNTER)).isEqualTo(7);
        clock.nanoseconds(100);
        long time = clock.nanoseconds(112);
        assertThat(clock.nanoseconds(BeastClock.MLAT_COUNTER)).isEqualTo(time);
        assertThat(clock.nanoseconds(0)).isEqualTo(time);
        assertThat(clock.nanoseconds(Frame.ABSENT)).isEqualTo(time);
    }

    @Test
    void shouldPassMidnightWhenCounterIsGps() {
        BeastClock clock = BeastClock.gps(20_000 * DAY - 2 * SECOND);
        assertThat(clock.nanoseconds(gps(86_399, 500))).isEqualTo(20_000 * DAY - SECOND + 500);
        assertThat(clock.nanoseconds(gps(1, 0))).isEqualTo(20_000 * DAY + SECOND);
        assertThat(clock.nanoseconds(gps(86_399, 0))).isEqualTo(20_000 * DAY - SECOND);
        assertThat(clock.nanoseconds(gps(2, 7))).isEqualTo(20_000 * DAY + 2 * SECOND + 7);
    }

    @Test
    void shouldHoldTimeWhenGpsCannotGiveTheStamp() {
        BeastClock clock = BeastClock.gps(20_000 * DAY);
        long time = clock.nanoseconds(gps(5, 500));
        assertThat(clock.nanoseconds(gps(260_000, 0))).isEqualTo(time);
        assertThat(clock.nanoseconds(gps(5, SECOND))).isEqualTo(time);
        assertThat(clock.nanoseconds(gps(6, 0))).isEqualTo(20_000 * DAY + 6 * SECOND);
        assertThat(BeastClock.isGps(gps(86_400, SECOND - 1))).isTrue();
    }

    @Test
    void shouldGoOnWhenStateIsMoved() {
        BeastClock clock = BeastClock.twelveMegahertz(99);
        clock.nanoseconds(1_000);
        clock.nanoseconds(5_000);
        BeastClock other = BeastClock.gps(0);
        other.restore(clock.snapshot());
        assertThat(other.nanoseconds(24_001_000)).isEqualTo(2 * SECOND + 99);
    }

    private static long gps(long second, long nanosecond) {
        return second << 30 | nanosecond;
    }
}
