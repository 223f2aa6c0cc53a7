package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.simulation.PlatformClass.Kind;
import org.jspecify.annotations.Nullable;

/** Reads what attacks. A raid is drawn from its description and never searched for. */
final class RaidReader {
    private final Reading reading;
    private final Problems problems;
    private final PlaceReader places;
    private final TrafficReader traffic;

    RaidReader(Reading reading, TrafficReader traffic) {
        this.reading = reading;
        this.traffic = traffic;
        problems = reading.problems();
        places = new PlaceReader(reading);
    }

    List<Wave> raid(Fields scenario) {
        List<Wave> raid = new ArrayList<>();
        for (YamlTree node : scenario.list("raid")) {
            raid.add(wave(new Fields(reading, "a wave", node)));
        }
        return raid;
    }

    private Wave wave(Fields fields) {
        String name = TrafficReader.name(fields, Names.Sort.WAVE, "cruise", reading);
        String platform = weapon(fields, "platform", true);
        List<String> aims = aims(fields);
        // What releases something flies its route to the end; what is released goes for the aims.
        boolean goesForAims = !aims.isEmpty() && !fields.has("release");
        List<Leg> route = places.route(fields, goesForAims ? 1 : 2);
        Quantity window = fields.quantity("window", Span.DELAY);
        if (reading.geometry()) {
            fields.refuse(
                    "window", "geometry decides how long a target can be engaged", "leave it out");
        } else if (window == null) {
            fields.need("window", "30 s");
        }
        Wave wave =
                new Wave(
                        name,
                        platform,
                        fields.needQuantity("count", Span.count(1, 5_000)),
                        TrafficReader.begins(fields, reading),
                        fields.quantity("interval", Span.DELAY, Quantity.ZERO),
                        route,
                        fields.number("scatter", Span.length(0, 100_000), 0),
                        aims,
                        fields.quantity("miss", Span.length(0, 20_000), Quantity.ZERO),
                        release(fields, route.size()),
                        noise(fields),
                        traffic.answering(fields, Side.ATTACKER),
                        reading.geometry() ? null : window);
        fields.close();
        return wave;
    }

    private List<String> aims(Fields fields) {
        List<String> aims = fields.texts("aims");
        for (YamlTree aim : fields.list("aims")) {
            String text = aim.text();
            if (text != null && !text.isBlank()) {
                reading.names()
                        .refer(
                                aim,
                                text.strip(),
                                Names.Sort.AREA,
                                Names.Sort.SENSOR,
                                Names.Sort.POST,
                                Names.Sort.BATTERY);
            }
        }
        return aims;
    }

    private String weapon(Fields fields, String key, boolean mayBeManned) {
        String name = TrafficReader.platform(fields, key, reading);
        PlatformClass platform = reading.catalogue().platforms().get(name);
        if (platform != null && platform.mustNotBeHit()) {
            problems.add(
                    fields.valuePlace(key),
                    "'" + name + "' is an airliner or an ally, and stands in the raid",
                    "write it under 'flights' or 'flows', or choose another platform");
        } else if (platform != null
                && !mayBeManned
                && (platform.kind() == Kind.AIRCRAFT || platform.kind() == Kind.HELICOPTER)) {
            problems.add(
                    fields.valuePlace(key),
                    "'" + name + "' is manned, and nothing releases it",
                    "choose a weapon, a drone or a decoy");
        }
        return name;
    }

    private Wave.@Nullable Release release(Fields wave, int points) {
        YamlTree node = wave.at("release");
        if (node == null) {
            return null;
        }
        Fields fields = new Fields(reading, "a release", node);
        int most = Math.max(1, points);
        int point = fields.whole("at-point", 1, most, most);
        Wave.Release release =
                new Wave.Release(
                        weapon(fields, "platform", false),
                        fields.needQuantity("each", Span.count(1, 100)),
                        point - 1,
                        fields.quantity("interval", Span.DELAY, Quantity.ZERO));
        fields.close();
        return release;
    }

    private Wave.@Nullable Noise noise(Fields wave) {
        YamlTree node = wave.at("noise");
        if (node == null) {
            return null;
        }
        Fields fields = new Fields(reading, "'noise'", node);
        Wave.Noise noise =
                new Wave.Noise(
                        fields.needNumber("radius", Span.length(1_000, 500_000)),
                        fields.needQuantity("beam-share", Span.SHARE),
                        fields.needQuantity("side-share", Span.SHARE));
        fields.close();
        return noise;
    }
}
