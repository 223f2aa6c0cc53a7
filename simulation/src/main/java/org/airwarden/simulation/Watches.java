package org.airwarden.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.airwarden.geodesy.Terrain;
import org.jspecify.annotations.Nullable;

/**
 * The sensors of a scenario, prepared once for all its runs: what each can see from where it
 * stands, and how probable detection is by distance. Immutable; any thread.
 */
final class Watches {
    /** Batches a turn where plots are measured, as radars send them. */
    static final int SECTORS = 32;

    /** Batches a turn where only detection counts. */
    static final int FEW_SECTORS = 8;

    private static final int CASES = 5;

    private final List<Sight> sights = new ArrayList<>();
    private final double start;

    /** What is known of a sensor before a run. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sight(
            SensorSite site,
            @Nullable RadarClass radar,
            Outlook outlook,
            DetectionCurve[] curves) {}

    /**
     * Prepares.
     *
     * @param terrain the ground, which is shared by all runs
     */
    Watches(Scenario scenario, Terrain terrain) {
        start = scenario.start() * 1e-9;
        Map<Double, DetectionCurve[]> curves = new LinkedHashMap<>();
        for (SensorSite site : scenario.sensors()) {
            RadarClass radar = null;
            DetectionCurve[] own = {};
            double range = site.range();
            if (site.kind() == SensorSite.Kind.RADAR) {
                radar = radarOf(scenario, site);
                own = curves.computeIfAbsent(radar.falseAlarm(), Watches::curves);
                // A large aircraft's echo reaches 2.5 times as far as that of 1 m².
                range =
                        Math.max(
                                Double.isNaN(range) ? 2.5 * radar.range().value().hi() : range,
                                site.secondaryRange());
            }
            sights.add(new Sight(site, radar, new Outlook(site, terrain, range), own));
        }
    }

    private static RadarClass radarOf(Scenario scenario, SensorSite site) {
        RadarClass radar = scenario.catalogue().radars().get(String.valueOf(site.radar()));
        if (radar == null) {
            throw new IllegalArgumentException(
                    "radar '" + site.name() + "' is of the unknown class '" + site.radar() + "'");
        }
        return radar;
    }

    /** A class's range is the one at which 1 m² (Swerling 1) is detected half of the time. */
    private static DetectionCurve[] curves(double falseAlarm) {
        double reference = Detecting.signalToNoise(1, 1, falseAlarm, 0.5);
        DetectionCurve[] curves = new DetectionCurve[CASES];
        for (int fluctuation = 0; fluctuation < CASES; fluctuation++) {
            curves[fluctuation] = new DetectionCurve(fluctuation, 1, falseAlarm, reference);
        }
        return curves;
    }

    /**
     * Starts the sensors of a run, in the order of the scenario. For scenarios with geometry:
     * without, movers are nowhere, and what appears is seen.
     *
     * @param measures whether plots carry errors, merge, and are joined by false ones: what a
     *     picture needs; without, they tell who was detected and where that is
     */
    List<Watch> start(Sky sky, boolean measures) {
        List<Watch> watches = new ArrayList<>();
        for (Sight sight : sights) {
            int number = watches.size();
            watches.add(
                    switch (sight.site.kind()) {
                        case RADAR ->
                                new RadarWatch(
                                        number,
                                        sight.site,
                                        Objects.requireNonNull(sight.radar),
                                        sight.outlook,
                                        sight.curves,
                                        measures ? SECTORS : FEW_SECTORS,
                                        measures,
                                        sky);
                        case ADSB, MLAT ->
                                new ReceiverWatch(number, sight.site, sight.outlook, measures, sky);
                        case DIRECTION_FINDER, ACOUSTIC, OBSERVERS ->
                                new ListeningWatch(number, sight.site, sight.outlook, sky, start);
                    });
        }
        return watches;
    }

    /** Returns the aerial of a sensor: its place and the axes in which it measures. */
    Outlook outlook(int sensor) {
        return sights.get(sensor).outlook;
    }
}
