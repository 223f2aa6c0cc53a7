package org.airwarden.modes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.airwarden.modes.ExtendedSquitter.Content;
import org.airwarden.modes.ModeSReport.Ground;

/**
 * Mode S messages of one receiver to reports about aircraft: checks parity, trusts address/parity
 * only for addresses heard in clear within a minute, keeps ADS-B, TIS-B and ADS-R apart, resolves
 * positions, infers what Comm-B replies hold, remembers what each aircraft has said of its version,
 * accuracy and state. A message gives one report, or several: a Comm-B reply is followed by what
 * its register holds.
 *
 * <p>Time is that of the data, nanoseconds; the decoder reads no clock. The same messages give the
 * same reports, also when the state is moved in between. Not safe between threads.
 */
public final class ModeSDecoder {

    /** How long a clean message makes its address trusted, nanoseconds. */
    public static final long TRUST = 60 * Units.SECOND;

    private static final int MAGIC = 0x4D6F6453;
    private static final int VERSION = 2;
    private static final int FORMATS = 25;

    private final ModeSListener listener;
    private final ModeSMessage message = new ModeSMessage();
    private final AddressWatch watch = new AddressWatch(TRUST);
    private final PositionDecoder positions;
    private final AircraftMemory memory = new AircraftMemory();

    private final long[] formats = new long[FORMATS];
    private final Counts<Content> contents = new Counts<>(Content.class);
    private final Counts<Refusal> refusals = new Counts<>(Refusal.class);
    private final RegisterInference inference = new RegisterInference();
    private final KnownState known = new KnownState();
    private final ErrorCorrection correction;
    private final byte[] repaired = new byte[ModeSMessage.LONG_LENGTH];
    private int correctedBits;
    private long modeAc;
    private long corrected;

    /**
     * A decoder that has seen nothing, hands what it finds to {@code listener}, and repairs
     * nothing.
     */
    public ModeSDecoder(PositionSettings settings, ModeSListener listener) {
        this(settings, ErrorCorrection.NONE, listener);
    }

    /** The same, with repair of wrong bits; see {@link ErrorCorrection} before asking for it. */
    public ModeSDecoder(
            PositionSettings settings, ErrorCorrection correction, ModeSListener listener) {
        this.listener = listener;
        this.correction = correction;
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
        correctedBits = 0;
        switch (message.format()) {
            case 11 -> allCall(time, signal);
            case 17 -> {
                if (isSound(time) && isBelieved(time, AddressKind.ICAO)) {
                    squitter(time, AddressKind.ICAO, signal);
                }
            }
            case 18 -> nonTransponder(time, signal);
            case 0, 4, 5, 16, 20, 21, 24 -> addressParity(time, signal);
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

    /** Messages that were repaired and believed, so far. */
    public long corrected() {
        return corrected;
    }

    /** Position messages that came out so, so far. */
    public long positions(PositionOutcome outcome) {
        return positions.count(outcome);
    }

    private void allCall(long time, int signal) {
        if (isSound(time) && isBelieved(time, AddressKind.ICAO)) {
            report(
                    new ModeSReport.AllCall(
                            time,
                            memory.of(time, AddressKind.ICAO, message.address()).address,
                            signal,
                            message.interrogator(),
                            groundOfCapability()));
        }
    }

    /** CA, ICAO Annex 10 Volume IV, 3.1.2.5.2.2.1. */
    private Ground groundOfCapability() {
        return switch (message.capability()) {
            case 4 -> Ground.ON_GROUND;
            case 5 -> Ground.AIRBORNE;
            default -> Ground.UNKNOWN;
        };
    }

    /** DF18: RTCA DO-260B 2.2.3.2.1.2 and table 2-11. */
    private void nonTransponder(long time, int signal) {
        if (!isSound(time)) {
            return;
        }
        int control = message.control();
        if (control == 4 || control == 7) {
            // Management of ground services, and a reserved code.
            refuse(time, control == 4 ? Refusal.MANAGEMENT : Refusal.UNUSED_CONTENT);
            return;
        }
        long me = message.payload();
        AddressKind kind = kindOf(control, me);
        if (!isBelieved(time, kind)) {
            return;
        }
        if (control == 3) {
            report(coarse(time, memory.of(time, kind, message.address()), signal, me));
        } else {
            squitter(time, kind, signal);
        }
    }

    private static AddressKind kindOf(int control, long me) {
        return switch (control) {
            case 0 -> AddressKind.ICAO;
            case 1 -> AddressKind.NON_ICAO;
            case 2 -> isMadeUpAddress(me) ? AddressKind.TIS_B_TRACK : AddressKind.TIS_B_ICAO;
            case 3 ->
                    CoarsePosition.isMadeUpAddress(me)
                            ? AddressKind.TIS_B_TRACK
                            : AddressKind.TIS_B_ICAO;
            case 5 -> AddressKind.TIS_B_TRACK;
            default -> isMadeUpAddress(me) ? AddressKind.ADS_R_NON_ICAO : AddressKind.ADS_R_ICAO;
        };
    }

    /**
     * A clean message makes its sender trusted, by address and kind; a repaired one needs a sender
     * that is.
     */
    private boolean isBelieved(long time, AddressKind kind) {
        int key = kind.code() << 24 | message.address();
        if (correctedBits == 0) {
            watch.heard(time, key, message.format() != 11 || message.interrogator() == 0);
            return true;
        }
        if (!watch.isTrusted(time, key)) {
            refuse(time, Refusal.UNTRUSTED_ADDRESS);
            return false;
        }
        corrected++;
        return true;
    }

    private void report(ModeSReport report) {
        listener.onReport(
                correctedBits == 0 ? report : new ModeSReport.Corrected(report, correctedBits));
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
            case NO_POSITION -> report(withoutPosition(time, aircraft, signal, me));
            case IDENTIFICATION -> report(identification(time, aircraft, signal, me));
            case AIRBORNE_POSITION -> report(airborne(time, aircraft, signal, me));
            case SURFACE_POSITION -> report(surface(time, aircraft, signal, me));
            case AIRBORNE_VELOCITY -> velocity(time, aircraft, signal, me);
            case AIRCRAFT_STATUS -> status(time, aircraft, signal, me);
            case TARGET_STATE -> target(time, aircraft, signal, me);
            case OPERATIONAL_STATUS -> operational(time, aircraft, signal, me);
            case TEST ->
                    report(
                            new ModeSReport.Test(
                                    time,
                                    aircraft.address,
                                    signal,
                                    TestMessage.subtype(me),
                                    TestMessage.squawk(me),
                                    me));
            case SURFACE_SYSTEM ->
                    report(
                            new ModeSReport.SurfaceSystem(
                                    time,
                                    aircraft.address,
                                    signal,
                                    ExtendedSquitter.bits(me, 6, 3),
                                    me));
            case OTHER -> refuse(time, Refusal.UNUSED_CONTENT);
        }
    }

    /** Type code 0: a height at most; it may stand for any position message. */
    private ModeSReport withoutPosition(
            long time, AircraftMemory.Aircraft aircraft, int signal, long me) {
        return position(
                time,
                aircraft,
                signal,
                positions.notSent(),
                AirbornePosition.pressureHeight(me),
                Double.NaN,
                message.format() == 17 ? groundOfCapability() : Ground.UNKNOWN,
                Double.NaN,
                Double.NaN,
                AirbornePosition.surveillanceStatus(me),
                aircraft.quality(0, false));
    }

    private ModeSReport coarse(long time, AircraftMemory.Aircraft aircraft, int signal, long me) {
        PositionOutcome outcome =
                positions.airborne(
                        time,
                        aircraft.address,
                        CoarsePosition.isOdd(me),
                        CoarsePosition.codedLatitude(me),
                        CoarsePosition.codedLongitude(me));
        return position(
                time,
                aircraft,
                signal,
                outcome,
                CoarsePosition.pressureHeight(me),
                Double.NaN,
                Ground.AIRBORNE,
                CoarsePosition.groundSpeed(me),
                CoarsePosition.track(me),
                CoarsePosition.surveillanceStatus(me),
                aircraft.quality(0, false));
    }

    /** What a position message says, with the place if the decoder has just resolved it. */
    private ModeSReport position(
            long time,
            AircraftMemory.Aircraft aircraft,
            int signal,
            PositionOutcome outcome,
            double pressureHeight,
            double geometricHeight,
            Ground ground,
            double groundSpeed,
            double track,
            int surveillanceStatus,
            PositionQuality quality) {
        return new ModeSReport.Position(
                time,
                aircraft.address,
                signal,
                outcome,
                outcome.isResolved() ? positions.latitude() : Double.NaN,
                outcome.isResolved() ? positions.longitude() : Double.NaN,
                pressureHeight,
                geometricHeight,
                ground,
                groundSpeed,
                track,
                surveillanceStatus,
                quality);
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
        aircraft.noteHeight(time, AirbornePosition.pressureHeight(me));
        PositionOutcome outcome =
                positions.airborne(
                        time,
                        aircraft.address,
                        AirbornePosition.isOdd(me),
                        AirbornePosition.codedLatitude(me),
                        AirbornePosition.codedLongitude(me));
        return position(
                time,
                aircraft,
                signal,
                outcome,
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
        return position(
                time,
                aircraft,
                signal,
                outcome,
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
        if (AirborneVelocity.isOverGround(me)) {
            aircraft.noteVelocity(
                    time,
                    AirborneVelocity.groundSpeed(me),
                    AirborneVelocity.track(me),
                    AirborneVelocity.verticalRate(me));
        }
        report(
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
        switch (AircraftStatus.subtype(me)) {
            case 1 ->
                    report(
                            new ModeSReport.Emergency(
                                    time,
                                    aircraft.address,
                                    signal,
                                    AircraftStatus.emergency(me),
                                    AircraftStatus.squawk(me)));
            case 2 ->
                    report(
                            new ModeSReport.Advisory(
                                    time, aircraft.address, signal, message.format(), me));
            default -> refuse(time, Refusal.UNUSED_CONTENT);
        }
    }

    private void target(long time, AircraftMemory.Aircraft aircraft, int signal, long me) {
        if (TargetState.subtype(me) > 1) {
            refuse(time, Refusal.UNUSED_CONTENT);
            return;
        }
        report(
                new ModeSReport.Target(
                        time,
                        aircraft.address,
                        signal,
                        TargetState.selectedAltitude(me),
                        TargetState.source(me),
                        TargetState.pressureSetting(me),
                        TargetState.selectedHeading(me),
                        me));
    }

    private void operational(long time, AircraftMemory.Aircraft aircraft, int signal, long me) {
        if (OperationalStatus.subtype(me) > 1) {
            refuse(time, Refusal.UNUSED_CONTENT);
            return;
        }
        aircraft.noteStatus(me);
        report(
                new ModeSReport.Status(
                        time,
                        aircraft.address,
                        signal,
                        aircraft.version(),
                        aircraft.accuracyCategory(),
                        aircraft.sourceIntegrity(),
                        OperationalStatus.subtype(me) == 1 ? Ground.ON_GROUND : Ground.AIRBORNE,
                        me));
    }

    /** Formats whose parity is overlaid with the address: only a trusted one is believed. */
    private void addressParity(long time, int signal) {
        int from = message.address();
        if (isImpossible(from)) {
            refuse(time, Refusal.IMPOSSIBLE_ADDRESS);
        } else if (!watch.isTrusted(time, from)) {
            refuse(time, Refusal.UNTRUSTED_ADDRESS);
        } else {
            AircraftMemory.Aircraft aircraft = memory.of(time, AddressKind.ICAO, from);
            if (message.format() == 24) {
                report(
                        new ModeSReport.LongSegment(
                                time,
                                aircraft.address,
                                signal,
                                message.segmentNumber(),
                                message.isAcknowledgement(),
                                message.segment()));
            } else {
                surveillance(time, aircraft, signal);
            }
        }
    }

    private void surveillance(long time, AircraftMemory.Aircraft aircraft, int signal) {
        int format = message.format();
        boolean acas = format == 0 || format == 16;
        boolean identity = format == 5 || format == 21;
        int flight = acas ? 0 : message.flightStatus();
        double height =
                identity
                        ? Double.NaN
                        : Units.feetToMetres(AltitudeCode.feetOf13(message.altitudeCode()));
        long content = format >= 16 ? message.payload() : 0;
        aircraft.noteHeight(time, height);
        report(
                new ModeSReport.Surveillance(
                        time,
                        aircraft.address,
                        signal,
                        format,
                        height,
                        identity
                                ? IdentityCode.squawkOf13(message.identityCode())
                                : IdentityCode.NONE,
                        acas ? vertical() : ground(flight),
                        flight >= 2 && flight <= 4,
                        flight == 4 || flight == 5,
                        content));
        if (format >= 20) {
            commB(time, aircraft, signal, content);
        } else if (format == 16
                && ExtendedSquitter.bits(content, 1, 8) == AcasAdvisory.IDENTIFIER) {
            report(new ModeSReport.Advisory(time, aircraft.address, signal, format, content));
        }
    }

    private void commB(long time, AircraftMemory.Aircraft aircraft, int signal, long content) {
        if (content == 0) {
            return;
        }
        Register register = inference.infer(content, aircraft.known(time, known));
        if (register == Register.COMMON_USAGE_CAPABILITY) {
            aircraft.noteCapability(content);
        }
        report(
                new ModeSReport.CommB(
                        time, aircraft.address, signal, register, content, inference.candidates()));
        if (register == Register.RESOLUTION_ADVISORY) {
            report(
                    new ModeSReport.Advisory(
                            time, aircraft.address, signal, message.format(), content));
        }
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
        if (!message.isClean() && !repair()) {
            refuse(time, Refusal.BAD_PARITY);
            return false;
        }
        if (isImpossible(message.address())) {
            refuse(time, Refusal.IMPOSSIBLE_ADDRESS);
            return false;
        }
        return true;
    }

    /** Puts the window over a repaired copy, if repair is asked for and there is one. */
    private boolean repair() {
        if (correction == ErrorCorrection.NONE) {
            return false;
        }
        int length = message.length();
        System.arraycopy(message.buffer(), message.offset(), repaired, 0, length);
        correctedBits = correction.apply(repaired, 0, length);
        if (correctedBits == 0) {
            return false;
        }
        message.wrap(repaired, 0, length);
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
        out.writeLong(corrected);
        watch.write(out);
        positions.write(out);
        memory.write(out);
    }

    private void read(DataInput in) throws IOException {
        Snapshots.readLongs(in, formats);
        contents.read(in);
        refusals.read(in);
        modeAc = in.readLong();
        corrected = in.readLong();
        watch.read(in);
        positions.read(in);
        memory.read(in);
    }
}
