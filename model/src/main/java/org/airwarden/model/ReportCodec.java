package org.airwarden.model;

/**
 * {@link Strobe} and {@link Observation} as versioned bytes. Equal values give equal bytes.
 * Stateless; any thread.
 *
 * <p>Reading throws {@link StateException} where the bytes are damaged or of a newer version.
 */
public final class ReportCodec {
    private static final int VERSION = 1;

    private ReportCodec() {}

    /** Writes a strobe. */
    public static void write(Strobe strobe, StateOutput out) {
        out.putByte(VERSION);
        out.putInt(strobe.sensor());
        out.putLong(strobe.measured());
        out.putLong(strobe.received());
        out.putEnum(strobe.origin());
        out.putEnum(strobe.kind());
        out.putDouble(strobe.azimuth());
        out.putDouble(strobe.azimuthSigma());
        out.putDouble(strobe.elevation());
        out.putDouble(strobe.elevationSigma());
    }

    /** Reads what {@link #write(Strobe, StateOutput)} wrote. */
    public static Strobe readStrobe(StateInput in) {
        in.version("a strobe", VERSION);
        return new Strobe(
                in.takeInt(),
                in.takeLong(),
                in.takeLong(),
                in.takeEnum(Origin.class),
                in.takeEnum(Strobe.Kind.class),
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble(),
                in.takeDouble());
    }

    /** Writes an observation. */
    public static void write(Observation seen, StateOutput out) {
        out.putByte(VERSION);
        out.putInt(seen.sensor());
        out.putLong(seen.measured());
        out.putLong(seen.spoken());
        out.putLong(seen.received());
        out.putEnum(seen.origin());
        out.putText(seen.observer());
        out.putDouble(seen.latitude());
        out.putDouble(seen.longitude());
        out.putDouble(seen.placeSigma());
        out.putDouble(seen.direction());
        out.putDouble(seen.directionSigma());
        out.putDouble(seen.distance());
        out.putDouble(seen.distanceSigma());
        out.putDouble(seen.heading());
        out.putDouble(seen.headingSigma());
        out.putDouble(seen.lowest());
        out.putDouble(seen.highest());
        out.putInt(seen.number());
        out.putEnum(seen.type());
        out.putText(seen.words());
    }

    /** Reads what {@link #write(Observation, StateOutput)} wrote. */
    public static Observation readObservation(StateInput in) {
        in.version("an observation", VERSION);
        return new Observation(
                in.takeInt(),
                in.takeLong(),
                in.takeLong(),
                in.takeLong(),
                in.takeEnum(Origin.class),
                in.takeText(),
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
                in.takeInt(),
                in.takeEnum(Observation.Craft.class),
                in.takeText());
    }
}
