package org.airwarden.simulation;

import org.airwarden.geodesy.Frame;
import org.airwarden.simulation.Battery.Chance;
import org.jspecify.annotations.Nullable;

/**
 * A battery in a run: free channels, interceptors, and whether something is inside its envelope. It
 * holds no guidance: an interceptor is a time of flight at a mean speed and an outcome that is
 * drawn. One thread.
 */
final class BatteryAtWork {
    private static final double SECOND = 1e9;
    private static final double FASTEST = 10_000;
    private static final int ROUNDS = 6;

    private final Battery battery;
    private final SystemClass system;
    private final Frame frame;
    private final boolean geometry;
    private final RandomStream crew;
    private final double minimumRange;
    private final double effectiveRange;
    private final double floor;
    private final double ceiling;
    private final double speed;
    private final double reaction;
    private final double reload;
    private final double salvoInterval;
    private final int full;
    private final double[] kill;
    private final double[] local = new double[3];

    private int freeChannels;
    private int magazine;
    private long nextLaunch;
    private boolean lost;

    BatteryAtWork(Battery battery, SystemClass system, Frame frame, boolean geometry, Draws draws) {
        this.battery = battery;
        this.system = system;
        this.frame = frame;
        this.geometry = geometry;
        String name = battery.name();
        crew = draws.stream(name, Purpose.CREW);
        minimumRange = draws.of(name, "minimum range", system.minimumRange().value());
        effectiveRange = draws.of(name, "effective range", system.effectiveRange().value());
        floor = draws.of(name, "floor", system.floor().value());
        ceiling = draws.of(name, "ceiling", system.ceiling().value());
        speed = draws.of(name, "speed", system.interceptorSpeed().value());
        reaction = draws.of(name, "reaction", or(battery.reaction(), system.reaction()));
        reload = draws.of(name, "reload", or(battery.reload(), system.reload()));
        salvoInterval = draws.of(name, "salvo interval", system.salvoInterval().value());
        freeChannels =
                (int)
                        StrictMath.rint(
                                draws.of(
                                        name,
                                        "channels",
                                        or(battery.channels(), system.channels())));
        full =
                (int)
                        StrictMath.rint(
                                draws.of(name, "magazine", or(battery.magazine(), system.ready())));
        magazine = full;
        PlatformClass.Kind[] kinds = PlatformClass.Kind.values();
        kill = new double[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            Chance chance = chanceAgainst(kinds[i]);
            // What is not known is the same for all shots of a run, and goes together for all
            // kinds.
            kill[i] = chance == null ? 0 : draws.of(name, "kill", chance.probability());
        }
    }

    private static Quantity or(@Nullable Quantity own, Figure classes) {
        return own != null ? own : classes.value();
    }

    private @Nullable Chance chanceAgainst(PlatformClass.Kind kind) {
        Chance any = null;
        for (Chance chance : battery.kill()) {
            if (chance.against() == kind) {
                return chance;
            }
            if (chance.against() == null) {
                any = chance;
            }
        }
        return any;
    }

    Battery battery() {
        return battery;
    }

    SystemClass system() {
        return system;
    }

    @SuppressWarnings("EnumOrdinal") // places in an array that lives as long as a run
    double killProbability(PlatformClass.Kind kind) {
        return kill[kind.ordinal()];
    }

    /** Tells whether it could take one more target now. */
    boolean isReady() {
        return !lost && freeChannels > 0 && magazine > 0;
    }

    /** Tells whether it is still there. */
    boolean isAlive() {
        return !lost;
    }

    /** Tells whether it has nothing left to launch, now or later. */
    boolean isSpent() {
        return lost || (magazine == 0 && !(reload < FASTEST * FASTEST));
    }

    /** Returns the axes at its place. */
    Frame frame() {
        return frame;
    }

    void lose() {
        lost = true;
    }

    /** Returns the time of reaction (s). */
    double reaction() {
        return reaction;
    }

    /** Returns the time between two launches (s). */
    double salvoInterval() {
        return salvoInterval;
    }

    /** Returns the time that it takes to be loaded again (s). */
    double reloadTime() {
        return reload;
    }

    /**
     * Returns how long an interceptor would fly to where a track will be then, at its mean speed.
     *
     * @param track a track
     * @param now (ns since the start)
     * @return time of flight (s), or NaN where that place is outside of the envelope
     */
    double flightTime(HeldTrack track, long now) {
        if (!geometry) {
            return 0;
        }
        frame.toLocal(track.x, track.y, track.z, local, 0);
        double east = local[0];
        double north = local[1];
        double up = local[2];
        frame.directionToLocal(track.vx, track.vy, track.vz, local, 0);
        double start =
                (now - track.last) / SECOND + Math.max(reaction, (nextLaunch - now) / SECOND);
        double flight = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double time = start + flight;
            double e = east + time * local[0];
            double n = north + time * local[1];
            double u = up + time * local[2];
            flight = StrictMath.sqrt(e * e + n * n + u * u) / speed;
            if (!(flight < FASTEST)) {
                return Double.NaN;
            }
        }
        double time = start + flight;
        double e = east + time * local[0];
        double n = north + time * local[1];
        double across = StrictMath.sqrt(e * e + n * n);
        // Height above the ellipsoid where it will be: the tangent plane falls away by d²/2R.
        double height = up + time * local[2] + across * across / (2 * 6_371_000.0);
        boolean inside =
                across >= minimumRange
                        && across <= effectiveRange
                        && height >= floor
                        && height <= ceiling
                        && now + (long) (time * SECOND) < track.arrives + (long) (5 * SECOND);
        return inside ? flight : Double.NaN;
    }

    /** Returns how long a channel is busy with a salvo (s). */
    double busyTime(double flight) {
        Quantity busy = battery.busy();
        return busy == null ? flight : crew.draw(busy);
    }

    /**
     * Takes a channel and interceptors.
     *
     * @param shots wanted
     * @return how many it launches
     */
    int take(int shots, long now) {
        freeChannels--;
        int launched = Math.min(shots, magazine);
        magazine -= launched;
        nextLaunch =
                Math.max(nextLaunch, now + (long) (reaction * SECOND))
                        + (long) (launched * salvoInterval * SECOND);
        return launched;
    }

    /** Returns when a launch that is ordered now happens (ns since the start). */
    long launchTime(long now) {
        return Math.max(nextLaunch, now + (long) (reaction * SECOND));
    }

    boolean isEmpty() {
        return magazine == 0;
    }

    void release() {
        freeChannels++;
    }

    void loadAgain() {
        magazine = full;
    }
}
