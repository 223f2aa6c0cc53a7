package org.airwarden.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.airwarden.modes.AddressKind;
import org.airwarden.modes.AircraftAddress;
import org.airwarden.modes.AircraftIdentification;
import org.airwarden.modes.EmergencyState;
import org.airwarden.modes.HeadingAndSpeed;
import org.airwarden.modes.IdentityCode;
import org.airwarden.modes.ModeSReport;
import org.airwarden.modes.OperationalStatus;
import org.airwarden.modes.PositionQuality;
import org.airwarden.modes.TargetState;
import org.airwarden.modes.TrackAndTurn;
import org.airwarden.modes.VerticalIntention;

/**
 * What a Mode S decoder has heard as readsb's aircraft.json: the newest word of each aircraft, by
 * the names of readsb's README-json.md. Aircraft not heard for a minute are left out. Reports come
 * in the order heard; time is theirs. One thread.
 */
public final class ReadsbPicture {
    private static final double FORGOTTEN = 60;
    private static final double NANOSECONDS = 1e-9;

    private static final class Aircraft {
        final ReadsbAircraft said = new ReadsbAircraft();
        double seen;
        double seenPosition = Double.NaN;
        long messages;
    }

    private final TreeMap<String, Aircraft> aircraft = new TreeMap<>();
    private long messages;

    /** A picture of nothing. */
    public ReadsbPicture() {}

    /** Takes a report of a {@code ModeSDecoder}; its time is nanoseconds since 1970. */
    public void take(ModeSReport report) {
        if (report instanceof ModeSReport.Corrected) {
            return;
        }
        AircraftAddress address = report.address();
        String hex = hex(address);
        Aircraft one = aircraft.computeIfAbsent(type(address.kind()) + hex, key -> new Aircraft());
        ReadsbAircraft said = one.said;
        one.seen = report.time() * NANOSECONDS;
        if (!isOfReplyBefore(report)) {
            one.messages++;
            messages++;
        }
        said.put("hex", hex);
        if (isSquitter(report) || !said.fields().containsKey("type")) {
            said.put("type", isSquitter(report) ? type(address.kind()) : "mode_s");
        }
        if (report.signal() > 0) {
            said.put("rssi", tenths(20 * StrictMath.log10(report.signal() / 255.0)));
        }
        switch (report) {
            case ModeSReport.Identification named -> {
                said.put("flight", padded(named.callSign()));
                said.put("category", AircraftIdentification.categoryText(named.category()));
            }
            case ModeSReport.Position position -> position(one, position);
            case ModeSReport.Velocity velocity -> velocity(said, velocity);
            case ModeSReport.Emergency declared -> {
                said.put("emergency", word(declared.emergency()));
                said.put("squawk", IdentityCode.text(declared.squawk()));
            }
            case ModeSReport.Surveillance reply -> {
                if (reply.squawk() >= 0) {
                    said.put("squawk", IdentityCode.text(reply.squawk()));
                }
                height(said, reply.ground(), reply.pressureHeight());
                said.put("alert", reply.alert() ? 1 : 0);
                said.put("spi", reply.specialPosition() ? 1 : 0);
            }
            case ModeSReport.Status status -> status(said, status);
            case ModeSReport.Target target -> target(said, target);
            case ModeSReport.CommB reply -> register(said, reply);
            case ModeSReport.AllCall call -> {}
            case ModeSReport.Advisory advisory -> {}
            case ModeSReport.LongSegment segment -> {}
            case ModeSReport.Test test -> {}
            case ModeSReport.SurfaceSystem system -> {}
            case ModeSReport.Corrected corrected -> {}
        }
    }

    /**
     * Returns the document.
     *
     * @param now nanoseconds since 1970, not before the reports taken
     */
    public String json(long now) {
        double seconds = StrictMath.rint(now * NANOSECONDS * 1000) / 1000;
        List<ReadsbAircraft> shown = new ArrayList<>();
        aircraft.values().removeIf(one -> seconds - one.seen > FORGOTTEN);
        for (Aircraft one : aircraft.values()) {
            one.said.put("messages", (double) one.messages);
            one.said.put("seen", tenths(seconds - one.seen));
            if (!Double.isNaN(one.seenPosition)) {
                one.said.put("seen_pos", tenths(seconds - one.seenPosition));
            }
            one.said.put("mlat", List.of());
            one.said.put("tisb", List.of());
            shown.add(one.said);
        }
        StringBuilder out = new StringBuilder();
        ReadsbWriter.document(seconds, messages, shown, out);
        return out.toString();
    }

    private static void position(Aircraft one, ModeSReport.Position position) {
        ReadsbAircraft said = one.said;
        height(said, position.ground(), position.pressureHeight());
        said.put("alt_geom", whole(position.geometricHeight() / Units.FOOT));
        said.put("gs", tenths(position.groundSpeed() / Units.KNOT));
        said.put("track", hundredths(StrictMath.toDegrees(position.track())));
        PositionQuality quality = position.quality();
        if (position.outcome().isResolved()) {
            one.seenPosition = position.time() * NANOSECONDS;
            said.put("lat", millionths(StrictMath.toDegrees(position.latitude())));
            said.put("lon", millionths(StrictMath.toDegrees(position.longitude())));
            said.put("nic", quality.integrityCategory());
            said.put("rc", StrictMath.ceil(quality.containmentRadius()));
        }
        if (quality.version() >= 0) {
            said.put("version", quality.version());
        }
    }

    private static void velocity(ReadsbAircraft said, ModeSReport.Velocity velocity) {
        said.put("gs", tenths(velocity.groundSpeed() / Units.KNOT));
        said.put("track", hundredths(StrictMath.toDegrees(velocity.track())));
        said.put(velocity.trueAirspeed() ? "tas" : "ias", whole(velocity.airspeed() / Units.KNOT));
        said.put("mag_heading", hundredths(StrictMath.toDegrees(velocity.heading())));
        said.put(
                velocity.verticalRateFromPressure() ? "baro_rate" : "geom_rate",
                whole(velocity.verticalRate() / Units.FOOT_PER_MINUTE));
        said.put("nac_v", velocity.accuracyCategory());
    }

    private static void status(ReadsbAircraft said, ModeSReport.Status status) {
        said.put("version", status.version());
        if (status.version() > 0) {
            said.put("nac_p", status.accuracyCategory());
            said.put("sil", status.sourceIntegrity());
            said.put(
                    "sil_type",
                    status.version() == 1
                            ? "unknown"
                            : OperationalStatus.isIntegrityPerSample(status.content())
                                    ? "persample"
                                    : "perhour");
            if (OperationalStatus.subtype(status.content()) == 0) {
                said.put("nic_baro", OperationalStatus.isHeightChecked(status.content()) ? 1 : 0);
            }
        }
        if (OperationalStatus.designAssurance(status.content()) >= 0) {
            said.put("sda", OperationalStatus.designAssurance(status.content()));
        }
        if (OperationalStatus.verticalAccuracy(status.content()) >= 0) {
            said.put("gva", OperationalStatus.verticalAccuracy(status.content()));
        }
    }

    private static void target(ReadsbAircraft said, ModeSReport.Target target) {
        said.put(
                target.source() == TargetState.Source.FLIGHT_MANAGEMENT
                        ? "nav_altitude_fms"
                        : "nav_altitude_mcp",
                whole(target.selectedAltitude() / Units.FOOT));
        said.put("nav_qnh", tenths(target.pressureSetting()));
        said.put("nav_heading", hundredths(StrictMath.toDegrees(target.selectedHeading())));
        long content = target.content();
        if (TargetState.hasModes(content)) {
            List<String> modes = new ArrayList<>();
            add(modes, TargetState.isAutopilot(content), "autopilot");
            add(modes, TargetState.isVerticalNavigation(content), "vnav");
            add(modes, TargetState.isAltitudeHold(content), "althold");
            add(modes, TargetState.isApproach(content), "approach");
            add(modes, TargetState.isLateralNavigation(content), "lnav");
            add(modes, TargetState.isTcasOperational(content), "tcas");
            said.put("nav_modes", modes);
        }
    }

    private static void register(ReadsbAircraft said, ModeSReport.CommB reply) {
        long content = reply.content();
        switch (reply.register()) {
            case IDENTIFICATION ->
                    said.put("flight", padded(AircraftIdentification.callSign(content)));
            case VERTICAL_INTENTION -> {
                said.put(
                        "nav_altitude_mcp",
                        whole(VerticalIntention.controlPanelAltitude(content) / Units.FOOT));
                said.put(
                        "nav_altitude_fms",
                        whole(VerticalIntention.managementAltitude(content) / Units.FOOT));
                said.put("nav_qnh", tenths(VerticalIntention.pressureSetting(content)));
            }
            case TRACK_AND_TURN -> {
                said.put("roll", hundredths(StrictMath.toDegrees(TrackAndTurn.roll(content))));
                said.put("tas", whole(TrackAndTurn.trueAirspeed(content) / Units.KNOT));
                said.put(
                        "track_rate",
                        hundredths(StrictMath.toDegrees(TrackAndTurn.trackRate(content))));
            }
            case HEADING_AND_SPEED -> {
                said.put(
                        "mag_heading",
                        hundredths(StrictMath.toDegrees(HeadingAndSpeed.magneticHeading(content))));
                said.put("ias", whole(HeadingAndSpeed.indicatedAirspeed(content) / Units.KNOT));
                said.put("mach", StrictMath.rint(HeadingAndSpeed.mach(content) * 1000) / 1000);
            }
            default -> {}
        }
    }

    private static void height(ReadsbAircraft said, ModeSReport.Ground ground, double metres) {
        if (ground == ModeSReport.Ground.ON_GROUND) {
            said.put("alt_baro", "ground");
        } else {
            said.put("alt_baro", whole(metres / Units.FOOT));
        }
    }

    private static void add(List<String> modes, boolean set, String mode) {
        if (set) {
            modes.add(mode);
        }
    }

    /** What a register or a coordination reply holds came with the reply before it. */
    private static boolean isOfReplyBefore(ModeSReport report) {
        return report instanceof ModeSReport.CommB
                || (report instanceof ModeSReport.Advisory && !isSquitter(report));
    }

    private static boolean isSquitter(ModeSReport report) {
        return switch (report) {
            case ModeSReport.Identification named -> true;
            case ModeSReport.Position position -> true;
            case ModeSReport.Velocity velocity -> true;
            case ModeSReport.Emergency declared -> true;
            case ModeSReport.Status status -> true;
            case ModeSReport.Target target -> true;
            case ModeSReport.Test test -> true;
            case ModeSReport.SurfaceSystem system -> true;
            case ModeSReport.Advisory advisory ->
                    advisory.format() == 17 || advisory.format() == 18;
            default -> false;
        };
    }

    private static String hex(AircraftAddress address) {
        String digits = address.hex().toLowerCase(Locale.ROOT);
        return switch (address.kind()) {
            case ICAO, TIS_B_ICAO, ADS_R_ICAO -> digits;
            case NON_ICAO, TIS_B_TRACK, ADS_R_NON_ICAO -> "~" + digits;
        };
    }

    private static String type(AddressKind kind) {
        return switch (kind) {
            case ICAO -> "adsb_icao";
            case NON_ICAO -> "adsb_other";
            case TIS_B_ICAO -> "tisb_icao";
            case TIS_B_TRACK -> "tisb_trackfile";
            case ADS_R_ICAO -> "adsr_icao";
            case ADS_R_NON_ICAO -> "adsr_other";
        };
    }

    private static String word(EmergencyState state) {
        return switch (state) {
            case NONE -> "none";
            case GENERAL -> "general";
            case MEDICAL -> "lifeguard";
            case MINIMUM_FUEL -> "minfuel";
            case NO_COMMUNICATIONS -> "nordo";
            case UNLAWFUL_INTERFERENCE -> "unlawful";
            case DOWNED -> "downed";
            case RESERVED -> "reserved";
        };
    }

    /** readsb fills call signs up to eight characters. */
    private static String padded(String callSign) {
        return callSign.isEmpty() ? "" : (callSign + "        ").substring(0, 8);
    }

    private static double whole(double value) {
        return StrictMath.rint(value);
    }

    private static double tenths(double value) {
        return StrictMath.rint(value * 10) / 10;
    }

    private static double hundredths(double value) {
        return StrictMath.rint(value * 100) / 100;
    }

    private static double millionths(double value) {
        return StrictMath.rint(value * 1e6) / 1e6;
    }
}
