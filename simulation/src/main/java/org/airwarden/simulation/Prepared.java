package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Terrain;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.identification.Identifier;
import org.airwarden.identification.Procedure;
import org.airwarden.warning.Outline;

/**
 * A scenario made ready for many runs: names found, outlines and corridors in frames of their own.
 * Immutable; any thread.
 */
final class Prepared {
    private static final double AIRPORT_REACH = 8_000;

    private final Scenario scenario;
    private final Terrain terrain;
    private final Simulator.Sensing sensing;
    private final List<Outline> outlines = new ArrayList<>();
    private final List<Band> airways = new ArrayList<>();
    private final List<Band> returns = new ArrayList<>();
    private final Map<String, Integer> sensors = new LinkedHashMap<>();
    private final Map<String, Integer> posts = new LinkedHashMap<>();
    private final Map<String, Integer> areas = new LinkedHashMap<>();
    private final List<Frame> sensorFrames = new ArrayList<>();
    private final List<Frame> batteryFrames = new ArrayList<>();
    private final Identifier strict = new Identifier(Procedure.standard());
    private final Identifier loose = new Identifier(Procedure.standard().withFloor(false));

    Prepared(Scenario scenario, Terrain terrain, Simulator.Sensing sensing) {
        this.scenario = scenario;
        this.terrain = terrain;
        this.sensing = sensing;
        for (DefendedArea area : scenario.areas()) {
            areas.put(area.name(), areas.size());
            if (scenario.geometry()) {
                outlines.add(
                        new Outline(
                                area.outline().stream()
                                        .map(at ->
                                                new GeodeticPosition(
                                                        at.latitude(), at.longitude(), 0))
                                        .toList()));
            }
        }
        for (Corridor corridor : scenario.corridors()) {
            (corridor.use() == Corridor.Use.AIRWAY ? airways : returns).add(new Band(corridor));
        }
        for (SensorSite sensor : scenario.sensors()) {
            sensors.put(sensor.name(), sensors.size());
            sensorFrames.add(frameAt(sensor.at()));
        }
        for (Post post : scenario.posts()) {
            posts.put(post.name(), posts.size());
        }
        for (Battery battery : scenario.batteries()) {
            batteryFrames.add(frameAt(battery.at()));
        }
    }

    private static Frame frameAt(Place at) {
        return Frame.tangent(new GeodeticPosition(at.latitude(), at.longitude(), 0));
    }

    Scenario scenario() {
        return scenario;
    }

    Simulator.Sensing sensing() {
        return sensing;
    }

    /** Returns how many areas have an outline: none without places. */
    int outlines() {
        return outlines.size();
    }

    Outline outline(int area) {
        return outlines.get(area);
    }

    List<Band> airways() {
        return airways;
    }

    List<Band> returns() {
        return returns;
    }

    /** Returns a sensor's place in the list, or -1. */
    int sensor(String name) {
        return sensors.getOrDefault(name, -1);
    }

    /** Returns a post's place in the list, or -1. */
    int post(String name) {
        return posts.getOrDefault(name, -1);
    }

    /** Returns an area's place in the list, or -1. */
    int area(String name) {
        return areas.getOrDefault(name, -1);
    }

    /** Returns the axes at a sensor: east, north, up on the ground below it. */
    Frame sensorFrame(int sensor) {
        return sensorFrames.get(sensor);
    }

    /** Returns the axes at a battery. */
    Frame batteryFrame(int battery) {
        return batteryFrames.get(battery);
    }

    /** Returns the class of a battery. */
    SystemClass system(Battery battery) {
        SystemClass system = scenario.catalogue().systems().get(battery.system());
        if (system == null) {
            throw new IllegalArgumentException("no system is called " + battery.system());
        }
        return system;
    }

    /** Tells whether a place is low over an airport. */
    boolean isAtAirport(double[] place, double height, double below) {
        if (!(height < below)) {
            return false;
        }
        double[] local = new double[3];
        for (int i = 0; i < outlines.size(); i++) {
            if (scenario.areas().get(i).kind() == DefendedArea.Kind.AIRPORT) {
                Outline outline = outlines.get(i);
                outline.frame().toLocal(place[0], place[1], place[2], local, 0);
                double reach = outline.radius() + AIRPORT_REACH;
                if (local[0] * local[0] + local[1] * local[1] <= reach * reach) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the height of the ground below a point in earth-centred axes (m). */
    double groundAt(double x, double y, double z) {
        if (terrain.isSmooth()) {
            return 0;
        }
        GeodeticPosition at = Wgs84.toGeodetic(x, y, z);
        return terrain.height(at.latitude(), at.longitude());
    }

    /** Returns what declares identities at a post. */
    Identifier identifier(Post post) {
        return post.doctrine().floor() ? strict : loose;
    }
}
