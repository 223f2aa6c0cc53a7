package org.airwarden.modes;

/**
 * What a {@link PositionDecoder} takes for possible.
 *
 * @param receiverLatitude radians, NaN when the place of the receiver is not known; surface
 *     positions of aircraft never seen airborne need it
 * @param receiverLongitude radians, NaN when not known
 * @param maximumRange metres from the receiver beyond which no position is believed
 * @param maximumAirborneSpeed metres a second
 * @param maximumSurfaceSpeed metres a second
 */
public record PositionSettings(
        double receiverLatitude,
        double receiverLongitude,
        double maximumRange,
        double maximumAirborneSpeed,
        double maximumSurfaceSpeed) {

    /** Settings for a receiver whose place is not known: no range check, no surface reference. */
    public static PositionSettings anywhere() {
        return at(Double.NaN, Double.NaN);
    }

    /** Settings for a receiver at this place, in radians; range 700 km. */
    public static PositionSettings at(double latitude, double longitude) {
        return new PositionSettings(latitude, longitude, 700_000, 1_000, 150);
    }

    boolean knowsReceiver() {
        return !Double.isNaN(receiverLatitude) && !Double.isNaN(receiverLongitude);
    }
}
