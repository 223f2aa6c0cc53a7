package org.airwarden.tracking;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.model.Sensor;
import org.airwarden.model.Site;
import org.airwarden.model.SiteCodec;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.jspecify.annotations.Nullable;

/** What is known of each sensor, by its number. Not thread-safe. */
final class Sensors {
    private static final int MOST = 65_536;

    private final List<@Nullable SensorState> states = new ArrayList<>();

    Sensors() {}

    /**
     * Takes a site's sensors. What was learned of those known before is kept; one that is no longer
     * listed is kept too, since tracks may still count on it.
     */
    void install(Site site) {
        for (Sensor sensor : site.sensors()) {
            int id = sensor.id();
            if (id < 0 || id >= MOST) {
                throw new IllegalArgumentException(
                        "sensor "
                                + sensor.name()
                                + " has number "
                                + id
                                + "; numbers run from 0 to "
                                + (MOST - 1));
            }
            while (states.size() <= id) {
                states.add(null);
            }
            SensorState known = states.get(id);
            if (known == null) {
                states.set(id, new SensorState(sensor));
            } else {
                known.replace(sensor);
            }
        }
    }

    /** Returns a sensor, or null where none has the number. */
    @Nullable SensorState find(int id) {
        return id >= 0 && id < states.size() ? states.get(id) : null;
    }

    /** Returns a sensor that has part in a track, and therefore exists. */
    SensorState of(int id) {
        SensorState state = find(id);
        if (state == null) {
            throw new IllegalStateException("no sensor has number " + id);
        }
        return state;
    }

    void write(StateOutput out) {
        out.putInt(states.size());
        for (SensorState state : states) {
            out.putBoolean(state != null);
            if (state != null) {
                SiteCodec.writeSensor(state.sensor(), out);
                state.write(out);
            }
        }
    }

    static Sensors read(StateInput in) {
        Sensors sensors = new Sensors();
        int count = in.takeCount();
        for (int i = 0; i < count; i++) {
            sensors.states.add(
                    in.takeBoolean() ? SensorState.read(in, SiteCodec.readSensor(in)) : null);
        }
        return sensors;
    }
}
