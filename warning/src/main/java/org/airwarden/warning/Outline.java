package org.airwarden.warning;

import java.util.List;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Wgs84;

/**
 * An area on the ground, as a polygon in the frame that touches the ellipsoid at its middle. Good
 * for areas up to some tens of kilometres across, seen from some hundreds. Immutable; any thread.
 */
public final class Outline {
    private final Frame frame;
    private final double[] east;
    private final double[] north;
    private final double radius;
    private final double surface;

    /**
     * Makes one of its corners, in order, either way round.
     *
     * @param corners three at least; heights are not used
     * @throws IllegalArgumentException where there are fewer
     */
    public Outline(List<GeodeticPosition> corners) {
        if (corners.size() < 3) {
            throw new IllegalArgumentException("an outline of " + corners.size() + " corners");
        }
        double latitude = 0;
        double longitude = 0;
        for (GeodeticPosition corner : corners) {
            latitude += corner.latitude() / corners.size();
            longitude += corner.longitude() / corners.size();
        }
        frame = Frame.tangent(new GeodeticPosition(latitude, longitude, 0));
        east = new double[corners.size()];
        north = new double[corners.size()];
        double[] world = new double[3];
        double[] local = new double[3];
        double farthest = 0;
        for (int i = 0; i < corners.size(); i++) {
            GeodeticPosition corner = corners.get(i);
            Wgs84.toEarthCentred(corner.latitude(), corner.longitude(), 0, world);
            frame.toLocal(world[0], world[1], world[2], local, 0);
            east[i] = local[0];
            north[i] = local[1];
            farthest = Math.max(farthest, local[0] * local[0] + local[1] * local[1]);
        }
        radius = StrictMath.sqrt(farthest);
        double twice = 0;
        for (int i = 0, before = east.length - 1; i < east.length; before = i++) {
            twice += east[before] * north[i] - east[i] * north[before];
        }
        surface = Math.abs(twice) / 2;
    }

    /** Returns the frame at its middle: east, north, up. */
    public Frame frame() {
        return frame;
    }

    /** Returns the distance from its middle to its farthest corner (m). */
    public double radius() {
        return radius;
    }

    /** Returns its surface (m²). */
    public double surface() {
        return surface;
    }

    /**
     * Tells whether a point lies inside, by counting crossings.
     *
     * @param e east in its frame (m)
     * @param n north in its frame (m)
     */
    public boolean contains(double e, double n) {
        boolean inside = false;
        for (int i = 0, before = east.length - 1; i < east.length; before = i++) {
            if (north[i] > n != north[before] > n
                    && e
                            < (east[before] - east[i]) * (n - north[i]) / (north[before] - north[i])
                                    + east[i]) {
                inside = !inside;
            }
        }
        return inside;
    }

    /**
     * Returns the distance (m) from a point to it; 0 inside.
     *
     * @param e east in its frame (m)
     * @param n north in its frame (m)
     */
    public double distance(double e, double n) {
        if (contains(e, n)) {
            return 0;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0, before = east.length - 1; i < east.length; before = i++) {
            double de = east[i] - east[before];
            double dn = north[i] - north[before];
            double length = de * de + dn * dn;
            double part =
                    length == 0
                            ? 0
                            : Math.clamp(
                                    ((e - east[before]) * de + (n - north[before]) * dn) / length,
                                    0,
                                    1);
            double offE = e - east[before] - part * de;
            double offN = n - north[before] - part * dn;
            least = Math.min(least, offE * offE + offN * offN);
        }
        return StrictMath.sqrt(least);
    }
}
