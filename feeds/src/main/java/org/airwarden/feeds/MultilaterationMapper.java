package org.airwarden.feeds;

import org.airwarden.asterix.Definition;
import org.airwarden.asterix.RecordView;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.model.GeometricHeight;
import org.airwarden.model.PositionReport;
import org.airwarden.model.Technology;
import org.airwarden.model.Transponder.Ground;
import org.jspecify.annotations.Nullable;

/** CAT020 to position reports (EUROCONTROL-SPEC-0149-14). */
final class MultilaterationMapper extends TargetMapper {

    MultilaterationMapper(Definition definition) {
        super(definition);
    }

    @Override
    void map(RecordView record, Mapping mapping, int sensor) {
        if (!isTarget(record, mapping) || !isMeasured(record, mapping)) {
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
                        measured(record, mapping),
                        mapping.received(),
                        origin(record, mapping),
                        Technology.MLAT,
                        at.latitude(),
                        at.longitude(),
                        Double.isNaN(height) ? null : new GeometricHeight(height),
                        deviation(record),
                        velocityX.value(record),
                        velocityY.value(record),
                        Double.NaN,
                        said(
                                record,
                                onGround.isSet(record)
                                        ? Ground.ON_GROUND
                                        : Said.ground(flightStatus.code(record))),
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
                Double.isNaN(height) ? pressureHeight(record) : height);
    }
}
