package org.airwarden.feeds;

import org.airwarden.model.Time;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads one JSON object of readsb or dump1090: a document with {@code now} and a list {@code
 * aircraft}, or one aircraft by itself. One thread.
 */
final class ReadsbDocument {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    /** Times beyond this are milliseconds, not seconds: the year 5138. */
    private static final double MILLISECONDS = 1e11;

    /** Times beyond this (s since 1970) do not fit into nanoseconds: the year 2262. */
    private static final double LATEST = 9.2e9;

    /** Takes what a document holds. */
    interface Handler {
        /**
         * An aircraft.
         *
         * @param now the document's or the line's time (s since 1970), or NaN
         */
        void aircraft(ReadsbAircraft aircraft, double now);
    }

    /**
     * Returns a document's time (s since 1970) as nanoseconds, to the millisecond it is given in.
     */
    static long time(double now) {
        return StrictMath.round(now * 1000) * Time.MILLISECOND;
    }

    private final ReadsbAircraft aircraft = new ReadsbAircraft();
    private double now;

    /**
     * Reads an object.
     *
     * @throws JacksonException if it is not JSON; what was handed over before stays
     */
    void read(byte[] bytes, int offset, int length, Handler handler) {
        now = Double.NaN;
        boolean document = false;
        try (JsonParser parser =
                JSON.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
            parser.nextToken();
            aircraft.clear();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (field.equals("aircraft") && value == JsonToken.START_ARRAY) {
                    document = true;
                    list(parser, handler);
                } else if (field.equals("now") || field.equals("timestamp")) {
                    double seconds = ReadsbAircraft.number(value, parser);
                    seconds = seconds > MILLISECONDS ? seconds / 1000 : seconds;
                    now = seconds >= 0 && seconds < LATEST ? seconds : Double.NaN;
                } else {
                    aircraft.take(field, parser);
                }
            }
        }
        if (!document) {
            handler.aircraft(aircraft, now);
        }
    }

    private void list(JsonParser parser, Handler handler) {
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY && token != null) {
            if (token == JsonToken.START_OBJECT) {
                aircraft.read(parser);
                handler.aircraft(aircraft, now);
            } else if (token == JsonToken.START_ARRAY) {
                parser.skipChildren();
            }
            token = parser.nextToken();
        }
    }
}
