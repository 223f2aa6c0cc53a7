package org.airwarden.tracking;

import org.airwarden.model.PressureHeight;
import org.airwarden.model.StateInput;
import org.airwarden.model.StateOutput;
import org.airwarden.model.Transponder;
import org.airwarden.model.Transponder.Emergency;
import org.airwarden.model.Transponder.Ground;

/** What transponders say, gathered over reports and moved as bytes. Stateless; any thread. */
final class Transponders {
    private Transponders() {}

    /** Returns what was said before, replaced by what is said now wherever something is. */
    static Transponder newest(Transponder before, Transponder now) {
        if (now.equals(Transponder.SILENT)) {
            return before;
        }
        Transponder all =
                new Transponder(
                        now.hasAddress() ? now.address() : before.address(),
                        now.hasAddress() ? now.icaoAddress() : before.icaoAddress(),
                        now.hasMode3A() ? now.mode3A() : before.mode3A(),
                        now.callSign() != null ? now.callSign() : before.callSign(),
                        now.height() != null ? now.height() : before.height(),
                        now.ground() != Ground.UNKNOWN ? now.ground() : before.ground(),
                        now.hasMode3A() || now.emergency() != Emergency.NONE
                                ? now.emergency()
                                : before.emergency());
        return all.equals(before) ? before : all;
    }

    static void write(StateOutput out, Transponder said) {
        out.putInt(said.address());
        out.putBoolean(said.icaoAddress());
        out.putInt(said.mode3A());
        out.putText(said.callSign());
        out.putDouble(said.height() == null ? Double.NaN : said.height().metres());
        out.putEnum(said.ground());
        out.putEnum(said.emergency());
    }

    static Transponder read(StateInput in) {
        int address = in.takeInt();
        boolean icao = in.takeBoolean();
        int code = in.takeInt();
        String callSign = in.takeText();
        double height = in.takeDouble();
        return new Transponder(
                address,
                icao,
                code,
                callSign,
                Double.isNaN(height) ? null : new PressureHeight(height),
                in.takeEnum(Ground.class),
                in.takeEnum(Emergency.class));
    }
}
