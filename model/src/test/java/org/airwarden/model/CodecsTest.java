package org.airwarden.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.World;
import org.junit.jupiter.api.Test;

class CodecsTest {
    private static final long SEED = 20261121;
    private static final int ROUNDS = 500;

    @Test
    void shouldReadBackChangesWhenWritten() {
        shouldReadBack(CodecsTest::change, ChangeCodec::write, ChangeCodec::read);
    }

    @Test
    void shouldReadBackSitesWhenWritten() {
        shouldReadBack(CodecsTest::site, SiteCodec::write, SiteCodec::read);
    }

    @Test
    void shouldReadBackSettingsWhenWritten() {
        shouldReadBack(
                random ->
                        new Settings(
                                random.nextLong(),
                                random.nextInt(),
                                number(random),
                                number(random)),
                SettingsCodec::write,
                SettingsCodec::read);
    }

    @Test
    void shouldReadBackDirectionsAndObservationsWhenWritten() {
        shouldReadBack(
                random ->
                        new Strobe(
                                random.nextInt(),
                                random.nextLong(),
                                random.nextLong(),
                                pick(random, Origin.values()),
                                pick(random, Strobe.Kind.values()),
                                number(random),
                                number(random),
                                number(random),
                                number(random)),
                ReportCodec::write,
                ReportCodec::readStrobe);
        shouldReadBack(
                random ->
                        new Observation(
                                random.nextInt(),
                                random.nextLong(),
                                random.nextLong(),
                                random.nextLong(),
                                pick(random, Origin.values()),
                                text(random),
                                number(random),
                                number(random),
                                number(random),
                                number(random),
                                number(random),
                                number(random),
                                number(random),
                                number(random),
                                number(random),
                                number(random),
                                number(random),
                                random.nextInt(),
                                pick(random, Observation.Craft.values()),
                                text(random)),
                ReportCodec::write,
                ReportCodec::readObservation);
    }

    @Test
    void shouldGiveTheSameBytesWhenChangesAreEqual() {
        PictureChange one = change(new SplittableRandom(SEED));
        PictureChange same = change(new SplittableRandom(SEED));

        assertThat(one).isNotSameAs(same);
        assertThat(ChangeCodec.toBytes(one)).isEqualTo(ChangeCodec.toBytes(same));
    }

    @Test
    void shouldRefuseWhenTheVersionIsNewer() {
        byte[] bytes = ChangeCodec.toBytes(change(new SplittableRandom(SEED)));
        bytes[0] = 2;

        assertThatExceptionOfType(StateException.class)
                .isThrownBy(() -> ChangeCodec.read(new StateInput(bytes)))
                .withMessageContaining("version 2");
    }

    @Test
    void shouldRefuseWhenCutAtAnyByte() {
        StateOutput out = new StateOutput();
        SiteCodec.write(site(new SplittableRandom(SEED + 1)), out);
        byte[] whole = out.toBytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(StateException.class)
                    .as("cut at %d", length)
                    .isThrownBy(() -> SiteCodec.read(new StateInput(cut)));
        }
    }

    @Test
    void shouldThrowNothingElseWhenBytesAreDamaged() {
        for (int round = 0; round < 20_000; round++) {
            SplittableRandom random = new SplittableRandom(SEED + round);
            byte[] bytes = ChangeCodec.toBytes(change(random));
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                assertThat(ChangeCodec.read(new StateInput(bytes))).isNotNull();
            } catch (StateException expected) {
                assertThat(expected).hasMessageMatching("(?s).+");
            } catch (RuntimeException other) {
                fail("seed " + (SEED + round), other);
            }
        }
    }

    private static <T> void shouldReadBack(
            Function<SplittableRandom, T> make,
            BiConsumer<T, StateOutput> write,
            Function<StateInput, T> read) {
        for (int round = 0; round < ROUNDS; round++) {
            T value = make.apply(new SplittableRandom(SEED + round));
            StateOutput out = new StateOutput();
            write.accept(value, out);
            StateInput in = new StateInput(out.toBytes());
            assertThat(read.apply(in)).as("seed %d", SEED + round).isEqualTo(value);
            assertThat(in.isAtEnd()).as("all read, seed %d", SEED + round).isTrue();
        }
    }

    private static PictureChange change(SplittableRandom random) {
        long time = random.nextLong();
        return switch (random.nextInt(4)) {
            case 0 ->
                    new PictureChange.TrackEnded(
                            time,
                            trackNumber(random),
                            pick(random, PictureChange.EndReason.values()));
            case 1 ->
                    new PictureChange.SensorChanged(
                            time,
                            random.nextInt(),
                            pick(random, PictureChange.SensorHealth.values()));
            default -> new PictureChange.TrackChanged(time, track(random));
        };
    }

    private static Track track(SplittableRandom random) {
        double[] upper = new double[21];
        for (int i = 0; i < upper.length; i++) {
            upper[i] = number(random);
        }
        List<TrackSource> sources = new ArrayList<>();
        for (int left = random.nextInt(5); left > 0; left--) {
            sources.add(
                    new TrackSource(
                            random.nextInt(),
                            pick(random, Technology.values()),
                            random.nextLong(),
                            random.nextLong(),
                            random.nextInt()));
        }
        return new Track(
                trackNumber(random),
                random.nextLong(),
                random.nextLong(),
                random.nextBoolean() ? Time.UNKNOWN : random.nextLong(),
                random.nextLong(),
                random.nextInt(20),
                pick(random, World.values()),
                new Kinematics(
                        number(random),
                        number(random),
                        number(random),
                        number(random),
                        number(random),
                        number(random),
                        Covariance.ofUpper(upper)),
                random.nextBoolean(),
                new Motion(
                        pick(random, Motion.Course.values()),
                        random.nextBoolean(),
                        pick(random, Motion.Vertical.values()),
                        random.nextBoolean()),
                number(random),
                said(random),
                sources,
                pick(random, Origin.values()),
                random.nextBoolean());
    }

    private static Transponder said(SplittableRandom random) {
        return new Transponder(
                random.nextInt(-1, 1 << 24),
                random.nextBoolean(),
                random.nextInt(-1, 1 << 12),
                text(random),
                random.nextBoolean() ? null : new PressureHeight(number(random)),
                pick(random, Transponder.Ground.values()),
                pick(random, Transponder.Emergency.values()));
    }

    private static Site site(SplittableRandom random) {
        List<Sensor> sensors = new ArrayList<>();
        for (int id = 0, count = random.nextInt(1, 6); id < count; id++) {
            Frame placement =
                    random.nextBoolean()
                            ? null
                            : Frame.flatAt(number(random), number(random), number(random));
            sensors.add(
                    new Sensor(
                            id,
                            "sensor " + random.nextInt(),
                            pick(random, Sensor.Kind.values()),
                            random.nextInt(-1, 256),
                            random.nextInt(-1, 256),
                            placement,
                            number(random),
                            number(random),
                            number(random),
                            number(random),
                            number(random),
                            number(random),
                            number(random),
                            number(random)));
        }
        return new Site(random.nextLong(), "Łódź ✈", pick(random, World.values()), sensors);
    }

    private static String text(SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> "";
            default -> "CALL" + random.nextInt(10_000);
        };
    }

    private static TrackNumber trackNumber(SplittableRandom random) {
        return new TrackNumber(random.nextInt(), random.nextInt());
    }

    private static double number(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> Double.NaN;
            case 1 -> -0.0;
            case 2 -> Double.POSITIVE_INFINITY;
            default -> random.nextDouble(-1e7, 1e7);
        };
    }

    private static <E> E pick(SplittableRandom random, E[] values) {
        return values[random.nextInt(values.length)];
    }
}
