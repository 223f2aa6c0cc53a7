package org.airwarden.feeds;

import org.airwarden.asterix.Definition;
import org.airwarden.asterix.RecordView;
import org.airwarden.geodesy.Frame;
import org.airwarden.geodesy.Polar;
import org.airwarden.geodesy.World;
import org.airwarden.model.Plot;
import org.airwarden.model.Technology;
import org.airwarden.model.Transponder.Emergency;
import org.jspecify.annotations.Nullable;

/**
 * CAT048 to plots (EUROCONTROL-SPEC-0149-4). A record without detection is the radar's own
 * prediction and no plot; one that the radar itself declares a reflection, a side-lobe, a
 * second-time-around or a phantom plot, or the report of a ghost track, is counted and set aside.
 */
final class RadarPlotMapper extends CategoryMapper {
    private final Handle type;
    private final Handle simulated;
    private final Handle fieldMonitor;
    private final Handle test;
    private final Handle warnings;
    private final Handle ghost;
    private final Handle range;
    private final Handle azimuth;
    private final Handle time;
    private final Handle track;
    private final Handle address;
    private final Handle callSign;
    private final Handle flightStatus;
    private final Handle height;
    private final Handle radialSpeed;
    private final Handle radialSpeedDoubtful;
    private final CodeItems codes;

    RadarPlotMapper(Definition definition) {
        super(definition);
        type = Handle.of(definition, "020/TYP");
        simulated = Handle.of(definition, "020/SIM");
        fieldMonitor = Handle.of(definition, "020/RAB");
        test = Handle.of(definition, "020/TST");
        warnings = Handle.of(definition, "030");
        ghost = Handle.of(definition, "170/GHO");
        range = Handle.of(definition, "040/RHO");
        azimuth = Handle.of(definition, "040/THETA");
        time = Handle.of(definition, "140");
        track = Handle.of(definition, "161/TRN");
        address = Handle.of(definition, "220");
        callSign = Handle.of(definition, "240");
        flightStatus = Handle.of(definition, "230/STAT");
        height = Handle.of(definition, "110/3DH");
        radialSpeed = Handle.of(definition, "120/CAL/CAL");
        radialSpeedDoubtful = Handle.of(definition, "120/CAL/D");
        codes = new CodeItems(definition, "070", "090");
    }

    @Override
    void map(RecordView record, Mapping mapping, int sensor) {
        if (!isTarget(record, mapping, test, fieldMonitor)) {
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
                        mapping.measured(record, time),
                        mapping.received(),
                        origin(record, mapping, simulated),
                        technology(record, kind),
                        slant,
                        bearing,
                        elevation(record, mapping.sensors().placement(sensor), slant, bearing),
                        radialSpeedDoubtful.isSet(record) ? Double.NaN : radialSpeed.value(record),
                        Said.of(
                                address.code(record),
                                true,
                                codes.mode3A(record),
                                callSign.text(record),
                                codes.height(record),
                                Said.ground(flightStatus.code(record)),
                                Emergency.NONE),
                        track.code(record)));
    }

    private Technology technology(RecordView record, int kind) {
        return switch (kind) {
            case 1 -> Technology.PRIMARY;
            case 2 -> Technology.SECONDARY;
            case 3 -> Technology.COMBINED;
            case 4, 5 -> Technology.MODE_S;
            case 6, 7 -> Technology.COMBINED_MODE_S;
            default -> address.isIn(record) ? Technology.MODE_S : Technology.SECONDARY;
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
