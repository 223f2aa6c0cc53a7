package org.airwarden.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.airwarden.feeds.PacketDecoder;
import org.airwarden.feeds.SiteFile;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.PictureChange.SensorChanged;
import org.airwarden.model.PictureChange.SensorHealth;
import org.airwarden.model.Plot;
import org.airwarden.model.PositionReport;
import org.airwarden.model.SensorReport;
import org.airwarden.model.Settings;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.airwarden.model.Track;
import org.airwarden.picture.AirPicture;
import org.junit.jupiter.api.Test;

/** The demo goes the whole way that real data goes. */
class DemoStoryTest {
    private static final long SEED = 1;

    private static List<SensorReport> reports(List<Packet> packets) {
        SiteFile site = DemoStory.site();
        List<String> faults = new ArrayList<>();
        PacketDecoder decoder =
                new PacketDecoder(
                        site.sources(), site.sensors(), fault -> faults.add(fault.toString()));
        List<SensorReport> reports = new ArrayList<>();
        packets.forEach(packet -> decoder.decode(packet, reports::add));
        assertThat(faults).isEmpty();
        return reports;
    }

    @Test
    void shouldGiveTheSameBytesForTheSameSeed() {
        assertThat(DemoStory.packets(SEED)).isEqualTo(DemoStory.packets(SEED));
        assertThat(DemoStory.packets(SEED)).isNotEqualTo(DemoStory.packets(SEED + 1));
    }

    @Test
    void shouldMarkEverythingAsSimulated() {
        List<Packet> packets = DemoStory.packets(SEED);
        assertThat(packets).allMatch(packet -> packet.origin() == Origin.SIMULATED);
        // The mark is in the bytes too: read as a recording, plots and reports are simulated still.
        List<Packet> asRecorded =
                packets.stream()
                        .map(p -> new Packet(p.received(), p.source(), Origin.RECORDED, p.bytes()))
                        .toList();
        assertThat(reports(asRecorded))
                .filteredOn(r -> r instanceof Plot || r instanceof PositionReport)
                .hasSizeGreaterThan(15_000)
                .allMatch(report -> report.origin() == Origin.SIMULATED);
    }

    @Test
    void shouldMeasureBeforeItReceives() {
        for (SensorReport report : reports(DemoStory.packets(SEED))) {
            assertThat(Time.secondsBetween(report.measured(), report.received()))
                    .isBetween(0.0, 1.0);
        }
    }

    /** What the tracker makes of the bytes lies where the flights are. */
    @Test
    void shouldBecomeAPictureOfTheFlights() {
        SiteFile site = DemoStory.site();
        AirPicture picture = new AirPicture(1, Origin.SIMULATED);
        List<String> health = new ArrayList<>();
        TreeMap<Integer, Integer> tracksAt = new TreeMap<>();
        TreeSet<Integer> addresses = new TreeSet<>();
        PacketDecoder decoder = new PacketDecoder(site.sources(), site.sensors(), fault -> {});
        picture.accept(site.site(DemoStory.START), change -> {});
        picture.accept(Settings.standard(DemoStory.START), change -> {});
        long nextTick = DemoStory.START + Time.SECOND;
        for (Packet packet : DemoStory.packets(SEED)) {
            for (; nextTick <= packet.received(); nextTick += Time.SECOND) {
                int second = (int) ((nextTick - DemoStory.START) / Time.SECOND);
                picture.accept(
                        new Tick(nextTick),
                        change -> {
                            if (change instanceof SensorChanged(long time, int sensor, var now)
                                    && (now == SensorHealth.SILENT || second > 200)) {
                                health.add(second + " s: " + sensor + " " + now);
                            }
                        });
                List<Track> tracks = new ArrayList<>();
                picture.forEachTrack(tracks::add);
                tracksAt.put(second, tracks.size());
                tracks.stream()
                        .filter(track -> track.said().hasAddress())
                        .forEach(track -> addresses.add(track.said().address()));
            }
            decoder.decode(packet, report -> picture.accept(report, change -> {}));
        }

        assertThat(addresses).as("aircraft with an address").hasSizeBetween(30, 40);
        // Forty-odd flights, less those not begun, out of reach, or landed.
        assertThat(tracksAt.get(60)).isBetween(20, 45);
        assertThat(tracksAt.get(300)).isBetween(25, 55);
        // Santorini is sensor 2; its last word is at 180 s, and three periods are 14.4 s.
        assertThat(health).anyMatch(line -> line.matches("19[4-6] s: 2 SILENT"));
        assertThat(health).hasSize(1);
        assertThat(picture.sensors().get(2).health()).isEqualTo(SensorHealth.GOOD);
    }

    @Test
    void shouldFlyNoTighterThanItsBank() {
        Flight flight =
                new Flight(
                        new FlightPlan(
                                1,
                                "TEST1",
                                01000,
                                FlightPlan.Equipment.ADSB,
                                1,
                                Double.POSITIVE_INFINITY,
                                0,
                                List.of(
                                        new Waypoint(35, 25, 9_000, 220),
                                        new Waypoint(35.5, 25, 9_000, 220),
                                        new Waypoint(35.5, 26, 6_000, 180))),
                        DemoStory.DURATION);
        Flight.State before = new Flight.State();
        Flight.State after = new Flight.State();
        for (double time = 0; flight.isUp(time + 1); time += 0.5) {
            flight.at(time, before);
            flight.at(time + 0.5, after);
            double turn =
                    StrictMath.IEEEremainder(
                            StrictMath.atan2(after.east, after.north)
                                    - StrictMath.atan2(before.east, before.north),
                            2 * StrictMath.PI);
            // 9.81 tan(25 deg) / v, and a little for the interpolation.
            double speed = StrictMath.hypot(before.east, before.north);
            assertThat(StrictMath.abs(turn) / 0.5).isLessThan(4.573 / speed * 1.1 + 1e-3);
            assertThat(after.up).isCloseTo(0, within(12.5));
        }
    }
}
