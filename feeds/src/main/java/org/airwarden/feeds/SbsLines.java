package org.airwarden.feeds;

import org.airwarden.modes.AddressKind;
import org.airwarden.modes.AircraftAddress;
import org.airwarden.modes.ModeSReport;
import org.airwarden.modes.SbsMessage;
import org.jspecify.annotations.Nullable;

/**
 * What the BaseStation format can say of a Mode S message: a line of one of eight kinds, one
 * message a line, nothing remembered from others. Operational status, emergencies and Comm-B have
 * no line. Stateless; any thread.
 */
final class SbsLines {
    private static final int IDENTIFICATION = 1;
    private static final int SURFACE_POSITION = 2;
    private static final int AIRBORNE_POSITION = 3;
    private static final int VELOCITY = 4;
    private static final int ALTITUDE_REPLY = 5;
    private static final int IDENTITY_REPLY = 6;
    private static final int AIR_TO_AIR = 7;
    private static final int ALL_CALL = 8;

    private SbsLines() {}

    /**
     * Returns the line for a report, or null where there is none.
     *
     * @param time when it was received (ns since 1970)
     */
    static @Nullable SbsMessage of(ModeSReport report, long time) {
        return switch (report) {
            case ModeSReport.AllCall call ->
                    line(ALL_CALL, call, time).ground(call.ground()).build();
            case ModeSReport.Identification named ->
                    line(IDENTIFICATION, named, time).callSign(named.callSign()).build();
            case ModeSReport.Position position -> position(position, time);
            case ModeSReport.Velocity velocity ->
                    line(VELOCITY, velocity, time)
                            .movement(velocity.groundSpeed(), velocity.track())
                            .rate(velocity.verticalRate())
                            .build();
            case ModeSReport.Surveillance reply -> reply(reply, time);
            case ModeSReport.Corrected corrected -> of(corrected.report(), time);
            default -> null;
        };
    }

    private static SbsMessage position(ModeSReport.Position position, long time) {
        boolean surface = position.ground() == ModeSReport.Ground.ON_GROUND;
        return line(surface ? SURFACE_POSITION : AIRBORNE_POSITION, position, time)
                .height(position.pressureHeight())
                .place(position.latitude(), position.longitude())
                .movement(position.groundSpeed(), position.track())
                .flags(
                        position.surveillanceStatus() == 1 || position.surveillanceStatus() == 2,
                        position.surveillanceStatus() == 3)
                .ground(position.ground())
                .build();
    }

    private static SbsMessage reply(ModeSReport.Surveillance reply, long time) {
        int type =
                switch (reply.format()) {
                    case 4, 20 -> ALTITUDE_REPLY;
                    case 5, 21 -> IDENTITY_REPLY;
                    default -> AIR_TO_AIR;
                };
        Line line = line(type, reply, time).height(reply.pressureHeight()).ground(reply.ground());
        line.squawk = reply.squawk();
        return type == AIR_TO_AIR
                ? line.build()
                : line.flags(reply.alert(), reply.specialPosition()).build();
    }

    private static Line line(int type, ModeSReport report, long time) {
        return new Line(type, report.address(), time);
    }

    /** A line while it is put together. */
    private static final class Line {
        private final int type;
        private final AircraftAddress address;
        private final long time;
        private String callSign = "";
        private double height = Double.NaN;
        private double speed = Double.NaN;
        private double track = Double.NaN;
        private double latitude = Double.NaN;
        private double longitude = Double.NaN;
        private double rate = Double.NaN;
        private int squawk = -1;
        private int alert = -1;
        private int special = -1;
        private int onGround = -1;

        Line(int type, AircraftAddress address, long time) {
            this.type = type;
            this.address = address;
            this.time = time;
        }

        Line callSign(String text) {
            callSign = text;
            return this;
        }

        Line height(double metres) {
            height = metres;
            return this;
        }

        Line movement(double overGround, double angle) {
            speed = overGround;
            track = angle;
            return this;
        }

        Line place(double north, double east) {
            latitude = north;
            longitude = east;
            return this;
        }

        Line rate(double up) {
            rate = up;
            return this;
        }

        Line flags(boolean changed, boolean identPressed) {
            alert = changed ? 1 : 0;
            special = identPressed ? 1 : 0;
            return this;
        }

        Line ground(ModeSReport.Ground ground) {
            onGround =
                    switch (ground) {
                        case ON_GROUND -> 1;
                        case AIRBORNE -> 0;
                        case UNKNOWN -> -1;
                    };
            return this;
        }

        SbsMessage build() {
            return new SbsMessage(
                    type,
                    address.value(),
                    isOfIcao(address),
                    time,
                    time,
                    callSign,
                    height,
                    speed,
                    track,
                    latitude,
                    longitude,
                    rate,
                    squawk,
                    alert,
                    -1,
                    special,
                    onGround);
        }
    }

    /** Tells whether ICAO allotted an address. */
    static boolean isOfIcao(AircraftAddress address) {
        return address.kind() == AddressKind.ICAO
                || address.kind() == AddressKind.TIS_B_ICAO
                || address.kind() == AddressKind.ADS_R_ICAO;
    }
}
