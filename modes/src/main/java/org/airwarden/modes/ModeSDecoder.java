package org.airwarden.modes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.airwarden.modes.ExtendedSquitter.Content;
import org.airwarden.modes.ModeSReport.Ground;

/**
 * Mode S messages of one receiver to reports about aircraft: checks parity, trusts address/parity
 * only for addresses heard in clear within a minute, keeps ADS-B, TIS-B and ADS-R apart, resolves
 * positions, remembers what each aircraft has said of its version and accuracy.
 *
 * <p>Time is that of the data, nanoseconds; the decoder reads no clock. The same messages give the
 * same reports, also when the state is moved in between. Not safe between threads.
 */
public final class ModeSDecoder {

    /** How long a clean message makes its address trusted, nanoseconds. */
    public static final long TRUST = 60 * Units.SECOND;

    private static final int MAGIC = 0x4D6F6453;
    private static final int VERSION = 1;
    private static final int FORMATS = 25;

    private final ModeSListener listener;
    private final ModeSMessage message = new ModeSMessage();
    private final AddressWatch watch = new AddressWatch(TRUST);
    private final PositionDecoder positions;
    private final AircraftMemory memory = new AircraftMemory();

    private final long[] formats = new long[FORMATS];
    private final Counts<Content> contents = new Counts<>(Content.class);
    private final Counts<Refusal> refusals = new Counts<>(Refusal.class);
    private long modeAc;

    /** A decoder that has seen nothing and hands what it finds to {@code listener}. */
    public ModeSDecoder(PositionSettings settings, ModeSListener listener) {
        this.listener = listener;
        this.positions = new PositionDecoder(settings);
    }

    /**
     * Takes a frame. Mode A/C replies are counted: they tell of nobody in particular. Status of the
     * receiver is left out.
     *
     * @param time of reception, nanoseconds, see {@link BeastClock}
     */
    public void take(long time, Frame frame) {
        if (frame.kind().isModeS()) {
            take(time, frame.buffer(), frame.offset(), frame.length(), frame.signal());
        } else if (frame.kind() == FrameKind.MODE_AC) {
            modeAc++;
        }
    }

    /**
     * Takes a message.
     *
     * @param time of reception, nanoseconds
     * @param length 7 or 14, as the downlink format demands; others are refused
     * @param signal 0..255, -1 when not known
     */
    public void take(long time, byte[] bytes, int offset, int length, int signal) {
        message.wrap(bytes, offset, length);
        if (!message.isWhole()) {
            refuse(time, Refusal.WRONG_LENGTH);
            return;
        }
        formats[message.format()]++;
        switch (message.format()) {
            case 11 -> allCall(time, signal);
            case 17 -> {
                if (isSound(time)) {
                    watch.heard(time, message.address(), true);
                    squitter(time, AddressKind.ICAO, signal);
                }
            }
            case 18 -> nonTransponder(time, signal);
            case 0, 4, 5, 16, 20, 21 -> surveillance(time, signal);
            default -> refuse(time, Refusal.UNUSED_FORMAT);
        }
    }

    /** Messages of a downlink format so far, refused ones too; 0 to 24. */
    public long messages(int format) {
        return formats[format];
    }

    /** Whole Mode S messages so far, refused ones too. */
    public long messages() {
        long sum = 0;
        for (long count : formats) {
            sum += count;
        }
        return sum;
    }

    /** Mode A/C replies so far. */
    public long modeAcReplies() {
        return modeAc;
    }

    /** Sound extended squitters with such content so far. */
    public long squitters(Content content) {
        return contents.of(content);
    }

    /** Messages refused so, so far. */
    public long refused(Refusal refusal) {
        return refusals.of(refusal);
    }

    /** Position messages that came out so, so far. */
    public long positions(PositionOutcome outcome) {
        return positions.count(outcome);
    }

    private void allCall(long time, int signal) {
        if (isSound(time)) {
            watch.heard(time, message.address(), message.interrogator() == 0);
            listener.onReport(
                    new ModeSReport.AllCall(
                            time,
                            memory.of(time, AddressKind.ICAO, message.address()).address,
                            signal,
                            message.interrogator(),
                            switch (message.capability()) {
                                case 4 -> Ground.ON_GROUND;
                                case 5 -> Ground.AIRBORNE;
                                default -> Ground.UNKNOWN;
                            }));
        }
    }

    /** DF18: RTCA DO-260B 2.2.3.2.1.2 and table 2-11. */
    private void nonTransponder(long time, int signal) {
        if (!isSound(time)) {
            return;
        }
        boolean made = isMadeUpAddress(message.payload());
        switch (message.control()) {
            case 0 -> {
                watch.heard(time, message.address(), true);
                squitter(time, AddressKind.ICAO, signal);
            }
            case 1 -> squitter(time, AddressKind.NON_ICAO, signal);
            case 2 ->
                    squitter(time, made ? AddressKind.TIS_B_TRACK : AddressKind.TIS_B_ICAO, signal);
            case 5 -> squitter(time, AddressKind.TIS_B_TRACK, signal);
            case 6 ->
                    squitter(
                            time,
                            made ? AddressKind.ADS_R_NON_ICAO : AddressKind.ADS_R_ICAO,
                            signal);
            // Coarse TIS-B position, TIS-B management, and a reserved code.
            default -> refuse(time, Refusal.UNUSED_CONTENT);
        }
    }

    /** The IMF bit, which stands elsewhere in each type (RTCA DO-260B 2.2.17.3, 2.2.18.4). */
    private static boolean isMadeUpAddress(long me) {
        int bit =
                switch (ExtendedSquitter.content(me)) {
                    case AIRBORNE_POSITION -> 8;
                    case SURFACE_POSITION -> 21;
                    case AIRBORNE_VELOCITY -> 9;
                    case TARGET_STATE -> 51;
                    case AIRCRAFT_STATUS, OPERATIONAL_STATUS -> 56;
                    default -> 0;
                };
        return bit != 0 && ExtendedSquitter.bit(me, bit);
    }

    private void squitter(long time, AddressKind kind, int signal) {
        long me = message.payload();
        Content content = ExtendedSquitter.content(me);
        contents.add(content);
        AircraftMemory.Aircraft aircraft = memory.of(time, kind, message.address());
        switch (content) {
            case IDENTIFICATION -> listener.onReport(identification(time, aircraft, signal, me));
            case AIRBORNE_POSITION -> listener.onReport(airborne(time, aircraft, signal, me));
            case SURFACE_POSITION -> listener.onReport(surface(time, aircraft, signal, me));
            case AIRBORNE_VELOCITY -> velocity(time, aircraft, signal, me);
            case AIRCRAFT_STATUS -> status(time, aircraft, signal, me);
            case OPERATIONAL_STATUS -> operational(time, aircraft, signal, me);
            case NO_POSITION, TARGET_STATE, OTHER -> refuse(time, Refusal.UNUSED_CONTENT);
        }
    }

    private static ModeSReport identification(
            long time, AircraftMemory.Aircraft aircraft, int signal, long me) {
        return new ModeSReport.Identification(
                time,
                aircraft.address,
                signal,
                aircraft.callSign(AircraftIdentification.characters(me)),
                AircraftIdentification.category(me));
    }

    private ModeSReport airborne(long time, AircraftMemory.Aircraft aircraft, int signal, long me) {
        PositionOutcome outcome =
                positions.airborne(
                        time,
                        aircraft.address,
                        AirbornePosition.isOdd(me),
                        AirbornePosition.codedLatitude(me),
                        AirbornePosition.codedLongitude(me));
        return new ModeSReport.Position(
                time,
                aircraft.address,
                signal,
                outcome,
                outcome.isResolved() ? positions.latitude() : Double.NaN,
                outcome.isResolved() ? positions.longitude() : Double.NaN,
                AirbornePosition.pressureHeight(me),
                AirbornePosition.geometricHeight(me),
                Ground.AIRBORNE,
                Double.NaN,
                Double.NaN,
                AirbornePosition.surveillanceStatus(me),
                aircraft.quality(
                        ExtendedSquitter.typeCode(me), AirbornePosition.nicSupplementB(me)));
    }

    private ModeSReport surface(long time, AircraftMemory.Aircraft aircraft, int signal, long me) {
        double groundSpeed = SurfacePosition.groundSpeed(me);
        PositionOutcome outcome =
                positions.surface(
                        time,
                        aircraft.address,
                        SurfacePosition.isOdd(me),
                        SurfacePosition.codedLatitude(me),
                        SurfacePosition.codedLongitude(me),
                        groundSpeed);
        return new ModeSReport.Position(
                time,
                aircraft.address,
                signal,
                outcome,
                outcome.isResolved() ? positions.latitude() : Double.NaN,
                outcome.isResolved() ? positions.longitude() : Double.NaN,
                Double.NaN,
                Double.NaN,
                Ground.ON_GROUND,
                groundSpeed,
                SurfacePosition.track(me),
                0,
                aircraft.quality(ExtendedSquitter.typeCode(me), false));
    }

    private void velocity(long time, AircraftMemory.Aircraft aircraft, int signal, long me) {
        if (!AirborneVelocity.isOverGround(me) && !AirborneVelocity.isThroughAir(me)) {
            refuse(time, Refusal.UNUSED_CONTENT);
            return;
        }
        listener.onReport(
                new ModeSReport.Velocity(
                        time,
                        aircraft.address,
                        signal,
                        AirborneVelocity.groundSpeed(me),
                        AirborneVelocity.track(me),
                        AirborneVelocity.heading(me),
                        AirborneVelocity.airspeed(me),
                        AirborneVelocity.isTrueAirspeed(me),
                        AirborneVelocity.verticalRate(me),
                        AirborneVelocity.isVerticalRateFromPressure(me),
                        AirborneVelocity.geometricAbovePressure(me),
                        AirborneVelocity.accuracy(me)));
    }

    private void status(long time, AircraftMemory.Aircraft aircraft, int signal, long me) {
        if (AircraftStatus.subtype(me) != 1) {
            refuse(time, Refusal.UNUSED_CONTENT);
            return;
        }
        listener.onReport(
                new ModeSReport.Emergency(
                        time,
                        aircraft.address,
                        signal,
                        AircraftStatus.emergency(me),
                        AircraftStatus.squawk(me)));
    }

    private void operational(long time, AircraftMemory.Aircraft aircraft, int signal, long me) {
        if (OperationalStatus.subtype(me) > 1) {
            refuse(time, Refusal.UNUSED_CONTENT);
            return;
        }
        aircraft.noteStatus(me);
        listener.onReport(
                new ModeSReport.Status(
                        time,
                        aircraft.address,
                        signal,
                        aircraft.version(),
                        aircraft.accuracyCategory(),
                        aircraft.sourceIntegrity(),
                        OperationalStatus.subtype(me) == 1 ? Ground.ON_GROUND : Ground.AIRBORNE));
    }

    private void surveillance(long time, int signal) {
        int from = message.address();
        if (isImpossible(from)) {
            refuse(time, Refusal.IMPOSSIBLE_ADDRESS);
            return;
        }
        if (!watch.isTrusted(time, from)) {
            refuse(time, Refusal.UNTRUSTED_ADDRESS);
            return;
        }
        int format = message.format();
        boolean acas = format == 0 || format == 16;
        boolean identity = format == 5 || format == 21;
        int flight = acas ? 0 : message.flightStatus();
        listener.onReport(
                new ModeSReport.Surveillance(
                        time,
                        memory.of(time, AddressKind.ICAO, from).address,
                        signal,
                        format,
                        identity
                                ? Double.NaN
                                : Units.feetToMetres(AltitudeCode.feetOf13(message.altitudeCode())),
                        identity
                                ? IdentityCode.squawkOf13(message.identityCode())
                                : IdentityCode.NONE,
                        acas ? vertical() : ground(flight),
                        flight >= 2 && flight <= 4,
                        flight == 4 || flight == 5,
                        format >= 20 ? message.payload() : 0));
    }

    /** VS says on the ground, or not: ICAO Annex 10 Volume IV, 3.1.2.8.2.1. */
    private Ground vertical() {
        return message.verticalStatusOnGround() ? Ground.ON_GROUND : Ground.AIRBORNE;
    }

    /** FS, ICAO Annex 10 Volume IV, 3.1.2.6.5.1. */
    private static Ground ground(int flightStatus) {
        return switch (flightStatus) {
            case 0, 2 -> Ground.AIRBORNE;
            case 1, 3 -> Ground.ON_GROUND;
            default -> Ground.UNKNOWN;
        };
    }

    private boolean isSound(long time) {
        if (!message.isClean()) {
            refuse(time, Refusal.BAD_PARITY);
            return false;
        }
        if (isImpossible(message.address())) {
            refuse(time, Refusal.IMPOSSIBLE_ADDRESS);
            return false;
        }
        return true;
    }

    private static boolean isImpossible(int address) {
        return address == 0 || address == 0xFF_FFFF;
    }

    private void refuse(long time, Refusal refusal) {
        refusals.add(refusal);
        listener.onRefusal(time, refusal, message);
    }

    /** The state as versioned bytes. */
    public byte[] snapshot() {
        return Snapshots.write(MAGIC, VERSION, this::write);
    }

    /**
     * Takes up a state that {@link #snapshot()} wrote; settings and listener stay those of this
     * decoder.
     *
     * @throws IllegalArgumentException if the bytes are none, or of another version
     */
    public void restore(byte[] snapshot) {
        Snapshots.read(MAGIC, VERSION, snapshot, this::read);
    }

    private void write(DataOutput out) throws IOException {
        Snapshots.writeLongs(out, formats);
        contents.write(out);
        refusals.write(out);
        out.writeLong(modeAc);
        watch.write(out);
        positions.write(out);
        memory.write(out);
    }

    private void read(DataInput in) throws IOException {
        Snapshots.readLongs(in, formats);
        contents.read(in);
        refusals.read(in);
        modeAc = in.readLong();
        watch.read(in);
        positions.read(in);
        memory.read(in);
    }
}
