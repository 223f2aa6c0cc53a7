package org.airwarden.modes;

/**
 * NL: how many longitude zones a latitude has in compact position reporting (RTCA DO-260B A.1.7.2
 * d, ICAO Doc 9871 C.2.6.2). The transition latitudes are computed once from the formula
 *
 * <pre>lat(NL) = arccos √( (1 - cos(π / 2 NZ)) / (1 - cos(2π / NL)) ),  NZ = 15</pre>
 *
 * <p>and latitudes are compared with them, in turns (1 turn = 360°): the rational numbers that CPR
 * is made of are then exact, or rounded alike on both sides.
 */
final class CprZones {

    /** {@code TRANSITION[n]}: the latitude in turns below which there are n zones or more. */
    private static final double[] TRANSITION = transitions();

    /** For each whole degree, the zones at its lower end. */
    private static final byte[] AT_DEGREE = atDegrees();

    private CprZones() {}

    private static double[] transitions() {
        double[] transitions = new double[60];
        double numerator = 1 - StrictMath.cos(Math.PI / 30);
        for (int zones = 3; zones <= 59; zones++) {
            double ratio = numerator / (1 - StrictMath.cos(2 * Math.PI / zones));
            transitions[zones] = StrictMath.acos(Math.sqrt(ratio)) / (2 * Math.PI);
        }
        // The formula's value for two zones is exactly 87 degrees.
        transitions[2] = 87.0 / 360.0;
        return transitions;
    }

    private static byte[] atDegrees() {
        byte[] zones = new byte[91];
        for (int degree = 0; degree < zones.length; degree++) {
            int count = 59;
            while (count > 1 && degree / 360.0 >= TRANSITION[count]) {
                count--;
            }
            zones[degree] = (byte) count;
        }
        return zones;
    }

    /**
     * The number of longitude zones.
     *
     * @param latitude in turns, -0.25 to 0.25
     * @return 1 to 59; 1 beyond the range
     */
    static int at(double latitude) {
        double size = Math.abs(latitude);
        if (!(size <= 0.25)) {
            return 1;
        }
        // 87 degrees itself belongs to the two zones below it.
        if (size == TRANSITION[2]) {
            return 2;
        }
        int zones = AT_DEGREE[Math.min((int) (size * 360), 90)];
        // The degree found may be one too high by rounding.
        while (zones < 59 && size < TRANSITION[zones + 1]) {
            zones++;
        }
        while (zones > 1 && size >= TRANSITION[zones]) {
            zones--;
        }
        return zones;
    }
}
