package org.airwarden.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * A flight put together from legs: straight, turning, climbing, changing speed. A point moves as
 * the leg says; turns set in at once, vertical speed changes by at most 15 m/s each second. One
 * thread; the trajectories made are immutable.
 */
final class Manoeuvre {
    static final double GRAVITY = 9.80665;

    /** Time between states of a trajectory (s), and steps of integration in it. */
    private static final double STEP = 0.1;

    private static final int PARTS = 2;
    private static final double VERTICAL_ACCELERATION = 15;
    private static final double SLOWEST = 60;

    /**
     * @param seconds how long
     * @param right acceleration to the right (m/s²)
     * @param along acceleration along the course (m/s²)
     * @param climb vertical speed aimed at (m/s)
     */
    record Leg(double seconds, double right, double along, double climb) {}

    private final List<Leg> legs = new ArrayList<>();

    /** Level and straight. */
    Manoeuvre straight(double seconds) {
        legs.add(new Leg(seconds, 0, 0, 0));
        return this;
    }

    /** Level turn, to the right where positive (g). */
    Manoeuvre turn(double seconds, double g) {
        return turn(seconds, g, 0);
    }

    /** Level turn (g) with a change of speed (m/s²). */
    Manoeuvre turn(double seconds, double g, double along) {
        legs.add(new Leg(seconds, g * GRAVITY, along, 0));
        return this;
    }

    /** Straight with a change of speed (m/s²). */
    Manoeuvre speed(double seconds, double along) {
        legs.add(new Leg(seconds, 0, along, 0));
        return this;
    }

    /** Straight, up or down (m/s). */
    Manoeuvre climb(double seconds, double up) {
        legs.add(new Leg(seconds, 0, 0, up));
        return this;
    }

    /** Any leg. */
    Manoeuvre leg(Leg leg) {
        legs.add(leg);
        return this;
    }

    /** The same legs again, for others to go on from. */
    Manoeuvre copy() {
        Manoeuvre other = new Manoeuvre();
        other.legs.addAll(legs);
        return other;
    }

    /** Returns the flight from a state on; where the legs end, it goes straight on. */
    Trajectory from(double time, double[] state, double until) {
        return new Trajectory(time, STEP, fly(state, until - time));
    }

    /**
     * Returns a flight that comes to a state by this one's legs, flown backwards, and goes on by
     * others: what joins at a time and place.
     */
    Trajectory to(double time, double[] state, double since, Manoeuvre then, double until) {
        double[] turned = state.clone();
        for (int k = 3; k < Trajectory.SIZE; k++) {
            turned[k] = -turned[k];
        }
        double[] back = fly(turned, time - since);
        double[] on = then.fly(state, until - time);
        int before = back.length / Trajectory.SIZE - 1;
        double[] all = new double[back.length + on.length - Trajectory.SIZE];
        for (int n = 0; n < before; n++) {
            int from = (before - n) * Trajectory.SIZE;
            for (int k = 0; k < Trajectory.SIZE; k++) {
                all[n * Trajectory.SIZE + k] = k < 3 ? back[from + k] : -back[from + k];
            }
        }
        System.arraycopy(on, 0, all, before * Trajectory.SIZE, on.length);
        return new Trajectory(time - before * STEP, STEP, all);
    }

    private double[] fly(double[] state, double seconds) {
        int count = Math.max(2, (int) Math.rint(seconds / STEP) + 1);
        double[] states = new double[count * Trajectory.SIZE];
        double x = state[0];
        double y = state[1];
        double z = state[2];
        double speed = Math.sqrt(state[3] * state[3] + state[4] * state[4]);
        double course = StrictMath.atan2(state[3], state[4]);
        double up = state[5];
        double h = STEP / PARTS;
        for (int n = 0; n < count; n++) {
            int at = n * Trajectory.SIZE;
            states[at] = x;
            states[at + 1] = y;
            states[at + 2] = z;
            states[at + 3] = speed * StrictMath.sin(course);
            states[at + 4] = speed * StrictMath.cos(course);
            states[at + 5] = up;
            for (int part = 0; part < PARTS; part++) {
                Leg leg = legAt(n * STEP + (part + 0.5) * h);
                double along = speed > SLOWEST || leg.along > 0 ? leg.along : 0;
                double middleSpeed = speed + along * h / 2;
                double turn = leg.right / middleSpeed * h;
                double rise =
                        Math.clamp(
                                leg.climb - up,
                                -VERTICAL_ACCELERATION * h,
                                VERTICAL_ACCELERATION * h);
                x += middleSpeed * StrictMath.sin(course + turn / 2) * h;
                y += middleSpeed * StrictMath.cos(course + turn / 2) * h;
                z += (up + rise / 2) * h;
                speed += along * h;
                course += turn;
                up += rise;
            }
        }
        return states;
    }

    private Leg legAt(double time) {
        double end = 0;
        for (Leg leg : legs) {
            end += leg.seconds;
            if (time < end) {
                return leg;
            }
        }
        return new Leg(0, 0, 0, 0);
    }
}
