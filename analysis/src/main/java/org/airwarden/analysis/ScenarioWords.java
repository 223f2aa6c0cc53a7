package org.airwarden.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.airwarden.model.Time;
import org.airwarden.simulation.Battery;
import org.airwarden.simulation.Catalogue;
import org.airwarden.simulation.DefendedArea;
import org.airwarden.simulation.Figure;
import org.airwarden.simulation.FlightOrder;
import org.airwarden.simulation.Flow;
import org.airwarden.simulation.Happening;
import org.airwarden.simulation.Link;
import org.airwarden.simulation.Post;
import org.airwarden.simulation.Quantity;
import org.airwarden.simulation.Scenario;
import org.airwarden.simulation.SensorSite;
import org.airwarden.simulation.Wave;
import org.jspecify.annotations.Nullable;

/** What a scenario says, as tables of a page. One thread. */
final class ScenarioWords {
    /** What holds for every scenario, because the program is made so. */
    private static final List<String> OF_THE_PROGRAM =
            List.of(
                    "Whatever flies is a point with speed, height and radar cross-section.",
                    "An engagement's outcome is drawn from a probability inside an envelope; no"
                            + " guidance is computed.",
                    "What is not known is drawn once a run, so that it is the same for all that a"
                            + " run asks it for.",
                    "People are spread evenly over the areas that hold them.");

    private final Scenario scenario;
    private final HtmlPage page;

    ScenarioWords(Scenario scenario, HtmlPage page) {
        this.scenario = scenario;
        this.page = page;
    }

    /** Writes what is there and who does what. */
    void tell() {
        page.heading("What the scenario says");
        page.paragraph(
                "It begins at "
                        + Time.toText(scenario.start())
                        + " and lasts "
                        + Decimals.brief(scenario.duration(), 1)
                        + " s. "
                        + (scenario.geometry()
                                ? "Places, distances and heights count."
                                : "Places do not count: every target is seen when it appears, and"
                                        + " can be engaged for its window."));
        raid();
        traffic();
        sensors();
        posts();
        batteries();
        areas();
        events();
    }

    private static String lower(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void section(String title, List<String> head, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            page.smallHeading(title);
            page.table(head, rows);
        }
    }

    private void raid() {
        List<List<String>> rows = new ArrayList<>();
        for (Wave wave : scenario.raid()) {
            Wave.Release release = wave.release();
            rows.add(
                    List.of(
                            wave.name(),
                            wave.platform(),
                            QuantityWords.of(wave.count()),
                            QuantityWords.of(wave.begins()),
                            QuantityWords.of(wave.interval()),
                            String.join(", ", wave.aims()),
                            release == null
                                    ? ""
                                    : QuantityWords.of(release.each()) + " " + release.platform()));
        }
        section(
                "The raid",
                List.of(
                        "wave",
                        "platform",
                        "count",
                        "begins (s)",
                        "interval (s)",
                        "aims",
                        "releases, each"),
                rows);
    }

    private void traffic() {
        List<List<String>> rows = new ArrayList<>();
        for (FlightOrder flight : scenario.flights()) {
            rows.add(
                    List.of(
                            flight.name(),
                            flight.platform(),
                            lower(flight.side()),
                            "once, " + QuantityWords.of(flight.begins()) + " s"));
        }
        for (Flow flow : scenario.flows()) {
            rows.add(
                    List.of(
                            flow.name(),
                            flow.platform(),
                            lower(flow.side()),
                            QuantityWords.of(flow.perHour()) + " an hour"));
        }
        section("Traffic", List.of("name", "platform", "side", "when"), rows);
    }

    private void sensors() {
        List<List<String>> rows = new ArrayList<>();
        for (SensorSite sensor : scenario.sensors()) {
            String radar = sensor.radar();
            rows.add(
                    List.of(
                            sensor.name(),
                            lower(sensor.kind()) + (radar == null ? "" : " (" + radar + ")"),
                            QuantityWords.of(sensor.detection()),
                            sensor.works() ? "" : "does not work at the start"));
        }
        section("Sensors", List.of("name", "kind", "detection", "remark"), rows);
    }

    private void posts() {
        List<List<String>> rows = new ArrayList<>();
        for (Post post : scenario.posts()) {
            rows.add(
                    List.of(
                            post.name(),
                            String.join(", ", post.links().stream().map(Link::from).toList()),
                            String.join(", ", post.batteries()),
                            lower(post.status()),
                            doctrine(post.doctrine()),
                            QuantityWords.of(post.crew().decision())));
        }
        section(
                "Command posts",
                List.of("name", "hears", "commands", "status", "doctrine", "decision (s)"),
                rows);
    }

    private static String doctrine(Post.Doctrine doctrine) {
        List<String> words = new ArrayList<>();
        words.add(doctrine.looks() + " salvos of " + doctrine.shots() + " at most");
        words.add("patience " + QuantityWords.of(doctrine.patience()) + " s");
        add(words, doctrine.confirmBySuperior(), "the superior confirms");
        add(words, doctrine.secondSource(), "a second sensor must hold it");
        add(words, doctrine.honoursCorridors(), "corridors are honoured");
        add(words, doctrine.checksRegistration(), "registration is checked");
        add(words, doctrine.asksFriend(), "friends are asked");
        words.add(doctrine.floor() ? "airliner's floor holds" : "no airliner's floor");
        return String.join("; ", words);
    }

    private static void add(List<String> words, boolean holds, String what) {
        if (holds) {
            words.add(what);
        }
    }

    private void batteries() {
        List<List<String>> rows = new ArrayList<>();
        for (Battery battery : scenario.batteries()) {
            rows.add(
                    List.of(
                            battery.name(),
                            battery.system(),
                            orClass(battery.channels()),
                            orClass(battery.magazine()),
                            String.join(
                                    "; ",
                                    battery.kill().stream().map(ScenarioWords::chance).toList())));
        }
        section(
                "Batteries",
                List.of("name", "system", "channels", "magazine", "kill probability (an input)"),
                rows);
    }

    private static String orClass(@Nullable Quantity quantity) {
        return quantity == null ? "as its class" : QuantityWords.of(quantity);
    }

    private static String chance(Battery.Chance chance) {
        var against = chance.against();
        return QuantityWords.of(chance.probability())
                + (against == null ? "" : " against " + lower(against));
    }

    private void areas() {
        List<List<String>> rows = new ArrayList<>();
        for (DefendedArea area : scenario.areas()) {
            rows.add(
                    List.of(
                            area.name(),
                            lower(area.kind()),
                            ExperimentSummary.brief(area.people()),
                            QuantityWords.of(area.shelter())));
        }
        section("Defended areas", List.of("name", "kind", "#people", "to shelter (s)"), rows);
    }

    private void events() {
        List<List<String>> rows = new ArrayList<>();
        for (Happening event : scenario.events()) {
            rows.add(
                    List.of(
                            QuantityWords.of(event.at()),
                            lower(event.what()),
                            event.to(),
                            QuantityWords.of(event.value())));
        }
        section("Events", List.of("at (s)", "what", "to", "value"), rows);
    }

    /** Writes what was assumed, each figure with its basis, and the sources. */
    void tellAssumptions() {
        page.heading("Assumptions");
        page.smallHeading("Of this scenario");
        page.list(scenario.assumptions().isEmpty() ? List.of("None.") : scenario.assumptions());
        page.smallHeading("Of the program");
        page.list(OF_THE_PROGRAM);
        List<List<String>> rows = new ArrayList<>();
        for (Catalogue.Entry entry : scenario.catalogue().figures()) {
            Figure figure = entry.figure();
            rows.add(
                    List.of(
                            entry.of(),
                            entry.what(),
                            entry.written(),
                            lower(figure.basis()),
                            figure.source(),
                            figure.date()));
        }
        section(
                "Figures of the classes, with their basis",
                List.of("class", "figure", "value", "basis", "source", "date"),
                rows);
        page.heading("Sources");
        page.list(scenario.sources().isEmpty() ? List.of("None.") : scenario.sources());
    }
}
