package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airwarden.simulation.Happening.What;
import org.jspecify.annotations.Nullable;

/** Reads what happens on the way. */
final class EventReader {
    private static final Pattern LINK = Pattern.compile("(\\S+)\\s*<\\s*(\\S+)");

    private final Reading reading;
    private final Problems problems;

    EventReader(Reading reading) {
        this.reading = reading;
        problems = reading.problems();
    }

    List<Happening> events(Fields scenario, List<Post> posts) {
        List<Happening> events = new ArrayList<>();
        for (YamlTree node : scenario.list("events")) {
            events.add(event(new Fields(reading, "an event", node), posts));
        }
        return events;
    }

    private Happening event(Fields fields, List<Post> posts) {
        Quantity at = fields.needQuantity("at", Span.DELAY);
        if (at.lo() > reading.duration()) {
            problems.add(
                    fields.valuePlace("at"),
                    "it happens after the scenario's end",
                    "the scenario lasts " + Measure.TIME.written(reading.duration()));
        }
        What what = fields.needWord("what", What.class, What.SENSOR_LOST);
        String to = fields.needText("to", "radar-south");
        YamlTree place = fields.valuePlace("to");
        if (!to.isEmpty() && fields.has("what")) {
            if (what == What.LINK_LOST || what == What.LINK_BACK) {
                link(place, to, posts);
            } else {
                target(place, to, what);
            }
        }
        Span span = span(what);
        Quantity value = Quantity.ZERO;
        if (span != null) {
            value = fields.needQuantity("by", span);
        } else {
            fields.refuse("by", Fields.written(what) + " takes no amount", "leave it out");
        }
        fields.close();
        return new Happening(at, what, to, value);
    }

    private void target(YamlTree place, String to, What what) {
        Names names = reading.names();
        switch (what) {
            case SENSOR_TURNED, SENSOR_LOST, SENSOR_BACK ->
                    names.refer(place, to, Names.Sort.SENSOR);
            case POST_LOST, STATUS_FREE, STATUS_TIGHT, STATUS_HOLD ->
                    names.refer(place, to, Names.Sort.POST);
            case BATTERY_LOST -> names.refer(place, to, Names.Sort.BATTERY);
            case FRIEND_ANSWER_DEAD, TRANSPONDER_DEAD -> names.refer(place, to, Names.Sort.FLIGHT);
            case GNSS_LOST, GNSS_FALSE, GNSS_BACK -> names.refer(place, to, Names.Sort.AREA);
            case LINK_LOST, LINK_BACK -> throw new IllegalStateException("a link has two ends");
        }
    }

    private void link(YamlTree place, String to, List<Post> posts) {
        Matcher matcher = LINK.matcher(to);
        boolean known =
                matcher.matches()
                        && posts.stream()
                                .filter(post -> post.name().equals(matcher.group(1)))
                                .flatMap(post -> post.links().stream())
                                .anyMatch(link -> link.from().equals(matcher.group(2)));
        if (!known) {
            List<String> links =
                    posts.stream()
                            .flatMap(post ->
                                    post.links().stream()
                                            .map(link -> post.name() + " < " + link.from()))
                            .toList();
            problems.add(
                    place,
                    "there is no link '" + to + "'",
                    links.isEmpty()
                            ? "the scenario has no links"
                            : "write 'post < whom it hears': " + Nearest.advice(to, links));
        }
    }

    private static @Nullable Span span(What what) {
        return switch (what) {
            case SENSOR_TURNED -> Span.degrees(-360, 360);
            case GNSS_LOST, GNSS_FALSE -> Span.length(1_000, 1_000_000);
            default -> null;
        };
    }
}
