package org.airwarden.simulation;

/**
 * Something that flies in a run, along a path that is known once it appears. Its state at a time
 * depends on the time alone, so that nothing depends on a step. One thread.
 */
interface Mover {
    /** Where a mover is and how it moves, in earth-centred axes (m, m/s). */
    final class State {
        double x;
        double y;
        double z;
        double vx;
        double vy;
        double vz;

        /** Height above the ellipsoid (m). */
        double height;

        /** Returns a copy. */
        State copy() {
            State copy = new State();
            copy.x = x;
            copy.y = y;
            copy.z = z;
            copy.vx = vx;
            copy.vy = vy;
            copy.vz = vz;
            copy.height = height;
            return copy;
        }
    }

    /** Its name. */
    String name();

    /** Whose it is, in truth. */
    Side side();

    /** What it is, in truth. */
    PlatformClass platform();

    /** What it answers; codes and addresses are drawn. */
    Answering answering();

    /** When it appears (ns since the start). */
    long appears();

    /** When it lands, leaves or strikes, unless it is destroyed before (ns since the start). */
    long ends();

    /** The name of the area that it strikes at its end, or null for what strikes nothing. */
    @org.jspecify.annotations.Nullable
    String aim();

    /** Returns its name as a number: {@link RandomStream#nameOf}. */
    default long key() {
        return RandomStream.nameOf(name());
    }

    /**
     * Returns the place in the list of movers of the one that releases it, or -1. It never appears
     * if that one is gone when it would.
     */
    default int carrier() {
        return -1;
    }

    /** Returns the noise that it makes against radars, or null. */
    default @org.jspecify.annotations.Nullable Noise noise() {
        return null;
    }

    /**
     * Noise against radars, as drawn for a run.
     *
     * @param radius distance from a radar within which it works (m)
     * @param beamShare share of the radar's range that is left in the mover's direction
     * @param sideShare share that is left in every other direction
     */
    record Noise(double radius, double beamShare, double sideShare) {}

    /**
     * Writes its state.
     *
     * @param time (ns since the start), from {@link #appears()} to {@link #ends()}
     */
    void at(long time, State out);
}
