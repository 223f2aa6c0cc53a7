package org.airwarden.feeds;

import java.util.Locale;

/** Pieces of JSON (RFC 8259), in ASCII. Stateless; any thread. */
final class JsonText {
    private JsonText() {}

    /** Appends a quoted text. */
    static void text(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** Appends a quoted name and a colon. */
    static void name(StringBuilder out, String name) {
        text(out, name);
        out.append(':');
    }

    /** Appends a comma, a name, and a text. */
    static void field(StringBuilder out, String name, String value) {
        out.append(',');
        name(out, name);
        text(out, value);
    }

    /** Appends a comma, a name, and a whole number. */
    static void field(StringBuilder out, String name, long value) {
        out.append(',');
        name(out, name);
        out.append(value);
    }

    /** Appends a comma, a name, and a number; nothing where it is none. */
    static void field(StringBuilder out, String name, double value) {
        if (Double.isFinite(value)) {
            out.append(',');
            name(out, name);
            if (value == Math.rint(value) && Math.abs(value) < 1e15) {
                out.append((long) value);
            } else {
                out.append(value);
            }
        }
    }

    /** Appends a comma, a name, and true or false. */
    static void field(StringBuilder out, String name, boolean value) {
        out.append(',');
        name(out, name);
        out.append(value);
    }
}
