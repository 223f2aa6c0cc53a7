package org.airwarden.feeds;

import java.io.StringWriter;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Aircraft of readsb's and dump1090's JSON. */
final class ReadsbRecordReader extends RecordReader implements JsonObjects.Handler {
    /** NaN, which some writers leave in, is read, and printed as a text. */
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    private final FaultNotes notes;
    private final JsonObjects objects = new JsonObjects();
    private final ReadsbDocument document = new ReadsbDocument();

    ReadsbRecordReader(SummaryBuilder summary, FaultNotes notes, @Nullable OutputLines lines) {
        super(summary, lines);
        this.notes = notes;
    }

    @Override
    void read(Frame frame) {
        objects.read(frame.copyOfPayload(), this);
    }

    @Override
    void finish() {
        objects.finish(this);
    }

    @Override
    public void object(byte[] bytes, int offset, int length) {
        try {
            document.read(bytes, offset, length, this::count);
            if (lines != null) {
                objects(bytes, offset, length, line -> lines.text().append(line).append('\n'));
            }
        } catch (JacksonException wrong) {
            fault(String.valueOf(wrong.getOriginalMessage()), bytes, offset, length);
        }
    }

    @Override
    public void garbage(String why, byte[] bytes, int offset, int length) {
        fault(why, bytes, offset, length);
    }

    private void fault(String why, byte[] bytes, int offset, int length) {
        byte[] kept = Arrays.copyOfRange(bytes, offset, offset + Math.min(length, 1024));
        notes.message("not-json", -1, length, why, kept);
    }

    private void count(ReadsbAircraft aircraft, double now) {
        if (!aircraft.hasAddress()) {
            summary.fault("no-address", 1);
            return;
        }
        summary.records(aircraft.type().isEmpty() ? "unknown" : aircraft.type(), 1);
        summary.address(aircraft.address());
        if (aircraft.hasPosition()) {
            summary.positions(1);
        }
        if (!Double.isNaN(now)) {
            summary.times().addDated(ReadsbDocument.time(now));
        }
    }

    /** Hands on each aircraft's object as it stands, on one line. */
    static void objects(byte[] bytes, int offset, int length, Consumer<String> out) {
        boolean document = false;
        try (JsonParser parser =
                JSON.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean list = parser.currentName().equals("aircraft");
                if (parser.nextToken() == JsonToken.START_ARRAY && list) {
                    document = true;
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        copy(parser, out);
                    }
                } else {
                    parser.skipChildren();
                }
            }
        }
        if (!document) {
            try (JsonParser parser =
                    JSON.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
                parser.nextToken();
                copy(parser, out);
            }
        }
    }

    private static void copy(JsonParser parser, Consumer<String> out) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.copyCurrentStructure(parser);
        }
        out.accept(text.toString());
    }
}
