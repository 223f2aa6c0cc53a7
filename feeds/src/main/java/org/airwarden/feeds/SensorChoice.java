package org.airwarden.feeds;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.airwarden.geodesy.Frame;
import org.airwarden.model.Sensor;
import org.jspecify.annotations.Nullable;

/**
 * Which sensor of the site speaks in a record of a source: the one that the source names for the
 * category; else the one of that SAC and SIC whose kind speaks the category. Two systems may share
 * SAC and SIC, so the kind counts. One thread.
 */
final class SensorChoice {
    private final Source source;
    private final List<Sensor> sensors;
    private final @Nullable Frame reference;
    private final int[] lastCode = new int[256];
    private final int[] lastSensor = new int[256];

    SensorChoice(Source source, List<Sensor> sensors) {
        this.source = source;
        this.sensors = sensors;
        this.reference = source.reference() == null ? null : Frame.tangent(source.reference());
        Arrays.fill(lastCode, -1);
    }

    /** Returns the sensor's number, or -1 where the site has none. */
    int of(int category, int sac, int sic) {
        int code = sac << 8 | sic;
        if (lastCode[category] != code) {
            lastCode[category] = code;
            lastSensor[category] = find(category, sac, sic);
        }
        return lastSensor[category];
    }

    /** Returns the sensor of a source whose format has no SAC and SIC, or -1. */
    int ofReceiver() {
        return source.sensor() >= 0 ? source.sensor() : only(EnumSet.of(Sensor.Kind.ADSB));
    }

    /** Returns where the Cartesian positions of a sensor are counted from, or null. */
    @Nullable Frame reference(int sensor) {
        return reference != null ? reference : placement(sensor);
    }

    /** Returns a sensor's place, or null where it, or the sensor, is not known yet. */
    @Nullable Frame placement(int sensor) {
        return sensor < sensors.size() ? sensors.get(sensor).placement() : null;
    }

    private int find(int category, int sac, int sic) {
        int chosen = source.sensorChosenFor(category);
        if (chosen >= 0) {
            return chosen;
        }
        Set<Sensor.Kind> kinds = speakers(category);
        int found = -1;
        for (Sensor sensor : sensors) {
            if (sensor.sac() == sac && sensor.sic() == sic && kinds.contains(sensor.kind())) {
                if (found >= 0) {
                    return -1;
                }
                found = sensor.id();
            }
        }
        return found;
    }

    private int only(Set<Sensor.Kind> kinds) {
        int found = -1;
        for (Sensor sensor : sensors) {
            if (kinds.contains(sensor.kind())) {
                if (found >= 0) {
                    return -1;
                }
                found = sensor.id();
            }
        }
        return found;
    }

    /** Returns the kinds of sensor that speak a category. */
    static Set<Sensor.Kind> speakers(int category) {
        return switch (category) {
            case 1, 2, 34, 48 -> EnumSet.of(Sensor.Kind.RADAR);
            case 10 -> EnumSet.of(Sensor.Kind.SURFACE_RADAR, Sensor.Kind.MLAT);
            case 19, 20 -> EnumSet.of(Sensor.Kind.MLAT);
            case 21 -> EnumSet.of(Sensor.Kind.ADSB);
            case 62, 63, 65 -> EnumSet.of(Sensor.Kind.SYSTEM);
            case 205 -> EnumSet.of(Sensor.Kind.DIRECTION_FINDER);
            default -> EnumSet.noneOf(Sensor.Kind.class);
        };
    }
}
