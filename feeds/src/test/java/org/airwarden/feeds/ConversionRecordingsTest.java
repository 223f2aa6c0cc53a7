package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.airwarden.model.Time;
import org.airwarden.modes.Fault;
import org.airwarden.modes.SbsHandler;
import org.airwarden.modes.SbsMessage;
import org.airwarden.modes.SbsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings of real sensors through the framings, and what others made of them. */
class ConversionRecordingsTest {
    private static final String BEAST = "beastblackbox/ulss7-1522782148.136310917.beast";

    /** 2018-04-03T19:02:28.136Z, as the recording's name tells. */
    private static final long BEGINNING = 1_522_782_148_136L * Time.MILLISECOND;

    @TempDir private Path folder;
    private int files;

    private Path convert(Path in, ConversionFormat to, RecordFilter filter, long start)
            throws IOException {
        Path out = folder.resolve("out" + files++ + to.extension());
        RecordedFile file = RecordedFile.examine(in, ReadingOptions.BY_BYTES);
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(out))) {
            new Conversion(file, to, filter, start, true, false)
                    .run(stream, DecodingFaultSink.IGNORE, Progress.NONE);
        }
        return out;
    }

    private static String json(Path file) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        Decoding.of(List.of(file), ReadingOptions.BY_BYTES).print(lines, Progress.NONE);
        return lines.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jahorina/Jahorina.raw",
                "jahorina/Jahorina.rply",
                "alicante-adsb/adsb_cat021_ed2_first4000.ast",
                "croatiacontrol-asterix/asterix.pcap",
                "croatiacontrol-asterix/cat_034_048.pcap",
                "croatiacontrol-asterix/cat_062_065.pcap",
                "croatiacontrol-asterix/cat_001_002.pcap",
                "croatiacontrol-asterix/parsegps.gps",
                "reader-network/068test_rrd3.gps",
                "reader-network/midnight_cross.gps",
                "jade/NATS_CAT048_119bytes_TCAS.ff",
            })
    void shouldReadTheSameAfterEveryFraming(String name) throws IOException {
        Path file = SharedRecordings.file(name);
        Path raw = convert(file, ConversionFormat.RAW, RecordFilter.NONE, Time.UNKNOWN);
        Path now = file;
        for (ConversionFormat to :
                List.of(
                        ConversionFormat.PCAP,
                        ConversionFormat.FINAL,
                        ConversionFormat.RPLY,
                        ConversionFormat.GPS,
                        ConversionFormat.RAW)) {
            now = convert(now, to, RecordFilter.NONE, Time.UNKNOWN);
            assertThat(json(now)).as(to.word()).isEqualTo(json(file));
        }
        assertThat(Files.mismatch(now, raw)).isEqualTo(-1);
    }

    /** The whole of a radar net, taken apart by source, is the whole again. */
    @Test
    void shouldKeepEachRecordInOnePartAlone() throws IOException {
        Path file = SharedRecordings.file("reader-network/068test_rrd3.gps");
        Summary whole =
                Decoding.of(List.of(file), ReadingOptions.BY_BYTES).summarize(Progress.NONE);
        TreeMap<String, Long> parts = new TreeMap<>();
        for (String source : whole.sources().keySet()) {
            RecordFilter filter =
                    RecordFilter.of(
                            List.of(), List.of(source), List.of(), List.of(), TimeWindow.ALWAYS);
            Path part = convert(file, ConversionFormat.FINAL, filter, Time.UNKNOWN);
            Summary counted =
                    Decoding.of(List.of(part), ReadingOptions.BY_BYTES).summarize(Progress.NONE);
            parts.putAll(counted.sources());
        }
        assertThat(whole.records()).isEqualTo(2_397);
        assertThat(parts).isEqualTo(new TreeMap<>(whole.sources()));
    }

    /** A dump1090 printed 8,622 lines of the same recording; we print the same, kind by kind. */
    @Test
    void shouldPrintTheLinesThatOthersPrint() throws IOException {
        Path file = SharedRecordings.file(BEAST);
        List<SbsMessage> ours =
                lines(convert(file, ConversionFormat.SBS, RecordFilter.NONE, BEGINNING));
        List<SbsMessage> theirs =
                lines(SharedRecordings.file("beastblackbox/ulss7_decoded_sbs.txt"));

        assertThat(counts(ours))
                .isEqualTo(Map.of(1, 146, 3, 1498, 4, 1492, 5, 588, 6, 422, 7, 498, 8, 3978))
                .isEqualTo(counts(theirs));
        int places = 0;
        for (int i = 0; i < ours.size(); i++) {
            SbsMessage our = ours.get(i);
            SbsMessage their = theirs.get(i);
            assertThat(our.type()).as("line %d", i).isEqualTo(their.type());
            assertThat(our.address()).as("line %d", i).isEqualTo(their.address());
            assertThat(Math.abs(our.generated() - their.generated())).isLessThan(Time.SECOND);
            if (our.type() == 1) {
                assertThat(our.callSign()).isEqualTo(their.callSign());
            }
            if (our.type() == 3 && !Double.isNaN(our.latitude() + their.latitude())) {
                places++;
                double north = (our.latitude() - their.latitude()) * 6_371_000;
                double east = (our.longitude() - their.longitude()) * 6_371_000 * 0.5;
                assertThat(Math.sqrt(north * north + east * east)).as("line %d", i).isLessThan(10);
            }
        }
        assertThat(places).isGreaterThan(1_400);
    }

    private static List<SbsMessage> lines(Path file) throws IOException {
        List<SbsMessage> messages = new ArrayList<>();
        SbsReader reader =
                new SbsReader(
                        new SbsHandler() {
                            @Override
                            public void onMessage(SbsMessage message) {
                                messages.add(message);
                            }

                            @Override
                            public void onFault(Fault fault) {}
                        });
        reader.read(Files.readAllBytes(file));
        reader.finish();
        return messages;
    }

    private static Map<Integer, Integer> counts(List<SbsMessage> messages) {
        Map<Integer, Integer> counts = new TreeMap<>();
        messages.forEach(message -> counts.merge(message.type(), 1, Integer::sum));
        return counts;
    }

    @Test
    void shouldWriteBeastAsItWas() throws IOException {
        Path file = SharedRecordings.file(BEAST);
        Path again = convert(file, ConversionFormat.BEAST, RecordFilter.NONE, Time.UNKNOWN);
        Path lines = convert(file, ConversionFormat.AVR, RecordFilter.NONE, Time.UNKNOWN);
        Path back = convert(lines, ConversionFormat.BEAST, RecordFilter.NONE, Time.UNKNOWN);

        assertThat(Files.mismatch(again, file)).isEqualTo(-1);
        Summary summary =
                Decoding.of(List.of(back), ReadingOptions.BY_BYTES).summarize(Progress.NONE);
        assertThat(summary)
                .isEqualTo(
                        Decoding.of(List.of(file), ReadingOptions.BY_BYTES)
                                .summarize(Progress.NONE));
    }

    @Test
    void shouldPrintTheSameObjectsAsDecode() throws IOException {
        for (String name : List.of(BEAST, "jahorina/Jahorina.raw", "readsb-json/aircraft_1.json")) {
            Path file = SharedRecordings.file(name);
            Path lines = convert(file, ConversionFormat.JSON_LINES, RecordFilter.NONE, 0);
            assertThat(Files.readString(lines)).as(name).isEqualTo(json(file));
        }
    }

    /** What others count of addresses, call signs and codes stands in the rows. */
    @Test
    void shouldWriteRowsThatHoldWhatOthersCount() throws IOException {
        Path file = SharedRecordings.file("bcn-20230502/ssr_modes_cat048.ast");
        Path csv = convert(file, ConversionFormat.CSV, RecordFilter.NONE, Time.UNKNOWN);
        List<String> lines = Files.readAllLines(csv);
        List<String> header = List.of(lines.getFirst().split(",", -1));

        assertThat(lines).hasSize(44_086);
        assertThat(distinct(lines, header.indexOf("address"))).isEqualTo(177);
        assertThat(distinct(lines, header.indexOf("identification"))).isEqualTo(181);
        assertThat(distinct(lines, header.indexOf("mode_3a"))).isEqualTo(189);
        assertThat(distinct(lines, header.indexOf("track_number"))).isEqualTo(333);
    }

    private static long distinct(List<String> lines, int column) {
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1)[column])
                .filter(value -> !value.isEmpty())
                .distinct()
                .count();
    }

    @Test
    void shouldKeepTheDaysOfAMidnight() throws IOException {
        Path file = SharedRecordings.file("reader-network/midnight_cross.gps");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RecordedFile read = RecordedFile.examine(file, ReadingOptions.BY_BYTES);
        long day = 17_000 * Time.DAY;
        new Conversion(read, ConversionFormat.CSV, RecordFilter.NONE, day, false, false)
                .run(out, DecodingFaultSink.IGNORE, Progress.NONE);
        List<String> days =
                out.toString(StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .filter(line -> line.startsWith("2016"))
                        .map(line -> line.substring(0, 10))
                        .distinct()
                        .toList();

        assertThat(days).containsExactly("2016-07-18", "2016-07-19");
    }
}
