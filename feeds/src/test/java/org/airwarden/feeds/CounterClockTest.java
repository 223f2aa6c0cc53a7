package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Time;
import org.junit.jupiter.api.Test;

class CounterClockTest {
    private static final long NOW = 19_000 * Time.DAY + 40_000 * Time.SECOND;
    private static final long SECOND = 12_000_000;

    private final CounterClock clock = new CounterClock(RecordingFormat.Stamps.UNSAID);

    @Test
    void shouldSpaceFramesByTheCounter() {
        assertThat(clock.time(5 * SECOND, NOW)).isEqualTo(NOW);
        assertThat(clock.time(5 * SECOND + SECOND / 2, NOW)).isEqualTo(NOW + Time.SECOND / 2);
    }

    @Test
    void shouldNotLieAfterTheReceivedTimeWhenAPacketHasEnded() {
        clock.time(5 * SECOND, NOW);
        clock.time(6 * SECOND, NOW);
        clock.adjust(NOW);

        assertThat(clock.time(6 * SECOND + SECOND / 4, NOW + Time.SECOND))
                .isEqualTo(NOW + Time.SECOND / 4);
    }

    @Test
    void shouldPassTheWrapOfTheCounter() {
        long last = (1L << 48) - SECOND;
        clock.time(last, NOW);

        assertThat(clock.time(SECOND, NOW)).isEqualTo(NOW + 2 * Time.SECOND);
    }

    @Test
    void shouldNotFollowAWrongTimeStamp() {
        clock.time(5 * SECOND, NOW);

        assertThat(clock.time(500_000 * SECOND, NOW)).isEqualTo(NOW);
        assertThat(clock.time(6 * SECOND, NOW)).isEqualTo(NOW + Time.SECOND);
    }

    @Test
    void shouldBeginAnewWhenTheReceiverDid() {
        clock.time(500_000 * SECOND, NOW);
        clock.adjust(NOW);
        clock.time(SECOND, NOW + Time.SECOND);
        clock.adjust(NOW + Time.SECOND);
        clock.time(2 * SECOND, NOW + 2 * Time.SECOND);

        assertThat(clock.time(3 * SECOND, NOW + 3 * Time.SECOND)).isEqualTo(NOW + 3 * Time.SECOND);
    }

    @Test
    void shouldReadGpsTimeWhenItAgreesWithTheReceivedTime() {
        long gps = 39_999L << 30 | 250_000_000;

        assertThat(clock.time(gps, NOW)).isEqualTo(NOW - 750 * Time.MILLISECOND);
    }

    /** A counter that began with the recording, or with the receiver, at midnight. */
    @Test
    void shouldNotTakeACounterForGpsWhenSomebodySaysWhatItIs() {
        CounterClock counter = new CounterClock(RecordingFormat.Stamps.TWELVE_MEGAHERTZ);
        long midnight = 19_000 * Time.DAY;
        counter.time(SECOND, midnight);

        assertThat(counter.time(2 * SECOND, midnight)).isEqualTo(midnight + Time.SECOND);
    }

    @Test
    void shouldTakeGpsTimeForWhatItSaysWhenSomebodySaysSo() {
        CounterClock late = new CounterClock(RecordingFormat.Stamps.GPS);

        assertThat(late.time(39_970L << 30, NOW)).isEqualTo(NOW - 30 * Time.SECOND);
        assertThat(late.time(39_970L << 30 | 1_000_000_000, NOW)).isEqualTo(NOW);
    }

    @Test
    void shouldTakeTheReceivedTimeWhenThereIsNoTimeStamp() {
        assertThat(clock.time(0, NOW)).isEqualTo(NOW);
        assertThat(clock.time(-1, NOW)).isEqualTo(NOW);
    }

    @Test
    void shouldGoOnAlikeWhenStateMoves() {
        clock.time(5 * SECOND, NOW);
        StateOutput out = new StateOutput();
        clock.write(out);
        CounterClock moved = new CounterClock(RecordingFormat.Stamps.UNSAID);
        moved.read(new StateInput(out.toBytes()));

        assertThat(moved.time(7 * SECOND, NOW)).isEqualTo(clock.time(7 * SECOND, NOW));
    }
}
