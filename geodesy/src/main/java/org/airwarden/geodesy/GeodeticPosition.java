package org.airwarden.geodesy;

/**
 * A position on or above the WGS-84 ellipsoid.
 *
 * @param latitude geodetic latitude (rad), -pi/2 to pi/2
 * @param longitude longitude (rad), -pi to pi
 * @param height height above the ellipsoid (m)
 */
public record GeodeticPosition(double latitude, double longitude, double height) {

    /** Returns a position given in degrees and metres. */
    public static GeodeticPosition ofDegrees(double latitude, double longitude, double height) {
        return new GeodeticPosition(
                StrictMath.toRadians(latitude), StrictMath.toRadians(longitude), height);
    }

    /** Returns the latitude (deg). */
    public double latitudeDegrees() {
        return StrictMath.toDegrees(latitude);
    }

    /** Returns the longitude (deg). */
    public double longitudeDegrees() {
        return StrictMath.toDegrees(longitude);
    }
}
