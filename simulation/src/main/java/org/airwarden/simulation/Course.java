package org.airwarden.simulation;

import java.util.List;
import org.airwarden.geodesy.Terrain;
import org.airwarden.geodesy.Wgs84;
import org.jspecify.annotations.Nullable;

/**
 * A route as a scenario says it, prepared once: its points on the ellipsoid and what lies to their
 * left, so that a run needs no angles. Immutable; any thread.
 */
final class Course {
    private static final double GENTLE = StrictMath.tan(StrictMath.toRadians(25));
    private static final double HARD = StrictMath.tan(StrictMath.toRadians(45));
    private static final double MIDDLING = StrictMath.tan(StrictMath.toRadians(35));

    private final PlatformClass platform;
    private final Terrain terrain;
    private final List<Leg> legs;
    private final double[] places;
    private final double[] left;

    /** What one mover drew of its route. One thread. */
    static final class Draw {
        final double[] place = new double[3];
        private final double[] aimed = new double[3];
        private double speed;
        private double height;
        private boolean released;
    }

    Course(PlatformClass platform, List<Leg> legs, Terrain terrain) {
        this.platform = platform;
        this.terrain = terrain;
        this.legs = List.copyOf(legs);
        places = new double[3 * legs.size()];
        left = new double[3 * legs.size()];
        double[] at = new double[3];
        for (int i = 0; i < legs.size(); i++) {
            Place place = legs.get(i).at();
            Wgs84.toEarthCentred(place.latitude(), place.longitude(), 0, at);
            System.arraycopy(at, 0, places, 3 * i, 3);
        }
        for (int i = 0; i < legs.size() && legs.size() > 1; i++) {
            int from = 3 * Math.max(0, i - 1);
            int to = 3 * Math.min(legs.size() - 1, i + 1);
            Place place = legs.get(i).at();
            double cosine = StrictMath.cos(place.latitude());
            double nx = cosine * StrictMath.cos(place.longitude());
            double ny = cosine * StrictMath.sin(place.longitude());
            double nz = StrictMath.sin(place.latitude());
            double dx = places[to] - places[from];
            double dy = places[to + 1] - places[from + 1];
            double dz = places[to + 2] - places[from + 2];
            double lx = ny * dz - nz * dy;
            double ly = nz * dx - nx * dz;
            double lz = nx * dy - ny * dx;
            double size = Math.max(1e-9, Math.sqrt(lx * lx + ly * ly + lz * lz));
            left[3 * i] = lx / size;
            left[3 * i + 1] = ly / size;
            left[3 * i + 2] = lz / size;
        }
    }

    /** Tells whether there is anywhere to go. */
    boolean isEmpty() {
        return legs.isEmpty();
    }

    PlatformClass platform() {
        return platform;
    }

    /** Whether heights are above the ground: of what flies low. */
    boolean followsGround() {
        return switch (platform.kind()) {
            case CRUISE_MISSILE, DRONE, HELICOPTER -> true;
            default -> false;
        };
    }

    /** Tangent of the bank in turns: 25 degrees for large aircraft, 45 for fighters. */
    double bank() {
        return switch (platform.kind()) {
            case AIRCRAFT -> platform.people() > 2 || platform.mustNotBeHit() ? GENTLE : HARD;
            case HELICOPTER, DRONE, DECOY -> GENTLE;
            default -> MIDDLING;
        };
    }

    /** Draws the mover's own speed and height, for points that say none. */
    void drawOwn(RandomStream random, Draw draw) {
        draw.speed = random.draw(platform.speed().value());
        draw.height = random.draw(platform.height().value());
        draw.released = false;
    }

    /**
     * Lays the route's points, drawing heights and speeds.
     *
     * @param aside by how much the whole route lies to its left (m)
     * @param east by how much the first point lies to the east (m)
     * @param north by how much the first point lies to the north (m)
     */
    void lay(
            RandomStream random,
            Draw draw,
            double aside,
            double east,
            double north,
            PathBuilder out) {
        double[] at = draw.place;
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            double height = at(leg.height(), random.next(), draw.height);
            double speed = at(leg.speed(), random.next(), draw.speed);
            System.arraycopy(places, 3 * i, at, 0, 3);
            if (aside != 0) {
                PathBuilder.project(
                        at[0] + aside * left[3 * i],
                        at[1] + aside * left[3 * i + 1],
                        at[2] + aside * left[3 * i + 2],
                        at);
            }
            if (i == 0 && (east != 0 || north != 0)) {
                shift(at, east, north);
            }
            out.add(at, 0, height, speed);
        }
    }

    private static double at(@Nullable Quantity quantity, double share, double otherwise) {
        return quantity == null ? otherwise : quantity.at(share);
    }

    /** Moves a place of the ellipsoid along the ground (m). */
    static void shift(double[] at, double east, double north) {
        double across = Math.sqrt(at[0] * at[0] + at[1] * at[1]);
        double ex = across > 0 ? -at[1] / across : 0;
        double ey = across > 0 ? at[0] / across : 1;
        double size = Math.sqrt(across * across + at[2] * at[2]);
        double sine = at[2] / size;
        // North is up cross east, up being taken from the earth's centre: 0.2 degrees at most off.
        double nx = -sine * ey;
        double ny = sine * ex;
        double nz = across / size;
        PathBuilder.project(
                at[0] + east * ex + north * nx,
                at[1] + east * ey + north * ny,
                at[2] + north * nz,
                at);
    }

    /**
     * Makes the path from what has been laid to an aim.
     *
     * @param aim place of the impact on the ellipsoid, or null for a route that just ends
     */
    Path finish(Draw draw, double @Nullable [] aim, PathBuilder out) {
        if (aim == null) {
            return out.along(bank(), followsGround() ? terrain : null);
        }
        double ground = GroundProfile.heightAt(terrain, aim[0], aim[1], aim[2]);
        switch (platform.kind()) {
            case BALLISTIC_MISSILE -> {
                out.add(aim, 0, ground, draw.speed);
                return out.thrown();
            }
            case GLIDE_WEAPON -> {
                out.add(aim, 0, ground, draw.speed);
                return out.straightDown();
            }
            case AIRCRAFT, HELICOPTER -> out.add(aim, 0, out.lastHeight(), out.lastSpeed());
            default -> {
                double low = followsGround() ? 0 : ground;
                double keep = draw.released ? draw.height : out.lastHeight();
                out.dive(aim, out.lastHeight(), keep, low, draw.aimed);
            }
        }
        return out.along(bank(), followsGround() ? terrain : null);
    }

    /** Begins the path of what is released at a place of the ellipsoid and a height. */
    void begin(Draw draw, double[] at, double height, PathBuilder out) {
        double above =
                followsGround()
                        ? height - GroundProfile.heightAt(terrain, at[0], at[1], at[2])
                        : height;
        out.add(at, 0, above, draw.speed);
        draw.released = true;
    }

    /** Writes the place of the ellipsoid under the middle of some corners. */
    static void middle(List<Place> corners, double[] out) {
        double x = 0;
        double y = 0;
        double z = 0;
        for (Place corner : corners) {
            Wgs84.toEarthCentred(corner.latitude(), corner.longitude(), 0, out);
            x += out[0];
            y += out[1];
            z += out[2];
        }
        PathBuilder.project(x, y, z, out);
    }
}
