package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the batteries. */
final class BatteryReader {
    private static final String OTHER = "other";

    private final Reading reading;
    private final Problems problems;
    private final PlaceReader places;

    BatteryReader(Reading reading) {
        this.reading = reading;
        problems = reading.problems();
        places = new PlaceReader(reading);
    }

    /** Returns the batteries; each needs a post that commands it. */
    List<Battery> batteries(Fields scenario, List<Post> posts) {
        List<Battery> batteries = new ArrayList<>();
        for (YamlTree node : scenario.list("batteries")) {
            Fields fields = new Fields(reading, "a battery", node);
            Battery battery = battery(fields);
            batteries.add(battery);
            if (posts.stream().noneMatch(post -> post.batteries().contains(battery.name()))
                    && !battery.name().isEmpty()) {
                problems.add(
                        fields.valuePlace("name"),
                        "no post commands battery '" + battery.name() + "', so it would never fire",
                        "name it under the 'batteries' of a post");
            }
        }
        return batteries;
    }

    private Battery battery(Fields fields) {
        String name = TrafficReader.name(fields, Names.Sort.BATTERY, "battery-south", reading);
        String system = fields.needText("system", "buk-m2e");
        if (!system.isEmpty()) {
            TrafficReader.classNamed(
                    fields.valuePlace("system"),
                    "system",
                    system,
                    reading.catalogue().systems().keySet(),
                    reading);
        }
        boolean never = "never".equals(text(fields, "reload"));
        Battery battery =
                new Battery(
                        name,
                        system,
                        places.place(fields, "at"),
                        fields.quantity("channels", Span.count(1, 1_000)),
                        fields.quantity("magazine", Span.count(0, 1_000_000)),
                        never
                                ? Quantity.fixed(Double.POSITIVE_INFINITY)
                                : fields.quantity("reload", Span.DELAY),
                        fields.quantity("reaction", Span.time(0, 3_600)),
                        fields.quantity("busy", Span.time(0, 3_600)),
                        chances(fields),
                        fields.whole("layer", 1, 20, 1),
                        fields.quantity("decays", Span.SHARE, Quantity.ZERO));
        fields.close();
        return battery;
    }

    private static String text(Fields fields, String key) {
        YamlTree node = fields.at(key);
        String text = node == null ? null : node.text();
        return text == null ? "" : text.strip();
    }

    private List<Battery.Chance> chances(Fields fields) {
        YamlTree node = fields.need("kill", "0.3..0.8");
        if (node == null) {
            return List.of();
        }
        List<Battery.Chance> chances = new ArrayList<>();
        Map<String, YamlTree.Field> kinds = node.fields();
        if (kinds == null || kinds.containsKey("lo")) {
            chances.add(new Battery.Chance(null, chance(node, "kill")));
            return chances;
        }
        Map<String, PlatformClass.Kind> words = new LinkedHashMap<>();
        for (PlatformClass.Kind kind : PlatformClass.Kind.values()) {
            words.put(Fields.written(kind), kind);
        }
        for (Map.Entry<String, YamlTree.Field> entry : kinds.entrySet()) {
            String word = entry.getKey();
            Quantity chance = chance(entry.getValue().value(), "kill against " + word);
            PlatformClass.Kind kind = words.get(word);
            if (kind == null && !word.equals(OTHER)) {
                List<String> known = new ArrayList<>(words.keySet());
                known.add(OTHER);
                problems.add(
                        entry.getValue().key(),
                        "'" + word + "' is no kind of target",
                        Nearest.advice(word, known));
            }
            chances.add(new Battery.Chance(kind, chance));
        }
        return chances;
    }

    /** A kill probability is never a bare fact, but where theory is checked. */
    private Quantity chance(YamlTree node, String key) {
        Quantity read = reading.quantities().read(node, key, Span.SHARE);
        if (read != null && read.isFixed() && reading.geometry()) {
            problems.add(
                    node,
                    "'" + key + "' is one value, and nobody knows a kill probability",
                    "write what it may be, as in '0.3..0.8'; one value is for 'geometry: false'"
                            + " alone");
        }
        return read == null ? Quantity.ZERO : read;
    }
}
