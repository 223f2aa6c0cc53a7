package org.airwarden.tracking;

import org.airwarden.geodesy.Frame;
import org.airwarden.model.Sensor;
import org.airwarden.model.Strobe;
import org.airwarden.model.Time;

/**
 * A strobe with its time judged.
 *
 * @param strobe as reported
 * @param time when it is taken to have been measured
 * @param reach how far away what it comes from is at most (m)
 */
record Bearing(Strobe strobe, long time, double reach) {
    /**
     * Of a strobe that tells none: half the usual beam of a radar, and a plain direction finder.
     */
    private static final double RADAR_SIGMA = Math.toRadians(0.6);

    private static final double FINDER_SIGMA = Math.toRadians(1);

    double azimuthSigma(SensorState sensor) {
        double told = strobe.azimuthSigma();
        if (told > 0) {
            return told;
        }
        if (sensor.sensor().kind() == Sensor.Kind.RADAR) {
            return RADAR_SIGMA;
        }
        double known = sensor.sensor().azimuthSigma();
        return Double.isNaN(known) ? FINDER_SIGMA : known;
    }

    double elevationSigma(SensorState sensor) {
        if (strobe.elevationSigma() > 0) {
            return strobe.elevationSigma();
        }
        double known = sensor.sensor().elevationSigma();
        return Double.isNaN(known) ? azimuthSigma(sensor) : known;
    }

    void observe(
            Bearings bearings,
            LiveTrack track,
            SensorState sensor,
            Frame at,
            double seconds,
            boolean curved,
            Observation out) {
        bearings.observe(
                track,
                at,
                seconds,
                curved,
                strobe.azimuth(),
                azimuthSigma(sensor),
                strobe.elevation(),
                elevationSigma(sensor),
                out);
    }

    /** Returns the seconds from a track's time to it. */
    double after(LiveTrack track) {
        return Time.secondsBetween(track.time, time);
    }
}
