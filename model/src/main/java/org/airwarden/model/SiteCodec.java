package org.airwarden.model;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.World;
import org.jspecify.annotations.Nullable;

/**
 * {@link Site} with its sensors as versioned bytes. Equal sites give equal bytes. Stateless; any
 * thread.
 *
 * <p>Reading throws {@link StateException} where the bytes are damaged or of a newer version.
 */
public final class SiteCodec {
    private static final int VERSION = 1;

    private SiteCodec() {}

    /** Writes a site. */
    public static void write(Site site, StateOutput out) {
        out.putByte(VERSION);
        out.putLong(site.received());
        out.putText(site.name());
        out.putEnum(site.world());
        out.putInt(site.sensors().size());
        for (Sensor sensor : site.sensors()) {
            writeSensor(sensor, out);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static Site read(StateInput in) {
        in.version("a site", VERSION);
        long received = in.takeLong();
        String name = text(in, "a site");
        World world = in.takeEnum(World.class);
        List<Sensor> sensors = new ArrayList<>();
        for (int left = in.takeCount(); left > 0; left--) {
            sensors.add(readSensor(in));
        }
        return new Site(received, name, world, sensors);
    }

    /** Writes a sensor. */
    public static void writeSensor(Sensor sensor, StateOutput out) {
        out.putInt(sensor.id());
        out.putText(sensor.name());
        out.putEnum(sensor.kind());
        out.putInt(sensor.sac());
        out.putInt(sensor.sic());
        Frame placement = sensor.placement();
        out.putBoolean(placement != null);
        if (placement != null) {
            writeFrame(placement, out);
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

    /** Reads what {@link #writeSensor} wrote. */
    public static Sensor readSensor(StateInput in) {
        int id = in.takeInt();
        String name = text(in, "a sensor");
        Sensor.Kind kind = in.takeEnum(Sensor.Kind.class);
        int sac = in.takeInt();
        int sic = in.takeInt();
        @Nullable Frame placement = in.takeBoolean() ? readFrame(in) : null;
        return new Sensor(
                id,
                name,
                kind,
                sac,
                sic,
                placement,
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble());
    }

    /** Writes a frame: twelve numbers. */
    public static void writeFrame(Frame frame, StateOutput out) {
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

    /** Reads what {@link #writeFrame} wrote. */
    public static Frame readFrame(StateInput in) {
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

    private static String text(StateInput in, String what) {
        String text = in.takeText();
        if (text == null) {
            throw new StateException(what + " has no name");
        }
        return text;
    }
}
