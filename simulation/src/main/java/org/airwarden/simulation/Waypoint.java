package org.airwarden.simulation;

/**
 * Where a flight goes next.
 *
 * @param latitude WGS-84 (deg)
 * @param longitude WGS-84 (deg)
 * @param height geometric height to have there (m)
 * @param speed ground speed to have there (m/s)
 */
record Waypoint(double latitude, double longitude, double height, double speed) {}
