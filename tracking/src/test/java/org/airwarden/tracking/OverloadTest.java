package org.airwarden.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.World;
import org.airwarden.model.Origin;
import org.airwarden.model.PictureChange.TrackEnded;
import org.airwarden.model.Plot;
import org.airwarden.model.Sensor;
import org.airwarden.model.ServiceMessage;
import org.airwarden.model.Settings;
import org.airwarden.model.Site;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Technology;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.airwarden.model.Track;
import org.airwarden.model.Transponder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Too many targets and chaff: what is given up, in which order, and that confirmed tracks are not.
 */
class OverloadTest {
    private static final long SEED = 20261121;
    private static final double PERIOD = 4;
    private static final double REACH = 280_000;
    private static final double RANGE_SIGMA = 50;
    private static final double ANGLE_SIGMA = 0.001;

    private final Set<Integer> confirmed = new HashSet<>();
    private int ended;

    /** A radar over a flat world, aircraft on straight ways, and false plots. */
    private final class Scene {
        final SplittableRandom random = new SplittableRandom(SEED);
        final double[] x;
        final double[] y;
        final double[] vx;
        final double[] vy;
        Tracker tracker;
        int turn;

        Scene(int aircraft, Tracker tracker, double clutter) {
            this.tracker = tracker;
            x = new double[aircraft];
            y = new double[aircraft];
            vx = new double[aircraft];
            vy = new double[aircraft];
            for (int a = 0; a < aircraft; a++) {
                x[a] = random.nextDouble(-180_000, 180_000);
                y[a] = random.nextDouble(-180_000, 180_000);
                double course = random.nextDouble(2 * Math.PI);
                vx[a] = 200 * StrictMath.sin(course);
                vy[a] = 200 * StrictMath.cos(course);
            }
            Sensor radar =
                    new Sensor(
                            0,
                            "radar",
                            Sensor.Kind.RADAR,
                            -1,
                            -1,
                            Frame.flatAt(0, 0, 0),
                            RANGE_SIGMA,
                            ANGLE_SIGMA,
                            ANGLE_SIGMA,
                            Double.NaN,
                            0.95,
                            clutter,
                            PERIOD,
                            REACH);
            tracker.accept(new Site(0, "flat", World.FLAT, List.of(radar)), change -> {});
            tracker.accept(Settings.standard(0), change -> {});
        }

        void turn(int falsePlots) {
            turn++;
            long now = Time.ofSeconds(turn * PERIOD);
            for (int second = 3; second >= 0; second--) {
                tracker.accept(new Tick(now - second * Time.SECOND), this::hear);
            }
            for (int a = 0; a < x.length; a++) {
                if (random.nextDouble() < 0.95) {
                    double px = x[a] + vx[a] * turn * PERIOD;
                    double py = y[a] + vy[a] * turn * PERIOD;
                    double range = Math.sqrt(px * px + py * py + 64e6);
                    plot(
                            now,
                            range + RANGE_SIGMA * random.nextGaussian(),
                            StrictMath.atan2(px, py) + ANGLE_SIGMA * random.nextGaussian(),
                            StrictMath.asin(8_000 / range) + ANGLE_SIGMA * random.nextGaussian());
                }
            }
            for (int i = 0; i < falsePlots; i++) {
                double range = random.nextDouble(5_000, REACH);
                plot(
                        now,
                        range,
                        random.nextDouble(2 * Math.PI),
                        StrictMath.asin(random.nextDouble(15_000) / Math.max(range, 30_000)));
            }
            tracker.accept(
                    new ServiceMessage(
                            0,
                            now,
                            now,
                            Origin.RECORDED,
                            ServiceMessage.Kind.UPDATE_CYCLE,
                            Double.NaN,
                            Double.NaN),
                    this::hear);
        }

        private void plot(long now, double range, double azimuth, double elevation) {
            tracker.accept(
                    new Plot(
                            0,
                            now,
                            now,
                            Origin.RECORDED,
                            Technology.PRIMARY,
                            range,
                            azimuth < 0 ? azimuth + 2 * Math.PI : azimuth,
                            elevation,
                            Double.NaN,
                            Transponder.SILENT,
                            -1),
                    this::hear);
        }

        private void hear(org.airwarden.model.PictureChange change) {
            if (change instanceof TrackEnded end && confirmed.contains(end.number().serial())) {
                ended++;
            }
        }

        Set<Integer> numbers() {
            Set<Integer> numbers = new HashSet<>();
            tracker.forEachTrack((Track track) -> numbers.add(track.number().serial()));
            return numbers;
        }
    }

    @Test
    @Tag("slow")
    void twentyThousandTargetsAreHeldAndNothingIsDropped() {
        for (int times : new int[] {1, 2, 5}) {
            Scene scene = new Scene(4_000 * times, new Tracker(1), 100);
            for (int turn = 0; turn < 4; turn++) {
                scene.turn(100);
            }
            assertThat(scene.tracker.counters().dropped()).isZero();
            assertThat(scene.tracker.counters().unlearned()).isZero();
            assertThat(scene.numbers().size())
                    .as("tracks of %d aircraft", 4_000 * times)
                    .isBetween(3_600 * times, 4_300 * times);
        }
    }

    @Test
    void chaffCostsTentativeTracksThenLearningAndNeverConfirmedTracks() {
        Tracker tracker =
                new Tracker(
                        1,
                        TrackerParts.standard()
                                .withAssociator(BeliefPropagation::new)
                                .withTentatives(4_000));
        Scene scene = new Scene(300, tracker, 100);
        for (int turn = 0; turn < 6; turn++) {
            scene.turn(100);
        }
        assertThat(tracker.counters().dropped()).isZero();
        confirmed.addAll(scene.numbers());
        assertThat(confirmed).hasSizeGreaterThan(280);

        scene.turn(5_000);
        long droppedFirst = tracker.counters().dropped();
        assertThat(droppedFirst).as("tentative tracks go first").isPositive();
        assertThat(tracker.counters().unlearned()).as("learning goes on").isZero();

        scene.turn(20_000);
        scene.turn(20_000);
        assertThat(tracker.counters().dropped()).isGreaterThan(droppedFirst);
        assertThat(tracker.counters().unlearned()).as("then learning").isPositive();

        Set<Integer> held = scene.numbers();
        long kept = confirmed.stream().filter(held::contains).count();
        assertThat(kept)
                .as("confirmed tracks held")
                .isGreaterThanOrEqualTo(confirmed.size() - ended);
        assertThat(ended).as("ended by missed plots, not by load").isLessThan(6);

        long unlearned = tracker.counters().unlearned();
        for (int turn = 0; turn < 4; turn++) {
            scene.turn(100);
        }
        assertThat(tracker.counters().unlearned()).as("learning again").isLessThan(unlearned + 4);
    }

    @Test
    void anOverloadedTrackerIsMovedWithAllItsState() {
        Scene scene =
                new Scene(
                        100,
                        new Tracker(
                                1,
                                TrackerParts.standard()
                                        .withAssociator(BeliefPropagation::new)
                                        .withTentatives(500)),
                        100);
        scene.turn(2_000);
        scene.turn(2_000);
        StateOutput first = new StateOutput();
        scene.tracker.write(first);
        StateOutput second = new StateOutput();
        Tracker.read(new StateInput(first.toBytes())).write(second);
        assertThat(second.toBytes()).isEqualTo(first.toBytes());
        assertThat(scene.tracker.counters().dropped()).isPositive();
    }
}
