package org.airwarden.geodesy;

/**
 * Local axes east, north, up in a {@link World}: an origin and a rotation, both exact. A sensor's
 * placement is one, and a track's state lives in one.
 *
 * <p>Immutable; any thread.
 *
 * @param originX origin in the world (m)
 * @param originY origin in the world (m)
 * @param originZ origin in the world (m)
 * @param eastX first axis in the world (unit vector)
 * @param eastY first axis
 * @param eastZ first axis
 * @param northX second axis in the world (unit vector)
 * @param northY second axis
 * @param northZ second axis
 * @param upX third axis in the world (unit vector)
 * @param upY third axis
 * @param upZ third axis
 */
public record Frame(
        double originX,
        double originY,
        double originZ,
        double eastX,
        double eastY,
        double eastZ,
        double northX,
        double northY,
        double northZ,
        double upX,
        double upY,
        double upZ) {

    /** The axes of {@link World#FLAT} themselves. */
    public static final Frame FLAT = flatAt(0, 0, 0);

    /** Returns the tangent frame of the ellipsoid at a position, in {@link World#EARTH}. */
    public static Frame tangent(GeodeticPosition at) {
        double[] origin = new double[3];
        Wgs84.toEarthCentred(at.latitude(), at.longitude(), at.height(), origin);
        double sinLatitude = StrictMath.sin(at.latitude());
        double cosLatitude = StrictMath.cos(at.latitude());
        double sinLongitude = StrictMath.sin(at.longitude());
        double cosLongitude = StrictMath.cos(at.longitude());
        return new Frame(
                origin[0],
                origin[1],
                origin[2],
                -sinLongitude,
                cosLongitude,
                0,
                -sinLatitude * cosLongitude,
                -sinLatitude * sinLongitude,
                cosLatitude,
                cosLatitude * cosLongitude,
                cosLatitude * sinLongitude,
                sinLatitude);
    }

    /** Returns axes parallel to those of {@link World#FLAT} with another origin (m). */
    public static Frame flatAt(double x, double y, double z) {
        return new Frame(x, y, z, 1, 0, 0, 0, 1, 0, 0, 0, 1);
    }

    /**
     * Writes the local coordinates of a world point.
     *
     * @param out receives east, north, up (m) from {@code index} on
     */
    public void toLocal(double x, double y, double z, double[] out, int index) {
        directionToLocal(x - originX, y - originY, z - originZ, out, index);
    }

    /** Writes the world coordinates of a local point, from {@code index} on. */
    public void toWorld(double east, double north, double up, double[] out, int index) {
        directionToWorld(east, north, up, out, index);
        out[index] += originX;
        out[index + 1] += originY;
        out[index + 2] += originZ;
    }

    /** Writes a world vector (a velocity, an axis) in local axes, from {@code index} on. */
    public void directionToLocal(double x, double y, double z, double[] out, int index) {
        out[index] = eastX * x + eastY * y + eastZ * z;
        out[index + 1] = northX * x + northY * y + northZ * z;
        out[index + 2] = upX * x + upY * y + upZ * z;
    }

    /** Writes a local vector in world axes, from {@code index} on. */
    public void directionToWorld(double east, double north, double up, double[] out, int index) {
        out[index] = eastX * east + northX * north + upX * up;
        out[index + 1] = eastY * east + northY * north + upY * up;
        out[index + 2] = eastZ * east + northZ * north + upZ * up;
    }
}
