package org.airwarden.simulation;

import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Terrain;
import org.airwarden.geodesy.Wgs84;

/**
 * The ground under one path, as what keeps its height above ground takes it: heights each {@value
 * #SPACING} m along the path, and a smooth curve between them (E. Catmull and R. Rom, A class of
 * local interpolating splines, 1974), worked out where it is asked for. That spacing is how quickly
 * the mover follows the ground, not a step of the computation. One thread.
 */
final class GroundProfile {
    /** Distance between heights of the ground (m). */
    static final double SPACING = 1_000;

    private final Terrain terrain;
    private final double interval;
    private final Mover.State under = new Mover.State();
    private final double[] heights = new double[4];
    private long known = Long.MIN_VALUE;

    /**
     * Makes a profile.
     *
     * @param speed the mover's (m/s)
     */
    GroundProfile(Terrain terrain, double speed) {
        this.terrain = terrain;
        interval = SPACING / Math.max(1, speed);
    }

    /** Lifts the state of a path at a time (s) by the ground's height there. */
    void raise(Path path, double time, Mover.State state) {
        double place = time / interval;
        long knot = (long) Math.floor(place);
        if (knot != known) {
            for (int i = 0; i < 4; i++) {
                heights[i] = heightAt(path, (knot - 1 + i) * interval);
            }
            known = knot;
        }
        double u = place - knot;
        double a = heights[0];
        double b = heights[1];
        double c = heights[2];
        double d = heights[3];
        double linear = (c - a) / 2;
        double square = a - 2.5 * b + 2 * c - 0.5 * d;
        double cube = (d - a) / 2 + 1.5 * (b - c);
        double ground = b + u * (linear + u * (square + u * cube));
        double rate = (linear + u * (2 * square + u * 3 * cube)) / interval;
        path.write(time, state);
        Path.lift(state, ground, rate);
    }

    private double heightAt(Path path, double time) {
        path.write(Math.clamp(time, 0, path.duration()), under);
        return heightAt(terrain, under.x, under.y, under.z);
    }

    /** Returns the ground's height below or above a point (m). */
    static double heightAt(Terrain terrain, double x, double y, double z) {
        if (terrain.isSmooth()) {
            return 0;
        }
        GeodeticPosition at = Wgs84.toGeodetic(x, y, z);
        return terrain.height(at.latitude(), at.longitude());
    }
}
