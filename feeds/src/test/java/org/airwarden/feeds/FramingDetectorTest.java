package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramingDetectorTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "alicante-adsb/adsb_cat021_ed2_first4000.ast, raw",
        "bcn-20230502/ssr_modes_cat048.ast, raw",
        "lebl-20160510/adsb_cat021_ed0.23.ast, raw",
        "lebl-20160510/mlat_cat010.ast, raw",
        "lebl-20160510/mlat_cat020_cat019.ast, raw",
        "lebl-20160510/smr_cat010.ast, raw",
        "jahorina/Jahorina.raw, raw",
        "jahorina/Jahorina.rply, rply",
        "croatiacontrol-asterix/cat034.raw, raw",
        "croatiacontrol-asterix/cat048.raw, raw",
        "croatiacontrol-asterix/cat062cat065.raw, raw",
        "croatiacontrol-asterix/cat21_re.ast, raw",
        "croatiacontrol-asterix/asterix.pcap, pcap",
        "croatiacontrol-asterix/cat_001_002.pcap, pcap+oradis",
        "croatiacontrol-asterix/cat_034_048.pcap, pcap",
        "croatiacontrol-asterix/cat_062_065.pcap, pcap",
        "croatiacontrol-asterix/parsegps.gps, gps",
        "reader-network/066test_filter.gps, gps",
        "reader-network/068test_rrd3.gps, gps",
        "reader-network/midnight_cross.gps, gps",
        "jade/NATS_CAT048_119bytes_TCAS.ff, final",
        "jade/final_frame_062_065_large_packet_30min.ff, final",
        "jade/final_frame_062_one_packet_sample2.FF, final",
        "jade/final_frame_cat062_one_packet.ff, final",
        "jasterix-vectors/cat001ed1.1.bin, raw",
        "jasterix-vectors/cat001ed1.1_sacsic_propagation.bin, raw",
        "jasterix-vectors/cat002ed1.0.bin, raw",
        "jasterix-vectors/cat004ed1.4.bin, raw",
        "jasterix-vectors/cat010ed0.24_sensis.bin, raw",
        "jasterix-vectors/cat010ed0.31.bin, raw",
        "jasterix-vectors/cat019ed1.3.bin, raw",
        "jasterix-vectors/cat020ed1.5.bin, raw",
        "jasterix-vectors/cat021ed0.26.bin, raw",
        "jasterix-vectors/cat021ed2.1.bin, raw",
        "jasterix-vectors/cat030ed7.0.bin, raw",
        "jasterix-vectors/cat034ed1.26.bin, raw",
        "jasterix-vectors/cat048ed1.15.bin, raw",
        "jasterix-vectors/cat048ed1.23.bin, raw",
        "jasterix-vectors/cat062ed1.12.bin, raw",
        "jasterix-vectors/cat062ed1.16.bin, raw",
        "jasterix-vectors/cat063ed1.0.bin, raw",
        "jasterix-vectors/cat065ed1.3.bin, raw",
        "jasterix-vectors/cat247ed1.2.bin, raw",
        "jasterix-vectors/cat252ed7.0.bin, raw",
        "beastblackbox/ulss7-1522782148.136310917.beast, beast",
        "beastblackbox/ulss7_decoded_sbs.txt, sbs",
        "traffic/sample_dump1090.beast, beast",
        "readsb-json/aircraft_1.json, readsb-json",
        "readsb-json/aircraft_2.json, readsb-json",
        "readsb-json/aircraft_3.json, readsb-json",
        "readsb-json/json_1.json, readsb-json",
        "readsb-json/json_3.json, readsb-json",
        "dump1090/modes1.bin, iq-u8-2.0",
        "dump1090_rs/test_1641427457780.iq, iq-s16-2.4",
        "dump1090_rs/test_1641428165033.iq, iq-s16-2.4",
        "pymodes/sample_data_adsb.csv, unknown",
        "pymodes/sample_data_commb_df20.csv, unknown",
        "stonesoup/OpenSky_Plane_States.csv, unknown",
        "traffic/ajaccio.json.gz, unknown",
        "traffic/switzerland.json.gz, unknown",
        "nasa-cpr/surface_encoding_t6-1awb.csv, unknown",
        "beastblackbox/ICAOs.txt, unknown"
    })
    void shouldFindFramingOfRecording(String name, String word) throws IOException {
        Detection detection = FramingDetector.detect(SharedRecordings.file(name));

        assertThat(detection.word()).as(detection.evidence()).isEqualTo(word);
        assertThat(detection.evidence()).isNotBlank();
    }

    @Test
    void shouldSayWhyWhenFramesChain() throws IOException {
        Path file = SharedRecordings.file("jade/final_frame_062_065_large_packet_30min.ff");

        assertThat(FramingDetector.detect(file).evidence())
                .startsWith("18,163 FINAL frames chain to the end: each ends in A5 A5 A5 A5");
    }

    @Test
    void shouldSayUnknownWhenBytesAreRandom() {
        for (long seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = new byte[1 + random.nextInt(1 << random.nextInt(4, 20))];
            random.nextBytes(bytes);

            Detection detection = FramingDetector.detect(bytes, false);

            assertThat(detection.format()).as("seed %d: %s", seed, detection.evidence()).isNull();
        }
    }

    @Test
    void shouldSayThatFileIsEmptyWhenItIs() throws IOException {
        Path file = Files.createFile(folder.resolve("nothing"));

        Detection detection = FramingDetector.detect(file);

        assertThat(detection.format()).isNull();
        assertThat(detection.evidence()).isEqualTo("the file is empty");
    }

    @Test
    void shouldLookIntoGzipWhenFileIsCompressed() throws IOException {
        byte[] blocks = Samples.blocks(300, 7);
        Path file = folder.resolve("recording");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(blocks);
        }

        assertThat(FramingDetector.detect(file).word()).isEqualTo("raw");
    }

    @Test
    void shouldFindAvrWhenLinesAreHexadecimal() {
        byte[] text =
                "*8D406B902015A678D4D220AA4BDA;\n@0000000000FF5D406B90ABCDEF;\n*7700;\n"
                        .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(FramingDetector.detect(text, false).word()).isEqualTo("avr");
    }

    @Test
    void shouldSampleFurtherInWhenFileIsLong() throws IOException {
        byte[] blocks = Samples.blocks(20_000, 3);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (whole.size() < 5 << 20) {
            whole.write(blocks);
        }
        Path file = Files.write(folder.resolve("long"), whole.toByteArray());

        Detection detection = FramingDetector.detect(file);

        assertThat(detection.word()).isEqualTo("raw");
        assertThat(detection.evidence())
                .contains("chain through the first 4,096 KiB")
                .contains("of a sample at 50 %")
                .contains("of a sample at 90 %");
    }
}
