package org.airwarden.feeds;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.airwarden.modes.AircraftAddress;
import org.airwarden.modes.AircraftIdentification;
import org.airwarden.modes.ErrorCorrection;
import org.airwarden.modes.Frame;
import org.airwarden.modes.IdentityCode;
import org.airwarden.modes.ModeSMessage;
import org.airwarden.modes.ModeSReport;
import org.airwarden.modes.Refusal;
import org.jspecify.annotations.Nullable;

/** Mode S messages as JSON, one object each, in SI units and degrees. Stateless; any thread. */
final class ModeSJson {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private ModeSJson() {}

    /** Appends a message and what was made of it. */
    static void append(
            Frame frame,
            long time,
            StampTimes times,
            List<ModeSReport> reports,
            @Nullable Refusal refusal,
            StringBuilder out) {
        out.append('{');
        JsonText.name(out, "format");
        out.append("\"DF")
                .append(ModeSMessage.formatOf(frame.buffer()[frame.offset()]))
                .append('"');
        JsonText.field(
                out,
                "message",
                HEX.formatHex(frame.buffer(), frame.offset(), frame.offset() + frame.length()));
        if (times.isTold(frame)) {
            JsonText.field(out, times.name(), times.seconds(time));
        }
        if (frame.signal() >= 0) {
            JsonText.field(out, "signal", frame.signal());
        }
        if (frame.receiver() != 0) {
            JsonText.field(out, "receiver", HEX.toHexDigits(frame.receiver()));
        }
        if (!reports.isEmpty()) {
            AircraftAddress address = reports.getFirst().address();
            JsonText.field(out, "address", address.hex());
            JsonText.field(out, "addressKind", word(address.kind()));
            header(reports.getFirst() instanceof ModeSReport.Corrected, frame, out);
        }
        for (ModeSReport report : reports) {
            content(report, out);
        }
        if (refusal != null) {
            JsonText.field(out, "refused", word(refusal));
        }
        out.append('}');
    }

    /** Fields of the message itself, for formats that have such. */
    private static void header(boolean repaired, Frame frame, StringBuilder out) {
        ModeSMessage message =
                new ModeSMessage().wrap(frame.buffer(), frame.offset(), frame.length());
        if (repaired) {
            byte[] bytes =
                    Arrays.copyOfRange(
                            frame.buffer(), frame.offset(), frame.offset() + frame.length());
            ErrorCorrection.TWO_BITS.apply(bytes, 0, bytes.length);
            JsonText.field(out, "correctedMessage", HEX.formatHex(bytes));
            message.wrap(bytes, 0, bytes.length);
        }
        switch (message.format()) {
            case 0, 16 -> {
                if (message.format() == 0) {
                    JsonText.field(out, "crossLink", message.crossLink());
                }
                JsonText.field(out, "sensitivityLevel", message.sensitivityLevel());
                JsonText.field(out, "replyInformation", message.replyInformation());
            }
            case 4, 5, 20, 21 -> {
                JsonText.field(out, "flightStatus", message.flightStatus());
                JsonText.field(out, "downlinkRequest", message.downlinkRequest());
                JsonText.field(out, "utilityMessage", message.utilityMessage());
            }
            case 11, 17 -> JsonText.field(out, "capability", message.capability());
            case 18 -> JsonText.field(out, "control", message.control());
            default -> {}
        }
    }

    private static void content(ModeSReport report, StringBuilder out) {
        switch (report) {
            case ModeSReport.AllCall call -> {
                JsonText.field(out, "interrogator", call.interrogator());
                JsonText.field(out, "ground", word(call.ground()));
            }
            case ModeSReport.Identification named -> {
                JsonText.field(out, "callSign", named.callSign());
                JsonText.field(
                        out, "category", AircraftIdentification.categoryText(named.category()));
            }
            case ModeSReport.Position position -> position(position, out);
            case ModeSReport.Velocity velocity -> {
                JsonText.field(out, "groundSpeed", velocity.groundSpeed());
                JsonText.field(out, "track", StrictMath.toDegrees(velocity.track()));
                JsonText.field(out, "heading", StrictMath.toDegrees(velocity.heading()));
                JsonText.field(out, "airspeed", velocity.airspeed());
                JsonText.field(out, "verticalRate", velocity.verticalRate());
            }
            case ModeSReport.Emergency declared -> {
                JsonText.field(out, "emergency", word(declared.emergency()));
                squawk(declared.squawk(), out);
            }
            case ModeSReport.Status status -> {
                JsonText.field(out, "version", status.version());
                JsonText.field(out, "accuracyCategory", status.accuracyCategory());
                JsonText.field(out, "sourceIntegrity", status.sourceIntegrity());
                ModeSRegisterJson.status(status.content(), out);
            }
            case ModeSReport.Target target -> {
                JsonText.field(out, "selectedAltitude", target.selectedAltitude());
                JsonText.field(out, "selectedAltitudeSource", word(target.source()));
                JsonText.field(out, "pressureSetting", target.pressureSetting());
                JsonText.field(
                        out, "selectedHeading", StrictMath.toDegrees(target.selectedHeading()));
                ModeSRegisterJson.target(target.content(), out);
            }
            case ModeSReport.Advisory advisory ->
                    ModeSRegisterJson.advisory(advisory.advisory(), out);
            case ModeSReport.CommB reply -> ModeSRegisterJson.append(reply, out);
            case ModeSReport.LongSegment segment -> {
                JsonText.field(out, "segmentNumber", segment.number());
                JsonText.field(out, "acknowledgement", segment.acknowledgement());
                JsonText.field(out, "segment", segment.segment());
            }
            case ModeSReport.Test test -> {
                JsonText.field(out, "testSubtype", test.subtype());
                squawk(test.squawk(), out);
            }
            case ModeSReport.SurfaceSystem system ->
                    JsonText.field(out, "surfaceSystemSubtype", system.subtype());
            case ModeSReport.Corrected corrected -> {
                JsonText.field(out, "correctedBits", corrected.bits());
                content(corrected.report(), out);
            }
            case ModeSReport.Surveillance reply -> {
                JsonText.field(out, "pressureHeight", reply.pressureHeight());
                squawk(reply.squawk(), out);
                JsonText.field(out, "ground", word(reply.ground()));
                JsonText.field(out, "alert", reply.alert());
                JsonText.field(out, "specialPosition", reply.specialPosition());
            }
        }
    }

    private static void position(ModeSReport.Position position, StringBuilder out) {
        JsonText.field(out, "outcome", word(position.outcome()));
        JsonText.field(out, "latitude", StrictMath.toDegrees(position.latitude()));
        JsonText.field(out, "longitude", StrictMath.toDegrees(position.longitude()));
        JsonText.field(out, "pressureHeight", position.pressureHeight());
        JsonText.field(out, "geometricHeight", position.geometricHeight());
        JsonText.field(out, "ground", word(position.ground()));
        JsonText.field(out, "groundSpeed", position.groundSpeed());
        JsonText.field(out, "track", StrictMath.toDegrees(position.track()));
    }

    private static void squawk(int squawk, StringBuilder out) {
        if (squawk >= 0) {
            JsonText.field(out, "squawk", IdentityCode.text(squawk));
        }
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
