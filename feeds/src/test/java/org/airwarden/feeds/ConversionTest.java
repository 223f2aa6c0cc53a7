package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.airwarden.model.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionTest {
    private static final long DAY = 16_931 * Time.DAY; // 2016-05-10

    @TempDir private Path folder;
    private int files;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("in" + files++), bytes);
    }

    private static Conversion conversion(
            Path in, ConversionFormat to, RecordFilter filter, long start) throws IOException {
        RecordedFile file =
                RecordedFile.examine(in, ReadingOptions.BY_BYTES.withEdition("048=1.32"));
        return new Conversion(file, to, filter, start, false, false);
    }

    private static byte[] convert(Path in, ConversionFormat to, RecordFilter filter, long start)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        conversion(in, to, filter, start).run(out, DecodingFaultSink.IGNORE, Progress.NONE);
        return out.toByteArray();
    }

    private byte[] convert(byte[] in, ConversionFormat to, RecordFilter filter, long start)
            throws IOException {
        return convert(file(in), to, filter, start);
    }

    private static RecordFilter filter(
            String category, String source, String item, String address, String from, String to) {
        return RecordFilter.of(
                words(category),
                words(source),
                words(item),
                words(address),
                TimeWindow.of(from, to));
    }

    private static List<String> words(String word) {
        return word.isEmpty() ? List.of() : List.of(word.split(","));
    }

    private static byte[] night(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<byte[]> blocks = new ArrayList<>();
        double time = 86_390;
        for (int i = 0; i < count; i++) {
            time += random.nextInt(64) / 128.0;
            List<byte[]> records = new ArrayList<>();
            for (int k = random.nextInt(1, 6); k > 0; k--) {
                int address = random.nextInt(3) == 0 ? -1 : 0x400000 + random.nextInt(9);
                records.add(Radar.record(random.nextInt(1, 4), time % 86_400, address));
            }
            blocks.add(Radar.block(records.toArray(byte[][]::new)));
            if (random.nextInt(10) == 0) {
                blocks.add(Radar.northMark(1, time % 86_400));
            }
        }
        return Samples.join(blocks);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldComeBackUnchangedThroughAllFramings(long seed) throws IOException {
        byte[] raw = night(400, seed);
        byte[] now = raw;
        for (ConversionFormat to :
                List.of(
                        ConversionFormat.PCAP,
                        ConversionFormat.FINAL,
                        ConversionFormat.RPLY,
                        ConversionFormat.GPS,
                        ConversionFormat.RAW)) {
            now = convert(now, to, RecordFilter.NONE, DAY);
        }
        assertThat(now).as("seed %d", seed).isEqualTo(raw);
    }

    /** Bytes that no definition explains go through whole: their framing alone matters. */
    @Test
    void shouldNotTouchWhatItCannotRead() throws IOException {
        byte[] raw = Samples.blocks(300, 7);
        byte[] there = convert(raw, ConversionFormat.FINAL, RecordFilter.NONE, DAY);

        assertThat(convert(there, ConversionFormat.RAW, RecordFilter.NONE, DAY)).isEqualTo(raw);
    }

    @Test
    void shouldTellTimesOverMidnightInACapture() throws IOException {
        byte[] raw =
                Samples.join(
                        List.of(
                                Radar.block(Radar.record(1, 86_399.5, -1)),
                                Radar.block(Radar.record(1, 0.25, -1)),
                                Radar.block(Radar.record(1, 10, -1)),
                                Radar.block(Radar.record(1, 11, -1))));
        byte[] capture = convert(raw, ConversionFormat.PCAP, RecordFilter.NONE, DAY);
        List<Long> times = new ArrayList<>();
        Frame frame = new Frame();
        try (FrameReader reader = open(capture, "pcap")) {
            while (reader.next(frame)) {
                times.add(frame.time() - DAY);
                assertThat(frame.destinationPort()).isEqualTo(8600);
            }
        }
        assertThat(times)
                .containsExactly(
                        86_399_500_000_000L,
                        Time.DAY + 250_000_000L,
                        Time.DAY + 10 * Time.SECOND,
                        Time.DAY + 11 * Time.SECOND);
    }

    private FrameReader open(byte[] bytes, String format) throws IOException {
        RecordingFormat known = RecordingFormat.ofWord(format);
        assertThat(known).isNotNull();
        return FrameReader.open(file(bytes), known, fault -> {});
    }

    @Test
    void shouldKeepAddressesPortsAndTimesOfACapture() throws IOException {
        byte[] block = Radar.block(Radar.record(1, 3, -1), Radar.record(2, 3, -1));
        CaptureWriter capture = CaptureWriter.pcap(ByteOrder.LITTLE_ENDIAN, true, 1);
        for (int i = 0; i < 5; i++) {
            capture.packet(
                    1_462_838_400L + i,
                    123_456_789,
                    CaptureWriter.ethernet(0x0800, CaptureWriter.ipv4(CaptureWriter.udp(block))));
            capture.packet(
                    1_462_838_400L + i,
                    5,
                    CaptureWriter.ethernet(
                            0x86DD, CaptureWriter.ipv6(17, CaptureWriter.udp(block))));
        }
        RecordFilter one = filter("", "20/2", "", "", "", "");
        byte[] kept = convert(capture.bytes(), ConversionFormat.PCAP, one, Time.UNKNOWN);
        Frame frame = new Frame();
        try (FrameReader reader = open(kept, "pcap")) {
            for (int i = 0; i < 5; i++) {
                assertThat(reader.next(frame)).isTrue();
                assertThat(frame.sourceAddress())
                        .isEqualTo(InetAddress.getByAddress(CaptureWriter.FROM_4));
                assertThat(frame.sourcePort()).isEqualTo(4000);
                assertThat(frame.time())
                        .isEqualTo((1_462_838_400L + i) * Time.SECOND + 123_456_789);
                assertThat(frame.copyOfPayload()).isEqualTo(Radar.block(Radar.record(2, 3, -1)));
                assertThat(reader.next(frame)).isTrue();
                assertThat(frame.destinationAddress())
                        .isEqualTo(InetAddress.getByAddress(CaptureWriter.TO_6));
                assertThat(frame.time()).isEqualTo((1_462_838_400L + i) * Time.SECOND + 5);
            }
            assertThat(reader.next(frame)).isFalse();
            assertThat(reader.faults()).isEmpty();
        }
    }

    @Test
    void shouldFilterBySourceItemAddressTimeAndCategory() throws IOException {
        byte[] one = Radar.record(1, 100, 0x4D2023);
        byte[] two = Radar.record(2, 101, -1);
        byte[] three = Radar.record(1, 102, 0x3C6444);
        byte[] mark = Radar.northMark(1, 103);
        byte[] in = Samples.join(List.of(Radar.block(one, two, three), mark, Radar.block(two)));

        assertThat(kept(in, filter("", "20/1", "", "", "", "")))
                .isEqualTo(Samples.join(List.of(Radar.block(one, three), mark)));
        assertThat(kept(in, filter("", "", "220", "", "", ""))).isEqualTo(Radar.block(one, three));
        assertThat(kept(in, filter("", "", "", "4d2023", "", ""))).isEqualTo(Radar.block(one));
        assertThat(kept(in, filter("34", "", "", "", "", ""))).isEqualTo(mark);
        assertThat(kept(in, filter("048", "20/2", "", "", "", "")))
                .isEqualTo(Samples.join(List.of(Radar.block(two), Radar.block(two))));
        assertThat(kept(in, filter("", "", "", "", "00:01:41", "00:01:42")))
                .isEqualTo(Samples.join(List.of(Radar.block(two), Radar.block(two))));
        assertThat(kept(in, filter("", "", "", "", "2016-05-10T00:01:42Z", "")))
                .isEqualTo(Samples.join(List.of(Radar.block(three), mark)));
        assertThat(kept(in, filter("", "9/9", "", "", "", ""))).isEmpty();
    }

    private byte[] kept(byte[] in, RecordFilter filter) throws IOException {
        return convert(in, ConversionFormat.RAW, filter, DAY);
    }

    @Test
    void shouldRelayExactlyTheRecordsThatItCounts() throws IOException {
        byte[] raw = night(600, 0x5EED);
        int kept = 0;
        for (String source : List.of("20/1", "20/2", "20/3")) {
            Path part = file(kept(raw, filter("048", source, "", "", "", "")));
            Summary summary = Decoding.of(List.of(part), options()).summarize(Progress.NONE);
            assertThat(summary.sources().keySet()).isEqualTo(Set.of(source));
            assertThat(summary.faults()).isEmpty();
            kept += (int) summary.records();
        }
        Summary all = Decoding.of(List.of(file(raw)), options()).summarize(Progress.NONE);
        assertThat(all.categories()).containsEntry("048", (long) kept);
    }

    private static ReadingOptions options() {
        return ReadingOptions.BY_BYTES.withEdition("048=1.32");
    }

    /**
     * CAT001 names the source in a block's first record alone: here 010 and 020, then 020 and 040.
     */
    @Test
    void shouldSayWhenARecordLosesItsSource() throws IOException {
        byte[] block = HexFormat.of().parseHex("01000d" + "c0010210" + "6010" + "01000200");
        Path in = file(Samples.join(List.of(block, block, block, block)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Conversion.Result result =
                conversion(in, ConversionFormat.RAW, filter("", "", "040", "", "", ""), DAY)
                        .run(out, DecodingFaultSink.IGNORE, Progress.NONE);

        assertThat(result.read()).isEqualTo(8);
        assertThat(result.kept()).isEqualTo(4);
        assertThat(result.remarks()).hasSize(1);
        assertThat(result.remarks().getFirst()).startsWith("4 records name no source");
    }

    @ParameterizedTest
    @EnumSource(
            value = ConversionFormat.class,
            names = {"BEAST", "AVR", "SBS"})
    void shouldRefuseWhatAFormatCannotHold(ConversionFormat to) throws IOException {
        Path in = file(night(10, 1));

        assertThatThrownBy(() -> conversion(in, to, RecordFilter.NONE, DAY))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("it can become raw, final");
    }

    @Test
    void shouldAskForTheDateThatAFilterNeeds() throws IOException {
        Path in = file(night(10, 1));
        RecordFilter dated = filter("", "", "", "", "2016-05-10T00:00:00Z", "");

        assertThatThrownBy(() -> convert(in, ConversionFormat.RAW, dated, Time.UNKNOWN))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("--date");
    }

    @Test
    void shouldRefuseABlockThatIsTooLongForTheFraming() throws IOException {
        byte[] record = Radar.record(1, 5, -1);
        byte[][] many = new byte[6553][];
        Arrays.fill(many, record);
        Path in = file(Samples.join(List.of(Radar.block(many), Radar.block(record))));

        assertThatThrownBy(() -> convert(in, ConversionFormat.PCAP, RecordFilter.NONE, DAY))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("65533 octets");
    }

    /** A datagram that is no ASTERIX costs itself alone, where the framing cannot hold it. */
    @Test
    void shouldLeaveOutWhatIsNoBlockAndSaySo() throws IOException {
        byte[] block = Radar.block(Radar.record(1, 3, -1));
        CaptureWriter capture = CaptureWriter.pcap(ByteOrder.BIG_ENDIAN, false, 1);
        for (int i = 0; i < 6; i++) {
            byte[] payload = i == 3 ? new byte[] {1, 2} : block;
            capture.packet(
                    100 + i,
                    0,
                    CaptureWriter.ethernet(0x0800, CaptureWriter.ipv4(CaptureWriter.udp(payload))));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Conversion.Result result =
                conversion(file(capture.bytes()), ConversionFormat.GPS, RecordFilter.NONE, DAY)
                        .run(out, DecodingFaultSink.IGNORE, Progress.NONE);

        assertThat(result.written()).isEqualTo(5);
        assertThat(result.remarks()).hasSize(1);
        assertThat(result.remarks().getFirst()).startsWith("1 payloads have octets");
    }

    @Test
    void shouldWriteRowsWithWhatRecordsSay() throws IOException {
        byte[] in =
                Samples.join(
                        List.of(
                                Radar.block(Radar.record(7, 3600.5, 0x4D2023)),
                                Radar.northMark(7, 3601)));
        String csv =
                new String(
                        convert(in, ConversionFormat.CSV, RecordFilter.NONE, DAY),
                        StandardCharsets.UTF_8);
        List<String> lines = csv.lines().toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).startsWith("time,time_of_day,recorded,").endsWith(",length");
        List<String> header = List.of(lines.get(0).split(",", -1));
        List<String> plot = List.of(lines.get(1).split(",", -1));
        assertThat(header).hasSize(Column.values().length);
        assertThat(plot.get(header.indexOf("time"))).isEqualTo("2016-05-10T01:00:00.500Z");
        assertThat(plot.get(header.indexOf("category"))).isEqualTo("048");
        assertThat(plot.get(header.indexOf("sic"))).isEqualTo("7");
        assertThat(plot.get(header.indexOf("address"))).isEqualTo("4D2023");
        // 0x2040 / 256 NM, and 0x4007 * 360 / 65536 degrees
        assertThat(plot.get(header.indexOf("range"))).isEqualTo("59727");
        assertThat(plot.get(header.indexOf("azimuth"))).isEqualTo("90.03845");
        assertThat(lines.get(2)).contains(",034,", "01:00:01Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "final", "gps", "rply", "pcap"})
    void shouldTellWhereAFaultIsInEveryFraming(String framing) throws IOException {
        byte[] good = Radar.block(Radar.record(1, 9, -1), Radar.record(2, 9, -1));
        byte[] bad = good.clone();
        int record = 3 + Radar.RECORD;
        bad[record] |= 0x02; // item 130 is announced, and is not there
        byte[] raw = Samples.join(List.of(good, good, bad, good, good));
        ConversionFormat to = ConversionFormat.ofWord(framing);
        assertThat(to).isNotNull();
        byte[] framed = convert(raw, to, RecordFilter.NONE, DAY);
        List<DecodingFault> faults = new ArrayList<>();
        Summary summary =
                Decoding.of(List.of(file(framed)), options()).summarize(faults::add, Progress.NONE);

        assertThat(summary.records()).isEqualTo(9);
        assertThat(summary.faults()).containsExactly(Map.entry("item-cut", 1L));
        assertThat(faults).hasSize(1);
        DecodingFault fault = faults.getFirst();
        assertThat(fault.frame()).isEqualTo(2);
        assertThat(fault.block()).isEqualTo(2);
        assertThat(fault.category()).isEqualTo(48);
        assertThat(fault.item()).isEqualTo("130");
        assertThat(fault.recordOffset() - fault.offset()).isEqualTo(record);
        assertThat(fault.itemOffset() - fault.recordOffset()).isEqualTo(Radar.RECORD);
        assertThat(fault.bytes()).isEqualTo(bad);
        int at = (int) fault.offset();
        assertThat(Arrays.copyOfRange(framed, at, at + bad.length)).isEqualTo(bad);
        StringBuilder json = new StringBuilder();
        fault.appendJson(json);
        assertThat(Json.isObject(json.toString())).isTrue();
        assertThat(json).contains("\"rule\":\"every item ends inside its block\"");
    }

    @Test
    void shouldTellWhereTheFramingBreaks() throws IOException {
        byte[] block = Radar.block(Radar.record(1, 9, -1));
        byte[] framed =
                convert(
                        Samples.join(List.of(block, block, block, block, block, block)),
                        ConversionFormat.FINAL,
                        RecordFilter.NONE,
                        DAY);
        int frame = block.length + 12;
        framed[2 * frame - 1] = 0; // the second frame's last octet of A5
        List<DecodingFault> faults = new ArrayList<>();
        Summary summary =
                Decoding.of(List.of(file(framed)), options()).summarize(faults::add, Progress.NONE);

        assertThat(summary.records()).isEqualTo(5);
        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().level()).isEqualTo(DecodingFault.Level.FRAMING);
        assertThat(faults.getFirst().offset()).isEqualTo(frame);
        assertThat(faults.getFirst().length()).isEqualTo(frame);
        assertThat(faults.getFirst().words()).contains("missing-end-mark", "A5 A5 A5 A5");
    }
}
