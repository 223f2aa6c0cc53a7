package org.airwarden.feeds;

import java.util.Arrays;
import java.util.List;
import org.airwarden.asterix.RecordView;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.Sensor;
import org.airwarden.model.SensorReport;
import org.airwarden.model.ServiceMessage;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * What the mappers of one source share: the packet at hand, the sensors, where reports and faults
 * go, and the counts of what was set aside. One thread.
 */
final class Mapping {
    private final SensorChoice sensors;
    private final Tally setAside;
    private final Tally faultCounts;
    private final FaultSink faults;
    private final double[] world = new double[3];
    private Packet packet = new Packet(0, 0, Origin.RECORDED, new byte[0]);
    private ReportSink sink = report -> {};

    Mapping(
            Source source,
            List<Sensor> sensors,
            Tally setAside,
            Tally faultCounts,
            FaultSink faults) {
        this.sensors = new SensorChoice(source, sensors);
        this.setAside = setAside;
        this.faultCounts = faultCounts;
        this.faults = faults;
    }

    void begin(Packet next, ReportSink reports) {
        packet = next;
        sink = reports;
    }

    SensorChoice sensors() {
        return sensors;
    }

    long received() {
        return packet.received();
    }

    Origin origin() {
        return packet.origin();
    }

    void report(SensorReport report) {
        sink.accept(report);
    }

    /** Counts a record that is understood and yields no report. */
    void setAside(String kind) {
        setAside.add(kind);
    }

    /** Counts a fault and hands it on with its bytes. */
    void fault(String kind, long offset, String words, byte[] data, int from, int length) {
        faultCounts.add(kind);
        faults.accept(
                new FeedFault(
                        packet.source(),
                        packet.received(),
                        kind,
                        offset,
                        words,
                        Arrays.copyOfRange(data, from, from + length)));
    }

    /** Counts a record's fault and hands it on with the record's bytes. */
    void fault(String kind, RecordView record, String words) {
        fault(kind, record.offset(), words, record.data(), record.offset(), record.length());
    }

    /** Returns the time (ns since 1970) that a time of day (1/128 s) means. */
    long measured(long timeOfDay) {
        if (timeOfDay >= TICKS_A_DAY) {
            faultCounts.add("impossible-time-of-day");
            return packet.received();
        }
        return TimeOfDay.nearest(packet.received(), timeOfDay * TICK);
    }

    /** One unit of ASTERIX's times (ns). */
    static final long TICK = Time.SECOND / 128;

    /** Units of ASTERIX's times in a day. */
    static final long TICKS_A_DAY = 86_400 * 128;

    /**
     * Returns the position of a Cartesian one, or null where its reference point is not known.
     *
     * @param x east (m)
     * @param y north (m)
     * @param height the target's height above the ellipsoid (m) as far as known, or NaN
     */
    @Nullable GeodeticPosition locate(int sensor, double x, double y, double height) {
        Frame frame = sensors.reference(sensor);
        if (frame == null) {
            return null;
        }
        double up = 0;
        frame.toWorld(x, y, up, world, 0);
        GeodeticPosition at = Wgs84.toGeodetic(world[0], world[1], world[2]);
        if (!Double.isNaN(height)) {
            // The plane leaves the earth with the distance; one step brings the height home.
            frame.toWorld(x, y, height - at.height(), world, 0);
            at = Wgs84.toGeodetic(world[0], world[1], world[2]);
        }
        return at;
    }

    /** Reports a service message. */
    void service(
            int sensor, long measured, ServiceMessage.Kind kind, double azimuth, double period) {
        report(new ServiceMessage(sensor, measured, received(), origin(), kind, azimuth, period));
    }
}
