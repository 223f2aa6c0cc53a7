package org.airwarden.feeds;

import java.util.List;
import java.util.Locale;
import org.airwarden.model.Packet;
import org.airwarden.model.PositionReport;
import org.airwarden.model.Sensor;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;
import org.airwarden.model.Transponder;
import org.airwarden.model.Transponder.Emergency;
import org.airwarden.model.Transponder.Ground;
import org.airwarden.model.TransponderReport;
import org.airwarden.modes.Fault;
import org.airwarden.modes.SbsHandler;
import org.airwarden.modes.SbsMessage;
import org.airwarden.modes.SbsReader;

/**
 * BaseStation lines to reports. Their times are local to the receiver's host, whose zone they do
 * not tell: whole half hours of difference to the received time are taken for the zone.
 */
final class SbsDecoder extends SourceDecoder {
    private static final long ZONE_STEP = 1_800 * Time.SECOND;
    private static final int FIRST_OF_SURVEILLANCE = 5;

    private final LineBuffer lines = new LineBuffer();
    private final int sensor;
    private final SbsReader reader =
            new SbsReader(
                    new SbsHandler() {
                        @Override
                        public void onMessage(SbsMessage message) {
                            report(message);
                        }

                        @Override
                        public void onFault(Fault fault) {
                            modesFault(fault);
                        }
                    });

    SbsDecoder(Source source, List<Sensor> sensors, FaultSink faults) {
        super(source, sensors, faults);
        sensor = mapping.sensors().ofReceiver();
    }

    @Override
    void decode(Packet packet) {
        lines.read(packet.bytes(), reader::read);
    }

    private void modesFault(Fault fault) {
        mapping.fault(
                fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                fault.offset(),
                fault.reason(),
                fault.bytes(),
                0,
                fault.bytes().length);
    }

    private void report(SbsMessage message) {
        if (sensor < 0) {
            mapping.setAside("unknown-sensor");
            return;
        }
        Transponder said =
                Said.of(
                        message.address(),
                        message.icao(),
                        message.squawk(),
                        message.callSign(),
                        message.pressureHeight(),
                        ground(message),
                        Emergency.NONE);
        double east = message.groundSpeed() * StrictMath.sin(message.track());
        double north = message.groundSpeed() * StrictMath.cos(message.track());
        Technology technology =
                message.type() >= FIRST_OF_SURVEILLANCE ? Technology.MODE_S : Technology.ADSB;
        if (Double.isNaN(message.latitude()) || Double.isNaN(message.longitude())) {
            mapping.report(
                    new TransponderReport(
                            sensor,
                            measured(message),
                            mapping.received(),
                            mapping.origin(),
                            technology,
                            said,
                            east,
                            north,
                            message.verticalRate()));
            return;
        }
        mapping.report(
                new PositionReport(
                        sensor,
                        measured(message),
                        mapping.received(),
                        mapping.origin(),
                        Technology.ADSB,
                        message.latitude(),
                        message.longitude(),
                        null,
                        Double.NaN,
                        east,
                        north,
                        message.verticalRate(),
                        said,
                        -1));
    }

    /** A surface position says it by its type; the flag is not always set there. */
    private static Ground ground(SbsMessage message) {
        return switch (message.type()) {
            case 2 -> Ground.ON_GROUND;
            case 3, 4 -> message.onGround() == 1 ? Ground.ON_GROUND : Ground.AIRBORNE;
            default -> message.onGround() == 1 ? Ground.ON_GROUND : Ground.UNKNOWN;
        };
    }

    private long measured(SbsMessage message) {
        if (message.generated() == SbsMessage.NO_TIME) {
            return mapping.received();
        }
        long ahead = message.generated() - mapping.received();
        return mapping.received() + Math.floorMod(ahead + ZONE_STEP / 2, ZONE_STEP) - ZONE_STEP / 2;
    }

    @Override
    void writeState(StateOutput out) {
        lines.write(out);
    }

    @Override
    void readState(StateInput in) {
        lines.read(in);
    }
}
