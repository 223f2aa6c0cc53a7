package org.airwarden.tracking;

import static org.airwarden.tracking.Mixed.CALLS;
import static org.airwarden.tracking.Mixed.POST;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.model.Observation;
import org.airwarden.model.Observation.Craft;
import org.airwarden.model.Origin;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;
import org.airwarden.model.Track;
import org.airwarden.tracking.Sky.Aircraft;
import org.junit.jupiter.api.Test;

/** What people see and tell. */
class SightingsTest {
    private static final long SEED = 20_261_121;

    /** A slow drone, low, on its way north-west past the post. */
    private static final Aircraft DRONE = new Aircraft(48.25, 16.55, 900, -35, 35, -1, -1);

    private static final double NORTH_WEST = Math.toRadians(315);

    /** A coarse place, off by so much (m), told some time after it was seen (s). */
    private static Observation place(
            Mixed mixed, String who, Aircraft aircraft, double seen, double after, Craft craft) {
        GeodeticPosition at = aircraft.place(seen);
        double sigma = 1_000;
        return new Observation(
                CALLS,
                Sky.at(seen),
                Time.UNKNOWN,
                Sky.at(seen + after),
                Origin.RECORDED,
                who,
                at.latitude() + sigma * mixed.random.nextGaussian() / 6_371_000,
                at.longitude() + sigma * mixed.random.nextGaussian() / 4_250_000,
                sigma,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Math.atan2(aircraft.east(), aircraft.north()),
                Math.toRadians(25),
                Double.NaN,
                Double.NaN,
                1,
                craft,
                null);
    }

    /** A direction and a guess of the distance from the post. */
    private static Observation direction(Aircraft aircraft, double seen, double after) {
        double[] local = new double[3];
        GeodeticPosition at = aircraft.place(seen);
        org.airwarden.geodesy.Wgs84.toEarthCentred(
                at.latitude(), at.longitude(), at.height(), local);
        Mixed.POST_AT.toLocal(local[0], local[1], local[2], local, 0);
        return new Observation(
                POST,
                Sky.at(seen),
                Sky.at(seen + after / 2),
                Sky.at(seen + after),
                Origin.RECORDED,
                null,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Math.atan2(local[0], local[1]),
                Math.toRadians(11),
                1.2 * Math.hypot(local[0], local[1]),
                Double.NaN,
                NORTH_WEST,
                Double.NaN,
                300,
                1_500,
                1,
                Craft.DRONE,
                "noise of a moped");
    }

    @Test
    void shouldNotConfirmWhatOneObserverRepeats() {
        Mixed mixed = new Mixed(SEED).open();
        for (int s = 0; s < 120; s += 10) {
            mixed.sky.take(place(mixed, "A", DRONE, s, 5, Craft.DRONE));
            mixed.sky.tick(s + 6);
            assertThat(mixed.sky.tracks()).isEmpty();
        }
        assertThat(mixed.sky.tracker.counters().observations()).isEqualTo(12);
    }

    @Test
    void shouldConfirmWhatTwoObserversTellAndCarryTheirEvidence() {
        int confirmed = 0;
        for (int run = 0; run < 20; run++) {
            Mixed mixed = new Mixed(SEED + run).open();
            mixed.sky.take(place(mixed, "A", DRONE, 0, 25, Craft.DRONE));
            mixed.sky.tick(26);
            mixed.sky.take(direction(DRONE, 30, 40));
            mixed.sky.tick(71);
            if (mixed.sky.tracks().size() != 1) {
                continue;
            }
            confirmed++;
            Track track = mixed.sky.tracks().getFirst();
            assertThat(Sky.miss(track, DRONE)).isLessThan(6_000);
            assertThat(track.sources())
                    .extracting(source -> source.technology())
                    .containsExactly(Technology.OBSERVER, Technology.OBSERVER);
            Sighting sighting = mixed.sky.tracker.sightings().getFirst();
            assertThat(sighting.track()).isEqualTo(track.number());
            assertThat(sighting.type()).isEqualTo(Craft.DRONE);
            assertThat(sighting.observers()).isEqualTo(2);
            assertThat(sighting.number()).isEqualTo(1);
            // It stands for a few minutes, and is then over.
            mixed.sky.tick(180);
            assertThat(mixed.sky.tracks()).hasSize(1);
            mixed.sky.tick(240);
            assertThat(mixed.sky.tracks()).isEmpty();
        }
        assertThat(confirmed).isGreaterThanOrEqualTo(19);
    }

    @Test
    void shouldConfirmWhatOneObserverToldAndARadarSees() {
        Mixed mixed = new Mixed(SEED).open();
        mixed.sky.take(place(mixed, "A", DRONE, 0, 20, Craft.DRONE));
        mixed.sky.tick(21);
        for (int s = 24; s < 48; s += 4) {
            mixed.sky.take(mixed.sky.plot(Sky.RADAR, DRONE, s, echo()));
            mixed.sky.tick(s + 1);
        }
        assertThat(mixed.sky.tracks()).hasSize(1);
        Track track = mixed.sky.tracks().getFirst();
        assertThat(Sky.miss(track, DRONE)).isLessThan(600);
        assertThat(mixed.sky.tracker.sightings()).hasSize(1);
        assertThat(mixed.sky.tracker.sightings().getFirst().type()).isEqualTo(Craft.DRONE);
    }

    private static org.airwarden.model.Transponder echo() {
        return org.airwarden.model.Transponder.SILENT;
    }

    @Test
    void shouldTellWhichOfTwoTracksWasSeenByItsHeading() {
        int right = 0;
        for (int run = 0; run < 20; run++) {
            Mixed mixed = new Mixed(SEED + run).open();
            Aircraft north = new Aircraft(48.30, 16.50, 2_000, 0, 70, 0x440001, 01001);
            Aircraft south = new Aircraft(48.35, 16.52, 2_000, 0, -70, 0x440002, 01002);
            for (int s = 0; s < 60; s += 4) {
                mixed.sky.take(mixed.sky.plot(north, s));
                mixed.sky.take(mixed.sky.plot(south, s + 0.1));
                mixed.sky.tick(s + 1);
            }
            // Seen when they passed each other, told half a minute later.
            mixed.sky.take(place(mixed, "A", south, 40, 22, Craft.PROPELLER));
            mixed.sky.tick(63);
            List<Sighting> sightings = mixed.sky.tracker.sightings();
            for (Sighting sighting : sightings) {
                for (Track track : mixed.sky.tracks()) {
                    if (track.number().equals(sighting.track())
                            && track.said().address() == south.address()) {
                        right++;
                    }
                }
            }
            assertThat(mixed.sky.tracks()).hasSize(2);
            for (Track track : mixed.sky.tracks()) {
                Aircraft own = track.said().address() == south.address() ? south : north;
                assertThat(Sky.miss(track, own)).isLessThan(200);
            }
        }
        assertThat(right).isGreaterThanOrEqualTo(17);
    }

    @Test
    void shouldCountWhatIsOfNoUse() {
        Mixed mixed = new Mixed(SEED).open();
        Observation good = place(mixed, "A", DRONE, 400, 10, Craft.DRONE);
        mixed.sky.take(place(mixed, "A", DRONE, 0, 400, Craft.DRONE));
        assertThat(mixed.sky.tracker.counters().late()).isEqualTo(1);
        mixed.sky.take(
                new Observation(
                        CALLS,
                        good.measured(),
                        good.spoken(),
                        good.received(),
                        good.origin(),
                        null,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        1,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        0,
                        Craft.UNKNOWN,
                        null));
        assertThat(mixed.sky.tracker.counters().unsound()).isEqualTo(1);
    }

    @Test
    void shouldWriteTheSameBytesWhenReadAndWrittenAgain() {
        Mixed mixed = new Mixed(SEED).open();
        mixed.sky.take(place(mixed, "A", DRONE, 0, 20, Craft.DRONE));
        mixed.sky.tick(21);
        mixed.sky.take(place(mixed, "B", DRONE, 20, 20, Craft.DRONE));
        StateOutput out = new StateOutput();
        mixed.sky.tracker.write(out);
        Tracker moved = Tracker.read(new StateInput(out.toBytes()));
        StateOutput again = new StateOutput();
        moved.write(again);
        assertThat(again.toBytes()).isEqualTo(out.toBytes());
        Sky other = new Sky(moved, SEED);
        other.tick(41);
        mixed.sky.tick(41);
        assertThat(other.tracks()).hasSize(1);
        assertThat(other.tracks()).isEqualTo(mixed.sky.tracks());
    }
}
