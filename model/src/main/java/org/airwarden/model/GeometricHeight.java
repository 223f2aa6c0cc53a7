package org.airwarden.model;

/**
 * Height above the WGS-84 ellipsoid.
 *
 * @param metres height (m)
 */
public record GeometricHeight(double metres) {
    private static final double FOOT = 0.3048;

    /** Returns the height given in feet. */
    public static GeometricHeight ofFeet(double feet) {
        return new GeometricHeight(feet * FOOT);
    }

    /** Returns the height in feet. */
    public double feet() {
        return metres / FOOT;
    }
}
