package org.airwarden.simulation;

import org.jspecify.annotations.Nullable;

/** What one look of a sensor gives: a view that is reused, valid while it is told. One thread. */
final class Detection {
    /** The sensor's place in the list of sensors. */
    int sensor;

    /** The mover's place in the list of movers, or -1 for a false plot. No post is told it. */
    int mover;

    /** Another mover whose echo is merged into this plot, or -1. */
    int merged;

    /** When it was measured, in truth (ns since the start). */
    long time;

    /** Whether there was an echo of the body. */
    boolean echo;

    /** Whether its transponder answered, or broadcast. */
    boolean reply;

    /** Whether the position comes from the mover's own broadcast. */
    boolean broadcast;

    /** Measured slant range (m); NaN where only a direction is known. */
    double range;

    /** Measured azimuth from what the sensor takes for north (rad). */
    double azimuth;

    /** Measured or broadcast height above the ellipsoid (m), or NaN. */
    double height;

    /** Height that the transponder told: the mover's own, geometric (m), or NaN. */
    double told;

    /**
     * Position that was broadcast, or that a multilateration worked out, in earth-centred axes (m);
     * NaN where range and azimuth alone tell.
     */
    double x;

    /** See {@link #x}. */
    double y;

    /** See {@link #x}. */
    double z;

    /** Velocity that was broadcast, in earth-centred axes (m/s), or NaN. */
    double vx;

    /** See {@link #vx}. */
    double vy;

    /** See {@link #vx}. */
    double vz;

    /** When the sensor is ready to report it (ns since the start): people take minutes. */
    long ready;

    /** What people or microphones take it for, which may be wrong; null for what cannot tell. */
    PlatformClass.@Nullable Kind kind;

    /** Where the mover truly was, in a copy for posts that see by probability; null otherwise. */
    Mover.@Nullable State truth;

    /** When the sensor says that it measured, by its own clock (ns since the start). */
    long claimed;

    /** What the transponder answers or broadcasts; {@link Answering#SILENT} for an echo alone. */
    Answering said = Answering.SILENT;

    /** Returns a copy that stays. */
    Detection copy() {
        Detection copy = new Detection();
        copy.sensor = sensor;
        copy.mover = mover;
        copy.merged = merged;
        copy.time = time;
        copy.echo = echo;
        copy.reply = reply;
        copy.broadcast = broadcast;
        copy.range = range;
        copy.azimuth = azimuth;
        copy.height = height;
        copy.told = told;
        copy.x = x;
        copy.y = y;
        copy.z = z;
        copy.vx = vx;
        copy.vy = vy;
        copy.vz = vz;
        copy.ready = ready;
        copy.kind = kind;
        copy.claimed = claimed;
        copy.said = said;
        return copy;
    }

    /** Told of what looks give, in the order of time. */
    interface Sink {
        /** Takes one; the view changes after the return. */
        void seen(Detection detection);
    }
}
