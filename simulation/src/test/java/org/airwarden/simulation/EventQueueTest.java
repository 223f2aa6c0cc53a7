package org.airwarden.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EventQueueTest {
    private record Planned(long time, int number) {}

    @Test
    void whatIsPlannedHappensInTheOrderOfTimeAndOfPlanning() {
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            EventQueue queue = new EventQueue();
            List<Planned> planned = new ArrayList<>();
            List<Planned> happened = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                Planned one = new Planned(random.nextLong(60), i);
                planned.add(one);
                queue.plan(one.time(), now -> happened.add(one));
            }
            queue.runUntil(1_000);
            planned.sort(Comparator.comparingLong(Planned::time));
            assertThat(happened).as("seed %d", seed).isEqualTo(planned);
            assertThat(queue.happened()).isEqualTo(500);
        }
    }

    @Test
    void whatHappensCanPlanMoreAndNothingHappensBeforeNow() {
        EventQueue queue = new EventQueue();
        List<Long> times = new ArrayList<>();
        queue.plan(
                10,
                now -> {
                    times.add(now);
                    queue.plan(5, then -> times.add(then)); // of the past: now
                    queue.plan(20, then -> times.add(then));
                });
        queue.runUntil(15);
        assertThat(times).containsExactly(10L, 10L);
        queue.runUntil(30);
        assertThat(times).containsExactly(10L, 10L, 20L);
    }

    @Test
    void anEndComesAfterAllElseOfItsTime() {
        EventQueue queue = new EventQueue();
        List<String> words = new ArrayList<>();
        queue.planLast(10, now -> words.add("end"));
        queue.plan(
                10,
                now -> {
                    words.add("first");
                    queue.plan(now, then -> words.add("second"));
                });
        queue.plan(11, now -> words.add("later"));
        queue.runUntil(11);
        assertThat(words).containsExactly("first", "second", "end", "later");
    }

    @Test
    void whatLiesBeyondTheEndDoesNotHappen() {
        EventQueue queue = new EventQueue();
        List<Long> times = new ArrayList<>();
        queue.plan(100, times::add);
        queue.runUntil(99);
        assertThat(times).isEmpty();
    }
}
