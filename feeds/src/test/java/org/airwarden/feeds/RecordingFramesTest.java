package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.airwarden.feeds.Frame.TimeKind;
import org.airwarden.model.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames of real recordings, against what independent decoders count. */
class RecordingFramesTest {
    private static final class Told {
        private long frames;
        private long octets;
        private final List<Long> times = new ArrayList<>();
        private final List<byte[]> payloads = new ArrayList<>();
        private final List<FrameFault> faults = new ArrayList<>();
        private long skipped = -1;
    }

    private static Told read(String name, TimeKind kind) throws IOException {
        var file = SharedRecordings.file(name);
        Detection detection = FramingDetector.detect(file);
        Told told = new Told();
        Frame frame = new Frame();
        try (FrameReader reader = FrameReader.open(file, detection.format(), told.faults::add)) {
            while (reader.next(frame)) {
                told.frames++;
                told.octets += frame.length();
                assertThat(frame.timeKind()).isEqualTo(kind);
                told.times.add(frame.time());
                told.payloads.add(frame.copyOfPayload());
            }
            if (reader instanceof CaptureReader capture) {
                told.skipped = capture.skippedPackets();
            }
        }
        assertThat(told.faults).isEmpty();
        return told;
    }

    @ParameterizedTest
    @CsvSource({
        "alicante-adsb/adsb_cat021_ed2_first4000.ast, NONE, 4000",
        "lebl-20160510/adsb_cat021_ed0.23.ast, NONE, 49330",
        "jahorina/Jahorina.raw, NONE, 642",
        "jahorina/Jahorina.rply, ELAPSED, 642",
        "jade/final_frame_062_065_large_packet_30min.ff, TIME_OF_DAY, 18163",
        "jade/NATS_CAT048_119bytes_TCAS.ff, TIME_OF_DAY, 1",
        "croatiacontrol-asterix/asterix.pcap, UTC, 100",
        "croatiacontrol-asterix/cat_034_048.pcap, UTC, 100",
        "croatiacontrol-asterix/cat_062_065.pcap, UTC, 1",
        "croatiacontrol-asterix/cat_001_002.pcap, UTC, 6",
        "croatiacontrol-asterix/parsegps.gps, TIME_OF_DAY, 15",
        "reader-network/066test_filter.gps, TIME_OF_DAY, 3",
        "reader-network/068test_rrd3.gps, TIME_OF_DAY, 1718",
        "reader-network/midnight_cross.gps, TIME_OF_DAY, 5"
    })
    void shouldGiveAsManyFramesAsTheFileHolds(String name, TimeKind kind, long frames)
            throws IOException {
        assertThat(read(name, kind).frames).isEqualTo(frames);
    }

    @ParameterizedTest
    @CsvSource({
        "beastblackbox/ulss7-1522782148.136310917.beast",
        "beastblackbox/ulss7_decoded_sbs.txt",
        "traffic/sample_dump1090.beast",
        "bcn-20230502/ssr_modes_cat048.ast",
        "lebl-20160510/mlat_cat020_cat019.ast"
    })
    void shouldGiveEveryOctetWhenFramesFillTheFile(String name) throws IOException {
        Told told = read(name, TimeKind.NONE);

        assertThat(Samples.join(told.payloads))
                .isEqualTo(Files.readAllBytes(SharedRecordings.file(name)));
    }

    @Test
    void shouldGiveTheRawRecordingWhenRplyHoldsTheSame() throws IOException {
        Told rply = read("jahorina/Jahorina.rply", TimeKind.ELAPSED);
        Told raw = read("jahorina/Jahorina.raw", TimeKind.NONE);

        assertThat(rply.payloads.stream().map(payload -> payload.length).toList())
                .isEqualTo(raw.payloads.stream().map(payload -> payload.length).toList());
        assertThat(Samples.join(rply.payloads)).isEqualTo(Samples.join(raw.payloads));
        assertThat(rply.times).isSorted();
        assertThat(rply.times.getFirst()).isZero();
        assertThat(rply.times.getLast()).isEqualTo(112_423 * Time.MILLISECOND);
    }

    @Test
    void shouldTellRecorderTimeWhenFinal() throws IOException {
        Told jade = read("jade/final_frame_062_065_large_packet_30min.ff", TimeKind.TIME_OF_DAY);
        Told nats = read("jade/NATS_CAT048_119bytes_TCAS.ff", TimeKind.TIME_OF_DAY);

        assertThat(jade.times.getFirst()).isEqualTo(38_247 * Time.SECOND);
        assertThat(jade.times).isSorted();
        // I065/030 runs from 50,301.8 s to 52,101.0 s in the same stretch
        assertThat(jade.times.getLast() - jade.times.getFirst())
                .isBetween(1798 * Time.SECOND, 1801 * Time.SECOND);
        // I048/140 of its first record is 34,356.2 s
        assertThat(nats.times).containsExactly(34_357_420 * Time.MILLISECOND);
    }

    @Test
    void shouldTellTimeOfDayOverMidnightWhenGps() throws IOException {
        Told told = read("reader-network/midnight_cross.gps", TimeKind.TIME_OF_DAY);

        assertThat(told.times.get(0)).isEqualTo(86_399_593_750_000L);
        assertThat(told.times.get(2)).isZero();
        assertThat(told.times.get(3)).isEqualTo(15_625_000);
    }

    @Test
    void shouldTellAddressesAndTimeWhenPcap() throws IOException {
        var file = SharedRecordings.file("croatiacontrol-asterix/cat_062_065.pcap");
        Frame frame = new Frame();
        try (FrameReader reader =
                FrameReader.open(file, RecordingFormat.of(Framing.PCAP), fault -> {})) {
            assertThat(reader.next(frame)).isTrue();

            assertThat(frame.sourceAddress().getHostAddress()).isEqualTo("10.19.16.21");
            assertThat(frame.destinationAddress().getHostAddress()).isEqualTo("227.0.6.1");
            assertThat(frame.destinationPort()).isEqualTo(10_001);
            assertThat(Time.toText(frame.time())).startsWith("2014-02-25T12:");
            assertThat(reader.next(frame)).isFalse();
        }
    }

    @Test
    void shouldUnwrapEveryRecordWhenOradis() throws IOException {
        Told told = read("croatiacontrol-asterix/cat_001_002.pcap", TimeKind.UTC);

        assertThat(told.payloads)
                .allMatch(payload -> AsterixBlocks.fillExactly(payload, 0, payload.length));
        assertThat(told.skipped).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "readsb-json/aircraft_1.json, 1",
        "readsb-json/aircraft_3.json, 1",
        "readsb-json/json_1.json, 48",
        "readsb-json/json_3.json, 11"
    })
    void shouldCutJsonIntoDocumentsOrLines(String name, long values) throws IOException {
        assertThat(read(name, TimeKind.NONE).frames).isEqualTo(values);
    }
}
