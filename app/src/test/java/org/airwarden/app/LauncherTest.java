package org.airwarden.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer's machine may lack, and what the scripts say then. */
class LauncherTest {
    private static final Path ROOT = Path.of(System.getProperty("airwarden.root"));

    @TempDir private Path empty;

    private record Result(int exitCode, String output) {}

    @Test
    void shouldSayHowToGetAJdkWhereThereIsNone() throws Exception {
        for (String script : List.of("airwarden", "mvnw")) {
            Result result =
                    run(
                            List.of(ROOT.resolve(script).toString(), "--version"),
                            Map.of("AIRWARDEN_JDK_PLACES", ""));

            assertThat(result.exitCode()).as(script).isEqualTo(2);
            assertThat(result.output())
                    .as(script)
                    .contains("no JDK 25 found", "https://adoptium.net");
        }
    }

    @Test
    void shouldNotTakeAnOlderJdk() throws Exception {
        Path old = empty.resolve("jdk-17");
        Files.createDirectories(old.resolve("bin"));
        Path javac = Files.writeString(old.resolve("bin/javac"), "#!/bin/sh\n");
        assertThat(javac.toFile().setExecutable(true)).isTrue();
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");

        Result result =
                run(
                        List.of(ROOT.resolve("airwarden").toString(), "--version"),
                        Map.of("AIRWARDEN_JDK_PLACES", old.toString()));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).contains("no JDK 25 found");
    }

    @Test
    void shouldFindTheJdkBesideAnOlderOne() throws Exception {
        Path old = empty.resolve("jdk-21");
        Files.createDirectories(old.resolve("bin"));
        Path javac = Files.writeString(old.resolve("bin/javac"), "#!/bin/sh\n");
        assertThat(javac.toFile().setExecutable(true)).isTrue();
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"21.0.1\"\n");
        String home = System.getProperty("java.home");

        Result result =
                run(
                        List.of(
                                "/bin/sh",
                                "-c",
                                ". '" + ROOT.resolve("build-support/find-jdk.sh") + "'; find_jdk"),
                        Map.of("AIRWARDEN_JDK_PLACES", old + "\n" + home));

        assertThat(result.output().strip()).isEqualTo(home);
    }

    @Test
    void shouldSayHowToGetNodeWhereThereIsNone() throws Exception {
        // A path with what the script itself needs, and no node.
        for (String tool :
                List.of(
                        "sh",
                        "sed",
                        "dirname",
                        "readlink",
                        "cat",
                        "find",
                        "head",
                        "mkdir",
                        "env")) {
            Path found = which(tool);
            Files.createSymbolicLink(empty.resolve(tool), found);
        }

        Result result =
                run(
                        List.of(ROOT.resolve("mvnw").toString(), "--version"),
                        Map.of(
                                "PATH",
                                empty.toString(),
                                "AIRWARDEN_JDK_PLACES",
                                System.getProperty("java.home")));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).contains("no Node.js 20", "https://nodejs.org");
    }

    private static Path which(String tool) {
        return List.of("/bin", "/usr/bin").stream()
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static Result run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), output);
    }
}
