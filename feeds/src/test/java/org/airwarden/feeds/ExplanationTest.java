package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
    @TempDir private Path folder;

    private static String compact(Explanation explanation) {
        List<String> editions = new ArrayList<>();
        for (EditionChoice choice : explanation.editions()) {
            editions.add(choice.number() + "=" + choice.edition());
        }
        RecordingFormat format = explanation.format();
        return (format == null ? "unknown" : format.word()) + " " + String.join(" ", editions);
    }

    /**
     * What the recordings' descriptions say. Where several editions read a file alike, the newest
     * is named.
     */
    @ParameterizedTest
    @CsvSource({
        "lebl-20160510/adsb_cat021_ed0.23.ast, raw 021=0.23, 1",
        "croatiacontrol-asterix/asterix.pcap, pcap 062=0.17, 1",
        "jasterix-vectors/cat021ed0.26.bin, raw 021=0.26, -1",
        "alicante-adsb/adsb_cat021_ed2_first4000.ast, raw 021=2.7, -1",
        "bcn-20230502/ssr_modes_cat048.ast, raw 048=1.32, -1",
        "jahorina/Jahorina.rply, rply 034=1.29 048=1.32, -1",
        "jade/final_frame_062_065_large_packet_30min.ff, final 062=1.21 063=1.7 065=1.6, -1",
        "croatiacontrol-asterix/cat_001_002.pcap, pcap+oradis 001=1.4 002=1.2, -1",
        "croatiacontrol-asterix/parsegps.gps, gps 034=1.29 048=1.32, -1",
        "beastblackbox/ulss7-1522782148.136310917.beast, 'beast ', 0",
        "beastblackbox/ulss7_decoded_sbs.txt, 'sbs ', 0",
        "readsb-json/json_1.json, 'readsb-json ', 0",
    })
    void shouldSayHowARecordingIsRead(String file, String expected, int fitting)
            throws IOException {
        Explanation explanation =
                Explanation.of(SharedRecordings.file(file), ReadingOptions.BY_BYTES);

        assertThat(compact(explanation).strip()).isEqualTo(expected.strip());
        assertThat(explanation.isDecided()).isTrue();
        assertThat(Json.isObject(explanation.toJson())).isTrue();
        assertThat(explanation.toJson()).startsWith("{\"framing\":\"").contains(",\"editions\":{");
        if (fitting > 0) {
            assertThat(explanation.editions().getFirst().fitting()).hasSize(fitting);
        }
        FramingTrial taken =
                explanation.trials().stream()
                        .filter(trial -> trial.format().equals(explanation.format()))
                        .findFirst()
                        .orElseThrow();
        assertThat(taken.frames()).isPositive();
        assertThat(taken.part()).isGreaterThan(0.5);
    }

    @Test
    void shouldNoticeThatAChosenEditionIsNotTheRecordings() throws IOException {
        Path file = SharedRecordings.file("lebl-20160510/adsb_cat021_ed0.23.ast");
        for (String wrong : List.of("2.1", "2.4", "2.7", "0.26")) {
            ReadingOptions options = ReadingOptions.BY_BYTES.withEdition("021=" + wrong);
            RecordedFile read = RecordedFile.examine(file, options);
            assertThat(read.misread()).as(wrong).hasSize(1);
            assertThat(read.remarks().getLast())
                    .contains(
                            "WARNING", wrong, "of 100 blocks 100 break off", "--edition 021=0.23");
            assertThat(Explanation.of(file, options).isMisread()).as(wrong).isTrue();
        }
        RecordedFile right =
                RecordedFile.examine(file, ReadingOptions.BY_BYTES.withEdition("021=0.23"));
        assertThat(right.misread()).isEmpty();
        assertThat(right.remarks()).noneMatch(remark -> remark.contains("WARNING"));
    }

    /** CAT062: items 010 and 130 in the early draft, 010 and 210 in all later editions. */
    @Test
    void shouldLeaveOpenWhatTheBytesLeaveOpen() throws IOException {
        List<byte[]> blocks = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            blocks.add(
                    new byte[] {
                        62, 0, 9, (byte) 0x81, (byte) 0x80, 1, 2, (byte) i, (byte) (i * 7)
                    });
        }
        Path file = Files.write(folder.resolve("tracks.ast"), Samples.join(blocks));
        Explanation open = Explanation.of(file, ReadingOptions.BY_BYTES);

        assertThat(open.isDecided()).isFalse();
        assertThat(open.toJson()).startsWith("{\"framing\":\"raw\",\"editions\":{},");
        assertThat(open.toText()).contains("with different meaning", "--edition 062=");
        Explanation chosen = Explanation.of(file, ReadingOptions.BY_BYTES.withEdition("062=0.17"));
        assertThat(chosen.isDecided()).isTrue();
        assertThat(chosen.isMisread()).isFalse();
        assertThat(chosen.toJson())
                .startsWith("{\"framing\":\"raw\",\"editions\":{\"062\":\"0.17\"},");
    }

    @Test
    void shouldSayWhereEachFramingBreaks() throws IOException {
        Path noise = Files.write(folder.resolve("noise"), new byte[4000]);
        Explanation explanation = Explanation.of(noise, ReadingOptions.BY_BYTES);

        assertThat(explanation.toJson()).startsWith("{\"framing\":\"unknown\",\"editions\":{},");
        assertThat(explanation.isDecided()).isFalse();
        assertThat(explanation.trials()).hasSize(RecordingFormat.all().size());
        Map<String, Long> broke = new TreeMap<>();
        explanation.trials().forEach(trial -> broke.put(trial.format().word(), trial.brokeAt()));
        assertThat(broke)
                .containsEntry("raw", 0L)
                .containsEntry("final", 0L)
                .containsEntry("gps", 2200L);
    }
}
