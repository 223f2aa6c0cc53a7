package org.airwarden.simulation;

import org.jspecify.annotations.Nullable;

/** A mover as {@link Movers} draws it. One thread. */
final class Flyer implements Mover {
    private final String name;
    private final long key;
    private final Side side;
    private final PlatformClass platform;
    private final Answering answering;
    private final long begins;
    private final long appears;
    private final long ends;
    private final @Nullable String aim;
    private final int carrier;
    private final @Nullable Noise noise;
    private final @Nullable Path path;

    /**
     * Makes one.
     *
     * @param begins when its path begins (ns since the start)
     * @param appears when it appears, which is later where the path began before the start
     * @param path where it goes, or null for one that is nowhere
     */
    Flyer(
            String name,
            long key,
            Side side,
            PlatformClass platform,
            Answering answering,
            long begins,
            long appears,
            long ends,
            @Nullable String aim,
            int carrier,
            @Nullable Noise noise,
            @Nullable Path path) {
        this.name = name;
        this.key = key;
        this.side = side;
        this.platform = platform;
        this.answering = answering;
        this.begins = begins;
        this.appears = appears;
        this.ends = ends;
        this.aim = aim;
        this.carrier = carrier;
        this.noise = noise;
        this.path = path;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long key() {
        return key;
    }

    @Override
    public Side side() {
        return side;
    }

    @Override
    public PlatformClass platform() {
        return platform;
    }

    @Override
    public Answering answering() {
        return answering;
    }

    @Override
    public long appears() {
        return appears;
    }

    @Override
    public long ends() {
        return ends;
    }

    @Override
    public @Nullable String aim() {
        return aim;
    }

    @Override
    public int carrier() {
        return carrier;
    }

    @Override
    public @Nullable Noise noise() {
        return noise;
    }

    @Override
    public void at(long time, State out) {
        if (path == null) {
            out.x = Double.NaN;
            out.y = Double.NaN;
            out.z = Double.NaN;
            out.vx = Double.NaN;
            out.vy = Double.NaN;
            out.vz = Double.NaN;
            out.height = Double.NaN;
        } else {
            path.at((time - begins) * 1e-9, out);
        }
    }
}
