package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of real recordings, against what independent decoders count. */
class SummaryRecordingsTest {
    private static Summary summary(String name) throws IOException {
        return Decoding.of(List.of(SharedRecordings.file(name)), ReadingOptions.BY_BYTES)
                .summarize(Progress.NONE);
    }

    /** Framing, records, records by category, distinct addresses (-1: not counted by others). */
    @ParameterizedTest
    @CsvSource({
        "bcn-20230502/ssr_modes_cat048.ast, raw, 44085, {048=44085}, 177",
        "lebl-20160510/smr_cat010.ast, raw, 77345, {010=77345}, 0",
        "lebl-20160510/mlat_cat010.ast, raw, 84453, {010=84453}, 37",
        "lebl-20160510/mlat_cat020_cat019.ast, raw, 77314, '{019=7381, 020=69933}', 37",
        "lebl-20160510/adsb_cat021_ed0.23.ast, raw, 49330, {021=49330}, 47",
        "alicante-adsb/adsb_cat021_ed2_first4000.ast, raw, 4000, {021=4000}, -1",
        "jahorina/Jahorina.raw, raw, 2119, '{034=20, 048=2099}', 106",
        "jahorina/Jahorina.rply, rply, 2119, '{034=20, 048=2099}', 106",
        "jade/final_frame_062_065_large_packet_30min.ff, final, 34225,"
                + " '{062=22396, 063=5772, 065=6057}', 154",
        "jade/NATS_CAT048_119bytes_TCAS.ff, final, 2, {048=2}, -1",
        "jade/final_frame_cat062_one_packet.ff, final, 1, {062=1}, -1",
        "croatiacontrol-asterix/asterix.pcap, pcap, 100, {062=100}, -1",
        "croatiacontrol-asterix/cat034.raw, raw, 1, {034=1}, -1",
        "croatiacontrol-asterix/cat048.raw, raw, 1, {048=1}, -1",
        "croatiacontrol-asterix/cat062cat065.raw, raw, 3, '{062=2, 065=1}', -1",
        "croatiacontrol-asterix/cat21_re.ast, raw, 2, {021=2}, -1",
        "croatiacontrol-asterix/cat_001_002.pcap, pcap+oradis, 8, '{001=7, 002=1}', -1",
        "croatiacontrol-asterix/cat_034_048.pcap, pcap, 162, '{034=34, 048=128}', -1",
        "croatiacontrol-asterix/cat_062_065.pcap, pcap, 3, '{062=2, 065=1}', -1",
        "croatiacontrol-asterix/parsegps.gps, gps, 18, '{034=3, 048=15}', -1",
        "reader-network/066test_filter.gps, gps, 4, '{002=1, 048=3}', -1",
        "reader-network/068test_rrd3.gps, gps, 2397,"
                + " '{001=1534, 002=66, 008=10, 019=2, 020=10, 034=5, 048=770}', -1",
        "reader-network/midnight_cross.gps, gps, 5, {010=5}, -1",
        "beastblackbox/ulss7-1522782148.136310917.beast, beast, 8928, '{DF0=440, DF11=3978,"
                + " DF16=62, DF17=3436, DF20=262, DF21=226, DF4=328, DF5=196}', 11",
        "traffic/sample_dump1090.beast, beast, 239, '{DF0=44, DF11=90, DF16=1, DF17=23, DF20=16,"
                + " DF21=14, DF4=39, DF5=12}', 4",
        "readsb-json/aircraft_1.json, readsb-json, 64, '{adsb_icao=63, mode_s=1}', 64",
        "readsb-json/aircraft_2.json, readsb-json, 69, '{adsb_icao=68, mode_s=1}', 69",
        "readsb-json/aircraft_3.json, readsb-json, 80, '{adsb_icao=78, mode_s=2}', 80",
        "readsb-json/json_1.json, readsb-json, 48, '{adsb_icao=46, mode_s=2}', 48",
        "readsb-json/json_3.json, readsb-json, 11, '{adsb_icao=5, adsc=6}', -1"
    })
    void shouldCountAsIndependentDecodersDo(
            String name, String framing, long records, String categories, int addresses)
            throws IOException {
        Summary summary = summary(name);

        assertThat(summary.framing()).isEqualTo(framing);
        assertThat(summary.records()).isEqualTo(records);
        assertThat(summary.categories()).hasToString(categories);
        assertThat(summary.faults()).isEmpty();
        if (addresses >= 0) {
            assertThat(summary.addresses()).isEqualTo(addresses);
        }
    }

    @Test
    void shouldCountMessagesPositionsAndAircraftWhenBeast() throws IOException {
        Summary summary = summary("beastblackbox/ulss7-1522782148.136310917.beast");

        assertThat(summary.positions()).isEqualTo(1_498);
        assertThat(summary.first()).isEqualTo("00:00:00.000");
        assertThat(summary.last()).startsWith("00:01:00.8");
    }

    @Test
    void shouldCountLinesAndDateThemWhenSbs() throws IOException {
        Summary summary = summary("beastblackbox/ulss7_decoded_sbs.txt");

        assertThat(summary.records()).isEqualTo(8_622);
        assertThat(summary.categories())
                .hasToString(
                        "{MSG1=146, MSG3=1498, MSG4=1492, MSG5=588, MSG6=422, MSG7=498,"
                                + " MSG8=3978}");
        assertThat(summary.positions()).isEqualTo(1_498);
        assertThat(summary.addresses()).isEqualTo(11);
        assertThat(summary.first()).isEqualTo("2018-04-03T19:02:28.136Z");
        // the program that wrote the lines left two of its own at the end
        assertThat(summary.faults()).isEqualTo(Map.of("unknown-type", 2L));
    }

    @Test
    void shouldTellTimesOverMidnight() throws IOException {
        Summary summary = summary("lebl-20160510/adsb_cat021_ed0.23.ast");

        assertThat(summary.first()).startsWith("22:00:01");
        assertThat(summary.last()).startsWith("00:01:02");
        assertThat(summary.sources()).isEqualTo(Map.of("0/107", 49_330L));
    }

    @Test
    void shouldTakeTheEditionThatFitsAndSaySo() throws IOException {
        for (String[] trap :
                new String[][] {
                    {"lebl-20160510/adsb_cat021_ed0.23.ast", "CAT021 read as edition 0.23"},
                    {"croatiacontrol-asterix/asterix.pcap", "CAT062 read as edition 0.17"}
                }) {
            Decoding decoding =
                    Decoding.of(List.of(SharedRecordings.file(trap[0])), ReadingOptions.BY_BYTES);

            assertThat(decoding.files().getFirst().remarks())
                    .anySatisfy(remark -> assertThat(remark).contains(trap[1]));
        }
    }

    @Test
    void shouldCountFaultsWhenTheWrongEditionIsChosen() throws IOException {
        Summary summary =
                Decoding.of(
                                List.of(
                                        SharedRecordings.file(
                                                "lebl-20160510/adsb_cat021_ed0.23.ast")),
                                ReadingOptions.BY_BYTES.withEdition("021=2.4"))
                        .summarize(Progress.NONE);

        assertThat(summary.records()).isNotEqualTo(49_330);
        assertThat(summary.faults()).isNotEmpty();
    }

    @Test
    void shouldPrintOneObjectARecord() throws IOException {
        for (String name :
                List.of(
                        "jahorina/Jahorina.raw",
                        "beastblackbox/ulss7-1522782148.136310917.beast",
                        "beastblackbox/ulss7_decoded_sbs.txt",
                        "readsb-json/aircraft_1.json",
                        "readsb-json/json_1.json")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Summary summary =
                    Decoding.of(List.of(SharedRecordings.file(name)), ReadingOptions.BY_BYTES)
                            .print(out, Progress.NONE);
            List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();

            assertThat(lines).as(name).hasSize((int) summary.records());
            assertThat(lines).allSatisfy(line -> assertThat(Json.isObject(line)).isTrue());
        }
    }
}
