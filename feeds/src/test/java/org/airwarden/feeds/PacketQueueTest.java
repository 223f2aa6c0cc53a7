package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.junit.jupiter.api.Test;

class PacketQueueTest {
    private final AtomicLong ticker = new AtomicLong();

    private static Packet packet(int source, int number) {
        return new Packet(number, source, Origin.LIVE, new byte[] {(byte) number});
    }

    @Test
    void shouldGiveInOrderWhatWasPutIn() throws InterruptedException {
        PacketQueue queue = new PacketQueue(10, 2, 100, 10, ticker::get);
        queue.offer(packet(0, 1));
        queue.offer(packet(1, 2));

        assertThat(queue.size()).isEqualTo(2);
        assertThat(queue.poll(0)).isEqualTo(packet(0, 1));
        assertThat(queue.poll(0)).isEqualTo(packet(1, 2));
        assertThat(queue.poll(0)).isNull();
    }

    @Test
    void shouldLoseNothingOfGoodSourcesWhenOneFloods() throws InterruptedException {
        PacketQueue queue = new PacketQueue(1000, 4, 200, 50, ticker::get);
        int taken = 0;
        for (int millisecond = 0; millisecond < 5000; millisecond++) {
            ticker.addAndGet(1_000_000);
            for (int i = 0; i < 40; i++) { // 40,000 a second
                queue.offer(packet(3, i));
            }
            if (millisecond % 10 == 0) { // 100 a second
                for (int source = 0; source < 3; source++) {
                    assertThat(queue.offer(packet(source, millisecond))).isTrue();
                }
            }
            while (queue.poll(0) != null) {
                taken++;
            }
        }

        var counts = queue.counts();
        assertThat(counts.subList(0, 3)).allMatch(count -> count.dropped() == 0);
        assertThat(counts.subList(0, 3)).allMatch(count -> count.taken() == 500);
        assertThat(counts.get(3).taken()).isBetween(1000L, 1051L);
        assertThat(counts.get(3).overRate()).isEqualTo(200_000 - counts.get(3).taken());
        assertThat(taken).isEqualTo(1500 + counts.get(3).taken());
    }

    @Test
    void shouldLeaveRoomForOthersWhenNobodyTakes() {
        PacketQueue queue = new PacketQueue(100, 2, 1e6, 1000, ticker::get);
        for (int i = 0; i < 500; i++) {
            queue.offer(packet(0, i));
        }
        for (int i = 0; i < 500; i++) {
            queue.offer(packet(1, i));
        }

        assertThat(queue.size()).isEqualTo(100);
        assertThat(queue.counts().get(0)).isEqualTo(new PacketQueue.Counts(0, 50, 50, 0, 450));
        assertThat(queue.counts().get(1).taken()).isEqualTo(50);
    }

    @Test
    void shouldWakeTheOneWhoWaits() throws InterruptedException {
        PacketQueue queue = new PacketQueue(10, 1, 100, 10, System::nanoTime);
        Thread sender = Thread.ofPlatform().start(() -> queue.offer(packet(0, 9)));

        assertThat(queue.poll(60_000_000_000L)).isEqualTo(packet(0, 9));
        sender.join();
    }

    @Test
    void shouldRefuseNumbersThatCannotBe() {
        PacketQueue queue = new PacketQueue(10, 1, 100, 10, ticker::get);

        assertThatThrownBy(() -> queue.offer(packet(1, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PacketQueue(1, 1, 100, 10, ticker::get))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
