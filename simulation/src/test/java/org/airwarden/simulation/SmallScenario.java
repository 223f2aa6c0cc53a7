package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds scenarios for tests. */
final class SmallScenario {
    private final List<FlightOrder> flights = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();
    private final List<Wave> raid = new ArrayList<>();
    private final List<SensorSite> sensors = new ArrayList<>();
    private final List<DefendedArea> areas = new ArrayList<>();
    private final Map<String, PlatformClass> platforms = new TreeMap<>();
    private final Map<String, RadarClass> radars = new TreeMap<>();
    private double duration = 600;
    private boolean geometry = true;

    static Figure figure(double value) {
        return figure(Quantity.fixed(value));
    }

    static Figure figure(Quantity value) {
        return new Figure(value, Figure.Basis.ASSUMED, "test", "2026");
    }

    static Leg leg(double latitude, double longitude, double height, double speed) {
        return new Leg(
                Place.ofDegrees(latitude, longitude),
                Double.isNaN(height) ? null : Quantity.fixed(height),
                Double.isNaN(speed) ? null : Quantity.fixed(speed));
    }

    static Leg leg(double latitude, double longitude) {
        return leg(latitude, longitude, Double.NaN, Double.NaN);
    }

    static Answering answering(Answering.Equipment equipment) {
        return new Answering(equipment, -1, -1, null, false, false);
    }

    SmallScenario lasting(double seconds) {
        duration = seconds;
        return this;
    }

    SmallScenario withoutGeometry() {
        geometry = false;
        return this;
    }

    SmallScenario platform(
            String name,
            PlatformClass.Kind kind,
            double speed,
            double height,
            double crossSection,
            int fluctuation) {
        platforms.put(
                name,
                new PlatformClass(
                        name,
                        name,
                        kind,
                        figure(speed),
                        figure(height),
                        figure(crossSection),
                        fluctuation,
                        kind == PlatformClass.Kind.AIRCRAFT ? crossSection > 10 ? 150 : 1 : 0,
                        figure(30),
                        false));
        return this;
    }

    SmallScenario flight(
            String name, String platform, double begins, Answering answering, Leg... route) {
        flights.add(
                new FlightOrder(
                        name,
                        platform,
                        Side.CIVIL,
                        Quantity.fixed(begins),
                        Arrays.asList(route),
                        Quantity.ZERO,
                        answering,
                        false));
        return this;
    }

    SmallScenario flow(
            String name,
            String platform,
            double perHour,
            boolean already,
            double scatter,
            double unequipped,
            Leg... route) {
        flows.add(
                new Flow(
                        name,
                        platform,
                        Side.CIVIL,
                        Quantity.fixed(perHour),
                        already,
                        Arrays.asList(route),
                        scatter,
                        answering(Answering.Equipment.ADSB),
                        Quantity.fixed(unequipped)));
        return this;
    }

    SmallScenario wave(Wave wave) {
        raid.add(wave);
        return this;
    }

    static Wave wave(
            String name,
            String platform,
            double count,
            Quantity interval,
            double scatter,
            List<String> aims,
            double miss,
            Wave.@Nullable Release release,
            Leg... route) {
        return new Wave(
                name,
                platform,
                Quantity.fixed(count),
                Quantity.fixed(10),
                interval,
                Arrays.asList(route),
                scatter,
                aims,
                Quantity.fixed(miss),
                release,
                null,
                Answering.SILENT,
                null);
    }

    SmallScenario area(String name, double latitude, double longitude) {
        double d = 0.02;
        areas.add(
                new DefendedArea(
                        name,
                        DefendedArea.Kind.TOWN,
                        List.of(
                                Place.ofDegrees(latitude - d, longitude - d),
                                Place.ofDegrees(latitude + d, longitude - d),
                                Place.ofDegrees(latitude + d, longitude + d),
                                Place.ofDegrees(latitude - d, longitude + d)),
                        1_000,
                        Quantity.fixed(60),
                        0,
                        Quantity.ZERO));
        return this;
    }

    SmallScenario radarClass(
            String name,
            double range,
            double period,
            double rangeSigma,
            double azimuthSigma,
            double heightSigma) {
        radars.put(
                name,
                new RadarClass(
                        name,
                        name,
                        figure(range),
                        period,
                        1e-6,
                        rangeSigma,
                        azimuthSigma,
                        heightSigma,
                        300,
                        StrictMath.toRadians(1.5),
                        StrictMath.toRadians(-5),
                        StrictMath.toRadians(45)));
        return this;
    }

    SmallScenario sensor(SensorSite site) {
        sensors.add(site);
        return this;
    }

    static SensorSite site(
            String name,
            SensorSite.Kind kind,
            @Nullable String radar,
            double latitude,
            double longitude,
            double mast,
            double range,
            double secondaryRange,
            double detection,
            double falsePlots) {
        return new SensorSite(
                name,
                kind,
                radar,
                Place.ofDegrees(latitude, longitude),
                mast,
                range,
                secondaryRange,
                Quantity.fixed(detection),
                Quantity.ZERO,
                Quantity.ZERO,
                Quantity.ZERO,
                Quantity.fixed(falsePlots),
                Quantity.ZERO,
                true);
    }

    Scenario build() {
        return build(false);
    }

    /** Returns the scenario, with everything in the opposite order if asked for. */
    Scenario build(boolean turned) {
        return new Scenario(
                "small",
                "small",
                "",
                List.of(),
                1_767_225_600_000_000_000L,
                duration,
                0,
                Double.POSITIVE_INFINITY,
                geometry,
                new TerrainChoice.Smooth(),
                -55,
                new Catalogue(platforms, radars, Map.of()),
                order(flights, turned),
                order(flows, turned),
                order(raid, turned),
                order(sensors, turned),
                List.of(),
                List.of(),
                List.of(),
                order(areas, turned),
                List.of(),
                List.of(),
                List.of());
    }

    private static <T> List<T> order(List<T> list, boolean turned) {
        return turned ? list.reversed() : list;
    }
}
