package org.airwarden.feeds;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.airwarden.model.Time;
import org.airwarden.modes.BeastClock;
import org.airwarden.modes.BeastReader;
import org.airwarden.modes.Fault;
import org.airwarden.modes.FrameHandler;

/**
 * Cuts a Beast stream where its time stamps have gone on by a twentieth of a second. Stamps that
 * leap are believed when the next frame agrees; by a counter, which may have begun anew, what lies
 * between is then taken for a pause of no length.
 */
final class BeastPieceReader extends PieceReader implements FrameHandler {
    private static final long STRETCH = 50 * Time.MILLISECOND;
    private static final int LONGEST = 1 << 16;
    private static final long LEAP = 60 * Time.SECOND;

    private final BeastReader reader = new BeastReader(this);
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private long pendingFrom;
    private final boolean gps;
    private long counter = -1;
    private long leapt = -1;

    /** Counts since the first stamp, or by GPS nanoseconds since midnight of its day. */
    private long ticks;

    private long began;
    private long latest;
    private byte[] chunk = {};
    private int chunkAt;
    private int taken;
    private long chunkFrom;

    /**
     * Makes one.
     *
     * @param gps whether the time stamps are times of day by GPS
     */
    BeastPieceReader(FrameReader frames, boolean gps) {
        super(frames);
        this.gps = gps;
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
        emit(pending.toByteArray());
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
        emit(bytes);
    }

    private void emit(byte[] bytes) {
        if (!gps) {
            emit(bytes, Frame.TimeKind.ELAPSED, latest);
        } else if (counter < 0) {
            emit(bytes, Frame.TimeKind.NONE, 0);
        } else {
            emit(bytes, Frame.TimeKind.TIME_OF_DAY, Math.floorMod(latest, Time.DAY));
        }
    }

    private long elapsed(long stamp) {
        if (stamp <= 0 || stamp == BeastClock.MLAT_COUNTER || (gps && !BeastClock.isGps(stamp))) {
            return latest;
        }
        if (counter < 0) {
            counter = stamp;
            ticks = gps ? BeastClock.timeOfDay(stamp) : 0;
            latest = ticks;
        }
        long step = step(counter, stamp);
        if (isLeap(step)) {
            boolean agreed = leapt >= 0 && !isLeap(step(leapt, stamp));
            leapt = stamp;
            if (!agreed) {
                return latest;
            }
            step = gps ? step : 0;
        }
        leapt = -1;
        counter = stamp;
        ticks += step;
        return gps ? ticks : Math.floorDiv(ticks * 250, 3L);
    }

    /** Returns how far it is from one stamp to another: nanoseconds by GPS, else counts. */
    private long step(long from, long to) {
        return gps
                ? TimeOfDay.step(BeastClock.timeOfDay(from), BeastClock.timeOfDay(to))
                // The difference as a signed number of 48 bits passes the counter's wrap.
                : (to - from) << 16 >> 16;
    }

    private boolean isLeap(long step) {
        return Math.abs(step) > (gps ? LEAP : LEAP / 1000 * 12);
    }
}
