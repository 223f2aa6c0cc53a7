package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads a catalogue: {@code platforms}, {@code radars} and {@code systems}, each by name. Every
 * number is a figure with its basis, source and date, said beside it or once for the class under
 * {@code stated}.
 */
final class CatalogueReader {
    private static final Span RANGE = Span.length(100, 1_000_000);

    private final Problems problems;
    private final QuantityText quantities;
    private final Map<String, PlatformClass> platforms = new TreeMap<>();
    private final Map<String, RadarClass> radars = new TreeMap<>();
    private final Map<String, SystemClass> systems = new TreeMap<>();
    private final List<Catalogue.Entry> figures = new ArrayList<>();

    CatalogueReader(Problems problems) {
        this.problems = problems;
        quantities = new QuantityText(problems);
    }

    /** Begins with what another catalogue holds. */
    CatalogueReader with(Catalogue other) {
        platforms.putAll(other.platforms());
        radars.putAll(other.radars());
        systems.putAll(other.systems());
        figures.addAll(other.figures());
        return this;
    }

    Catalogue catalogue() {
        return new Catalogue(platforms, radars, systems, figures);
    }

    /** Adds what a file holds. */
    CatalogueReader add(YamlTree root) {
        Fields fields = new Fields(problems, quantities, "a catalogue", root);
        classes(fields, "platforms", "a platform", platforms, this::platform);
        classes(fields, "radars", "a radar class", radars, this::radar);
        classes(fields, "systems", "a system", systems, this::system);
        fields.close();
        return this;
    }

    private <T> void classes(
            Fields fields,
            String key,
            String what,
            Map<String, T> into,
            BiFunction<String, Part, T> reader) {
        YamlTree list = fields.at(key);
        if (list == null) {
            return;
        }
        if (list.fields() == null) {
            problems.add(list, "'" + key + "' is " + list.sort(), "write 'name:' lines under it");
            return;
        }
        for (Map.Entry<String, YamlTree.Field> entry : list.fields().entrySet()) {
            YamlTree at = entry.getValue().key();
            String name = entry.getKey();
            if (!Names.isName(name)) {
                problems.add(at, "'" + name + "' is no name", Names.nameRemedy());
            }
            if (platforms.containsKey(name)
                    || radars.containsKey(name)
                    || systems.containsKey(name)) {
                problems.add(
                        at, "the catalogue has a '" + name + "' already", "choose another name");
            }
            Part part =
                    new Part(
                            name, new Fields(problems, quantities, what, entry.getValue().value()));
            into.put(name, reader.apply(name, part));
            part.fields.close();
        }
    }

    private PlatformClass platform(String name, Part part) {
        Fields fields = part.fields;
        return new PlatformClass(
                name,
                fields.needText("title", name),
                fields.needWord("kind", PlatformClass.Kind.class, PlatformClass.Kind.AIRCRAFT),
                part.figure("speed", Span.SPEED),
                part.figure("height", new Span(Measure.HEIGHT, 0, 400_000)),
                part.figure("cross-section", new Span(Measure.AREA, 1e-4, 10_000)),
                (int) part.middle("fluctuation", Span.count(0, 4)),
                (int) Math.rint(part.middle("people", Span.count(0, 1_000))),
                part.figure("effect-radius", Span.length(0, 5_000)),
                fields.flag("must-not-be-hit", false));
    }

    private RadarClass radar(String name, Part part) {
        Fields fields = part.fields;
        return new RadarClass(
                name,
                fields.needText("title", name),
                part.figure("range", RANGE),
                part.middle("period", Span.time(0.1, 60)),
                part.middle("false-alarm", new Span(Measure.SHARE, 1e-12, 0.01)),
                part.middle("range-sigma", Span.length(0.1, 10_000)),
                part.middle("azimuth-sigma", Span.degrees(0.001, 20)),
                fields.has("height-sigma")
                        ? part.middle("height-sigma", Span.length(1, 10_000))
                        : Double.NaN,
                part.middle("range-cell", Span.length(1, 10_000)),
                part.middle("beam", Span.degrees(0.1, 60)),
                part.middle("lowest", Span.degrees(-5, 45)),
                part.middle("highest", Span.degrees(1, 90)));
    }

    private SystemClass system(String name, Part part) {
        Fields fields = part.fields;
        fields.refuse(
                "kill",
                "no catalogue states a kill probability",
                "write 'kill' in the scenario's battery, as an interval");
        SystemClass made =
                new SystemClass(
                        name,
                        fields.needText("title", name),
                        part.figure("minimum-range", Span.length(0, 100_000)),
                        part.figure("effective-range", RANGE),
                        part.figure("kinematic-range", RANGE),
                        part.figure("floor", new Span(Measure.HEIGHT, 0, 20_000)),
                        part.figure("ceiling", new Span(Measure.HEIGHT, 100, 60_000)),
                        part.figure("interceptor-speed", new Span(Measure.SPEED, 100, 3_000)),
                        part.figure("channels", Span.count(1, 100)),
                        part.figure("salvo-interval", Span.time(0, 600)),
                        part.figure("ready", Span.count(1, 1_000)),
                        part.figure("reload", Span.time(1, 86_400)),
                        part.figure("reaction", Span.time(0, 3_600)),
                        part.figure("set-up", Span.time(0, 604_800)),
                        fields.flag("largest-echo", false),
                        fields.needWord(
                                "confidence",
                                SystemClass.Confidence.class,
                                SystemClass.Confidence.CONTESTED));
        ordered(
                part,
                "minimum-range",
                made.minimumRange(),
                "effective-range",
                made.effectiveRange());
        ordered(
                part,
                "effective-range",
                made.effectiveRange(),
                "kinematic-range",
                made.kinematicRange());
        ordered(part, "floor", made.floor(), "ceiling", made.ceiling());
        return made;
    }

    private void ordered(Part part, String lower, Figure less, String upper, Figure more) {
        if (less.value().hi() > more.value().hi() || less.value().lo() > more.value().lo()) {
            problems.add(
                    part.fields.keyPlace(lower),
                    "'" + lower + "' of '" + part.name + "' is greater than its '" + upper + "'",
                    "look which of them is wrong");
        }
    }

    /** One class while it is read. */
    private final class Part {
        private final String name;
        private final Fields fields;
        private final @Nullable Fields stated;

        Part(String name, Fields fields) {
            this.name = name;
            this.fields = fields;
            YamlTree said = fields.at("stated");
            stated = said == null ? null : new Fields(problems, quantities, "'stated'", said);
        }

        double middle(String key, Span span) {
            return figure(key, span).value().mode();
        }

        Figure figure(String key, Span span) {
            YamlTree node =
                    fields.need(
                            key,
                            "{value: "
                                    + span.measure().example()
                                    + ", basis: estimate, source: .., date: 2020}");
            Quantity value = null;
            Fields from = stated;
            YamlTree inner = node == null ? null : node.at("value");
            if (node != null && inner != null) {
                Fields own =
                        new Fields(problems, quantities, "'" + key + "' of '" + name + "'", node);
                own.at("value");
                value = quantities.read(inner, key, span);
                from = own;
            } else if (node != null) {
                value = quantities.read(node, key, span);
            }
            if (node != null && from == null) {
                problems.add(
                        node,
                        "'" + key + "' of '" + name + "' does not say who says so",
                        "write {value: .., basis: claim, source: .., date: ..}, or 'stated' once for"
                                + " the class");
            }
            Figure figure = figure(value == null ? Quantity.fixed(span.least()) : value, from);
            if (node != null) {
                figures.add(
                        new Catalogue.Entry(
                                name, key, written(figure.value(), span.measure()), figure));
            }
            return figure;
        }

        private Figure figure(Quantity value, @Nullable Fields from) {
            if (from == null) {
                return new Figure(value, Figure.Basis.ASSUMED, "", "");
            }
            Figure figure =
                    new Figure(
                            value,
                            from.needWord("basis", Figure.Basis.class, Figure.Basis.ASSUMED),
                            from.needText("source", "who says so"),
                            date(from));
            from.close();
            return figure;
        }

        private String date(Fields from) {
            String date = from.needText("date", "2020");
            if (!date.isEmpty() && !date.matches("\\d{4}(-\\d{2}(-\\d{2})?)?")) {
                problems.add(
                        from.valuePlace("date"),
                        "'date' is '" + date + "'",
                        "write a year, a month or a day, as in 2018, 2018-10 or 2018-10-02");
            }
            return date;
        }
    }

    private static String written(Quantity value, Measure measure) {
        return value.isFixed()
                ? measure.written(value.lo())
                : measure.written(value.lo()) + " to " + measure.written(value.hi());
    }
}
