package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads places, routes and outlines. Positions are no finer than a tenth of a degree (about 10 km)
 * unless an airport or a town is named: no laydown is to be taken for anyone's.
 */
final class PlaceReader {
    private static final Place NOWHERE = new Place(0, 0);
    private static final double GRID = 0.1;
    private static final double EARTH = 6_371_000;
    private static final int CORNERS = 12;
    private static final String EXAMPLE = "[33.4, 36.5]";

    private final Reading reading;
    private final Problems problems;

    PlaceReader(Reading reading) {
        this.reading = reading;
        problems = reading.problems();
    }

    /** Returns the place of a key; without geometry it need not be there. */
    Place place(Fields fields, String key) {
        if (!reading.geometry() && !fields.has(key)) {
            return NOWHERE;
        }
        YamlTree node = fields.need(key, EXAMPLE);
        return node == null ? NOWHERE : place(node);
    }

    /** Returns a place: a name, or latitude and longitude in degrees. */
    Place place(YamlTree node) {
        String name = node.text();
        if (name != null && !name.isBlank()) {
            Place known = Gazetteer.shipped().place(name);
            if (known == null) {
                problems.add(
                        node,
                        "no airport or town is known as '" + name + "'",
                        Gazetteer.shipped().advice(name));
            }
            return known == null ? NOWHERE : known;
        }
        List<YamlTree> members = node.members();
        if (members == null || members.size() != 2) {
            problems.add(
                    node,
                    "a place is " + node.sort(),
                    "write [latitude, longitude] in degrees, as in " + EXAMPLE + ", or a name");
            return NOWHERE;
        }
        double latitude = degrees(members.get(0), "latitude", 85);
        double longitude = degrees(members.get(1), "longitude", 180);
        return Place.ofDegrees(latitude, longitude);
    }

    private double degrees(YamlTree node, String what, int most) {
        String text = node.text();
        double value = Double.NaN;
        if (text != null && text.strip().matches("[-+]?\\d{1,3}(\\.\\d+)?")) {
            value = Double.parseDouble(text.strip());
        }
        if (!(Math.abs(value) <= most)) {
            problems.add(
                    node,
                    "the " + what + " is " + node.sort(),
                    "write degrees within " + most + ", north and east positive, as in 33.4");
            return 0;
        }
        double steps = value / GRID;
        if (Math.abs(steps - Math.rint(steps)) > 1e-6) {
            problems.add(
                    node,
                    "the " + what + " is '" + text + "', finer than a tenth of a degree",
                    String.format(
                            Locale.ROOT,
                            "write %.1f, or name an airport or a town",
                            Math.rint(steps) * GRID));
        }
        return value;
    }

    /** Returns a route; empty without geometry. */
    List<Leg> route(Fields fields, int least) {
        if (!reading.geometry()) {
            fields.refuse("route", "the scenario has no geometry", "leave it out");
            return List.of();
        }
        if (fields.need("route", "[{at: [33.1, 35.8]}, {at: Mezzeh}]") == null) {
            return List.of();
        }
        List<YamlTree> points = fields.list("route");
        List<Leg> route = new ArrayList<>();
        for (YamlTree point : points) {
            Leg leg = leg(point);
            if (!route.isEmpty() && route.getLast().at().equals(leg.at())) {
                problems.add(point, "a route stays where it is", "give each point another place");
            }
            route.add(leg);
        }
        YamlTree there = fields.valuePlace("route");
        if (there.members() != null && points.size() < least) {
            problems.add(
                    there,
                    "a route has " + points.size() + " of " + least + " points",
                    "write where it begins and where it ends, each a line with '- at: ...'");
        }
        return route;
    }

    private Leg leg(YamlTree point) {
        if (point.fields() == null) {
            return new Leg(place(point), null, null);
        }
        Fields fields = new Fields(reading, "a point of a route", point);
        YamlTree at = fields.need("at", EXAMPLE);
        Quantity height = fields.quantity("height", Span.HEIGHT);
        Quantity speed = fields.quantity("speed", Span.SPEED);
        fields.close();
        return new Leg(at == null ? NOWHERE : place(at), height, speed);
    }

    /** Returns an outline: corners, or twelve on a circle about a place. */
    List<Place> outline(Fields fields) {
        fields.has("radius");
        if (!reading.geometry() && !fields.has("outline") && !fields.has("around")) {
            return List.of();
        }
        YamlTree around = fields.at("around");
        YamlTree corners = fields.at("outline");
        if ((around == null) == (corners == null)) {
            problems.add(
                    fields.place(),
                    around == null ? "an area has no outline" : "an area has two outlines",
                    "write either 'outline:' with three corners or more, or 'around: Damascus' and"
                            + " 'radius: 8 km'");
            return List.of();
        }
        if (around != null) {
            double radius = fields.needNumber("radius", Span.length(100, 300_000));
            return circle(place(around), radius);
        }
        fields.refuse("radius", "the outline is given by its corners", "leave it out");
        return corners(fields, "outline", 3);
    }

    /** Returns the places of a list. */
    List<Place> corners(Fields fields, String key, int least) {
        List<Place> places = new ArrayList<>();
        for (YamlTree member : fields.list(key)) {
            places.add(place(member));
        }
        @Nullable YamlTree list = fields.at(key);
        if (list != null && list.members() != null && places.size() < least) {
            problems.add(
                    list,
                    "'" + key + "' has " + places.size() + " of " + least + " places",
                    "write at least " + least);
        }
        return places;
    }

    /** On a sphere, which is good to half a percent. */
    private static List<Place> circle(Place middle, double radius) {
        List<Place> corners = new ArrayList<>();
        for (int i = 0; i < CORNERS; i++) {
            double angle = 2 * StrictMath.PI * i / CORNERS;
            double north = radius * StrictMath.cos(angle) / EARTH;
            double east =
                    radius * StrictMath.sin(angle) / EARTH / StrictMath.cos(middle.latitude());
            corners.add(new Place(middle.latitude() + north, middle.longitude() + east));
        }
        return corners;
    }
}
