package org.airwarden.feeds;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.airwarden.model.Time;
import org.airwarden.modes.BeastClock;
import org.airwarden.modes.BeastReader;
import org.airwarden.modes.Fault;
import org.airwarden.modes.FrameHandler;

/**
 * Cuts a Beast stream where its counter has gone on by a twentieth of a second. A counter that
 * leaps is believed when the next frame agrees; what lies between is then taken for a pause of no
 * length.
 */
final class BeastPieceReader extends PieceReader implements FrameHandler {
    private static final long STRETCH = 50 * Time.MILLISECOND;
    private static final int LONGEST = 1 << 16;
    private static final long LEAP = 12_000_000L * 60;

    private final BeastReader reader = new BeastReader(this);
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private long pendingFrom;
    private long counter = -1;
    private long leapt = -1;
    private long ticks;
    private long began;
    private long latest;
    private byte[] chunk = {};
    private int chunkAt;
    private int taken;
    private long chunkFrom;

    BeastPieceReader(FrameReader frames) {
        super(frames);
    }

    @Override
    void cut(Frame frame) {
        chunk = frame.bytes();
        chunkAt = frame.offset();
        taken = 0;
        reader.read(chunk, chunkAt, frame.length());
        pending.write(chunk, chunkAt + taken, frame.length() - taken);
        chunkFrom += frame.length();
    }

    @Override
    void finish() {
        emit(pending.toByteArray(), Frame.TimeKind.ELAPSED, latest);
    }

    @Override
    public void onFrame(org.airwarden.modes.Frame frame) {
        long time = elapsed(frame.counter());
        if (time - began >= STRETCH || frame.position() - pendingFrom > LONGEST) {
            flushUpTo(frame.position());
            began = time;
        }
        latest = Math.max(latest, time);
    }

    @Override
    public void onFault(Fault fault) {}

    /** Hands on what lies before a position of the stream, in this chunk or before it. */
    private void flushUpTo(long position) {
        long inChunk = position - chunkFrom;
        byte[] bytes;
        if (inChunk >= taken) {
            pending.write(chunk, chunkAt + taken, (int) inChunk - taken);
            taken = (int) inChunk;
            bytes = pending.toByteArray();
            pending.reset();
        } else {
            // The frame began in an earlier chunk: its beginning stays pending.
            byte[] all = pending.toByteArray();
            int length = (int) (position - pendingFrom);
            bytes = Arrays.copyOf(all, length);
            pending.reset();
            pending.write(all, length, all.length - length);
        }
        pendingFrom += bytes.length;
        emit(bytes, Frame.TimeKind.ELAPSED, latest);
    }

    private long elapsed(long stamp) {
        if (stamp <= 0 || stamp == BeastClock.MLAT_COUNTER) {
            return latest;
        }
        if (counter < 0) {
            counter = stamp;
        }
        long step = (stamp - counter) << 16 >> 16;
        if (Math.abs(step) > LEAP) {
            long again = leapt < 0 ? LEAP + 1 : (stamp - leapt) << 16 >> 16;
            leapt = stamp;
            if (Math.abs(again) > LEAP) {
                return latest;
            }
            step = 0;
        }
        leapt = -1;
        counter = stamp;
        ticks += step;
        return Math.floorDiv(ticks * 250, 3L);
    }
}
