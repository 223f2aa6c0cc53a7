package org.airwarden.app;

import java.io.PrintWriter;
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
                        .unstarted(
                                () -> {
                                    ended.countDown();
                                    await(closed);
                                });
        try (host;
                PageServer page = start(host, port)) {
            Runtime.getRuntime().addShutdownHook(hook);
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
