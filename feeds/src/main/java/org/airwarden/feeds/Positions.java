package org.airwarden.feeds;

/** Checks of positions. Stateless; any thread. */
final class Positions {
    private Positions() {}

    /** Tells whether a latitude and a longitude (rad) lie on the earth. NaN does not. */
    static boolean isPossible(double latitude, double longitude) {
        return Math.abs(latitude) <= StrictMath.PI / 2 && Math.abs(longitude) <= StrictMath.PI;
    }

    /** Returns what is wrong with an impossible position. */
    static String words(double latitude, double longitude) {
        return "latitude "
                + StrictMath.toDegrees(latitude)
                + ", longitude "
                + StrictMath.toDegrees(longitude)
                + " is no place on the earth";
    }
}
