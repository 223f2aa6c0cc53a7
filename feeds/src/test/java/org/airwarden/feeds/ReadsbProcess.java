package org.airwarden.feeds;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running readsb (https://github.com/wiedehopf/readsb) with everything on loopback. It is no part
 * of the project: the environment variable READSB, or the PATH, says where it is; tests that lack
 * it skip aloud.
 */
final class ReadsbProcess implements AutoCloseable {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    /** Ports in the order of the constructor's options. */
    enum Port {
        BEAST_IN("--net-bi-port="),
        BEAST_OUT("--net-bo-port="),
        SBS_OUT("--net-sbs-port="),
        ASTERIX_IN("--net-asterix-in-port="),
        ASTERIX_OUT("--net-asterix-out-port=");

        private final String option;

        Port(String option) {
            this.option = option;
        }
    }

    /** What arrives on a connection, gathered by a thread of its own. */
    static final class Tap implements AutoCloseable {
        private final Socket socket;
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
        private final Thread thread;

        private Tap(Socket socket) {
            this.socket = socket;
            thread = Thread.ofPlatform().daemon().start(this::listen);
        }

        private void listen() {
            byte[] some = new byte[1 << 16];
            try {
                for (int count = 0; count >= 0; count = socket.getInputStream().read(some)) {
                    synchronized (heard) {
                        heard.write(some, 0, count);
                    }
                }
            } catch (IOException closed) {
                // The end of the test.
            }
        }

        byte[] bytes() {
            synchronized (heard) {
                return heard.toByteArray();
            }
        }

        /** Waits until nothing more has come for a while. */
        byte[] afterSilence(long milliseconds) throws InterruptedException {
            int before = -1;
            while (before != bytes().length) {
                before = bytes().length;
                Thread.sleep(milliseconds);
            }
            return bytes();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private final Process process;
    private final Path directory;
    private final int[] ports = new int[Port.values().length];

    private ReadsbProcess(Path binary, Path directory, List<String> options) throws IOException {
        this.directory = directory;
        List<String> command = new ArrayList<>();
        command.add(binary.toString());
        command.addAll(
                List.of(
                        "--net-only",
                        "--quiet",
                        "--net-bind-address=127.0.0.1",
                        "--write-json=" + directory,
                        "--write-json-every=0.5"));
        for (Port port : Port.values()) {
            try (ServerSocket free = new ServerSocket(0, 1, HERE)) {
                ports[port.ordinal()] = free.getLocalPort();
            }
            command.add(port.option + ports[port.ordinal()]);
        }
        command.addAll(options);
        process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("readsb.log").toFile())
                        .start();
    }

    /** Starts it, or skips the test where there is none. */
    static ReadsbProcess start(Path directory, String... options) throws IOException {
        Path binary = binary();
        if (binary == null) {
            System.err.println("SKIPPED: no readsb on the PATH, nor does READSB name one");
        }
        Assumptions.assumeTrue(binary != null, "no readsb");
        return new ReadsbProcess(binary, directory, List.of(options));
    }

    private static Path binary() {
        List<Path> candidates = new ArrayList<>();
        String named = System.getenv("READSB");
        if (named != null) {
            candidates.add(Path.of(named));
        }
        for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
            candidates.add(Path.of(folder).resolve("readsb"));
        }
        return candidates.stream().filter(Files::isExecutable).findFirst().orElse(null);
    }

    /** Connects to a port as soon as it listens. */
    Socket connect(Port port) throws Exception {
        long until = System.nanoTime() + PATIENCE;
        while (true) {
            try {
                Socket socket = new Socket(HERE, ports[port.ordinal()]);
                socket.setTcpNoDelay(true);
                return socket;
            } catch (IOException notYet) {
                if (System.nanoTime() > until || !process.isAlive()) {
                    throw new IOException(Files.readString(directory.resolve("readsb.log")));
                }
                Thread.sleep(50);
            }
        }
    }

    Tap tap(Port port) throws Exception {
        return new Tap(connect(port));
    }

    /** What it has written of its aircraft, as of some moment after now. */
    JsonNode aircraft() throws Exception {
        Path file = directory.resolve("aircraft.json");
        Thread.sleep(1500);
        long until = System.nanoTime() + PATIENCE;
        while (!Files.exists(file) && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        return new JsonMapper().readTree(Files.readAllBytes(file));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(5, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException late) {
            process.destroyForcibly();
        }
    }
}
