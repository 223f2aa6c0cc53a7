package org.airwarden.tracking;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.World;
import org.airwarden.model.Sensor;
import org.airwarden.model.Settings;
import org.airwarden.model.Site;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;

/** Frames, sites and settings as bytes. Stateless; any thread. */
final class InputState {
    private InputState() {}

    static void write(StateOutput out, Frame frame) {
        out.putDouble(frame.originX());
        out.putDouble(frame.originY());
        out.putDouble(frame.originZ());
        out.putDouble(frame.eastX());
        out.putDouble(frame.eastY());
        out.putDouble(frame.eastZ());
        out.putDouble(frame.northX());
        out.putDouble(frame.northY());
        out.putDouble(frame.northZ());
        out.putDouble(frame.upX());
        out.putDouble(frame.upY());
        out.putDouble(frame.upZ());
    }

    static Frame read(StateInput in) {
        return new Frame(
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble());
    }

    static void write(StateOutput out, Site site) {
        out.putLong(site.received());
        out.putText(site.name());
        out.putEnum(site.world());
        out.putInt(site.sensors().size());
        for (Sensor sensor : site.sensors()) {
            write(out, sensor);
        }
    }

    static void write(StateOutput out, Sensor sensor) {
        out.putInt(sensor.id());
        out.putText(sensor.name());
        out.putEnum(sensor.kind());
        out.putInt(sensor.sac());
        out.putInt(sensor.sic());
        Frame placement = sensor.placement();
        out.putBoolean(placement != null);
        if (placement != null) {
            write(out, placement);
        }
        out.putDouble(sensor.rangeSigma());
        out.putDouble(sensor.azimuthSigma());
        out.putDouble(sensor.elevationSigma());
        out.putDouble(sensor.positionSigma());
        out.putDouble(sensor.detectionProbability());
        out.putDouble(sensor.clutterPerScan());
        out.putDouble(sensor.period());
        out.putDouble(sensor.maximumRange());
    }

    static Sensor readSensor(StateInput in) {
        return new Sensor(
                in.takeInt(),
                textOrEmpty(in),
                in.takeEnum(Sensor.Kind.class),
                in.takeInt(),
                in.takeInt(),
                in.takeBoolean() ? read(in) : null,
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble());
    }

    static Site readSite(StateInput in) {
        long received = in.takeLong();
        String name = textOrEmpty(in);
        World world = in.takeEnum(World.class);
        int count = in.takeCount();
        List<Sensor> sensors = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            sensors.add(readSensor(in));
        }
        return new Site(received, name, world, sensors);
    }

    private static String textOrEmpty(StateInput in) {
        String text = in.takeText();
        return text == null ? "" : text;
    }

    static void write(StateOutput out, Settings settings) {
        out.putLong(settings.received());
        out.putInt(settings.missedScans());
        out.putDouble(settings.longestCoast());
        out.putDouble(settings.silentPeriods());
    }

    static Settings readSettings(StateInput in) {
        return new Settings(in.takeLong(), in.takeInt(), in.takeDouble(), in.takeDouble());
    }
}
