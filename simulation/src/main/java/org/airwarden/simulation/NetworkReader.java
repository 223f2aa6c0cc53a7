package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airwarden.simulation.SensorSite.Kind;
import org.jspecify.annotations.Nullable;

/** Reads the sensors and the command posts. */
final class NetworkReader {
    private final Reading reading;
    private final Problems problems;
    private final PlaceReader places;

    NetworkReader(Reading reading) {
        this.reading = reading;
        problems = reading.problems();
        places = new PlaceReader(reading);
    }

    List<SensorSite> sensors(Fields scenario) {
        List<SensorSite> sensors = new ArrayList<>();
        for (YamlTree node : scenario.list("sensors")) {
            sensors.add(sensor(new Fields(reading, "a sensor", node)));
        }
        return sensors;
    }

    private SensorSite sensor(Fields fields) {
        String name = TrafficReader.name(fields, Names.Sort.SENSOR, "radar-south", reading);
        Kind kind = fields.needWord("kind", Kind.class, Kind.RADAR);
        String radar = null;
        double range = Double.NaN;
        Span reach = Span.length(100, 1_000_000);
        if (kind == Kind.RADAR) {
            radar = fields.needText("radar", "p-18-metric");
            if (!radar.isEmpty()) {
                TrafficReader.classNamed(
                        fields.valuePlace("radar"),
                        "radar class",
                        radar,
                        reading.catalogue().radars().keySet(),
                        reading);
            }
            range = fields.number("range", reach, Double.NaN);
        } else {
            fields.refuse("radar", "the sensor is none", "leave it out, or write 'kind: radar'");
            fields.refuse("secondary-range", "the sensor is no radar", "leave it out");
            range = fields.needNumber("range", reach);
        }
        SensorSite sensor =
                new SensorSite(
                        name,
                        kind,
                        radar,
                        places.place(fields, "at"),
                        fields.number("mast", Span.length(0, 500), 10),
                        range,
                        fields.number("secondary-range", Span.length(0, 500_000), 0),
                        fields.quantity("detection", Span.SHARE, Quantity.fixed(1)),
                        fields.quantity("north", Span.degrees(-360, 360), Quantity.ZERO),
                        fields.quantity("range-bias", Span.length(-10_000, 10_000), Quantity.ZERO),
                        fields.quantity("time-bias", Span.time(-60, 60), Quantity.ZERO),
                        fields.quantity("false-plots", Span.count(0, 1_000), Quantity.ZERO),
                        kind == Kind.OBSERVERS
                                ? fields.needQuantity("delay", Span.time(0, 3_600))
                                : fields.quantity("delay", Span.time(0, 3_600), Quantity.ZERO),
                        fields.flag("works", true));
        fields.close();
        return sensor;
    }

    /** Returns the posts, superiors first. */
    List<Post> posts(Fields scenario) {
        Map<String, Post> posts = new LinkedHashMap<>();
        Map<String, YamlTree> superiors = new LinkedHashMap<>();
        Map<String, String> commanders = new LinkedHashMap<>();
        for (YamlTree node : scenario.list("posts")) {
            Fields fields = new Fields(reading, "a post", node);
            Post post = post(fields, commanders);
            posts.put(post.name(), post);
            superiors.put(post.name(), fields.valuePlace("superior"));
        }
        return superiorsFirst(posts, superiors);
    }

    private Post post(Fields fields, Map<String, String> commanders) {
        String name = TrafficReader.name(fields, Names.Sort.POST, "sector-south", reading);
        String superior = fields.text("superior");
        if (superior != null && !superior.isEmpty()) {
            reading.names().refer(fields.valuePlace("superior"), superior, Names.Sort.POST);
        }
        List<Link> links = links(fields, name);
        List<String> batteries = fields.texts("batteries");
        for (YamlTree node : fields.list("batteries")) {
            String battery = node.text();
            if (battery == null) {
                continue;
            }
            reading.names().refer(node, battery.strip(), Names.Sort.BATTERY);
            String other = commanders.putIfAbsent(battery.strip(), name);
            if (other != null) {
                problems.add(
                        node,
                        "'" + battery + "' is commanded by '" + other + "' already",
                        "name it under one post alone");
            }
        }
        Post.Status status = fields.word("status", Post.Status.class, Post.Status.TIGHT);
        Post post =
                new Post(
                        name,
                        places.place(fields, "at"),
                        superior == null || superior.isEmpty() ? null : superior,
                        links,
                        batteries,
                        status,
                        fields.word("alone", Post.Status.class, status),
                        doctrine(fields),
                        crew(fields),
                        fields.flag("warns", false));
        if (reading.geometry() && links.isEmpty() && fields.place().fields() != null) {
            problems.add(
                    fields.place(),
                    "post '" + name + "' hears nobody, and would see nothing",
                    "add 'links: [a-sensor]'");
        }
        fields.close();
        return post;
    }

    private List<Link> links(Fields post, String name) {
        List<Link> links = new ArrayList<>();
        for (YamlTree node : post.list("links")) {
            String from;
            Quantity delay = Quantity.ZERO;
            Quantity loss = Quantity.ZERO;
            YamlTree place = node;
            if (node.text() != null) {
                from = node.text().strip();
            } else {
                Fields fields = new Fields(reading, "a link", node);
                from = fields.needText("from", "radar-south");
                place = fields.valuePlace("from");
                delay = fields.quantity("delay", Span.time(0, 600), delay);
                loss = fields.quantity("loss", Span.SHARE, loss);
                fields.close();
            }
            if (from.equals(name)) {
                problems.add(place, "post '" + name + "' hears itself", "leave this link out");
            } else if (!from.isEmpty()) {
                reading.names().refer(place, from, Names.Sort.SENSOR, Names.Sort.POST);
            }
            if (links.stream().anyMatch(link -> link.from().equals(from))) {
                problems.add(place, "'" + from + "' is heard twice", "keep one of the links");
            }
            links.add(new Link(from, delay, loss));
        }
        return links;
    }

    private Post.Doctrine doctrine(Fields post) {
        YamlTree node = post.at("doctrine");
        if (node == null) {
            return new Post.Doctrine(1, 1, Quantity.ZERO, false, false, false, false, false, true);
        }
        Fields fields = new Fields(reading, "'doctrine'", node);
        Post.Doctrine doctrine =
                new Post.Doctrine(
                        fields.whole("shots", 1, 16, 1),
                        fields.whole("looks", 1, 16, 1),
                        fields.quantity("patience", Span.time(0, 3_600), Quantity.ZERO),
                        fields.flag("confirm-by-superior", false),
                        fields.flag("second-source", false),
                        fields.flag("honours-corridors", false),
                        fields.flag("checks-registration", false),
                        fields.flag("asks-friend", false),
                        fields.flag("airliner-floor", true));
        fields.close();
        return doctrine;
    }

    private Post.Crew crew(Fields post) {
        @Nullable YamlTree node = post.at("crew");
        if (node == null) {
            return new Post.Crew(Quantity.ZERO, Quantity.fixed(1), Quantity.ZERO, Quantity.ZERO);
        }
        Fields fields = new Fields(reading, "'crew'", node);
        Post.Crew crew =
                new Post.Crew(
                        fields.needQuantity("decision", Span.time(0, 3_600)),
                        fields.quantity("alertness", Span.SHARE, Quantity.fixed(1)),
                        fields.quantity("lapse", Span.time(0, 3_600), Quantity.ZERO),
                        fields.quantity("release", Span.time(0, 3_600), Quantity.ZERO));
        fields.close();
        return crew;
    }

    private List<Post> superiorsFirst(Map<String, Post> posts, Map<String, YamlTree> superiors) {
        List<Post> sorted = new ArrayList<>();
        Map<String, Post> left = new LinkedHashMap<>(posts);
        while (!left.isEmpty()) {
            int before = left.size();
            left.values()
                    .removeIf(post -> {
                        String superior = post.superior();
                        boolean free = superior == null || !left.containsKey(superior);
                        if (free) {
                            sorted.add(post);
                        }
                        return free;
                    });
            if (left.size() == before) {
                Post first = left.values().iterator().next();
                YamlTree place = superiors.get(first.name());
                if (place != null) {
                    problems.add(
                            place,
                            "posts command each other in a circle: "
                                    + String.join(", ", left.keySet()),
                            "let one of them have no superior");
                }
                return List.copyOf(posts.values());
            }
        }
        return sorted;
    }
}
