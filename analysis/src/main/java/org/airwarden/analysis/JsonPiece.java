package org.airwarden.analysis;

import java.util.Locale;

/** Pieces of JSON (RFC 8259), in ASCII. No state. */
final class JsonPiece {
    private JsonPiece() {}

    /** Returns a text in quotes. */
    static String text(String text) {
        StringBuilder out = new StringBuilder("\"");
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
        return out.append('"').toString();
    }

    /** Returns a number; whole ones without a point, null for what is none. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** Returns an estimate as an object. */
    static String estimate(Estimate estimate) {
        return "{\"mean\": "
                + number(estimate.mean())
                + ", \"lo\": "
                + number(estimate.lo())
                + ", \"hi\": "
                + number(estimate.hi())
                + ", \"runs\": "
                + estimate.runs()
                + "}";
    }
}
