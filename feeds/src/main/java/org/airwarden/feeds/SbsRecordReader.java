package org.airwarden.feeds;

import java.util.HexFormat;
import org.airwarden.model.Time;
import org.airwarden.modes.Fault;
import org.airwarden.modes.IdentityCode;
import org.airwarden.modes.SbsHandler;
import org.airwarden.modes.SbsMessage;
import org.airwarden.modes.SbsReader;
import org.jspecify.annotations.Nullable;

/** BaseStation lines. Their times are taken as UTC, for want of a zone. */
final class SbsRecordReader extends RecordReader implements SbsHandler {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int AIRBORNE_POSITION = 3;

    private final FaultNotes notes;
    private final SbsReader reader = new SbsReader(this);

    SbsRecordReader(SummaryBuilder summary, FaultNotes notes, @Nullable OutputLines lines) {
        super(summary, lines);
        this.notes = notes;
    }

    @Override
    void read(Frame frame) {
        reader.read(frame.bytes(), frame.offset(), frame.length());
    }

    @Override
    void finish() {
        reader.finish();
    }

    @Override
    public void onMessage(SbsMessage message) {
        summary.records("MSG" + message.type(), 1);
        summary.address(message.address());
        if (message.type() == AIRBORNE_POSITION) {
            summary.positions(1);
        }
        if (message.generated() != SbsMessage.NO_TIME) {
            summary.times().addDated(message.generated());
        }
        if (lines != null) {
            append(message, lines.text());
            lines.text().append('\n');
        }
    }

    @Override
    public void onFault(Fault fault) {
        notes.modeS(fault);
    }

    /** Appends a line as one JSON object. */
    static void append(SbsMessage message, StringBuilder out) {
        out.append('{');
        JsonText.name(out, "type");
        out.append(message.type());
        JsonText.field(out, "address", HEX.toHexDigits(message.address(), 6));
        JsonText.field(out, "icaoAddress", message.icao());
        if (message.generated() != SbsMessage.NO_TIME) {
            JsonText.field(out, "time", Time.toText(message.generated()));
        }
        if (!message.callSign().isEmpty()) {
            JsonText.field(out, "callSign", message.callSign());
        }
        JsonText.field(out, "latitude", StrictMath.toDegrees(message.latitude()));
        JsonText.field(out, "longitude", StrictMath.toDegrees(message.longitude()));
        JsonText.field(out, "pressureHeight", message.pressureHeight());
        JsonText.field(out, "groundSpeed", message.groundSpeed());
        JsonText.field(out, "track", StrictMath.toDegrees(message.track()));
        JsonText.field(out, "verticalRate", message.verticalRate());
        if (message.squawk() >= 0) {
            JsonText.field(out, "squawk", IdentityCode.text(message.squawk()));
        }
        flag(out, "alert", message.alert());
        flag(out, "emergency", message.emergency());
        flag(out, "specialPosition", message.specialPosition());
        flag(out, "onGround", message.onGround());
        out.append('}');
    }

    private static void flag(StringBuilder out, String name, int value) {
        if (value >= 0) {
            JsonText.field(out, name, value == 1);
        }
    }
}
