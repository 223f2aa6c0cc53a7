package org.airwarden.feeds;

import org.airwarden.model.Time;
import org.airwarden.modes.ModeSReport;
import org.airwarden.modes.SbsMessage;

/** Mode S messages and BaseStation lines as rows. Stateless; any thread. */
final class ModeSRows {
    private ModeSRows() {}

    static void time(Row row, long time, boolean dateKnown, boolean ofDay) {
        if (dateKnown) {
            row.put(Column.TIME, time);
        }
        if (dateKnown || ofDay) {
            row.put(Column.TIME_OF_DAY, Math.floorMod(time, Time.DAY) / 1e9);
        }
    }

    /** Fills in what a message says. */
    static void fill(Row row, ModeSReport report) {
        row.address(report.address().value());
        row.put(Column.ICAO_ADDRESS, SbsLines.isOfIcao(report.address()));
        switch (report) {
            case ModeSReport.AllCall call -> ground(row, call.ground());
            case ModeSReport.Identification named ->
                    row.put(Column.IDENTIFICATION, named.callSign());
            case ModeSReport.Position position -> {
                row.put(Column.LATITUDE, StrictMath.toDegrees(position.latitude()));
                row.put(Column.LONGITUDE, StrictMath.toDegrees(position.longitude()));
                row.put(Column.PRESSURE_HEIGHT, position.pressureHeight());
                row.put(Column.GEOMETRIC_HEIGHT, position.geometricHeight());
                row.put(Column.GROUND_SPEED, position.groundSpeed());
                row.put(Column.TRACK_ANGLE, StrictMath.toDegrees(position.track()));
                ground(row, position.ground());
            }
            case ModeSReport.Velocity velocity -> {
                row.put(Column.GROUND_SPEED, velocity.groundSpeed());
                row.put(Column.TRACK_ANGLE, StrictMath.toDegrees(velocity.track()));
                row.put(Column.VERTICAL_RATE, velocity.verticalRate());
            }
            case ModeSReport.Emergency declared -> row.squawk(declared.squawk());
            case ModeSReport.Status status -> ground(row, status.ground());
            case ModeSReport.Surveillance reply -> {
                row.put(Column.PRESSURE_HEIGHT, reply.pressureHeight());
                row.squawk(reply.squawk());
                ground(row, reply.ground());
            }
            case ModeSReport.Corrected corrected -> {
                row.put(Column.CORRECTED_BITS, corrected.bits());
                fill(row, corrected.report());
            }
            default -> {}
        }
    }

    private static void ground(Row row, ModeSReport.Ground ground) {
        if (ground != ModeSReport.Ground.UNKNOWN) {
            row.put(Column.ON_GROUND, ground == ModeSReport.Ground.ON_GROUND);
        }
    }

    static void fill(Row row, SbsMessage message) {
        row.put(Column.CATEGORY, "MSG" + message.type());
        row.address(message.address());
        row.put(Column.ICAO_ADDRESS, message.icao());
        row.put(Column.IDENTIFICATION, message.callSign());
        row.squawk(message.squawk());
        row.put(Column.LATITUDE, StrictMath.toDegrees(message.latitude()));
        row.put(Column.LONGITUDE, StrictMath.toDegrees(message.longitude()));
        row.put(Column.PRESSURE_HEIGHT, message.pressureHeight());
        row.put(Column.GROUND_SPEED, message.groundSpeed());
        row.put(Column.TRACK_ANGLE, StrictMath.toDegrees(message.track()));
        row.put(Column.VERTICAL_RATE, message.verticalRate());
        if (message.onGround() >= 0) {
            row.put(Column.ON_GROUND, message.onGround() == 1);
        }
    }
}
