package org.airwarden.simulation;

/**
 * The probability of detection against distance, tabulated for one radar class and one kind of
 * echo, so that a look costs no logarithm.
 *
 * <p>By the radar equation the signal-to-noise ratio is that at the reference distance times the
 * inverse fourth power of the distance in units of it. The table's argument is the square of that
 * relative distance; its places lie as floating-point numbers do, 128 an octave, and between two
 * the probability is interpolated. It differs from {@link Detecting} by less than 1e-3; in tests by
 * less than 1e-4. Immutable; any thread.
 */
final class DetectionCurve {
    private static final int BITS = 7;
    private static final int SHIFT = 52 - BITS;
    private static final double NEAREST = 0x1p-10;
    private static final double FARTHEST = 0x1p5;
    private static final long FIRST = Double.doubleToRawLongBits(NEAREST) >>> SHIFT;
    private static final int PLACES =
            (int) ((Double.doubleToRawLongBits(FARTHEST) >>> SHIFT) - FIRST);
    private static final double PART = 1.0 / (1L << SHIFT);

    private final double[] probability = new double[PLACES + 1];
    private final double reach;

    /**
     * Tabulates.
     *
     * @param fluctuation the echo's Swerling case, 0 to 4
     * @param pulses pulses that are added
     * @param falseAlarm probability of a false alarm in a cell
     * @param reference mean signal-to-noise ratio (power ratio) of one pulse at the reference
     *     distance
     */
    DetectionCurve(int fluctuation, int pulses, double falseAlarm, double reference) {
        double threshold = Detecting.threshold(pulses, falseAlarm);
        double farthest = NEAREST;
        for (int i = 0; i <= PLACES; i++) {
            double square = Double.longBitsToDouble((FIRST + i) << SHIFT);
            probability[i] =
                    Detecting.probabilityAbove(
                            threshold, fluctuation, pulses, reference / (square * square));
            if (probability[i] > 1e-4) {
                farthest = square;
            }
        }
        reach = farthest;
    }

    /** Returns the squared relative distance beyond which less than one look in 10,000 detects. */
    double reach() {
        return reach;
    }

    /**
     * Returns the probability of detection.
     *
     * @param square the square of the distance in units of the reference distance, 0 or more
     */
    double at(double square) {
        if (square < NEAREST) {
            return probability[0];
        }
        if (!(square < FARTHEST)) {
            return 0;
        }
        long bits = Double.doubleToRawLongBits(square);
        int place = (int) ((bits >>> SHIFT) - FIRST);
        double part = (bits & ((1L << SHIFT) - 1)) * PART;
        double near = probability[place];
        return near + part * (probability[place + 1] - near);
    }
}
