package org.airwarden.feeds;

import org.airwarden.asterix.Definition;
import org.airwarden.asterix.RecordView;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.model.GeometricHeight;
import org.airwarden.model.PositionReport;
import org.airwarden.model.Technology;
import org.airwarden.model.Transponder.Emergency;
import org.airwarden.model.Transponder.Ground;
import org.jspecify.annotations.Nullable;

/** CAT020 to position reports (EUROCONTROL-SPEC-0149-14). */
final class MultilaterationMapper extends CategoryMapper {
    private final Handle onGround;
    private final Handle simulated;
    private final Handle test;
    private final Handle fieldMonitor;
    private final Handle time;
    private final Handle latitude;
    private final Handle longitude;
    private final Handle x;
    private final Handle y;
    private final Handle velocityX;
    private final Handle velocityY;
    private final Handle track;
    private final Handle ended;
    private final Handle extrapolated;
    private final Handle ghost;
    private final Handle address;
    private final Handle callSign;
    private final Handle flightStatus;
    private final Handle geometricHeight;
    private final Handle deviationX;
    private final Handle deviationY;
    private final CodeItems codes;

    MultilaterationMapper(Definition definition) {
        super(definition);
        onGround = Handle.of(definition, "020/GBS");
        simulated = Handle.of(definition, "020/SIM");
        test = Handle.of(definition, "020/TST");
        fieldMonitor = Handle.of(definition, "020/RAB");
        time = Handle.of(definition, "140");
        latitude = Handle.of(definition, "041/LAT");
        longitude = Handle.of(definition, "041/LON");
        x = Handle.of(definition, "042/X");
        y = Handle.of(definition, "042/Y");
        velocityX = Handle.of(definition, "202/VX");
        velocityY = Handle.of(definition, "202/VY");
        track = Handle.of(definition, "161/TRN");
        ended = Handle.of(definition, "170/TRE");
        extrapolated = Handle.of(definition, "170/CST");
        ghost = Handle.of(definition, "170/GHO");
        address = Handle.of(definition, "220");
        callSign = Handle.of(definition, "245/CHR");
        flightStatus = Handle.of(definition, "230/STAT");
        geometricHeight = Handle.of(definition, "105");
        deviationX = Handle.of(definition, "500/SDP/X");
        deviationY = Handle.of(definition, "500/SDP/Y");
        codes = new CodeItems(definition, "070", "090");
    }

    @Override
    void map(RecordView record, Mapping mapping, int sensor) {
        if (!isTarget(record, mapping, test, fieldMonitor)) {
            return;
        }
        if (ended.isSet(record)) {
            mapping.setAside("track-ended");
            return;
        }
        if (extrapolated.isSet(record)) {
            mapping.setAside("extrapolated");
            return;
        }
        if (ghost.isSet(record)) {
            mapping.setAside("declared-false");
            return;
        }
        GeodeticPosition at = position(record, mapping, sensor);
        if (at == null) {
            mapping.setAside(x.isIn(record) ? "no-reference" : "no-position");
            return;
        }
        double height = geometricHeight.value(record);
        mapping.report(
                new PositionReport(
                        sensor,
                        mapping.measured(record, time),
                        mapping.received(),
                        origin(record, mapping, simulated),
                        Technology.MLAT,
                        at.latitude(),
                        at.longitude(),
                        Double.isNaN(height) ? null : new GeometricHeight(height),
                        sigma(record),
                        velocityX.value(record),
                        velocityY.value(record),
                        Double.NaN,
                        Said.of(
                                address.code(record),
                                true,
                                codes.mode3A(record),
                                callSign.text(record),
                                codes.height(record),
                                onGround.isSet(record)
                                        ? Ground.ON_GROUND
                                        : Said.ground(flightStatus.code(record)),
                                Emergency.NONE),
                        track.code(record)));
    }

    private @Nullable GeodeticPosition position(RecordView record, Mapping mapping, int sensor) {
        double north = latitude.value(record);
        double east = longitude.value(record);
        if (Positions.isPossible(north, east)) {
            return new GeodeticPosition(north, east, 0);
        }
        if (!x.isIn(record)) {
            return null;
        }
        double height = geometricHeight.value(record);
        return mapping.locate(
                sensor,
                x.value(record),
                y.value(record),
                Double.isNaN(height) ? codes.height(record) : height);
    }

    private double sigma(RecordView record) {
        double dx = deviationX.value(record);
        double dy = deviationY.value(record);
        double sigma = Math.sqrt((dx * dx + dy * dy) / 2);
        return sigma > 0 ? sigma : Double.NaN;
    }
}
