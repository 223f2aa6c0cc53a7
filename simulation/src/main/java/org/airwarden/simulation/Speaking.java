package org.airwarden.simulation;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.airwarden.asterix.BlockWriter;
import org.airwarden.asterix.Definition;
import org.airwarden.asterix.Definitions;
import org.airwarden.asterix.Field;
import org.airwarden.asterix.RecordWriter;
import org.airwarden.feeds.Format;
import org.airwarden.feeds.Source;
import org.airwarden.feeds.Transport;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.Polar;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.model.Origin;
import org.airwarden.model.Packet;
import org.airwarden.model.Plot;
import org.airwarden.model.PositionReport;
import org.airwarden.model.PressureHeight;
import org.airwarden.model.Sensor;
import org.airwarden.model.SensorReport;
import org.airwarden.model.ServiceMessage;
import org.airwarden.model.Technology;
import org.airwarden.model.Time;
import org.airwarden.model.Transponder;
import org.airwarden.modes.ErrorCorrection;
import org.jspecify.annotations.Nullable;

/**
 * Reports of one simulated sensor as the ASTERIX that it would send: CAT048 and CAT034 of a radar,
 * CAT021 of a receiver, CAT020 of a multilateration. Every record of a target bears the mark of
 * what is simulated. What feeds make of the bytes are the same reports, as exact as the items are.
 * One thread.
 */
final class Speaking {
    private static final Map<Integer, String> EDITIONS =
            Map.of(20, "1.11", 21, "2.4", 34, "1.29", 48, "1.32");
    private static final int LONGEST = 1_400;
    private static final double NAUTICAL_MILE = 1852;
    private static final double FOOT = 0.3048;
    private static final double LEVEL = 100 * FOOT;

    private final Sensor sensor;
    private final Definition targets;
    private final RecordWriter target;
    private final BlockWriter block;
    private final @Nullable RecordWriter service;
    private final @Nullable BlockWriter services;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final double[] world = new double[3];

    /**
     * Makes a sensor's voice.
     *
     * @param sensor a radar, a receiver of ADS-B or a multilateration of {@link Reporting#site}
     */
    Speaking(Sensor sensor) {
        this.sensor = sensor;
        int category =
                switch (sensor.kind()) {
                    case RADAR -> 48;
                    case ADSB -> 21;
                    case MLAT -> 20;
                    default -> throw new IllegalArgumentException(sensor + " has no category");
                };
        targets = definition(category);
        target = new RecordWriter(targets);
        block = new BlockWriter(targets, LONGEST);
        boolean radar = category == 48;
        service = radar ? new RecordWriter(definition(34)) : null;
        services = radar ? new BlockWriter(definition(34)) : null;
    }

    private static Definition definition(int category) {
        return Definitions.of(category, EDITIONS.getOrDefault(category, ""));
    }

    /** Returns the source through which a sensor speaks, with the sensor's own number. */
    static Source source(Sensor sensor) {
        return new Source(
                sensor.id(),
                sensor.name(),
                new Transport.Recorded(sensor.name() + "-simulated.ast"),
                Format.ASTERIX,
                null,
                new TreeMap<>(EDITIONS),
                -1,
                new TreeMap<>(),
                null,
                ErrorCorrection.NONE);
    }

    /** Says a report; {@link #take} gives the bytes. */
    void say(SensorReport report) {
        switch (report) {
            case Plot plot -> add(plot);
            case PositionReport position -> add(position);
            case ServiceMessage message -> add(message);
            default -> throw new IllegalArgumentException("not of a simulated sensor: " + report);
        }
    }

    /**
     * Returns all that was said since the last time as one packet, or null for nothing.
     *
     * @param received when it arrives (ns since 1970)
     */
    @Nullable Packet take(long received) {
        flush();
        if (out.size() == 0) {
            return null;
        }
        Packet packet = new Packet(received, sensor.id(), Origin.SIMULATED, out.toByteArray());
        out.reset();
        return packet;
    }

    private void flush() {
        if (services != null && services.records() > 0) {
            out.writeBytes(services.toBytes());
            services.clear();
        }
        if (block.records() > 0) {
            out.writeBytes(block.toBytes());
            block.clear();
        }
    }

    private void put() {
        if (!block.add(target)) {
            flush();
            block.add(target);
        }
    }

    private Field field(String path) {
        return targets.field(path);
    }

    private void begin(String time, long measured) {
        target.clear();
        target.raw(field("010/SAC"), sensor.sac()).raw(field("010/SIC"), sensor.sic());
        target.value(field(time), timeOfDay(measured));
    }

    private static double timeOfDay(long time) {
        return Math.floorMod(time, Time.DAY) / 1e9;
    }

    private static long turn(double azimuth, int bits) {
        double parts = azimuth / (2 * StrictMath.PI) * (1 << bits);
        return Math.floorMod(StrictMath.round(parts), 1L << bits);
    }

    private void add(Plot plot) {
        begin("140", plot.measured());
        Technology how = plot.technology();
        boolean modeS = how == Technology.MODE_S || how == Technology.COMBINED_MODE_S;
        int reply = how == Technology.PRIMARY ? 0 : modeS ? 5 : 2;
        int echo = how.hasEcho() ? modeS ? 2 : 1 : 0;
        target.raw(field("020/TYP"), reply + echo).raw(field("020/SIM"), 1);
        target.value(field("040/RHO"), Math.min(plot.range() / NAUTICAL_MILE, 255.99));
        target.raw(field("040/THETA"), turn(plot.azimuth(), 16));
        Transponder said = plot.said();
        code("070/MODE3A", said);
        level("090/FL", said.height());
        Frame place = sensor.placement();
        if (!Double.isNaN(plot.elevation()) && place != null) {
            Polar.locate(place, plot.range(), plot.azimuth(), plot.elevation(), world);
            double height = Wgs84.toGeodetic(world[0], world[1], world[2]).height();
            target.value(field("110/3DH"), height / FOOT);
        }
        name("220", "240", said);
        put();
    }

    private void add(PositionReport report) {
        boolean broadcast = report.technology() == Technology.ADSB;
        begin(broadcast ? "073" : "140", report.measured());
        Transponder said = report.said();
        double latitude = StrictMath.toDegrees(report.latitude());
        double longitude = StrictMath.toDegrees(report.longitude());
        if (broadcast) {
            target.raw(field("040/ATP"), 0).raw(field("040/SIM"), 1);
            target.raw(field("090/NACP"), 9);
            target.value(field("131/LAT"), latitude).value(field("131/LON"), longitude);
            if (report.geometricHeight() != null) {
                target.value(field("140"), report.geometricHeight().feet());
            }
            double speed =
                    StrictMath.sqrt(
                            report.velocityEast() * report.velocityEast()
                                    + report.velocityNorth() * report.velocityNorth());
            target.value(field("155/BVR"), report.verticalRate() / FOOT * 60);
            target.value(field("160/GS"), speed / NAUTICAL_MILE);
            target.raw(
                    field("160/TA"),
                    turn(StrictMath.atan2(report.velocityEast(), report.velocityNorth()), 16));
            target.raw(field("200/PS"), said.emergency() == Transponder.Emergency.NONE ? 0 : 1);
            target.raw(field("210/VN"), 2);
            code("070/MODE3A", said);
            level("145", said.height());
            name("080", "170", said);
        } else {
            target.raw(field("020/MS"), 1).raw(field("020/SIM"), 1);
            target.value(field("041/LAT"), latitude).value(field("041/LON"), longitude);
            target.value(field("202/VX"), report.velocityEast());
            target.value(field("202/VY"), report.velocityNorth());
            target.value(field("500/SDP/X"), report.sigma());
            target.value(field("500/SDP/Y"), report.sigma());
            code("070/MODE3A", said);
            level("090/FL", said.height());
            name("220", "245/CHR", said);
        }
        put();
    }

    private void code(String path, Transponder said) {
        if (said.hasMode3A()) {
            target.raw(field(path), said.mode3A());
        }
    }

    private void level(String path, @Nullable PressureHeight height) {
        if (height != null) {
            target.value(field(path), height.metres() / LEVEL);
        }
    }

    private void name(String addressPath, String namePath, Transponder said) {
        if (said.hasAddress()) {
            target.raw(field(addressPath), said.address());
        }
        if (said.callSign() != null) {
            target.text(field(namePath), said.callSign());
        }
    }

    private void add(ServiceMessage message) {
        RecordWriter record = service;
        BlockWriter records = services;
        if (record == null || records == null) {
            throw new IllegalArgumentException("a radar's word from " + sensor);
        }
        Definition definition = record.definition();
        boolean north = message.kind() == ServiceMessage.Kind.NORTH_MARK;
        record.clear();
        record.raw(definition.field("010/SAC"), sensor.sac());
        record.raw(definition.field("010/SIC"), sensor.sic());
        record.raw(definition.field("000"), north ? 1 : 2);
        record.value(definition.field("030"), timeOfDay(message.measured()));
        if (north) {
            record.value(definition.field("041"), message.period());
        } else {
            record.raw(definition.field("020"), turn(message.azimuth(), 8));
        }
        records.add(record);
    }
}
