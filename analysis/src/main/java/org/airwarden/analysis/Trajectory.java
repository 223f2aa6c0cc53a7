package org.airwarden.analysis;

import java.util.Arrays;

/**
 * Where a target is at any time of its life: states at even steps, with a cubic (Hermite) between
 * them for place and a line for velocity. Immutable after construction; any thread.
 */
final class Trajectory {
    /** Numbers of a state: x, y, z (m), vx, vy, vz (m/s). */
    static final int SIZE = 6;

    private final double begins;
    private final double step;
    private final double[] states;

    /**
     * @param begins time of the first state (s)
     * @param step time between states (s)
     * @param states states one after the other, two or more
     */
    Trajectory(double begins, double step, double[] states) {
        this.begins = begins;
        this.step = step;
        this.states = states;
    }

    double begins() {
        return begins;
    }

    double ends() {
        return begins + step * (states.length / SIZE - 1);
    }

    boolean isLive(double time) {
        return time >= begins - 1e-9 && time <= ends() + 1e-9;
    }

    /** Writes the state at a time of its life. */
    void at(double time, double[] out) {
        double place = (time - begins) / step;
        int last = states.length / SIZE - 2;
        int index = (int) Math.clamp(Math.floor(place), 0, last);
        double u = place - index;
        int a = index * SIZE;
        int b = a + SIZE;
        double h00 = (1 + 2 * u) * (1 - u) * (1 - u);
        double h10 = u * (1 - u) * (1 - u) * step;
        double h01 = u * u * (3 - 2 * u);
        double h11 = u * u * (u - 1) * step;
        for (int k = 0; k < 3; k++) {
            out[k] =
                    h00 * states[a + k]
                            + h10 * states[a + 3 + k]
                            + h01 * states[b + k]
                            + h11 * states[b + 3 + k];
            out[3 + k] = states[a + 3 + k] * (1 - u) + states[b + 3 + k] * u;
        }
    }

    /** Returns the part from one time on to another; both become multiples of the step. */
    Trajectory part(double from, double to) {
        int most = states.length / SIZE - 1;
        int first = (int) Math.clamp(Math.rint((from - begins) / step), 0, most - 1);
        int last = (int) Math.clamp(Math.rint((to - begins) / step), first + 1, most);
        return new Trajectory(
                begins + first * step,
                step,
                Arrays.copyOfRange(states, first * SIZE, (last + 1) * SIZE));
    }

    /**
     * Nearly straight motion: velocity is driven by white noise, sampled exactly at each step (Y.
     * Bar-Shalom, X. R. Li, T. Kirubarajan, Estimation with Applications to Tracking and
     * Navigation, 2001, 6.2.2).
     *
     * @param start state at {@code begins}
     * @param horizontal noise along x and y (m²/s³)
     * @param vertical noise along z (m²/s³)
     */
    static Trajectory straight(
            double begins,
            double ends,
            double step,
            double[] start,
            double horizontal,
            double vertical,
            Draw draw) {
        int count = Math.max(2, (int) Math.rint((ends - begins) / step) + 1);
        double[] states = new double[count * SIZE];
        System.arraycopy(start, 0, states, 0, SIZE);
        for (int n = 1; n < count; n++) {
            int to = n * SIZE;
            int from = to - SIZE;
            for (int k = 0; k < 3; k++) {
                double noise = k < 2 ? horizontal : vertical;
                double change = Math.sqrt(noise * step) * draw.normal();
                double aside = Math.sqrt(noise * step * step * step / 12) * draw.normal();
                double before = states[from + 3 + k];
                states[to + 3 + k] = before + change;
                states[to + k] = states[from + k] + (before + change / 2) * step + aside;
            }
        }
        return new Trajectory(begins, step, states);
    }
}
