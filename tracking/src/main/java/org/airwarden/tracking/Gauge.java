package org.airwarden.tracking;

/**
 * Shares out what radars alone cannot know: were the whole picture turned and shifted, all of their
 * sites and norths would seem off, and their reports would agree as well. Of all such pictures this
 * finds the one in which the fewest radars are off: the least sum of absolute deviations of sites
 * and norths, by iteratively reweighted least squares (P. W. Holland, R. E. Welsch, Communications
 * in Statistics A6, 1977). Not thread-safe.
 */
final class Gauge {
    /** Usual errors of a surveyed site (m) and of a north (rad). */
    private static final double SITE = 20;

    private static final double NORTH = Math.toRadians(0.1);
    private static final int ROUNDS = 30;

    /** Deviations below which an error counts by its square. */
    private static final double KNEE = 0.25;

    private int count;
    private double[] x = new double[0];
    private double[] y = new double[0];
    private double[] east = new double[0];
    private double[] north = new double[0];
    private double[] azimuth = new double[0];

    /** How far the picture is turned clockwise about the origin (rad), and shifted (m). */
    double turn;

    double shiftEast;
    double shiftNorth;

    Gauge() {}

    void clear(int room) {
        count = 0;
        if (x.length < room) {
            x = new double[room];
            y = new double[room];
            east = new double[room];
            north = new double[room];
            azimuth = new double[room];
        }
    }

    /** Adds a radar: where it stands in a plane (m), and its biases. */
    void add(double atX, double atY, double siteEast, double siteNorth, double turned) {
        x[count] = atX;
        y[count] = atY;
        east[count] = siteEast;
        north[count] = siteNorth;
        azimuth[count] = turned;
        count++;
    }

    double eastOf(int radar) {
        return east[radar] - turn * y[radar] - shiftEast;
    }

    double northOf(int radar) {
        return north[radar] + turn * x[radar] - shiftNorth;
    }

    double azimuthOf(int radar) {
        return azimuth[radar] - turn;
    }

    /** Finds turn and shift. */
    void solve() {
        turn = 0;
        shiftEast = 0;
        shiftNorth = 0;
        for (int round = 0; round < ROUNDS; round++) {
            step();
        }
    }

    private void step() {
        // Normal equations of (turn, shift east, shift north); each radar's site counts by how
        // near to right the last round left it.
        double tt = 0;
        double te = 0;
        double tn = 0;
        double ss = 0;
        double rt = 0;
        double re = 0;
        double rn = 0;
        for (int i = 0; i < count; i++) {
            double e = eastOf(i) / SITE;
            double n = northOf(i) / SITE;
            double w = 1 / (SITE * SITE * Math.max(KNEE, Math.sqrt(e * e + n * n)));
            double v = 1 / (NORTH * NORTH * Math.max(KNEE, Math.abs(azimuthOf(i)) / NORTH));
            tt += w * (x[i] * x[i] + y[i] * y[i]) + v;
            te += w * y[i];
            tn -= w * x[i];
            ss += w;
            rt += w * (y[i] * east[i] - x[i] * north[i]) + v * azimuth[i];
            re += w * east[i];
            rn += w * north[i];
        }
        double rest = tt - (te * te + tn * tn) / ss;
        if (!(rest > 0)) {
            return;
        }
        turn = (rt - (te * re + tn * rn) / ss) / rest;
        shiftEast = (re - te * turn) / ss;
        shiftNorth = (rn - tn * turn) / ss;
    }
}
