package org.airwarden.analysis;

/**
 * A radar of a scenario: what a tracker is told of it, and what it is not told.
 *
 * @param name its name
 * @param x place east (m)
 * @param y place north (m)
 * @param z height (m)
 * @param rangeSigma deviation of range (m)
 * @param azimuthSigma deviation of azimuth (rad)
 * @param elevationSigma deviation of elevation (rad)
 * @param detection probability that a target is seen in a scan
 * @param clutter expected number of false plots a scan
 * @param period time of a turn (s)
 * @param range how far it sees (m)
 * @param offset start of the first scan (s)
 * @param hidden what a tracker is not told
 */
record ScenarioRadar(
        String name,
        double x,
        double y,
        double z,
        double rangeSigma,
        double azimuthSigma,
        double elevationSigma,
        double detection,
        double clutter,
        double period,
        double range,
        double offset,
        Hidden hidden) {

    /**
     * @param turning whether plots carry the time at which the beam crossed them, else all of a
     *     scan carry the time of its start
     * @param rangeBias added to range (m)
     * @param rangeScale range is multiplied with 1 and this
     * @param azimuthBias added to azimuth: north is misaligned (rad)
     * @param timeBias added to the time that plots tell (s)
     * @param rangeCell difference in range at which two targets are told apart half of the time
     *     (m); 0 where all are
     * @param azimuthCell the same in azimuth (rad)
     * @param missedScans share of scans in which nothing at all comes
     */
    record Hidden(
            boolean turning,
            double rangeBias,
            double rangeScale,
            double azimuthBias,
            double timeBias,
            double rangeCell,
            double azimuthCell,
            double missedScans) {
        /** Nothing hidden: as the plain scenarios are. */
        static final Hidden NOTHING = new Hidden(false, 0, 0, 0, 0, 0, 0, 0);

        Hidden resolving(double metres, double radians) {
            return new Hidden(
                    turning,
                    rangeBias,
                    rangeScale,
                    azimuthBias,
                    timeBias,
                    metres,
                    radians,
                    missedScans);
        }

        Hidden missing(double share) {
            return new Hidden(
                    turning,
                    rangeBias,
                    rangeScale,
                    azimuthBias,
                    timeBias,
                    rangeCell,
                    azimuthCell,
                    share);
        }
    }

    ScenarioRadar with(Hidden other) {
        return new ScenarioRadar(
                name,
                x,
                y,
                z,
                rangeSigma,
                azimuthSigma,
                elevationSigma,
                detection,
                clutter,
                period,
                range,
                offset,
                other);
    }
}
