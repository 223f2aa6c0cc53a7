package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Polar;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.geodesy.World;
import org.airwarden.model.Packet;
import org.airwarden.model.Plot;
import org.airwarden.model.PositionReport;
import org.airwarden.model.Sensor;
import org.airwarden.model.SensorReport;
import org.airwarden.model.ServiceMessage;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;
import org.airwarden.model.TransponderReport;
import org.junit.jupiter.api.Test;

/** Real recordings from bytes to reports. */
class PlayRecordingsTest {
    private static SiteFile site() throws IOException {
        return SiteFileReader.read(
                Path.of(System.getProperty("airwarden.root"))
                        .resolve("docs/examples/site-barcelona.yaml"));
    }

    private static Path lebl(String name) {
        return SharedRecordings.file("lebl-20160510/" + name);
    }

    @Test
    void shouldMergeFourSensorsOverMidnight() throws IOException {
        Reports lebl =
                Reports.of(
                        site(),
                        lebl("smr_cat010.ast"),
                        lebl("mlat_cat010.ast"),
                        lebl("mlat_cat020_cat019.ast"),
                        lebl("adsb_cat021_ed0.23.ast"));

        List<Long> received = lebl.packets().stream().map(Packet::received).toList();
        assertThat(received).isSorted().hasSize(77_345 + 84_453 + 77_314 + 49_330);
        assertThat(Time.toText(received.getFirst())).startsWith("1970-01-01T22:00:01");
        assertThat(Time.toText(received.getLast())).startsWith("1970-01-02T00:01:02");
        assertThat(lebl.faults()).isEmpty();
        assertThat(lebl.reports())
                .allSatisfy(report ->
                        assertThat(Time.secondsBetween(report.measured(), report.received()))
                                .isBetween(-0.01, 5.0));
        // 62,819 target reports of the radar, of which 722 end a track
        assertThat(lebl.of(PositionReport.class, 1)).hasSize(62_097);
        assertThat(lebl.of(ServiceMessage.class, 1)).hasSize(2 * 7_263);
        // the same 69,933 target reports in both categories, most of them of fixed transponders
        assertThat(lebl.of(PositionReport.class, 2)).hasSize(2 * 28_385 - 13);
        assertThat(lebl.decoder().setAside())
                .as("CAT010 cannot tell positions beyond 32 km")
                .isEqualTo(
                        Map.of(
                                "field-monitor",
                                2 * 41_548L,
                                "track-ended",
                                722L,
                                "beyond-scale",
                                13L));
        assertThat(lebl.of(PositionReport.class, 3)).hasSize(49_330);

        Set<Integer> common = addresses(lebl, 2);
        common.retainAll(addresses(lebl, 3));
        assertThat(common).hasSizeBetween(20, 27);
        assertThat(medianDistance(lebl)).isLessThan(40);
    }

    private static Set<Integer> addresses(Reports reports, int sensor) {
        return reports.of(PositionReport.class, sensor)
                .map(report -> report.said().address())
                .filter(address -> address >= 0)
                .collect(Collectors.toSet());
    }

    /** Between what multilateration and ADS-B say of one aircraft within 0.2 s (m). */
    private static double medianDistance(Reports reports) {
        Map<Integer, PositionReport> latest = new HashMap<>();
        List<Double> distances = new java.util.ArrayList<>();
        for (SensorReport report : reports.reports()) {
            if (report instanceof PositionReport position && position.said().hasAddress()) {
                if (position.technology() == Technology.ADSB) {
                    latest.put(position.said().address(), position);
                } else if (position.technology() == Technology.MLAT) {
                    PositionReport other = latest.get(position.said().address());
                    if (other != null
                            && Math.abs(other.measured() - position.measured())
                                    < 200 * Time.MILLISECOND) {
                        distances.add(distance(position, other));
                    }
                }
            }
        }
        assertThat(distances).hasSizeGreaterThan(500);
        distances.sort(null);
        return distances.get(distances.size() / 2);
    }

    private static double distance(PositionReport one, PositionReport other) {
        double north = (one.latitude() - other.latitude()) * 6_371_000;
        double east = (one.longitude() - other.longitude()) * 6_371_000 * Math.cos(one.latitude());
        return Math.hypot(north, east);
    }

    @Test
    void shouldPlacePlotsAroundTheRadarWhenItsPositionIsGiven() throws IOException {
        Reports bcn =
                Reports.of(site(), SharedRecordings.file("bcn-20230502/ssr_modes_cat048.ast"));

        List<Plot> plots = bcn.of(Plot.class, 0).toList();
        // of 44,085 records 172 are without detection
        assertThat(plots).hasSize(44_085 - 172);
        assertThat(bcn.decoder().setAside()).isEqualTo(Map.of("no-detection", 172L));
        assertThat(count(plots, Technology.COMBINED_MODE_S)).isEqualTo(28_064);
        assertThat(count(plots, Technology.MODE_S)).isEqualTo(15_248 + 1);
        assertThat(count(plots, Technology.SECONDARY)).isEqualTo(362);
        assertThat(count(plots, Technology.COMBINED)).isEqualTo(238);
        // of the radar's 333 tracks 90 are predictions that never had a detection
        assertThat(plots.stream().map(Plot::sensorTrack).filter(track -> track >= 0).distinct())
                .hasSize(243);
        Sensor radar = site().sensors().getFirst();
        double[] at = new double[3];
        for (Plot plot : plots) {
            assertThat(plot.range()).isBetween(100.0, 300_000.0);
            assertThat(plot.azimuth()).isBetween(0.0, 2 * Math.PI);
            if (plot.said().height() != null) {
                double height = plot.said().height().metres();
                assertThat(height).isBetween(-200.0, 15_000.0);
                if (plot.range() > 20_000) {
                    double elevation =
                            Polar.elevationForHeight(
                                    World.EARTH,
                                    radar.placement(),
                                    plot.range(),
                                    plot.azimuth(),
                                    height);
                    Polar.locate(radar.placement(), plot.range(), plot.azimuth(), elevation, at);
                    GeodeticPosition place = Wgs84.toGeodetic(at[0], at[1], at[2]);
                    assertThat(place.height()).isCloseTo(height, within(1.0));
                    assertThat(place.latitudeDegrees()).isBetween(39.0, 43.8);
                    assertThat(place.longitudeDegrees()).isBetween(-1.5, 5.5);
                }
            }
        }
    }

    private static long count(List<Plot> plots, Technology technology) {
        return plots.stream().filter(plot -> plot.technology() == technology).count();
    }

    @Test
    void shouldSayWhatIsMissingWhenNoSiteIsGiven() throws IOException {
        Reports bcn = Reports.of(null, SharedRecordings.file("bcn-20230502/ssr_modes_cat048.ast"));

        assertThat(bcn.remarks())
                .anySatisfy(remark ->
                        assertThat(remark)
                                .contains("radar 20/129 does not tell where it stands")
                                .contains("--site"));
        assertThat(bcn.of(Plot.class, 0)).hasSize(44_085 - 172);
    }

    @Test
    void shouldGiveSystemTracksByTheRecordsTimesWhenTheRecorderIsWrong() throws IOException {
        Reports jade =
                Reports.of(
                        null,
                        SharedRecordings.file("jade/final_frame_062_065_large_packet_30min.ff"));

        assertThat(jade.remarks())
                .anySatisfy(remark -> assertThat(remark).contains("recorder's clock is off"));
        assertThat(Time.toText(jade.packets().getFirst().received()))
                .startsWith("1970-01-01T13:58:2");
        List<PositionReport> tracks = jade.of(PositionReport.class, 0).toList();
        assertThat(tracks).hasSizeGreaterThan(21_000);
        assertThat(tracks)
                .allSatisfy(track -> {
                    assertThat(Math.toDegrees(track.latitude())).isBetween(38.8, 44.8);
                    assertThat(Math.toDegrees(track.longitude())).isBetween(8.2, 16.2);
                });
        // one false track runs faster
        assertThat(tracks)
                .filteredOn(track -> Math.hypot(track.velocityEast(), track.velocityNorth()) > 400)
                .hasSizeLessThan(tracks.size() / 1000);
    }

    @Test
    void shouldReadSystemTracksOfTheEarlyDraft() throws IOException {
        Reports draft =
                Reports.of(null, SharedRecordings.file("croatiacontrol-asterix/asterix.pcap"));

        List<PositionReport> tracks = draft.of(PositionReport.class, 0).toList();
        assertThat(tracks).hasSize(100);
        assertThat(tracks)
                .allSatisfy(track -> {
                    assertThat(Math.toDegrees(track.latitude())).isBetween(42.0, 47.0);
                    assertThat(Math.toDegrees(track.longitude())).isBetween(12.0, 20.0);
                    assertThat(Math.hypot(track.velocityEast(), track.velocityNorth()))
                            .isBetween(20.0, 350.0);
                });
    }

    @Test
    void shouldTellTheSameFromBeastAndFromItsBaseStationLines() throws IOException {
        Reports beast =
                Reports.of(
                        null,
                        SharedRecordings.file("beastblackbox/ulss7-1522782148.136310917.beast"));
        Reports sbs =
                Reports.of(null, SharedRecordings.file("beastblackbox/ulss7_decoded_sbs.txt"));

        List<PositionReport> fromBeast = beast.of(PositionReport.class, 0).toList();
        List<PositionReport> fromLines = sbs.of(PositionReport.class, 0).toList();
        assertThat(fromBeast).hasSize(1_456);
        assertThat(fromLines).hasSize(1_456);
        int alike = 0;
        for (int i = 0; i < fromBeast.size(); i++) {
            PositionReport one = fromBeast.get(i);
            PositionReport other = fromLines.get(i);
            if (one.said().address() == other.said().address() && distance(one, other) < 20) {
                alike++;
            }
        }
        assertThat(alike).isGreaterThan(1_440);
        // Registers of Comm-B replies, of which the lines have none, tell some more.
        long lines = sbs.of(TransponderReport.class, 0).count();
        assertThat(beast.of(TransponderReport.class, 0).count()).isBetween(lines, lines + 350);
        double duration =
                Time.secondsBetween(
                        beast.packets().getFirst().received(),
                        beast.packets().getLast().received());
        assertThat(duration).isCloseTo(60.9, within(0.2));
    }

    @Test
    void shouldGoOnAlikeWhenStateMovesInMidStream() throws IOException {
        for (String name :
                List.of(
                        "beastblackbox/ulss7-1522782148.136310917.beast",
                        "beastblackbox/ulss7_decoded_sbs.txt",
                        "readsb-json/aircraft_1.json",
                        "reader-network/068test_rrd3.gps")) {
            Path file = SharedRecordings.file(name);
            Reports whole = Reports.of(null, file);
            try (Recording recording =
                    Recording.open(List.of(file), RecordingOptions.BY_BYTES, FaultSink.IGNORE)) {
                List<SensorReport> reports = new java.util.ArrayList<>();
                PacketDecoder decoder = recording.decoder(FaultSink.IGNORE);
                for (int i = 0; i < whole.packets().size(); i++) {
                    decoder.decode(whole.packets().get(i), reports::add);
                    if (i % 97 == 0) {
                        StateOutput out = new StateOutput();
                        decoder.write(out);
                        decoder = recording.decoder(FaultSink.IGNORE);
                        decoder.read(new StateInput(out.toBytes()));
                    }
                }
                assertThat(reports).as(name).isEqualTo(whole.reports());
                assertThat(decoder.setAside()).isEqualTo(whole.decoder().setAside());
                assertThat(decoder.faults()).isEqualTo(whole.decoder().faults());
            }
        }
    }
}
