package org.airwarden.model;

import org.jspecify.annotations.Nullable;

/**
 * {@link Transponder} as versioned bytes. Equal values give equal bytes. Stateless; any thread.
 *
 * <p>Reading throws {@link StateException} where the bytes are damaged or of a newer version.
 */
public final class TransponderCodec {
    private static final int VERSION = 1;

    private TransponderCodec() {}

    /** Writes what a transponder said. */
    public static void write(Transponder said, StateOutput out) {
        out.putByte(VERSION);
        out.putInt(said.address());
        out.putBoolean(said.icaoAddress());
        out.putInt(said.mode3A());
        out.putText(said.callSign());
        PressureHeight height = said.height();
        out.putBoolean(height != null);
        if (height != null) {
            out.putDouble(height.metres());
        }
        out.putEnum(said.ground());
        out.putEnum(said.emergency());
    }

    /** Reads what {@link #write} wrote. */
    public static Transponder read(StateInput in) {
        in.version("a transponder's word", VERSION);
        int address = in.takeInt();
        boolean icaoAddress = in.takeBoolean();
        int mode3A = in.takeInt();
        String callSign = in.takeText();
        @Nullable PressureHeight height =
                in.takeBoolean() ? new PressureHeight(in.takeDouble()) : null;
        Transponder.Ground ground = in.takeEnum(Transponder.Ground.class);
        Transponder.Emergency emergency = in.takeEnum(Transponder.Emergency.class);
        return new Transponder(address, icaoAddress, mode3A, callSign, height, ground, emergency);
    }
}
