package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.airwarden.model.Time;
import org.junit.jupiter.api.Test;

class TimeOfDayTest {
    private static final long NOON = 20_000 * Time.DAY + Time.DAY / 2;
    private static final long MIDNIGHT = 20_000 * Time.DAY;

    @Test
    void shouldStayOnTheDayWhenNear() {
        assertThat(TimeOfDay.nearest(NOON, Time.DAY / 2 - 5 * Time.SECOND))
                .isEqualTo(NOON - 5 * Time.SECOND);
    }

    @Test
    void shouldFallOnTheDayBeforeWhenReceivedAfterMidnight() {
        assertThat(TimeOfDay.nearest(MIDNIGHT + Time.SECOND, Time.DAY - Time.SECOND))
                .isEqualTo(MIDNIGHT - Time.SECOND);
    }

    @Test
    void shouldFallOnTheNextDayWhenTheSensorIsAhead() {
        assertThat(TimeOfDay.nearest(MIDNIGHT - Time.SECOND, Time.SECOND))
                .isEqualTo(MIDNIGHT + Time.SECOND);
    }

    @Test
    void shouldKeepTimeOfDayAndBeWithinHalfADayWhateverIsGiven() {
        long seed = 0x70D;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 10_000; i++) {
            long near = random.nextLong(-Time.DAY * 1000, Time.DAY * 30_000);
            long timeOfDay = random.nextLong(Time.DAY);
            long found = TimeOfDay.nearest(near, timeOfDay);
            assertThat(Math.floorMod(found, Time.DAY)).as("seed %d", seed).isEqualTo(timeOfDay);
            assertThat(found - near).as("seed %d", seed).isBetween(-Time.DAY / 2, Time.DAY / 2 - 1);
        }
    }
}
