package org.airwarden.feeds;

import org.airwarden.asterix.Definition;
import org.airwarden.asterix.RecordView;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.model.Plot;
import org.airwarden.model.PositionReport;
import org.airwarden.model.ServiceMessage;
import org.airwarden.model.Technology;
import org.airwarden.model.Transponder;
import org.airwarden.model.Transponder.Emergency;
import org.airwarden.model.Transponder.Ground;
import org.jspecify.annotations.Nullable;

/**
 * CAT010 (EUROCONTROL-SPEC-0149-7): target reports of surface radars and multilateration to
 * position reports, or to plots where range and azimuth is all there is; update cycles and status
 * to service messages.
 */
final class SurfaceMapper extends CategoryMapper {
    private static final int TARGET = 1;
    private static final int UPDATE_CYCLE = 2;
    private static final int TYPE_ADSB = 2;
    private static final int TYPE_PRIMARY = 3;

    private final Handle kind;
    private final Handle type;
    private final Handle onGround;
    private final Handle simulated;
    private final Handle test;
    private final Handle fieldMonitor;
    private final Handle time;
    private final Handle latitude;
    private final Handle longitude;
    private final Handle range;
    private final Handle azimuth;
    private final Handle x;
    private final Handle y;
    private final Handle velocityX;
    private final Handle velocityY;
    private final Handle speed;
    private final Handle course;
    private final Handle track;
    private final Handle ended;
    private final Handle extrapolated;
    private final Handle ghost;
    private final Handle address;
    private final Handle callSign;
    private final Handle deviationX;
    private final Handle deviationY;
    private final CodeItems codes;

    SurfaceMapper(Definition definition) {
        super(definition);
        kind = Handle.of(definition, "000");
        type = Handle.of(definition, "020/TYP");
        onGround = Handle.of(definition, "020/GBS");
        simulated = Handle.of(definition, "020/SIM");
        test = Handle.of(definition, "020/TST");
        fieldMonitor = Handle.of(definition, "020/RAB");
        time = Handle.of(definition, "140");
        latitude = Handle.of(definition, "041/LAT");
        longitude = Handle.of(definition, "041/LON");
        range = Handle.of(definition, "040/RHO");
        azimuth = Handle.of(definition, "040/THETA");
        x = Handle.of(definition, "042/X");
        y = Handle.of(definition, "042/Y");
        velocityX = Handle.of(definition, "202/VX");
        velocityY = Handle.of(definition, "202/VY");
        speed = Handle.of(definition, "200/GSP");
        course = Handle.of(definition, "200/TRA");
        track = Handle.of(definition, "161/TRK");
        ended = Handle.of(definition, "170/TRE");
        extrapolated = Handle.of(definition, "170/CST");
        ghost = Handle.of(definition, "170/GHO");
        address = Handle.of(definition, "220");
        callSign = Handle.of(definition, "245/CHR");
        deviationX = Handle.of(definition, "500/DEVX");
        deviationY = Handle.of(definition, "500/DEVY");
        codes = new CodeItems(definition, "060", "090");
    }

    @Override
    void map(RecordView record, Mapping mapping, int sensor) {
        int message = kind.code(record);
        if (message == TARGET) {
            if (isTarget(record, mapping, test, fieldMonitor) && isMeasured(record, mapping)) {
                target(record, mapping, sensor);
            }
            return;
        }
        mapping.service(
                sensor,
                mapping.measured(record, time),
                message == UPDATE_CYCLE
                        ? ServiceMessage.Kind.UPDATE_CYCLE
                        : ServiceMessage.Kind.STATUS,
                Double.NaN,
                Double.NaN);
    }

    private boolean isMeasured(RecordView record, Mapping mapping) {
        if (ended.isSet(record)) {
            mapping.setAside("track-ended");
            return false;
        }
        if (extrapolated.isSet(record)) {
            mapping.setAside("extrapolated");
            return false;
        }
        if (ghost.isSet(record)) {
            mapping.setAside("declared-false");
            return false;
        }
        return true;
    }

    private void target(RecordView record, Mapping mapping, int sensor) {
        long measured = mapping.measured(record, time);
        Transponder said =
                Said.of(
                        address.code(record),
                        true,
                        codes.mode3A(record),
                        callSign.text(record),
                        codes.height(record),
                        onGround.isSet(record) ? Ground.ON_GROUND : Ground.UNKNOWN,
                        Emergency.NONE);
        GeodeticPosition at = position(record, mapping, sensor);
        if (at == null) {
            plot(record, mapping, sensor, measured, said);
            return;
        }
        double east = velocityX.value(record);
        double north = velocityY.value(record);
        if (Double.isNaN(east)) {
            double metresASecond = speed.value(record);
            double bearing = course.value(record);
            east = metresASecond * StrictMath.sin(bearing);
            north = metresASecond * StrictMath.cos(bearing);
        }
        mapping.report(
                new PositionReport(
                        sensor,
                        measured,
                        mapping.received(),
                        origin(record, mapping, simulated),
                        technology(record),
                        at.latitude(),
                        at.longitude(),
                        null,
                        sigma(record),
                        east,
                        north,
                        Double.NaN,
                        said,
                        track.code(record)));
    }

    private @Nullable GeodeticPosition position(RecordView record, Mapping mapping, int sensor) {
        double north = latitude.value(record);
        double east = longitude.value(record);
        if (Positions.isPossible(north, east)) {
            return new GeodeticPosition(north, east, 0);
        }
        return x.isIn(record) && !isBeyondScale(record)
                ? mapping.locate(sensor, x.value(record), y.value(record), codes.height(record))
                : null;
    }

    /** Beyond 32 km a sender can only write the greatest number: that is no position. */
    private boolean isBeyondScale(RecordView record) {
        return isGreatest(x.raw(record)) || isGreatest(y.raw(record));
    }

    private static boolean isGreatest(long metres) {
        return metres >= Short.MAX_VALUE || metres <= Short.MIN_VALUE;
    }

    private void plot(
            RecordView record, Mapping mapping, int sensor, long measured, Transponder said) {
        double slant = range.value(record);
        if (!(slant > 0)) {
            mapping.setAside(
                    !x.isIn(record)
                            ? "no-position"
                            : isBeyondScale(record) ? "beyond-scale" : "no-reference");
            return;
        }
        mapping.report(
                new Plot(
                        sensor,
                        measured,
                        mapping.received(),
                        origin(record, mapping, simulated),
                        technology(record),
                        slant,
                        azimuth.value(record),
                        Double.NaN,
                        Double.NaN,
                        said,
                        track.code(record)));
    }

    private Technology technology(RecordView record) {
        return switch (type.code(record)) {
            case TYPE_PRIMARY -> Technology.PRIMARY;
            case TYPE_ADSB -> Technology.ADSB;
            default -> Technology.MLAT;
        };
    }

    private double sigma(RecordView record) {
        double dx = deviationX.value(record);
        double dy = deviationY.value(record);
        double sigma = Math.sqrt((dx * dx + dy * dy) / 2);
        return sigma > 0 ? sigma : Double.NaN;
    }
}
