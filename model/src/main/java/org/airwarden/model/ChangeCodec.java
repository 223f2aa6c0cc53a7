package org.airwarden.model;

/**
 * {@link PictureChange} as versioned bytes: what the journal keeps of what people were shown, and
 * what two runs of the picture are compared by. Equal changes give equal bytes. Stateless; any
 * thread.
 *
 * <p>Reading throws {@link StateException} where the bytes are damaged or of a newer version.
 */
public final class ChangeCodec {
    private static final int VERSION = 1;
    private static final int TRACK_CHANGED = 1;
    private static final int TRACK_ENDED = 2;
    private static final int SENSOR_CHANGED = 3;

    private ChangeCodec() {}

    /** Writes a change. */
    public static void write(PictureChange change, StateOutput out) {
        out.putByte(VERSION);
        switch (change) {
            case PictureChange.TrackChanged(long time, Track track) -> {
                out.putByte(TRACK_CHANGED);
                out.putLong(time);
                TrackCodec.write(track, out);
            }
            case PictureChange.TrackEnded(
                            long time,
                            TrackNumber number,
                            PictureChange.EndReason reason) -> {
                out.putByte(TRACK_ENDED);
                out.putLong(time);
                TrackCodec.writeNumber(number, out);
                out.putEnum(reason);
            }
            case PictureChange.SensorChanged(
                            long time,
                            int sensor,
                            PictureChange.SensorHealth health) -> {
                out.putByte(SENSOR_CHANGED);
                out.putLong(time);
                out.putInt(sensor);
                out.putEnum(health);
            }
        }
    }

    /** Reads what {@link #write} wrote. */
    public static PictureChange read(StateInput in) {
        in.version("a change of the picture", VERSION);
        int kind = in.takeByte();
        long time = in.takeLong();
        return switch (kind) {
            case TRACK_CHANGED -> new PictureChange.TrackChanged(time, TrackCodec.read(in));
            case TRACK_ENDED ->
                    new PictureChange.TrackEnded(
                            time,
                            TrackCodec.readNumber(in),
                            in.takeEnum(PictureChange.EndReason.class));
            case SENSOR_CHANGED ->
                    new PictureChange.SensorChanged(
                            time, in.takeInt(), in.takeEnum(PictureChange.SensorHealth.class));
            default -> throw new StateException("there is no change of the picture " + kind);
        };
    }

    /** Returns a change as bytes. */
    public static byte[] toBytes(PictureChange change) {
        StateOutput out = new StateOutput();
        write(change, out);
        return out.toBytes();
    }
}
