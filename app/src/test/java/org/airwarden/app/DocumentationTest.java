package org.airwarden.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.airwarden.feeds.SiteFileReader;
import org.airwarden.modes.BeastWriter;
import org.airwarden.modes.FrameKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the documents say holds: commands run, links lead somewhere, examples are read. */
class DocumentationTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern COMMAND = Pattern.compile("`?(\\./airwarden [^`|\\n]*)`?");

    @TempDir private Path folder;

    private static List<Path> documents() {
        try (Stream<Path> docs = Files.walk(Program.ROOT.resolve("docs"));
                Stream<Path> top = Files.list(Program.ROOT)) {
            return Stream.concat(docs, top).filter(p -> p.toString().endsWith(".md")).toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Test
    void shouldLinkToWhatIsThere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            Matcher links = LINK.matcher(Files.readString(document));
            while (links.find()) {
                String target = links.group(1);
                if (!target.startsWith("http") && !Files.exists(document.resolveSibling(target))) {
                    broken.add(document + ": " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    /** Every command in a document is one that the program takes, options and all. */
    @Test
    void shouldNameOnlyCommandsThatExist() throws IOException {
        int tried = 0;
        for (Path document : documents()) {
            Matcher commands = COMMAND.matcher(Files.readString(document));
            while (commands.find()) {
                String command = commands.group(1).strip().replaceAll("\\s*(\\||>|#).*", "");
                if (command.contains("...") && !command.contains("FILE")) {
                    continue; // an ellipsis for words said elsewhere
                }
                List<String> words =
                        new ArrayList<>(List.of(command.replace("FILE...", "FILE").split("\\s+")));
                words.removeFirst();
                CommandLine line = Airwarden.commandLine();
                if (words.size() == 1 && line.getSubcommands().containsKey(words.getFirst())) {
                    continue; // named, not called
                }
                CommandLine.ParseResult parsed = line.parseArgs(words.toArray(String[]::new));
                assertThat(
                                parsed.hasSubcommand()
                                        || parsed.isUsageHelpRequested()
                                        || parsed.isVersionHelpRequested())
                        .as(document + ": " + command)
                        .isTrue();
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(10);
    }

    /** What the help of a command shows is taken by that command. */
    @Test
    void shouldTakeTheExamplesOfItsHelp() {
        int tried = 0;
        List<CommandLine> all = new ArrayList<>(Airwarden.commandLine().getSubcommands().values());
        for (int k = 0; k < all.size(); k++) {
            CommandLine command = all.get(k);
            all.addAll(command.getSubcommands().values());
            for (String line : command.getCommandSpec().usageMessage().footer()) {
                if (line.startsWith("  airwarden ") && !line.endsWith("\\")) {
                    String[] words =
                            line.strip().replaceAll("\\s*([|>#]|\\s{2}).*", "").split("\\s+");
                    words = Arrays.copyOfRange(words, 1, words.length);
                    assertThat(Airwarden.commandLine().parseArgs(words).hasSubcommand()).isTrue();
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(10);
    }

    /** The page on conversions, command by command, on recordings of the names it uses. */
    @Test
    void shouldConvertAsTold() throws Exception {
        Path night = Files.write(folder.resolve("night.ast"), radar());
        Files.copy(night, folder.resolve("FILE"));
        Files.write(folder.resolve("antenna.beast"), antenna());
        String page = Files.readString(Program.ROOT.resolve("docs/how-to/convert.md"));
        Matcher commands = Pattern.compile("(?m)^\\./airwarden (.*)$").matcher(page);
        int done = 0;
        while (commands.find()) {
            String[] words = commands.group(1).strip().split("\\s+");
            Path log = folder.resolve("log");
            Process process =
                    Program.builder(words)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            String told = String.join(" ", words);
            assertThat(process.waitFor()).as(told + "\n" + Files.readString(log)).isZero();
            assertThat(words[0].equals("convert") ? folder.resolve(words[2]) : log)
                    .as(told)
                    .isNotEmptyFile();
            done++;
        }
        assertThat(done).isEqualTo(12);
    }

    /** The page on scoring, command by command: scenarios, tracks, pictures, figures. */
    @Test
    void shouldScoreAsTold() throws Exception {
        String page = Files.readString(Program.ROOT.resolve("docs/how-to/score-a-tracker.md"));
        Matcher commands = Pattern.compile("(?m)^\\./airwarden (.*)$").matcher(page);
        int done = 0;
        String told = "";
        while (commands.find()) {
            Path log = folder.resolve("log");
            Process process =
                    Program.builder(commands.group(1).strip().split("\\s+"))
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            int exitCode = process.waitFor();
            told = Files.readString(log);
            assertThat(exitCode).as(commands.group(1) + "\n" + told).isZero();
            done++;
        }
        assertThat(done).isEqualTo(7);
        assertThat(told).contains("GOSPA", "Cramer-Rao bound", "MOTA");
        for (String picture : List.of("formation.svg", "score.svg")) {
            assertThat(Files.readString(folder.resolve(picture)))
                    .startsWith("<svg")
                    .contains("truth");
        }
    }

    /** CAT048 from 22:20 on, half a minute apart: source, time, address, register 4,0. */
    private static byte[] radar() {
        ByteBuffer all = ByteBuffer.allocate(200 * 22);
        for (int i = 0; i < 200; i++) {
            int ticks = ((22 * 60 + 20) * 60 + 30 * i) % 86_400 * 128;
            all.put((byte) 48).putShort((short) 22);
            all.put(HexFormat.of().parseHex("C1A0")); // 010, 140; 220, 250
            all.put(HexFormat.of().parseHex("1481"));
            all.put((byte) (ticks >> 16)).putShort((short) ticks);
            all.put(HexFormat.of().parseHex(i % 2 == 0 ? "4D2023" : "3C6444"));
            all.put(HexFormat.of().parseHex("01" + "0000000000000040"));
        }
        return all.array();
    }

    /** An aircraft's name, again and again. */
    private static byte[] antenna() {
        byte[] message = HexFormat.of().parseHex("8D4840D6202CC371C32CE0576098");
        byte[] frame = new byte[BeastWriter.MAXIMUM_LENGTH];
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < 20; i++) {
            int length =
                    BeastWriter.write(FrameKind.LONG, 12_000_000L * i, 90, message, 0, frame, 0);
            all.write(frame, 0, length);
        }
        return all.toByteArray();
    }

    /** The tutorial, step by step, as far as its commands end by themselves. */
    @Test
    void shouldLeadThroughTheTutorial() throws Exception {
        String tutorial =
                Files.readString(Program.ROOT.resolve("docs/tutorial/first-recording.md"));
        Matcher blocks = Pattern.compile("```sh\\n\\./airwarden ([^\\n]*)\\n```").matcher(tutorial);
        int done = 0;
        while (blocks.find()) {
            String command = blocks.group(1).replace("/tmp/airwarden-demo", folder.toString());
            if (command.startsWith("play")) {
                assertThat(folder.resolve("site.yaml")).exists();
                continue;
            }
            String[] words = command.replaceAll("\\s*\\|.*", "").split("\\s+");
            Program.Result result = Program.run(words);
            assertThat(result.exitCode()).as(command + "\n" + result.err()).isZero();
            assertThat(result.out()).as(command).isNotBlank();
            done++;
        }
        assertThat(done).isEqualTo(3);
    }

    @Test
    void shouldReadEveryExampleOfASiteFile() throws IOException {
        try (Stream<Path> examples = Files.list(Program.ROOT.resolve("docs/examples"))) {
            for (Path example : examples.toList()) {
                assertThat(SiteFileReader.read(example).sensors()).as("%s", example).isNotEmpty();
            }
        }
        String live = Files.readString(Program.ROOT.resolve("docs/how-to/live.md"));
        Matcher yaml = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL).matcher(live);
        assertThat(yaml.find()).isTrue();
        assertThat(SiteFileReader.parse("live.md", yaml.group(1)).sources()).hasSize(2);
        String stick = Files.readString(Program.ROOT.resolve("docs/how-to/rtl-sdr.md"));
        yaml = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL).matcher(stick);
        assertThat(yaml.find()).isTrue();
        assertThat(SiteFileReader.parse("rtl-sdr.md", yaml.group(1)).sources()).hasSize(1);
    }
}
