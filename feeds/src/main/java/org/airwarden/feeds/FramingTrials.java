package org.airwarden.feeds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a file's beginning in every framing there is, also those that cannot be, and tells how far
 * each goes: the evidence behind what {@link FramingDetector} decides. Stateless; any thread.
 */
final class FramingTrials {
    /** How much of the file is read (bytes). */
    static final int LOOKED_AT = 1 << 19;

    private FramingTrials() {}

    static List<FramingTrial> of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = FrameReader.inputOf(file)) {
            head = FramingDetector.readUpTo(in, LOOKED_AT);
        }
        List<FramingTrial> trials = new ArrayList<>();
        boolean cut = head.length == LOOKED_AT;
        for (RecordingFormat format : RecordingFormat.all()) {
            FramingTrial trial =
                    switch (format.framing()) {
                        case RAW_ASTERIX, FINAL, RPLY, GPS ->
                                FrameWalk.over(head, head.length, format.framing(), cut)
                                        .trial(head);
                        case PCAP, PCAPNG -> capture(format, head, cut);
                        case BEAST -> beast(format, head);
                        case SBS -> stream(format, StreamProbe.sbs(head, head.length));
                        case AVR -> stream(format, StreamProbe.avr(head, head.length));
                        case READSB_JSON -> stream(format, StreamProbe.readsb(head, head.length));
                        case IQ_U8_2400, IQ_S16_2400, IQ_U8_2000, IQ_S16_2000 ->
                                IqProbe.trial(format, head);
                    };
            trials.add(trial);
        }
        return trials;
    }

    private static FramingTrial stream(RecordingFormat format, StreamProbe.Measure measure) {
        return new FramingTrial(format, measure.count(), measure.part(), 0, -1, "");
    }

    /** What stamps are is told of each reading of them: what speaks for it, or against it. */
    private static FramingTrial beast(RecordingFormat format, byte[] head) {
        StreamProbe.Measure measure = StreamProbe.beast(head, head.length);
        if (measure.count() == 0 || format.stamps() == RecordingFormat.Stamps.UNSAID) {
            return stream(format, measure);
        }
        return new FramingTrial(
                format,
                measure.count(),
                measure.part(),
                0,
                -1,
                StampProbe.of(head, head.length).words());
    }

    /** A capture is known by its mark; without it nothing is read. */
    private static FramingTrial capture(RecordingFormat format, byte[] head, boolean cut) {
        if (!FramingDetector.isCapture(format.framing(), head)) {
            return new FramingTrial(
                    format, 0, 0, 1, 0, "the file does not begin with the mark of it");
        }
        List<FrameFault> faults = new ArrayList<>();
        long datagrams = 0;
        try (FrameReader reader =
                FrameReader.open(
                        new ByteArrayInputStream(head),
                        format,
                        fault -> {
                            boolean tail = fault.fileOffset() + fault.length() == head.length;
                            if (!(cut && tail)) {
                                faults.add(fault);
                            }
                        })) {
            Frame frame = new Frame();
            while (reader.next(frame)) {
                datagrams++;
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory failed", impossible);
        }
        long spoilt = 0;
        for (FrameFault fault : faults) {
            spoilt += fault.length();
        }
        boolean any = !faults.isEmpty();
        return new FramingTrial(
                format,
                datagrams,
                datagrams == 0 ? 0 : 1 - Math.min(1, (double) spoilt / head.length),
                faults.size(),
                any ? faults.getFirst().fileOffset() : -1,
                any ? faults.getFirst().words() : "");
    }
}
