package org.airwarden.model;

/**
 * Height in the standard atmosphere above 1013.25 hPa: what Mode C and flight levels tell. It
 * differs from a geometric height by some hundreds of metres with the weather.
 *
 * @param metres height (m)
 */
public record PressureHeight(double metres) {
    private static final double FOOT = 0.3048;

    /** Returns the height given in feet. */
    public static PressureHeight ofFeet(double feet) {
        return new PressureHeight(feet * FOOT);
    }

    /** Returns the height in feet. */
    public double feet() {
        return metres / FOOT;
    }
}
