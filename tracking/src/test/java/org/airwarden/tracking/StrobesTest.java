package org.airwarden.tracking;

import static org.airwarden.tracking.Mixed.EAST;
import static org.airwarden.tracking.Mixed.NORTH;
import static org.airwarden.tracking.Mixed.RADAR;
import static org.airwarden.tracking.Mixed.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.airwarden.model.Origin;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Strobe;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;
import org.airwarden.model.Track;
import org.airwarden.tracking.Sky.Aircraft;
import org.junit.jupiter.api.Test;

/** Directions without distance. */
class StrobesTest {
    private static final long SEED = 20_261_121;

    /** North of the line between the two southern finders, 80 km away, flying east. */
    private static final Aircraft JAMMER =
            new Aircraft(48.65, 16.3, 9_000, 190, 30, 0x440777, 02345);

    private static final Aircraft SECOND =
            new Aircraft(48.55, 17.05, 8_000, -170, 60, 0x440778, 02346);

    private static void hear(Mixed mixed, double s, Aircraft aircraft, int... finders) {
        for (int i = 0; i < finders.length; i++) {
            mixed.sky.take(mixed.strobe(finders[i], aircraft, s + 0.3 * i));
        }
    }

    @Test
    void shouldMakeNoTrackOfDirectionsFromOnePlaceButTellThem() {
        Mixed mixed = new Mixed(SEED).open();
        for (int s = 0; s < 120; s += 2) {
            hear(mixed, s, JAMMER, WEST);
            mixed.sky.tick(s + 1);
            assertThat(mixed.sky.tracks()).isEmpty();
        }
        List<Strobe> alone = new ArrayList<>();
        mixed.sky.tracker.forEachStrobe(alone::add);
        assertThat(alone).hasSizeBetween(1, 4);
        assertThat(alone.getLast().sensor()).isEqualTo(WEST);
        assertThat(mixed.sky.tracker.counters().strobesAlone()).isEqualTo(60);
        assertThat(mixed.sky.tracker.counters().strobes()).isZero();
        mixed.sky.tick(120 + Strobes.KEPT_SECONDS);
        alone.clear();
        mixed.sky.tracker.forEachStrobe(alone::add);
        assertThat(alone).isEmpty();
    }

    @Test
    void shouldFindATargetWhereDirectionsCrossAndClaimAnHonestCovariance() {
        double squares = 0;
        double errors = 0;
        int looks = 0;
        int runs = 60;
        for (int run = 0; run < runs; run++) {
            Mixed mixed = new Mixed(SEED + run).open();
            for (int s = 0; s < 90; s += 2) {
                hear(mixed, s, JAMMER, WEST, EAST);
                mixed.sky.tick(s + 1);
                if (s >= 20) {
                    for (Track track : mixed.sky.tracks()) {
                        double[] error = Mixed.error(track, JAMMER);
                        squares += error[2];
                        errors += Math.hypot(error[0], error[1]);
                        looks++;
                    }
                }
            }
            assertThat(mixed.sky.tracks()).as("run %d", run).hasSize(1);
            Track track = mixed.sky.tracks().getFirst();
            assertThat(track.heightKnown()).isFalse();
            assertThat(track.sources())
                    .extracting(source -> source.technology())
                    .containsExactly(Technology.STROBE, Technology.STROBE);
        }
        assertThat(looks).isGreaterThan(runs * 33);
        assertThat(squares / looks).isBetween(1.2, 2.8);
        assertThat(errors / looks).isLessThan(1_200);
    }

    @Test
    void shouldConfirmNoGhostWhenTwoPlacesHearTwoTargets() {
        int confirmed = 0;
        for (int run = 0; run < 10; run++) {
            Mixed mixed = new Mixed(SEED + run).open();
            for (int s = 0; s < 40; s += 2) {
                hear(mixed, s, JAMMER, WEST, EAST);
                hear(mixed, s + 1, SECOND, WEST, EAST);
                mixed.sky.tick(s + 1.9);
            }
            for (Track track : mixed.sky.tracks()) {
                boolean real = Sky.miss(track, JAMMER) < 8_000 || Sky.miss(track, SECOND) < 8_000;
                confirmed += real ? 0 : 1;
            }
        }
        assertThat(confirmed).isZero();
    }

    @Test
    void shouldConfirmTheTrueCrossingsWhenAThirdPlaceHearsThem() {
        int right = 0;
        int wrong = 0;
        for (int run = 0; run < 10; run++) {
            Mixed mixed = new Mixed(SEED + run).open();
            for (int s = 0; s < 80; s += 2) {
                hear(mixed, s, JAMMER, WEST, EAST, NORTH);
                hear(mixed, s + 1, SECOND, WEST, EAST, NORTH);
                mixed.sky.tick(s + 1.9);
            }
            for (Track track : mixed.sky.tracks()) {
                boolean first = Sky.miss(track, JAMMER) < 3_000;
                boolean second = Sky.miss(track, SECOND) < 3_000;
                right += first || second ? 1 : 0;
                wrong += first || second ? 0 : 1;
            }
        }
        assertThat(right).isEqualTo(20);
        assertThat(wrong).isZero();
    }

    @Test
    void shouldKeepATrackWhoseRadarIsJammedOnItsDirection() {
        Mixed mixed = new Mixed(SEED).open();
        double across = 0;
        for (int s = 0; s < 120; s += 4) {
            if (s < 60) {
                mixed.sky.take(mixed.sky.plot(JAMMER, s));
            } else {
                mixed.sky.take(radarStrobe(mixed, s));
            }
            mixed.sky.tick(s + 1);
            mixed.sky.tick(s + 2);
        }
        assertThat(mixed.sky.ends()).isEmpty();
        assertThat(mixed.sky.tracks()).hasSize(1);
        Track track = mixed.sky.tracks().getFirst();
        double[] local = new double[3];
        Sky.HERE.toLocal(
                track.kinematics().x(), track.kinematics().y(), track.kinematics().z(), local, 0);
        double[] truth =
                Mixed.seenFrom(RADAR, JAMMER, Time.secondsBetween(Sky.START, track.time()));
        double off = Math.atan2(local[0], local[1]) - Math.atan2(truth[0], truth[1]);
        assertThat(Math.abs(off)).isLessThan(Mixed.SIGMA);
        assertThat(mixed.sky.tracker.counters().strobes()).isEqualTo(15);
        // Neither does it live for ever: when the directions stop, so does the track.
        for (int s = 120; s < 180; s++) {
            mixed.sky.tick(s);
        }
        assertThat(mixed.sky.tracks()).isEmpty();
    }

    private static Strobe radarStrobe(Mixed mixed, double s) {
        double[] local = Mixed.seenFrom(RADAR, JAMMER, s);
        return new Strobe(
                RADAR,
                Sky.at(s),
                Sky.at(s) + 50 * Time.MILLISECOND,
                Origin.RECORDED,
                Strobe.Kind.JAMMING,
                (Math.atan2(local[0], local[1])
                                + Mixed.SIGMA * mixed.random.nextGaussian()
                                + 2 * Math.PI)
                        % (2 * Math.PI),
                Mixed.SIGMA,
                Double.NaN,
                Double.NaN);
    }

    @Test
    void shouldCountWhatItCannotUse() {
        Mixed mixed = new Mixed(SEED).open();
        Strobe good = mixed.strobe(WEST, JAMMER, 1);
        mixed.sky.take(
                new Strobe(
                        Mixed.MLAT,
                        good.measured(),
                        good.received(),
                        good.origin(),
                        good.kind(),
                        good.azimuth(),
                        good.azimuthSigma(),
                        Double.NaN,
                        Double.NaN));
        for (double azimuth : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e9}) {
            mixed.sky.take(
                    new Strobe(
                            WEST,
                            good.measured(),
                            good.received(),
                            good.origin(),
                            good.kind(),
                            azimuth,
                            Double.NaN,
                            Double.NaN,
                            Double.NaN));
        }
        assertThat(mixed.sky.tracker.counters().unplaced()).isEqualTo(1);
        assertThat(mixed.sky.tracker.counters().unsound()).isEqualTo(3);
    }

    @Test
    void shouldGoOnToTheBitWhenItsStateWasMoved() {
        Random random = new Random(SEED);
        Mixed mixed = new Mixed(new Tracker(7), random).open();
        for (int s = 0; s < 31; s += 2) {
            hear(mixed, s, JAMMER, WEST, EAST);
            hear(mixed, s + 1, SECOND, WEST, NORTH);
            if (s < 30) {
                mixed.sky.tick(s + 1.9);
            }
        }
        byte[] state = bytes(mixed.sky.tracker);
        Tracker moved = Tracker.read(new StateInput(state));
        assertThat(bytes(moved)).isEqualTo(state);
        List<Strobe> more = new ArrayList<>();
        for (int s = 32; s < 50; s += 2) {
            more.add(mixed.strobe(WEST, JAMMER, s));
            more.add(mixed.strobe(EAST, JAMMER, s + 0.2));
        }
        Sky other = new Sky(moved, new Random(1));
        for (Strobe strobe : more) {
            mixed.sky.take(strobe);
            other.take(strobe);
            mixed.sky.tick(Time.secondsBetween(Sky.START, strobe.received()) + 0.1);
            other.tick(Time.secondsBetween(Sky.START, strobe.received()) + 0.1);
        }
        assertThat(bytes(moved)).isEqualTo(bytes(mixed.sky.tracker));
    }

    private static byte[] bytes(Tracker tracker) {
        StateOutput out = new StateOutput();
        tracker.write(out);
        return out.toBytes();
    }
}
