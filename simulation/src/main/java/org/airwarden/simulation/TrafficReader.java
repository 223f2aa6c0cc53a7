package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.simulation.Answering.Equipment;
import org.jspecify.annotations.Nullable;

/** Reads who flies: single flights, streams of traffic, and what they answer. */
final class TrafficReader {
    private final Reading reading;
    private final Problems problems;
    private final PlaceReader places;

    TrafficReader(Reading reading) {
        this.reading = reading;
        problems = reading.problems();
        places = new PlaceReader(reading);
    }

    List<FlightOrder> flights(Fields scenario) {
        List<FlightOrder> flights = new ArrayList<>();
        for (YamlTree node : scenario.list("flights")) {
            flights.add(flight(new Fields(reading, "a flight", node)));
        }
        return flights;
    }

    private FlightOrder flight(Fields fields) {
        String name = name(fields, Names.Sort.FLIGHT, "il-20");
        Side side = side(fields);
        FlightOrder flight =
                new FlightOrder(
                        name,
                        platform(fields, "platform", reading),
                        side,
                        begins(fields, reading),
                        places.route(fields, 2),
                        fields.quantity("late", Span.time(-86_400, 86_400), Quantity.ZERO),
                        answering(fields, side),
                        fields.flag("returning", false));
        fields.close();
        return flight;
    }

    List<Flow> flows(Fields scenario) {
        List<Flow> flows = new ArrayList<>();
        for (YamlTree node : scenario.list("flows")) {
            flows.add(flow(new Fields(reading, "a flow", node)));
        }
        return flows;
    }

    private Flow flow(Fields fields) {
        String name = name(fields, Names.Sort.FLOW, "arrivals");
        Side side = side(fields);
        Flow flow =
                new Flow(
                        name,
                        platform(fields, "platform", reading),
                        side,
                        fields.needQuantity("per-hour", Span.count(0, 10_000)),
                        fields.flag("already", true),
                        places.route(fields, 2),
                        fields.number("scatter", Span.length(0, 100_000), 0),
                        answering(fields, side),
                        fields.quantity("unequipped", Span.SHARE, Quantity.ZERO));
        fields.close();
        return flow;
    }

    private Side side(Fields fields) {
        Side side = fields.needWord("side", Side.class, Side.CIVIL);
        if (side == Side.ATTACKER) {
            problems.add(
                    fields.valuePlace("side"),
                    "what attacks stands among the traffic",
                    "write it under 'raid:', or choose civil, defender or third-party");
        }
        return side;
    }

    private String name(Fields fields, Names.Sort sort, String example) {
        return name(fields, sort, example, reading);
    }

    /** Reads a name and notes who bears it. */
    static String name(Fields fields, Names.Sort sort, String example, Reading reading) {
        String name = fields.needText("name", example);
        if (!name.isEmpty()) {
            reading.names().bear(fields.valuePlace("name"), sort, name);
        }
        return name;
    }

    /** Reads when something begins, which has to be before the end. */
    static Quantity begins(Fields fields, Reading reading) {
        Quantity begins = fields.quantity("begins", Span.DELAY, Quantity.ZERO);
        if (begins.lo() > reading.duration()) {
            reading.problems()
                    .add(
                            fields.valuePlace("begins"),
                            "it begins after the scenario's end",
                            "the scenario lasts "
                                    + Measure.TIME.written(reading.duration())
                                    + ": write less, or a longer 'duration'");
        }
        return begins;
    }

    /** Reads the name of a platform class. */
    static String platform(Fields fields, String key, Reading reading) {
        String name = fields.needText(key, "airliner");
        if (!name.isEmpty()) {
            classNamed(
                    fields.valuePlace(key),
                    "platform",
                    name,
                    reading.catalogue().platforms().keySet(),
                    reading);
        }
        return name;
    }

    /** Notes that a class is used, or that the catalogue has none of that name. */
    static void classNamed(
            YamlTree at, String what, String name, java.util.Set<String> known, Reading reading) {
        if (known.contains(name)) {
            reading.namedClasses().add(name);
        } else {
            reading.problems()
                    .add(
                            at,
                            "the catalogue has no " + what + " '" + name + "'",
                            Nearest.advice(name, known));
        }
    }

    /** Reads what something answers; what its side usually does where nothing is said. */
    Answering answering(Fields fields, Side side) {
        Answering usual = usual(side);
        YamlTree node = fields.at("answers");
        if (node == null) {
            return usual;
        }
        if ("nothing".equals(node.text())) {
            return Answering.SILENT;
        }
        Fields answers = new Fields(reading, "'answers'", node);
        Equipment equipment = answers.word("transponder", Equipment.class, usual.equipment());
        int code =
                digits(answers, "code", "[0-7]{4}", 8, "four digits from 0 to 7, as in \"6760\"");
        int address =
                digits(
                        answers,
                        "address",
                        "[0-9A-Fa-f]{6}",
                        16,
                        "six hexadecimal digits, as in 73206F");
        String callSign = callSign(answers);
        Answering read =
                new Answering(
                        equipment,
                        code,
                        address,
                        callSign,
                        answers.flag("friend", usual.friend()),
                        answers.flag("planned", usual.planned()));
        boolean hasAddress = equipment == Equipment.MODE_S || equipment == Equipment.ADSB;
        if (!hasAddress) {
            answers.refuse("address", "its transponder has none", "leave it out, or write mode-s");
            answers.refuse(
                    "call-sign", "its transponder sends none", "leave it out, or write mode-s");
        }
        if (equipment == Equipment.NONE) {
            answers.refuse("code", "it has no transponder", "leave it out, or write mode-ac");
        }
        answers.close();
        return read;
    }

    private static Answering usual(Side side) {
        return switch (side) {
            case CIVIL -> new Answering(Equipment.ADSB, -1, -1, null, false, true);
            case DEFENDER -> new Answering(Equipment.MODE_AC, -1, -1, null, true, false);
            case THIRD_PARTY -> new Answering(Equipment.MODE_AC, -1, -1, null, false, false);
            case ATTACKER -> Answering.SILENT;
        };
    }

    private int digits(Fields answers, String key, String pattern, int radix, String remedy) {
        String text = answers.text(key);
        if (text == null || text.isEmpty()) {
            return -1;
        }
        if (!text.matches(pattern)) {
            problems.add(
                    answers.valuePlace(key), "'" + key + "' is '" + text + "'", "write " + remedy);
            return -1;
        }
        return Integer.parseInt(text, radix);
    }

    private @Nullable String callSign(Fields answers) {
        String text = answers.text("call-sign");
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!text.matches("[A-Z0-9]{1,8}")) {
            problems.add(
                    answers.valuePlace("call-sign"),
                    "'call-sign' is '" + text + "'",
                    "write up to eight capital letters and digits, as in IRA655");
            return null;
        }
        return text;
    }
}
