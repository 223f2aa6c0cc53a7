package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.airwarden.asterix.BlockWriter;
import org.airwarden.asterix.Definition;
import org.airwarden.asterix.Definitions;
import org.airwarden.asterix.RecordWriter;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.Plot;
import org.airwarden.model.PositionReport;
import org.airwarden.model.SensorReport;
import org.airwarden.model.ServiceMessage;
import org.airwarden.model.Strobe;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;
import org.airwarden.model.Transponder;
import org.airwarden.model.Transponder.Emergency;
import org.airwarden.model.Transponder.Ground;
import org.airwarden.model.TransponderReport;
import org.junit.jupiter.api.Test;

/** Bytes of our own making to reports. */
class DecoderTest {
    private static final String SITE =
            """
            name: test
            sensors:
              - {name: radar, kind: radar, sac: 1, sic: 1, position: {latitude: 50, longitude: 10, height: 100}}
              - {name: surface, kind: surface-radar, sac: 1, sic: 2, position: {latitude: 50, longitude: 10}}
              - {name: mlat, kind: mlat, sac: 1, sic: 3, position: {latitude: 50, longitude: 10}}
              - {name: adsb, kind: adsb, sac: 1, sic: 3}
              - {name: system, kind: system, sac: 1, sic: 4, position: {latitude: 50, longitude: 10}}
              - {name: nowhere, kind: mlat, sac: 1, sic: 5}
              - {name: finder, kind: direction-finder, sac: 1, sic: 6, position: {latitude: 50, longitude: 10, height: 90}}
            sources:
              - {name: any, udp: "239.0.0.1:8600"}
              - {name: old, udp: "239.0.0.1:8601", editions: {"021": "0.23"}}
              - {name: beast, tcp: "localhost:30005", format: beast}
              - {name: lines, tcp: "localhost:30003", format: sbs}
              - {name: json, tcp: "localhost:30047", format: readsb}
              - {name: avr, tcp: "localhost:30002", format: avr}
            """;
    private static final SiteFile FILE = SiteFileReader.parse("site.yaml", SITE);

    /** Noon of a day, and a second. */
    private static final long NOW = 19_000 * Time.DAY + Time.DAY / 2 + Time.SECOND;

    private final List<FeedFault> faults = new ArrayList<>();
    private final PacketDecoder decoder =
            new PacketDecoder(FILE.sources(), FILE.sensors(), faults::add);

    private List<SensorReport> decode(int source, byte[] bytes, Origin origin) {
        List<SensorReport> reports = new ArrayList<>();
        decoder.decode(new Packet(NOW, source, origin, bytes), reports::add);
        return reports;
    }

    private List<SensorReport> decode(int source, byte[] bytes) {
        return decode(source, bytes, Origin.LIVE);
    }

    private List<SensorReport> decode(int source, String text) {
        return decode(source, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] block(Definition definition, int sic, Consumer<RecordWriter> fill) {
        RecordWriter record = new RecordWriter(definition);
        record.raw(definition.field("010/SAC"), 1).raw(definition.field("010/SIC"), sic);
        fill.accept(record);
        BlockWriter block = new BlockWriter(definition);
        assertThat(block.add(record)).isTrue();
        return block.toBytes();
    }

    private static byte[] plot(Consumer<RecordWriter> more) {
        Definition d = Definitions.of(48, "1.32");
        return block(
                d,
                1,
                record -> {
                    record.value(d.field("140"), 43_200)
                            .raw(d.field("020/TYP"), 7)
                            .value(d.field("040/RHO"), 40)
                            .value(d.field("040/THETA"), 90)
                            .raw(d.field("070/MODE3A"), 01234)
                            .value(d.field("090/FL"), 350)
                            .raw(d.field("220"), 0x3C6444)
                            .text(d.field("240"), "DLH123")
                            .raw(d.field("230/STAT"), 0)
                            .raw(d.field("161/TRN"), 77);
                    more.accept(record);
                });
    }

    @Test
    void shouldMakeAPlotOfARadarTargetReport() {
        Plot plot = (Plot) decode(0, plot(record -> {})).getFirst();

        assertThat(plot.sensor()).isZero();
        assertThat(plot.measured()).isEqualTo(NOW - Time.SECOND);
        assertThat(plot.received()).isEqualTo(NOW);
        assertThat(plot.origin()).isEqualTo(Origin.LIVE);
        assertThat(plot.technology()).isEqualTo(Technology.COMBINED_MODE_S);
        assertThat(plot.range()).isCloseTo(40 * 1852, within(1e-6));
        assertThat(plot.azimuth()).isCloseTo(Math.PI / 2, within(1e-12));
        assertThat(plot.elevation()).isNaN();
        assertThat(plot.said().address()).isEqualTo(0x3C6444);
        assertThat(plot.said().mode3A()).isEqualTo(01234);
        assertThat(plot.said().callSign()).isEqualTo("DLH123");
        assertThat(plot.said().height().feet()).isCloseTo(35_000, within(1e-6));
        assertThat(plot.said().ground()).isEqualTo(Ground.AIRBORNE);
        assertThat(plot.sensorTrack()).isEqualTo(77);
    }

    @Test
    void shouldNotBelieveCodesThatTheRadarDoubts() {
        Definition d = Definitions.of(48, "1.32");
        Plot invalid =
                (Plot)
                        decode(
                                        0,
                                        plot(record ->
                                                record.raw(d.field("070/V"), 1)
                                                        .raw(d.field("090/G"), 1)))
                                .getFirst();

        assertThat(invalid.said().hasMode3A()).isFalse();
        assertThat(invalid.said().height()).isNull();
        assertThat(invalid.said().hasAddress()).isTrue();
    }

    @Test
    void shouldReadAnEmergencyFromTheCode() {
        Definition d = Definitions.of(48, "1.32");
        Plot plot =
                (Plot)
                        decode(0, plot(record -> record.raw(d.field("070/MODE3A"), 07600)))
                                .getFirst();

        assertThat(plot.said().emergency()).isEqualTo(Emergency.NO_COMMUNICATION);
    }

    @Test
    void shouldCallSimulatedWhatIsSimulated() {
        Definition d = Definitions.of(48, "1.32");
        byte[] simulated = plot(record -> record.raw(d.field("020/SIM"), 1));

        assertThat(decode(0, simulated).getFirst().origin()).isEqualTo(Origin.SIMULATED);
        assertThat(decode(0, plot(record -> {}), Origin.RECORDED).getFirst().origin())
                .isEqualTo(Origin.RECORDED);
    }

    @Test
    void shouldSetAsideWhatIsNoTarget() {
        Definition d = Definitions.of(48, "1.32");
        assertThat(decode(0, plot(record -> record.raw(d.field("020/RAB"), 1)))).isEmpty();
        assertThat(decode(0, plot(record -> record.raw(d.field("020/TST"), 1)))).isEmpty();
        assertThat(decode(0, plot(record -> record.raw(d.field("020/TYP"), 0)))).isEmpty();
        assertThat(decode(0, plot(record -> record.raw(d.field("030"), 1)))).isEmpty();

        assertThat(decoder.setAside())
                .isEqualTo(
                        Map.of(
                                "field-monitor", 1L,
                                "test-target", 1L,
                                "no-detection", 1L,
                                "declared-false", 1L));
        assertThat(faults).isEmpty();
    }

    @Test
    void shouldMakeServiceMessagesOfNorthMarksAndSectors() {
        Definition d = Definitions.of(34, "1.29");
        ServiceMessage north =
                (ServiceMessage)
                        decode(
                                        0,
                                        block(
                                                d,
                                                1,
                                                record ->
                                                        record.raw(d.field("000"), 1)
                                                                .value(d.field("030"), 43_201)
                                                                .value(d.field("041"), 4.5)))
                                .getFirst();
        ServiceMessage sector =
                (ServiceMessage)
                        decode(
                                        0,
                                        block(
                                                d,
                                                1,
                                                record ->
                                                        record.raw(d.field("000"), 2)
                                                                .value(d.field("020"), 45)))
                                .getFirst();

        assertThat(north.kind()).isEqualTo(ServiceMessage.Kind.NORTH_MARK);
        assertThat(north.measured()).isEqualTo(NOW);
        assertThat(north.period()).isEqualTo(4.5);
        assertThat(sector.kind()).isEqualTo(ServiceMessage.Kind.SECTOR);
        assertThat(sector.azimuth()).isCloseTo(Math.PI / 4, within(1e-12));
    }

    private static byte[] strobe(int type, double from, double to) {
        Definition d = Definitions.of(34, "1.29");
        return block(
                d,
                1,
                record ->
                        record.raw(d.field("000"), type)
                                .value(d.field("030"), 43_201)
                                .value(d.field("100/RHOST"), 0)
                                .value(d.field("100/RHOEND"), 250)
                                .value(d.field("100/THETAST"), from)
                                .value(d.field("100/THETAEND"), to));
    }

    @Test
    void shouldMakeStrobesOfJammingStrobes() {
        Strobe plain = (Strobe) decode(0, strobe(4, 89.25, 90.75)).getFirst();
        Strobe overNorth = (Strobe) decode(0, strobe(6, 357, 1.5)).getFirst();
        Strobe narrow = (Strobe) decode(0, strobe(7, 45, 45)).getFirst();

        assertThat(plain.kind()).isEqualTo(Strobe.Kind.JAMMING);
        assertThat(plain.sensor()).isZero();
        assertThat(plain.measured()).isEqualTo(NOW);
        assertThat(plain.azimuth()).isCloseTo(Math.PI / 2, within(1e-4));
        assertThat(plain.azimuthSigma())
                .isCloseTo(Math.toRadians(1.5) / Math.sqrt(12), within(1e-4));
        assertThat(plain.elevation()).isNaN();
        assertThat(overNorth.kind()).isEqualTo(Strobe.Kind.JAMMING_SECONDARY);
        assertThat(overNorth.azimuth()).isCloseTo(Math.toRadians(359.25), within(1e-4));
        assertThat(overNorth.azimuthSigma())
                .isCloseTo(Math.toRadians(4.5) / Math.sqrt(12), within(1e-4));
        assertThat(narrow.kind()).isEqualTo(Strobe.Kind.JAMMING_MODE_S);
        assertThat(narrow.azimuthSigma()).isGreaterThan(0);
    }

    @Test
    void shouldMakeNoStrobeWithoutAWindow() {
        Definition d = Definitions.of(34, "1.29");

        assertThat(decode(0, block(d, 1, record -> record.raw(d.field("000"), 4)))).isEmpty();
        assertThat(decoder.setAside()).isEqualTo(Map.of("no-direction", 1L));
    }

    private static byte[] bearing(int type, double latitude, double degrees) {
        Definition d = Definitions.of(205, "1.0");
        return block(
                d,
                6,
                record ->
                        record.raw(d.field("000"), type)
                                .value(d.field("030"), 43_201)
                                .value(d.field("050/LAT"), latitude)
                                .value(d.field("050/LON"), 10)
                                .value(d.field("070"), degrees)
                                .value(d.field("200"), 4.5));
    }

    @Test
    void shouldMakeStrobesOfBearings() {
        Strobe bearing = (Strobe) decode(0, bearing(2, 50.005, 271.25)).getFirst();
        Strobe north = (Strobe) decode(0, bearing(5, 50, 360)).getFirst();

        assertThat(bearing.kind()).isEqualTo(Strobe.Kind.EMISSION);
        assertThat(bearing.sensor()).isEqualTo(6);
        assertThat(bearing.measured()).isEqualTo(NOW);
        assertThat(bearing.azimuth()).isCloseTo(Math.toRadians(271.25), within(1e-9));
        assertThat(bearing.azimuthSigma()).isNaN();
        assertThat(bearing.elevation()).isCloseTo(Math.toRadians(4.5), within(1e-9));
        assertThat(north.azimuth()).isZero();
        assertThat(faults).isEmpty();
    }

    @Test
    void shouldSetAsideWhatIsNoBearingOfTheDirectionFinder() {
        Definition d = Definitions.of(205, "1.0");
        assertThat(decode(0, bearing(1, 50, 90))).isEmpty();
        assertThat(decode(0, bearing(2, 50.02, 90))).isEmpty();
        assertThat(decode(0, block(d, 6, record -> record.raw(d.field("000"), 2)))).isEmpty();

        assertThat(decoder.setAside())
                .isEqualTo(
                        Map.of("no-bearing", 1L, "bearing-from-elsewhere", 1L, "no-direction", 1L));
        assertThat(decode(0, block(d, 7, record -> record.raw(d.field("000"), 2)))).isEmpty();
        assertThat(faults).extracting(FeedFault::kind).containsExactly("unknown-sensor");
    }

    @Test
    void shouldTakeAnAccuracyThatCollapsedForNone() {
        Definition d = Definitions.of(21, "2.4");
        for (int version : new int[] {0, 2}) {
            PositionReport report =
                    (PositionReport)
                            decode(
                                            0,
                                            block(
                                                    d,
                                                    3,
                                                    record ->
                                                            record.value(d.field("130/LAT"), 50)
                                                                    .value(d.field("130/LON"), 10)
                                                                    .raw(d.field("210/VN"), version)
                                                                    .raw(d.field("090/NUCPNIC"), 0)
                                                                    .raw(d.field("090/NACP"), 0)))
                                    .getFirst();
            if (version == 0) {
                assertThat(report.sigma()).isNaN();
            } else {
                assertThat(report.sigma()).isCloseTo(7_566, within(1.0));
            }
        }
    }

    @Test
    void shouldTellSensorsThatShareSacAndSicApartByCategory() {
        Definition mlat = Definitions.of(20, "1.11");
        Definition adsb = Definitions.of(21, "2.4");
        PositionReport first =
                (PositionReport)
                        decode(
                                        0,
                                        block(
                                                mlat,
                                                3,
                                                record ->
                                                        record.value(mlat.field("042/X"), 3000)
                                                                .value(mlat.field("042/Y"), 4000)))
                                .getFirst();
        PositionReport second =
                (PositionReport)
                        decode(
                                        0,
                                        block(
                                                adsb,
                                                3,
                                                record ->
                                                        record.value(adsb.field("130/LAT"), 51)
                                                                .value(adsb.field("130/LON"), 11)))
                                .getFirst();

        assertThat(first.sensor()).isEqualTo(2);
        assertThat(first.technology()).isEqualTo(Technology.MLAT);
        assertThat(Math.toDegrees(first.latitude())).isCloseTo(50.03595, within(1e-4));
        assertThat(Math.toDegrees(first.longitude())).isCloseTo(10.04186, within(1e-4));
        assertThat(second.sensor()).isEqualTo(3);
        assertThat(second.technology()).isEqualTo(Technology.ADSB);
        assertThat(Math.toDegrees(second.latitude())).isCloseTo(51, within(1e-4));
    }

    @Test
    void shouldReadQualityVelocityAndGroundOfAdsb() {
        Definition d = Definitions.of(21, "2.4");
        PositionReport report =
                (PositionReport)
                        decode(
                                        0,
                                        block(
                                                d,
                                                3,
                                                record ->
                                                        record.raw(d.field("040/GBS"), 1)
                                                                .value(d.field("131/LAT"), -33.5)
                                                                .value(d.field("131/LON"), 151.25)
                                                                .raw(d.field("090/NACP"), 9)
                                                                .raw(d.field("210/VN"), 2)
                                                                .value(
                                                                        d.field("160/GS"),
                                                                        100 / 3600.0)
                                                                .value(d.field("160/TA"), 90)
                                                                .raw(d.field("200/PS"), 5)
                                                                .value(d.field("140"), 1_000)))
                                .getFirst();

        assertThat(report.sigma()).isCloseTo(30 / 2.4477, within(0.01));
        assertThat(report.velocityEast()).isCloseTo(100 * 1852 / 3600.0, within(0.2));
        assertThat(report.velocityNorth()).isCloseTo(0, within(1e-6));
        assertThat(report.said().ground()).isEqualTo(Ground.ON_GROUND);
        assertThat(report.said().emergency()).isEqualTo(Emergency.UNLAWFUL_INTERFERENCE);
        assertThat(report.geometricHeight().metres()).isCloseTo(304.8, within(1.0));
    }

    @Test
    void shouldReadTheEditionThatTheSourceSpeaks() {
        Definition old = Definitions.of(21, "0.23");
        byte[] block =
                block(
                        old,
                        3,
                        record ->
                                record.value(old.field("030"), 43_200)
                                        .value(old.field("130/LAT"), 48)
                                        .value(old.field("130/LON"), 8)
                                        .raw(old.field("090/PA"), 7)
                                        .raw(old.field("080"), 0xABCDEF));

        PositionReport report = (PositionReport) decode(1, block).getFirst();

        assertThat(Math.toDegrees(report.latitude())).isCloseTo(48, within(1e-4));
        assertThat(report.said().address()).isEqualTo(0xABCDEF);
        assertThat(report.measured()).isEqualTo(NOW - Time.SECOND);
        assertThat(report.sigma()).isCloseTo(92.6 / 2.4477, within(0.1));
    }

    @Test
    void shouldReadSystemTracksAndSetExtrapolatedOnesAside() {
        Definition d = Definitions.of(62, "1.18");
        Consumer<RecordWriter> track =
                record ->
                        record.value(d.field("105/LAT"), 45)
                                .value(d.field("105/LON"), 9)
                                .value(d.field("185/VX"), 100)
                                .value(d.field("185/VY"), -50)
                                .value(d.field("136"), 200)
                                .raw(d.field("380/ADR"), 0x4CA123)
                                .text(d.field("380/ID"), "RYR1")
                                .value(d.field("500/APC/X"), 30)
                                .value(d.field("500/APC/Y"), 40)
                                .raw(d.field("040"), 99);
        PositionReport report = (PositionReport) decode(0, block(d, 4, track)).getFirst();

        assertThat(report.sensor()).isEqualTo(4);
        assertThat(report.technology()).isEqualTo(Technology.SYSTEM_TRACK);
        assertThat(report.velocityNorth()).isEqualTo(-50);
        assertThat(report.said().height().feet()).isCloseTo(20_000, within(1e-6));
        assertThat(report.said().callSign()).isEqualTo("RYR1");
        assertThat(report.sigma()).isCloseTo(Math.sqrt(1250), within(1e-9));
        assertThat(report.sensorTrack()).isEqualTo(99);
        assertThat(
                        decode(
                                0,
                                block(
                                        d,
                                        4,
                                        track.andThen(
                                                record -> record.raw(d.field("080/CST"), 1)))))
                .isEmpty();
        assertThat(decoder.setAside()).isEqualTo(Map.of("extrapolated", 1L));
    }

    @Test
    void shouldMapSurfaceMessagesByTheirKind() {
        Definition d = Definitions.of(10, "1.1");
        byte[] cycle = block(d, 2, record -> record.raw(d.field("000"), 2));
        byte[] polar =
                block(
                        d,
                        2,
                        record ->
                                record.raw(d.field("000"), 1)
                                        .raw(d.field("020/TYP"), 3)
                                        .raw(d.field("040/RHO"), 500)
                                        .value(d.field("040/THETA"), 180));
        byte[] unplaced =
                block(d, 5, record -> record.raw(d.field("000"), 1).value(d.field("042/X"), 10));

        assertThat(((ServiceMessage) decode(0, cycle).getFirst()).kind())
                .isEqualTo(ServiceMessage.Kind.UPDATE_CYCLE);
        assertThat(((Plot) decode(0, polar).getFirst()).range()).isEqualTo(500);
        assertThat(decode(0, unplaced)).isEmpty();
        assertThat(decoder.setAside()).isEqualTo(Map.of("no-reference", 1L));
    }

    @Test
    void shouldKeepTheBytesWhenTheSensorIsUnknown() {
        Definition d = Definitions.of(34, "1.29");
        byte[] block = block(d, 200, record -> record.raw(d.field("000"), 1));

        assertThat(decode(0, block)).isEmpty();
        assertThat(decoder.faults()).isEqualTo(Map.of("unknown-sensor", 1L));
        assertThat(faults.getFirst().words()).contains("CAT034 from SAC/SIC 1/200");
        assertThat(faults.getFirst().bytes()).hasSize(block.length - 3);
    }

    @Test
    void shouldCountPacketsOfSourcesThatAreUnknown() {
        assertThat(decode(99, new byte[] {1, 2, 3})).isEmpty();
        assertThat(decoder.faults()).isEqualTo(Map.of("unknown-source", 1L));
    }

    @Test
    void shouldReportAPositionOnceWhenDocumentsRepeatIt() {
        String document =
                """
                {"now": %s, "aircraft": [
                  {"hex": "3c6444", "flight": "DLH1    ", "lat": 50.5, "lon": 9.5, "alt_baro": 30000,
                   "seen_pos": %s, "seen": 0.1, "squawk": "7700", "gs": 400, "track": 180, "nac_p": 8},
                  {"hex": "~abc123", "alt_baro": "ground", "seen": 1.0},
                  {"lat": 1}]}
                """;
        double now = NOW / 1e9;
        List<SensorReport> first = decode(4, document.formatted(now, 0.5));
        List<SensorReport> second = decode(4, document.formatted(now + 1, 1.5));

        assertThat(first).hasSize(2);
        PositionReport position = (PositionReport) first.getFirst();
        assertThat(position.measured()).isEqualTo(NOW - 500 * Time.MILLISECOND);
        assertThat(position.said().emergency()).isEqualTo(Emergency.GENERAL);
        assertThat(position.said().callSign()).isEqualTo("DLH1");
        assertThat(position.velocityNorth()).isCloseTo(-400 * 1852 / 3600.0, within(1e-6));
        assertThat(position.sigma()).isCloseTo(92.6 / 2.4477, within(0.1));
        TransponderReport other = (TransponderReport) first.get(1);
        assertThat(other.said().icaoAddress()).isFalse();
        assertThat(other.said().ground()).isEqualTo(Ground.ON_GROUND);
        assertThat(second).hasSize(1);
        assertThat(decoder.setAside()).isEqualTo(Map.of("repeated-position", 1L, "no-address", 2L));
    }

    @Test
    void shouldReadLinesOfJsonCutAnywhereAndPassOverBadOnes() {
        String lines =
                "{\"hex\":\"3c6444\",\"lat\":50,\"lon\":9}\n"
                        + "{\"hex\":\"3c6445\",\"lat\":oops}\n"
                        + "{\"hex\":\"3c6446\",\"lat\":51,\"lon\":9}\n";
        List<SensorReport> reports = new ArrayList<>();
        for (int at = 0; at < lines.length(); at += 7) {
            reports.addAll(decode(4, lines.substring(at, Math.min(lines.length(), at + 7))));
        }
        assertThat(reports)
                .extracting(report -> ((PositionReport) report).said().address())
                .containsExactly(0x3C6444, 0x3C6446);
        assertThat(decoder.faults()).isEqualTo(Map.of("not-json", 1L));
    }

    @Test
    void shouldTakeHalfHoursForTheZoneWhenBaseStationLinesTellLocalTime() {
        // two hours ahead of the received time, and two seconds old
        String line =
                "MSG,3,1,1,3C6444,1,2022/01/08,13:59:59.000,2022/01/08,13:59:59.000,,37000,,,50.1,"
                        + "9.1,,,0,0,0,0\r\n";
        assertThat(Time.toText(NOW)).isEqualTo("2022-01-08T12:00:01Z");

        PositionReport report = (PositionReport) decode(3, line).getFirst();

        assertThat(report.measured()).isEqualTo(NOW - 2 * Time.SECOND);
        assertThat(report.said().ground()).isEqualTo(Ground.AIRBORNE);
        assertThat(report.said().height().feet()).isCloseTo(37_000, within(1e-6));
    }

    @Test
    void shouldReadAvrLinesCutAnywhere() {
        // DO-260B identification squitter of 4840D6, call sign KLM1023
        String line = "*8D4840D6202CC371C32CE0576098;\n";
        assertThat(decode(5, line.substring(0, 10))).isEmpty();

        TransponderReport report = (TransponderReport) decode(5, line.substring(10)).getFirst();

        assertThat(report.said().address()).isEqualTo(0x4840D6);
        assertThat(report.said().callSign()).isEqualTo("KLM1023");
        assertThat(report.measured()).isEqualTo(NOW);
    }

    @Test
    void shouldSayNothingOfAnEmptyTransponder() {
        Transponder said = Said.of(0, true, -1, "  ", Double.NaN, Ground.UNKNOWN, Emergency.NONE);
        assertThat(said).isEqualTo(Transponder.SILENT);
        assertThat(
                        Said.of(1, true, -1, "AB\u0001", Double.NaN, Ground.UNKNOWN, Emergency.NONE)
                                .callSign())
                .isNull();
    }

    @Test
    void shouldNeverThrowWhenPacketsAreMutated() {
        long seed = 0xF02D;
        SplittableRandom random = new SplittableRandom(seed);
        List<byte[]> sound =
                List.of(
                        plot(record -> {}),
                        ("MSG,3,1,1,3C6444,1,2022/01/08,13:59:59.000,2022/01/08,13:59:59.000,,"
                                        + "37000,,,50.1,9.1,,,0,0,0,0\n")
                                .getBytes(StandardCharsets.US_ASCII),
                        "{\"now\":1,\"aircraft\":[{\"hex\":\"3c6444\",\"lat\":50,\"lon\":9}]}\n"
                                .getBytes(StandardCharsets.US_ASCII),
                        "*8D4840D6202CC371C32CE0576098;\n".getBytes(StandardCharsets.US_ASCII),
                        new byte[] {0x1A, '3', 0, 0, 0, 0, 1, 0, 50, (byte) 0x8D, 0x48, 0x40});
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = sound.get(random.nextInt(sound.size())).clone();
            int changes = random.nextInt(6);
            for (int change = 0; change < changes; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            int source = random.nextInt(FILE.sources().size());
            try {
                for (SensorReport report : decode(source, bytes)) {
                    assertThat(report.received()).isEqualTo(NOW);
                    assertThat(Math.abs(report.measured() - NOW)).isLessThan(Time.DAY * 30_000);
                }
            } catch (RuntimeException thrown) {
                throw new AssertionError("seed " + seed + ", packet " + i, thrown);
            }
            faults.clear();
        }
    }
}
