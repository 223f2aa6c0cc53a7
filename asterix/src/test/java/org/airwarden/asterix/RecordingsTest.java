package org.airwarden.asterix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real recordings give the counts that independent decoders gave, and sensible values. */
class RecordingsTest {
    private static final Editions NEWEST = Editions.newest();

    @ParameterizedTest
    @CsvSource({
        "lebl-20160510/smr_cat010.ast, 10, 77345",
        "lebl-20160510/mlat_cat010.ast, 10, 84453",
        "bcn-20230502/ssr_modes_cat048.ast, 48, 44085",
        "alicante-adsb/adsb_cat021_ed2_first4000.ast, 21, 4000",
        "croatiacontrol-asterix/cat034.raw, 34, 1",
        "croatiacontrol-asterix/cat048.raw, 48, 1",
        "croatiacontrol-asterix/cat21_re.ast, 21, 2",
        "jasterix-vectors/cat001ed1.1.bin, 1, 1",
        "jasterix-vectors/cat001ed1.1_sacsic_propagation.bin, 1, 3",
        "jasterix-vectors/cat002ed1.0.bin, 2, 1",
        "jasterix-vectors/cat004ed1.4.bin, 4, 3",
        "jasterix-vectors/cat010ed0.31.bin, 10, 1",
        "jasterix-vectors/cat019ed1.3.bin, 19, 1",
        "jasterix-vectors/cat020ed1.5.bin, 20, 1",
        "jasterix-vectors/cat021ed2.1.bin, 21, 1",
        "jasterix-vectors/cat034ed1.26.bin, 34, 1",
        "jasterix-vectors/cat048ed1.15.bin, 48, 1",
        "jasterix-vectors/cat048ed1.23.bin, 48, 1",
        "jasterix-vectors/cat062ed1.12.bin, 62, 1",
        "jasterix-vectors/cat062ed1.16.bin, 62, 1",
        "jasterix-vectors/cat063ed1.0.bin, 63, 1",
        "jasterix-vectors/cat065ed1.3.bin, 65, 1",
        "jasterix-vectors/cat247ed1.2.bin, 247, 1",
        "jasterix-vectors/cat030ed7.0.bin, 30, 1",
        "jasterix-vectors/cat252ed7.0.bin, 252, 1"
    })
    void shouldCountAsOtherDecodersDoWhenOneCategoryIsRead(String file, int category, int records) {
        Collector found = Collector.walk(NEWEST, Recordings.bytes(file));

        assertThat(found.faults).isEmpty();
        assertThat(found.records).isEqualTo(Map.of(category, records));
    }

    @Test
    void shouldCountAsOtherDecodersDoWhenCategoriesAreMixed() {
        Collector mlat =
                Collector.walk(NEWEST, Recordings.bytes("lebl-20160510/mlat_cat020_cat019.ast"));
        assertThat(mlat.faults).isEmpty();
        assertThat(mlat.records).isEqualTo(Map.of(20, 69933, 19, 7381));

        Collector jahorina = Collector.walk(NEWEST, Recordings.bytes("jahorina/Jahorina.raw"));
        assertThat(jahorina.faults).isEmpty();
        assertThat(jahorina.records).isEqualTo(Map.of(48, 2099, 34, 20));

        Collector tracks =
                Collector.walk(
                        NEWEST,
                        Recordings.withoutFinalFrames(
                                Recordings.bytes(
                                        "jade/final_frame_062_065_large_packet_30min.ff")));
        assertThat(tracks.faults).isEmpty();
        assertThat(tracks.records).isEqualTo(Map.of(62, 22396, 63, 5772, 65, 6057));

        Collector pcap = new Collector();
        BlockWalker walker = new BlockWalker(NEWEST);
        for (byte[] datagram :
                Recordings.datagrams(Recordings.bytes("croatiacontrol-asterix/cat_034_048.pcap"))) {
            walker.walk(datagram, pcap);
        }
        assertThat(pcap.faults).isEmpty();
        assertThat(pcap.records).isEqualTo(Map.of(34, 34, 48, 128));
    }

    @Test
    void shouldCountAsOtherDecodersDoWhenAWholeRadarNetIsRecorded() {
        Collector net =
                Collector.walk(
                        NEWEST,
                        Recordings.withoutRecorderFrames(
                                Recordings.bytes("reader-network/068test_rrd3.gps")));

        assertThat(net.faults).isEmpty();
        assertThat(net.records)
                .isEqualTo(Map.of(48, 770, 1, 1534, 2, 66, 19, 2, 20, 10, 34, 5, 8, 10));
    }

    @Test
    void shouldCountAsOtherDecodersDoWhenTheEditionIsOld() {
        Collector adsb =
                Collector.walk(
                        NEWEST.with(21, "0.23"),
                        Recordings.bytes("lebl-20160510/adsb_cat021_ed0.23.ast"));
        assertThat(adsb.faults).isEmpty();
        assertThat(adsb.records).isEqualTo(Map.of(21, 49330));

        Collector vector =
                Collector.walk(
                        NEWEST.with(21, "0.26"),
                        Recordings.bytes("jasterix-vectors/cat021ed0.26.bin"));
        assertThat(vector.faults).isEmpty();
        assertThat(vector.records).isEqualTo(Map.of(21, 1));

        Collector sensis =
                Collector.walk(
                        NEWEST.with(10, "0.24-sensis"),
                        Recordings.bytes("jasterix-vectors/cat010ed0.24_sensis.bin"));
        assertThat(sensis.faults).isEmpty();
        assertThat(sensis.records).isEqualTo(Map.of(10, 1));

        Collector tracks = new Collector();
        BlockWalker walker = new BlockWalker(NEWEST.with(62, "0.17"));
        for (byte[] datagram :
                Recordings.datagrams(Recordings.bytes("croatiacontrol-asterix/asterix.pcap"))) {
            walker.walk(datagram, tracks);
        }
        assertThat(tracks.faults).isEmpty();
        assertThat(tracks.records).isEqualTo(Map.of(62, 100));
    }

    @Test
    void shouldReadSensibleValuesWhenTheRadarIsBarcelona() {
        Definition definition = Definitions.newest(48);
        Field sac = definition.field("010/SAC");
        Field sic = definition.field("010/SIC");
        Field time = definition.field("140");
        Field range = definition.field("040/RHO");
        Field azimuth = definition.field("040/THETA");
        Field level = definition.field("090/FL");
        Field address = definition.field("220");
        Field callsign = definition.field("240");
        Field register = definition.field("250/BDS1");
        Set<String> addresses = new HashSet<>();
        Set<String> callsigns = new HashSet<>();
        int[] withAddress = {0};
        int[] withRegisters = {0};
        new BlockWalker(NEWEST)
                .walk(
                        Recordings.bytes("bcn-20230502/ssr_modes_cat048.ast"),
                        record -> {
                            assertThat(record.raw(sac)).isEqualTo(20);
                            assertThat(record.raw(sic)).isEqualTo(129);
                            assertThat(record.value(time)).isBetween(28_799.0, 32_401.0);
                            if (record.has(range)) {
                                assertThat(record.value(range)).isBetween(0.0, 256.0);
                                assertThat(record.value(azimuth)).isBetween(0.0, 360.0);
                            }
                            if (record.has(level)) {
                                assertThat(record.value(level)).isBetween(-20.0, 600.0);
                            }
                            if (record.has(address)) {
                                withAddress[0]++;
                                addresses.add(record.text(address));
                            }
                            if (record.has(callsign)) {
                                callsigns.add(record.text(callsign));
                            }
                            if (record.count(register) > 0) {
                                withRegisters[0]++;
                            }
                        });
        assertThat(withAddress[0]).isEqualTo(43_313);
        assertThat(withRegisters[0]).isEqualTo(40_153);
        assertThat(addresses).hasSize(177);
        assertThat(callsigns)
                .hasSizeBetween(175, 182)
                .allMatch(callsign2 -> callsign2.matches("[A-Z0-9]*"));
    }

    @Test
    void shouldPlaceTrafficNearTheStationWhenReportsCarryPositions() {
        byte[] barcelona = Recordings.bytes("lebl-20160510/adsb_cat021_ed0.23.ast");
        // Thirty positions of this recording lie further away; they are wrong on the wire.
        assertThat(far(barcelona, Definitions.of(21, "0.23"), "130", 41.297, 2.078)).isEqualTo(30);

        byte[] alicante = Recordings.bytes("alicante-adsb/adsb_cat021_ed2_first4000.ast");
        assertThat(far(alicante, Definitions.of(21, "2.7"), "130", 38.5, -0.5)).isZero();
        assertThat(far(alicante, Definitions.of(21, "2.7"), "131", 38.5, -0.5)).isZero();

        for (byte[] datagram :
                Recordings.datagrams(Recordings.bytes("croatiacontrol-asterix/asterix.pcap"))) {
            assertThat(far(datagram, Definitions.of(62, "0.17"), "105", 45, 16)).isZero();
        }
    }

    /** Records with a position more than seven degrees away. */
    private static int far(
            byte[] data, Definition definition, String item, double latitude, double longitude) {
        Field lat = definition.field(item + "/LAT");
        Field lon = definition.field(item + "/LON");
        int[] far = {0};
        int[] positions = {0};
        new BlockWalker(Editions.none().with(definition))
                .walk(
                        data,
                        record -> {
                            if (record.has(lat)) {
                                positions[0]++;
                                double dLat = record.value(lat) - latitude;
                                double dLon = record.value(lon) - longitude;
                                far[0] += Math.max(Math.abs(dLat), Math.abs(dLon)) > 7 ? 1 : 0;
                            }
                        });
        assertThat(positions[0]).isPositive();
        return far[0];
    }

    @Test
    void shouldReadSystemTracksOverItalyWhenTheFileIsJade() {
        Definition definition = Definitions.newest(62);
        Field lat = definition.field("105/LAT");
        Field lon = definition.field("105/LON");
        Field number = definition.field("040");
        Field address = definition.field("380/ADR");
        Set<Long> numbers = new HashSet<>();
        Set<Long> addresses = new HashSet<>();
        double[] box = {90, -90, 180, -180};
        new BlockWalker(NEWEST)
                .walk(
                        Recordings.withoutFinalFrames(
                                Recordings.bytes("jade/final_frame_062_065_large_packet_30min.ff")),
                        record -> {
                            if (record.category() != 62) {
                                return;
                            }
                            numbers.add(record.raw(number));
                            if (record.has(address)) {
                                addresses.add(record.raw(address));
                            }
                            if (record.has(lat)) {
                                box[0] = Math.min(box[0], record.value(lat));
                                box[1] = Math.max(box[1], record.value(lat));
                                box[2] = Math.min(box[2], record.value(lon));
                                box[3] = Math.max(box[3], record.value(lon));
                            }
                        });
        assertThat(numbers).hasSize(372);
        assertThat(addresses).hasSize(154);
        assertThat(box[0]).isCloseTo(38.9, within(0.06));
        assertThat(box[1]).isCloseTo(44.7, within(0.06));
        assertThat(box[2]).isCloseTo(8.3, within(0.06));
        assertThat(box[3]).isCloseTo(16.1, within(0.06));
    }

    @Test
    void shouldAgreeWhenTheSameReportsComeAsCat010AndCat020() {
        Set<Long> asCat010 = addresses("lebl-20160510/mlat_cat010.ast", 10);
        Set<Long> asCat020 = addresses("lebl-20160510/mlat_cat020_cat019.ast", 20);
        assertThat(asCat010).hasSize(37).isEqualTo(asCat020);
    }

    private static Set<Long> addresses(String file, int category) {
        Field address = Definitions.newest(category).field("220");
        Set<Long> addresses = new HashSet<>();
        new BlockWalker(NEWEST)
                .walk(
                        Recordings.bytes(file),
                        record -> {
                            if (record.category() == category && record.has(address)) {
                                addresses.add(record.raw(address));
                            }
                        });
        return addresses;
    }
}
