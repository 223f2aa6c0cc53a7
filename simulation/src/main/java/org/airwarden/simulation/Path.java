package org.airwarden.simulation;

import org.airwarden.geodesy.Wgs84;
import org.jspecify.annotations.Nullable;

/**
 * A path through the air: cubic pieces in time whose ends lie on the exact curve with its exact
 * velocity, so that position and velocity are continuous, and a state costs some thirty
 * multiplications. {@link PathBuilder} makes one. Remembers where it was asked last; one thread.
 */
final class Path {
    private static final double PER_AA = 1 / (Wgs84.SEMI_MAJOR_AXIS * Wgs84.SEMI_MAJOR_AXIS);
    private static final double PER_BB = 1 / (Wgs84.SEMI_MINOR_AXIS * Wgs84.SEMI_MINOR_AXIS);

    /** Numbers a piece: four cubics, of x, y, z and height. */
    static final int WIDTH = 16;

    private final double[] times;
    private final double[] pieces;
    private final @Nullable GroundProfile ground;
    private final double duration;

    /** The piece that was asked for last: where its coefficients begin, and its times. */
    private int piece;

    private double from;
    private double to;

    /**
     * Takes pieces.
     *
     * @param times when each piece begins, and the last ends (s)
     * @param pieces coefficients from the constant upwards, {@link #WIDTH} a piece
     * @param ground the ground that heights are above, or null where they are geometric
     */
    Path(double[] times, double[] pieces, @Nullable GroundProfile ground) {
        this.times = times;
        this.pieces = pieces;
        this.ground = ground;
        duration = times[times.length - 1];
        from = times[0];
        to = times[1];
    }

    /** Returns how long it takes (s). */
    double duration() {
        return duration;
    }

    /**
     * Writes the state at a time.
     *
     * @param time since the path's beginning (s); outside of the path, its end counts
     */
    void at(double time, Mover.State out) {
        double within = time < 0 ? 0 : time > duration ? duration : time;
        write(within, out);
        if (ground != null) {
            ground.raise(this, within, out);
        }
    }

    /** Writes the state without the ground's height. */
    void write(double time, Mover.State out) {
        if (!(time >= from && time < to)) {
            turnTo(time);
        }
        double t = time - from;
        double[] c = pieces;
        int at = piece;
        out.x = c[at] + t * (c[at + 1] + t * (c[at + 2] + t * c[at + 3]));
        out.vx = c[at + 1] + t * (2 * c[at + 2] + t * 3 * c[at + 3]);
        out.y = c[at + 4] + t * (c[at + 5] + t * (c[at + 6] + t * c[at + 7]));
        out.vy = c[at + 5] + t * (2 * c[at + 6] + t * 3 * c[at + 7]);
        out.z = c[at + 8] + t * (c[at + 9] + t * (c[at + 10] + t * c[at + 11]));
        out.vz = c[at + 9] + t * (2 * c[at + 10] + t * 3 * c[at + 11]);
        out.height = c[at + 12] + t * (c[at + 13] + t * (c[at + 14] + t * c[at + 15]));
    }

    /** Goes to the piece of a time, most often the next one. */
    private void turnTo(double time) {
        int number = piece / WIDTH;
        while (number > 0 && time < times[number]) {
            number--;
        }
        while (number < times.length - 2 && time >= times[number + 1]) {
            number++;
        }
        piece = number * WIDTH;
        from = times[number];
        to = times[number + 1];
    }

    /** Lifts a state along the ellipsoid's normal. */
    static void lift(Mover.State state, double by, double rate) {
        double nx = state.x * PER_AA;
        double ny = state.y * PER_AA;
        double nz = state.z * PER_BB;
        double per = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
        state.x += by * nx * per;
        state.y += by * ny * per;
        state.z += by * nz * per;
        state.vx += rate * nx * per;
        state.vy += rate * ny * per;
        state.vz += rate * nz * per;
        state.height += by;
    }

    /** Brings a point at a height down to the ellipsoid. */
    static void lower(double[] point, double height) {
        // The normal belongs to the place below, found from the point itself: the difference is
        // below a millimetre for heights of aircraft.
        double nx = point[0] * PER_AA;
        double ny = point[1] * PER_AA;
        double nz = point[2] * PER_BB;
        double per = height / Math.sqrt(nx * nx + ny * ny + nz * nz);
        PathBuilder.project(point[0] - per * nx, point[1] - per * ny, point[2] - per * nz, point);
    }
}
