package org.airwarden.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import org.airwarden.server.Host;
import org.airwarden.server.PageServer;
import org.airwarden.server.PortInUseException;

/** Serves a host's page until the program is told to stop. */
final class PageSession {
    private PageSession() {}

    /**
     * Serves, prints where, and waits. Returns when the process is asked to end (Ctrl-C, SIGTERM),
     * after everything is closed.
     *
     * @param host what to show; closed in the end
     * @param port the port, 0 for any
     * @param out where to print
     * @param remarks lines printed under the address
     */
    static void run(Host host, int port, PrintWriter out, String... remarks) {
        CountDownLatch ended = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Thread hook =
                Thread.ofPlatform()
                        .name("shutdown")
                        .unstarted(() -> {
                            ended.countDown();
                            await(closed);
                        });
        Runtime.getRuntime().addShutdownHook(hook);
        try (host;
                PageServer page = start(host, port)) {
            out.println("Open " + page.address() + " in a browser. Ctrl-C ends.");
            for (String remark : remarks) {
                out.println(remark);
            }
            out.flush();
            await(ended);
        } finally {
            closed.countDown();
        }
    }

    /**
     * Refuses a number that is no port.
     *
     * @throws UserException where it is none
     */
    static void requirePort(int port) {
        if (port < 0 || port > 65_535) {
            throw UserException.misuse("--port is 0 (any free one) to 65535, not " + port);
        }
    }

    /**
     * Refuses a port that cannot be had, before the work whose result would be shown there.
     *
     * @throws UserException where it is none, taken, or not ours to take
     */
    static void requireFree(int port) {
        requirePort(port);
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException problem) {
            throw UserException.misuse(
                    "port "
                            + port
                            + " is taken or may not be used ("
                            + problem.getMessage()
                            + "); choose another with --port N, or 0 for any");
        }
    }

    private static PageServer start(Host host, int port) {
        try {
            return PageServer.start(host, BuildVersion.text(), port);
        } catch (PortInUseException taken) {
            throw UserException.misuse(String.valueOf(taken.getMessage()));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
