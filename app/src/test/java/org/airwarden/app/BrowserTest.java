package org.airwarden.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The demo, on the real page, in a real browser. */
class BrowserTest {
    private static final Pattern ADDRESS = Pattern.compile("Open (http://\\S+/) in a browser");

    @Test
    void shouldShowTheDemoInABrowser() throws Exception {
        Optional<Path> browser =
                List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                        .stream()
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst();
        if (browser.isEmpty()) {
            System.err.println("SKIPPED: no Chromium, so the page was tried in no browser");
        }
        assertThat(browser.isPresent() || System.getenv("AIRWARDEN_BROWSER_REQUIRED") == null)
                .as("a browser is required here")
                .isTrue();
        assumeTrue(browser.isPresent(), "no Chromium");
        Process demo = Program.builder("demo", "--port", "0").redirectErrorStream(true).start();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(demo.getInputStream(), StandardCharsets.UTF_8))) {
            String address = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher matcher = ADDRESS.matcher(line);
                if (matcher.find()) {
                    address = matcher.group(1);
                    break;
                }
            }
            assertThat(address).as("the demo's address").isNotNull();
            Path log = Program.ROOT.resolve("app/target/browser-test.log");
            ProcessBuilder script =
                    new ProcessBuilder(
                                    "node",
                                    Program.ROOT.resolve("web/e2e/run.mjs").toString(),
                                    address,
                                    Program.ROOT.resolve("app/target/browser-test.png").toString())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            script.environment().put("CHROMIUM", browser.get().toString());
            Process run = script.start();
            boolean ended = run.waitFor(4, TimeUnit.MINUTES);
            run.destroyForcibly();
            String said = Files.readString(log);
            assertThat(ended).as(said).isTrue();
            assertThat(run.exitValue()).as(said).isZero();
            assertThat(said.lines().filter(line -> line.startsWith("ok"))).hasSizeGreaterThan(10);
        } finally {
            demo.destroy();
        }
    }
}
