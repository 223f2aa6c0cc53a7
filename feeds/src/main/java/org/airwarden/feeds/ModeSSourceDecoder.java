package org.airwarden.feeds;

import java.util.List;
import java.util.Locale;
import org.airwarden.feeds.RecordingFormat.Stamps;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.model.GeometricHeight;
import org.airwarden.model.Packet;
import org.airwarden.model.PositionReport;
import org.airwarden.model.Sensor;
import org.airwarden.model.StateException;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Technology;
import org.airwarden.model.Transponder;
import org.airwarden.model.Transponder.Emergency;
import org.airwarden.model.Transponder.Ground;
import org.airwarden.model.TransponderReport;
import org.airwarden.modes.AddressKind;
import org.airwarden.modes.AircraftAddress;
import org.airwarden.modes.AircraftIdentification;
import org.airwarden.modes.AvrReader;
import org.airwarden.modes.BeastReader;
import org.airwarden.modes.EmergencyState;
import org.airwarden.modes.Fault;
import org.airwarden.modes.Frame;
import org.airwarden.modes.FrameHandler;
import org.airwarden.modes.HeadingAndSpeed;
import org.airwarden.modes.ModeSDecoder;
import org.airwarden.modes.ModeSListener;
import org.airwarden.modes.ModeSMessage;
import org.airwarden.modes.ModeSReport;
import org.airwarden.modes.PositionQuality;
import org.airwarden.modes.PositionSettings;
import org.airwarden.modes.Refusal;
import org.airwarden.modes.TrackAndTurn;
import org.jspecify.annotations.Nullable;

/** A Mode S receiver's stream, Beast or AVR, to reports. */
final class ModeSSourceDecoder extends SourceDecoder {
    private final int sensor;
    private final boolean beast;
    private final ModeSDecoder messages;
    private final CounterClock clock;
    private final BeastReader beastReader;
    private final AvrReader avrReader;
    private final LineBuffer avrLines = new LineBuffer();

    ModeSSourceDecoder(Source source, List<Sensor> sensors, FaultSink faults) {
        super(source, sensors, faults);
        sensor = mapping.sensors().ofReceiver();
        beast = source.format() == Format.BEAST;
        clock = new CounterClock(stamps(source));
        FrameHandler frames =
                new FrameHandler() {
                    @Override
                    public void onFrame(Frame frame) {
                        take(frame);
                    }

                    @Override
                    public void onFault(Fault fault) {
                        mapping.fault(
                                fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                fault.offset(),
                                fault.reason(),
                                fault.bytes(),
                                0,
                                fault.bytes().length);
                    }
                };
        beastReader = new BeastReader(frames);
        avrReader = new AvrReader(frames);
        messages =
                new ModeSDecoder(
                        settings(source),
                        source.repair(),
                        new ModeSListener() {
                            @Override
                            public void onReport(ModeSReport report) {
                                map(report);
                            }

                            @Override
                            public void onRefusal(
                                    long time, Refusal refusal, ModeSMessage message) {
                                mapping.setAside(
                                        refusal.name().toLowerCase(Locale.ROOT).replace('_', '-'));
                            }
                        });
    }

    /**
     * What a source's stamps are: as somebody said or a recording's bytes told. Where they told
     * nothing, and of samples that were demodulated here, they are a counter; a live stream's first
     * stamp tells by the time at which it comes.
     */
    private static Stamps stamps(Source source) {
        RecordingFormat framing = source.framing();
        boolean live = framing == null && !(source.transport() instanceof Transport.RtlTcp);
        Stamps said = framing == null ? Stamps.UNSAID : framing.stamps();
        return said == Stamps.UNSAID && !live ? Stamps.TWELVE_MEGAHERTZ : said;
    }

    /** The receiver's place, where known, resolves surface positions and refuses far ones. */
    private PositionSettings settings(Source source) {
        GeodeticPosition at = source.reference();
        if (at == null && sensor >= 0) {
            at = placeOf(mapping.sensors().placement(sensor));
        }
        return at == null
                ? PositionSettings.anywhere()
                : PositionSettings.at(at.latitude(), at.longitude());
    }

    private static @Nullable GeodeticPosition placeOf(
            org.airwarden.geodesy.@Nullable Frame placement) {
        return placement == null
                ? null
                : Wgs84.toGeodetic(placement.originX(), placement.originY(), placement.originZ());
    }

    @Override
    void decode(Packet packet) {
        if (beast) {
            beastReader.read(packet.bytes());
        } else {
            avrLines.read(packet.bytes(), avrReader::read);
        }
        clock.adjust(packet.received());
    }

    @Override
    long repaired() {
        return messages.corrected();
    }

    private void take(Frame frame) {
        messages.take(clock.time(frame.counter(), mapping.received()), frame);
    }

    private void map(ModeSReport report) {
        if (sensor < 0) {
            mapping.setAside("unknown-sensor");
            return;
        }
        switch (report) {
            case ModeSReport.Position position -> position(position);
            case ModeSReport.Velocity velocity -> velocity(velocity);
            case ModeSReport.Identification named ->
                    transponder(
                            report,
                            broadcast(report),
                            said(report, -1, named.callSign(), Double.NaN, Ground.UNKNOWN));
            case ModeSReport.AllCall call ->
                    transponder(
                            report,
                            Technology.MODE_S,
                            said(report, -1, "", Double.NaN, ground(call.ground())));
            case ModeSReport.Surveillance reply ->
                    transponder(
                            report,
                            Technology.MODE_S,
                            said(
                                    report,
                                    reply.squawk(),
                                    "",
                                    reply.pressureHeight(),
                                    ground(reply.ground())));
            case ModeSReport.Emergency declared -> emergency(declared);
            case ModeSReport.CommB reply -> register(reply);
            case ModeSReport.Test test ->
                    transponder(
                            report,
                            broadcast(report),
                            said(report, test.squawk(), "", Double.NaN, Ground.UNKNOWN));
            case ModeSReport.Status status -> mapping.setAside("operational-status");
            case ModeSReport.Target target -> mapping.setAside("target-state");
            case ModeSReport.Advisory advisory -> mapping.setAside("resolution-advisory");
            case ModeSReport.LongSegment segment -> mapping.setAside("long-message");
            case ModeSReport.SurfaceSystem system -> mapping.setAside("surface-system");
            // Made only for a source that asks for repair.
            case ModeSReport.Corrected corrected -> map(corrected.report());
        }
    }

    /** Of registers, what a report has fields for: call sign, velocity, vertical rate. */
    private void register(ModeSReport.CommB reply) {
        long content = reply.content();
        switch (reply.register()) {
            case IDENTIFICATION ->
                    transponder(
                            reply,
                            Technology.MODE_S,
                            said(
                                    reply,
                                    -1,
                                    AircraftIdentification.callSign(content),
                                    Double.NaN,
                                    Ground.UNKNOWN));
            case TRACK_AND_TURN -> {
                double speed = TrackAndTurn.groundSpeed(content);
                double track = TrackAndTurn.track(content);
                motion(
                        reply,
                        speed * StrictMath.sin(track),
                        speed * StrictMath.cos(track),
                        Double.NaN);
            }
            case HEADING_AND_SPEED -> {
                double rate = HeadingAndSpeed.inertialRate(content);
                motion(
                        reply,
                        Double.NaN,
                        Double.NaN,
                        Double.isNaN(rate) ? HeadingAndSpeed.barometricRate(content) : rate);
            }
            default -> mapping.setAside("register-" + reply.register().text());
        }
    }

    private void motion(ModeSReport report, double east, double north, double up) {
        mapping.report(
                new TransponderReport(
                        sensor,
                        report.time(),
                        mapping.received(),
                        mapping.origin(),
                        Technology.MODE_S,
                        said(report, -1, "", Double.NaN, Ground.UNKNOWN),
                        east,
                        north,
                        up));
    }

    private void position(ModeSReport.Position position) {
        Transponder said =
                said(position, -1, "", position.pressureHeight(), ground(position.ground()));
        if (!position.outcome().isResolved()) {
            mapping.setAside("unresolved-position");
            transponder(position, broadcast(position), said);
            return;
        }
        mapping.report(
                new PositionReport(
                        sensor,
                        position.time(),
                        mapping.received(),
                        mapping.origin(),
                        broadcast(position),
                        position.latitude(),
                        position.longitude(),
                        Double.isNaN(position.geometricHeight())
                                ? null
                                : new GeometricHeight(position.geometricHeight()),
                        sigma(position.quality()),
                        position.groundSpeed() * StrictMath.sin(position.track()),
                        position.groundSpeed() * StrictMath.cos(position.track()),
                        Double.NaN,
                        said,
                        -1));
    }

    private void velocity(ModeSReport.Velocity velocity) {
        mapping.report(
                new TransponderReport(
                        sensor,
                        velocity.time(),
                        mapping.received(),
                        mapping.origin(),
                        broadcast(velocity),
                        said(velocity, -1, "", Double.NaN, Ground.AIRBORNE),
                        velocity.groundSpeed() * StrictMath.sin(velocity.track()),
                        velocity.groundSpeed() * StrictMath.cos(velocity.track()),
                        velocity.verticalRate()));
    }

    private void emergency(ModeSReport.Emergency declared) {
        AircraftAddress address = declared.address();
        transponder(
                declared,
                broadcast(declared),
                Said.of(
                        address.value(),
                        isAllotted(address.kind()),
                        declared.squawk(),
                        "",
                        Double.NaN,
                        Ground.UNKNOWN,
                        emergency(declared.emergency())));
    }

    private void transponder(ModeSReport report, Technology technology, Transponder said) {
        mapping.report(
                new TransponderReport(
                        sensor,
                        report.time(),
                        mapping.received(),
                        mapping.origin(),
                        technology,
                        said,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN));
    }

    private static Transponder said(
            ModeSReport report, int squawk, String callSign, double metres, Ground ground) {
        return Said.of(
                report.address().value(),
                isAllotted(report.address().kind()),
                squawk,
                callSign,
                metres,
                ground,
                Emergency.NONE);
    }

    /** A ground station's word is not the aircraft's own, whatever address it names. */
    private static Technology broadcast(ModeSReport report) {
        return switch (report.address().kind()) {
            case ICAO, NON_ICAO -> Technology.ADSB;
            case TIS_B_ICAO, TIS_B_TRACK -> Technology.TISB;
            case ADS_R_ICAO, ADS_R_NON_ICAO -> Technology.ADSR;
        };
    }

    private static boolean isAllotted(AddressKind kind) {
        return switch (kind) {
            case ICAO, TIS_B_ICAO, ADS_R_ICAO -> true;
            case NON_ICAO, TIS_B_TRACK, ADS_R_NON_ICAO -> false;
        };
    }

    private static Ground ground(ModeSReport.Ground ground) {
        return switch (ground) {
            case AIRBORNE -> Ground.AIRBORNE;
            case ON_GROUND -> Ground.ON_GROUND;
            case UNKNOWN -> Ground.UNKNOWN;
        };
    }

    private static Emergency emergency(EmergencyState state) {
        return switch (state) {
            case NONE, RESERVED -> Emergency.NONE;
            case GENERAL -> Emergency.GENERAL;
            case MEDICAL -> Emergency.MEDICAL;
            case MINIMUM_FUEL -> Emergency.MINIMUM_FUEL;
            case NO_COMMUNICATIONS -> Emergency.NO_COMMUNICATION;
            case UNLAWFUL_INTERFERENCE -> Emergency.UNLAWFUL_INTERFERENCE;
            case DOWNED -> Emergency.DOWNED;
        };
    }

    private static double sigma(PositionQuality quality) {
        double radius = quality.accuracyRadius();
        if (!Double.isNaN(radius)) {
            return PositionAccuracy.ofRadius95(radius);
        }
        return quality.version() > 0
                ? PositionAccuracy.ofContainment(quality.containmentRadius())
                : PositionAccuracy.ofNucp(quality.integrityCategory());
    }

    @Override
    void writeState(StateOutput out) {
        clock.write(out);
        avrLines.write(out);
        out.putBytes(beastReader.snapshot());
        out.putBytes(messages.snapshot());
    }

    @Override
    void readState(StateInput in) {
        clock.read(in);
        avrLines.read(in);
        try {
            beastReader.restore(in.takeBytes());
            messages.restore(in.takeBytes());
        } catch (IllegalArgumentException damaged) {
            throw new StateException("a receiver's state: " + damaged.getMessage());
        }
    }
}
