package org.airwarden.app;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Texts out as UTF-8, each written at once: for whoever appends large pieces. A string's own octets
 * are copied as they are where it is ASCII, which costs far less than an encoder. One thread.
 */
final class Utf8Output implements Appendable, Closeable {
    private final OutputStream out;

    Utf8Output(OutputStream out) {
        this.out = out;
    }

    @Override
    public Appendable append(CharSequence text) throws IOException {
        out.write(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) throws IOException {
        return append(text.subSequence(start, end));
    }

    @Override
    public Appendable append(char c) throws IOException {
        return append(Character.toString(c));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
