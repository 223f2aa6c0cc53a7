package org.airwarden.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HostClockTest {
    private static final long SECOND = 1_000_000_000L;

    private long timeOfDay = 1_700_000_000L * SECOND;
    private long monotonic = 5;
    private final HostClock clock = new HostClock(() -> timeOfDay, () -> monotonic, Long.MIN_VALUE);

    private void pass(long nanoseconds) {
        timeOfDay += nanoseconds;
        monotonic += nanoseconds;
    }

    @Test
    void shouldFollowTheTimeOfDay() {
        pass(10 * SECOND);

        assertThat(clock.getAsLong()).isEqualTo(timeOfDay);
        assertThat(clock.trouble()).isNull();
    }

    @Test
    void shouldNeitherJumpNorRunBackWhenTheClockIsSet() {
        for (long jump : new long[] {3_600 * SECOND, -3_600 * SECOND}) {
            long before = clock.getAsLong();
            timeOfDay += jump;
            pass(SECOND);

            assertThat(clock.getAsLong() - before).isEqualTo(SECOND);
            assertThat(clock.trouble()).contains(jump > 0 ? "3600 s ahead of" : "3600 s behind");
            timeOfDay -= jump;
            pass(SECOND);
            assertThat(clock.getAsLong()).isEqualTo(timeOfDay);
            assertThat(clock.trouble()).isNull();
        }
    }

    /** A journal ends in the future when the clock was set back meanwhile: time still goes on. */
    @Test
    void shouldRunOnFromTheEarliestTimeWhenTheTimeOfDayIsBeforeIt() {
        long earliest = timeOfDay + 7_200 * SECOND;
        HostClock late = new HostClock(() -> timeOfDay, () -> monotonic, earliest);
        pass(3 * SECOND);

        assertThat(late.getAsLong()).isEqualTo(earliest + 3 * SECOND);
        assertThat(late.trouble()).contains("7200 s behind");
    }

    @Test
    void shouldMakeUpASmallDifferenceWithoutRunningBack() {
        timeOfDay -= 400_000_000L;
        long last = clock.getAsLong();
        for (int i = 0; i < 100; i++) {
            pass(SECOND / 10);
            long now = clock.getAsLong();
            assertThat(now).isGreaterThan(last);
            last = now;
        }

        assertThat(last).isCloseTo(timeOfDay, within(1_000L));
    }
}
