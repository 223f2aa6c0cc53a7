package org.airwarden.feeds;

import java.util.Locale;
import org.airwarden.asterix.Fault;

/** Counts the faults of one file, and hands them on with their place in it. One thread. */
final class FaultNotes {
    private final String file;
    private final SummaryBuilder summary;
    private final DecodingFaultSink sink;
    private long frames = -1;
    private long blocks = -1;
    private int lastBlock = -1;
    private Frame frame = new Frame();

    FaultNotes(String file, SummaryBuilder summary, DecodingFaultSink sink) {
        this.file = file;
        this.summary = summary;
        this.sink = sink;
    }

    /** Says that the next frame is at hand. */
    void begin(Frame next) {
        frame = next;
        frames++;
        lastBlock = -1;
    }

    /** Says in which block of the frame's array the walk is. */
    void block(int offset) {
        if (offset != lastBlock) {
            lastBlock = offset;
            blocks++;
        }
    }

    void framing(FrameFault fault) {
        summary.fault(fault.kind().word(), 1);
        sink.accept(DecodingFault.of(file, frames + 1, fault));
    }

    void asterix(Fault fault) {
        block(fault.blockOffset());
        summary.fault(AsterixDecoder.word(fault), 1);
        long payload = Math.max(0, frame.payloadOffset());
        sink.accept(DecodingFault.of(file, frames, blocks, payload - frame.offset(), fault));
    }

    void modeS(org.airwarden.modes.Fault fault) {
        String kind = fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        message(kind, fault.offset(), fault.length(), fault.reason(), fault.bytes());
    }

    void message(String kind, long offset, long length, String rule, byte[] bytes) {
        summary.fault(kind, 1);
        sink.accept(DecodingFault.ofMessage(file, kind, offset, length, rule, bytes));
    }
}
