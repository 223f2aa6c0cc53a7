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
final class AdsbMapper extends TargetMapper {
    /** The newest value of item 140: "greater than". */
    private static final int HEIGHT_BEYOND = 0x7FFF;

    private final boolean older;

    /** Address type of an address that ICAO allots: I021/040, editions 2.x; and before. */
    private static final int ICAO = 0;

    private static final int ICAO_BEFORE_2 = 1;

    private final Handle addressType;
    private final Handle fineLatitude;
    private final Handle fineLongitude;
    private final Handle emergency;
    private final Handle speedBeyond;
    private final Handle barometricRate;
    private final Handle geometricRate;
    private final Handle nucOrNic;
    private final Handle nacp;
    private final Handle version;
    private final Handle oldAccuracy;

    AdsbMapper(Definition definition) {
        super(definition);
        older = definition.edition().startsWith("0.");
        addressType = Handle.of(definition, "040/ATP");
        fineLatitude = Handle.of(definition, "131/LAT");
        fineLongitude = Handle.of(definition, "131/LON");
        emergency = Handle.of(definition, "200/PS", "200");
        speedBeyond = Handle.of(definition, "160/RE");
        barometricRate = Handle.of(definition, "155/BVR", "155");
        geometricRate = Handle.of(definition, "157/GVR", "157");
        nucOrNic = Handle.of(definition, "090/NUCPNIC");
        nacp = Handle.of(definition, "090/NACP");
        version = Handle.of(definition, "210/VN");
        oldAccuracy = Handle.of(definition, "090/PA");
    }

    @Override
    void map(RecordView record, Mapping mapping, int sensor) {
        if (!isTarget(record, mapping)) {
            return;
        }
        Transponder said =
                said(
                        record,
                        addressType.raw(record) == (older ? ICAO_BEFORE_2 : ICAO),
                        callSign.text(record),
                        pressureHeight(record),
                        ground(record),
                        Said.emergency(emergency.code(record)));
        boolean beyond = speedBeyond.isSet(record);
        double east = beyond ? Double.NaN : speedEast(record);
        double north = beyond ? Double.NaN : speedNorth(record);
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
                            origin(record, mapping),
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
                        origin(record, mapping),
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
     * transmitter. One that says NACp 0, and has no NIC either, has lost its accuracy, and is not
     * taken for one that does not tell. The figure of merit of the older editions is the NUCp of
     * their time.
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
        if (version.raw(record) == 0) {
            return PositionAccuracy.ofNucp(category);
        }
        double byIntegrity = PositionAccuracy.ofNic(category);
        return Double.isNaN(byIntegrity) && nacp.code(record) == 0
                ? PositionAccuracy.ofNoAccuracy()
                : byIntegrity;
    }
}
