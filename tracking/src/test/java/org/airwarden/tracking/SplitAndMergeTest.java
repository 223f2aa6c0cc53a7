package org.airwarden.tracking;

import static org.airwarden.tracking.Sky.RADAR;
import static org.airwarden.tracking.Sky.SECOND_RADAR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.model.PictureChange.EndReason;
import org.airwarden.model.PictureChange.TrackEnded;
import org.airwarden.model.Plot;
import org.airwarden.model.PressureHeight;
import org.airwarden.model.Track;
import org.airwarden.model.TrackNumber;
import org.airwarden.model.Transponder;
import org.airwarden.tracking.Sky.Aircraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formations that part, and tracks that turn out to be of one aircraft. */
class SplitAndMergeTest {
    private static final long SEED = 1_984;
    private static final int RUNS = 20;

    /** What a radar sees as one: nearer than this in azimuth (rad) and in range (m). */
    private static final double BEAM = Math.toRadians(0.6);

    private static final double GATE = 150;

    /** When the formation parts (s), and until when it is followed. */
    private static final int PARTS = 100;

    private static final int END = 220;

    private static final Aircraft LEADER = new Aircraft(48.35, 16.2, 6_000, 200, 60, -1, -1);

    /** Returns who flies 100 m beside the leader until the formation parts, and then elsewhere. */
    private static Aircraft[] wingman(double turn) {
        double speed = Math.hypot(LEADER.east(), LEADER.north());
        double heading = Math.atan2(LEADER.east(), LEADER.north()) + turn;
        Aircraft beside =
                new Aircraft(
                        LEADER.latitude() - 100 / 111_000.0,
                        LEADER.longitude(),
                        6_000,
                        LEADER.east(),
                        LEADER.north(),
                        -1,
                        -1);
        GeodeticPosition at = beside.place(PARTS);
        double east = speed * Math.sin(heading);
        double north = speed * Math.cos(heading);
        double radius = 6_371_000 + 6_000.0;
        double latitude = at.latitude() - north * PARTS / radius;
        double longitude = at.longitude() - east * PARTS / (radius * Math.cos(latitude));
        Aircraft away =
                new Aircraft(
                        Math.toDegrees(latitude),
                        Math.toDegrees(longitude),
                        6_000,
                        east,
                        north,
                        -1,
                        -1);
        return new Aircraft[] {beside, away};
    }

    /** Plots of one turn: one of both where the radar cannot tell them apart. */
    private static List<Plot> look(Sky sky, Aircraft one, Aircraft other, double seconds) {
        Plot a = sky.plot(RADAR, one, seconds, Transponder.SILENT);
        Plot b = sky.plot(RADAR, other, seconds, Transponder.SILENT);
        double[] p = place(one, seconds);
        double[] q = place(other, seconds);
        double range = Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);
        double otherRange = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2]);
        double turn = Math.abs(Math.atan2(p[0], p[1]) - Math.atan2(q[0], q[1]));
        if (turn > BEAM || Math.abs(range - otherRange) > GATE) {
            return List.of(a, b);
        }
        return List.of(
                new Plot(
                        RADAR,
                        a.measured(),
                        a.received(),
                        a.origin(),
                        a.technology(),
                        (a.range() + b.range()) / 2,
                        (a.azimuth() + b.azimuth()) / 2,
                        Double.NaN,
                        Double.NaN,
                        Transponder.SILENT,
                        -1));
    }

    private static double[] place(Aircraft aircraft, double seconds) {
        GeodeticPosition at = aircraft.place(seconds);
        double[] local = new double[3];
        Wgs84.toEarthCentred(at.latitude(), at.longitude(), at.height(), local);
        Sky.HERE.toLocal(local[0], local[1], local[2], local, 0);
        return local;
    }

    private static double nearest(Sky sky, Aircraft aircraft) {
        return sky.tracks().stream()
                .mapToDouble(track -> Sky.miss(track, aircraft))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** The first keeps its number, the other gets one of its own, soon after it can be told. */
    @ParameterizedTest
    @CsvSource({"15", "30", "-40", "80"})
    void shouldGiveASecondNumberWhenAFormationParts(double degrees) {
        List<Integer> turns = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            Sky sky = new Sky(SEED + run).open();
            Aircraft[] wingman = wingman(Math.toRadians(degrees));
            TreeSet<Integer> numbers = new TreeSet<>();
            TrackNumber first = null;
            int parted = 0;
            int told = 0;
            for (int s = 0; s < END; s += 4) {
                Aircraft other = wingman[s < PARTS ? 0 : 1];
                List<Plot> plots = look(sky, LEADER, other, s);
                plots.forEach(sky::take);
                sky.tick(s + 1);
                for (Track track : sky.tracks()) {
                    numbers.add(track.number().serial());
                }
                if (s == PARTS - 4) {
                    assertThat(sky.tracks()).as("run %d, as one", run).hasSize(1);
                    first = sky.tracks().getFirst().number();
                }
                parted += plots.size() == 2 ? 1 : 0;
                told += parted > 0 && sky.tracks().size() < 2 ? 1 : 0;
            }
            turns.add(told);
            assertThat(numbers).as("run %d", run).hasSize(2);
            assertThat(sky.ends()).as("run %d", run).isEmpty();
            assertThat(sky.tracks().getFirst().number()).isEqualTo(first);
            assertThat(nearest(sky, LEADER)).as("run %d", run).isLessThan(700);
            assertThat(nearest(sky, wingman[1])).as("run %d", run).isLessThan(700);
        }
        System.out.printf("split by %.0f deg: second number after turns %s%n", degrees, turns);
        assertThat(turns).allMatch(told -> told <= 8);
    }

    /** Where a formation is seen as one by times, its tracks do not come and go. */
    @Test
    void shouldKeepTwoNumbersWhenAFormationIsSeenAsOneForAWhile() {
        int kept = 0;
        for (int run = 0; run < RUNS; run++) {
            Sky sky = new Sky(SEED + run).open();
            Aircraft other = new Aircraft(48.35 - 2_000 / 111_000.0, 16.2, 6_000, 200, 60, -1, -1);
            TreeSet<Integer> numbers = new TreeSet<>();
            for (int s = 0; s < END; s += 4) {
                if (s / 4 % 8 == 5) {
                    Plot a = sky.plot(RADAR, LEADER, s, Transponder.SILENT);
                    sky.take(a);
                } else {
                    sky.take(sky.plot(RADAR, LEADER, s, Transponder.SILENT));
                    sky.take(sky.plot(RADAR, other, s, Transponder.SILENT));
                }
                sky.tick(s + 1);
                for (Track track : sky.tracks()) {
                    numbers.add(track.number().serial());
                }
            }
            kept += numbers.size() == 2 && sky.ends().isEmpty() ? 1 : 0;
        }
        assertThat(kept).isEqualTo(RUNS);
    }

    private static Transponder code(Aircraft aircraft) {
        return new Transponder(
                -1,
                true,
                aircraft.code(),
                null,
                new PressureHeight(aircraft.height()),
                Transponder.Ground.UNKNOWN,
                Transponder.Emergency.NONE);
    }

    /**
     * Another radar stands 1.4 km from where the site says: what it sees is a track of its own
     * until its place is right. Then the two are one, under the number of the older.
     */
    @ParameterizedTest
    @CsvSource({"false", "true"})
    void shouldKeepTheOlderNumberWhenTwoTracksAreOneAircraft(boolean addressed) {
        for (int run = 0; run < RUNS; run++) {
            Sky sky = new Sky(SEED + run).open();
            Aircraft one = new Aircraft(48.3, 15.9, 9_000, 180, 60, -1, -1);
            Aircraft beside =
                    new Aircraft(48.3 + 1_400 / 111_000.0, 15.9, 9_000, 180, 60, 0x440001, 01234);
            Transponder said = addressed ? beside.says() : code(beside);
            TreeSet<Integer> numbers = new TreeSet<>();
            for (int s = 0; s < 420; s += 4) {
                sky.take(sky.plot(RADAR, one, s, Transponder.SILENT));
                if (s >= 40) {
                    // What it is off by shrinks by 6 m a second.
                    double off = Math.max(0, 1_400 - 6 * Math.max(0, s - 60));
                    Aircraft seen =
                            new Aircraft(
                                    48.3 + off / 111_000.0, 15.9, 9_000, 180, 60, 0x440001, 01234);
                    sky.take(sky.plot(SECOND_RADAR, seen, s + 1.5, said));
                }
                sky.tick(s + 2);
                for (Track track : sky.tracks()) {
                    numbers.add(track.number().serial());
                }
                if (s == 80) {
                    assertThat(sky.tracks()).as("run %d, two", run).hasSize(2);
                }
            }
            assertThat(numbers).as("run %d", run).hasSize(2);
            assertThat(sky.tracks()).as("run %d, one", run).hasSize(1);
            Track left = sky.tracks().getFirst();
            assertThat(left.number().serial()).as("run %d, the older", run).isEqualTo(1);
            assertThat(left.said().hasAddress()).isEqualTo(addressed);
            assertThat(left.source(RADAR)).isNotNull();
            assertThat(left.source(SECOND_RADAR)).isNotNull();
            assertThat(sky.ends()).hasSize(1);
            TrackEnded end = sky.ends().getFirst();
            assertThat(end.number().serial()).isEqualTo(2);
            assertThat(end.reason()).isEqualTo(EndReason.MERGED);
            assertThat(Sky.miss(left, one)).isLessThan(300);
        }
    }
}
