package org.airwarden.simulation;

import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Wgs84;

/**
 * A flight plan flown: a point that turns no faster than a bank of 25 degrees allows and climbs no
 * faster than 12 m/s. The path is computed once, in steps of half a second; states between are
 * interpolated. Immutable after construction; any thread.
 */
final class Flight {
    private static final double STEP = 0.5;
    private static final double GRAVITY = 9.80665;
    private static final double STEEPEST_BANK = StrictMath.toRadians(25);
    private static final double FASTEST_CLIMB = 12;
    private static final double ACCELERATION = 0.8;

    private final FlightPlan plan;
    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final int steps;

    /** Where a flight is and how it moves. One thread. */
    static final class State {
        double x;
        double y;
        double z;
        double latitude;
        double longitude;
        double height;
        double east;
        double north;
        double up;
        private final double[] local = new double[3];
    }

    Flight(FlightPlan plan, double duration) {
        this.plan = plan;
        int most = (int) StrictMath.ceil((duration - plan.begins()) / STEP) + 2;
        x = new double[Math.max(2, most)];
        y = new double[x.length];
        z = new double[x.length];
        steps = fly();
    }

    FlightPlan plan() {
        return plan;
    }

    /** Tells whether the flight is in the air at a time (s after the start of the story). */
    boolean isUp(double time) {
        double since = time - plan.begins();
        return since >= 0 && since < (steps - 2) * STEP;
    }

    /** Writes the state at a time (s after the start of the story) at which it is up. */
    void at(double time, State out) {
        double since = time - plan.begins();
        int step = Math.clamp((int) (since / STEP), 0, steps - 2);
        double part = since / STEP - step;
        double vx = (x[step + 1] - x[step]) / STEP;
        double vy = (y[step + 1] - y[step]) / STEP;
        double vz = (z[step + 1] - z[step]) / STEP;
        out.x = x[step] + part * STEP * vx;
        out.y = y[step] + part * STEP * vy;
        out.z = z[step] + part * STEP * vz;
        GeodeticPosition position = Wgs84.toGeodetic(out.x, out.y, out.z);
        out.latitude = position.latitude();
        out.longitude = position.longitude();
        out.height = position.height();
        Frame.tangent(position).directionToLocal(vx, vy, vz, out.local, 0);
        out.east = out.local[0];
        out.north = out.local[1];
        out.up = out.local[2];
    }

    private int fly() {
        Waypoint first = plan.route().getFirst();
        GeodeticPosition at =
                GeodeticPosition.ofDegrees(first.latitude(), first.longitude(), first.height());
        double[] point = new double[3];
        double speed = first.speed();
        int next = 1;
        double course = bearing(at, plan.route().get(next), point);
        int step = 0;
        while (step < x.length) {
            Wgs84.toEarthCentred(at.latitude(), at.longitude(), at.height(), point);
            x[step] = point[0];
            y[step] = point[1];
            z[step] = point[2];
            step++;
            double turnRate = GRAVITY * StrictMath.tan(STEEPEST_BANK) / Math.max(speed, 30);
            Waypoint target = plan.route().get(next);
            double turn = turn(course, bearing(at, target, point));
            double left = StrictMath.sqrt(point[0] * point[0] + point[1] * point[1]);
            while (left < Math.max(speed * STEP, speed / turnRate * StrictMath.abs(turn) / 2)) {
                next++;
                if (next == plan.route().size()) {
                    return step;
                }
                target = plan.route().get(next);
                turn = turn(course, bearing(at, target, point));
                left = StrictMath.sqrt(point[0] * point[0] + point[1] * point[1]);
            }
            course += Math.clamp(turn, -turnRate * STEP, turnRate * STEP);
            double climb =
                    Math.clamp(
                            (target.height() - at.height()) / Math.max(left / speed, STEP),
                            -FASTEST_CLIMB,
                            FASTEST_CLIMB);
            speed += Math.clamp(target.speed() - speed, -ACCELERATION * STEP, ACCELERATION * STEP);
            Frame frame = Frame.tangent(at);
            frame.toWorld(
                    speed * STEP * StrictMath.sin(course),
                    speed * STEP * StrictMath.cos(course),
                    0,
                    point,
                    0);
            GeodeticPosition moved = Wgs84.toGeodetic(point[0], point[1], point[2]);
            at =
                    new GeodeticPosition(
                            moved.latitude(), moved.longitude(), at.height() + climb * STEP);
        }
        return step;
    }

    private static double turn(double from, double to) {
        return StrictMath.IEEEremainder(to - from, 2 * StrictMath.PI);
    }

    /** Returns the bearing to a waypoint (rad) and leaves its east and north offsets (m) in out. */
    private static double bearing(GeodeticPosition at, Waypoint to, double[] out) {
        GeodeticPosition target =
                GeodeticPosition.ofDegrees(to.latitude(), to.longitude(), at.height());
        double[] world = new double[3];
        Wgs84.toEarthCentred(target.latitude(), target.longitude(), target.height(), world);
        Frame.tangent(at).toLocal(world[0], world[1], world[2], out, 0);
        return StrictMath.atan2(out[0], out[1]);
    }
}
