package org.airwarden.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks whether this machine is fit to run Airwarden. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Is this machine fit? Ticks and crosses, each cross with its remedy.",
        footer = {"", "Example:", "  airwarden doctor --port 8080 --directory /var/lib/airwarden"})
final class DoctorCommand implements Callable<Integer> {
    private static final long LEAST_DISK = 2L << 30;
    private static final long LEAST_MEMORY = 512L << 20;
    private static final Instant EARLIEST = Instant.parse("2024-01-01T00:00:00Z");

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "the port of the page (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "where journals are to be written (default: .airwarden here)")
    private Path directory = Path.of(".airwarden");

    @Spec private CommandSpec spec = CommandSpec.create();

    private record Finding(boolean good, String what, @Nullable String remedy) {}

    @Override
    public Integer call() {
        PageSession.requirePort(port);
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(page());
        findings.add(datagrams());
        findings.add(multicast());
        findings.add(clock(Clock.systemUTC()));
        findings.add(memory());
        findings.add(writing());
        findings.add(disk());
        PrintWriter out = spec.commandLine().getOut();
        for (Finding finding : findings) {
            out.println((finding.good() ? "  ✓ " : "  ✗ ") + finding.what());
            if (finding.remedy() != null) {
                out.println("      → " + finding.remedy());
            }
        }
        out.flush();
        return findings.stream().allMatch(Finding::good) ? 0 : 1;
    }

    private static Finding java() {
        int version = Runtime.version().feature();
        String what = "Java " + Runtime.version() + " at " + System.getProperty("java.home");
        return version >= 25
                ? good(what)
                : bad(what, "install JDK 25 (https://adoptium.net) and point JAVA_HOME at it");
    }

    private Finding page() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return good("port " + port + " is free for the page");
        } catch (IOException problem) {
            return bad(
                    "port " + port + " cannot be used for the page: " + problem.getMessage(),
                    "choose another with --port, or end the program that has it (ss -ltnp)");
        }
    }

    private static Finding datagrams() {
        try (DatagramSocket socket =
                new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            int wanted = 4 << 20;
            socket.setReceiveBufferSize(wanted);
            int given = socket.getReceiveBufferSize();
            String what = String.format(Locale.ROOT, "UDP receive buffer of %d kB", given / 1024);
            return given >= wanted / 2
                    ? good(what)
                    : bad(
                            what + ": bursts from many radars may be lost",
                            "sudo sysctl -w net.core.rmem_max=" + wanted);
        } catch (IOException problem) {
            return bad(
                    "no UDP socket can be opened: " + problem.getMessage(),
                    "look at the firewall and at the limits of the container");
        }
    }

    /** Sends one datagram to a group on the loopback interface and takes it back. */
    private static Finding multicast() {
        try (MulticastSocket socket = new MulticastSocket(0)) {
            NetworkInterface loopback =
                    NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
            InetSocketAddress group =
                    new InetSocketAddress(
                            InetAddress.getByName("239.255.77.77"), socket.getLocalPort());
            socket.setNetworkInterface(loopback);
            socket.joinGroup(group, loopback);
            socket.setSoTimeout(1_000);
            byte[] word = "airwarden".getBytes(StandardCharsets.US_ASCII);
            socket.send(new DatagramPacket(word, word.length, group));
            socket.receive(new DatagramPacket(new byte[64], 64));
            return good("multicast works on " + loopback.getName());
        } catch (IOException problem) {
            return bad(
                    "multicast does not work on the loopback interface: " + problem.getMessage(),
                    "sudo ip link set lo multicast on; sudo ip route add 239.0.0.0/8 dev lo"
                            + " (needed only for multicast sources)");
        }
    }

    private static Finding clock(Clock clock) {
        Instant now = clock.instant();
        return now.isAfter(EARLIEST)
                ? good("clock says " + now.toString().substring(0, 19) + " UTC")
                : bad(
                        "clock says " + now + ", which cannot be",
                        "set it (timedatectl set-ntp true): live reports are stamped with it");
    }

    private static Finding memory() {
        long most = Runtime.getRuntime().maxMemory();
        String what = String.format(Locale.ROOT, "memory of %d MB for the program", most >> 20);
        return most >= LEAST_MEMORY
                ? good(what)
                : bad(what, "give more: AIRWARDEN_JAVA_OPTIONS=-Xmx1g");
    }

    private Finding writing() {
        try {
            Files.createDirectories(directory);
            Path trial = Files.createTempFile(directory, "doctor", ".tmp");
            Files.writeString(trial, "airwarden");
            Files.delete(trial);
            return good("journals can be written to " + directory.toAbsolutePath());
        } catch (IOException problem) {
            return bad(
                    "nothing can be written to " + directory.toAbsolutePath() + ": " + problem,
                    "choose another place with --directory, or change its owner");
        }
    }

    private Finding disk() {
        try {
            Path existing = directory.toAbsolutePath();
            while (!Files.exists(existing) && existing.getParent() != null) {
                existing = existing.getParent();
            }
            FileStore store = Files.getFileStore(existing);
            long free = store.getUsableSpace();
            String what = String.format(Locale.ROOT, "disk with %d MB free", free >> 20);
            return free >= LEAST_DISK
                    ? good(what)
                    : bad(what, "free some: a busy site writes about 1 GB a day");
        } catch (IOException problem) {
            return bad(
                    "the free disk cannot be read: " + problem.getMessage(),
                    "look whether the disk is mounted");
        }
    }

    private static Finding good(String what) {
        return new Finding(true, what, null);
    }

    private static Finding bad(String what, String remedy) {
        return new Finding(false, what, remedy);
    }
}
