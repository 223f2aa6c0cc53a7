package org.airwarden.tracking;

import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.geodesy.World;

/**
 * What accelerates a thing that only falls, in the axes of a track's frame.
 *
 * <p>On the ellipsoid: normal gravity by Somigliana's formula (National Imagery and Mapping Agency,
 * TR8350.2, Department of Defense World Geodetic System 1984, 3rd edition, 2000, section 4), less
 * with the height as the square of the distance from the centre, towards where down is there; and
 * the Coriolis acceleration, since the axes turn with the earth. The centrifugal one is part of
 * normal gravity. Good to 0.01 m/s^2 within 50 km of the frame's origin and 100 km of height. In
 * {@link World#FLAT} standard gravity straight down. Immutable; any thread.
 */
final class Gravity {
    /** Normal gravity at the equator (m/s^2), Somigliana's constant, first eccentricity squared. */
    private static final double EQUATOR = 9.780_325_335_9;

    private static final double SOMIGLIANA = 0.001_931_852_652_41;
    private static final double ECCENTRICITY = 0.006_694_379_990_14;

    /** Standard gravity (m/s^2), ISO 80000-3. */
    private static final double STANDARD = 9.806_65;

    /** Angular velocity of the earth (rad/s). */
    private static final double SPIN = 7.292_115e-5;

    final World world;

    /** At height 0 (m/s^2), one over the earth's radius (1/m), spin in the frame's axes (rad/s). */
    private final double surface;

    private final double bend;
    private final double spinEast;
    private final double spinNorth;
    private final double spinUp;

    /** Makes that of a frame, whose origin lies at height 0. */
    Gravity(Frame frame, World world) {
        this.world = world;
        if (world == World.FLAT) {
            surface = STANDARD;
            bend = 0;
            spinEast = 0;
            spinNorth = 0;
            spinUp = 0;
            return;
        }
        double square = frame.upZ() * frame.upZ();
        surface = EQUATOR * (1 + SOMIGLIANA * square) / Math.sqrt(1 - ECCENTRICITY * square);
        bend = 1 / Wgs84.SEMI_MAJOR_AXIS;
        spinEast = SPIN * frame.eastZ();
        spinNorth = SPIN * frame.northZ();
        spinUp = SPIN * frame.upZ();
    }

    /**
     * Moves a state on as it falls, to second order in time (m, m/s).
     *
     * @param mean holds the state from {@code x} on
     * @param seconds the step
     */
    void fall(double[] mean, int x, double seconds) {
        double dt = seconds;
        double px = mean[x];
        double py = mean[x + 1];
        double pz = mean[x + 2];
        double vx = mean[x + 3];
        double vy = mean[x + 4];
        double vz = mean[x + 5];
        double ax = 0;
        double ay = 0;
        double az = 0;
        // The second time round with the acceleration that it has midway.
        for (int round = 0; round < 2; round++) {
            double half = round == 0 ? 0 : dt / 2;
            double qx = px + half * vx + 0.5 * half * half * ax;
            double qy = py + half * vy + 0.5 * half * half * ay;
            double qz = pz + half * vz + 0.5 * half * half * az;
            double ux = vx + half * ax;
            double uy = vy + half * ay;
            double uz = vz + half * az;
            double leanX = bend * qx;
            double leanY = bend * qy;
            double height = qz + 0.5 * (leanX * qx + leanY * qy);
            double nearer = 1 + bend * height;
            double pull = surface / (nearer * nearer);
            double level = Math.sqrt(Math.max(0, 1 - leanX * leanX - leanY * leanY));
            ax = -pull * leanX - 2 * (spinNorth * uz - spinUp * uy);
            ay = -pull * leanY - 2 * (spinUp * ux - spinEast * uz);
            az = -pull * level - 2 * (spinEast * uy - spinNorth * ux);
        }
        mean[x] = px + dt * vx + 0.5 * dt * dt * ax;
        mean[x + 1] = py + dt * vy + 0.5 * dt * dt * ay;
        mean[x + 2] = pz + dt * vz + 0.5 * dt * dt * az;
        mean[x + 3] = vx + dt * ax;
        mean[x + 4] = vy + dt * ay;
        mean[x + 5] = vz + dt * az;
    }
}
