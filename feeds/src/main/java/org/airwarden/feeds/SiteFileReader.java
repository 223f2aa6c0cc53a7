package org.airwarden.feeds;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.airwarden.asterix.Definitions;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.model.Sensor;
import org.airwarden.modes.ErrorCorrection;
import org.airwarden.modes.IqFormat;
import org.jspecify.annotations.Nullable;

/**
 * Reads a site file: YAML 1.2, keys as in {@code docs/reference/site.md}. Unknown keys, values out
 * of range and names that nothing bears are refused with file, line, column and a remedy.
 */
public final class SiteFileReader {
    private static final String POSITION_EXAMPLE =
            "position: {latitude: 41.3, longitude: 2.1, height: 30}";

    private final List<Sensor> sensors = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();

    private SiteFileReader() {}

    /**
     * Reads a file.
     *
     * @throws SiteFileException if its contents cannot be used
     * @throws IOException if the file cannot be read
     */
    public static SiteFile read(Path file) throws IOException {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (CharacterCodingException wrong) {
            throw new SiteFileException(
                    file.toString(), 1, 1, "this is not text in UTF-8", "save it as UTF-8");
        }
    }

    /**
     * Reads a text.
     *
     * @param name what to call it in errors
     * @param text its contents
     * @throws SiteFileException if it cannot be used
     */
    public static SiteFile parse(String name, String text) {
        return new SiteFileReader().siteFile(YamlNode.parse(name, text));
    }

    private SiteFile siteFile(YamlNode root) {
        YamlNode.Fields top = root.fields("a site file").only("name", "date", "sensors", "sources");
        String name = top.need("name", "name: Barcelona").text("'name'");
        LocalDate date = top.has("date") ? date(top.need("date", "")) : null;
        for (YamlNode sensor : top.need("sensors", "sensors:").list("'sensors'")) {
            sensors.add(sensor(sensor));
        }
        if (top.has("sources")) {
            for (YamlNode source : top.need("sources", "").list("'sources'")) {
                sources.add(source(source));
            }
        }
        return new SiteFile(name, date, sensors, sources);
    }

    private static LocalDate date(YamlNode node) {
        try {
            return LocalDate.parse(node.text("'date'"));
        } catch (DateTimeParseException wrong) {
            throw node.wrong(
                    "'date' is '" + node.text("'date'") + "'",
                    "write year-month-day, as in 2023-05-02");
        }
    }

    private Sensor sensor(YamlNode node) {
        YamlNode.Fields fields =
                node.fields("a sensor")
                        .only(
                                "name",
                                "kind",
                                "sac",
                                "sic",
                                "position",
                                "accuracy",
                                "detection",
                                "clutter",
                                "period",
                                "range");
        YamlNode nameNode = fields.need("name", "name: Radar 1");
        String name = nameNode.text("'name'");
        if (sensors.stream().anyMatch(other -> other.name().equals(name))) {
            throw nameNode.wrong(
                    "two sensors are called '" + name + "'", "give each a name of its own");
        }
        YamlNode.@Nullable Fields accuracy = null;
        if (fields.has("accuracy")) {
            accuracy =
                    fields.need("accuracy", "")
                            .fields("'accuracy'")
                            .only("range", "azimuth", "elevation", "position");
        }
        if (fields.has("sac") != fields.has("sic")) {
            throw node.wrong(
                    "sensor '" + name + "' has one of 'sac' and 'sic'", "give both or neither");
        }
        Sensor.Kind kind = kind(fields.need("kind", "kind: radar"));
        check(name, kind, fields, accuracy);
        return new Sensor(
                sensors.size(),
                name,
                kind,
                fields.whole("sac", 0, 255),
                fields.whole("sic", 0, 255),
                placement(fields.at("position")),
                accuracyOf(accuracy, "range", 100_000, " metres"),
                StrictMath.toRadians(accuracyOf(accuracy, "azimuth", 45, " degrees")),
                StrictMath.toRadians(accuracyOf(accuracy, "elevation", 45, " degrees")),
                accuracyOf(accuracy, "position", 100_000, " metres"),
                fields.number("detection", 0.01, 1, ""),
                fields.number("clutter", 0, 1_000_000, " plots a scan"),
                fields.number("period", 0.01, 3_600, " seconds"),
                fields.number("range", 1, 10_000_000, " metres"));
    }

    /** Refuses what a kind of sensor cannot have, or cannot do without. */
    private static void check(
            String name,
            Sensor.Kind kind,
            YamlNode.Fields fields,
            YamlNode.@Nullable Fields accuracy) {
        if (kind == Sensor.Kind.DIRECTION_FINDER) {
            if (!fields.has("position")) {
                throw fields.need("kind", "")
                        .wrong(
                                "direction finder '" + name + "' has no 'position'",
                                "a direction says nothing without its place; add '"
                                        + POSITION_EXAMPLE
                                        + "'");
            }
            for (String key : List.of("range", "position")) {
                if (accuracy != null && accuracy.has(key)) {
                    throw accuracy.keyPlace(key)
                            .wrong(
                                    "direction finder '" + name + "' has an accuracy of " + key,
                                    "it measures directions alone; write 'azimuth' and 'elevation'");
                }
            }
        }
        if (kind == Sensor.Kind.OBSERVER) {
            if (accuracy != null && accuracy.has("elevation")) {
                throw accuracy.keyPlace("elevation")
                        .wrong(
                                "observer '" + name + "' has an accuracy of elevation",
                                "people tell heights; write 'azimuth', 'range' and 'position'");
            }
            for (String key : List.of("detection", "clutter", "period")) {
                if (fields.has(key)) {
                    throw fields.keyPlace(key)
                            .wrong(
                                    "observer '" + name + "' has a '" + key + "'",
                                    "leave it out: people report when they see something");
                }
            }
        }
    }

    private static double accuracyOf(
            YamlNode.@Nullable Fields accuracy, String key, double most, String unit) {
        return accuracy == null ? Double.NaN : accuracy.number(key, 1e-6, most, unit);
    }

    private static Sensor.Kind kind(YamlNode node) {
        return switch (node.text("'kind'")) {
            case "radar" -> Sensor.Kind.RADAR;
            case "surface-radar" -> Sensor.Kind.SURFACE_RADAR;
            case "adsb" -> Sensor.Kind.ADSB;
            case "mlat" -> Sensor.Kind.MLAT;
            case "system" -> Sensor.Kind.SYSTEM;
            case "direction-finder" -> Sensor.Kind.DIRECTION_FINDER;
            case "observer" -> Sensor.Kind.OBSERVER;
            default ->
                    throw node.wrong(
                            "'" + node.text("'kind'") + "' is no kind of sensor",
                            "write radar, surface-radar, adsb, mlat, system, direction-finder or"
                                    + " observer");
        };
    }

    private static @Nullable Frame placement(@Nullable YamlNode node) {
        return node == null ? null : Frame.tangent(position(node, "position"));
    }

    private static GeodeticPosition position(YamlNode node, String key) {
        YamlNode.Fields fields =
                node.fields("'" + key + "'").only("latitude", "longitude", "height");
        YamlNode latitude = fields.need("latitude", POSITION_EXAMPLE);
        YamlNode longitude = fields.need("longitude", POSITION_EXAMPLE);
        double height = fields.number("height", -1_000, 40_000_000, " metres");
        return GeodeticPosition.ofDegrees(
                angle(latitude, "latitude", 90, "NS", "41.300702 or 41°18'02.5\"N"),
                angle(longitude, "longitude", 180, "EW", "2.102058 or 2°06'07.4\"E"),
                Double.isNaN(height) ? 0 : height);
    }

    private static double angle(
            YamlNode node, String what, double most, String letters, String example) {
        String text = node.text("'" + what + "'");
        double degrees = Angles.degrees(text, letters);
        if (!(Math.abs(degrees) <= most)) {
            throw node.wrong(
                    "'" + what + "' is '" + text + "'",
                    "write degrees within " + (int) most + ", as in " + example);
        }
        return degrees;
    }

    private Source source(YamlNode node) {
        YamlNode.Fields fields =
                node.fields("a source")
                        .only(
                                "name",
                                "udp",
                                "tcp",
                                "file",
                                "rtl-tcp",
                                "frequency",
                                "rate",
                                "gain",
                                "correction",
                                "interface",
                                "format",
                                "framing",
                                "editions",
                                "sensor",
                                "sensors",
                                "reference",
                                "repair");
        YamlNode nameNode = fields.need("name", "name: radar feed");
        String name = nameNode.text("'name'");
        if (sources.stream().anyMatch(other -> other.name().equals(name))) {
            throw nameNode.wrong(
                    "two sources are called '" + name + "'", "give each a name of its own");
        }
        Transport transport = transport(node, fields);
        Format format = fields.has("format") ? format(fields.need("format", "")) : null;
        RecordingFormat framing = framing(fields);
        if (format == null && transport instanceof Transport.Udp) {
            format = Format.ASTERIX;
        }
        if (format == null && transport instanceof Transport.Tcp) {
            throw node.wrong(
                    "source '" + name + "' does not say what the stream holds",
                    "add 'format: beast', 'format: sbs' or 'format: readsb'");
        }
        if (transport instanceof Transport.RtlTcp) {
            if (format != null && format != Format.BEAST) {
                throw fields.keyPlace("format")
                        .wrong(
                                "'format' is '" + format.word() + "'",
                                "leave it out: rtl_tcp sends samples, and nothing else");
            }
            format = Format.BEAST;
        }
        GeodeticPosition reference =
                fields.has("reference")
                        ? position(fields.need("reference", ""), "reference")
                        : null;
        return new Source(
                sources.size(),
                name,
                transport,
                format,
                framing,
                fields.has("editions") ? editions(fields.need("editions", "")) : new TreeMap<>(),
                fields.has("sensor") ? sensorCalled(fields.need("sensor", "")) : -1,
                fields.has("sensors")
                        ? sensorOfCategory(fields.need("sensors", ""))
                        : new TreeMap<>(),
                reference,
                repair(fields, format, transport));
    }

    /** Which wrong bits are put right; of streams alone that hold messages with wrong bits. */
    private static ErrorCorrection repair(
            YamlNode.Fields fields, @Nullable Format format, Transport transport) {
        if (!fields.has("repair")) {
            return ErrorCorrection.NONE;
        }
        boolean frames = format == null || format == Format.BEAST || format == Format.AVR;
        if (!frames || transport instanceof Transport.RtlTcp) {
            throw fields.keyPlace("repair")
                    .wrong("'repair' stands where no Beast or AVR is", "leave it out");
        }
        YamlNode repair = fields.need("repair", "");
        ErrorCorrection chosen = ErrorCorrection.ofWord(repair.text("'repair'"));
        if (chosen == null) {
            throw repair.wrong(
                    "'repair' is '" + repair.text("'repair'") + "'", "write none, one or two");
        }
        return chosen;
    }

    private static Transport transport(YamlNode node, YamlNode.Fields fields) {
        long ways = Stream.of("udp", "tcp", "rtl-tcp", "file").filter(fields::has).count();
        if (ways != 1) {
            throw node.wrong(
                    ways == 0
                            ? "a source does not say where its bytes come from"
                            : "a source has more than one of 'udp', 'tcp', 'rtl-tcp' and 'file'",
                    "write one of 'udp: 239.1.2.3:8600', 'tcp: receiver.local:30005',"
                            + " 'rtl-tcp: localhost:1234' and 'file: night*.ast'");
        }
        if (fields.has("interface") && !fields.has("udp")) {
            throw fields.keyPlace("interface")
                    .wrong("'interface' stands without 'udp'", "it belongs to datagrams alone");
        }
        for (String key : List.of("frequency", "rate", "gain", "correction")) {
            if (fields.has(key) && !fields.has("rtl-tcp")) {
                throw fields.keyPlace(key)
                        .wrong(
                                "'" + key + "' stands without 'rtl-tcp'",
                                "it belongs to a radio receiver's samples alone");
            }
        }
        if (fields.has("file")) {
            YamlNode file = fields.need("file", "");
            String pattern = file.text("'file'");
            if (pattern.contains("/") || pattern.contains("\\")) {
                throw file.wrong(
                        "'file' is '" + pattern + "'",
                        "write the name without folders; * stands for any characters");
            }
            return new Transport.Recorded(pattern);
        }
        String key = Stream.of("udp", "tcp", "rtl-tcp").filter(fields::has).findFirst().orElse("");
        YamlNode address = fields.need(key, "");
        String text = address.text("'" + key + "'");
        int colon = text.lastIndexOf(':');
        int port = colon < 1 ? 0 : port(text.substring(colon + 1));
        if (port == 0) {
            throw address.wrong(
                    "'" + key + "' is '" + text + "'",
                    "write address:port, as in 239.1.2.3:8600, with a port from 1 to 65535");
        }
        String host = text.substring(0, colon);
        if (fields.has("rtl-tcp")) {
            return new Transport.RtlTcp(host, port, tuning(fields));
        }
        YamlNode networkInterface = fields.at("interface");
        return fields.has("udp")
                ? new Transport.Udp(
                        host,
                        port,
                        networkInterface == null ? null : networkInterface.text("'interface'"))
                : new Transport.Tcp(host, port);
    }

    private static RtlTuning tuning(YamlNode.Fields fields) {
        RtlTuning standard = RtlTuning.STANDARD;
        double frequency = fields.number("frequency", 1, 4_294, " MHz");
        double correction = fields.number("correction", -1_000, 1_000, " millionths");
        IqFormat format = standard.format();
        if (fields.has("rate")) {
            YamlNode rate = fields.need("rate", "");
            format =
                    switch (rate.text("'rate'")) {
                        case "2.4" -> IqFormat.U8_2400;
                        case "2.0", "2" -> IqFormat.U8_2000;
                        default ->
                                throw rate.wrong(
                                        "'rate' is '" + rate.text("'rate'") + "'",
                                        "write 2.4 or 2.0 (million samples a second)");
                    };
        }
        int gain = standard.gain();
        if (fields.has("gain")) {
            gain =
                    fields.need("gain", "").text("'gain'").equals("auto")
                            ? RtlTuning.AUTOMATIC
                            : (int) Math.round(10 * fields.number("gain", 0, 100, " dB"));
        }
        return new RtlTuning(
                Double.isNaN(frequency) ? standard.frequency() : Math.round(1e6 * frequency),
                format,
                gain,
                Double.isNaN(correction) ? standard.correction() : (int) Math.round(correction));
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            return port >= 1 && port <= 65_535 ? port : 0;
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    private static Format format(YamlNode node) {
        for (Format format : Format.values()) {
            if (format.word().equals(node.text("'format'"))) {
                return format;
            }
        }
        if (stamps(node.text("'format'")) != null) {
            return Format.BEAST;
        }
        throw node.wrong(
                "'" + node.text("'format'") + "' is no format",
                "write "
                        + Stream.of(Format.values())
                                .map(Format::word)
                                .collect(Collectors.joining(", "))
                        + ", beast-12mhz, beast-gps");
    }

    /** Returns Beast with its stamps where a format's name says what they are, or null. */
    private static @Nullable RecordingFormat stamps(String format) {
        RecordingFormat named = RecordingFormat.ofWord(format);
        return named == null || named.stamps() == RecordingFormat.Stamps.UNSAID ? null : named;
    }

    /** The framing, which the format's name says too where it tells of stamps. */
    private static @Nullable RecordingFormat framing(YamlNode.Fields fields) {
        if (fields.has("framing")) {
            return framing(fields.need("framing", ""));
        }
        YamlNode format = fields.at("format");
        return format == null ? null : stamps(format.text("'format'"));
    }

    private static RecordingFormat framing(YamlNode node) {
        RecordingFormat framing = RecordingFormat.ofWord(node.text("'framing'"));
        if (framing == null) {
            throw node.wrong(
                    "'" + node.text("'framing'") + "' is no framing",
                    "write "
                            + RecordingFormat.all().stream()
                                    .map(RecordingFormat::word)
                                    .collect(Collectors.joining(", "))
                            + ", or leave it out: it is found from the bytes");
        }
        return framing;
    }

    private static SortedMap<Integer, String> editions(YamlNode node) {
        TreeMap<Integer, String> editions = new TreeMap<>();
        for (Map.Entry<Integer, YamlNode> entry : byCategory(node, "'editions'").entrySet()) {
            String edition = entry.getValue().text("an edition");
            List<String> known = Definitions.editions(entry.getKey());
            if (!known.contains(edition)) {
                throw entry.getValue()
                        .wrong(
                                String.format(
                                        Locale.ROOT,
                                        "there is no edition %s of CAT%03d",
                                        edition,
                                        entry.getKey()),
                                known.isEmpty()
                                        ? "categories with editions are " + Definitions.categories()
                                        : "write one of " + String.join(", ", known));
            }
            editions.put(entry.getKey(), edition);
        }
        return editions;
    }

    private SortedMap<Integer, Integer> sensorOfCategory(YamlNode node) {
        TreeMap<Integer, Integer> sensorOf = new TreeMap<>();
        for (Map.Entry<Integer, YamlNode> entry : byCategory(node, "'sensors'").entrySet()) {
            sensorOf.put(entry.getKey(), sensorCalled(entry.getValue()));
        }
        return sensorOf;
    }

    private static SortedMap<Integer, YamlNode> byCategory(YamlNode node, String what) {
        TreeMap<Integer, YamlNode> values = new TreeMap<>();
        YamlNode.Fields fields = node.fields(what);
        for (Map.Entry<String, YamlNode> entry : fields.all().entrySet()) {
            int category = -1;
            if (entry.getKey().matches("[0-9]{1,3}")) {
                category = Integer.parseInt(entry.getKey());
            }
            if (category < 1 || category > 255) {
                throw fields.keyPlace(entry.getKey())
                        .wrong(
                                "'" + entry.getKey() + "' is no ASTERIX category",
                                "write three digits in quotes, as in \"048\"");
            }
            values.put(category, entry.getValue());
        }
        return values;
    }

    private int sensorCalled(YamlNode node) {
        String name = node.text("a sensor's name");
        for (Sensor sensor : sensors) {
            if (sensor.name().equals(name)) {
                return sensor.id();
            }
        }
        throw node.wrong(
                "no sensor is called '" + name + "'",
                "sensors are "
                        + sensors.stream().map(Sensor::name).collect(Collectors.joining(", ")));
    }
}
