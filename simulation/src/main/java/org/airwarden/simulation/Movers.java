package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airwarden.geodesy.Terrain;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.simulation.MoverSource.Aim;

/**
 * All that flies in the runs of a scenario. What is the same for all runs is worked out once; a run
 * then draws its movers in microseconds each. A run's movers depend on the seed and the run's
 * number alone, and neither on the order of things in the scenario's file nor on threads.
 * Immutable; any thread.
 */
final class Movers {
    private final List<MoverSource> sources = new ArrayList<>();
    private final double finer;

    /**
     * Prepares.
     *
     * @param terrain the ground, which is shared by all runs
     */
    Movers(Scenario scenario, Terrain terrain) {
        this(scenario, terrain, 1);
    }

    /**
     * Prepares, with shorter pieces of paths, to show that this moves nothing.
     *
     * @param finer 1 for the usual length
     */
    Movers(Scenario scenario, Terrain terrain, double finer) {
        this.finer = finer;
        Map<String, PlatformClass> platforms = scenario.catalogue().platforms();
        Map<String, Aim> aims = aims(scenario);
        for (FlightOrder order : scenario.flights()) {
            Course course = new Course(known(platforms, order.platform()), order.route(), terrain);
            sources.add(new MoverSource.Single(order, course, RandomStream.nameOf(order.name())));
        }
        for (Flow flow : scenario.flows()) {
            Course course = new Course(known(platforms, flow.platform()), flow.route(), terrain);
            double longest = longest(flow, course.platform());
            double hours = (scenario.duration() + (flow.already() ? longest : 0)) / 3_600;
            int kept = (int) Math.clamp(1.5 * flow.perHour().hi() * hours + 10, 1, 50_000);
            sources.add(
                    new MoverSource.Stream(
                            flow,
                            course,
                            new MemberNames(flow.name(), kept),
                            RandomStream.nameOf(flow.name()),
                            scenario.duration(),
                            longest));
        }
        for (Wave wave : scenario.raid()) {
            Wave.Release release = wave.release();
            sources.add(
                    new Raiders(
                            wave,
                            new Course(known(platforms, wave.platform()), wave.route(), terrain),
                            release == null
                                    ? null
                                    : new Course(
                                            known(platforms, release.platform()),
                                            List.of(),
                                            terrain),
                            wave.aims().stream()
                                    .map(name -> aims.getOrDefault(name, new Aim(name, null)))
                                    .toList()));
        }
        sources.sort(Comparator.comparing(MoverSource::name));
    }

    /**
     * Draws a run's movers.
     *
     * @param seed of the experiment
     * @param run the run's number
     */
    List<Mover> draw(long seed, long run) {
        Drawing drawing = new Drawing(seed, run, new PathBuilder(finer));
        for (MoverSource source : sources) {
            source.draw(drawing);
        }
        return drawing.movers;
    }

    private static PlatformClass known(Map<String, PlatformClass> platforms, String name) {
        PlatformClass platform = platforms.get(name);
        if (platform == null) {
            throw new IllegalArgumentException("no platform is called '" + name + "'");
        }
        return platform;
    }

    /** An upper bound of how long a flight along a route lasts (s). */
    private static double longest(Flow flow, PlatformClass platform) {
        double[] from = new double[3];
        double[] to = new double[3];
        double slowest = Math.max(1, platform.speed().value().lo());
        double length = 0;
        for (int i = 0; i < flow.route().size(); i++) {
            Leg leg = flow.route().get(i);
            Wgs84.toEarthCentred(leg.at().latitude(), leg.at().longitude(), 0, to);
            if (i > 0) {
                double dx = to[0] - from[0];
                double dy = to[1] - from[1];
                double dz = to[2] - from[2];
                length += StrictMath.sqrt(dx * dx + dy * dy + dz * dz);
            }
            Quantity speed = leg.speed();
            if (speed != null) {
                slowest = Math.min(slowest, Math.max(1, speed.lo()));
            }
            System.arraycopy(to, 0, from, 0, 3);
        }
        return 1.1 * (length + 4 * flow.scatter()) / slowest;
    }

    /** All that can be aimed at: areas by their middle, and what stands at a place. */
    private static Map<String, Aim> aims(Scenario scenario) {
        Map<String, Aim> aims = new LinkedHashMap<>();
        for (DefendedArea area : scenario.areas()) {
            double[] place = new double[3];
            Course.middle(area.outline(), place);
            aims.put(area.name(), new Aim(area.name(), place));
        }
        scenario.posts().forEach(post -> put(aims, post.name(), post.at()));
        scenario.batteries().forEach(battery -> put(aims, battery.name(), battery.at()));
        scenario.sensors().forEach(sensor -> put(aims, sensor.name(), sensor.at()));
        return aims;
    }

    private static void put(Map<String, Aim> aims, String name, Place at) {
        double[] place = new double[3];
        Wgs84.toEarthCentred(at.latitude(), at.longitude(), 0, place);
        aims.put(name, new Aim(name, place));
    }
}
