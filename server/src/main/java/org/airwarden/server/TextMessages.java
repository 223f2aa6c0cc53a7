package org.airwarden.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.geodesy.World;
import org.airwarden.model.Origin;
import org.airwarden.model.Sensor;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;
import org.airwarden.model.Track;
import org.airwarden.model.TrackSource;
import org.airwarden.model.Transponder;
import org.airwarden.picture.SensorStatus;
import org.airwarden.tracking.SensorQuality;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes the text messages that {@code docs/reference/wire.md} specifies. Any thread. */
final class TextMessages {
    private static final int PROTOCOL = 1;
    private final JsonMapper json = JsonMapper.builder().build();

    String hello(Host host, String version) {
        HostStatus status = host.status();
        Map<String, Object> message = message("hello");
        message.put("protocol", PROTOCOL);
        message.put("version", version);
        message.put("title", host.title());
        message.put("mode", status.replay() ? "REPLAY" : "LIVE");
        message.put("origin", name(host.origin()));
        message.put("dateKnown", status.dateKnown());
        if (status.replay()) {
            putTime(message, "first", status.first());
            putTime(message, "last", status.last());
        }
        return json.writeValueAsString(message);
    }

    String status(HostStatus status, int tracks) {
        Map<String, Object> message = message("status");
        putTime(message, "time", status.time());
        if (status.replay()) {
            message.put("playing", status.playing());
            message.put("speed", status.speed());
            putTime(message, "first", status.first());
            putTime(message, "last", status.last());
        }
        if (status.time() != Time.UNKNOWN) {
            double behind = Time.secondsBetween(status.time(), status.last());
            message.put("behind", Math.max(0, StrictMath.round(behind * 10) / 10.0));
        }
        message.put("tracks", tracks);
        message.put("reportsPerSecond", StrictMath.round(status.reportsPerSecond() * 10) / 10.0);
        message.put("reports", status.reports());
        message.put("faults", status.faults());
        if (status.overload() != null) {
            message.put("overload", status.overload());
        }
        return json.writeValueAsString(message);
    }

    String sensors(Host host) {
        Map<Integer, SensorStatus> statuses = new HashMap<>();
        host.sensors().forEach(status -> statuses.put(status.sensor(), status));
        List<Map<String, Object>> sensors = new ArrayList<>();
        boolean earth = host.site().world() == World.EARTH;
        for (Sensor sensor : host.site().sensors()) {
            sensors.add(sensor(sensor, statuses.get(sensor.id()), earth));
        }
        Map<String, Object> message = message("sensors");
        message.put("sensors", sensors);
        return json.writeValueAsString(message);
    }

    private static Map<String, Object> sensor(
            Sensor sensor, @Nullable SensorStatus status, boolean earth) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", sensor.id());
        fields.put("name", sensor.name());
        fields.put(
                "type",
                switch (sensor.kind()) {
                    case RADAR -> "radar";
                    case SURFACE_RADAR -> "surface";
                    case ADSB -> "adsb";
                    case MLAT -> "mlat";
                    case SYSTEM -> "system";
                    case DIRECTION_FINDER -> "direction-finder";
                    case OBSERVER -> "observer";
                });
        Frame placement = sensor.placement();
        if (placement != null && earth) {
            GeodeticPosition at =
                    Wgs84.toGeodetic(placement.originX(), placement.originY(), placement.originZ());
            fields.put("latitude", at.latitudeDegrees());
            fields.put("longitude", at.longitudeDegrees());
        }
        putKnown(fields, "range", sensor.maximumRange());
        putKnown(fields, "period", sensor.period());
        if (sensor.sac() >= 0 && sensor.sic() >= 0) {
            fields.put("sac", sensor.sac());
            fields.put("sic", sensor.sic());
        }
        fields.put(
                "state",
                status == null ? "waiting" : status.health().name().toLowerCase(Locale.ROOT));
        fields.put("reports", status == null ? 0 : status.reports());
        if (status != null) {
            putTime(fields, "last", status.last());
            SensorQuality quality = status.quality();
            if (quality != null) {
                fields.put("quality", quality(quality));
            }
        }
        return fields;
    }

    /** What tracking found out about a sensor; degrees for the azimuth, as people read it. */
    private static Map<String, Object> quality(SensorQuality quality) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("detection", quality.detection());
        fields.put("falsePlots", quality.falsePlots());
        fields.put("compared", quality.compared());
        if (quality.compared() > 0) {
            putBias(fields, "range", quality.range(), 1);
            putBias(fields, "scale", quality.scale(), 1);
            putBias(fields, "azimuth", quality.azimuth(), 180 / Math.PI);
            putBias(fields, "time", quality.time(), 1);
            putBias(fields, "east", quality.east(), 1);
            putBias(fields, "north", quality.north(), 1);
        }
        return fields;
    }

    private static void putBias(
            Map<String, Object> fields, String name, SensorQuality.Bias bias, double unit) {
        if (bias.sigma() > 0) {
            fields.put(name, List.of(bias.value() * unit, bias.sigma() * unit));
        }
    }

    String facts(Iterable<Track> tracks) {
        List<Map<String, Object>> list = new ArrayList<>();
        tracks.forEach(track -> list.add(facts(track)));
        Map<String, Object> message = message("facts");
        message.put("tracks", list);
        return json.writeValueAsString(message);
    }

    private static Map<String, Object> facts(Track track) {
        Transponder said = track.said();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", track.number().serial());
        if (said.hasAddress()) {
            fields.put("address", String.format(Locale.ROOT, "%06X", said.address()));
        }
        if (said.callSign() != null) {
            fields.put("callSign", said.callSign());
        }
        if (said.hasMode3A()) {
            fields.put("mode3A", String.format(Locale.ROOT, "%04o", said.mode3A()));
        }
        String emergency = emergency(said.emergency());
        if (emergency != null) {
            fields.put("emergency", emergency);
        }
        fields.put("identity", "pending");
        putTime(fields, "since", track.confirmed());
        fields.put("origin", name(track.origin()));
        List<Map<String, Object>> sources = new ArrayList<>();
        for (TrackSource source : track.sources()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("sensor", source.sensor());
            one.put("technology", name(source.technology()));
            putTime(one, "first", source.first());
            putTime(one, "last", source.last());
            one.put("reports", source.reports());
            sources.add(one);
        }
        fields.put("sources", sources);
        return fields;
    }

    String refused(String why) {
        Map<String, Object> message = message("refused");
        message.put("why", why);
        return json.writeValueAsString(message);
    }

    static String name(Origin origin) {
        return origin.name().toLowerCase(Locale.ROOT);
    }

    private static String name(Technology technology) {
        return switch (technology) {
            case PRIMARY -> "primary";
            case SECONDARY -> "secondary";
            case COMBINED, COMBINED_MODE_S -> "combined";
            case MODE_S -> "modeS";
            case ADSB -> "adsb";
            case MLAT -> "mlat";
            case SYSTEM_TRACK -> "system";
            case TISB -> "tisb";
            case ADSR -> "adsr";
            case STROBE -> "strobe";
            case OBSERVER -> "observer";
        };
    }

    private static @Nullable String emergency(Transponder.Emergency emergency) {
        return switch (emergency) {
            case NONE -> null;
            case GENERAL -> "7700";
            case NO_COMMUNICATION -> "7600";
            case UNLAWFUL_INTERFERENCE -> "7500";
            case MEDICAL -> "medical";
            case MINIMUM_FUEL -> "minimum fuel";
            case DOWNED -> "downed aircraft";
        };
    }

    private static Map<String, Object> message(String kind) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("kind", kind);
        return message;
    }

    private static void putTime(Map<String, Object> fields, String name, long time) {
        if (time != Time.UNKNOWN) {
            fields.put(name, Time.toMilliseconds(time));
        }
    }

    private static void putKnown(Map<String, Object> fields, String name, double value) {
        if (!Double.isNaN(value)) {
            fields.put(name, value);
        }
    }
}
