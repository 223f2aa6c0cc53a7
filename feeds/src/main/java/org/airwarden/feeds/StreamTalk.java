package org.airwarden.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link TcpReceiver} says to its server, and what it makes of the bytes that come. In the
 * receiver's thread alone.
 */
interface StreamTalk {
    /** Says nothing and hands every stretch on as it came. */
    StreamTalk PLAIN =
            new StreamTalk() {
                @Override
                public @Nullable String begin(InputStream in, OutputStream out, long now) {
                    return null;
                }

                @Override
                public byte[] take(byte[] stretch, int length, long now) {
                    return Arrays.copyOf(stretch, length);
                }

                @Override
                public byte[] end() {
                    return new byte[0];
                }
            };

    /**
     * Begins a connection.
     *
     * @param now the host's clock (ns since 1970)
     * @return what is wrong with the server, or null
     */
    @Nullable String begin(InputStream in, OutputStream out, long now) throws IOException;

    /**
     * Takes a stretch.
     *
     * @return what becomes a packet; empty for none yet
     */
    byte[] take(byte[] stretch, int length, long now);

    /** Returns what was taken and is no packet yet, when a connection ends. */
    byte[] end();
}
