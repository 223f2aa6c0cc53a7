package org.airwarden.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.airwarden.model.Input;
import org.airwarden.model.PictureChange;
import org.airwarden.model.PictureChange.SensorChanged;
import org.airwarden.model.PictureChange.SensorHealth;
import org.airwarden.model.Plot;
import org.airwarden.model.Sensor;
import org.airwarden.model.SensorReport;
import org.airwarden.model.ServiceMessage;
import org.airwarden.model.Settings;
import org.airwarden.model.Site;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Tick;
import org.airwarden.model.Time;
import org.airwarden.tracking.SensorQuality;

/**
 * Watches whether the sensors report. A sensor is silent after {@link Settings#silentPeriods} of
 * its own periods; a period is told by the site, or by the sensor itself, or is the usual one of
 * its kind. One that reports is as well as registration finds it.
 */
final class SensorMonitor {
    private static final int STATE_VERSION = 2;

    /** Below this a pause says nothing: an empty sky is quiet too (s). */
    private static final double SHORTEST_SILENCE = 5;

    private final TreeMap<Integer, Watch> watches = new TreeMap<>();
    private double silentPeriods = Settings.standard(0).silentPeriods();

    void accept(Input input, long clock, Consumer<PictureChange> changes) {
        switch (input) {
            case Site site -> replace(site);
            case Settings settings -> silentPeriods = settings.silentPeriods();
            case SensorReport report -> hear(report, clock, changes);
            case Tick _ -> watch(clock, changes);
        }
    }

    List<SensorStatus> statuses(List<SensorQuality> qualities) {
        Map<Integer, SensorQuality> known = new TreeMap<>();
        qualities.forEach(quality -> known.put(quality.sensor(), quality));
        List<SensorStatus> statuses = new ArrayList<>();
        watches.forEach((sensor, watch) ->
                statuses.add(
                        new SensorStatus(
                                sensor,
                                watch.health,
                                watch.last,
                                watch.reports,
                                known.get(sensor))));
        return statuses;
    }

    /** Takes in what tracking found out about the sensors; those that report change with it. */
    void learn(List<SensorQuality> qualities, long clock, Consumer<PictureChange> changes) {
        for (SensorQuality quality : qualities) {
            Watch watch = watches.get(quality.sensor());
            if (watch == null) {
                continue;
            }
            if (quality.heldOut()) {
                watch.well = SensorHealth.HELD_OUT;
            } else if (quality.significant()) {
                watch.well = SensorHealth.MISALIGNED;
            } else {
                watch.well = SensorHealth.GOOD;
            }
            if (watch.isWell()) {
                watch.become(watch.well, quality.sensor(), clock, changes);
            }
        }
    }

    private void replace(Site site) {
        watches.keySet().retainAll(site.sensors().stream().map(Sensor::id).toList());
        for (Sensor sensor : site.sensors()) {
            Watch watch = watches.computeIfAbsent(sensor.id(), _ -> new Watch());
            watch.placed = sensor.placement() != null;
            watch.period = Double.isNaN(sensor.period()) ? usualPeriod(sensor) : sensor.period();
        }
    }

    private static double usualPeriod(Sensor sensor) {
        return switch (sensor.kind()) {
            case RADAR -> 6;
            case SURFACE_RADAR, ADSB, MLAT -> 2;
            case SYSTEM -> 5;
            // Neither speaks unless there is something.
            case DIRECTION_FINDER, OBSERVER -> Double.POSITIVE_INFINITY;
        };
    }

    private void hear(SensorReport report, long clock, Consumer<PictureChange> changes) {
        Watch watch = watches.get(report.sensor());
        if (watch == null) {
            return;
        }
        watch.last = clock;
        watch.reports++;
        if (report instanceof ServiceMessage service && service.period() > 0) {
            watch.period = service.period();
        }
        if (!watch.placed && report instanceof Plot) {
            watch.become(SensorHealth.UNPLACED, report.sensor(), clock, changes);
        } else if (watch.placed || watch.health != SensorHealth.UNPLACED) {
            watch.become(watch.well, report.sensor(), clock, changes);
        }
    }

    private void watch(long clock, Consumer<PictureChange> changes) {
        watches.forEach((sensor, watch) -> {
            boolean heard = watch.last != Time.UNKNOWN;
            double limit = Math.max(SHORTEST_SILENCE, silentPeriods * watch.period);
            if (heard && Time.secondsBetween(watch.last, clock) > limit) {
                watch.become(SensorHealth.SILENT, sensor, clock, changes);
            }
        });
    }

    void write(StateOutput out) {
        out.putByte(STATE_VERSION);
        out.putDouble(silentPeriods);
        out.putInt(watches.size());
        watches.forEach((sensor, watch) -> {
            out.putInt(sensor);
            out.putEnum(watch.health);
            out.putEnum(watch.well);
            out.putBoolean(watch.placed);
            out.putDouble(watch.period);
            out.putLong(watch.last);
            out.putLong(watch.reports);
        });
    }

    static SensorMonitor read(StateInput in) {
        in.version("the sensors' health", STATE_VERSION);
        SensorMonitor monitor = new SensorMonitor();
        monitor.silentPeriods = in.takeDouble();
        int count = in.takeCount();
        for (int i = 0; i < count; i++) {
            int sensor = in.takeInt();
            Watch watch = new Watch();
            watch.health = in.takeEnum(SensorHealth.class);
            watch.well = in.takeEnum(SensorHealth.class);
            watch.placed = in.takeBoolean();
            watch.period = in.takeDouble();
            watch.last = in.takeLong();
            watch.reports = in.takeLong();
            monitor.watches.put(sensor, watch);
        }
        return monitor;
    }

    private static final class Watch {
        SensorHealth health = SensorHealth.WAITING;

        /** Its health while it reports, as registration finds it. */
        SensorHealth well = SensorHealth.GOOD;

        boolean placed;
        double period;
        long last = Time.UNKNOWN;
        long reports;

        boolean isWell() {
            return health == SensorHealth.GOOD
                    || health == SensorHealth.MISALIGNED
                    || health == SensorHealth.HELD_OUT;
        }

        void become(SensorHealth next, int sensor, long clock, Consumer<PictureChange> changes) {
            if (next != health) {
                health = next;
                changes.accept(new SensorChanged(clock, sensor, next));
            }
        }
    }
}
