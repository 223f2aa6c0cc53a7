package org.airwarden.feeds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Lines on their way out, as UTF-8. What comes as octets stays octets; what is composed of
 * characters becomes octets many lines at a time. One thread.
 */
final class OutputLines {
    /** Octets that are worth a write. */
    private static final int FLUSH = 1 << 16;

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream(2 * FLUSH);
    private final StringBuilder text = new StringBuilder();

    /** Returns where characters are appended, in turn with {@link #octets}. */
    StringBuilder text() {
        return text;
    }

    /** Returns where octets are appended, in turn with {@link #text}. */
    ByteArrayOutputStream octets() {
        if (!text.isEmpty()) {
            octets.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        }
        return octets;
    }

    /** Hands on what there is when that is worth it. */
    void flushWhenLarge(OutputStream out) throws IOException {
        if (octets.size() + text.length() >= FLUSH) {
            flush(out);
        }
    }

    /** Hands on what there is. */
    void flush(OutputStream out) throws IOException {
        octets().writeTo(out);
        octets.reset();
    }
}
