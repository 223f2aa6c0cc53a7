package org.airwarden.model;

/**
 * {@link Settings} as versioned bytes. Stateless; any thread.
 *
 * <p>Reading throws {@link StateException} where the bytes are damaged or of a newer version.
 */
public final class SettingsCodec {
    private static final int VERSION = 1;

    private SettingsCodec() {}

    /** Writes settings. */
    public static void write(Settings settings, StateOutput out) {
        out.putByte(VERSION);
        out.putLong(settings.received());
        out.putInt(settings.missedScans());
        out.putDouble(settings.longestCoast());
        out.putDouble(settings.silentPeriods());
    }

    /** Reads what {@link #write} wrote. */
    public static Settings read(StateInput in) {
        in.version("settings", VERSION);
        return new Settings(in.takeLong(), in.takeInt(), in.takeDouble(), in.takeDouble());
    }
}
