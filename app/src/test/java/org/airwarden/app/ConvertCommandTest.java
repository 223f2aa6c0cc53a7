package org.airwarden.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.airwarden.app.Program.Result;
import org.airwarden.feeds.Column;
import org.airwarden.modes.BeastWriter;
import org.airwarden.modes.FrameKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConvertCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private Path folder;

    /** CAT048: SAC 20, SIC as given, time of day, a range and an azimuth. */
    private Path radar(String name, int blocks) throws IOException {
        byte[] bytes = new byte[blocks * 13];
        for (int i = 0; i < blocks; i++) {
            int ticks = 3600 * 128 + i * 64;
            byte[] block = {
                48,
                0,
                13,
                (byte) 0xD0,
                20,
                (byte) (1 + i % 2),
                (byte) (ticks >> 16),
                (byte) (ticks >> 8),
                (byte) ticks,
                0x20,
                0,
                0x40,
                0
            };
            System.arraycopy(block, 0, bytes, i * 13, 13);
        }
        return Files.write(folder.resolve(name), bytes);
    }

    private static Result convert(Path in, Path out, String... options) throws Exception {
        String[] words = new String[3 + options.length];
        words[0] = "convert";
        words[1] = in.toString();
        words[2] = out.toString();
        System.arraycopy(options, 0, words, 3, options.length);
        return Program.run(words);
    }

    private static JsonNode summary(Path file) throws Exception {
        return JSON.readTree(Program.run("decode", "--summary", file.toString()).out());
    }

    @Test
    void shouldConvertThereAndBack() throws Exception {
        Path raw = radar("in.ast", 40);
        Path capture = folder.resolve("there.pcap");
        Path back = folder.resolve("back.ast");
        Result there = convert(raw, capture, "--date", "2016-05-10");

        assertThat(there.exitCode()).as(there.err()).isZero();
        assertThat(there.out()).isEmpty();
        assertThat(there.err()).contains("40 of 40 records kept");
        assertThat(convert(capture, back).exitCode()).isZero();
        assertThat(Files.mismatch(raw, back)).isEqualTo(-1);
        assertThat(summary(capture).path("first").asString()).startsWith("2016-05-10T01:00:00");
    }

    @Test
    void shouldKeepOnlyWhatIsWanted() throws Exception {
        Path raw = radar("in.ast", 40);
        Path part = folder.resolve("part.bin");
        Result result =
                convert(
                        raw,
                        part,
                        "--to",
                        "final",
                        "--source",
                        "20/2",
                        "--category",
                        "48",
                        "--from",
                        "01:00:05",
                        "--to",
                        "01:00:10");

        assertThat(result.exitCode()).as(result.err()).isZero();
        JsonNode summary = summary(part);
        assertThat(summary.path("framing").asString()).isEqualTo("final");
        // Every other half second of five: 5.5, 6.5, ... 9.5
        assertThat(summary.path("records").asInt()).isEqualTo(5);
        assertThat(summary.path("sources").path("20/2").asInt()).isEqualTo(5);
    }

    @Test
    void shouldNotWriteOverAFileUnlessForced() throws Exception {
        Path raw = radar("in.ast", 10);
        Path out = Files.writeString(folder.resolve("out.ff"), "mine");
        Result refused = convert(raw, out);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err().strip().lines()).hasSize(1);
        assertThat(refused.err()).contains("--force");
        assertThat(out).hasContent("mine");
        assertThat(convert(raw, out, "--force").exitCode()).isZero();
        assertThat(summary(out).path("records").asInt()).isEqualTo(10);
        assertThat(convert(raw, raw, "--force").exitCode()).isEqualTo(2);
    }

    /** Neither what is read nor what lies beside the output is ever written over. */
    @Test
    void shouldNeverHarmOtherFiles() throws Exception {
        Path raw = radar("out.ff.part", 10);
        byte[] bytes = Files.readAllBytes(raw);
        Path out = folder.resolve("out.ff");

        assertThat(convert(raw, out, "--faults", raw.toString()).exitCode()).isEqualTo(2);
        assertThat(convert(raw, out, "--faults", out.toString()).exitCode()).isEqualTo(2);
        Result listed =
                Program.run("decode", "--summary", "--faults", raw.toString(), raw.toString());
        assertThat(listed.exitCode()).isEqualTo(2);
        assertThat(listed.err()).contains("name another for the faults");
        assertThat(convert(raw, out).exitCode()).isZero();
        assertThat(raw).hasBinaryContent(bytes);
    }

    @Test
    void shouldWriteThroughLinksAndRefuseDevices() throws Exception {
        Path raw = radar("in.ast", 10);
        Path there = Files.writeString(folder.resolve("there.ff"), "mine");
        Path link = Files.createSymbolicLink(folder.resolve("link.ff"), there);

        assertThat(convert(raw, link).exitCode()).isEqualTo(2);
        assertThat(convert(raw, link, "--force").exitCode()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(summary(there).path("records").asInt()).isEqualTo(10);
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device), "no devices");
        // A link, so that a failing test does no harm.
        Path toDevice = Files.createSymbolicLink(folder.resolve("device.ff"), device);
        Result refused = convert(raw, toDevice, "--force");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("pipe or a device");
    }

    @Test
    void shouldLeaveNothingWhenInterrupted() throws Exception {
        Path out = folder.resolve("out.csv");
        Process process =
                Program.builder(
                                "convert",
                                radar("in.ast", 3_000_000).toString(),
                                out.toString(),
                                "--edition",
                                "048=1.32")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (process.isAlive() && names().size() < 2 && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        process.destroy();
        process.waitFor();
        assertThat(names()).containsExactly("in.ast");
        assertThat(process.exitValue()).isNotZero();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x.foo | | does not tell the format",
                "x.ff | --to elephants | there is no format",
                "x.sbs | | it can become raw, final",
                "x.ast | --source 20 | SAC/SIC",
                "x.ast | --item speed | not an item",
                "x.ast | --address 4D20 | six hexadecimal digits",
                "x.ast | --from noon | is no time",
                "x.ast | --from 2016-05-10T00:00:00Z | --date",
                "x.ast | --from 01:00 --until 01:00 | is not after",
                "x.ast | --from 2016-05-10T02:00:00Z --until 2016-05-10T01:00:00Z | is not after",
                "x.ast | --date yesterday | is no date",
                "no/such/x.ast | | there is no folder",
            })
    void shouldSayMisuseInOneLineAndLeaveNothing(String out, String options, String words)
            throws Exception {
        Path raw = radar("in.ast", 10);
        String[] more = options == null ? new String[0] : options.split(" ");
        Result result = convert(raw, folder.resolve(out), more);

        assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
        assertThat(result.err().strip().lines().toList().getLast()).contains(words);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(raw);
        }
    }

    /** Beast has no mark for what is simulated: the name has to say it, and a file beside it. */
    @Test
    void shouldNotLoseTheMarkOfWhatIsSimulated() throws Exception {
        byte[] frame = new byte[BeastWriter.MAXIMUM_LENGTH];
        byte[] message = {0x5D, 0x4D, 0x20, 0x23, 0, 0, 0};
        int length = BeastWriter.write(FrameKind.SHORT, 12_000, 90, message, 0, frame, 0);
        byte[] all = new byte[length * 8];
        for (int i = 0; i < 8; i++) {
            System.arraycopy(frame, 0, all, i * length, length);
        }
        Path in = Files.write(folder.resolve("simulated-antenna.beast"), all);
        Result refused = convert(in, folder.resolve("antenna.avr"));
        Path marked = folder.resolve("simulated-antenna.avr");
        Path rows = folder.resolve("rows.csv");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("simulated-antenna.avr");
        Result timeless = convert(in, marked, "--from", "00:00", "--until", "00:01");
        assertThat(timeless.exitCode()).isEqualTo(2);
        assertThat(timeless.err()).contains("does not tell the time", "--date");
        assertThat(marked).doesNotExist();
        assertThat(convert(in, marked).exitCode()).isZero();
        assertThat(folder.resolve("simulated-antenna.avr.origin")).hasContent("simulated\n");
        assertThat(convert(in, rows).exitCode()).isZero();
        int column = List.of(Files.readAllLines(rows).getFirst().split(",")).indexOf("simulated");
        assertThat(Files.readAllLines(rows).stream().skip(1))
                .hasSize(8)
                .allMatch(line -> line.split(",", -1)[column].equals("true"));
    }

    /** tshark is a reader of captures that we did not write. */
    @Test
    void shouldWriteCapturesThatTsharkReads() throws Exception {
        Process found = new ProcessBuilder("sh", "-c", "command -v tshark").start();
        if (found.waitFor() != 0) {
            System.err.println("SKIPPED: there is no tshark on this machine");
        }
        assumeTrue(found.exitValue() == 0, "no tshark");
        Path raw = radar("in.ast", 30);
        for (boolean old : new boolean[] {true, false}) {
            Path capture = folder.resolve("out" + old + ".pcap");
            String[] options =
                    old
                            ? new String[] {"--date", "2016-05-10", "--microseconds"}
                            : new String[] {"--date", "2016-05-10"};
            assertThat(convert(raw, capture, options).exitCode()).isZero();
            Process tshark =
                    new ProcessBuilder(
                                    "tshark",
                                    "-r",
                                    capture.toString(),
                                    "-o",
                                    "ip.check_checksum:TRUE",
                                    "-o",
                                    "udp.check_checksum:TRUE",
                                    "-T",
                                    "fields",
                                    "-e",
                                    "asterix.category",
                                    "-e",
                                    "ip.checksum.status",
                                    "-e",
                                    "udp.checksum.status",
                                    "-e",
                                    "frame.time_epoch")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String out = new String(tshark.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(tshark.waitFor()).isZero();
            assertThat(out.lines().toList()).hasSize(30);
            assertThat(out.lines().findFirst().orElseThrow())
                    .startsWith("48\t1\t1\t1462842000.0000");
        }
    }

    @Test
    void shouldWarnOfAnEditionThatDoesNotFit() throws Exception {
        Path file = Program.DATA.resolve("lebl-20160510/adsb_cat021_ed0.23.ast");
        if (!Files.exists(file)) {
            System.err.println("SKIPPED: no recording " + file);
        }
        assumeTrue(Files.exists(file), "no recording " + file);
        Result wrong = Program.run("decode", "--summary", "--edition", "021=2.4", file.toString());
        Result right = Program.run("decode", "--summary", "--edition", "021=0.23", file.toString());
        Result why = Program.run("decode", "--explain", "--json", file.toString());

        assertThat(wrong.exitCode()).isEqualTo(3);
        assertThat(wrong.err()).contains("WARNING", "--edition 021=0.23", "faults");
        assertThat(right.exitCode()).isZero();
        assertThat(right.err()).doesNotContain("WARNING");
        assertThat(why.out()).startsWith("{\"framing\":\"raw\",\"editions\":{\"021\":\"0.23\"},");
    }

    @Test
    void shouldListFaultsWithTheirPlaces() throws Exception {
        Path raw = radar("in.ast", 20);
        byte[] bytes = Files.readAllBytes(raw);
        bytes[5 * 13 + 3] |= 2; // item 130 is announced, and is not there
        Files.write(raw, bytes);
        Path faults = folder.resolve("faults.jsonl");
        Result result =
                Program.run(
                        "decode",
                        "--summary",
                        "--edition",
                        "048=1.32",
                        "--faults",
                        faults.toString(),
                        raw.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(JSON.readTree(result.out()).path("records").asInt()).isEqualTo(19);
        List<String> lines = Files.readAllLines(faults);
        assertThat(lines).hasSize(1);
        JsonNode fault = JSON.readTree(lines.getFirst());
        assertThat(fault.path("kind").asString()).isEqualTo("item-cut");
        assertThat(fault.path("block").asInt()).isEqualTo(5);
        assertThat(fault.path("offset").asInt()).isEqualTo(65);
        assertThat(fault.path("recordOffset").asInt()).isEqualTo(68);
        assertThat(fault.path("item").asString()).isEqualTo("130");
        assertThat(fault.path("itemOffset").asInt()).isEqualTo(78);
        assertThat(fault.path("bytes").asString()).startsWith("30000dd214");

        // What an earlier run found is not written over unasked.
        Path out = folder.resolve("out.jsonl");
        assertThat(convert(raw, out, "--faults", faults.toString()).err())
                .contains("faults.jsonl is there already; --force writes over it");
        assertThat(out).doesNotExist();
        assertThat(Files.readAllLines(faults)).isEqualTo(lines);
        assertThat(
                        convert(
                                        raw,
                                        out,
                                        "--edition",
                                        "048=1.32",
                                        "--faults",
                                        faults.toString(),
                                        "--force")
                                .exitCode())
                .isZero();
        assertThat(Files.readAllLines(faults)).hasSize(1);

        // A disk that is full.
        Path full = Path.of("/dev/full");
        if (Files.exists(full)) {
            Result lost =
                    convert(raw, out, "--edition", "048=1.32", "--force", "--faults", "/dev/full");
            assertThat(lost.exitCode()).isEqualTo(1);
            assertThat(lost.err())
                    .contains("/dev/full cannot be written: No space left")
                    .doesNotContain("report it");
        }
    }

    /** Digits are those of ASCII, whatever the user's language writes. */
    @Test
    void shouldWriteTheSameInEveryLanguage() throws Exception {
        Path raw = radar("in.ast", 10);
        ProcessBuilder arabic = Program.builder("decode", "--summary", raw.toString());
        arabic.environment().put("JDK_JAVA_OPTIONS", "-Duser.language=ar -Duser.country=EG");
        Process process = arabic.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(out).isEqualTo(Program.run("decode", "--summary", raw.toString()).out());
        assertThat(JSON.readTree(out).path("categories").path("048").asInt()).isEqualTo(10);
    }

    /** The reference names every column, and what it holds. */
    @Test
    void shouldDocumentEveryColumn() throws Exception {
        String reference = Files.readString(Program.ROOT.resolve("docs/reference/formats.md"));
        for (Column column : Column.values()) {
            assertThat(reference)
                    .contains(
                            String.format(
                                    Locale.ROOT, "| `%s` | %s |", column.title(), column.words()));
        }
    }
}
