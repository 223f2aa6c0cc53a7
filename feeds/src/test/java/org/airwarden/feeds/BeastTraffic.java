package org.airwarden.feeds;

import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;
import org.airwarden.feeds.RecordingFormat.Stamps;
import org.airwarden.model.Time;
import org.airwarden.modes.BeastWriter;
import org.airwarden.modes.Fault;
import org.airwarden.modes.Frame;
import org.airwarden.modes.FrameHandler;
import org.airwarden.modes.FrameKind;

/** Beast streams with either kind of time stamps. */
final class BeastTraffic {
    private BeastTraffic() {}

    /** The stamp of a moment (ns). */
    static long stamp(Stamps stamps, long time) {
        long ofDay = Math.floorMod(time, Time.DAY);
        return stamps == Stamps.GPS
                ? ofDay / Time.SECOND << 30 | ofDay % Time.SECOND
                : (time * 3 / 250) & 0xFFFF_FFFF_FFFFL;
    }

    /**
     * Messages at random moments, none while the one before lasts.
     *
     * @param start the moment of the first (ns)
     * @param rate messages a second
     */
    static byte[] random(Stamps stamps, long start, double rate, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        long time = start;
        for (int i = 0; i < count; i++) {
            byte[] payload = new byte[14];
            random.nextBytes(payload);
            append(FrameKind.LONG, stamp(stamps, time), payload, 0, all);
            time += 120_000 + (long) (-StrictMath.log1p(-random.nextDouble()) / rate * 1e9);
        }
        return all.toByteArray();
    }

    /** A recording of 12 MHz as a receiver with GPS had stamped it. */
    static byte[] byGps(byte[] counted, long start) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        new org.airwarden.modes.BeastReader(
                        new FrameHandler() {
                            private long first = -1;

                            @Override
                            public void onFrame(Frame frame) {
                                first = first < 0 ? frame.counter() : first;
                                long time = start + (frame.counter() - first) * 250 / 3;
                                append(
                                        frame.kind(),
                                        stamp(Stamps.GPS, time),
                                        frame.buffer(),
                                        frame.offset(),
                                        all);
                            }

                            @Override
                            public void onFault(Fault fault) {}
                        })
                .read(counted);
        return all.toByteArray();
    }

    private static void append(
            FrameKind kind, long stamp, byte[] payload, int offset, ByteArrayOutputStream all) {
        byte[] bytes = new byte[BeastWriter.MAXIMUM_LENGTH];
        all.write(bytes, 0, BeastWriter.write(kind, stamp, 100, payload, offset, bytes, 0));
    }
}
