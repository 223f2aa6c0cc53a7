package org.airwarden.feeds;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.model.Time;
import org.airwarden.modes.AvrReader;
import org.airwarden.modes.BeastReader;
import org.airwarden.modes.ExtendedSquitter.Content;
import org.airwarden.modes.Fault;
import org.airwarden.modes.FrameHandler;
import org.airwarden.modes.ModeSDecoder;
import org.airwarden.modes.ModeSListener;
import org.airwarden.modes.ModeSMessage;
import org.airwarden.modes.ModeSReport;
import org.airwarden.modes.PositionSettings;
import org.airwarden.modes.Refusal;
import org.jspecify.annotations.Nullable;

/** Mode S messages, from Beast frames or AVR lines. Mode A/C replies are no messages. */
final class ModeSRecordReader extends RecordReader implements FrameHandler, ModeSListener {
    private static final int FORMATS = 25;

    private final boolean beast;
    private final FaultNotes notes;
    private final BeastReader beastReader = new BeastReader(this);
    private final AvrReader avrReader = new AvrReader(this);
    private final StampTimes times;
    private final ModeSDecoder decoder;
    private final List<ModeSReport> reports = new ArrayList<>(3);
    private @Nullable Refusal refusal;
    private long disbelieved;

    ModeSRecordReader(
            RecordedFile file,
            SummaryBuilder summary,
            FaultNotes notes,
            @Nullable OutputLines lines) {
        super(summary, lines);
        this.notes = notes;
        beast = file.content() == Format.BEAST;
        decoder = new ModeSDecoder(PositionSettings.anywhere(), file.repair(), this);
        times = new StampTimes(file.format(), Time.UNKNOWN);
    }

    @Override
    void read(Frame frame) {
        if (beast) {
            beastReader.read(frame.bytes(), frame.offset(), frame.length());
        } else {
            avrReader.read(frame.bytes(), frame.offset(), frame.length());
        }
    }

    @Override
    void finish() {
        beastReader.finish();
        avrReader.finish();
        for (int format = 0; format < FORMATS; format++) {
            summary.records("DF" + format, decoder.messages(format));
        }
        summary.positions(decoder.squitters(Content.AIRBORNE_POSITION));
        summary.fault("bad-parity", decoder.refused(Refusal.BAD_PARITY) + disbelieved);
        summary.repaired(decoder.corrected());
        summary.fault("wrong-length", decoder.refused(Refusal.WRONG_LENGTH));
    }

    @Override
    public void onFrame(org.airwarden.modes.Frame frame) {
        long time = times.next(frame);
        if (StampTimes.isStamped(frame)) {
            summary.times()
                    .addTimeOfDay(
                            times.isOfDay() ? Math.floorMod(time, Time.DAY) : Math.max(0, time));
        }
        reports.clear();
        refusal = null;
        decoder.take(time, frame);
        if (lines != null && frame.kind().isModeS()) {
            ModeSJson.append(frame, time, times, reports, refusal, lines.text());
            lines.text().append('\n');
        }
    }

    @Override
    public void onFault(Fault fault) {
        notes.modeS(fault);
    }

    @Override
    public void onReport(ModeSReport found) {
        reports.add(found);
        summary.address(found.address().value());
    }

    @Override
    public void onRefusal(long time, Refusal why, ModeSMessage message) {
        refusal = why;
        // With repair on, a squitter of nobody known had bad parity and is not believed.
        boolean ownParity =
                message.format() == 11 || message.format() == 17 || message.format() == 18;
        disbelieved += why == Refusal.UNTRUSTED_ADDRESS && ownParity ? 1 : 0;
    }
}
