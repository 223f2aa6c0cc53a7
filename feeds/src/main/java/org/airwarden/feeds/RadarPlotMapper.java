package org.airwarden.feeds;

import org.airwarden.asterix.Definition;
import org.airwarden.asterix.RecordView;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.Polar;
import org.airwarden.geodesy.World;
import org.airwarden.model.Plot;
import org.airwarden.model.Technology;
import org.jspecify.annotations.Nullable;

/**
 * CAT048 to plots (EUROCONTROL-SPEC-0149-4). A record without detection is the radar's own
 * prediction and no plot; one that the radar itself declares a reflection, a side-lobe, a
 * second-time-around or a phantom plot, or the report of a ghost track, is counted and set aside.
 */
final class RadarPlotMapper extends TargetMapper {
    private final Handle type;
    private final Handle warnings;
    private final Handle range;
    private final Handle azimuth;
    private final Handle height;
    private final Handle radialSpeed;
    private final Handle radialSpeedDoubtful;

    RadarPlotMapper(Definition definition) {
        super(definition);
        type = Handle.of(definition, "020/TYP");
        warnings = Handle.of(definition, "030");
        range = Handle.of(definition, "040/RHO");
        azimuth = Handle.of(definition, "040/THETA");
        height = Handle.of(definition, "110/3DH");
        radialSpeed = Handle.of(definition, "120/CAL/CAL");
        radialSpeedDoubtful = Handle.of(definition, "120/CAL/D");
    }

    @Override
    void map(RecordView record, Mapping mapping, int sensor) {
        if (!isTarget(record, mapping)) {
            return;
        }
        int kind = type.code(record);
        if (kind == 0) {
            mapping.setAside("no-detection");
            return;
        }
        if (isDeclaredFalse(record)) {
            mapping.setAside("declared-false");
            return;
        }
        double slant = range.value(record);
        if (!(slant > 0) || !azimuth.isIn(record)) {
            mapping.setAside("no-position");
            return;
        }
        double bearing = azimuth.value(record);
        mapping.report(
                new Plot(
                        sensor,
                        measured(record, mapping),
                        mapping.received(),
                        origin(record, mapping),
                        technology(record, kind),
                        slant,
                        bearing,
                        elevation(record, mapping.sensors().placement(sensor), slant, bearing),
                        radialSpeedDoubtful.isSet(record) ? Double.NaN : radialSpeed.value(record),
                        said(record, Said.ground(flightStatus.code(record))),
                        track.code(record)));
    }

    private Technology technology(RecordView record, int kind) {
        return switch (kind) {
            case 1 -> Technology.PRIMARY;
            case 2 -> Technology.SECONDARY;
            case 3 -> Technology.COMBINED;
            case 4, 5 -> Technology.MODE_S;
            case 6, 7 -> Technology.COMBINED_MODE_S;
            default -> items.address(record) >= 0 ? Technology.MODE_S : Technology.SECONDARY;
        };
    }

    /** Item 030: 1 reflection, 2 side lobe, 4 second time around, 10 phantom. */
    private boolean isDeclaredFalse(RecordView record) {
        int count = warnings.count(record);
        for (int i = 0; i < count; i++) {
            int code = warnings.code(record, i);
            if (code == 1 || code == 2 || code == 4 || code == 10) {
                return true;
            }
        }
        return ghost.isSet(record);
    }

    private double elevation(
            RecordView record, @Nullable Frame place, double slant, double bearing) {
        double above = height.value(record);
        return place == null || Double.isNaN(above)
                ? Double.NaN
                : Polar.elevationForHeight(World.EARTH, place, slant, bearing, above);
    }
}
