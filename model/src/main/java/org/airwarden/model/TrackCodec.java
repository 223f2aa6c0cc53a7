package org.airwarden.model;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.geodesy.World;

/**
 * {@link Track} as versioned bytes. Equal tracks give equal bytes. Stateless; any thread.
 *
 * <p>Reading throws {@link StateException} where the bytes are damaged or of a newer version.
 */
public final class TrackCodec {
    /** Since 2 with motion and accuracy, since 3 with ballistic motion and doubt. */
    private static final int VERSION = 3;

    /** The state has six components: position and velocity. */
    private static final int SIZE = 6;

    private TrackCodec() {}

    /** Writes a track. */
    public static void write(Track track, StateOutput out) {
        out.putByte(VERSION);
        writeNumber(track.number(), out);
        out.putLong(track.time());
        out.putLong(track.began());
        out.putLong(track.confirmed());
        out.putLong(track.lastReport());
        out.putInt(track.missedUpdates());
        out.putEnum(track.world());
        writeKinematics(track.kinematics(), out);
        out.putBoolean(track.heightKnown());
        out.putEnum(track.motion().course());
        out.putBoolean(track.motion().accelerating());
        out.putEnum(track.motion().vertical());
        out.putBoolean(track.motion().ballistic());
        out.putDouble(track.accuracy());
        TransponderCodec.write(track.said(), out);
        out.putInt(track.sources().size());
        for (TrackSource source : track.sources()) {
            out.putInt(source.sensor());
            out.putEnum(source.technology());
            out.putLong(source.first());
            out.putLong(source.last());
            out.putInt(source.reports());
        }
        out.putEnum(track.origin());
        out.putBoolean(track.doubted());
    }

    /** Reads what {@link #write} wrote. */
    public static Track read(StateInput in) {
        int version = in.version("a track", VERSION);
        TrackNumber number = readNumber(in);
        long time = in.takeLong();
        long began = in.takeLong();
        long confirmed = in.takeLong();
        long lastReport = in.takeLong();
        int missedUpdates = in.takeInt();
        World world = in.takeEnum(World.class);
        Kinematics kinematics = readKinematics(in);
        boolean heightKnown = in.takeBoolean();
        Motion motion = Motion.UNDETERMINED;
        double accuracy = Double.NaN;
        if (version >= 2) {
            motion =
                    new Motion(
                            in.takeEnum(Motion.Course.class),
                            in.takeBoolean(),
                            in.takeEnum(Motion.Vertical.class),
                            version >= 3 && in.takeBoolean());
            accuracy = in.takeDouble();
        }
        Transponder said = TransponderCodec.read(in);
        List<TrackSource> sources = new ArrayList<>();
        for (int left = in.takeCount(); left > 0; left--) {
            sources.add(
                    new TrackSource(
                            in.takeInt(),
                            in.takeEnum(Technology.class),
                            in.takeLong(),
                            in.takeLong(),
                            in.takeInt()));
        }
        Origin origin = in.takeEnum(Origin.class);
        return new Track(
                number,
                time,
                began,
                confirmed,
                lastReport,
                missedUpdates,
                world,
                kinematics,
                heightKnown,
                motion,
                accuracy,
                said,
                sources,
                origin,
                version >= 3 && in.takeBoolean());
    }

    static void writeNumber(TrackNumber number, StateOutput out) {
        out.putInt(number.picture());
        out.putInt(number.serial());
    }

    static TrackNumber readNumber(StateInput in) {
        return new TrackNumber(in.takeInt(), in.takeInt());
    }

    private static void writeKinematics(Kinematics kinematics, StateOutput out) {
        out.putDouble(kinematics.x());
        out.putDouble(kinematics.y());
        out.putDouble(kinematics.z());
        out.putDouble(kinematics.vx());
        out.putDouble(kinematics.vy());
        out.putDouble(kinematics.vz());
        for (int row = 0; row < SIZE; row++) {
            for (int column = row; column < SIZE; column++) {
                out.putDouble(kinematics.covariance().at(row, column));
            }
        }
    }

    private static Kinematics readKinematics(StateInput in) {
        double x = in.takeDouble();
        double y = in.takeDouble();
        double z = in.takeDouble();
        double vx = in.takeDouble();
        double vy = in.takeDouble();
        double vz = in.takeDouble();
        double[] upper = new double[SIZE * (SIZE + 1) / 2];
        in.takeDoubles(upper);
        return new Kinematics(x, y, z, vx, vy, vz, Covariance.ofUpper(upper));
    }
}
