package org.airwarden.modes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Coded positions of many aircraft to latitude and longitude, as they come in.
 *
 * <ul>
 *   <li>An even and an odd message no more than 10 s apart (airborne; surface 50 s, or 25 s when
 *       faster than 25 kt: RTCA DO-260B 2.2.10.3.1, A.1.7.9) give a position by themselves.
 *   <li>Otherwise the aircraft's last position, no older than five minutes, makes one message
 *       enough. In five minutes nothing slower than the speed gate leaves the half zone (180 NM
 *       airborne, 45 NM on the surface) in which that is unambiguous.
 *   <li>A surface position needs a reference in any case: the last position, or the receiver.
 *   <li>A position is refused when the aircraft would have flown faster than the gate allows, or
 *       beyond the receiver's range. When four global positions in a row fail the speed gate, it is
 *       the last position that is taken for wrong: it is dropped, and decoding starts anew.
 * </ul>
 *
 * <p>Time is that of the data, and may step back. An aircraft not seen for ten minutes is
 * forgotten; no more than 65,536 are remembered. Steady state allocates nothing. Not safe between
 * threads.
 */
public final class PositionDecoder {

    private static final int MAGIC = 0x43707244;
    private static final int VERSION = 1;
    private static final int MAXIMUM_AIRCRAFT = 1 << 16;

    private static final long FORGET_AFTER = 600 * Units.SECOND;
    private static final long AIRBORNE_PAIR = 10 * Units.SECOND;
    private static final long SLOW_SURFACE_PAIR = 50 * Units.SECOND;
    private static final long FAST_SURFACE_PAIR = 25 * Units.SECOND;
    private static final double FAST_ON_SURFACE = 25 * Units.KNOT;
    private static final long REFERENCE_AGE = 300 * Units.SECOND;
    private static final int REFUSALS_TO_RESET = 4;

    /** Reception and coding make positions of one moment differ by this much, metres. */
    private static final double GATE_MARGIN = 500;

    /** Mean radius of the earth, metres (IUGG); gates need no better. */
    private static final double EARTH_RADIUS = 6_371_008.8;

    /** Never the time of a message. */
    private static final long NEVER = Long.MIN_VALUE;

    private static final class Aircraft extends AddressTable.Entry {
        long evenTime = NEVER;
        int evenLatitude;
        int evenLongitude;
        boolean evenSurface;
        long oddTime = NEVER;
        int oddLatitude;
        int oddLongitude;
        boolean oddSurface;
        long fixTime = NEVER;
        boolean fixSurface;
        double latitude;
        double longitude;
        int refusals;

        Aircraft(int key) {
            super(key);
        }

        void write(DataOutput out) throws IOException {
            out.writeInt(key);
            out.writeLong(seen);
            out.writeLong(evenTime);
            out.writeInt(evenLatitude);
            out.writeInt(evenLongitude);
            out.writeBoolean(evenSurface);
            out.writeLong(oddTime);
            out.writeInt(oddLatitude);
            out.writeInt(oddLongitude);
            out.writeBoolean(oddSurface);
            out.writeLong(fixTime);
            out.writeBoolean(fixSurface);
            out.writeDouble(latitude);
            out.writeDouble(longitude);
            out.writeInt(refusals);
        }

        static Aircraft read(DataInput in) throws IOException {
            Aircraft aircraft = new Aircraft(in.readInt());
            aircraft.seen = in.readLong();
            aircraft.evenTime = in.readLong();
            aircraft.evenLatitude = in.readInt();
            aircraft.evenLongitude = in.readInt();
            aircraft.evenSurface = in.readBoolean();
            aircraft.oddTime = in.readLong();
            aircraft.oddLatitude = in.readInt();
            aircraft.oddLongitude = in.readInt();
            aircraft.oddSurface = in.readBoolean();
            aircraft.fixTime = in.readLong();
            aircraft.fixSurface = in.readBoolean();
            aircraft.latitude = in.readDouble();
            aircraft.longitude = in.readDouble();
            aircraft.refusals = in.readInt();
            return aircraft;
        }
    }

    private final PositionSettings settings;
    private final AddressTable<Aircraft> table =
            new AddressTable<>(Aircraft::new, FORGET_AFTER, MAXIMUM_AIRCRAFT);
    private final Counts<PositionOutcome> outcomes = new Counts<>(PositionOutcome.class);
    private final double[] found = new double[2];
    private long latest;
    private long resets;

    /** A decoder that has seen nothing. */
    public PositionDecoder(PositionSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes an airborne position message.
     *
     * @param time of reception, nanoseconds
     * @param address whose
     * @param odd which of both formats
     * @param codedLatitude 17 bits
     * @param codedLongitude 17 bits
     * @return what became of it; if resolved, {@link #latitude()} and {@link #longitude()} have it
     */
    public PositionOutcome airborne(
            long time,
            AircraftAddress address,
            boolean odd,
            int codedLatitude,
            int codedLongitude) {
        return decode(time, address, odd, false, codedLatitude, codedLongitude, AIRBORNE_PAIR);
    }

    /**
     * Takes a surface position message.
     *
     * @param groundSpeed metres a second, NaN when not known; see {@link #airborne} for the rest
     */
    public PositionOutcome surface(
            long time,
            AircraftAddress address,
            boolean odd,
            int codedLatitude,
            int codedLongitude,
            double groundSpeed) {
        // An unknown speed may be a fast one.
        long window = groundSpeed <= FAST_ON_SURFACE ? SLOW_SURFACE_PAIR : FAST_SURFACE_PAIR;
        return decode(time, address, odd, true, codedLatitude, codedLongitude, window);
    }

    /** Counts a message that says no position. */
    PositionOutcome notSent() {
        outcomes.add(PositionOutcome.NOT_SENT);
        return PositionOutcome.NOT_SENT;
    }

    /** Latitude of the message just resolved, radians, -π/2 to π/2. */
    public double latitude() {
        return found[0];
    }

    /** Longitude of the message just resolved, radians, -π to π. */
    public double longitude() {
        return found[1];
    }

    /** How many messages came out so. */
    public long count(PositionOutcome outcome) {
        return outcomes.of(outcome);
    }

    /** How often an aircraft's last position was dropped because new ones kept contradicting it. */
    public long resets() {
        return resets;
    }

    private PositionOutcome decode(
            long time,
            AircraftAddress address,
            boolean odd,
            boolean surface,
            int codedLatitude,
            int codedLongitude,
            long window) {
        latest = time;
        Aircraft aircraft = table.touch(address.key(), time);
        if (odd) {
            aircraft.oddTime = time;
            aircraft.oddLatitude = codedLatitude;
            aircraft.oddLongitude = codedLongitude;
            aircraft.oddSurface = surface;
        } else {
            aircraft.evenTime = time;
            aircraft.evenLatitude = codedLatitude;
            aircraft.evenLongitude = codedLongitude;
            aircraft.evenSurface = surface;
        }
        PositionOutcome outcome = resolve(aircraft, time, odd, surface, window);
        if (outcome.isResolved()) {
            outcome = judge(aircraft, time, surface, outcome);
        }
        if (outcome.isResolved()) {
            aircraft.fixTime = time;
            aircraft.fixSurface = surface;
            aircraft.latitude = found[0];
            aircraft.longitude = found[1];
        }
        outcomes.add(outcome);
        return outcome;
    }

    private PositionOutcome resolve(
            Aircraft aircraft, long time, boolean odd, boolean surface, long window) {
        boolean referenced = isNear(time, aircraft.fixTime, REFERENCE_AGE);
        PositionOutcome refusal = PositionOutcome.NO_PAIR;
        if (isPair(aircraft, surface, window)) {
            refusal = global(aircraft, odd, surface, referenced);
            if (refusal == PositionOutcome.GLOBAL) {
                return refusal;
            }
        }
        boolean local =
                referenced
                        && Cpr.decodeLocal(
                                odd ? aircraft.oddLatitude : aircraft.evenLatitude,
                                odd ? aircraft.oddLongitude : aircraft.evenLongitude,
                                odd,
                                surface,
                                aircraft.latitude,
                                aircraft.longitude,
                                found);
        return local ? PositionOutcome.LOCAL : refusal;
    }

    private PositionOutcome global(
            Aircraft aircraft, boolean odd, boolean surface, boolean referenced) {
        if (!surface) {
            return Cpr.decodeAirborne(
                            aircraft.evenLatitude,
                            aircraft.evenLongitude,
                            aircraft.oddLatitude,
                            aircraft.oddLongitude,
                            odd,
                            found)
                    ? PositionOutcome.GLOBAL
                    : PositionOutcome.ZONES_DIFFER;
        }
        if (!referenced && !settings.knowsReceiver()) {
            return PositionOutcome.NO_REFERENCE;
        }
        return Cpr.decodeSurface(
                        aircraft.evenLatitude,
                        aircraft.evenLongitude,
                        aircraft.oddLatitude,
                        aircraft.oddLongitude,
                        odd,
                        referenced ? aircraft.latitude : settings.receiverLatitude(),
                        referenced ? aircraft.longitude : settings.receiverLongitude(),
                        found)
                ? PositionOutcome.GLOBAL
                : PositionOutcome.ZONES_DIFFER;
    }

    private PositionOutcome judge(
            Aircraft aircraft, long time, boolean surface, PositionOutcome outcome) {
        if (settings.knowsReceiver()
                && distance(settings.receiverLatitude(), settings.receiverLongitude())
                        > settings.maximumRange()) {
            return PositionOutcome.TOO_FAR;
        }
        if (isNear(time, aircraft.fixTime, FORGET_AFTER)) {
            double seconds = Math.abs(time - aircraft.fixTime) / (double) Units.SECOND;
            double speed =
                    surface && aircraft.fixSurface
                            ? settings.maximumSurfaceSpeed()
                            : settings.maximumAirborneSpeed();
            if (distance(aircraft.latitude, aircraft.longitude) > speed * seconds + GATE_MARGIN) {
                if (outcome == PositionOutcome.GLOBAL) {
                    refuse(aircraft);
                }
                return PositionOutcome.TOO_FAST;
            }
        }
        if (outcome == PositionOutcome.GLOBAL) {
            aircraft.refusals = 0;
        }
        return outcome;
    }

    private void refuse(Aircraft aircraft) {
        if (++aircraft.refusals == REFUSALS_TO_RESET) {
            aircraft.refusals = 0;
            aircraft.fixTime = NEVER;
            aircraft.evenTime = NEVER;
            aircraft.oddTime = NEVER;
            resets++;
        }
    }

    private static boolean isPair(Aircraft aircraft, boolean surface, long window) {
        return aircraft.evenTime != NEVER
                && isNear(aircraft.evenTime, aircraft.oddTime, window)
                && aircraft.evenSurface == surface
                && aircraft.oddSurface == surface;
    }

    private static boolean isNear(long time, long other, long window) {
        return other != NEVER && Math.abs(time - other) <= window;
    }

    /** From the position found, over ground; true to a few percent as long as it is small. */
    private double distance(double latitude, double longitude) {
        double north = found[0] - latitude;
        double east = found[1] - longitude;
        east -= Units.TURN * Math.floor(east / Units.TURN + 0.5);
        east *= StrictMath.cos((found[0] + latitude) / 2);
        return EARTH_RADIUS * Math.sqrt(north * north + east * east);
    }

    /** The state as versioned bytes, aircraft by rising address. */
    public byte[] snapshot() {
        return Snapshots.write(MAGIC, VERSION, this::write);
    }

    /**
     * Takes up a state that {@link #snapshot()} wrote; the settings stay those of this decoder.
     *
     * @throws IllegalArgumentException if the bytes are none, or of another version
     */
    public void restore(byte[] snapshot) {
        Snapshots.read(MAGIC, VERSION, snapshot, this::read);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(latest);
        out.writeLong(resets);
        outcomes.write(out);
        var aircraft = table.sorted(latest);
        out.writeInt(aircraft.size());
        for (Aircraft one : aircraft) {
            one.write(out);
        }
    }

    void read(DataInput in) throws IOException {
        table.clear();
        latest = in.readLong();
        resets = in.readLong();
        outcomes.read(in);
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            table.put(Aircraft.read(in));
        }
    }
}
