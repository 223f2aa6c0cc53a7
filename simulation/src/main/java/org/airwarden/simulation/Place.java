package org.airwarden.simulation;

/**
 * A place on the earth.
 *
 * @param latitude WGS-84 (rad)
 * @param longitude WGS-84 (rad)
 */
public record Place(double latitude, double longitude) {
    /** Returns the place of two angles in degrees. */
    public static Place ofDegrees(double latitude, double longitude) {
        return new Place(StrictMath.toRadians(latitude), StrictMath.toRadians(longitude));
    }
}
