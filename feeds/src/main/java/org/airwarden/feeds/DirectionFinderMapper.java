package org.airwarden.feeds;

import org.airwarden.asterix.Definition;
import org.airwarden.asterix.RecordView;
import org.airwarden.geodesy.GeodeticPosition;
import org.airwarden.geodesy.Wgs84;
import org.airwarden.model.Strobe;
import org.jspecify.annotations.Nullable;

/**
 * CAT205 (EUROCONTROL, Radio Direction Finder Reports, edition 1.0) to strobes: bearings (message
 * types 2 and 5), with an elevation where one is told (I205/200). A bearing is counted from
 * geographical north at the place in I205/050; where that is another than the sensor's, the bearing
 * is of another sensor, and is set aside. Positions that a system of several direction finders made
 * of their bearings are set aside: the bearings themselves tell more.
 */
final class DirectionFinderMapper extends CategoryMapper {
    private static final int BEARING = 2;
    private static final int SENSOR_DATA = 5;

    /** How far a sensor may stand from where the site says (m). */
    private static final double ELSEWHERE = 1_000;

    private final Handle kind;
    private final Handle latitude;
    private final Handle longitude;
    private final Handle bearing;
    private final Handle elevation;
    private final double[] place = new double[3];
    private final double[] local = new double[3];

    DirectionFinderMapper(Definition definition) {
        super(definition);
        kind = Handle.of(definition, "000");
        latitude = Handle.of(definition, "050/LAT");
        longitude = Handle.of(definition, "050/LON");
        bearing = Handle.of(definition, "070");
        elevation = Handle.of(definition, "200");
    }

    @Override
    void map(RecordView record, Mapping mapping, int sensor) {
        int code = kind.code(record);
        if (code != BEARING && code != SENSOR_DATA) {
            mapping.setAside("no-bearing");
            return;
        }
        double azimuth = bearing.value(record);
        if (!bearing.isIn(record) || !(azimuth <= 2 * Math.PI)) {
            mapping.setAside("no-direction");
            return;
        }
        if (isElsewhere(record, mapping.sensors().placement(sensor))) {
            mapping.setAside("bearing-from-elsewhere");
            return;
        }
        mapping.report(
                new Strobe(
                        sensor,
                        measured(record, mapping),
                        mapping.received(),
                        mapping.origin(),
                        Strobe.Kind.EMISSION,
                        azimuth >= 2 * Math.PI ? 0 : azimuth,
                        Double.NaN,
                        elevation.isIn(record) ? elevation.value(record) : Double.NaN,
                        Double.NaN));
    }

    private boolean isElsewhere(RecordView record, org.airwarden.geodesy.@Nullable Frame at) {
        double north = latitude.value(record);
        double east = longitude.value(record);
        if (at == null || !latitude.isIn(record) || !Positions.isPossible(north, east)) {
            return false;
        }
        GeodeticPosition here = Wgs84.toGeodetic(at.originX(), at.originY(), at.originZ());
        Wgs84.toEarthCentred(north, east, here.height(), place);
        at.toLocal(place[0], place[1], place[2], local, 0);
        return local[0] * local[0] + local[1] * local[1] > ELSEWHERE * ELSEWHERE;
    }
}
