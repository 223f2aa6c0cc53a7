package org.airwarden.simulation;

import java.util.List;

/**
 * What a simulation is told: a place and a time, who flies, who attacks, who defends, who lives
 * beneath, and what goes wrong. Immutable; any thread. It says nothing of what anybody knows or
 * takes anything for: that arises in the run.
 *
 * <p>Names are unique within a scenario, over movers, sensors, posts, batteries and areas alike;
 * every name that is referred to exists. {@link ScenarioReader} holds that.
 *
 * @param name short name, as in {@code simulate NAME}
 * @param title one line
 * @param lesson what it teaches, a few sentences
 * @param sources where its facts come from
 * @param start when it begins (ns since 1970)
 * @param duration how long it lasts (s)
 * @param countFrom what appears before this is not counted (s): for streams that must first settle
 * @param countUntil what appears after this is not counted (s): for streams that go on
 * @param geometry whether places, distances and heights count. Without them every target is seen
 *     when it appears and can be engaged by every battery for its {@link Wave#window}: the form in
 *     which the kernel, posts and batteries are held against queueing and leakage theory
 * @param terrain the ground
 * @param pressureOffset pressure height less geometric height (m)
 * @param catalogue the platforms and systems that it names
 * @param flights single flights
 * @param flows streams of traffic
 * @param raid what attacks
 * @param sensors the sensors
 * @param posts the command posts, superiors first
 * @param batteries the batteries
 * @param corridors safe corridors and airways
 * @param areas defended areas and places with people
 * @param supplies supply routes
 * @param events what happens on the way
 * @param assumptions what was assumed for want of a source, one sentence each
 */
public record Scenario(
        String name,
        String title,
        String lesson,
        List<String> sources,
        long start,
        double duration,
        double countFrom,
        double countUntil,
        boolean geometry,
        TerrainChoice terrain,
        double pressureOffset,
        Catalogue catalogue,
        List<FlightOrder> flights,
        List<Flow> flows,
        List<Wave> raid,
        List<SensorSite> sensors,
        List<Post> posts,
        List<Battery> batteries,
        List<Corridor> corridors,
        List<DefendedArea> areas,
        List<SupplyRoute> supplies,
        List<Happening> events,
        List<String> assumptions) {
    /** Copies the lists. */
    public Scenario {
        sources = List.copyOf(sources);
        flights = List.copyOf(flights);
        flows = List.copyOf(flows);
        raid = List.copyOf(raid);
        sensors = List.copyOf(sensors);
        posts = List.copyOf(posts);
        batteries = List.copyOf(batteries);
        corridors = List.copyOf(corridors);
        areas = List.copyOf(areas);
        supplies = List.copyOf(supplies);
        events = List.copyOf(events);
        assumptions = List.copyOf(assumptions);
    }
}
