package org.airwarden.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.geodesy.World;
import org.airwarden.model.ChangeCodec;
import org.airwarden.model.GeometricHeight;
import org.airwarden.model.Input;
import org.airwarden.model.Origin;
import org.airwarden.model.PictureChange;
import org.airwarden.model.PictureChange.SensorChanged;
import org.airwarden.model.PictureChange.SensorHealth;
import org.airwarden.model.Plot;
import org.airwarden.model.PositionReport;
import org.airwarden.model.PressureHeight;
import org.airwarden.model.Sensor;
import org.airwarden.model.Settings;
import org.airwarden.model.Site;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Technology;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.airwarden.model.Transponder;
import org.junit.jupiter.api.Test;

/** A radar whose north is wrong: told in the sensors' health, from good to far off and back. */
class HeldOutTest {
    private static final long START = 1_700_000_000L * Time.SECOND;
    private static final int RADAR = 0;
    private static final int RECEIVER = 1;
    private static final int AIRCRAFT = 12;
    private static final Frame HERE = Frame.tangent(GeodeticPosition.ofDegrees(41, 2, 100));

    private static Sensor sensor(int id, Sensor.Kind kind, double period) {
        return new Sensor(
                id,
                "sensor " + id,
                kind,
                -1,
                -1,
                HERE,
                50,
                0.001,
                Double.NaN,
                20,
                Double.NaN,
                Double.NaN,
                period,
                Double.NaN);
    }

    private static long at(double seconds) {
        return START + Time.ofSeconds(seconds);
    }

    /** Twelve aircraft about the radar, straight ahead; its north is wrong from 60 s on. */
    private static List<Input> inputs(int seconds, int until, double turned, long seed) {
        Random random = new Random(seed);
        List<Input> inputs = new ArrayList<>();
        inputs.add(
                new Site(
                        START,
                        "test",
                        World.EARTH,
                        List.of(
                                sensor(RADAR, Sensor.Kind.RADAR, 4),
                                sensor(RECEIVER, Sensor.Kind.ADSB, Double.NaN))));
        inputs.add(Settings.standard(START));
        for (int s = 0; s < seconds; s++) {
            for (int i = 0; i < AIRCRAFT; i++) {
                double t = s + i / 16.0;
                double course = i * 1.3;
                double x = 60_000 * Math.cos(i * 0.52) + 200 * t * Math.sin(course);
                double y = 60_000 * Math.sin(i * 0.52) + 200 * t * Math.cos(course);
                double[] world = new double[3];
                HERE.toWorld(x, y, 0, world, 0);
                GeodeticPosition below = Wgs84.toGeodetic(world[0], world[1], world[2]);
                double height = 8_000 + 100 * i;
                Transponder said =
                        new Transponder(
                                0x340000 + i,
                                true,
                                -1,
                                null,
                                new PressureHeight(height),
                                Transponder.Ground.AIRBORNE,
                                Transponder.Emergency.NONE);
                inputs.add(
                        new PositionReport(
                                RECEIVER,
                                at(t),
                                at(t + 0.05),
                                Origin.RECORDED,
                                Technology.ADSB,
                                below.latitude() + 10 * random.nextGaussian() / 6_371_000,
                                below.longitude() + 10 * random.nextGaussian() / 4_800_000,
                                new GeometricHeight(height),
                                10,
                                200 * Math.sin(course),
                                200 * Math.cos(course),
                                0,
                                said,
                                -1));
                if (s % 4 == i % 4) {
                    Wgs84.toEarthCentred(below.latitude(), below.longitude(), height, world);
                    double[] local = new double[3];
                    HERE.toLocal(world[0], world[1], world[2], local, 0);
                    double off = s >= 60 && s < until ? turned : 0;
                    double azimuth = Math.atan2(local[0], local[1]) + off + 4 * Math.PI;
                    inputs.add(
                            new Plot(
                                    RADAR,
                                    at(t),
                                    at(t + 0.06),
                                    Origin.RECORDED,
                                    Technology.MODE_S,
                                    Math.hypot(Math.hypot(local[0], local[1]), local[2])
                                            + 50 * random.nextGaussian(),
                                    (azimuth + 0.001 * random.nextGaussian()) % (2 * Math.PI),
                                    Double.NaN,
                                    Double.NaN,
                                    said,
                                    -1));
                }
            }
            inputs.add(new Tick(at(s + 1)));
        }
        return inputs;
    }

    private static List<SensorChanged> run(AirPicture picture, List<Input> inputs) {
        List<SensorChanged> healths = new ArrayList<>();
        for (Input input : inputs) {
            picture.accept(
                    input,
                    change -> {
                        if (change instanceof SensorChanged changed) {
                            healths.add(changed);
                        }
                    });
        }
        return healths;
    }

    @Test
    void shouldTellARadarThatIsHeldOutAndComesBack() {
        AirPicture picture = new AirPicture(1, Origin.RECORDED);
        List<SensorChanged> healths = run(picture, inputs(330, 150, Math.toRadians(3), 1));

        List<SensorChanged> radar =
                healths.stream().filter(change -> change.sensor() == RADAR).toList();
        assertThat(radar.getFirst().health()).isEqualTo(SensorHealth.GOOD);
        SensorChanged out =
                radar.stream()
                        .filter(change -> change.health() == SensorHealth.HELD_OUT)
                        .findFirst()
                        .orElseThrow();
        assertThat(Time.secondsBetween(START, out.time())).isBetween(60.0, 180.0);
        assertThat(radar.getLast().health()).isEqualTo(SensorHealth.GOOD);
        assertThat(Time.secondsBetween(START, radar.getLast().time())).isBetween(200.0, 320.0);
        assertThat(healths)
                .noneMatch(change ->
                        change.sensor() == RECEIVER && change.health() != SensorHealth.GOOD);
        assertThat(picture.sensors().get(RADAR).quality().azimuth().sigma()).isPositive();
    }

    @Test
    void shouldTellARadarThatIsSlightlyTurned() {
        AirPicture picture = new AirPicture(1, Origin.RECORDED);
        run(picture, inputs(300, 300, Math.toRadians(0.4), 2));

        SensorStatus radar = picture.sensors().get(RADAR);
        assertThat(radar.health()).isEqualTo(SensorHealth.MISALIGNED);
        assertThat(Math.toDegrees(radar.quality().azimuth().value())).isBetween(0.3, 0.5);
        assertThat(radar.quality().azimuth().significance()).isGreaterThan(3);
        assertThat(picture.sensors().get(RECEIVER).health()).isEqualTo(SensorHealth.GOOD);
    }

    @Test
    void shouldGoOnToTheSameChangesWhenItsStateIsMovedWhileHeldOut() {
        List<Input> inputs = inputs(200, 150, Math.toRadians(3), 3);
        AirPicture whole = new AirPicture(1, Origin.RECORDED);
        AirPicture moved = new AirPicture(1, Origin.RECORDED);
        int cut = inputs.size() * 120 / 200;
        run(whole, inputs.subList(0, cut));
        run(moved, inputs.subList(0, cut));
        StateOutput out = new StateOutput();
        moved.write(out);
        AirPicture read = AirPicture.read(new StateInput(out.toBytes()));
        assertThat(read.sensors()).isEqualTo(whole.sensors());

        List<byte[]> one = new ArrayList<>();
        List<byte[]> other = new ArrayList<>();
        for (Input input : inputs.subList(cut, inputs.size())) {
            whole.accept(input, change -> one.add(bytes(change)));
            read.accept(input, change -> other.add(bytes(change)));
        }
        assertThat(other).hasSameSizeAs(one);
        for (int i = 0; i < one.size(); i++) {
            assertThat(Arrays.equals(one.get(i), other.get(i))).isTrue();
        }
    }

    private static byte[] bytes(PictureChange change) {
        return ChangeCodec.toBytes(change);
    }
}
