package org.airwarden.feeds;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Writes aircraft as readsb's JSON: a document as its aircraft.json, or a line for each. Stateless;
 * any thread.
 */
final class ReadsbWriter {
    private ReadsbWriter() {}

    /**
     * Appends a document.
     *
     * @param now s since 1970, or NaN
     * @param messages how many messages were heard
     */
    static void document(
            double now, long messages, Collection<ReadsbAircraft> aircraft, StringBuilder out) {
        out.append("{\"now\":");
        value(now, out);
        out.append(",\"messages\":").append(messages).append(",\"aircraft\":[");
        String between = "\n";
        for (ReadsbAircraft one : aircraft) {
            out.append(between);
            value(one.fields(), out);
            between = ",\n";
        }
        out.append("\n]}\n");
    }

    /** Appends one aircraft as a line, with its time (s since 1970) unless NaN. */
    static void line(double now, ReadsbAircraft aircraft, StringBuilder out) {
        out.append('{');
        if (!Double.isNaN(now)) {
            field("now", now, out);
        }
        aircraft.fields().forEach((name, value) -> field(name, value, out));
        out.append("}\n");
    }

    private static void field(Object name, Object value, StringBuilder out) {
        if (out.charAt(out.length() - 1) != '{') {
            out.append(',');
        }
        JsonText.name(out, name.toString());
        value(value, out);
    }

    private static void value(Object value, StringBuilder out) {
        switch (value) {
            case Map<?, ?> object -> {
                out.append('{');
                object.forEach((name, inner) -> field(name, inner, out));
                out.append('}');
            }
            case List<?> list -> {
                out.append('[');
                for (int i = 0; i < list.size(); i++) {
                    out.append(i == 0 ? "" : ",");
                    value(list.get(i), out);
                }
                out.append(']');
            }
            case Double number -> number(number, out);
            case Boolean truth -> out.append(truth.booleanValue());
            default -> JsonText.text(out, value.toString());
        }
    }

    /** What is no number has no JSON: it becomes null, which readers take for absent. */
    private static void number(double number, StringBuilder out) {
        if (number == StrictMath.rint(number) && Math.abs(number) < 1e15) {
            out.append((long) number);
        } else {
            out.append(Double.isFinite(number) ? Double.toString(number) : "null");
        }
    }
}
