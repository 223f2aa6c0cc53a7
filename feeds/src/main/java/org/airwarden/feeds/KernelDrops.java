package org.airwarden.feeds;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the kernel dropped because a socket's receive buffer was full: the column {@code drops} of
 * Linux's /proc/net/udp and udp6 (proc_pid_net(5)). Sockets of other programs on the same port are
 * counted with it. Stateless; any thread.
 */
final class KernelDrops {
    private static final List<String> TABLES = List.of("/proc/net/udp", "/proc/net/udp6");
    private static final int LOCAL = 1;
    private static final int DROPS = 12;

    private KernelDrops() {}

    /** Returns the datagrams dropped at a local port, or -1 where the system does not tell. */
    static long of(int port) {
        long drops = -1;
        for (String table : TABLES) {
            try {
                List<String> lines =
                        Files.readAllLines(Path.of(table), StandardCharsets.ISO_8859_1);
                long found = sum(lines, port);
                if (found >= 0) {
                    drops = Math.max(0, drops) + found;
                }
            } catch (IOException absent) {
                // not Linux, or hidden: then nothing is known
            }
        }
        return drops;
    }

    /** Returns the sum of drops over the lines of a table that tell of a port, or -1 for none. */
    static long sum(List<String> lines, int port) {
        long drops = -1;
        for (String line : lines) {
            List<String> fields = List.of(line.trim().split("\\s+"));
            if (fields.size() > DROPS && isAt(fields.get(LOCAL), port)) {
                try {
                    drops = Math.max(0, drops) + Long.parseLong(fields.get(DROPS));
                } catch (NumberFormatException heading) {
                    // the line of headings, or a table of another shape
                }
            }
        }
        return drops;
    }

    private static boolean isAt(String local, int port) {
        int colon = local.lastIndexOf(':');
        try {
            return colon >= 0 && Integer.parseInt(local.substring(colon + 1), 16) == port;
        } catch (NumberFormatException heading) {
            return false;
        }
    }
}
