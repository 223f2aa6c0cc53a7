package org.airwarden.feeds;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.airwarden.model.GeometricHeight;
import org.airwarden.model.Packet;
import org.airwarden.model.PositionReport;
import org.airwarden.model.Sensor;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;
import org.airwarden.model.TransponderReport;
import tools.jackson.core.JacksonException;

/**
 * readsb's and dump1090's JSON to reports. A document is a picture, not a message: the same
 * position stands in several of them. A position is reported once, by the time at which it was
 * heard.
 */
final class ReadsbDecoder extends SourceDecoder {
    /** Positions heard longer ago than this are no news (s). */
    private static final double OLDEST = 60;

    /** Times of one position differ by this much between documents (ns): ages are rounded. */
    private static final long SAME = 150 * Time.MILLISECOND;

    /** When an aircraft is forgotten (ns). */
    private static final long FORGOTTEN = 300 * Time.SECOND;

    /** How many aircraft call for forgetting some. */
    private static final int MANY = 4096;

    private final JsonObjects objects = new JsonObjects();
    private final ReadsbDocument document = new ReadsbDocument();
    private final TreeMap<Integer, Long> lastPosition = new TreeMap<>();
    private final int sensor;
    private final JsonObjects.Handler handler =
            new JsonObjects.Handler() {
                @Override
                public void object(byte[] bytes, int offset, int length) {
                    readObject(bytes, offset, length);
                }

                @Override
                public void garbage(String why, byte[] bytes, int offset, int length) {
                    mapping.fault("not-json", offset, why, bytes, offset, length);
                }
            };

    ReadsbDecoder(Source source, List<Sensor> sensors, FaultSink faults) {
        super(source, sensors, faults);
        sensor = mapping.sensors().ofReceiver();
    }

    @Override
    void decode(Packet packet) {
        objects.read(packet.bytes(), handler);
    }

    private void readObject(byte[] bytes, int offset, int length) {
        try {
            document.read(bytes, offset, length, this::report);
        } catch (JacksonException wrong) {
            mapping.fault("not-json", offset, wrong.getOriginalMessage(), bytes, offset, length);
        }
    }

    private void report(ReadsbAircraft aircraft, double now) {
        if (!aircraft.hasAddress()) {
            mapping.setAside("no-address");
            return;
        }
        if (sensor < 0) {
            mapping.setAside("unknown-sensor");
            return;
        }
        if (aircraft.age() > OLDEST) {
            mapping.setAside("old");
            return;
        }
        long base = Double.isNaN(now) ? mapping.received() : ReadsbDocument.time(now);
        long measured = base - Time.ofSeconds(aircraft.age());
        if (aircraft.hasPosition() && aircraft.technology() != Technology.MODE_S) {
            position(aircraft, measured);
        } else {
            mapping.report(
                    new TransponderReport(
                            sensor,
                            measured,
                            mapping.received(),
                            mapping.origin(),
                            aircraft.technology(),
                            aircraft.said(),
                            aircraft.east(),
                            aircraft.north(),
                            aircraft.verticalRate()));
        }
    }

    private void position(ReadsbAircraft aircraft, long measured) {
        Long last = lastPosition.get(aircraft.address());
        if (last != null && Math.abs(measured - last) <= SAME) {
            mapping.setAside("repeated-position");
            return;
        }
        lastPosition.put(aircraft.address(), measured);
        if (lastPosition.size() > MANY) {
            lastPosition.values().removeIf(time -> measured - time > FORGOTTEN);
        }
        double height = aircraft.geometricHeight();
        mapping.report(
                new PositionReport(
                        sensor,
                        measured,
                        mapping.received(),
                        mapping.origin(),
                        aircraft.technology(),
                        aircraft.latitude(),
                        aircraft.longitude(),
                        Double.isNaN(height) ? null : new GeometricHeight(height),
                        aircraft.sigma(),
                        aircraft.east(),
                        aircraft.north(),
                        aircraft.verticalRate(),
                        aircraft.said(),
                        -1));
    }

    @Override
    void writeState(StateOutput out) {
        objects.write(out);
        out.putInt(lastPosition.size());
        for (Map.Entry<Integer, Long> entry : lastPosition.entrySet()) {
            out.putInt(entry.getKey());
            out.putLong(entry.getValue());
        }
    }

    @Override
    void readState(StateInput in) {
        objects.read(in);
        lastPosition.clear();
        int count = in.takeCount();
        for (int i = 0; i < count; i++) {
            lastPosition.put(in.takeInt(), in.takeLong());
        }
    }
}
