package org.airwarden.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program as a process of its own, as a user starts it. */
final class Program {
    static final Path ROOT = Path.of(System.getProperty("airwarden.root"));
    static final Path DATA = Path.of(System.getProperty("airwarden.shared"), "data");

    private Program() {}

    /** What a run printed, and how it ended. */
    record Result(int exitCode, String out, String err) {}

    static ProcessBuilder builder(String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.airwarden.app.Airwarden"));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command);
    }

    static Result run(String... arguments) throws IOException, InterruptedException {
        Process process = builder(arguments).start();
        process.getOutputStream().close();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Thread drain = Thread.ofVirtual().start(() -> copy(process.getErrorStream(), err));
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("still running after two minutes");
        }
        drain.join();
        return new Result(process.exitValue(), out, err.toString(StandardCharsets.UTF_8));
    }

    private static void copy(InputStream from, ByteArrayOutputStream to) {
        try {
            from.transferTo(to);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
