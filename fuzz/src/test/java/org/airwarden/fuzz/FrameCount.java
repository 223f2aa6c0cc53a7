package org.airwarden.fuzz;

import org.airwarden.modes.Fault;
import org.airwarden.modes.Frame;
import org.airwarden.modes.FrameHandler;

/** Takes frames of a Mode S stream: counts them, sums them up, keeps the last. */
final class FrameCount implements FrameHandler {
    private final FrameHandler behind;
    long frames;
    long faults;
    long sum;
    byte[] last = {};

    FrameCount(FrameHandler behind) {
        this.behind = behind;
    }

    @Override
    public void onFrame(Frame frame) {
        frames++;
        last = frame.bytes();
        for (byte octet : last) {
            sum = 31 * sum + octet;
        }
        sum = 31 * sum + frame.counter() + frame.signal();
        behind.onFrame(frame);
    }

    @Override
    public void onFault(Fault fault) {
        faults++;
        Bytes.require(fault.bytes().length <= Fault.KEPT_BYTES, "a fault keeps too much");
        sum = 31 * sum + fault.offset() + 7 * fault.length();
        behind.onFault(fault);
    }

    /** Takes and forgets. */
    static final FrameHandler NOTHING =
            new FrameHandler() {
                @Override
                public void onFrame(Frame frame) {}

                @Override
                public void onFault(Fault fault) {}
            };
}
