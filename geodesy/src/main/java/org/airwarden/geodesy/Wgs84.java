package org.airwarden.geodesy;

/**
 * The WGS-84 ellipsoid: conversion between geodetic and earth-centred coordinates.
 *
 * <p>Constants: NIMA TR8350.2, third edition, table 3.1. Stateless; any thread.
 */
public final class Wgs84 {
    /** Semi-major axis (m). */
    public static final double SEMI_MAJOR_AXIS = 6_378_137.0;

    /** Flattening (1). */
    public static final double FLATTENING = 1 / 298.257_223_563;

    /** Semi-minor axis (m). */
    public static final double SEMI_MINOR_AXIS = SEMI_MAJOR_AXIS * (1 - FLATTENING);

    /** First eccentricity squared (1). */
    public static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

    private static final double SECOND_ECCENTRICITY_SQUARED =
            ECCENTRICITY_SQUARED / (1 - ECCENTRICITY_SQUARED);

    private Wgs84() {}

    /**
     * Writes the earth-centred coordinates of a geodetic position.
     *
     * @param latitude geodetic latitude (rad)
     * @param longitude longitude (rad)
     * @param height height above the ellipsoid (m)
     * @param out receives x, y, z (m) at indices 0 to 2
     */
    public static void toEarthCentred(
            double latitude, double longitude, double height, double[] out) {
        double sinLatitude = StrictMath.sin(latitude);
        double cosLatitude = StrictMath.cos(latitude);
        double normal = primeVerticalRadius(sinLatitude);
        double across = (normal + height) * cosLatitude;
        out[0] = across * StrictMath.cos(longitude);
        out[1] = across * StrictMath.sin(longitude);
        out[2] = ((1 - ECCENTRICITY_SQUARED) * normal + height) * sinLatitude;
    }

    /**
     * Returns the geodetic position of earth-centred coordinates.
     *
     * <p>Bowring's method with the parametric latitude improved twice (B. R. Bowring, Survey Review
     * XXIII 181, 1976): below a micrometre from the ground up to satellites. At the centre of the
     * earth the latitude is not defined; the poles' axis gives longitude 0.
     */
    public static GeodeticPosition toGeodetic(double x, double y, double z) {
        double across = Math.sqrt(x * x + y * y);
        double longitude = across == 0 ? 0 : StrictMath.atan2(y, x);
        double parametric = StrictMath.atan2(z * SEMI_MAJOR_AXIS, across * SEMI_MINOR_AXIS);
        double latitude = 0;
        for (int pass = 0; pass < 3; pass++) {
            double sin = StrictMath.sin(parametric);
            double cos = StrictMath.cos(parametric);
            latitude =
                    StrictMath.atan2(
                            z + SECOND_ECCENTRICITY_SQUARED * SEMI_MINOR_AXIS * sin * sin * sin,
                            across - ECCENTRICITY_SQUARED * SEMI_MAJOR_AXIS * cos * cos * cos);
            parametric =
                    StrictMath.atan2(
                            (1 - FLATTENING) * StrictMath.sin(latitude), StrictMath.cos(latitude));
        }
        double sinLatitude = StrictMath.sin(latitude);
        double cosLatitude = StrictMath.cos(latitude);
        double normal = primeVerticalRadius(sinLatitude);
        // Projecting on the normal is well conditioned at the equator and at the poles alike.
        double height =
                across * cosLatitude
                        + z * sinLatitude
                        - normal * (1 - ECCENTRICITY_SQUARED * sinLatitude * sinLatitude);
        return new GeodeticPosition(latitude, longitude, height);
    }

    /**
     * Writes the ellipsoid's outward normal (a unit vector) below or above a point, and returns the
     * point's height above the ellipsoid (m): what {@link #toGeodetic} finds, by the same method,
     * but without angles and in a tenth of the time. At the centre of the earth the normal is not
     * defined; on the poles' axis it is exact.
     *
     * @param normal receives x, y, z at indices 0 to 2
     */
    public static double heightAndNormal(double x, double y, double z, double[] normal) {
        double across = Math.sqrt(x * x + y * y);
        double sine = z * SEMI_MAJOR_AXIS;
        double cosine = across * SEMI_MINOR_AXIS;
        double length = Math.sqrt(sine * sine + cosine * cosine);
        double sin = length > 0 ? sine / length : 0;
        double cos = length > 0 ? cosine / length : 1;
        double sinLatitude = 0;
        double cosLatitude = 1;
        for (int pass = 0; pass < 3; pass++) {
            sine = z + SECOND_ECCENTRICITY_SQUARED * SEMI_MINOR_AXIS * sin * sin * sin;
            cosine = across - ECCENTRICITY_SQUARED * SEMI_MAJOR_AXIS * cos * cos * cos;
            length = Math.sqrt(sine * sine + cosine * cosine);
            sinLatitude = sine / length;
            cosLatitude = cosine / length;
            sine = (1 - FLATTENING) * sinLatitude;
            length = Math.sqrt(sine * sine + cosLatitude * cosLatitude);
            sin = sine / length;
            cos = cosLatitude / length;
        }
        normal[0] = across > 0 ? cosLatitude * (x / across) : 0;
        normal[1] = across > 0 ? cosLatitude * (y / across) : 0;
        normal[2] = sinLatitude;
        return across * cosLatitude
                + z * sinLatitude
                - primeVerticalRadius(sinLatitude)
                        * (1 - ECCENTRICITY_SQUARED * sinLatitude * sinLatitude);
    }

    /** Returns the radius of curvature in the prime vertical (m), given the latitude's sine. */
    static double primeVerticalRadius(double sinLatitude) {
        return SEMI_MAJOR_AXIS / Math.sqrt(1 - ECCENTRICITY_SQUARED * sinLatitude * sinLatitude);
    }
}
