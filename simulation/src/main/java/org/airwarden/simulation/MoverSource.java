package org.airwarden.simulation;

import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/** Something in a scenario that movers come from. Immutable; any thread. */
sealed interface MoverSource permits MoverSource.Single, MoverSource.Stream, Raiders {
    /** Its name. */
    String name();

    /** Adds its movers of a run. */
    void draw(Drawing drawing);

    /**
     * A single flight.
     *
     * @param key the name as a number
     */
    record Single(FlightOrder order, Course course, long key) implements MoverSource {
        @Override
        public String name() {
            return order.name();
        }

        @Override
        public void draw(Drawing drawing) {
            RandomStream random = drawing.stream(key, Purpose.MOTION);
            long begins = Time.ofSeconds(random.draw(order.begins()));
            course.drawOwn(random, drawing.draw);
            drawing.builder.clear();
            course.lay(random, drawing.draw, 0, 0, 0, drawing.builder);
            Path path = course.finish(drawing.draw, null, drawing.builder);
            drawing.add(
                    order.name(),
                    key,
                    order.side(),
                    course.platform(),
                    drawing.codes(order.answering(), key, false, true),
                    begins,
                    path.duration(),
                    null,
                    -1,
                    null,
                    path);
        }
    }

    /**
     * A stream of traffic.
     *
     * @param key the name as a number
     * @param duration of the scenario (s)
     * @param longest no flight of it lasts longer (s)
     */
    record Stream(
            Flow flow, Course course, MemberNames names, long key, double duration, double longest)
            implements MoverSource {
        @Override
        public String name() {
            return flow.name();
        }

        @Override
        public void draw(Drawing drawing) {
            RandomStream once = drawing.stream(key, Purpose.SCENARIO);
            double perHour = once.draw(flow.perHour());
            double unequipped = once.draw(flow.unequipped());
            if (!(perHour > 0)) {
                return;
            }
            RandomStream gaps = drawing.stream(key, Purpose.MOTION);
            double mean = 3_600 / perHour;
            double time = (flow.already() ? -longest : 0) + gaps.exponential(mean);
            for (int member = 0; time < duration; member++) {
                fly(drawing, member, time, unequipped);
                time += gaps.exponential(mean);
            }
        }

        private void fly(Drawing drawing, int member, double time, double unequipped) {
            long own = names.key(member);
            RandomStream random = drawing.stream(own, Purpose.MOTION);
            double aside = flow.scatter() * random.gaussian();
            boolean equipped = random.next() >= unequipped;
            course.drawOwn(random, drawing.draw);
            drawing.builder.clear();
            course.lay(random, drawing.draw, aside, 0, 0, drawing.builder);
            Path path = course.finish(drawing.draw, null, drawing.builder);
            if (time + path.duration() < 0) {
                return;
            }
            drawing.add(
                    names.name(member),
                    own,
                    flow.side(),
                    course.platform(),
                    drawing.codes(flow.answering(), own, true, equipped),
                    Time.ofSeconds(time),
                    path.duration(),
                    null,
                    -1,
                    null,
                    path);
        }
    }

    /**
     * A place that a raid goes for.
     *
     * @param place on the ellipsoid (m)
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Aim(String name, double @Nullable [] place) {}
}
