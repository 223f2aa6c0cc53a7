package org.airwarden.feeds;

import java.util.HexFormat;
import org.airwarden.modes.AcasAdvisory;
import org.airwarden.modes.AircraftIdentification;
import org.airwarden.modes.HeadingAndSpeed;
import org.airwarden.modes.MeteorologicalHazard;
import org.airwarden.modes.MeteorologicalRoutine;
import org.airwarden.modes.ModeSReport;
import org.airwarden.modes.OperationalStatus;
import org.airwarden.modes.Register;
import org.airwarden.modes.RegisterCandidate;
import org.airwarden.modes.TargetState;
import org.airwarden.modes.TrackAndTurn;
import org.airwarden.modes.VerticalIntention;

/**
 * Contents of 56 bits as JSON fields: transponder registers, advisories, states. SI units and
 * degrees, pressures in hectopascals. Stateless; any thread.
 */
final class ModeSRegisterJson {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private ModeSRegisterJson() {}

    /** Appends what a Comm-B reply holds, or all that it may hold. */
    static void append(ModeSReport.CommB reply, StringBuilder out) {
        JsonText.field(out, "registerContent", HEX.toHexDigits(reply.content(), 14));
        if (reply.register() != Register.UNKNOWN) {
            JsonText.field(out, "register", reply.register().text());
        } else {
            out.append(",\"registerCandidates\":{");
            String between = "";
            for (RegisterCandidate candidate : reply.candidates()) {
                out.append(between);
                JsonText.name(out, candidate.register().text());
                out.append(StrictMath.rint(candidate.likelihood() * 1000) / 1000);
                between = ",";
            }
            out.append('}');
        }
        long content = reply.content();
        switch (reply.register()) {
            case IDENTIFICATION, SQUITTER_IDENTIFICATION ->
                    JsonText.field(out, "callSign", AircraftIdentification.callSign(content));
            case VERTICAL_INTENTION -> {
                JsonText.field(
                        out, "selectedAltitude", VerticalIntention.controlPanelAltitude(content));
                JsonText.field(
                        out, "managementAltitude", VerticalIntention.managementAltitude(content));
                JsonText.field(out, "pressureSetting", VerticalIntention.pressureSetting(content));
            }
            case TRACK_AND_TURN -> {
                degrees("roll", TrackAndTurn.roll(content), out);
                degrees("track", TrackAndTurn.track(content), out);
                JsonText.field(out, "groundSpeed", TrackAndTurn.groundSpeed(content));
                degrees("trackRate", TrackAndTurn.trackRate(content), out);
                JsonText.field(out, "trueAirspeed", TrackAndTurn.trueAirspeed(content));
            }
            case HEADING_AND_SPEED -> {
                degrees("magneticHeading", HeadingAndSpeed.magneticHeading(content), out);
                JsonText.field(
                        out, "indicatedAirspeed", HeadingAndSpeed.indicatedAirspeed(content));
                JsonText.field(out, "mach", HeadingAndSpeed.mach(content));
                JsonText.field(out, "barometricRate", HeadingAndSpeed.barometricRate(content));
                JsonText.field(out, "inertialRate", HeadingAndSpeed.inertialRate(content));
            }
            case METEOROLOGICAL_ROUTINE -> {
                JsonText.field(out, "windSpeed", MeteorologicalRoutine.windSpeed(content));
                degrees("windDirection", MeteorologicalRoutine.windDirection(content), out);
                JsonText.field(out, "temperature", MeteorologicalRoutine.temperature(content));
                JsonText.field(out, "pressure", MeteorologicalRoutine.pressure(content));
                JsonText.field(out, "humidity", MeteorologicalRoutine.humidity(content));
            }
            case METEOROLOGICAL_HAZARD -> {
                JsonText.field(out, "temperature", MeteorologicalHazard.temperature(content));
                JsonText.field(out, "pressure", MeteorologicalHazard.pressure(content));
                JsonText.field(out, "radioHeight", MeteorologicalHazard.radioHeight(content));
            }
            default -> {}
        }
    }

    /** Appends a resolution advisory in words and numbers. */
    static void advisory(long bits, StringBuilder out) {
        JsonText.field(out, "advisory", AcasAdvisory.words(bits));
        JsonText.field(out, "advisoryTerminated", AcasAdvisory.isTerminated(bits));
        int threat = AcasAdvisory.threatAddress(bits);
        if (threat >= 0) {
            JsonText.field(out, "threat", HEX.toHexDigits(threat, 6));
        }
        JsonText.field(out, "threatHeight", AcasAdvisory.threatHeight(bits));
        JsonText.field(out, "threatRange", AcasAdvisory.threatRange(bits));
        degrees("threatBearing", AcasAdvisory.threatBearing(bits), out);
    }

    /** Appends the modes and the quality of a target state. */
    static void target(long content, StringBuilder out) {
        if (TargetState.hasModes(content)) {
            JsonText.field(out, "autopilot", TargetState.isAutopilot(content));
            JsonText.field(out, "verticalNavigation", TargetState.isVerticalNavigation(content));
            JsonText.field(out, "altitudeHold", TargetState.isAltitudeHold(content));
            JsonText.field(out, "approach", TargetState.isApproach(content));
            JsonText.field(out, "lateralNavigation", TargetState.isLateralNavigation(content));
        }
        JsonText.field(out, "tcas", TargetState.isTcasOperational(content));
        JsonText.field(out, "accuracyCategory", TargetState.navigationAccuracy(content));
        JsonText.field(out, "sourceIntegrity", TargetState.sourceIntegrity(content));
        JsonText.field(out, "heightChecked", TargetState.isHeightChecked(content));
    }

    /** Appends what operational status says beyond accuracy. */
    static void status(long content, StringBuilder out) {
        JsonText.field(out, "tcas", OperationalStatus.isTcasOperational(content));
        JsonText.field(out, "advisoryActive", OperationalStatus.isAdvisoryActive(content));
        if (OperationalStatus.designAssurance(content) >= 0) {
            JsonText.field(out, "designAssurance", OperationalStatus.designAssurance(content));
        }
        if (OperationalStatus.verticalAccuracy(content) >= 0) {
            JsonText.field(out, "verticalAccuracy", OperationalStatus.verticalAccuracy(content));
        }
        JsonText.field(out, "length", OperationalStatus.length(content));
        JsonText.field(out, "width", OperationalStatus.width(content));
    }

    private static void degrees(String name, double radians, StringBuilder out) {
        JsonText.field(out, name, StrictMath.toDegrees(radians));
    }
}
