package org.airwarden.feeds;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How a source's bytes arrive. */
public sealed interface Transport {
    /**
     * Datagrams.
     *
     * @param host the multicast group to join, or the local address to listen at
     * @param port the port, 1 to 65535
     * @param networkInterface name or address of the interface to join a group on, or null for the
     *     system's choice
     */
    record Udp(String host, int port, @Nullable String networkInterface) implements Transport {}

    /**
     * A stream that is read from a server.
     *
     * @param host the server
     * @param port its port, 1 to 65535
     */
    record Tcp(String host, int port) implements Transport {}

    /**
     * A radio receiver's samples, read from an rtl_tcp server and demodulated on arrival: what
     * comes out of it is a Beast stream.
     *
     * @param host the server
     * @param port its port, 1 to 65535
     * @param tuning how the receiver is set
     */
    record RtlTcp(String host, int port, RtlTuning tuning) implements Transport {}

    /**
     * A recording, known by its file's name.
     *
     * @param pattern the name without folders; {@code *} and {@code ?} stand for any characters
     */
    record Recorded(String pattern) implements Transport {
        /** Tells whether a file is this source's recording. */
        public boolean matches(Path file) {
            Path name = file.getFileName();
            return name != null
                    && FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(name);
        }
    }
}
