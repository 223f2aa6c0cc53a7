package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.junit.jupiter.api.Test;

class DuplicateFilterTest {
    private static final long WINDOW = 200_000_000;

    private static Packet packet(long received, int source, int content) {
        return new Packet(received, source, Origin.LIVE, new byte[] {(byte) content, 1, 2});
    }

    @Test
    void shouldLeaveOutCopiesWithinTheWindow() {
        DuplicateFilter filter = new DuplicateFilter(WINDOW);

        assertThat(filter.isNew(packet(0, 1, 7))).isTrue();
        assertThat(filter.isNew(packet(1000, 1, 7))).isFalse();
        assertThat(filter.isNew(packet(WINDOW, 1, 7))).isFalse();
        assertThat(filter.isNew(packet(1000, 2, 7))).isTrue();
        assertThat(filter.isNew(packet(1000, 1, 8))).isTrue();
        assertThat(filter.isNew(packet(WINDOW + 1, 1, 7))).isTrue();
        assertThat(filter.duplicates()).isEqualTo(2);
    }

    @Test
    void shouldTakeAgainWhenClockIsSetBack() {
        DuplicateFilter filter = new DuplicateFilter(WINDOW);
        filter.isNew(packet(3_600_000_000_000L, 1, 7));

        assertThat(filter.isNew(packet(0, 1, 7))).isTrue();
    }

    @Test
    void shouldGiveTheSameWhetherOnceTwiceOrFiveTimes() {
        for (int copies : new int[] {1, 2, 5}) {
            SplittableRandom random = new SplittableRandom(3);
            DuplicateFilter filter = new DuplicateFilter(WINDOW);
            List<Packet> passed = new ArrayList<>();
            List<Packet> sent = new ArrayList<>();
            for (int i = 0; i < 20_000; i++) {
                byte[] bytes = new byte[random.nextInt(4, 60)];
                random.nextBytes(bytes);
                Packet packet = new Packet(i * 1_000_000L, i % 3, Origin.LIVE, bytes);
                sent.add(packet);
                for (int copy = 0; copy < copies; copy++) {
                    if (filter.isNew(packet)) {
                        passed.add(packet);
                    }
                }
            }
            assertThat(passed.equals(sent)).as("%d copies", copies).isTrue();
        }
    }

    @Test
    void shouldGoOnTheSameWhenStateHasMoved() {
        DuplicateFilter filter = new DuplicateFilter(WINDOW);
        for (int i = 0; i < 500; i++) {
            filter.isNew(packet(i * 1_000_000L, i % 4, i % 90));
        }
        StateOutput out = new StateOutput();
        filter.write(out);
        StateInput in = new StateInput(out.toBytes());
        DuplicateFilter moved = DuplicateFilter.read(in, WINDOW);
        StateOutput again = new StateOutput();
        moved.write(again);

        assertThat(in.isAtEnd()).isTrue();
        assertThat(again.toBytes()).isEqualTo(out.toBytes());
        for (int i = 500; i < 1500; i++) {
            Packet packet = packet(i * 1_000_000L, i % 4, i % 90);
            assertThat(moved.isNew(packet)).isEqualTo(filter.isNew(packet));
        }
        assertThat(moved.duplicates()).isEqualTo(filter.duplicates()).isPositive();
    }
}
