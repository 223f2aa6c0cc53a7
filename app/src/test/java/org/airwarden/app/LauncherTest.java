package org.airwarden.app;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    /**
     * A folder with a difficult name, a link to its launcher, and a JDK and a build that only note.
     */
    @Test
    void shouldBuildOnceForTwoFirstCallsFromAnyFolder() throws Exception {
        Path tree = Files.createDirectories(empty.resolve("a b|c&d"));
        Path jdk = standIn(tree);
        Path link = Files.createSymbolicLink(empty.resolve("link"), tree.resolve("airwarden"));
        Map<String, String> environment = Map.of("AIRWARDEN_JDK_PLACES", jdk.toString());

        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Callable<Result> call =
                    () -> run(List.of(link.toString(), "decode", "two words"), environment);
            for (Future<Result> done : both.invokeAll(List.of(call, call))) {
                String output = done.get().output();
                assertThat(done.get().exitCode()).as(output).isZero();
                assertThat(output)
                        .contains("[decode] [two words]")
                        .contains("[-XX:AOTCache=" + tree + "/app/target/airwarden/files.aot]")
                        .contains(":" + tree + "/app/target/airwarden/lib/x.jar]");
            }
        }
        assertThat(Files.readAllLines(tree.resolve("builds"))).hasSize(1);
        assertThat(tree.resolve("app/target/airwarden-build.lock")).doesNotExist();
        assertThat(run(List.of(link.toString(), "decode", "again"), environment).output())
                .doesNotContain("preparing", "building");
    }

    @Test
    void shouldSayThatNothingIsBuilt() throws Exception {
        Path tree = Files.createDirectories(empty.resolve("tree"));
        Path jdk = standIn(tree);

        Result result =
                run(
                        List.of(tree.resolve("airwarden").toString(), "--version"),
                        Map.of("AIRWARDEN_JDK_PLACES", jdk.toString(), "AIRWARDEN_NO_BUILD", "1"));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output().strip().lines()).hasSize(1);
        assertThat(result.output()).contains("nothing is built yet");
    }

    /** Lays out a source tree around the real launcher; returns the JDK that goes with it. */
    private Path standIn(Path tree) throws IOException {
        Files.createDirectories(tree.resolve("build-support"));
        Files.copy(ROOT.resolve("airwarden"), tree.resolve("airwarden"), COPY_ATTRIBUTES);
        Files.copy(
                ROOT.resolve("build-support/find-jdk.sh"),
                tree.resolve("build-support/find-jdk.sh"));
        executable(
                tree.resolve("mvnw"),
                """
                #!/bin/sh
                root=$(cd "$(dirname "$0")" && pwd)
                echo built >>"$root/builds"
                sleep 1
                mkdir -p "$root/app/target/airwarden"
                echo '@lib@/x.jar' >"$root/app/target/airwarden/classpath"
                """);
        Path jdk = Files.createDirectories(empty.resolve("jdk"));
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        executable(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        executable(
                jdk.resolve("bin/java"),
                """
                #!/bin/sh
                for one in "$@"; do
                  case "$one" in -XX:AOTCacheOutput=*) : >"${one#*=}"; exit 0;; esac
                done
                printf '[%s] ' "$@"
                """);
        return jdk;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
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
