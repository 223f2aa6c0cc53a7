package org.airwarden.simulation;

import java.util.Arrays;
import org.airwarden.geodesy.Terrain;
import org.airwarden.geodesy.Wgs84;
import org.jspecify.annotations.Nullable;

/**
 * Makes paths of points on the ellipsoid: straight legs (arcs of the plane through both ends and
 * the earth's centre) that are joined by turns of a steady bank, flown at heights and speeds that
 * pass smoothly from point to point. Turns lie in the tangent plane of their point and are brought
 * down by central projection, which keeps legs straight, so that turns and legs meet exactly.
 *
 * <p>Between points the speed changes by a steady acceleration, and the height along a monotone
 * cubic (F. N. Fritsch and J. Butland, A method for constructing local monotone piecewise cubic
 * interpolants, SIAM J. Sci. Stat. Comput. 5, 1984). Where a leg is too short for its turns, or a
 * turn so sharp (beyond 127 degrees) that it would cut its corner by far, the bank is steeper.
 *
 * <p>The ground distance of a piece follows from its chord with the earth's mean radius (below 3 mm
 * for each). Can be used for path after path; one thread.
 */
final class PathBuilder {
    static final double GRAVITY = 9.80665;

    private static final double MEAN_RADIUS = 6_371_008.8;
    private static final double PER_AA = 1 / (Wgs84.SEMI_MAJOR_AXIS * Wgs84.SEMI_MAJOR_AXIS);
    private static final double PER_BB = 1 / (Wgs84.SEMI_MINOR_AXIS * Wgs84.SEMI_MINOR_AXIS);
    private static final double LEG_PIECE = 60_000;
    private static final double TURN_PIECE = StrictMath.toRadians(10);
    private static final double STRAIGHT = 1e-4;
    private static final double SHARE_FOR_TURN = 0.45;
    private static final double SLOWEST = 1;

    private final double finer;

    private int points;
    private double[] point = new double[24];
    private double[] heights = new double[8];
    private double[] speeds = new double[8];
    private double[] rates = new double[8];
    private int[] nodeOf = new int[8];

    /** Nodes: a place on the ground, the direction there, and the ground distance so far. */
    private int nodes;

    private double[] place = new double[96];
    private double[] direction = new double[96];
    private double[] distance = new double[32];
    private double[] time = new double[32];
    private double[] speed = new double[32];
    private final double[][] motions = new double[2][8];
    private final double[] into = new double[3];
    private final double[] outOf = new double[3];

    PathBuilder() {
        this(1);
    }

    /**
     * Makes one whose pieces are shorter by a factor, to show that this moves nothing.
     *
     * @param finer 1 for the usual length
     */
    PathBuilder(double finer) {
        this.finer = finer;
    }

    /** Forgets all points. */
    void clear() {
        points = 0;
    }

    /**
     * Adds a point.
     *
     * @param at earth-centred place on the ellipsoid (m), from an index on
     * @param height to have there (m)
     * @param speed over ground to have there (m/s)
     */
    void add(double[] at, int index, double height, double speed) {
        if (points == heights.length) {
            point = Arrays.copyOf(point, 2 * point.length);
            heights = Arrays.copyOf(heights, 2 * points);
            speeds = Arrays.copyOf(speeds, 2 * points);
            rates = Arrays.copyOf(rates, 2 * points);
            nodeOf = Arrays.copyOf(nodeOf, 2 * points);
        }
        System.arraycopy(at, index, point, 3 * points, 3);
        heights[points] = height;
        speeds[points] = Math.max(SLOWEST, speed);
        points++;
    }

    /** Returns the height at the last point (m). */
    double lastHeight() {
        return heights[points - 1];
    }

    /** Returns the speed at the last point (m/s). */
    double lastSpeed() {
        return speeds[points - 1];
    }

    /**
     * Adds the way from the last point to an aim: down to the height that is kept where the last
     * point is higher (8 m on for each one down), and at the end a dive (4 m on for each one down),
     * each over at most 0.4 of the way.
     *
     * @param aim place on the ellipsoid (m)
     * @param from height at the last point (m)
     * @param keep height to keep (m); what is lower stays lower
     * @param low height at the aim (m)
     * @param scratch is written
     */
    void dive(double[] aim, double from, double keep, double low, double[] scratch) {
        int last = 3 * (points - 1);
        double length = chord(point, last, aim, 0);
        double speed = lastSpeed();
        double level = Math.min(from, keep);
        if (length > 1) {
            if (from - level > 1) {
                double part = Math.min(0.4, 8 * (from - level) / length);
                between(last, aim, part, scratch);
                add(scratch, 0, level, speed);
            }
            double part = 1 - Math.min(0.4, 4 * Math.max(1, level - low) / length);
            between(last, aim, part, scratch);
            add(scratch, 0, level, speed);
        }
        add(aim, 0, low, speed);
    }

    private void between(int from, double[] to, double part, double[] out) {
        project(
                point[from] + part * (to[0] - point[from]),
                point[from + 1] + part * (to[1] - point[from + 1]),
                point[from + 2] + part * (to[2] - point[from + 2]),
                out);
    }

    /** Returns when the path passes a point, once it is made (s): the middle of its turn. */
    double timeAt(int number) {
        return time[nodeOf[Math.clamp(number, 0, points - 1)]];
    }

    /**
     * Makes the path along the points.
     *
     * @param bank tangent of the bank angle in turns
     * @param ground what heights are above, or null where they are geometric
     */
    Path along(double bank, @Nullable Terrain ground) {
        layNodes(bank);
        layTimes();
        chooseRates();
        return pieces(ground, 0);
    }

    /**
     * Makes the path from the first point straight to the last whose height falls steadily: a
     * glide.
     */
    Path straightDown() {
        double first = heights[0];
        double rise = heights[points - 1] - first;
        layNodes(1);
        layTimes();
        for (int i = 0; i < points; i++) {
            heights[i] = first + rise * time[nodeOf[i]] / time[nodes - 1];
            rates[i] = rise / time[nodes - 1];
        }
        return pieces(null, 0);
    }

    /**
     * Makes the minimum-energy path from the first point to the last, in vacuum: thrown at 45
     * degrees with v = sqrt(g R), up to a quarter of the range R. The parabola of a flat earth is
     * laid along the ground of the ellipsoid as it stands at the launch. Against Kepler's ellipse
     * over a sphere the speed comes out 0.5 % high at 120 km and 4 % at 1,000 km; the earth's turn
     * (which the thrower allows for) changes the speed by less than 3 % at 120 km.
     */
    Path thrown() {
        System.arraycopy(point, 3 * (points - 1), point, 3, 3);
        heights[1] = heights[points - 1];
        points = 2;
        double range = arc(chord(point, 0, point, 3));
        double speed = Math.max(SLOWEST, StrictMath.sqrt(GRAVITY * range / 2));
        speeds[0] = speed;
        speeds[1] = speed;
        layNodes(1);
        layTimes();
        chooseRates();
        return pieces(null, range / 4);
    }

    private void layNodes(double bank) {
        nodes = 0;
        nodeOf[0] = 0;
        for (int i = 0; i + 1 < points; i++) {
            tangent(3 * i, 3 * (i + 1), outOf);
            if (i == 0) {
                node(point, 0, outOf, 0);
            }
            double next = 0;
            double radius = 0;
            double turn = 0;
            boolean isLast = i + 2 == points;
            double length = chord(point, 3 * i, point, 3 * (i + 1));
            if (!isLast) {
                tangent(3 * (i + 1), 3 * i, into);
                into[0] = -into[0];
                into[1] = -into[1];
                into[2] = -into[2];
                tangent(3 * (i + 1), 3 * (i + 2), outOf);
                double onward = chord(point, 3 * (i + 1), point, 3 * (i + 2));
                double cosine = dot(into, outOf);
                turn = StrictMath.acos(Math.clamp(cosine, -1, 1));
                double half = StrictMath.tan(Math.min(turn / 2, 1.5));
                radius = speeds[i + 1] * speeds[i + 1] / (GRAVITY * bank);
                double most = Math.min(SHARE_FOR_TURN * Math.min(length, onward), 2 * radius);
                next = Math.min(radius * half, most);
                radius = next / half;
            }
            if (isLast || turn < STRAIGHT || next < 1e-3) {
                leg(3 * i, 3 * (i + 1), 0);
                nodeOf[i + 1] = nodes - 1;
            } else {
                leg(3 * i, 3 * (i + 1), next);
                turn(3 * (i + 1), next, radius, turn);
                nodeOf[i + 1] = nodes - 1 - turnPieces(turn) / 2;
            }
        }
    }

    /** Adds the nodes of a leg from the last node to a distance before a point. */
    private void leg(int from, int to, double before) {
        double[] target = {point[to], point[to + 1], point[to + 2]};
        if (before > 0) {
            tangent(to, from, outOf);
            project(
                    point[to] + before * outOf[0],
                    point[to + 1] + before * outOf[1],
                    point[to + 2] + before * outOf[2],
                    target);
        }
        double left = chord(place, 3 * (nodes - 1), target, 0);
        if (left < 1e-3 && nodes > 1) {
            return;
        }
        int parts = Math.max(1, (int) Math.ceil(left * finer / LEG_PIECE));
        int start = 3 * (nodes - 1);
        double x = place[start];
        double y = place[start + 1];
        double z = place[start + 2];
        double dx = target[0] - x;
        double dy = target[1] - y;
        double dz = target[2] - z;
        for (int i = 1; i <= parts; i++) {
            double part = (double) i / parts;
            projected(x + part * dx, y + part * dy, z + part * dz, dx, dy, dz);
            double step = arc(chord(place, 3 * (nodes - 1), into, 0));
            node(into, 0, outOf, distance[nodes - 1] + step);
        }
    }

    private int turnPieces(double turn) {
        return 2 * (int) Math.ceil(turn * finer / (2 * TURN_PIECE));
    }

    /** Adds the nodes of a turn about a point, whose first end is the last node. */
    private void turn(int at, double next, double radius, double turn) {
        // The caller's directions into and out of the point were overwritten by the leg's.
        double[] along = new double[3];
        double[] onward = new double[3];
        tangent(at, at - 3, along);
        along[0] = -along[0];
        along[1] = -along[1];
        along[2] = -along[2];
        tangent(at, at + 3, onward);
        double sine = StrictMath.sin(turn);
        double cosine = StrictMath.cos(turn);
        double[] aside = new double[3];
        double size = 0;
        for (int i = 0; i < 3; i++) {
            aside[i] = onward[i] - cosine * along[i];
            size += aside[i] * aside[i];
        }
        size = StrictMath.sqrt(size);
        if (!(size > 1e-9)) {
            // Straight back: turn over the right wing.
            cross(along, point, at, aside);
            size = StrictMath.sqrt(dot(aside, aside));
        }
        int parts = turnPieces(turn);
        double step = turn / parts;
        double base = distance[nodes - 1];
        for (int i = 1; i <= parts; i++) {
            double angle = i * step;
            double s = i == parts ? sine : StrictMath.sin(angle);
            double c = i == parts ? cosine : StrictMath.cos(angle);
            double ahead = radius * s - next;
            double off = radius * (1 - c);
            projected(
                    point[at] + ahead * along[0] + off * aside[0] / size,
                    point[at + 1] + ahead * along[1] + off * aside[1] / size,
                    point[at + 2] + ahead * along[2] + off * aside[2] / size,
                    c * along[0] + s * aside[0] / size,
                    c * along[1] + s * aside[1] / size,
                    c * along[2] + s * aside[2] / size);
            node(into, 0, outOf, base + radius * angle);
        }
    }

    /** When each node is passed: it follows from the speeds alone. */
    private void layTimes() {
        int leg = 0;
        double before = 0;
        for (int i = 0; i < nodes; i++) {
            leg = legOf(i, leg);
            double start = distance[nodeOf[leg]];
            double span = Math.max(1e-3, distance[nodeOf[leg + 1]] - start);
            double part = Math.clamp((distance[i] - start) / span, 0, 1);
            double from = speeds[leg];
            double to = speeds[leg + 1];
            double now = StrictMath.sqrt(from * from + part * (to * to - from * from));
            speed[i] = now;
            time[i] =
                    i == 0
                            ? 0
                            : time[i - 1]
                                    + Math.max(
                                            1e-6,
                                            2 * (distance[i] - distance[i - 1]) / (before + now));
            before = now;
        }
    }

    /** The number of the point at which the leg of a node begins, at or after that of another. */
    private int legOf(int node, int from) {
        int leg = from;
        while (leg + 2 < points && node > nodeOf[leg + 1]) {
            leg++;
        }
        return leg;
    }

    /** The rates of climb at the points, so that heights between are monotone. */
    private void chooseRates() {
        double before = 0;
        for (int i = 0; i < points; i++) {
            double after = before;
            if (i + 1 < points) {
                double span = time[nodeOf[i + 1]] - time[nodeOf[i]];
                after = span > 0 ? (heights[i + 1] - heights[i]) / span : 0;
            }
            if (i == 0) {
                rates[i] = after;
            } else if (i + 1 == points) {
                rates[i] = before;
            } else {
                rates[i] = before * after > 0 ? 2 * before * after / (before + after) : 0;
            }
            before = after;
        }
    }

    private Path pieces(@Nullable Terrain ground, double apogee) {
        double[] pieces = new double[(nodes - 1) * Path.WIDTH];
        double[] now = motions[0];
        double[] before = motions[1];
        double duration = time[nodes - 1];
        int leg = 0;
        for (int i = 0; i < nodes; i++) {
            leg = legOf(i, leg);
            double start = time[nodeOf[leg]];
            double span = Math.max(1e-6, time[nodeOf[leg + 1]] - start);
            double part = Math.clamp((time[i] - start) / span, 0, 1);
            double low = heights[leg];
            double rise = heights[leg + 1] - low;
            double from = rates[leg] * span;
            double to = rates[leg + 1] * span;
            double square = 3 * rise - 2 * from - to;
            double cube = from + to - 2 * rise;
            double height = low + part * (from + part * (square + part * cube));
            double rate = (from + part * (2 * square + part * 3 * cube)) / span;
            double whole = time[i] / duration;
            height += 4 * apogee * whole * (1 - whole);
            rate += 4 * apogee * (1 - 2 * whole) / duration;
            motion(i, speed[i], height, rate, now);
            if (i > 0) {
                for (int axis = 0; axis < 4; axis++) {
                    hermite(
                            before,
                            now,
                            axis,
                            time[i] - time[i - 1],
                            pieces,
                            (i - 1) * Path.WIDTH + 4 * axis);
                }
            }
            double[] swap = before;
            before = now;
            now = swap;
        }
        return new Path(
                Arrays.copyOf(time, nodes),
                pieces,
                ground == null || ground.isSmooth() ? null : new GroundProfile(ground, speeds[0]));
    }

    /** Writes position and velocity, and height and its rate, of a node: x, vx, y, vy and so on. */
    private void motion(int node, double speed, double height, double rate, double[] out) {
        int at = 3 * node;
        double gx = place[at] * PER_AA;
        double gy = place[at + 1] * PER_AA;
        double gz = place[at + 2] * PER_BB;
        double size = Math.sqrt(gx * gx + gy * gy + gz * gz);
        double nx = gx / size;
        double ny = gy / size;
        double nz = gz / size;
        double vx = speed * direction[at];
        double vy = speed * direction[at + 1];
        double vz = speed * direction[at + 2];
        // How the normal turns as the place moves.
        double hx = vx * PER_AA;
        double hy = vy * PER_AA;
        double hz = vz * PER_BB;
        double along = nx * hx + ny * hy + nz * hz;
        double lever = height / size;
        out[0] = place[at] + height * nx;
        out[1] = vx + rate * nx + lever * (hx - along * nx);
        out[2] = place[at + 1] + height * ny;
        out[3] = vy + rate * ny + lever * (hy - along * ny);
        out[4] = place[at + 2] + height * nz;
        out[5] = vz + rate * nz + lever * (hz - along * nz);
        out[6] = height;
        out[7] = rate;
    }

    private static void hermite(
            double[] from, double[] to, int axis, double step, double[] out, int index) {
        double a = from[2 * axis];
        double va = from[2 * axis + 1];
        double b = to[2 * axis];
        double vb = to[2 * axis + 1];
        double mean = (b - a) / step;
        out[index] = a;
        out[index + 1] = va;
        out[index + 2] = (3 * mean - 2 * va - vb) / step;
        out[index + 3] = (va + vb - 2 * mean) / (step * step);
    }

    private void node(double[] at, int index, double[] towards, double far) {
        if (nodes == distance.length) {
            place = Arrays.copyOf(place, 2 * place.length);
            direction = Arrays.copyOf(direction, 2 * direction.length);
            distance = Arrays.copyOf(distance, 2 * nodes);
            time = Arrays.copyOf(time, 2 * nodes);
            speed = Arrays.copyOf(speed, 2 * nodes);
        }
        System.arraycopy(at, index, place, 3 * nodes, 3);
        System.arraycopy(towards, 0, direction, 3 * nodes, 3);
        distance[nodes] = far;
        nodes++;
    }

    /** Writes the direction at a point towards another, along the ground. */
    private void tangent(int from, int to, double[] out) {
        double x = point[from];
        double y = point[from + 1];
        double z = point[from + 2];
        direct(x, y, z, 1, point[to] - x, point[to + 1] - y, point[to + 2] - z, out);
    }

    /** Projects a point to the ground ({@link #into}) with a direction there ({@link #outOf}). */
    private void projected(double x, double y, double z, double dx, double dy, double dz) {
        double scale = project(x, y, z, into);
        direct(x, y, z, scale, dx, dy, dz, outOf);
    }

    /** Writes the point of the ellipsoid in the direction of another, and returns the scale. */
    static double project(double x, double y, double z, double[] out) {
        double scale = 1 / Math.sqrt((x * x + y * y) * PER_AA + z * z * PER_BB);
        out[0] = x * scale;
        out[1] = y * scale;
        out[2] = z * scale;
        return scale;
    }

    /** Writes how the projection of a point moves when the point moves, as a unit vector. */
    private static void direct(
            double x,
            double y,
            double z,
            double scale,
            double dx,
            double dy,
            double dz,
            double[] out) {
        double change = -scale * scale * ((x * dx + y * dy) * PER_AA + z * dz * PER_BB);
        double ux = dx + change * x;
        double uy = dy + change * y;
        double uz = dz + change * z;
        double size = Math.sqrt(ux * ux + uy * uy + uz * uz);
        double per = size > 0 ? 1 / size : 0;
        out[0] = ux * per;
        out[1] = uy * per;
        out[2] = uz * per;
    }

    private static double chord(double[] a, int i, double[] b, int j) {
        double dx = a[i] - b[j];
        double dy = a[i + 1] - b[j + 1];
        double dz = a[i + 2] - b[j + 2];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    /** Returns the arc on the ground (m) of a chord (m); exact enough up to a quarter turn. */
    private static double arc(double chord) {
        double half = Math.min(1, chord / (2 * MEAN_RADIUS));
        return half < 0.01
                ? chord * (1 + half * half * (1 / 6.0 + half * half * 0.075))
                : 2 * MEAN_RADIUS * StrictMath.asin(half);
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static void cross(double[] a, double[] b, int j, double[] out) {
        out[0] = a[1] * b[j + 2] - a[2] * b[j + 1];
        out[1] = a[2] * b[j] - a[0] * b[j + 2];
        out[2] = a[0] * b[j + 1] - a[1] * b[j];
    }
}
