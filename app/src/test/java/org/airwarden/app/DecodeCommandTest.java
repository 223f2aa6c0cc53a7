package org.airwarden.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.airwarden.app.Program.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DecodeCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private Path folder;

    /** Figures that independent decoders printed for recordings of real sensors. */
    @ParameterizedTest
    @CsvSource({
        "bcn-20230502/ssr_modes_cat048.ast, raw, 44085, 177",
        "lebl-20160510/smr_cat010.ast, raw, 77345, -1",
        "lebl-20160510/mlat_cat010.ast, raw, 84453, 37",
        "lebl-20160510/mlat_cat020_cat019.ast, raw, 77314, 37",
        "lebl-20160510/adsb_cat021_ed0.23.ast, raw, 49330, 47",
        "jade/final_frame_062_065_large_packet_30min.ff, final, 34225, 154",
        "jahorina/Jahorina.raw, raw, 2119, 106",
        "jahorina/Jahorina.rply, rply, 2119, 106",
        "alicante-adsb/adsb_cat021_ed2_first4000.ast, raw, 4000, -1",
        "croatiacontrol-asterix/asterix.pcap, pcap, 100, -1",
        "croatiacontrol-asterix/cat_034_048.pcap, pcap, 162, -1",
        "croatiacontrol-asterix/cat_062_065.pcap, pcap, 3, -1",
        "croatiacontrol-asterix/cat_001_002.pcap, pcap+oradis, 8, -1",
        "croatiacontrol-asterix/parsegps.gps, gps, 18, -1",
        "reader-network/068test_rrd3.gps, gps, 2397, -1",
        "beastblackbox/ulss7-1522782148.136310917.beast, beast, 8928, 11",
    })
    void shouldCountWhatOthersCount(String file, String framing, int records, int addresses)
            throws Exception {
        Path path = Program.DATA.resolve(file);
        if (!Files.exists(path)) {
            System.err.println("SKIPPED: no recording " + path);
        }
        assumeTrue(Files.exists(path), "no recording " + path);
        Result result = Program.run("decode", "--summary", path.toString());

        assertThat(result.exitCode()).as(result.err()).isZero();
        JsonNode summary = JSON.readTree(result.out());
        assertThat(summary.path("framing").asString()).isEqualTo(framing);
        assertThat(summary.path("records").asInt()).isEqualTo(records);
        if (addresses >= 0) {
            assertThat(summary.path("addresses").asInt()).isEqualTo(addresses);
        }
        if (framing.equals("beast")) {
            assertThat(summary.path("positions").asInt()).isEqualTo(1_498);
            assertThat(summary.path("categories").path("DF17").asInt()).isEqualTo(3_436);
        }
        assertThat(result.err()).contains(path.getFileName().toString());
    }

    @Test
    void shouldPrintOneObjectARecord() throws Exception {
        Path saved = save();
        Path file = saved.resolve("simulated-ads-b.ast");
        Result records = Program.run("decode", file.toString());
        Result summary = Program.run("decode", "--summary", file.toString());

        List<JsonNode> objects = new ArrayList<>();
        records.out().lines().forEach(line -> objects.add(JSON.readTree(line)));
        assertThat(objects)
                .hasSize(JSON.readTree(summary.out()).path("records").asInt())
                .allMatch(object -> object.path("category").asInt() == 21)
                .allMatch(object -> object.path("items").path("040").path("SIM").asInt() == 1);
        assertThat(JSON.readTree(summary.out()).path("faults").isEmpty()).isTrue();
    }

    @Test
    void shouldCountDamageAndGoOn() throws Exception {
        Path whole = save().resolve("simulated-heraklion.ast");
        byte[] bytes = Files.readAllBytes(whole);
        int places = 0;
        for (int i = 5_000; i < bytes.length; i += 10_007) {
            bytes[i] ^= 0x5A;
            places++;
        }
        Path damaged = folder.resolve("damaged.ast");
        Files.write(damaged, bytes);
        Result result = Program.run("decode", "--summary", damaged.toString());

        assertThat(result.exitCode()).isZero();
        int records =
                JSON.readTree(Program.run("decode", "--summary", whole.toString()).out())
                        .path("records")
                        .asInt();
        // A place costs its block at most, and a wrong length the next one: a sector's plots.
        assertThat(places).isGreaterThan(10);
        assertThat(JSON.readTree(result.out()).path("records").asInt())
                .isBetween(records - 20 * places, records + places);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "decode | FILE",
                "decode --summary /no/such/file | there is no file /no/such/file",
                "decode --format xyz /dev/null | there is no format 'xyz'",
                "decode --edition 021 /dev/null | 021=0.23",
                "decode --edition 021=9.9 /dev/null | no edition 9.9 of CAT021",
                "decode --edition 300=1.0 /dev/null | CAT300",
                "decode --summary / | / is a folder",
                "decode --summary - | standard input is a pipe or a device; save what it gives",
                "decode --repair three /dev/null | --repair is 'three'; write none, one or two",
                "decode --summary --format raw /dev/null | /dev/null is a pipe or a device",
                "play --port 0 / | / holds no journal",
                "play --port 0 /dev/null /dev/null | /dev/null is a pipe or a device",
                "play --port 0 --site / /dev/null | is a pipe or a device",
                "decode --sumary x | --sumary",
                "frobnicate | frobnicate",
            })
    void shouldSayMisuseInOneLine(String command, String words) throws Exception {
        Result result = Program.run(command.split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().strip().lines()).hasSize(1);
        assertThat(result.err()).contains(words);
    }

    @Test
    void shouldSayThatItDoesNotKnowAFile() throws Exception {
        Path noise = folder.resolve("noise.bin");
        byte[] bytes = new byte[10_000];
        new java.util.Random(4).nextBytes(bytes);
        Files.write(noise, bytes);
        Result result = Program.run("decode", "--summary", noise.toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err().strip().lines()).hasSize(1);
        assertThat(result.err()).contains("noise.bin", "--format");
    }

    private Path save() throws Exception {
        Path saved = folder.resolve("saved");
        assertThat(Program.run("demo", "--save", saved.toString()).exitCode()).isZero();
        return saved;
    }
}
