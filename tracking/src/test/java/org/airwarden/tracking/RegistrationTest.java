package org.airwarden.tracking;

import static org.airwarden.tracking.ManySensors.ADSB;
import static org.airwarden.tracking.ManySensors.FIRST;
import static org.airwarden.tracking.ManySensors.MLAT;
import static org.airwarden.tracking.ManySensors.SECOND;
import static org.airwarden.tracking.ManySensors.THIRD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.model.ChangeCodec;
import org.airwarden.model.Input;
import org.airwarden.model.PictureChange;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.airwarden.tracking.ManySensors.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of registration and of clocks are found, told and taken off; sound sensors stay as is. */
class RegistrationTest {
    private static final long SEED = 20_260_401;
    private static final double DRIFTING = 400;
    private static final double TEN_MINUTES = 600;

    /** What came of a run. */
    private static final class Run {
        final ManySensors sky;
        final Tracker tracker = new Tracker(1);

        /** First second at which the second radar was told to be off, and was held out, or NaN. */
        double told = Double.NaN;

        double heldOut = Double.NaN;
        double back = Double.NaN;

        /** Tracks beyond the aircraft, summed over seconds. */
        long ghosts;

        /** The same in the last 100 s. */
        long lateGhosts;

        /** Squared distances (m) from tracks to the nearest aircraft in the last 100 s. */
        double square;

        long near;

        Run(long seed, double seconds, Consumer<ManySensors> make) {
            sky = new ManySensors(seed);
            make.accept(sky);
            for (Input input : sky.inputs(seconds)) {
                tracker.accept(input, change -> {});
                if (input instanceof Tick tick) {
                    look(Time.secondsBetween(ManySensors.START, tick.received()), seconds);
                }
            }
        }

        private void look(double now, double seconds) {
            SensorQuality second = quality(SECOND);
            if (Double.isNaN(told) && second.significant()) {
                told = now;
            }
            if (Double.isNaN(heldOut) && second.heldOut()) {
                heldOut = now;
            }
            if (!Double.isNaN(heldOut) && Double.isNaN(back) && !second.heldOut()) {
                back = now;
            }
            int[] live = {0};
            List<double[]> truth = now > seconds - 100 ? sky.truth(now) : List.of();
            tracker.forEachTrack(track -> {
                live[0]++;
                double least = Double.POSITIVE_INFINITY;
                for (double[] at : truth) {
                    double dx = at[0] - track.kinematics().x();
                    double dy = at[1] - track.kinematics().y();
                    double dz = at[2] - track.kinematics().z();
                    least = Math.min(least, horizontal(at, dx, dy, dz));
                }
                if (least < 1e6) {
                    square += least;
                    near++;
                }
            });
            ghosts += Math.max(0, live[0] - sky.aircraft);
            lateGhosts += now > seconds - 100 ? Math.max(0, live[0] - sky.aircraft) : 0;
        }

        private static double horizontal(double[] at, double dx, double dy, double dz) {
            GeodeticPosition place = Wgs84.toGeodetic(at[0], at[1], at[2]);
            double up =
                    Math.cos(place.latitude()) * Math.cos(place.longitude()) * dx
                            + Math.cos(place.latitude()) * Math.sin(place.longitude()) * dy
                            + Math.sin(place.latitude()) * dz;
            return dx * dx + dy * dy + dz * dz - up * up;
        }

        SensorQuality quality(int sensor) {
            return tracker.sensors().stream()
                    .filter(one -> one.sensor() == sensor)
                    .findFirst()
                    .orElseThrow();
        }

        double rms() {
            return Math.sqrt(square / near);
        }

        /** Ghosts in ten minutes: none come once a fault is known. */
        double ghostShare() {
            return ghosts / (TEN_MINUTES * sky.aircraft) + lateGhosts;
        }
    }

    /** Registration error F7: estimated, told, held out where it must be, and no ghosts. */
    @ParameterizedTest
    @CsvSource({
        "50, 0, 0, 0",
        "200, 0, 0, 0",
        "1000, 0, 0, 0",
        "0, 0.1, 0, 0",
        "0, 0.5, 0, 0",
        "0, 2, 0, 0",
        "0, 10, 0, 0",
        "0, -107, 0, 0",
        "0, 0, 1000, 0",
        "0, 0, -600, 800"
    })
    void shouldEstimateARegistrationErrorWhenAircraftTellTheirPlaces(
            double range, double azimuth, double east, double north) {
        Run run =
                new Run(
                        SEED,
                        200,
                        sky -> {
                            sky.faults[SECOND].range = range;
                            sky.faults[SECOND].azimuth = Math.toRadians(azimuth);
                            sky.faults[SECOND].east = east;
                            sky.faults[SECOND].north = north;
                        });
        SensorQuality found = run.quality(SECOND);
        System.out.printf(
                "registration %5.0f m %6.1f deg %5.0f m east %5.0f m north: found %.1f (%.1f) m"
                        + " %.3f (%.3f) deg %.0f (%.0f) %.0f (%.0f) m; told %.0f s, held out %.0f s,"
                        + " ghosts %.3f %%%n",
                range,
                azimuth,
                east,
                north,
                found.range().value(),
                found.range().sigma(),
                Math.toDegrees(found.azimuth().value()),
                Math.toDegrees(found.azimuth().sigma()),
                found.east().value(),
                found.east().sigma(),
                found.north().value(),
                found.north().sigma(),
                run.told,
                run.heldOut,
                100 * run.ghostShare());

        assertThat(found.significant()).isTrue();
        assertThat(run.told).isLessThan(120);
        assertThat(found.range().value())
                .isCloseTo(range, within(Math.max(20, 0.2 * Math.abs(range))));
        assertThat(Math.toDegrees(found.azimuth().value()))
                .isCloseTo(azimuth, within(Math.max(0.02, 0.2 * Math.abs(azimuth))));
        assertThat(found.east().value())
                .isCloseTo(east, within(Math.max(20, 0.2 * Math.abs(east))));
        assertThat(found.north().value())
                .isCloseTo(north, within(Math.max(20, 0.2 * Math.abs(north))));
        boolean far = Math.abs(azimuth) >= 2 || range >= 1_000 || Math.hypot(east, north) > 900;
        assertThat(found.heldOut()).isEqualTo(far);
        if (far) {
            assertThat(run.heldOut).isLessThan(120);
        }
        assertThat(run.ghostShare()).isLessThan(0.01);
        for (int other : new int[] {FIRST, THIRD, ADSB}) {
            assertThat(run.quality(other).significant()).as("sensor %d", other).isFalse();
            assertThat(run.quality(other).heldOut()).as("sensor %d", other).isFalse();
        }
    }

    /** The same among radars alone: three that see each other's targets tell which one is off. */
    @ParameterizedTest
    @CsvSource({"200, 0, 0", "0, 0.5, 0", "0, 2, 0", "0, 10, 0", "0, 0, 1000"})
    void shouldEstimateARegistrationErrorWhenRadarsCompareThemselves(
            double range, double azimuth, double east) {
        Run run =
                new Run(
                        SEED + 1,
                        240,
                        sky -> {
                            sky.adsb = false;
                            sky.faults[SECOND].range = range;
                            sky.faults[SECOND].azimuth = Math.toRadians(azimuth);
                            sky.faults[SECOND].east = east;
                        });
        SensorQuality found = run.quality(SECOND);

        assertThat(found.significant()).isTrue();
        assertThat(found.range().value()).isCloseTo(range, within(40.0));
        assertThat(Math.toDegrees(found.azimuth().value()))
                .isCloseTo(azimuth, within(Math.max(0.05, 0.2 * azimuth)));
        assertThat(found.east().value()).isCloseTo(east, within(Math.max(60, 0.2 * east)));
        assertThat(run.quality(FIRST).heldOut()).isFalse();
        assertThat(run.quality(THIRD).heldOut()).isFalse();
        assertThat(run.ghostShare()).isLessThan(0.01);
    }

    /** Sensor time error F3, in both directions; claims that cannot be are replaced, yet told. */
    @ParameterizedTest
    @ValueSource(doubles = {-6, -5, -0.6, 1, 6, 3_600})
    void shouldTellATimeErrorWhenAClockIsOff(double late) {
        Run run = new Run(SEED + 2, 120, sky -> sky.faults[SECOND].time = late);
        SensorQuality found = run.quality(SECOND);
        System.out.printf(
                "clock %7.1f s off: found %.2f (%.2f) s, told %.0f s, held out %.0f s%n",
                late, found.time().value(), found.time().sigma(), run.told, run.heldOut);

        assertThat(found.time().value())
                .isCloseTo(late, within(Math.max(0.12, 0.02 * Math.abs(late))));
        assertThat(run.told).as("told within").isLessThan(120);
        assertThat(found.heldOut()).isEqualTo(Math.abs(late) >= 5);
        assertThat(run.ghostShare()).isLessThan(0.01);
    }

    @Test
    void shouldFollowWhenAClockDrifts() {
        // Fifteen times 50 ppm, to see it within minutes.
        Run run = new Run(SEED + 3, DRIFTING, sky -> sky.drift = 750e-6);

        assertThat(run.quality(FIRST).time().value()).isCloseTo(0.3, within(0.1));
        assertThat(run.quality(FIRST).significant()).isTrue();
    }

    @Test
    void shouldBlameTheReceiverWhenItsClockIsOffFromAllRadars() {
        Run run = new Run(SEED + 4, 120, sky -> sky.faults[ADSB].time = -3);

        assertThat(run.quality(ADSB).time().value()).isCloseTo(-3, within(0.15));
        assertThat(run.quality(FIRST).time().value()).isCloseTo(0, within(0.15));
    }

    @Test
    void shouldEstimateAMultilaterationSystemAgainstAircraftThatTellTheirPlaces() {
        Run run =
                new Run(
                        SEED + 5,
                        200,
                        sky -> {
                            sky.mlat = true;
                            sky.radars = 0;
                            sky.faults[MLAT].east = 60;
                            sky.faults[MLAT].north = -40;
                            sky.faults[MLAT].time = 0.3;
                        });
        SensorQuality found = run.quality(MLAT);

        assertThat(found.significant()).isTrue();
        assertThat(found.east().value()).isCloseTo(60, within(8.0));
        assertThat(found.north().value()).isCloseTo(-40, within(8.0));
        assertThat(found.time().value()).isCloseTo(0.3, within(0.06));
        assertThat(found.distanceAfter()).isLessThan(0.6 * found.distanceBefore());
    }

    /** Codes pair reports as addresses do; with neither, tracks do while the error is small. */
    @ParameterizedTest
    @EnumSource(Words.class)
    void shouldEstimateWhateverTranspondersSay(Words words) {
        Run run =
                new Run(
                        SEED + 6,
                        200,
                        sky -> {
                            sky.words = words;
                            sky.faults[SECOND].range = 150;
                        });
        SensorQuality found = run.quality(SECOND);

        assertThat(found.significant()).isTrue();
        assertThat(found.range().value()).isCloseTo(150, within(20.0));
        assertThat(run.quality(FIRST).significant()).isFalse();
        assertThat(run.ghostShare()).isLessThan(0.01);
    }

    /** With nothing said, a radar far off makes tracks of its own; those tell by how much. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0, true",
        "2, 0, true",
        "10, 0, true",
        "0, 1000, true",
        "2, 0, false",
        "10, 0, false"
    })
    void shouldFindARadarThatIsFarOffByItsTracks(double azimuth, double range, boolean adsb) {
        Run run =
                new Run(
                        SEED + 11,
                        150,
                        sky -> {
                            sky.words = Words.NOTHING;
                            sky.adsb = adsb;
                            sky.faults[SECOND].azimuth = Math.toRadians(azimuth);
                            sky.faults[SECOND].range = range;
                        });
        SensorQuality found = run.quality(SECOND);
        System.out.printf(
                "echoes alone, %.1f deg, %.0f m: told %.0f s, held out %.0f s, ghosts %.2f %%%n",
                azimuth, range, run.told, run.heldOut, 100 * run.ghostShare());

        assertThat(Math.toDegrees(found.azimuth().value()))
                .isCloseTo(azimuth, within(Math.max(0.05, 0.1 * azimuth)));
        assertThat(found.range().value()).isCloseTo(range, within(30.0));
        assertThat(run.told).isLessThan(60);
        if (azimuth >= 2 || range >= 1_000) {
            assertThat(run.heldOut).isLessThan(120);
        }
        assertThat(run.ghostShare()).as("ghosts in ten minutes").isLessThan(0.01);
        assertThat(run.quality(FIRST).heldOut()).isFalse();
        assertThat(run.quality(THIRD).heldOut()).isFalse();
    }

    @Test
    void shouldTrackAsWellAsUnbiasedWhenABiasIsTakenOff() {
        Run sound = new Run(SEED + 7, 200, sky -> sky.adsb = false);
        Run biased =
                new Run(
                        SEED + 7,
                        200,
                        sky -> {
                            sky.adsb = false;
                            sky.faults[SECOND].azimuth = Math.toRadians(0.5);
                            sky.faults[THIRD].range = 150;
                        });
        System.out.printf(
                "tracks of three radars: %.0f m off; one turned by half a degree, one 150 m long:"
                        + " %.0f m%n",
                sound.rms(), biased.rms());

        assertThat(biased.rms()).isLessThan(1.25 * sound.rms());
    }

    @Test
    void shouldComeBackWhenAHeldOutSensorIsRightAgain() {
        Run run =
                new Run(
                        SEED + 8,
                        400,
                        sky -> {
                            sky.faults[SECOND].azimuth = Math.toRadians(3);
                            sky.faults[SECOND].to = 150;
                        });

        assertThat(run.heldOut).isLessThan(120);
        assertThat(run.back).as("a minute of being right").isBetween(210.0, 300.0);
        assertThat(run.quality(SECOND).heldOut()).isFalse();
        assertThat(Math.toDegrees(run.quality(SECOND).azimuth().value()))
                .isCloseTo(0, within(0.03));
        assertThat(run.ghostShare()).isLessThan(0.01);
    }

    /** Estimates err as much as they say, and sound sensors are let be. */
    @Test
    void shouldBeConsistentWhenSensorsAreSound() {
        double sum = 0;
        int count = 0;
        int significant = 0;
        for (int seed = 1; seed <= 5; seed++) {
            Run run = new Run(seed, 150, sky -> {});
            for (int sensor = FIRST; sensor <= THIRD; sensor++) {
                SensorQuality found = run.quality(sensor);
                significant += found.significant() ? 1 : 0;
                for (SensorQuality.Bias bias :
                        List.of(
                                found.range(),
                                found.scale(),
                                found.azimuth(),
                                found.east(),
                                found.north())) {
                    sum += bias.significance() * bias.significance();
                    count++;
                }
            }
        }
        System.out.printf(
                "normalised squared errors of registration: %.2f on average of %d%n",
                sum / count, count);

        assertThat(sum / count).isBetween(0.3, 1.5);
        assertThat(significant).as("of 15").isLessThanOrEqualTo(1);
    }

    @Test
    void shouldDoNothingWhenASensorIsAlone() {
        Run run =
                new Run(
                        SEED + 9,
                        100,
                        sky -> {
                            sky.radars = 1;
                            sky.adsb = false;
                            sky.faults[FIRST].azimuth = 0.05;
                        });

        assertThat(run.quality(FIRST).compared()).isZero();
        assertThat(run.quality(FIRST).significant()).isFalse();
        assertThat(run.quality(FIRST).range().sigma()).isZero();
    }

    /** Cut anywhere, moved as bytes, it goes on to the same bytes. */
    @ParameterizedTest
    @ValueSource(ints = {3, 40, 90, 91})
    void shouldGoOnToTheSameBytesWhenItsStateIsMoved(int cut) {
        ManySensors sky = new ManySensors(SEED + 10);
        sky.mlat = true;
        sky.words = Words.CODE;
        sky.faults[SECOND].azimuth = Math.toRadians(3);
        sky.faults[SECOND].to = 70;
        sky.faults[THIRD].time = -1;
        List<Input> inputs = sky.inputs(130);
        Tracker whole = new Tracker(1);
        Tracker moved = new Tracker(1);
        List<PictureChange> wholeChanges = new ArrayList<>();
        List<PictureChange> movedChanges = new ArrayList<>();
        boolean done = false;
        for (Input input : inputs) {
            if (!done && input.received() >= ManySensors.at(cut)) {
                StateOutput out = new StateOutput();
                moved.write(out);
                moved = Tracker.read(new StateInput(out.toBytes()));
                done = true;
            }
            whole.accept(input, wholeChanges::add);
            moved.accept(input, movedChanges::add);
        }

        assertThat(bytes(moved)).isEqualTo(bytes(whole));
        assertThat(movedChanges).hasSameSizeAs(wholeChanges);
        for (int i = 0; i < wholeChanges.size(); i++) {
            assertThat(ChangeCodec.toBytes(movedChanges.get(i)))
                    .isEqualTo(ChangeCodec.toBytes(wholeChanges.get(i)));
        }
    }

    private static byte[] bytes(Tracker tracker) {
        StateOutput out = new StateOutput();
        tracker.write(out);
        return out.toBytes();
    }
}
