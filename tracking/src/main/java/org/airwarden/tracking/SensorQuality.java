package org.airwarden.tracking;

/**
 * What tracking found out about a sensor.
 *
 * @param sensor its number
 * @param compared how often its reports were compared with another sensor's; 0 where none sees the
 *     same targets, and no bias is known then
 * @param significant whether significant biases were found; they are taken off its reports
 * @param heldOut whether it is so far off that its reports have no part in tracks
 * @param range slant range reported less true (m)
 * @param scale share of the range that is reported too much
 * @param azimuth azimuth reported less true (rad)
 * @param time claimed time less true (s)
 * @param east its reports' places less true ones, or its site's as stated less as it stands (m)
 * @param north the same to the north (m)
 * @param distanceBefore root mean square distance to what others reported (m), as reported
 * @param distanceAfter the same with the biases taken off
 * @param detection probability that it reports a target at a look, as learned
 * @param falsePlots false plots in a scan, as learned
 */
public record SensorQuality(
        int sensor,
        long compared,
        boolean significant,
        boolean heldOut,
        Bias range,
        Bias scale,
        Bias azimuth,
        Bias time,
        Bias east,
        Bias north,
        double distanceBefore,
        double distanceAfter,
        double detection,
        double falsePlots) {

    /**
     * An estimated bias.
     *
     * @param value the estimate
     * @param sigma its standard deviation; 0 where the sensor cannot have the bias, or none is
     *     known
     */
    public record Bias(double value, double sigma) {
        /** Returns how many standard deviations from 0 the value lies. */
        public double significance() {
            return sigma > 0 ? Math.abs(value) / sigma : 0;
        }
    }

    private static final Bias NONE = new Bias(0, 0);

    static SensorQuality of(SensorState state, Registration registration) {
        int id = state.sensor().id();
        Alignment one = registration.of(id);
        if (one == null || one.block < 0) {
            return new SensorQuality(
                    id,
                    0,
                    false,
                    false,
                    NONE,
                    NONE,
                    NONE,
                    NONE,
                    NONE,
                    NONE,
                    0,
                    0,
                    state.learnedDetection(),
                    state.falsePlots());
        }
        return new SensorQuality(
                id,
                one.comparisons(),
                one.isOff(),
                one.isHeldOut(),
                bias(one, BiasFilter.RANGE),
                bias(one, BiasFilter.SCALE),
                bias(one, BiasFilter.AZIMUTH),
                new Bias(one.claimedTimeBias(), one.sigma[BiasFilter.TIME]),
                bias(one, BiasFilter.EAST),
                bias(one, BiasFilter.NORTH),
                one.distanceBefore(),
                one.distanceAfter(),
                state.learnedDetection(),
                state.falsePlots());
    }

    private static Bias bias(Alignment one, int parameter) {
        return new Bias(one.value[parameter], one.sigma[parameter]);
    }
}
