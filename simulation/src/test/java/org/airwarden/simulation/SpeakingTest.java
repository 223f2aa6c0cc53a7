package org.airwarden.simulation;

import static org.airwarden.simulation.SmallScenario.leg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.airwarden.feeds.PacketDecoder;
import org.airwarden.feeds.Source;
import org.airwarden.geodesy.Terrain;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.model.Observation;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.PictureChange;
import org.airwarden.model.Plot;
import org.airwarden.model.PositionReport;
import org.airwarden.model.Sensor;
import org.airwarden.model.SensorReport;
import org.airwarden.model.ServiceMessage;
import org.airwarden.model.Strobe;
import org.airwarden.model.Technology;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.airwarden.model.Transponder;
import org.airwarden.model.TransponderReport;
import org.airwarden.picture.AirPicture;
import org.airwarden.simulation.PlatformClass.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sensors see, as reports and as bytes, and back. */
class SpeakingTest {
    private static final double LASTING = 120;

    /** A run's reports, and what feeds make of its bytes. */
    private static final class Run {
        final Scenario scenario = scenario().build();
        final List<Mover> movers = new Movers(scenario, Terrain.SMOOTH).draw(4, 0);
        final Sky sky = new Sky(scenario, movers, (mover, time) -> true, 4, 0);
        final Reporting reporting = new Reporting(scenario, Terrain.SMOOTH);
        final List<Watch> watches = new Watches(scenario, Terrain.SMOOTH).start(sky, true);
        final List<SensorReport> said = new ArrayList<>();
        final List<SensorReport> told = new ArrayList<>();
        final List<Packet> packets = new ArrayList<>();

        Run() {
            List<Speaking> voices = new ArrayList<>();
            for (Sensor sensor : reporting.site().sensors()) {
                voices.add(sensor.kind() == Sensor.Kind.OBSERVER ? null : new Speaking(sensor));
            }
            for (long now = 0; now < Time.ofSeconds(LASTING); now += Time.SECOND / 4) {
                for (Watch watch : watches) {
                    while (watch.next() <= now) {
                        look(watch, voices.get(watch.number));
                    }
                }
            }
        }

        private void look(Watch watch, Speaking voice) {
            long due = watch.next();
            long received = scenario.start() + due + Time.SECOND / 10;
            if (watch instanceof RadarWatch radar) {
                add(reporting.service(radar, due, received), voice);
            }
            watch.look(seen -> reporting.reports(seen, received).forEach(r -> add(r, voice)));
            if (voice != null) {
                Packet packet = voice.take(received);
                if (packet != null) {
                    packets.add(packet);
                }
            }
        }

        /** What people and microphones tell has no bytes. */
        private void add(SensorReport report, Speaking voice) {
            if (voice == null) {
                told.add(report);
                return;
            }
            said.add(report);
            voice.say(report);
        }

        private List<SensorReport> decoded() {
            List<Source> sources = new ArrayList<>();
            reporting.site().sensors().forEach(sensor -> sources.add(Speaking.source(sensor)));
            List<String> faults = new ArrayList<>();
            List<SensorReport> heard = new ArrayList<>();
            PacketDecoder decoder =
                    new PacketDecoder(
                            sources,
                            reporting.site().sensors(),
                            fault -> faults.add(fault.toString()));
            packets.forEach(packet -> decoder.decode(packet, heard::add));
            assertThat(faults).isEmpty();
            assertThat(decoder.setAside()).isEmpty();
            return heard;
        }
    }

    private static SmallScenario scenario() {
        SmallScenario scenario =
                new SmallScenario()
                        .lasting(LASTING)
                        .platform("airliner", Kind.AIRCRAFT, 230, 10_000, 40, 1)
                        .radarClass("search", 200_000, 4, 60, 0.002, Double.NaN)
                        .radarClass("three", 150_000, 5, 60, 0.002, 300);
        Answering.Equipment[] all = Answering.Equipment.values();
        for (int i = 0; i < 12; i++) {
            double off = 0.1 * i;
            scenario.flight(
                    "f" + i,
                    "airliner",
                    0,
                    new Answering(
                            all[i % all.length], -1, -1, i > 5 ? "QAB12" + i : null, false, true),
                    leg(33 + off, 35.3, 8_000 + 300 * i, 220),
                    leg(33.6 - off / 3, 36.6 + off / 4),
                    leg(34.5, 36 + off));
        }
        scenario.sensor(
                SmallScenario.site(
                        "search",
                        SensorSite.Kind.RADAR,
                        "search",
                        33.5,
                        36.2,
                        20,
                        Double.NaN,
                        300_000,
                        0.97,
                        4));
        scenario.sensor(
                SmallScenario.site(
                        "three",
                        SensorSite.Kind.RADAR,
                        "three",
                        33.9,
                        36.6,
                        20,
                        Double.NaN,
                        0,
                        0.97,
                        2));
        scenario.sensor(
                SmallScenario.site(
                        "adsb", SensorSite.Kind.ADSB, null, 33.5, 36.2, 20, 400_000, 0, 0.9, 0));
        scenario.sensor(
                SmallScenario.site(
                        "mlat", SensorSite.Kind.MLAT, null, 33.5, 36.2, 20, 200_000, 0, 0.9, 0));
        scenario.sensor(
                SmallScenario.site(
                        "ears", SensorSite.Kind.ACOUSTIC, null, 33.5, 36.2, 5, 9_000, 0, 0.9, 0));
        return scenario;
    }

    @Test
    void shouldDecodeToTheSameReports() {
        Run run = new Run();
        List<SensorReport> heard = run.decoded();
        // A packet holds what a radar says of its beam before the plots, as the radar said it.
        assertThat(heard).hasSameSizeAs(run.said);
        assertThat(run.told).allMatch(Observation.class::isInstance);
        Map<String, Integer> kinds = new TreeMap<>();
        for (int i = 0; i < heard.size(); i++) {
            same(heard.get(i), run.said.get(i));
            kinds.merge(kind(run.said.get(i)), 1, Integer::sum);
        }
        assertThat(kinds)
                .containsOnlyKeys(
                        "ADSB",
                        "COMBINED",
                        "COMBINED_MODE_S",
                        "MLAT",
                        "MODE_S",
                        "PRIMARY",
                        "SECONDARY",
                        "NORTH_MARK",
                        "SECTOR",
                        "elevation");
        assertThat(kinds.values().stream().filter(count -> count > 50)).hasSizeGreaterThan(7);
    }

    private static String kind(SensorReport report) {
        return switch (report) {
            case Plot plot ->
                    Double.isNaN(plot.elevation()) ? plot.technology().name() : "elevation";
            case PositionReport position -> position.technology().name();
            case ServiceMessage message -> message.kind().name();
            case TransponderReport other -> other.technology().name();
            case Strobe strobe -> strobe.kind().name();
            case Observation observation -> observation.type().name();
        };
    }

    private static void same(SensorReport heard, SensorReport said) {
        assertThat(heard.sensor()).isEqualTo(said.sensor());
        assertThat(heard.origin()).isEqualTo(Origin.SIMULATED);
        assertThat(said.origin()).isEqualTo(Origin.SIMULATED);
        assertThat(heard.received()).isEqualTo(said.received());
        // 1/128 s.
        assertThat((heard.measured() - said.measured()) / 1e9)
                .isCloseTo(0, within(0.5 / 128 + 1e-9));
        switch (said) {
            case Plot one when heard instanceof Plot other -> {
                assertThat(other.technology()).isEqualTo(one.technology());
                assertThat(other.range()).isCloseTo(one.range(), within(1852 / 512.0 + 1e-6));
                assertThat(Angle.small(other.azimuth() - one.azimuth()))
                        .isCloseTo(0, within(StrictMath.PI / 65_536 + 1e-9));
                assertThat(Double.isNaN(other.elevation()))
                        .isEqualTo(Double.isNaN(one.elevation()));
                if (!Double.isNaN(one.elevation())) {
                    // 25 feet of height, and what a step of range does to it.
                    double meters = (other.elevation() - one.elevation()) * one.range();
                    assertThat(meters).isCloseTo(0, within(12.0));
                }
                same(other.said(), one.said());
            }
            case PositionReport one when heard instanceof PositionReport other -> {
                assertThat(other.technology()).isEqualTo(one.technology());
                assertThat(other.latitude()).isCloseTo(one.latitude(), within(1e-7));
                assertThat(other.longitude()).isCloseTo(one.longitude(), within(1e-7));
                assertThat(other.geometricHeight() == null)
                        .isEqualTo(one.geometricHeight() == null);
                assertThat(other.sigma()).isCloseTo(one.sigma(), within(0.13));
                assertThat(other.velocityEast()).isCloseTo(one.velocityEast(), within(0.2));
                assertThat(other.velocityNorth()).isCloseTo(one.velocityNorth(), within(0.2));
                if (!Double.isNaN(one.verticalRate())) {
                    assertThat(other.verticalRate()).isCloseTo(one.verticalRate(), within(0.02));
                }
                same(other.said(), one.said());
            }
            case ServiceMessage one when heard instanceof ServiceMessage other -> {
                assertThat(other.kind()).isEqualTo(one.kind());
                assertThat(other.azimuth()).isCloseTo(one.azimuth(), within(1e-6));
                if (one.kind() == ServiceMessage.Kind.NORTH_MARK) {
                    assertThat(other.period()).isCloseTo(one.period(), within(0.5 / 128));
                }
            }
            default -> throw new AssertionError(said + " became " + heard);
        }
    }

    private static void same(Transponder heard, Transponder said) {
        assertThat(heard.address()).isEqualTo(said.address());
        assertThat(heard.mode3A()).isEqualTo(said.mode3A());
        assertThat(heard.callSign()).isEqualTo(said.callSign());
        assertThat(heard.ground()).isEqualTo(said.ground());
        assertThat(heard.emergency()).isEqualTo(said.emergency());
        assertThat(heard.height() == null).isEqualTo(said.height() == null);
        if (said.height() != null && heard.height() != null) {
            assertThat(heard.height().metres()).isCloseTo(said.height().metres(), within(0.01));
        }
    }

    /** Reports lie where the movers are: a picture of them finds every mover. */
    @Test
    void shouldBecomeAPictureOfTheMovers() {
        Run run = new Run();
        AirPicture picture = new AirPicture(1, Origin.SIMULATED);
        picture.accept(run.reporting.site(), change -> {});
        Mover.State state = new Mover.State();
        boolean[] found = new boolean[run.movers.size()];
        long[] next = {run.scenario.start()};
        for (SensorReport report : run.said) {
            for (; next[0] < report.received(); next[0] += Time.SECOND) {
                picture.accept(new Tick(next[0]), change -> {});
            }
            picture.accept(
                    report,
                    change -> {
                        if (change instanceof PictureChange.TrackChanged(long at, var track)) {
                            for (int i = 0; i < found.length; i++) {
                                run.movers.get(i).at(track.time() - run.scenario.start(), state);
                                double dx = track.kinematics().x() - state.x;
                                double dy = track.kinematics().y() - state.y;
                                double dz = track.kinematics().z() - state.z;
                                found[i] |= dx * dx + dy * dy + dz * dz < 1_500 * 1_500;
                            }
                        }
                    });
        }
        assertThat(found).containsOnly(true);
    }

    @Test
    void shouldTellThePlaceThatTheMoverIsAt() {
        Run run = new Run();
        Mover.State state = new Mover.State();
        double[] at = new double[3];
        int checked = 0;
        for (SensorReport report : run.said) {
            if (report instanceof PositionReport position) {
                int address = position.said().address();
                for (Mover mover : run.movers) {
                    if (address >= 0 && mover.answering().address() == address) {
                        mover.at(position.measured() - run.scenario.start(), state);
                        Wgs84.toEarthCentred(
                                position.latitude(), position.longitude(), state.height, at);
                        double off =
                                StrictMath.sqrt(
                                        (at[0] - state.x) * (at[0] - state.x)
                                                + (at[1] - state.y) * (at[1] - state.y)
                                                + (at[2] - state.z) * (at[2] - state.z));
                        assertThat(off).isLessThan(6 * position.sigma());
                        double speed =
                                StrictMath.hypot(position.velocityEast(), position.velocityNorth());
                        assertThat(speed).isCloseTo(225, within(8.0));
                        checked++;
                    }
                }
            }
        }
        assertThat(checked).isGreaterThan(500);
    }

    @Test
    void shouldSpeakBeast() {
        Run run = new Run();
        Sensor receiver = run.reporting.site().sensors().get(2);
        SpeakingBeast voice = new SpeakingBeast(receiver);
        List<Source> sources = new ArrayList<>();
        run.reporting.site().sensors().forEach(s -> sources.add(SpeakingBeast.source(s)));
        List<String> faults = new ArrayList<>();
        List<SensorReport> heard = new ArrayList<>();
        PacketDecoder decoder =
                new PacketDecoder(
                        sources,
                        run.reporting.site().sensors(),
                        fault -> faults.add(fault.toString()));
        List<PositionReport> told = new ArrayList<>();
        for (SensorReport report : run.said) {
            if (report.sensor() == 2 && report instanceof PositionReport position) {
                told.add(position);
                voice.say(position);
                Packet packet = voice.take(position.received());
                assertThat(packet).isNotNull();
                assertThat(packet.origin()).isEqualTo(Origin.SIMULATED);
                decoder.decode(packet, heard::add);
            }
        }
        assertThat(faults).isEmpty();
        int positions = 0;
        for (SensorReport report : heard) {
            assertThat(report.origin()).isEqualTo(Origin.SIMULATED);
            if (report instanceof PositionReport position) {
                PositionReport same = like(told, position.said(), position.measured());
                assertThat(position.latitude()).isCloseTo(same.latitude(), within(1e-6));
                assertThat(position.longitude()).isCloseTo(same.longitude(), within(1e-6));
                assertThat(position.technology()).isEqualTo(Technology.ADSB);
                assertThat(position.said().height()).isNotNull();
                assertThat(position.said().height().metres())
                        .isCloseTo(same.said().height().metres(), within(0.1));
                positions++;
            }
            if (report instanceof TransponderReport other && !Double.isNaN(other.velocityEast())) {
                PositionReport same = like(told, other.said(), other.measured());
                assertThat(other.velocityEast()).isCloseTo(same.velocityEast(), within(0.3));
                assertThat(other.velocityNorth()).isCloseTo(same.velocityNorth(), within(0.3));
            }
        }
        // Each aircraft's first position needs a second one to be resolved.
        assertThat(positions).isBetween(told.size() - 20, told.size());
        assertThat(positions).isGreaterThan(250);
        assertThat(heard).anyMatch(r -> r instanceof TransponderReport t && named(t));
    }

    private static boolean named(TransponderReport report) {
        return report.said().callSign() != null;
    }

    private static PositionReport like(List<PositionReport> told, Transponder said, long time) {
        return told.stream()
                .filter(one -> one.said().address() == said.address())
                .filter(one -> Math.abs(one.measured() - time) < 10_000)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldSaveBeastOnlyWhereItSaysThatItIsSimulated(@TempDir Path folder) throws IOException {
        Packet packet = new Packet(0, 0, Origin.SIMULATED, new byte[] {1, 2});
        assertThatThrownBy(() -> SpeakingBeast.save(packet, folder.resolve("night.beast")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'simulated'");
        Path file = folder.resolve("night-simulated.beast");
        SpeakingBeast.save(packet, file);
        SpeakingBeast.save(packet, file);
        assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 1, 2);
        assertThat(Files.readString(folder.resolve("night-simulated.beast.origin")))
                .contains("simulated");
    }
}
