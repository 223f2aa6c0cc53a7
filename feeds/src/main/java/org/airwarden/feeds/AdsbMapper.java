package org.airwarden.feeds;

import org.airwarden.asterix.Definition;
import org.airwarden.asterix.RecordView;
import org.airwarden.model.GeometricHeight;
import org.airwarden.model.PositionReport;
import org.airwarden.model.Technology;
import org.airwarden.model.Transponder;
import org.airwarden.model.Transponder.Ground;
import org.airwarden.model.TransponderReport;
import org.jspecify.annotations.Nullable;

/**
 * CAT021 to position reports (EUROCONTROL-SPEC-0149-12), editions 2.x and 0.2x. They share most
 * items; the older ones have one time (030), one position (130) and a figure of merit instead of
 * quality indicators. A record without a position adds what its transponder said.
 */
final class AdsbMapper extends CategoryMapper {
    /** The newest value of item 140: "greater than". */
    private static final int HEIGHT_BEYOND = 0x7FFF;

    private final boolean older;

    /** Address type of an address that ICAO allots: I021/040, editions 2.x; and before. */
    private static final int ICAO = 0;

    private static final int ICAO_BEFORE_2 = 1;

    private final Handle addressType;
    private final Handle onGround;
    private final Handle simulated;
    private final Handle test;
    private final Handle fieldMonitor;
    private final Handle[] times;
    private final Handle latitude;
    private final Handle longitude;
    private final Handle fineLatitude;
    private final Handle fineLongitude;
    private final Handle track;
    private final Handle address;
    private final Handle callSign;
    private final Handle emergency;
    private final Handle geometricHeight;
    private final Handle speed;
    private final Handle course;
    private final Handle speedBeyond;
    private final Handle barometricRate;
    private final Handle geometricRate;
    private final Handle nucOrNic;
    private final Handle nacp;
    private final Handle version;
    private final Handle oldAccuracy;
    private final CodeItems codes;

    AdsbMapper(Definition definition) {
        super(definition);
        older = definition.edition().startsWith("0.");
        addressType = Handle.of(definition, "040/ATP");
        onGround = Handle.of(definition, "040/GBS");
        simulated = Handle.of(definition, "040/SIM");
        test = Handle.of(definition, "040/TST");
        fieldMonitor = Handle.of(definition, "040/RAB");
        times =
                older
                        ? new Handle[] {Handle.of(definition, "030")}
                        : new Handle[] {
                            Handle.of(definition, "071"),
                            Handle.of(definition, "073"),
                            Handle.of(definition, "077"),
                            Handle.of(definition, "075")
                        };
        latitude = Handle.of(definition, "130/LAT");
        longitude = Handle.of(definition, "130/LON");
        fineLatitude = Handle.of(definition, "131/LAT");
        fineLongitude = Handle.of(definition, "131/LON");
        track = Handle.of(definition, "161/TRNUM");
        address = Handle.of(definition, "080");
        callSign = Handle.of(definition, "170");
        emergency = Handle.of(definition, "200/PS", "200");
        geometricHeight = Handle.of(definition, "140");
        speed = Handle.of(definition, "160/GS");
        course = Handle.of(definition, "160/TA");
        speedBeyond = Handle.of(definition, "160/RE");
        barometricRate = Handle.of(definition, "155/BVR", "155");
        geometricRate = Handle.of(definition, "157/GVR", "157");
        nucOrNic = Handle.of(definition, "090/NUCPNIC");
        nacp = Handle.of(definition, "090/NACP");
        version = Handle.of(definition, "210/VN");
        oldAccuracy = Handle.of(definition, "090/PA");
        codes = new CodeItems(definition, "070", "145");
    }

    @Override
    void map(RecordView record, Mapping mapping, int sensor) {
        if (!isTarget(record, mapping, test, fieldMonitor)) {
            return;
        }
        Transponder said =
                Said.of(
                        address.code(record),
                        addressType.raw(record) == (older ? ICAO_BEFORE_2 : ICAO),
                        codes.mode3A(record),
                        callSign.text(record),
                        codes.height(record),
                        ground(record),
                        Said.emergency(emergency.code(record)));
        double east = Double.NaN;
        double north = Double.NaN;
        if (!speedBeyond.isSet(record)) {
            double metresASecond = speed.value(record);
            double bearing = course.value(record);
            east = metresASecond * StrictMath.sin(bearing);
            north = metresASecond * StrictMath.cos(bearing);
        }
        double rate = barometricRate.value(record);
        if (Double.isNaN(rate)) {
            rate = geometricRate.value(record);
        }
        long measured = measured(record, mapping);
        boolean fine = fineLatitude.isIn(record);
        if (!fine && !latitude.isIn(record)) {
            mapping.report(
                    new TransponderReport(
                            sensor,
                            measured,
                            mapping.received(),
                            origin(record, mapping, simulated),
                            Technology.ADSB,
                            said,
                            east,
                            north,
                            rate));
            return;
        }
        double atLatitude = (fine ? fineLatitude : latitude).value(record);
        double atLongitude = (fine ? fineLongitude : longitude).value(record);
        if (!Positions.isPossible(atLatitude, atLongitude)) {
            mapping.fault("impossible-position", record, Positions.words(atLatitude, atLongitude));
            return;
        }
        mapping.report(
                new PositionReport(
                        sensor,
                        measured,
                        mapping.received(),
                        origin(record, mapping, simulated),
                        Technology.ADSB,
                        atLatitude,
                        atLongitude,
                        height(record),
                        sigma(record),
                        east,
                        north,
                        rate,
                        said,
                        track.code(record)));
    }

    private long measured(RecordView record, Mapping mapping) {
        for (Handle time : times) {
            if (time.isIn(record)) {
                return mapping.measured(record, time);
            }
        }
        return mapping.received();
    }

    private Ground ground(RecordView record) {
        if (!onGround.isIn(record)) {
            return Ground.UNKNOWN;
        }
        return onGround.isSet(record) ? Ground.ON_GROUND : Ground.AIRBORNE;
    }

    private @Nullable GeometricHeight height(RecordView record) {
        int code = geometricHeight.code(record);
        return geometricHeight.isIn(record) && code != HEIGHT_BEYOND
                ? new GeometricHeight(geometricHeight.value(record))
                : null;
    }

    /**
     * The position's accuracy: NACp where given; else NIC or NUCp, by the version of the aircraft's
     * transmitter. The figure of merit of the older editions is the NUCp of their time.
     */
    private double sigma(RecordView record) {
        if (older) {
            return PositionAccuracy.ofNucp((int) oldAccuracy.raw(record) & 0xF);
        }
        double byAccuracy = PositionAccuracy.ofNacp(nacp.code(record));
        if (!Double.isNaN(byAccuracy)) {
            return byAccuracy;
        }
        int category = nucOrNic.code(record);
        return version.raw(record) > 0
                ? PositionAccuracy.ofNic(category)
                : PositionAccuracy.ofNucp(category);
    }
}
