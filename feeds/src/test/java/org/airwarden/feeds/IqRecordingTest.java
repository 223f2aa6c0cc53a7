package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.airwarden.model.Packet;
import org.airwarden.model.SensorReport;
import org.airwarden.model.TransponderReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Radio samples as recordings: found by their bytes, read like any other. */
class IqRecordingTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "dump1090/modes1.bin, iq-u8-2.0, 366, 1",
        "dump1090_rs/test_1641427457780.iq, iq-s16-2.4, 5, 4",
        "dump1090_rs/test_1641428165033.iq, iq-s16-2.4, 5, 3"
    })
    void shouldBeFoundByTheirBytesAndCounted(
            String name, String framing, long records, int addresses) throws IOException {
        Decoding decoding =
                Decoding.of(List.of(SharedRecordings.file(name)), ReadingOptions.BY_BYTES);
        assertThat(decoding.files().getFirst().remarks().getFirst())
                .contains(framing)
                .contains("messages of right parity");
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        Summary summary = decoding.print(lines, Progress.NONE);

        assertThat(summary.framing()).isEqualTo(framing);
        assertThat(summary.records()).isEqualTo(records);
        assertThat(summary.addresses()).isEqualTo(addresses);
        assertThat(summary.faults()).isEmpty();
        assertThat(lines.toString(StandardCharsets.UTF_8).lines())
                .hasSize((int) records)
                .allSatisfy(line -> assertThat(Json.isObject(line)).isTrue());
    }

    @Test
    void shouldBeReadThroughCompressionToo() throws IOException {
        Path packed = folder.resolve("night.cu8.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(SharedRecordings.file("dump1090/modes1.bin"), out);
        }
        Summary summary =
                Decoding.of(List.of(packed), ReadingOptions.BY_BYTES).summarize(Progress.NONE);
        assertThat(summary.records()).isEqualTo(366);
    }

    @Test
    void shouldPlayAsReportsOfOneAircraft() throws IOException {
        List<SensorReport> reports = new ArrayList<>();
        long last = 0;
        try (Recording recording =
                Recording.open(
                        List.of(SharedRecordings.file("dump1090/modes1.bin")),
                        RecordingOptions.BY_BYTES,
                        FaultSink.IGNORE)) {
            PacketDecoder decoder = recording.decoder(FaultSink.IGNORE);
            for (Packet packet = recording.next(); packet != null; packet = recording.next()) {
                assertThat(packet.received()).isGreaterThanOrEqualTo(last);
                last = packet.received();
                decoder.decode(packet, reports::add);
            }
            assertThat(decoder.faults()).isEmpty();
            assertThat(recording.bytesDone()).isEqualTo(recording.bytesTotal());
        }
        assertThat(reports).hasSizeGreaterThan(250);
        assertThat(reports)
                .filteredOn(TransponderReport.class::isInstance)
                .isNotEmpty()
                .allMatch(report -> ((TransponderReport) report).said().address() == 0x4D2023);
        // 0.178 s of samples; packets are of a twentieth of a second, stamped at their ends
        assertThat(last).isBetween(100_000_000L, 178_434_000L + 50_000_000L);
    }

    /** Noise about zero may be samples, and says nothing of their rate: that is asked for. */
    @Test
    void shouldAskForTheFormatWhenSamplesHoldNoMessage() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        byte[] noise = new byte[300_000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) Math.clamp(127.5 + 10 * random.nextGaussian(), 0, 255);
        }
        Path file = Files.write(folder.resolve("quiet.bin"), noise);

        assertThatThrownBy(() -> Decoding.of(List.of(file), ReadingOptions.BY_BYTES))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("may be radio samples")
                .hasMessageContaining("--format iq-u8-2.4");
        ReadingOptions said =
                ReadingOptions.BY_BYTES.withFormat(RecordingFormat.ofWord("iq-u8-2.4"));
        assertThat(Decoding.of(List.of(file), said).summarize(Progress.NONE).records()).isZero();
    }
}
