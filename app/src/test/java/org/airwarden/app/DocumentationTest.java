package org.airwarden.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.airwarden.feeds.SiteFileReader;
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
