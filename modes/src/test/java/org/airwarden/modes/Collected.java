package org.airwarden.modes;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Keeps what a reader hands over, frames as text that shows all there is to them. */
final class Collected implements FrameHandler, SbsHandler {

    final List<String> frames = new ArrayList<>();
    final List<SbsMessage> messages = new ArrayList<>();
    final List<Fault> faults = new ArrayList<>();

    @Override
    public void onFrame(Frame frame) {
        frames.add(
                frame.kind()
                        + " "
                        + frame.counter()
                        + " "
                        + frame.signal()
                        + " "
                        + HexFormat.of().formatHex(frame.bytes())
                        + " @"
                        + frame.position());
    }

    @Override
    public void onMessage(SbsMessage message) {
        messages.add(message);
    }

    @Override
    public void onFault(Fault fault) {
        faults.add(fault);
    }

    /** Everything handed over, for comparing two readings. */
    String text() {
        return frames + "\n" + messages + "\n" + faults;
    }
}
