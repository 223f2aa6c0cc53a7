package org.airwarden.tracking;

import static org.airwarden.tracking.Sky.ADSB;
import static org.airwarden.tracking.Sky.MLAT;
import static org.airwarden.tracking.Sky.RADAR;
import static org.airwarden.tracking.Sky.SECOND_RADAR;
import static org.airwarden.tracking.Sky.START;
import static org.airwarden.tracking.Sky.UNPLACED;
import static org.airwarden.tracking.Sky.at;
import static org.airwarden.tracking.Sky.miss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.geodesy.World;
import org.airwarden.model.Origin;
import org.airwarden.model.PictureChange;
import org.airwarden.model.PictureChange.EndReason;
import org.airwarden.model.Plot;
import org.airwarden.model.PositionReport;
import org.airwarden.model.Settings;
import org.airwarden.model.StateException;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;
import org.airwarden.model.Track;
import org.airwarden.model.Transponder;
import org.airwarden.model.TransponderReport;
import org.airwarden.tracking.Sky.Aircraft;
import org.junit.jupiter.api.Test;

class TrackerTest {
    private static final long SEED = 20260101;
    private static final Aircraft LINER = new Aircraft(48.4, 16.2, 9_000, 180, 90, 0x4400AA, 01234);
    private static final Aircraft OTHER =
            new Aircraft(47.8, 16.9, 4_000, -120, 60, 0x3C1234, 04321);
    private static final Transponder NOTHING = Transponder.SILENT;

    private static Transponder coded(Aircraft aircraft) {
        Transponder says = aircraft.says();
        return new Transponder(
                -1, true, says.mode3A(), null, says.height(), says.ground(), says.emergency());
    }

    /** Lets a radar report an aircraft every 4 s from one time until before another. */
    private static void fly(Sky sky, Aircraft aircraft, double from, double to) {
        for (double t = from; t < to; t += 4) {
            sky.take(sky.plot(aircraft, t));
            for (int k = 1; k <= 4; k++) {
                sky.tick(t + k - 0.5);
            }
        }
    }

    @Test
    void shouldConfirmWithTheSecondReportWhenAnAddressIsGiven() {
        Sky sky = new Sky(SEED).open();
        fly(sky, LINER, 0, 4);
        assertThat(sky.tracks()).isEmpty();
        assertThat(sky.changes).isEmpty();
        fly(sky, LINER, 4, 8);
        assertThat(sky.tracks()).hasSize(1);
        Track track = sky.tracks().getFirst();
        assertThat(track.number().picture()).isEqualTo(7);
        assertThat(track.number().serial()).isEqualTo(1);
        assertThat(track.said().address()).isEqualTo(LINER.address());
        assertThat(track.world()).isEqualTo(World.EARTH);
        assertThat(track.began()).isEqualTo(START);
        assertThat(track.lastReport()).isEqualTo(at(4));
        assertThat(track.sources()).hasSize(1);
        assertThat(track.source(RADAR)).isNotNull();
        assertThat(track.source(RADAR).reports()).isEqualTo(2);
    }

    @Test
    void shouldFollowAnAircraftWhenItFliesFarOverTheEllipsoid() {
        Sky sky = new Sky(SEED + 1).open();
        fly(sky, LINER, 0, 600);
        assertThat(sky.tracks()).hasSize(1);
        double worst = 0;
        double sum = 0;
        int count = 0;
        double[] position = new double[3];
        for (PictureChange.TrackChanged change : sky.updates()) {
            Track track = change.track();
            if (track.time() < at(60)) {
                continue;
            }
            double miss = miss(track, LINER);
            worst = Math.max(worst, miss);
            sum += miss * miss;
            count++;
            position[0] = track.kinematics().x();
            position[1] = track.kinematics().y();
            position[2] = track.kinematics().z();
            assertThat(Wgs84.toGeodetic(position[0], position[1], position[2]).height())
                    .isCloseTo(9_000, within(60.0));
        }
        assertThat(count).isGreaterThan(100);
        assertThat(Math.sqrt(sum / count)).as("RMS, seed %d", SEED + 1).isLessThan(70);
        assertThat(worst).as("worst, seed %d", SEED + 1).isLessThan(220);
        Track last = sky.tracks().getFirst();
        double speed =
                Math.sqrt(
                        last.kinematics().vx() * last.kinematics().vx()
                                + last.kinematics().vy() * last.kinematics().vy()
                                + last.kinematics().vz() * last.kinematics().vz());
        assertThat(speed).isCloseTo(Math.hypot(180, 90), within(6.0));
    }

    @Test
    void shouldClaimAnHonestCovarianceWhenAnAircraftFliesStraight() {
        // Horizontal error over its claimed deviation: 2 degrees of freedom, mean of many runs.
        double sum = 0;
        int count = 0;
        for (int run = 0; run < 60; run++) {
            Sky sky = new Sky(SEED + 100 + run).open();
            fly(sky, LINER, 0, 80);
            Track track = sky.updates().getLast().track();
            double miss = miss(track, LINER);
            double variance = 0;
            for (int i = 0; i < 3; i++) {
                variance += track.kinematics().covariance().at(i, i);
            }
            // All three axes of the world hold the vertical as well: leave its own variance out.
            double vertical = LiveTrack.PRESSURE_BIAS * LiveTrack.PRESSURE_BIAS;
            sum += miss * miss / (variance - vertical);
            count++;
        }
        assertThat(sum / count).as("seed %d", SEED + 100).isBetween(0.4, 1.5);
    }

    @Test
    void shouldConfirmNothingWhenThereIsOnlyClutter() {
        Sky sky = new Sky(SEED + 2).open();
        for (int scan = 0; scan < 60; scan++) {
            for (int k = 0; k < 30; k++) {
                double t = scan * 4 + k * 4 / 30.0;
                sky.take(
                        new Plot(
                                RADAR,
                                at(t),
                                at(t),
                                Origin.RECORDED,
                                Technology.PRIMARY,
                                sky.random.nextDouble(5_000, 150_000),
                                sky.random.nextDouble(0, 2 * Math.PI),
                                Double.NaN,
                                Double.NaN,
                                NOTHING,
                                -1));
                if (k % 7 == 6) {
                    sky.tick(t);
                }
            }
        }
        assertThat(sky.updates().stream().map(change -> change.track().number()).toList())
                .as("seed %d", SEED + 2)
                .isEmpty();
    }

    @Test
    void shouldTrackEchoesWhenNothingElseIsToldAndLeaveTheHeightOpen() {
        Sky sky = new Sky(SEED + 3).open();
        for (double t = 0; t < 80; t += 4) {
            sky.take(sky.plot(RADAR, LINER, t, NOTHING));
            sky.tick(t + 1);
            sky.tick(t + 2);
        }
        assertThat(sky.tracks()).hasSize(1);
        Track track = sky.tracks().getFirst();
        assertThat(track.heightKnown()).isFalse();
        assertThat(track.said().hasAddress()).isFalse();
        assertThat(miss(track, LINER)).isLessThan(1_500);
    }

    @Test
    void shouldNotLetAnotherAddressMoveATrack() {
        Sky sky = new Sky(SEED + 4).open();
        fly(sky, LINER, 0, 20);
        Aircraft shadow =
                new Aircraft(
                        LINER.latitude(),
                        LINER.longitude(),
                        LINER.height(),
                        LINER.east(),
                        LINER.north(),
                        0x111111,
                        LINER.code());
        for (double t = 20; t < 60; t += 4) {
            sky.take(sky.plot(shadow, t));
            sky.tick(t + 1);
            sky.tick(t + 2);
            sky.tick(t + 3);
        }
        for (PictureChange.TrackChanged change : sky.updates()) {
            if (change.track().number().serial() == 1) {
                assertThat(change.track().said().address()).isEqualTo(LINER.address());
                assertThat(change.track().lastReport()).isLessThanOrEqualTo(at(16));
            }
        }
        assertThat(sky.ends()).hasSize(1);
        assertThat(sky.tracks()).hasSize(1);
        assertThat(sky.tracks().getFirst().said().address()).isEqualTo(0x111111);
    }

    @Test
    void shouldHoldTwoTracksWhenOneAddressIsFarApart() {
        Sky sky = new Sky(SEED + 5).open();
        Aircraft twin = new Aircraft(47.6, 15.9, 6_000, 150, -40, LINER.address(), 07777);
        for (double t = 0; t < 60; t += 4) {
            sky.take(sky.plot(LINER, t));
            sky.take(sky.plot(twin, t + 1.5));
            sky.tick(t + 2);
            sky.tick(t + 3);
        }
        assertThat(sky.tracks()).hasSize(2);
        assertThat(miss(sky.tracks().get(0), LINER)).isLessThan(500);
        assertThat(miss(sky.tracks().get(1), twin)).isLessThan(500);
    }

    @Test
    void shouldAttachPlotsWithoutAddressToTheAddressedTrackWhereTheyFit() {
        Sky sky = new Sky(SEED + 6).open();
        fly(sky, LINER, 0, 24);
        for (double t = 24; t < 60; t += 4) {
            sky.take(sky.plot(RADAR, LINER, t, t % 8 == 0 ? coded(LINER) : NOTHING));
            sky.tick(t + 1);
            sky.tick(t + 2);
        }
        assertThat(sky.tracks()).hasSize(1);
        assertThat(sky.tracks().getFirst().number().serial()).isEqualTo(1);
        assertThat(sky.tracks().getFirst().lastReport()).isEqualTo(at(56));
        assertThat(sky.tracks().getFirst().said().address()).isEqualTo(LINER.address());
    }

    @Test
    void shouldGiveATrackItsAddressWhenItIsHeardLater() {
        Sky sky = new Sky(SEED + 7).open();
        for (double t = 0; t < 40; t += 4) {
            sky.take(sky.plot(RADAR, LINER, t, t < 28 ? coded(LINER) : LINER.says()));
            sky.tick(t + 1);
            sky.tick(t + 2);
        }
        assertThat(sky.tracks()).hasSize(1);
        assertThat(sky.tracks().getFirst().number().serial()).isEqualTo(1);
        assertThat(sky.tracks().getFirst().said().address()).isEqualTo(LINER.address());
        assertThat(sky.ends()).isEmpty();
    }

    @Test
    void shouldCoastAndEndWhenReportsStop() {
        Sky sky = new Sky(SEED + 8).open();
        fly(sky, LINER, 0, 40);
        int told = sky.updates().size();
        double ended = 0;
        for (double t = 40; t < 80 && ended == 0; t += 0.5) {
            sky.tick(t);
            if (!sky.ends().isEmpty()) {
                ended = t;
            }
        }
        // Last measured at 36 s: three or four turns of 4 s later it ends.
        assertThat(ended).isBetween(46.0, 56.0);
        assertThat(sky.ends().getFirst().reason()).isEqualTo(EndReason.LOST);
        assertThat(sky.tracks()).isEmpty();
        List<PictureChange.TrackChanged> coasting =
                sky.updates().subList(told, sky.updates().size());
        assertThat(coasting).hasSizeBetween(4, 14);
        for (PictureChange.TrackChanged change : coasting) {
            assertThat(change.track().isCoasting()).isTrue();
            assertThat(change.track().lastReport()).isEqualTo(at(36));
            assertThat(change.track().time()).isEqualTo(change.time());
            assertThat(miss(change.track(), LINER)).isLessThan(700);
        }
    }

    private static Aircraft shifted(Aircraft aircraft, double north) {
        return new Aircraft(
                aircraft.latitude() + north / 111_000,
                aircraft.longitude(),
                aircraft.height(),
                aircraft.east(),
                aircraft.north(),
                aircraft.address(),
                aircraft.code());
    }

    @Test
    void shouldHoldOneTrackWhenASensorIsFartherOffThanItClaims() {
        Sky sky = new Sky(SEED + 23).open();
        Aircraft seen = shifted(LINER, 300);
        for (int s = 0; s < 200; s++) {
            sky.take(sky.position(ADSB, LINER, s + 0.2, LINER.says()));
            sky.take(sky.position(MLAT, seen, s + 0.6, LINER.says()));
            sky.tick(s + 0.9);
            assertThat(sky.tracks()).as("at %d s", s).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(sky.tracks().getFirst().number().serial()).isEqualTo(1);
        assertThat(sky.tracks().getFirst().sources()).hasSize(2);
        assertThat(sky.ends()).isEmpty();
        assertThat(miss(sky.tracks().getFirst(), LINER)).isLessThan(350);
    }

    @Test
    void shouldFollowUnderOneNumberWhenAnAircraftIsFoundElsewhere() {
        Sky sky = new Sky(SEED + 24).open();
        Aircraft elsewhere = shifted(LINER, 1_800);
        for (int s = 0; s < 80; s++) {
            sky.take(sky.position(ADSB, s < 40 ? LINER : elsewhere, s + 0.2, LINER.says()));
            sky.tick(s + 0.9);
        }
        assertThat(sky.tracks()).hasSize(1);
        assertThat(sky.tracks().getFirst().number().serial()).isEqualTo(1);
        assertThat(miss(sky.tracks().getFirst(), elsewhere)).isLessThan(80);
        assertThat(sky.ends()).isEmpty();
    }

    @Test
    void shouldStandFirmWhenAPositionIsAbsurd() {
        Sky sky = new Sky(SEED + 25).open();
        for (int s = 0; s < 60; s++) {
            boolean absurd = s % 20 == 15;
            Aircraft told = absurd ? shifted(LINER, 600_000) : LINER;
            sky.take(sky.position(ADSB, told, s + 0.2, LINER.says()));
            sky.tick(s + 0.9);
            assertThat(sky.tracks()).hasSizeLessThanOrEqualTo(1);
            if (!sky.tracks().isEmpty()) {
                assertThat(miss(sky.tracks().getFirst(), LINER)).isLessThan(150);
            }
        }
        assertThat(sky.ends()).isEmpty();
    }

    @Test
    void shouldEndAtOnceWhenATrackLeavesWhatItsSensorsSee() {
        Sky sky = new Sky(SEED + 26).open();
        Aircraft leaving = new Aircraft(49.85, 16.5, 9_000, 0, 220, 0x123456, -1);
        double last = 0;
        for (double t = 0; t < 100; t += 4) {
            Plot plot = sky.plot(leaving, t);
            if (plot.range() < 200_000) {
                sky.take(plot);
                last = t;
            }
            for (int k = 1; k <= 4; k++) {
                sky.tick(t + k - 0.5);
            }
        }
        assertThat(sky.ends()).hasSize(1);
        assertThat(sky.ends().getFirst().time()).isBetween(at(last), at(last + 6));
    }

    @Test
    void shouldFindALostTrackAgainUnderItsNumber() {
        Sky sky = new Sky(SEED + 22).open();
        fly(sky, LINER, 0, 40);
        for (double t = 40; t < 60; t++) {
            sky.tick(t);
        }
        assertThat(sky.ends()).hasSize(1);
        assertThat(sky.tracks()).isEmpty();
        fly(sky, LINER, 60, 64);
        assertThat(sky.tracks()).hasSize(1);
        assertThat(sky.tracks().getFirst().number().serial()).isEqualTo(1);
        for (double t = 64; t < 110; t++) {
            sky.tick(t);
        }
        assertThat(sky.ends()).hasSize(2);
        fly(sky, LINER, 110, 120);
        assertThat(sky.tracks().getFirst().number().serial()).isEqualTo(2);
    }

    @Test
    void shouldEndSoonerWhenSettingsSaySo() {
        Sky sky = new Sky(SEED + 9).open();
        sky.take(new Settings(START, 1, 30, 3));
        fly(sky, LINER, 0, 40);
        for (double t = 40; t < 44; t += 0.5) {
            sky.tick(t);
        }
        assertThat(sky.ends()).hasSize(1);
    }

    @Test
    void shouldKeepOneNumberWhenATurnIsMissedNowAndThen() {
        Sky sky = new Sky(SEED + 10).open();
        for (int scan = 0; scan < 150; scan++) {
            if (sky.random.nextDouble() < 0.85) {
                sky.take(sky.plot(LINER, scan * 4));
            }
            for (int k = 1; k <= 4; k++) {
                sky.tick(scan * 4 + k - 0.1);
            }
        }
        assertThat(sky.tracks()).hasSize(1);
        assertThat(sky.tracks().getFirst().number().serial()).as("seed %d", SEED + 10).isEqualTo(1);
    }

    @Test
    void shouldMakeOneTrackWhenSeveralSensorsSeeAnAircraft() {
        Sky sky = new Sky(SEED + 11).open();
        for (int s = 0; s < 120; s++) {
            if (s % 4 == 0) {
                sky.take(sky.plot(RADAR, LINER, s, LINER.says()));
            }
            if (s % 5 == 2) {
                sky.take(sky.plot(SECOND_RADAR, LINER, s, coded(LINER)));
            }
            sky.take(sky.position(ADSB, LINER, s + 0.3, LINER.says()));
            sky.take(sky.position(MLAT, LINER, s + 0.6, s % 2 == 0 ? LINER.says() : NOTHING));
            sky.tick(s + 0.99);
        }
        assertThat(sky.tracks()).hasSize(1);
        Track track = sky.tracks().getFirst();
        assertThat(track.number().serial()).isEqualTo(1);
        assertThat(track.sources()).hasSize(4);
        assertThat(track.sources().get(0).sensor()).isEqualTo(RADAR);
        assertThat(track.sources().get(3).sensor()).isEqualTo(MLAT);
        assertThat(miss(track, LINER)).isLessThan(40);
        // ADS-B told both heights: from then on pressure is read as geometric.
        double height =
                Wgs84.toGeodetic(
                                track.kinematics().x(),
                                track.kinematics().y(),
                                track.kinematics().z())
                        .height();
        assertThat(height).isCloseTo(9_060, within(30.0));
    }

    @Test
    void shouldHarmOnlyItselfWhenASensorsClockIsWrong() {
        Sky good = new Sky(SEED + 12).open();
        Sky bad = new Sky(SEED + 12).open();
        for (int s = 0; s < 200; s++) {
            for (Sky sky : List.of(good, bad)) {
                if (s % 4 == 0) {
                    sky.take(sky.plot(RADAR, LINER, s, LINER.says()));
                }
                if (s % 5 == 1) {
                    Plot plot = sky.plot(SECOND_RADAR, OTHER, s, OTHER.says());
                    long offset = sky == bad ? 3_600 * Time.SECOND : 0;
                    sky.take(
                            new Plot(
                                    plot.sensor(),
                                    plot.measured() + offset,
                                    plot.received(),
                                    plot.origin(),
                                    plot.technology(),
                                    plot.range(),
                                    plot.azimuth(),
                                    plot.elevation(),
                                    plot.rangeRate(),
                                    plot.said(),
                                    -1));
                }
                sky.tick(s + 0.5);
            }
        }
        assertThat(bad.tracker.isClockWrong(SECOND_RADAR)).isTrue();
        assertThat(bad.tracker.isClockWrong(RADAR)).isFalse();
        assertThat(bad.tracks()).hasSize(2);
        Track mine = of(bad, LINER);
        assertThat(mine.kinematics()).isEqualTo(of(good, LINER).kinematics());
        // The wrong clock costs its own target the unknown delay only.
        assertThat(miss(of(bad, OTHER), OTHER)).isLessThan(300);
    }

    private static Track of(Sky sky, Aircraft aircraft) {
        return sky.tracks().stream()
                .filter(track -> track.said().address() == aircraft.address())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldNotMoveBackWhenAPlotComesLate() {
        Sky sky = new Sky(SEED + 13).open();
        fly(sky, LINER, 0, 40);
        Plot late = sky.plot(SECOND_RADAR, LINER, 35, LINER.says());
        sky.take(
                new Plot(
                        SECOND_RADAR,
                        late.measured(),
                        at(37),
                        late.origin(),
                        late.technology(),
                        late.range(),
                        late.azimuth(),
                        late.elevation(),
                        late.rangeRate(),
                        late.said(),
                        -1));
        sky.tick(37.5);
        Track track = sky.updates().getLast().track();
        assertThat(track.time()).isEqualTo(at(36));
        assertThat(track.sources()).hasSize(2);
        assertThat(miss(track, LINER)).isLessThan(150);
        Plot old = sky.plot(SECOND_RADAR, LINER, 32.5, LINER.says());
        int told = sky.changes.size();
        sky.take(
                new Plot(
                        SECOND_RADAR,
                        old.measured(),
                        at(37.4),
                        old.origin(),
                        old.technology(),
                        old.range(),
                        old.azimuth(),
                        old.elevation(),
                        old.rangeRate(),
                        old.said(),
                        -1));
        sky.tick(38);
        assertThat(sky.changes).hasSize(told);
        assertThat(sky.tracker.counters().late()).isEqualTo(1);
    }

    @Test
    void shouldAddWhatATransponderSaysButMakeNoTrackOfIt() {
        Sky sky = new Sky(SEED + 14).open();
        Transponder name =
                new Transponder(
                        LINER.address(),
                        true,
                        -1,
                        "AUA123",
                        null,
                        Transponder.Ground.UNKNOWN,
                        Transponder.Emergency.NONE);
        sky.take(words(name, 0));
        sky.take(words(name, 4));
        sky.tick(5);
        assertThat(sky.tracks()).isEmpty();
        fly(sky, LINER, 8, 20);
        sky.take(words(name, 18));
        sky.tick(19);
        assertThat(sky.tracks().getFirst().said().callSign()).isEqualTo("AUA123");
        for (double t = 20; t < 60; t++) {
            sky.take(words(name, t));
            sky.tick(t + 0.5);
        }
        assertThat(sky.tracks()).isEmpty();
    }

    private static TransponderReport words(Transponder said, double seconds) {
        return new TransponderReport(
                ADSB,
                at(seconds),
                at(seconds),
                Origin.RECORDED,
                Technology.ADSB,
                said,
                LINER.east(),
                LINER.north(),
                Double.NaN);
    }

    @Test
    void shouldInfectATrackWhenOneReportIsSimulated() {
        Sky sky = new Sky(SEED + 15).open();
        fly(sky, LINER, 0, 12);
        assertThat(sky.tracks().getFirst().origin()).isEqualTo(Origin.RECORDED);
        Plot plot = sky.plot(LINER, 12);
        sky.take(
                new Plot(
                        RADAR,
                        plot.measured(),
                        plot.received(),
                        Origin.SIMULATED,
                        plot.technology(),
                        plot.range(),
                        plot.azimuth(),
                        plot.elevation(),
                        plot.rangeRate(),
                        plot.said(),
                        -1));
        sky.tick(13);
        fly(sky, LINER, 16, 24);
        assertThat(sky.tracks().getFirst().origin()).isEqualTo(Origin.SIMULATED);
    }

    @Test
    void shouldCountWhatItCannotUse() {
        Sky sky = new Sky(SEED + 16).open();
        Plot plot = sky.plot(LINER, 1);
        sky.take(moved(plot, UNPLACED, plot.range()));
        sky.take(moved(plot, 99, plot.range()));
        sky.take(moved(plot, -5, plot.range()));
        sky.take(moved(plot, RADAR, Double.NaN));
        sky.take(moved(plot, RADAR, -3));
        PositionReport position = sky.position(MLAT, LINER, 1, LINER.says());
        sky.take(
                new PositionReport(
                        MLAT,
                        position.measured(),
                        position.received(),
                        position.origin(),
                        position.technology(),
                        Double.NaN,
                        0,
                        null,
                        1,
                        0,
                        0,
                        0,
                        NOTHING,
                        -1));
        sky.tick(2);
        Counters counters = sky.tracker.counters();
        assertThat(counters.unplaced()).isEqualTo(1);
        assertThat(counters.unknownSensor()).isEqualTo(2);
        assertThat(counters.unsound()).isEqualTo(3);
        assertThat(counters.used()).isZero();
    }

    private static Plot moved(Plot plot, int sensor, double range) {
        return new Plot(
                sensor,
                plot.measured(),
                plot.received(),
                plot.origin(),
                plot.technology(),
                range,
                plot.azimuth(),
                plot.elevation(),
                plot.rangeRate(),
                plot.said(),
                -1);
    }

    @Test
    void shouldMergeWhenTwoTracksTurnOutToBeOneAircraft() {
        Sky sky = new Sky(SEED + 17).open();
        // MLAT without addresses and ADS-B disagree by 1.5 km at first, then agree.
        for (int s = 0; s < 160; s++) {
            double off = Math.max(0, 0.015 - s * 0.0002);
            Aircraft shifted =
                    new Aircraft(
                            LINER.latitude() + off,
                            LINER.longitude(),
                            LINER.height(),
                            LINER.east(),
                            LINER.north(),
                            -1,
                            -1);
            sky.take(sky.position(ADSB, LINER, s, LINER.says()));
            sky.take(sky.position(MLAT, shifted, s + 0.4, coded(LINER)));
            sky.tick(s + 0.9);
        }
        assertThat(sky.tracks()).hasSize(1);
        assertThat(sky.ends()).hasSize(1);
        assertThat(sky.ends().getFirst().reason()).isIn(EndReason.MERGED, EndReason.LOST);
    }

    /** Runs a busy minute into a tracker, and hands it over through bytes at a time, if wanted. */
    private static List<PictureChange> busy(double handOver) {
        Sky sky = new Sky(SEED + 18).open();
        List<PictureChange> all = new ArrayList<>();
        for (int s = 0; s < 90; s++) {
            for (int k = 0; k < 10; k++) {
                double t = s + k / 10.0;
                Aircraft one =
                        new Aircraft(
                                48 + 0.05 * k,
                                16 + 0.07 * k,
                                3_000 + 500 * k,
                                20 * k,
                                150,
                                k % 3 == 0 ? -1 : 1000 + k,
                                k % 4 == 0 ? -1 : k);
                sky.take(
                        sky.plot(
                                s % 2 == 0 ? RADAR : SECOND_RADAR,
                                one,
                                t,
                                k % 4 == 0 && k % 3 == 0 ? NOTHING : one.says()));
                if (k % 5 == 1) {
                    sky.take(sky.position(k == 1 ? ADSB : MLAT, one, t + 0.01, one.says()));
                }
                if (Math.abs(t - handOver) < 0.01) {
                    StateOutput out = new StateOutput();
                    sky.tracker.write(out);
                    StateInput in = new StateInput(out.toBytes());
                    Tracker moved = Tracker.read(in);
                    assertThat(in.isAtEnd()).isTrue();
                    all.addAll(sky.changes);
                    sky = new Sky(moved, sky.random);
                }
            }
            sky.tick(s + 0.95);
        }
        all.addAll(sky.changes);
        sky.tracks().forEach(track -> assertThat(track.isConfirmed()).isTrue());
        return all;
    }

    @Test
    void shouldGoOnToTheBitWhenItsStateWasMoved() {
        List<PictureChange> straight = busy(-1);
        assertThat(straight).hasSizeGreaterThan(300);
        assertThat(busy(37.3)).isEqualTo(straight);
        assertThat(busy(52.9)).isEqualTo(straight);
    }

    @Test
    void shouldGiveTheSameWhenRunAgain() {
        assertThat(busy(-1)).isEqualTo(busy(-1));
    }

    @Test
    void shouldWriteTheSameBytesWhenReadAndWrittenAgain() {
        Sky sky = new Sky(SEED + 19).open();
        fly(sky, LINER, 0, 20);
        sky.take(sky.plot(OTHER, 20));
        StateOutput first = new StateOutput();
        sky.tracker.write(first);
        StateOutput second = new StateOutput();
        Tracker.read(new StateInput(first.toBytes())).write(second);
        assertThat(second.toBytes()).isEqualTo(first.toBytes());
    }

    @Test
    void shouldRefuseStateWhenItIsDamaged() {
        Sky sky = new Sky(SEED + 20).open();
        fly(sky, LINER, 0, 20);
        StateOutput out = new StateOutput();
        sky.tracker.write(out);
        byte[] bytes = out.toBytes();
        for (int length = 0; length < bytes.length; length += 7) {
            byte[] cut = java.util.Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Tracker.read(new StateInput(cut)))
                    .isInstanceOf(StateException.class);
        }
        for (int version : new int[] {99, bytes[0] - 1}) {
            byte[] other = bytes.clone();
            other[0] = (byte) version;
            assertThatThrownBy(() -> Tracker.read(new StateInput(other)))
                    .isInstanceOf(StateException.class)
                    .hasMessageContaining("version");
        }
    }

    @Test
    void shouldKeepItsClockWhenAnInputIsOfThePast() {
        Sky sky = new Sky(SEED + 21).open();
        fly(sky, LINER, 0, 20);
        sky.tick(3);
        assertThat(sky.tracks().getFirst().time()).isEqualTo(at(19.5));
    }
}
