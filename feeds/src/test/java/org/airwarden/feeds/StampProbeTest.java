package org.airwarden.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.airwarden.feeds.RecordingFormat.Stamps;
import org.airwarden.model.Packet;
import org.airwarden.model.SensorReport;
import org.airwarden.model.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the time stamps of Beast recordings are, and what becomes of them. */
class StampProbeTest {
    private static final long NIGHT = 86_370 * Time.SECOND;

    @TempDir private Path folder;

    private static Stamps found(byte[] stream) {
        return StampProbe.of(stream, stream.length).stamps();
    }

    @ParameterizedTest
    @CsvSource({
        // by the gaps that a counter of long recordings does not leave out
        "TWELVE_MEGAHERTZ, 2, 4000",
        "GPS, 2, 4000",
        "TWELVE_MEGAHERTZ, 2000, 500000",
        // by the distance between messages
        "TWELVE_MEGAHERTZ, 500, 3000",
        "GPS, 500, 3000",
        "GPS, 1500, 2000",
        "GPS, 2500, 200000",
    })
    void shouldTellStampsWhenThereAreEnough(Stamps stamps, double rate, int count) {
        for (long seed = 0; seed < 8; seed++) {
            long start = new SplittableRandom(seed).nextLong(80_000) * Time.SECOND + 123_456_789;
            assertThat(found(BeastTraffic.random(stamps, start, rate, count, seed)))
                    .as("seed %d", seed)
                    .isEqualTo(stamps);
        }
    }

    /** Too few tell nothing, and any number never the wrong thing. */
    @Test
    void shouldNeverTellTheWrongStamps() {
        for (long seed = 0; seed < 3000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Stamps stamps = random.nextBoolean() ? Stamps.GPS : Stamps.TWELVE_MEGAHERTZ;
            double rate = StrictMath.pow(10, random.nextDouble(-1, 3.3));
            int count = (int) StrictMath.pow(10, random.nextDouble(0, 3.5));
            long start = random.nextLong(86_400) * Time.SECOND + random.nextLong(Time.SECOND);
            assertThat(found(BeastTraffic.random(stamps, start, rate, count, seed)))
                    .as("seed %d: %s, %f a second, %d", seed, stamps, rate, count)
                    .isIn(Stamps.UNSAID, stamps);
        }
        assertThat(found(BeastTraffic.random(Stamps.GPS, 0, 1, 20, 1))).isEqualTo(Stamps.UNSAID);
    }

    /** Frames at regular times, as nobody receives them, are not taken for GPS. */
    @ParameterizedTest
    @CsvSource({"1000000", "6000000", "8000000", "10000000", "50000000", "1000000000"})
    void shouldNotTakeRegularCountsForGps(long step) {
        for (int count : List.of(100, 1000, 5000)) {
            byte[] stream = {};
            List<byte[]> parts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                parts.add(
                        BeastTraffic.random(
                                Stamps.TWELVE_MEGAHERTZ, 5 * Time.SECOND + i * step, 1, 1, i));
            }
            stream = Samples.join(parts);
            assertThat(found(stream)).as("%d of them", count).isNotEqualTo(Stamps.GPS);
        }
    }

    @Test
    void shouldTellAFewDamagedStampsFromACounter() {
        List<byte[]> parts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            parts.add(BeastTraffic.random(Stamps.GPS, NIGHT - (60 - i) * Time.SECOND, 400, 300, i));
            if (i % 13 == 0) {
                parts.add(BeastTraffic.random(Stamps.TWELVE_MEGAHERTZ, 1L << 53, 1, 1, i));
            }
        }
        assertThat(found(Samples.join(parts))).isEqualTo(Stamps.GPS);
    }

    @Test
    void shouldSayWhatItTookWhenStampsAreTooFew() throws IOException {
        Path file =
                Files.write(
                        folder.resolve("few"), BeastTraffic.random(Stamps.GPS, NIGHT, 9, 30, 3));

        assertThat(RecordedFile.examine(file, ReadingOptions.BY_BYTES))
                .satisfies(known -> assertThat(known.format().word()).isEqualTo("beast"))
                .satisfies(known ->
                        assertThat(known.remarks().toString())
                                .contains("30 time stamps do not tell")
                                .contains("--format beast-gps"));
        RecordedFile chosen =
                RecordedFile.examine(
                        file,
                        ReadingOptions.BY_BYTES.withFormat(RecordingFormat.beast(Stamps.GPS)));
        assertThat(chosen.format().word()).isEqualTo("beast-gps");
        assertThat(chosen.remarks()).isEmpty();
    }

    @Test
    void shouldWarnWhenTheBytesSpeakAgainstTheStampsChosen() throws IOException {
        Path file =
                Files.write(
                        folder.resolve("gps"), BeastTraffic.random(Stamps.GPS, 0, 500, 9000, 3));
        RecordingFormat counted = RecordingFormat.beast(Stamps.TWELVE_MEGAHERTZ);
        ReadingOptions options = ReadingOptions.BY_BYTES.withFormat(counted);

        RecordedFile chosen = RecordedFile.examine(file, options);

        assertThat(chosen.format()).isEqualTo(counted);
        assertThat(chosen.remarks()).singleElement().asString().contains("not beast-12mhz");
        assertThat(Explanation.of(file, options).toText())
                .contains("beast-12mhz (chosen)", "the bytes say beast-gps", "> beast-12mhz");
        assertThat(
                        Explanation.of(file, options.withFormat(RecordingFormat.ofWord("beast")))
                                .toJson())
                .startsWith("{\"framing\":\"beast-gps\"")
                .contains("time stamps by GPS");
    }

    /** The same frames, stamped by GPS over midnight, become the same reports at true times. */
    @Test
    void shouldTimeFramesByGpsAsByTheCounter() throws IOException {
        byte[] counted =
                Files.readAllBytes(
                        SharedRecordings.file("beastblackbox/ulss7-1522782148.136310917.beast"));
        assertThat(found(counted)).isEqualTo(Stamps.TWELVE_MEGAHERTZ);
        Path first = Files.write(folder.resolve("counted"), counted);
        Path second = Files.write(folder.resolve("gps"), BeastTraffic.byGps(counted, NIGHT));

        List<SensorReport> expected = play(first);
        List<SensorReport> reports = play(second);

        assertThat(reports).hasSameSizeAs(expected).hasSizeGreaterThan(7000);
        for (int i = 0; i < reports.size(); i++) {
            assertThat(reports.get(i).measured())
                    .isCloseTo(NIGHT + expected.get(i).measured(), within(60 * Time.MILLISECOND));
            assertThat(Time.secondsBetween(reports.get(i).measured(), reports.get(i).received()))
                    .isBetween(-1e-9, 1.0);
        }
        Decoding decoding = Decoding.of(List.of(second), ReadingOptions.BY_BYTES);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        Summary summary = decoding.print(lines, Progress.NONE);
        assertThat(summary.framing()).isEqualTo("beast-gps");
        assertThat(summary.first()).isEqualTo("23:59:30.000");
        assertThat(summary.last()).startsWith("00:00:30.");
        assertThat(summary.positions()).isEqualTo(1498);
        assertThat(lines.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow())
                .contains("\"timeOfDay\":86370")
                .doesNotContain("elapsed");
    }

    private static List<SensorReport> play(Path file) throws IOException {
        RecordingOptions options = RecordingOptions.BY_BYTES;
        List<SensorReport> reports = new ArrayList<>();
        try (Recording recording = Recording.open(List.of(file), options, FaultSink.IGNORE)) {
            PacketDecoder decoder = recording.decoder(FaultSink.IGNORE);
            for (Packet packet = recording.next(); packet != null; packet = recording.next()) {
                decoder.decode(packet, reports::add);
            }
        }
        return reports;
    }
}
