package org.airwarden.feeds;

import org.airwarden.asterix.Definition;
import org.airwarden.asterix.RecordView;
import org.airwarden.model.Origin;
import org.airwarden.model.Transponder;
import org.airwarden.model.Transponder.Emergency;
import org.airwarden.model.Transponder.Ground;

/**
 * Records about targets to reports. Finds what the categories share, wherever an edition puts it,
 * and sets aside what is no measured target. What a category lacks is never in its records.
 */
abstract class TargetMapper extends CategoryMapper {
    /** Three flags of the item that tells the kind of report, or the track's status. */
    private final Handle simulated;

    private final Handle test;
    private final Handle fieldMonitor;
    private final Handle ended;
    private final Handle extrapolated;
    private final Handle deviationX;
    private final Handle deviationY;
    private final CodeItems codes;
    final Handle ghost;
    final Handle onGround;
    final Handle latitude;
    final Handle longitude;
    final Handle x;
    final Handle y;
    final Handle velocityX;
    final Handle velocityY;
    final Handle speed;
    final Handle course;
    final Handle track;
    final Handle callSign;
    final Handle flightStatus;
    final Handle geometricHeight;

    /**
     * Where a category has what the categories share: items, or beginnings of fields' paths; ""
     * where it has nothing.
     */
    private record Places(
            String kind,
            String mode3A,
            String level,
            String position,
            String plane,
            String velocity,
            String callSign,
            String flightStatus,
            String height,
            String deviation) {}

    private static Places places(int category) {
        return switch (category) {
            case 10 ->
                    new Places(
                            "020", "060", "090", "041", "042", "202", "245/CHR", "", "", "500/DEV");
            case 20 ->
                    new Places(
                            "020",
                            "070",
                            "090",
                            "041",
                            "042",
                            "202",
                            "245/CHR",
                            "230/STAT",
                            "105",
                            "500/SDP/");
            case 21 -> new Places("040", "070", "145", "130", "", "", "170", "", "140", "");
            case 48 -> new Places("020", "070", "090", "", "", "", "240", "230/STAT", "", "");
            default ->
                    new Places(
                            "080",
                            "060",
                            "136",
                            "105",
                            "100",
                            "185",
                            "245/CHR",
                            "380/COM/STAT",
                            "130",
                            "500/APC/");
        };
    }

    TargetMapper(Definition definition) {
        super(definition);
        Places at = places(definition.category());
        simulated = Handle.of(definition, at.kind + "/SIM");
        test = Handle.of(definition, at.kind + "/TST");
        fieldMonitor = Handle.of(definition, at.kind + "/RAB");
        onGround = Handle.of(definition, at.kind + "/GBS");
        ended = Handle.of(definition, "170/TRE", "080/TSE");
        extrapolated = Handle.of(definition, "170/CST", "080/CST");
        ghost = Handle.of(definition, "170/GHO");
        latitude = Handle.of(definition, at.position + "/LAT");
        longitude = Handle.of(definition, at.position + "/LON");
        x = Handle.of(definition, at.plane + "/X");
        y = Handle.of(definition, at.plane + "/Y");
        velocityX = Handle.of(definition, at.velocity + "/VX");
        velocityY = Handle.of(definition, at.velocity + "/VY");
        speed = Handle.of(definition, "160/GS", "180/GSP", "200/GSP");
        course = Handle.of(definition, "160/TA", "180/HDG", "200/TRA");
        track = Handle.of(definition, "161/TRN", "161/TRK", "161/TRNUM", "040");
        callSign = Handle.of(definition, at.callSign);
        flightStatus = Handle.of(definition, at.flightStatus);
        geometricHeight = Handle.of(definition, at.height);
        deviationX = Handle.of(definition, at.deviation + "X");
        deviationY = Handle.of(definition, at.deviation + "Y");
        codes = new CodeItems(definition, at.mode3A, at.level);
    }

    /** Tells whether a record is about a real target, and counts it where it is not. */
    final boolean isTarget(RecordView record, Mapping mapping) {
        return !isSetAside(record, mapping, test, "test-target")
                && !isSetAside(record, mapping, fieldMonitor, "field-monitor");
    }

    /** Tells whether a track's record is of a measurement, and counts it where it is not. */
    final boolean isMeasured(RecordView record, Mapping mapping) {
        return !isSetAside(record, mapping, ended, "track-ended")
                && !isSetAside(record, mapping, extrapolated, "extrapolated")
                && !isSetAside(record, mapping, ghost, "declared-false");
    }

    private static boolean isSetAside(
            RecordView record, Mapping mapping, Handle flag, String reason) {
        boolean set = flag.isSet(record);
        if (set) {
            mapping.setAside(reason);
        }
        return set;
    }

    /** Returns the origin of a record: what is simulated is never taken for real. */
    final Origin origin(RecordView record, Mapping mapping) {
        return simulated.isSet(record) ? mapping.origin().with(Origin.SIMULATED) : mapping.origin();
    }

    /** Returns the pressure height (m), or NaN where there is none to be believed. */
    final double pressureHeight(RecordView record) {
        return codes.height(record);
    }

    /** Returns the velocity to the east (m/s) that speed and course mean, or NaN. */
    final double speedEast(RecordView record) {
        return speed.value(record) * StrictMath.sin(course.value(record));
    }

    /** Returns the velocity to the north (m/s) that speed and course mean, or NaN. */
    final double speedNorth(RecordView record) {
        return speed.value(record) * StrictMath.cos(course.value(record));
    }

    /** Returns the position's standard deviation an axis (m), or NaN. */
    final double deviation(RecordView record) {
        double dx = deviationX.value(record);
        double dy = deviationY.value(record);
        double sigma = Math.sqrt((dx * dx + dy * dy) / 2);
        return sigma > 0 ? sigma : Double.NaN;
    }

    /** Returns what the transponder said. */
    final Transponder said(RecordView record, Ground ground) {
        return said(
                record,
                true,
                callSign.text(record),
                pressureHeight(record),
                ground,
                Emergency.NONE);
    }

    /** Returns what the transponder said, where the category tells some of it in its own way. */
    final Transponder said(
            RecordView record,
            boolean icaoAddress,
            String name,
            double height,
            Ground ground,
            Emergency emergency) {
        return Said.of(
                items.address(record),
                icaoAddress,
                codes.mode3A(record),
                name,
                height,
                ground,
                emergency);
    }
}
