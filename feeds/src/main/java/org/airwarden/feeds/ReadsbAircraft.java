package org.airwarden.feeds;

import java.util.HexFormat;
import org.airwarden.model.Technology;
import org.airwarden.model.Transponder;
import org.airwarden.model.Transponder.Emergency;
import org.airwarden.model.Transponder.Ground;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One aircraft of readsb's or dump1090's JSON (README-json.md of readsb names the fields), filled
 * anew for each. Fields that are absent, or are not what they should be, are NaN, -1 or empty. One
 * thread.
 */
final class ReadsbAircraft {
    private int address;
    private boolean icaoAddress;
    private String type = "";
    private String flight = "";
    private int squawk;
    private String emergency = "";
    private double barometricFeet;
    private boolean onGround;
    private double geometricFeet;
    private double knots;
    private double track;
    private double barometricRate;
    private double geometricRate;
    private double latitude;
    private double longitude;
    private double seen;
    private double seenPosition;
    private int nacp;
    private double containment;

    /** Forgets the aircraft before. */
    void clear() {
        address = -1;
        icaoAddress = true;
        type = "";
        flight = "";
        squawk = -1;
        emergency = "";
        barometricFeet = Double.NaN;
        onGround = false;
        geometricFeet = Double.NaN;
        knots = Double.NaN;
        track = Double.NaN;
        barometricRate = Double.NaN;
        geometricRate = Double.NaN;
        latitude = Double.NaN;
        longitude = Double.NaN;
        seen = Double.NaN;
        seenPosition = Double.NaN;
        nacp = -1;
        containment = Double.NaN;
    }

    /** Takes the value of a field; the parser stands at it. */
    void take(String field, JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token.isStructStart()) {
            parser.skipChildren();
        } else if (token.isNumeric()) {
            number(field, parser.getDoubleValue());
        } else if (token == JsonToken.VALUE_STRING) {
            text(field, parser.getString());
        }
    }

    private void number(String field, double value) {
        switch (field) {
            case "alt_baro", "altitude" -> barometricFeet = value;
            case "alt_geom" -> geometricFeet = value;
            case "gs", "speed" -> knots = value;
            case "track" -> track = value;
            case "baro_rate", "vert_rate" -> barometricRate = value;
            case "geom_rate" -> geometricRate = value;
            case "lat" -> latitude = value;
            case "lon" -> longitude = value;
            case "seen" -> seen = value;
            case "seen_pos" -> seenPosition = value;
            case "nac_p" -> nacp = (int) value;
            case "rc" -> containment = value;
            default -> {}
        }
    }

    private void text(String field, String value) {
        switch (field) {
            case "hex" -> hex(value.strip());
            case "type" -> type = value;
            case "flight" -> flight = value;
            case "squawk" -> squawk = octal(value);
            case "emergency" -> emergency = value;
            case "alt_baro", "altitude" -> onGround = "ground".equals(value);
            default -> {}
        }
    }

    /** A tilde marks an address that ICAO did not allot. */
    private void hex(String value) {
        icaoAddress = !value.startsWith("~");
        String digits = icaoAddress ? value : value.substring(1);
        boolean sound =
                !digits.isEmpty()
                        && digits.length() <= 6
                        && digits.chars().allMatch(HexFormat::isHexDigit);
        address = sound ? HexFormat.fromHexDigits(digits) : -1;
    }

    private static int octal(String value) {
        return value.matches("[0-7]{4}") ? Integer.parseInt(value, 8) : -1;
    }

    boolean hasAddress() {
        return address > 0;
    }

    boolean hasPosition() {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }

    int address() {
        return address;
    }

    /** Returns what kind of message it comes from, by readsb's word, or "". */
    String type() {
        return type;
    }

    /** Returns the latitude (rad), or NaN. */
    double latitude() {
        return StrictMath.toRadians(latitude);
    }

    /** Returns the longitude (rad), or NaN. */
    double longitude() {
        return StrictMath.toRadians(longitude);
    }

    /** Returns how long before "now" the position (or, without one, anything) was heard (s). */
    double age() {
        double age = hasPosition() && !Double.isNaN(seenPosition) ? seenPosition : seen;
        return age >= 0 ? age : 0;
    }

    /** Returns the geometric height (m), or NaN. */
    double geometricHeight() {
        return geometricFeet * Units.FOOT;
    }

    /** Returns the velocity towards east (m/s), or NaN. */
    double east() {
        return knots * Units.KNOT * StrictMath.sin(StrictMath.toRadians(track));
    }

    /** Returns the velocity towards north (m/s), or NaN. */
    double north() {
        return knots * Units.KNOT * StrictMath.cos(StrictMath.toRadians(track));
    }

    /** Returns the vertical rate (m/s), or NaN. */
    double verticalRate() {
        return (Double.isNaN(barometricRate) ? geometricRate : barometricRate)
                * Units.FOOT_PER_MINUTE;
    }

    /** Returns the claimed standard deviation of the position (m), or NaN. */
    double sigma() {
        double byAccuracy = PositionAccuracy.ofNacp(nacp);
        return !Double.isNaN(byAccuracy) || !(containment > 0)
                ? byAccuracy
                : PositionAccuracy.ofContainment(containment);
    }

    Technology technology() {
        return switch (type) {
            case "mlat" -> Technology.MLAT;
            case "mode_s" -> Technology.MODE_S;
            default -> Technology.ADSB;
        };
    }

    Transponder said() {
        return Said.of(
                address,
                icaoAddress,
                squawk,
                flight,
                barometricFeet * Units.FOOT,
                onGround
                        ? Ground.ON_GROUND
                        : Double.isNaN(barometricFeet) ? Ground.UNKNOWN : Ground.AIRBORNE,
                emergencyState());
    }

    private Emergency emergencyState() {
        return switch (emergency) {
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
