package org.airwarden.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.World;
import org.airwarden.model.ChangeCodec;
import org.airwarden.model.Input;
import org.airwarden.model.Origin;
import org.airwarden.model.PictureChange;
import org.airwarden.model.PictureChange.SensorChanged;
import org.airwarden.model.PictureChange.SensorHealth;
import org.airwarden.model.Plot;
import org.airwarden.model.PositionReport;
import org.airwarden.model.PressureHeight;
import org.airwarden.model.Sensor;
import org.airwarden.model.ServiceMessage;
import org.airwarden.model.Settings;
import org.airwarden.model.Site;
import org.airwarden.model.StateException;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Technology;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.airwarden.model.Transponder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AirPictureTest {
    private static final long START = 1_700_000_000L * Time.SECOND;

    private static Sensor sensor(int id, Sensor.Kind kind, boolean placed, double period) {
        Frame frame = Frame.tangent(GeodeticPosition.ofDegrees(41, 2, 30));
        return new Sensor(
                id,
                "sensor " + id,
                kind,
                -1,
                -1,
                placed ? frame : null,
                50,
                0.001,
                Double.NaN,
                20,
                Double.NaN,
                Double.NaN,
                period,
                Double.NaN);
    }

    private static List<Input> beginning() {
        return List.of(
                new Site(
                        START,
                        "test",
                        World.EARTH,
                        List.of(
                                sensor(0, Sensor.Kind.ADSB, true, 1),
                                sensor(1, Sensor.Kind.RADAR, true, 4),
                                sensor(2, Sensor.Kind.RADAR, false, Double.NaN))),
                Settings.standard(START));
    }

    private static PositionReport report(int sensor, long time, int aircraft, Origin origin) {
        double since = Time.secondsBetween(START, time);
        return new PositionReport(
                sensor,
                time,
                time,
                origin,
                Technology.ADSB,
                StrictMath.toRadians(41 + aircraft * 0.2),
                StrictMath.toRadians(2) + since * 200 / 4_800_000,
                null,
                20,
                200,
                0,
                0,
                new Transponder(
                        0x400000 + aircraft,
                        true,
                        -1,
                        null,
                        new PressureHeight(10_000),
                        Transponder.Ground.AIRBORNE,
                        Transponder.Emergency.NONE),
                -1);
    }

    private static Plot plot(int sensor, long time) {
        return new Plot(
                sensor,
                time,
                time,
                Origin.RECORDED,
                Technology.PRIMARY,
                40_000,
                1,
                Double.NaN,
                Double.NaN,
                Transponder.SILENT,
                -1);
    }

    private static List<PictureChange> run(AirPicture picture, List<? extends Input> inputs) {
        List<PictureChange> changes = new ArrayList<>();
        inputs.forEach(input -> picture.accept(input, changes::add));
        return changes;
    }

    @Test
    void shouldCallASensorSilentAfterThreeOfItsPeriods() {
        AirPicture picture = new AirPicture(1, Origin.RECORDED);
        run(picture, beginning());
        run(picture, List.of(report(0, START + Time.SECOND, 1, Origin.RECORDED)));
        run(picture, List.of(plot(1, START + Time.SECOND)));
        List<String> said = new ArrayList<>();
        for (int second = 2; second < 20; second++) {
            for (PictureChange change :
                    run(picture, List.of(new Tick(START + second * Time.SECOND)))) {
                if (change instanceof SensorChanged changed) {
                    said.add(second + " " + changed.sensor() + " " + changed.health());
                }
            }
        }

        // Five seconds at least; twelve for a radar of four.
        assertThat(said).containsExactly("7 0 SILENT", "14 1 SILENT");
        assertThat(run(picture, List.of(report(0, START + 21 * Time.SECOND, 1, Origin.RECORDED))))
                .contains(new SensorChanged(START + 21 * Time.SECOND, 0, SensorHealth.GOOD));
    }

    @Test
    void shouldTakeASensorsWordForItsPeriod() {
        AirPicture picture = new AirPicture(1, Origin.RECORDED);
        run(picture, beginning());
        run(
                picture,
                List.of(
                        new ServiceMessage(
                                1,
                                START,
                                START,
                                Origin.RECORDED,
                                ServiceMessage.Kind.NORTH_MARK,
                                Double.NaN,
                                10)));
        run(picture, List.of(new Tick(START + 29 * Time.SECOND)));
        assertThat(picture.sensors().get(1).health()).isEqualTo(SensorHealth.GOOD);
        run(picture, List.of(new Tick(START + 31 * Time.SECOND)));
        assertThat(picture.sensors().get(1).health()).isEqualTo(SensorHealth.SILENT);
    }

    @Test
    void shouldSayThatAPlotsSensorStandsNowhere() {
        AirPicture picture = new AirPicture(1, Origin.RECORDED);
        run(picture, beginning());

        assertThat(picture.sensors().get(2).health()).isEqualTo(SensorHealth.WAITING);
        assertThat(run(picture, List.of(plot(2, START + Time.SECOND))))
                .containsExactly(new SensorChanged(START + Time.SECOND, 2, SensorHealth.UNPLACED));
    }

    @Test
    void shouldRefuseWhatIsSimulatedWhenLive() {
        AirPicture live = new AirPicture(1, Origin.LIVE);
        run(live, beginning());
        for (int second = 1; second < 10; second++) {
            run(live, List.of(report(0, START + second * Time.SECOND, 1, Origin.SIMULATED)));
        }
        run(live, List.of(new Tick(START + 10 * Time.SECOND)));
        List<Object> tracks = new ArrayList<>();
        live.forEachTrack(tracks::add);

        assertThat(tracks).isEmpty();
        assertThat(live.reports()).isZero();
        assertThat(live.refusedSimulated()).isEqualTo(9);
    }

    @Test
    void shouldMarkATrackOfOneSimulatedReport() {
        AirPicture picture = new AirPicture(1, Origin.RECORDED);
        run(picture, beginning());
        for (int second = 1; second < 10; second++) {
            Origin origin = second == 5 ? Origin.SIMULATED : Origin.RECORDED;
            run(picture, List.of(report(0, START + second * Time.SECOND, 1, origin)));
        }
        run(picture, List.of(new Tick(START + 10 * Time.SECOND)));
        List<Origin> origins = new ArrayList<>();
        picture.forEachTrack(track -> origins.add(track.origin()));

        assertThat(origins).containsExactly(Origin.SIMULATED);
    }

    @Test
    void shouldNeverRunItsClockBack() {
        AirPicture picture = new AirPicture(1, Origin.RECORDED);
        run(picture, beginning());
        run(picture, List.of(new Tick(START + 5 * Time.SECOND), new Tick(START + Time.SECOND)));

        assertThat(picture.clock()).isEqualTo(START + 5 * Time.SECOND);
    }

    /** Written and read at any input, it goes on to the bit. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldGoOnFromItsStateToTheBit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Input> inputs = new ArrayList<>(beginning());
        for (int second = 1; second < 60; second++) {
            long time = START + second * Time.SECOND;
            for (int aircraft = 0; aircraft < 8; aircraft++) {
                if (random.nextInt(5) > 0) {
                    inputs.add(report(0, time - aircraft, aircraft, Origin.RECORDED));
                }
            }
            inputs.add(plot(1, time));
            inputs.add(new Tick(time));
        }
        int cut = random.nextInt(10, inputs.size());
        AirPicture first = new AirPicture(7, Origin.RECORDED);
        run(first, inputs.subList(0, cut));
        StateOutput out = new StateOutput();
        first.write(out);
        AirPicture second = AirPicture.read(new StateInput(out.toBytes()));
        List<Input> rest = inputs.subList(cut, inputs.size());

        assertThat(bytes(run(second, rest))).as("seed " + seed).isEqualTo(bytes(run(first, rest)));
        StateOutput again = new StateOutput();
        StateOutput original = new StateOutput();
        second.write(again);
        first.write(original);
        assertThat(again.toBytes()).isEqualTo(original.toBytes());
    }

    private static List<String> bytes(List<PictureChange> changes) {
        return changes.stream().map(c -> Arrays.toString(ChangeCodec.toBytes(c))).toList();
    }

    @Test
    void shouldRefuseADamagedState() {
        AirPicture picture = new AirPicture(1, Origin.RECORDED);
        run(picture, beginning());
        StateOutput out = new StateOutput();
        picture.write(out);
        byte[] bytes = out.toBytes();

        assertThatThrownBy(() ->
                        AirPicture.read(new StateInput(Arrays.copyOf(bytes, bytes.length / 2))))
                .isInstanceOf(StateException.class);
        bytes[0] = 99;
        assertThatThrownBy(() -> AirPicture.read(new StateInput(bytes)))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("version 99");
    }
}
