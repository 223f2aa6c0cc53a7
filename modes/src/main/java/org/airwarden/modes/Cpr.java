package org.airwarden.modes;

/**
 * Compact position reporting: latitude and longitude in 17 bits each, decoded from a pair of even
 * and odd messages (global) or from one message and a position nearby (local). RTCA DO-260B A.1.7,
 * ICAO Doc 9871 C.2.6.
 *
 * <p>Inside, angles are in turns (1 turn = 360°), so that zone arithmetic is multiplication by
 * whole numbers, and the decision which zone a pair lies in is made in integers. Only this class's
 * public methods know radians.
 *
 * <p>Stateless; safe from any thread; nothing is allocated.
 */
public final class Cpr {

    /** 2^17, the number of steps in a zone. */
    private static final int STEPS = 1 << 17;

    private static final double STEP = 1.0 / STEPS;
    private static final int MASK = STEPS - 1;

    /** Latitude zones between equator and pole, times four. */
    private static final int EVEN_ZONES = 60;

    private Cpr() {}

    /**
     * Codes an airborne position.
     *
     * @param latitude radians, -π/2 to π/2
     * @param longitude radians
     * @return both codes, see {@link #latitudeBits} and {@link #longitudeBits}
     */
    public static long encodeAirborne(double latitude, double longitude, boolean odd) {
        return encode(latitude / Units.TURN, longitude / Units.TURN, odd, false);
    }

    /** Codes a surface position, four times as fine; see {@link #encodeAirborne}. */
    public static long encodeSurface(double latitude, double longitude, boolean odd) {
        return encode(latitude / Units.TURN, longitude / Units.TURN, odd, true);
    }

    /** The 17-bit latitude of what an encoder returned. */
    public static int latitudeBits(long coded) {
        return (int) (coded >>> 17) & MASK;
    }

    /** The 17-bit longitude of what an encoder returned. */
    public static int longitudeBits(long coded) {
        return (int) coded & MASK;
    }

    /**
     * Decodes an airborne position from an even and an odd message, received close together.
     *
     * @param latestOdd which of both the position is wanted for: the later one
     * @param out receives latitude and longitude, radians
     * @return whether there is a position: not if the pair straddles two bands of longitude zones,
     *     and not if it points beyond a pole
     */
    public static boolean decodeAirborne(
            int evenLatitude,
            int evenLongitude,
            int oddLatitude,
            int oddLongitude,
            boolean latestOdd,
            double[] out) {
        return toRadians(
                globalAirborne(
                        evenLatitude, evenLongitude, oddLatitude, oddLongitude, latestOdd, out),
                out);
    }

    /**
     * Decodes a surface position from an even and an odd message. The pair leaves eight positions,
     * a quarter turn apart; the one closest to the reference is taken.
     *
     * @param referenceLatitude radians; within 45° of the truth
     * @param referenceLongitude radians; within 45° of the truth
     * @param latestOdd which of both the position is wanted for: the later one
     * @param out receives latitude and longitude, radians
     * @return whether there is a position, see {@link #decodeAirborne}
     */
    public static boolean decodeSurface(
            int evenLatitude,
            int evenLongitude,
            int oddLatitude,
            int oddLongitude,
            boolean latestOdd,
            double referenceLatitude,
            double referenceLongitude,
            double[] out) {
        return toRadians(
                globalSurface(
                        evenLatitude,
                        evenLongitude,
                        oddLatitude,
                        oddLongitude,
                        latestOdd,
                        referenceLatitude / Units.TURN,
                        referenceLongitude / Units.TURN,
                        out),
                out);
    }

    /**
     * Decodes one message with the help of a position known to be near: airborne within half a zone
     * (180 NM), on the surface within an eighth (45 NM).
     *
     * @param referenceLatitude radians
     * @param referenceLongitude radians
     * @param out receives latitude and longitude, radians
     * @return whether there is a position: not if it would lie beyond a pole
     */
    public static boolean decodeLocal(
            int codedLatitude,
            int codedLongitude,
            boolean odd,
            boolean surface,
            double referenceLatitude,
            double referenceLongitude,
            double[] out) {
        return toRadians(
                local(
                        codedLatitude,
                        codedLongitude,
                        odd,
                        surface,
                        referenceLatitude / Units.TURN,
                        referenceLongitude / Units.TURN,
                        out),
                out);
    }

    private static boolean toRadians(boolean found, double[] out) {
        if (found) {
            out[0] *= Units.TURN;
            out[1] *= Units.TURN;
        }
        return found;
    }

    /** A.1.7.3 (airborne) and A.1.7.4 (surface), in turns. */
    static long encode(double latitude, double longitude, boolean odd, boolean surface) {
        int latitudeZones = odd ? EVEN_ZONES - 1 : EVEN_ZONES;
        double steps = surface ? 4.0 * STEPS : STEPS;
        double scaled = latitude * latitudeZones;
        double zone = Math.floor(scaled);
        double codedLatitude = Math.floor((scaled - zone) * steps + 0.5);
        double seen = (zone + codedLatitude / steps) / latitudeZones;
        int longitudeZones = Math.max(CprZones.at(seen) - (odd ? 1 : 0), 1);
        double around = longitude * longitudeZones;
        double codedLongitude = Math.floor((around - Math.floor(around)) * steps + 0.5);
        return ((long) codedLatitude & MASK) << 17 | ((long) codedLongitude & MASK);
    }

    /** A.1.7.7, in turns. */
    static boolean globalAirborne(
            int evenLatitude,
            int evenLongitude,
            int oddLatitude,
            int oddLongitude,
            boolean latestOdd,
            double[] out) {
        int zone = latitudeZone(evenLatitude, oddLatitude);
        double even = latitude(zone, evenLatitude, EVEN_ZONES);
        double odd = latitude(zone, oddLatitude, EVEN_ZONES - 1);
        int zones = CprZones.at(even);
        if (!isLatitude(even) || !isLatitude(odd) || zones != CprZones.at(odd)) {
            return false;
        }
        out[0] = latestOdd ? odd : even;
        out[1] = signedHalf(longitude(evenLongitude, oddLongitude, latestOdd, zones));
        return true;
    }

    /** A.1.7.8, in turns. */
    static boolean globalSurface(
            int evenLatitude,
            int evenLongitude,
            int oddLatitude,
            int oddLongitude,
            boolean latestOdd,
            double referenceLatitude,
            double referenceLongitude,
            double[] out) {
        int zone = latitudeZone(evenLatitude, oddLatitude);
        double even = (Math.floorMod(zone, EVEN_ZONES) + evenLatitude * STEP) / EVEN_ZONES / 4;
        double odd =
                (Math.floorMod(zone, EVEN_ZONES - 1) + oddLatitude * STEP) / (EVEN_ZONES - 1) / 4;
        double latest = latestOdd ? odd : even;
        if (Math.abs(latest - 0.25 - referenceLatitude) < Math.abs(latest - referenceLatitude)) {
            even -= 0.25;
            odd -= 0.25;
        }
        int zones = CprZones.at(even);
        if (!isLatitude(even) || !isLatitude(odd) || zones != CprZones.at(odd)) {
            return false;
        }
        double longitude = longitude(evenLongitude, oddLongitude, latestOdd, zones) / 4;
        out[0] = latestOdd ? odd : even;
        // Of four longitudes a quarter turn apart the closest.
        double quarters = Math.floor((referenceLongitude - longitude) * 4 + 0.5);
        out[1] = signedHalf(longitude + quarters / 4);
        return true;
    }

    /** A.1.7.5 (airborne) and A.1.7.6 (surface), in turns. */
    static boolean local(
            int codedLatitude,
            int codedLongitude,
            boolean odd,
            boolean surface,
            double referenceLatitude,
            double referenceLongitude,
            double[] out) {
        int finer = surface ? 4 : 1;
        int latitudeZones = (odd ? EVEN_ZONES - 1 : EVEN_ZONES) * finer;
        double latitudePart = codedLatitude * STEP;
        double zone = Math.floor(0.5 + referenceLatitude * latitudeZones - latitudePart);
        double latitude = (zone + latitudePart) / latitudeZones;
        if (!isLatitude(latitude)) {
            return false;
        }
        int longitudeZones = Math.max(CprZones.at(latitude) - (odd ? 1 : 0), 1) * finer;
        double longitudePart = codedLongitude * STEP;
        double around = Math.floor(0.5 + referenceLongitude * longitudeZones - longitudePart);
        out[0] = latitude;
        out[1] = signedHalf((around + longitudePart) / longitudeZones);
        return true;
    }

    private static int latitudeZone(int even, int odd) {
        return Math.floorDiv((EVEN_ZONES - 1) * even - EVEN_ZONES * odd + STEPS / 2, STEPS);
    }

    /**
     * Latitudes from 270° to 360° are those south of the equator. They are made so before the
     * division: the exact numerator makes north and south round alike.
     */
    private static double latitude(int zone, int coded, int zones) {
        double numerator = Math.floorMod(zone, zones) + coded * STEP;
        return (numerator >= 0.75 * zones ? numerator - zones : numerator) / zones;
    }

    private static double longitude(int even, int odd, boolean latestOdd, int zones) {
        int zone = Math.floorDiv(even * (zones - 1) - odd * zones + STEPS / 2, STEPS);
        int count = Math.max(zones - (latestOdd ? 1 : 0), 1);
        return (Math.floorMod(zone, count) + (latestOdd ? odd : even) * STEP) / count;
    }

    /** Brings a longitude to -0.5 (inclusive) .. 0.5 (exclusive). */
    private static double signedHalf(double turns) {
        return turns - Math.floor(turns + 0.5);
    }

    private static boolean isLatitude(double turns) {
        return Math.abs(turns) <= 0.25;
    }
}
