package org.airwarden.feeds;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airwarden.model.Technology;
import org.airwarden.model.Transponder;
import org.airwarden.model.Transponder.Emergency;
import org.airwarden.model.Transponder.Ground;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One aircraft of readsb's or dump1090's JSON (README-json.md of readsb names the fields), filled
 * anew for each: every field by its name, as it stood, in the order met. What is asked for and
 * absent, or not what it should be, is NaN, -1 or empty. One thread.
 */
final class ReadsbAircraft {
    /** Lists and objects within each other beyond this are passed over. */
    private static final int DEEPEST = 8;

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** Forgets the aircraft before. */
    void clear() {
        fields.clear();
    }

    /** Returns all fields: numbers, texts, truths, lists and maps of such. */
    Map<String, Object> fields() {
        return fields;
    }

    /** Takes the value of a field; the parser stands at it. */
    void take(String field, JsonParser parser) {
        Object value = value(parser, 0);
        if (value != null) {
            fields.put(field, value);
        }
    }

    /** Puts a field, as readsb names it; a number that is NaN is left out. */
    void put(String field, double value) {
        if (!Double.isNaN(value)) {
            fields.put(field, value);
        }
    }

    /** Puts a field; an empty text is left out. */
    void put(String field, String value) {
        if (!value.isEmpty()) {
            fields.put(field, value);
        }
    }

    /** Puts a list of texts. */
    void put(String field, List<String> value) {
        fields.put(field, List.copyOf(value));
    }

    private static @Nullable Object value(JsonParser parser, int depth) {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_ARRAY, START_OBJECT -> {
                if (depth < DEEPEST) {
                    yield parser.currentToken() == JsonToken.START_ARRAY
                            ? list(parser, depth)
                            : object(parser, depth);
                }
                parser.skipChildren();
                yield null;
            }
            default -> null;
        };
    }

    private static List<Object> list(JsonParser parser, int depth) {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            Object value = value(parser, depth + 1);
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }

    private static Map<String, Object> object(JsonParser parser, int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Object value = value(parser, depth + 1);
            if (value != null) {
                object.put(name, value);
            }
        }
        return object;
    }

    private double number(String field) {
        return fields.get(field) instanceof Double number ? number : Double.NaN;
    }

    /** Returns the number of the newer name, or else of dump1090's older one. */
    private double number(String field, String older) {
        return fields.get(field) instanceof Double number ? number : number(older);
    }

    private String text(String field) {
        return fields.get(field) instanceof String text ? text : "";
    }

    /** A tilde marks an address that ICAO did not allot. */
    private boolean isIcaoAddress() {
        return !text("hex").strip().startsWith("~");
    }

    private boolean isOnGround() {
        return text("alt_baro").equals("ground") || text("altitude").equals("ground");
    }

    private static int octal(String value) {
        return value.matches("[0-7]{4}") ? Integer.parseInt(value, 8) : -1;
    }

    /** Fills a row with what it says. */
    void fill(Row row) {
        row.address(address());
        row.put(Column.ICAO_ADDRESS, isIcaoAddress());
        row.put(Column.IDENTIFICATION, text("flight").strip());
        row.squawk(octal(text("squawk")));
        row.put(Column.LATITUDE, number("lat"));
        row.put(Column.LONGITUDE, number("lon"));
        row.put(Column.PRESSURE_HEIGHT, number("alt_baro", "altitude") * Units.FOOT);
        row.put(Column.GEOMETRIC_HEIGHT, geometricHeight());
        row.put(Column.GROUND_SPEED, knots() * Units.KNOT);
        row.put(Column.TRACK_ANGLE, number("track"));
        row.put(Column.VERTICAL_RATE, verticalRate());
        row.put(Column.ON_GROUND, isOnGround());
    }

    boolean hasAddress() {
        return address() > 0;
    }

    boolean hasPosition() {
        return Math.abs(number("lat")) <= 90 && Math.abs(number("lon")) <= 180;
    }

    /** Returns the 24-bit address, or -1. */
    int address() {
        String value = text("hex").strip();
        String digits = value.startsWith("~") ? value.substring(1) : value;
        boolean sound =
                !digits.isEmpty()
                        && digits.length() <= 6
                        && digits.chars().allMatch(HexFormat::isHexDigit);
        return sound ? HexFormat.fromHexDigits(digits) : -1;
    }

    /** Returns what kind of message it comes from, by readsb's word, or "". */
    String type() {
        return text("type");
    }

    /** Returns the latitude (rad), or NaN. */
    double latitude() {
        return StrictMath.toRadians(number("lat"));
    }

    /** Returns the longitude (rad), or NaN. */
    double longitude() {
        return StrictMath.toRadians(number("lon"));
    }

    /** Returns how long before "now" the position (or, without one, anything) was heard (s). */
    double age() {
        double position = number("seen_pos");
        double age = hasPosition() && !Double.isNaN(position) ? position : number("seen");
        return age >= 0 ? age : 0;
    }

    /** Returns the geometric height (m), or NaN. */
    double geometricHeight() {
        return number("alt_geom") * Units.FOOT;
    }

    /** Returns the velocity towards east (m/s), or NaN. */
    double east() {
        return knots() * Units.KNOT * StrictMath.sin(StrictMath.toRadians(number("track")));
    }

    /** Returns the velocity towards north (m/s), or NaN. */
    double north() {
        return knots() * Units.KNOT * StrictMath.cos(StrictMath.toRadians(number("track")));
    }

    private double knots() {
        return number("gs", "speed");
    }

    /** Returns the vertical rate (m/s), or NaN. */
    double verticalRate() {
        double barometric = number("baro_rate", "vert_rate");
        return (Double.isNaN(barometric) ? number("geom_rate") : barometric)
                * Units.FOOT_PER_MINUTE;
    }

    /** Returns the claimed standard deviation of the position (m), or NaN. */
    double sigma() {
        double nacp = number("nac_p");
        double containment = number("rc");
        double byAccuracy = PositionAccuracy.ofNacp(Double.isNaN(nacp) ? -1 : (int) nacp);
        if (!Double.isNaN(byAccuracy)) {
            return byAccuracy;
        }
        if (containment > 0) {
            return PositionAccuracy.ofContainment(containment);
        }
        return nacp == 0 && number("version") > 0 ? PositionAccuracy.ofNoAccuracy() : Double.NaN;
    }

    Technology technology() {
        return switch (type()) {
            case "mlat" -> Technology.MLAT;
            case "mode_s" -> Technology.MODE_S;
            case "tisb_icao", "tisb_trackfile", "tisb_other" -> Technology.TISB;
            case "adsr_icao", "adsr_other" -> Technology.ADSR;
            default -> Technology.ADSB;
        };
    }

    Transponder said() {
        double feet = number("alt_baro", "altitude");
        boolean onGround = isOnGround();
        return Said.of(
                address(),
                isIcaoAddress(),
                octal(text("squawk")),
                text("flight"),
                feet * Units.FOOT,
                onGround ? Ground.ON_GROUND : Double.isNaN(feet) ? Ground.UNKNOWN : Ground.AIRBORNE,
                emergencyState());
    }

    private Emergency emergencyState() {
        return switch (text("emergency")) {
            case "general" -> Emergency.GENERAL;
            case "lifeguard" -> Emergency.MEDICAL;
            case "minfuel" -> Emergency.MINIMUM_FUEL;
            case "nordo" -> Emergency.NO_COMMUNICATION;
            case "unlawful" -> Emergency.UNLAWFUL_INTERFERENCE;
            case "downed" -> Emergency.DOWNED;
            default -> Emergency.NONE;
        };
    }

    /** Fills it from the parser, which stands at the start of the aircraft's object. */
    void read(JsonParser parser) {
        clear();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            take(field, parser);
        }
    }

    /** Returns the token's number, or NaN where it is none. */
    static double number(@Nullable JsonToken token, JsonParser parser) {
        return token != null && token.isNumeric() ? parser.getDoubleValue() : Double.NaN;
    }
}
