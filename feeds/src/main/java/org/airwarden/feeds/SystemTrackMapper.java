package org.airwarden.feeds;

import org.airwarden.asterix.Definition;
import org.airwarden.asterix.RecordView;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.model.GeometricHeight;
import org.airwarden.model.PositionReport;
import org.airwarden.model.Technology;
import org.airwarden.model.Transponder;
import org.airwarden.model.Transponder.Ground;
import org.jspecify.annotations.Nullable;

/**
 * CAT062 to position reports (EUROCONTROL-SPEC-0149-9). A track that the other centre ends or
 * extrapolates says nothing new of the air: it is counted and set aside.
 */
final class SystemTrackMapper extends CategoryMapper {
    private final Handle time;
    private final Handle latitude;
    private final Handle longitude;
    private final Handle x;
    private final Handle y;
    private final Handle velocityX;
    private final Handle velocityY;
    private final Handle speed;
    private final Handle course;
    private final Handle rate;
    private final Handle track;
    private final Handle address;
    private final Handle derivedCallSign;
    private final Handle callSign;
    private final Handle flightStatus;
    private final Handle surface;
    private final Handle emergency;
    private final Handle simulated;
    private final Handle last;
    private final Handle coasted;
    private final Handle geometric;
    private final Handle barometric;
    private final Handle corrected;
    private final Handle deviationX;
    private final Handle deviationY;
    private final CodeItems codes;

    SystemTrackMapper(Definition definition) {
        super(definition);
        time = Handle.of(definition, "070");
        latitude = Handle.of(definition, "105/LAT");
        longitude = Handle.of(definition, "105/LON");
        x = Handle.of(definition, "100/X");
        y = Handle.of(definition, "100/Y");
        velocityX = Handle.of(definition, "185/VX");
        velocityY = Handle.of(definition, "185/VY");
        speed = Handle.of(definition, "180/GSP");
        course = Handle.of(definition, "180/HDG");
        rate = Handle.of(definition, "220");
        track = Handle.of(definition, "040");
        address = Handle.of(definition, "380/ADR");
        derivedCallSign = Handle.of(definition, "380/ID");
        callSign = Handle.of(definition, "245/CHR");
        flightStatus = Handle.of(definition, "380/COM/STAT");
        surface = Handle.of(definition, "080/SFC");
        emergency = Handle.of(definition, "080/EMS");
        simulated = Handle.of(definition, "080/SIM");
        last = Handle.of(definition, "080/TSE");
        coasted = Handle.of(definition, "080/CST");
        geometric = Handle.of(definition, "130");
        barometric = Handle.of(definition, "135/CTB", "135/ALT");
        corrected = Handle.of(definition, "135/QNH");
        deviationX = Handle.of(definition, "500/APC/X");
        deviationY = Handle.of(definition, "500/APC/Y");
        codes = new CodeItems(definition, "060", "136");
    }

    @Override
    void map(RecordView record, Mapping mapping, int sensor) {
        if (last.isSet(record)) {
            mapping.setAside("track-ended");
            return;
        }
        if (coasted.isSet(record)) {
            mapping.setAside("extrapolated");
            return;
        }
        GeodeticPosition at = position(record, mapping, sensor);
        if (at == null) {
            return;
        }
        double height = geometric.value(record);
        double along = speed.value(record);
        double bearing = course.value(record);
        boolean polar = speed.isIn(record);
        mapping.report(
                new PositionReport(
                        sensor,
                        mapping.measured(record, time),
                        mapping.received(),
                        origin(record, mapping, simulated),
                        Technology.SYSTEM_TRACK,
                        at.latitude(),
                        at.longitude(),
                        Double.isNaN(height) ? null : new GeometricHeight(height),
                        sigma(record),
                        polar ? along * StrictMath.sin(bearing) : velocityX.value(record),
                        polar ? along * StrictMath.cos(bearing) : velocityY.value(record),
                        rate.value(record),
                        said(record),
                        track.code(record)));
    }

    private @Nullable GeodeticPosition position(RecordView record, Mapping mapping, int sensor) {
        if (latitude.isIn(record)) {
            double north = latitude.value(record);
            double east = longitude.value(record);
            if (Positions.isPossible(north, east)) {
                return new GeodeticPosition(north, east, 0);
            }
            mapping.fault("impossible-position", record, Positions.words(north, east));
            return null;
        }
        if (!x.isIn(record)) {
            mapping.setAside("no-position");
            return null;
        }
        GeodeticPosition at =
                mapping.locate(sensor, x.value(record), y.value(record), geometric.value(record));
        if (at == null) {
            mapping.setAside("no-reference");
        }
        return at;
    }

    /** Item 500 gives one standard deviation an axis. */
    private double sigma(RecordView record) {
        double dx = deviationX.value(record);
        double dy = deviationY.value(record);
        double sigma = Math.sqrt((dx * dx + dy * dy) / 2);
        return sigma > 0 ? sigma : Double.NaN;
    }

    private Transponder said(RecordView record) {
        String name = derivedCallSign.text(record);
        double height = codes.height(record);
        if (Double.isNaN(height) && !corrected.isSet(record)) {
            height = barometric.value(record);
        }
        return Said.of(
                address.code(record),
                true,
                codes.mode3A(record),
                name.isEmpty() ? callSign.text(record) : name,
                height,
                surface.isSet(record) ? Ground.ON_GROUND : Said.ground(flightStatus.code(record)),
                Said.emergency(emergency.code(record)));
    }
}
