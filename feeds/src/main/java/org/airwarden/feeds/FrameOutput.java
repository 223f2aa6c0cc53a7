package org.airwarden.feeds;

import java.io.IOException;
import java.io.OutputStream;

/** Writes ASTERIX payloads in a framing, one after the other. One thread. */
abstract sealed class FrameOutput
        permits RawOutput, FinalOutput, GpsOutput, RplyOutput, PcapOutput {
    /** Where the framing goes. */
    final OutputStream out;

    private long frames;
    private long left;

    FrameOutput(OutputStream out) {
        this.out = out;
    }

    /**
     * Opens an output.
     *
     * @param microseconds whether a capture tells its times in microseconds, for old readers
     */
    static FrameOutput of(ConversionFormat format, OutputStream out, boolean microseconds)
            throws IOException {
        return switch (format) {
            case RAW -> new RawOutput(out);
            case FINAL -> new FinalOutput(out);
            case GPS -> new GpsOutput(out);
            case RPLY -> new RplyOutput(out);
            case PCAP -> new PcapOutput(out, microseconds);
            default -> throw new IllegalArgumentException(format + " holds no blocks");
        };
    }

    /**
     * Writes a payload.
     *
     * @param time when it was recorded (ns since 1970)
     * @param origin the frame it comes from, for addresses
     * @throws RecordingException if the framing cannot hold it
     */
    final void write(byte[] bytes, int offset, int length, long time, Frame origin)
            throws IOException {
        if (length > 0) {
            frames += put(bytes, offset, length, time, origin);
        }
    }

    /** Writes a payload and returns how many frames it became. */
    abstract int put(byte[] bytes, int offset, int length, long time, Frame origin)
            throws IOException;

    /** Counts a payload whose octets, or the last of them, have no place in the framing. */
    final void leave() {
        left++;
    }

    /** Returns how many payloads are not written whole. */
    final long left() {
        return left;
    }

    /** Returns how many frames were written. */
    final long frames() {
        return frames;
    }

    static void requireAtMost(int longest, int length, String framing) {
        if (length > longest) {
            throw new RecordingException(
                    "a payload of " + length + " octets is longer than " + framing + " can hold",
                    "convert to another framing, as raw");
        }
    }
}
