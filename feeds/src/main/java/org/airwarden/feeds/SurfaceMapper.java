package org.airwarden.feeds;

import org.airwarden.asterix.Definition;
import org.airwarden.asterix.RecordView;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.model.Plot;
import org.airwarden.model.PositionReport;
import org.airwarden.model.ServiceMessage;
import org.airwarden.model.Technology;
import org.airwarden.model.Transponder;
import org.airwarden.model.Transponder.Ground;
import org.jspecify.annotations.Nullable;

/**
 * CAT010 (EUROCONTROL-SPEC-0149-7): target reports of surface radars and multilateration to
 * position reports, or to plots where range and azimuth is all there is; update cycles and status
 * to service messages.
 */
final class SurfaceMapper extends TargetMapper {
    private static final int TARGET = 1;
    private static final int UPDATE_CYCLE = 2;
    private static final int TYPE_ADSB = 2;
    private static final int TYPE_PRIMARY = 3;

    private final Handle kind;
    private final Handle type;
    private final Handle range;
    private final Handle azimuth;

    SurfaceMapper(Definition definition) {
        super(definition);
        kind = Handle.of(definition, "000");
        type = Handle.of(definition, "020/TYP");
        range = Handle.of(definition, "040/RHO");
        azimuth = Handle.of(definition, "040/THETA");
    }

    @Override
    void map(RecordView record, Mapping mapping, int sensor) {
        int message = kind.code(record);
        if (message == TARGET) {
            if (isTarget(record, mapping) && isMeasured(record, mapping)) {
                target(record, mapping, sensor);
            }
            return;
        }
        mapping.service(
                sensor,
                measured(record, mapping),
                message == UPDATE_CYCLE
                        ? ServiceMessage.Kind.UPDATE_CYCLE
                        : ServiceMessage.Kind.STATUS,
                Double.NaN,
                Double.NaN);
    }

    private void target(RecordView record, Mapping mapping, int sensor) {
        long measured = measured(record, mapping);
        Transponder said = said(record, onGround.isSet(record) ? Ground.ON_GROUND : Ground.UNKNOWN);
        GeodeticPosition at = position(record, mapping, sensor);
        if (at == null) {
            plot(record, mapping, sensor, measured, said);
            return;
        }
        boolean cartesian = velocityX.isIn(record);
        mapping.report(
                new PositionReport(
                        sensor,
                        measured,
                        mapping.received(),
                        origin(record, mapping),
                        technology(record),
                        at.latitude(),
                        at.longitude(),
                        null,
                        deviation(record),
                        cartesian ? velocityX.value(record) : speedEast(record),
                        cartesian ? velocityY.value(record) : speedNorth(record),
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
                ? mapping.locate(sensor, x.value(record), y.value(record), pressureHeight(record))
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
                        origin(record, mapping),
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
}
