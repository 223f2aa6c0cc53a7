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
final class SystemTrackMapper extends TargetMapper {
    private final Handle rate;
    private final Handle derivedCallSign;
    private final Handle surface;
    private final Handle emergency;
    private final Handle barometric;
    private final Handle corrected;

    SystemTrackMapper(Definition definition) {
        super(definition);
        rate = Handle.of(definition, "220");
        derivedCallSign = Handle.of(definition, "380/ID");
        surface = Handle.of(definition, "080/SFC");
        emergency = Handle.of(definition, "080/EMS");
        barometric = Handle.of(definition, "135/CTB", "135/ALT");
        corrected = Handle.of(definition, "135/QNH");
    }

    @Override
    void map(RecordView record, Mapping mapping, int sensor) {
        if (!isMeasured(record, mapping)) {
            return;
        }
        GeodeticPosition at = position(record, mapping, sensor);
        if (at == null) {
            return;
        }
        double height = geometricHeight.value(record);
        boolean polar = speed.isIn(record);
        mapping.report(
                new PositionReport(
                        sensor,
                        measured(record, mapping),
                        mapping.received(),
                        origin(record, mapping),
                        Technology.SYSTEM_TRACK,
                        at.latitude(),
                        at.longitude(),
                        Double.isNaN(height) ? null : new GeometricHeight(height),
                        deviation(record),
                        polar ? speedEast(record) : velocityX.value(record),
                        polar ? speedNorth(record) : velocityY.value(record),
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
                mapping.locate(
                        sensor, x.value(record), y.value(record), geometricHeight.value(record));
        if (at == null) {
            mapping.setAside("no-reference");
        }
        return at;
    }

    private Transponder said(RecordView record) {
        String name = derivedCallSign.text(record);
        double height = pressureHeight(record);
        if (Double.isNaN(height) && !corrected.isSet(record)) {
            height = barometric.value(record);
        }
        return said(
                record,
                true,
                name.isEmpty() ? callSign.text(record) : name,
                height,
                surface.isSet(record) ? Ground.ON_GROUND : Said.ground(flightStatus.code(record)),
                Said.emergency(emergency.code(record)));
    }
}
