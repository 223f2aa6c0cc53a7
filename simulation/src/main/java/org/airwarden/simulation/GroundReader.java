package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.List;

/** Reads what is beneath and between: areas, corridors, supply routes, the ground. */
final class GroundReader {
    private final Reading reading;
    private final Problems problems;
    private final PlaceReader places;

    GroundReader(Reading reading) {
        this.reading = reading;
        problems = reading.problems();
        places = new PlaceReader(reading);
    }

    List<DefendedArea> areas(Fields scenario) {
        List<DefendedArea> areas = new ArrayList<>();
        for (YamlTree node : scenario.list("areas")) {
            areas.add(area(new Fields(reading, "an area", node)));
        }
        return areas;
    }

    private DefendedArea area(Fields fields) {
        String name = TrafficReader.name(fields, Names.Sort.AREA, "damascus", reading);
        DefendedArea area =
                new DefendedArea(
                        name,
                        fields.needWord("kind", DefendedArea.Kind.class, DefendedArea.Kind.TOWN),
                        places.outline(fields),
                        fields.number("people", Span.count(0, 50_000_000), 0),
                        fields.quantity("shelter", Span.time(0, 86_400), Quantity.fixed(90)),
                        fields.whole("hits", 0, 1_000, 0),
                        fields.quantity("repair", Span.time(0, 31_536_000), Quantity.ZERO));
        fields.close();
        return area;
    }

    List<Corridor> corridors(Fields scenario) {
        List<Corridor> corridors = new ArrayList<>();
        for (YamlTree node : scenario.list("corridors")) {
            corridors.add(corridor(new Fields(reading, "a corridor", node)));
        }
        return corridors;
    }

    private Corridor corridor(Fields fields) {
        String name = TrafficReader.name(fields, Names.Sort.CORRIDOR, "return-west", reading);
        fields.need("axis", "[[33.4, 36.5], [34.5, 38.3]]");
        double floor = fields.number("floor", Span.HEIGHT, 0);
        double ceiling = fields.number("ceiling", Span.HEIGHT, Span.HEIGHT.most());
        if (floor >= ceiling) {
            problems.add(
                    fields.keyPlace("floor"),
                    "corridor '" + name + "' has its floor above its ceiling",
                    "write the lower height under 'floor'");
        }
        Corridor corridor =
                new Corridor(
                        name,
                        fields.needWord("use", Corridor.Use.class, Corridor.Use.AIRWAY),
                        places.corners(fields, "axis", 2),
                        fields.needNumber("half-width", Span.length(100, 100_000)),
                        floor,
                        ceiling);
        fields.close();
        return corridor;
    }

    List<SupplyRoute> supplies(Fields scenario) {
        List<SupplyRoute> supplies = new ArrayList<>();
        for (YamlTree node : scenario.list("supplies")) {
            Fields fields = new Fields(reading, "a supply route", node);
            String name = TrafficReader.name(fields, Names.Sort.SUPPLY, "air-bridge", reading);
            fields.need("by", "[damascus-airport]");
            for (YamlTree area : fields.list("by")) {
                String text = area.text();
                if (text != null) {
                    reading.names().refer(area, text.strip(), Names.Sort.AREA);
                }
            }
            supplies.add(
                    new SupplyRoute(
                            name,
                            fields.texts("by"),
                            fields.needNumber("per-hour", Span.count(0, 1_000))));
            fields.close();
        }
        return supplies;
    }

    TerrainChoice terrain(Fields scenario) {
        YamlTree node = scenario.at("terrain");
        if (node == null || "smooth".equals(node.text())) {
            return new TerrainChoice.Smooth();
        }
        Fields fields = new Fields(reading, "'terrain'", node);
        if ((fields.has("hills") == fields.has("grid")) && node.fields() != null) {
            problems.add(
                    node,
                    "'terrain' has not one of 'hills' and 'grid'",
                    "write 'terrain: smooth', 'terrain: {hills: {seed: 1, relief: 800 m, grain: 8"
                            + " km}}' or 'terrain: {grid: heights.asc}'");
        }
        String grid = fields.text("grid");
        YamlTree hills = fields.at("hills");
        fields.close();
        if (hills != null) {
            Fields made = new Fields(reading, "'hills'", hills);
            TerrainChoice choice =
                    new TerrainChoice.Synthetic(
                            made.whole("seed", 0, Integer.MAX_VALUE, 1),
                            made.needNumber("relief", new Span(Measure.LENGTH, 0, 6_000)),
                            made.needNumber("grain", new Span(Measure.LENGTH, 500, 100_000)));
            made.close();
            return choice;
        }
        return grid == null ? new TerrainChoice.Smooth() : new TerrainChoice.Grid(grid);
    }
}
