package org.airwarden.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.airwarden.model.PictureChange.EndReason;
import org.airwarden.model.PictureChange.TrackChanged;
import org.airwarden.model.PictureChange.TrackEnded;
import org.airwarden.model.Time;
import org.airwarden.model.TrackNumber;
import org.junit.jupiter.api.Test;

/** Reads frames by the offsets that docs/reference/wire.md prints. */
class FrameWriterTest {
    private static final long NOON = 1_683_028_800L * Time.SECOND;

    private final PictureBoard board = new PictureBoard();
    private final FrameWriter writer = new FrameWriter();

    @Test
    void shouldWriteATrackAsTheWireSays() {
        board.apply(
                new TrackChanged(
                        NOON, Tracks.moving(7, NOON, 41.25, 2.125, 10_000, 100, 173.205, -5)));
        ByteBuffer frame = writer.write(board.since(0), 3).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(frame.remaining()).isEqualTo(32 + 36);
        assertThat((char) frame.get(0)).isEqualTo('A');
        assertThat((char) frame.get(1)).isEqualTo('W');
        assertThat(frame.get(2)).isEqualTo((byte) 1);
        assertThat(frame.get(3)).as("whole picture, not simulated").isEqualTo((byte) 1);
        assertThat(frame.getInt(4)).isEqualTo(3);
        assertThat(frame.getDouble(8)).isEqualTo(1_683_028_800_000.0);
        assertThat(frame.getInt(16)).isEqualTo(1);
        assertThat(frame.getInt(20)).isZero();
        assertThat(frame.getInt(24)).isEqualTo(1);
        assertThat(frame.getInt(32)).isEqualTo(7);
        assertThat(frame.getInt(36)).isCloseTo(412_500_000, within(1));
        assertThat(frame.getInt(40)).isCloseTo(21_250_000, within(1));
        assertThat(frame.getShort(44)).as("FL350 in 25 ft").isEqualTo((short) 1_400);
        assertThat(frame.getShort(46)).isEqualTo((short) StrictMath.round(10_000 / 7.62));
        assertThat(frame.getShort(48)).isEqualTo((short) -50);
        assertThat(frame.getShort(50) & 0xFFFF).isCloseTo(2_000, within(1));
        assertThat((frame.getShort(52) & 0xFFFF) * 360.0 / 65_536).isCloseTo(30, within(0.01));
        assertThat(frame.getShort(54)).as("major half axis").isEqualTo((short) 300);
        assertThat(frame.getShort(56)).as("minor half axis").isEqualTo((short) 100);
        assertThat((frame.getShort(58) & 0xFFFF) * 360.0 / 65_536)
                .as("direction of the major axis")
                .isCloseTo(45, within(0.01));
        assertThat(frame.get(62)).as("confirmed only").isEqualTo((byte) 1);
        assertThat(frame.get(63)).as("primary and Mode S").isEqualTo((byte) 5);
        assertThat(frame.get(66)).as("left turn, climbing, accelerating").isEqualTo((byte) 27);
        assertThat(frame.get(67)).as("within 600 m").isEqualTo((byte) 5);
    }

    @Test
    void shouldBringATrackForwardToTheClock() {
        board.apply(new TrackChanged(NOON, Tracks.moving(1, NOON, 0, 10, 0, 100, 0, 0)));
        board.clockIs(NOON + 3 * Time.SECOND);
        ByteBuffer frame = writer.write(board.since(0), 0).order(ByteOrder.LITTLE_ENDIAN);

        // 300 m of the equator, whose degree is 111,319.49 m.
        assertThat(frame.getInt(40) * 1e-7).isCloseTo(10 + 300 / 111_319.49, within(1e-6));
        assertThat(frame.getShort(60)).as("age in tenths").isEqualTo((short) 30);
    }

    @Test
    void shouldTellOnlyWhatCameSince() {
        board.apply(new TrackChanged(NOON, Tracks.at(1, NOON, 41, 2, 0)));
        board.apply(new TrackChanged(NOON, Tracks.at(2, NOON, 42, 3, 0)));
        long seen = board.since(0).version();
        board.apply(new TrackChanged(NOON + 1, Tracks.at(2, NOON + 1, 42, 3, 0)));
        board.apply(new TrackEnded(NOON + 2, new TrackNumber(1, 1), EndReason.LOST));
        PictureBoard.News news = board.since(seen);

        assertThat(news.whole()).isFalse();
        assertThat(news.changed()).extracting(track -> track.number().serial()).containsExactly(2);
        assertThat(news.facts()).as("nothing rare changed").isEmpty();
        assertThat(news.ended()).containsExactly(1);
        assertThat(news.live()).isEqualTo(1);
        assertThat(board.since(news.version()).changed()).isEmpty();
    }

    @Test
    void shouldGiveTheWholePictureToOneWhoIsTooFarBehind() {
        board.apply(new TrackChanged(NOON, Tracks.at(1, NOON, 41, 2, 0)));
        long seen = board.since(0).version();
        for (int serial = 2; serial < 25_000; serial++) {
            board.apply(new TrackChanged(NOON, Tracks.at(serial, NOON, 41, 2, 0)));
            board.apply(new TrackEnded(NOON, new TrackNumber(1, serial), EndReason.LOST));
        }
        PictureBoard.News news = board.since(seen);

        assertThat(news.whole()).isTrue();
        assertThat(news.changed()).hasSize(1);
    }

    @Test
    void shouldSayThatTheClockJumped() {
        board.apply(new TrackChanged(NOON, Tracks.at(1, NOON, 41, 2, 0)));
        long seen = board.since(0).version();
        board.restart(NOON - Time.DAY, List.of(Tracks.at(9, NOON - Time.DAY, 40, 1, 0)));
        PictureBoard.News news = board.since(seen);

        assertThat(news.cleared()).isTrue();
        assertThat(news.whole()).isTrue();
        assertThat(news.clock()).isEqualTo(NOON - Time.DAY);
        assertThat(news.changed()).extracting(track -> track.number().serial()).containsExactly(9);
    }
}
