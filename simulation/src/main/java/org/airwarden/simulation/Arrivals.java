package org.airwarden.simulation;

import org.airwarden.geodesy.Frame;
import org.airwarden.warning.Forecast;
import org.airwarden.warning.Outline;

/**
 * When a track would reach a defended area, and which: straight on, or down where it is thrown. One
 * thread.
 */
final class Arrivals {
    /** Tangent of the angle by which a track may fly aside of straight on: about 3 degrees. */
    private static final double SPREAD = 0.05;

    private static final double MARGIN = 2_000;
    private static final double THROWN_MARGIN = 5_000;
    private static final double THROWN = 800;
    private static final double SECOND = 1e9;

    /** What lies further ahead is no reason to act yet (s). */
    private static final double HORIZON = 1_500;

    private final Prepared prepared;
    private final double[] place = new double[3];
    private final double[] speed = new double[3];

    Arrivals(Prepared prepared) {
        this.prepared = prepared;
    }

    /**
     * Works out when and where a track arrives, and writes it into the track.
     *
     * @param track the track
     * @param now (ns since the start)
     */
    void look(HeldTrack track, long now) {
        double soonest = Double.POSITIVE_INFINITY;
        int area = -1;
        for (int i = 0; i < prepared.outlines(); i++) {
            double time = timeTo(prepared.outline(i), track);
            if (time < soonest) {
                soonest = time;
                area = i;
            }
        }
        double ahead = soonest - (now - track.last) / SECOND;
        if (area >= 0 && ahead < HORIZON) {
            track.threatens = area;
            track.arrives = track.last + (long) (soonest * SECOND);
        } else {
            track.threatens = -1;
            track.arrives = Long.MAX_VALUE;
        }
    }

    private double timeTo(Outline outline, HeldTrack track) {
        Frame frame = outline.frame();
        frame.toLocal(track.x, track.y, track.z, place, 0);
        frame.directionToLocal(track.vx, track.vy, track.vz, speed, 0);
        double square = speed[0] * speed[0] + speed[1] * speed[1] + speed[2] * speed[2];
        if (square <= THROWN * THROWN) {
            return Forecast.straight(
                    outline, place[0], place[1], speed[0], speed[1], SPREAD, MARGIN);
        }
        double time = Forecast.fall(track.height, speed[2]);
        if (Double.isNaN(time)) {
            return Double.POSITIVE_INFINITY;
        }
        double e = place[0] + time * speed[0];
        double n = place[1] + time * speed[1];
        double reach = outline.radius() + THROWN_MARGIN;
        boolean falls = e * e + n * n <= reach * reach && outline.distance(e, n) <= THROWN_MARGIN;
        return falls ? time : Double.POSITIVE_INFINITY;
    }
}
