package org.airwarden.feeds;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.airwarden.model.Time;
import org.jspecify.annotations.Nullable;

/**
 * When the pieces of one recording were received. The clock is the running maximum of the times
 * that the pieces tell; midnight adds a day. A time far ahead moves the clock only when most of the
 * pieces behind it are ahead too, and then no further than they are: one wrong clock among several
 * senders, or one damaged record, does not drag it along. One thread.
 */
final class ReceivedClock implements Closeable {
    /** The clock goes on by this much without asking the following pieces (ns). */
    private static final long STEP = 1_500 * Time.MILLISECOND;

    /** How many following pieces are asked. */
    private static final int AHEAD = 16;

    /** A pause that is believed at the end of a file, where nobody is left to ask (ns). */
    private static final long LAST_PAUSE = 60 * Time.SECOND;

    /** The first pieces may lie this much before their median (ns). */
    private static final long FIRST = 10 * Time.SECOND;

    private final PieceReader pieces;
    private final ArrayDeque<Piece> ahead = new ArrayDeque<>();
    private final long[] times = new long[AHEAD];
    private long start;
    private long current;

    ReceivedClock(PieceReader pieces) {
        this.pieces = pieces;
    }

    /**
     * Returns the time that the recording begins with: the median of its first pieces' times, with
     * what it is. {@link Frame.TimeKind#NONE} if none of them tells any.
     */
    Piece beginning() throws IOException {
        fill();
        Frame.TimeKind kind = Frame.TimeKind.NONE;
        int count = 0;
        long first = 0;
        for (Piece piece : ahead) {
            if (piece.isTimed() && (count == 0 || piece.kind() == kind)) {
                kind = piece.kind();
                first = count == 0 ? piece.time() : first;
                long step = piece.time() - first;
                if (kind == Frame.TimeKind.TIME_OF_DAY) {
                    step = TimeOfDay.step(first, piece.time());
                }
                if (count < AHEAD) {
                    times[count++] = step;
                }
            }
        }
        if (count == 0) {
            return new Piece(new byte[0], kind, Time.UNKNOWN, 0);
        }
        Arrays.sort(times, 0, count);
        long middle = times[(count - 1) / 2];
        int earliest = 0;
        while (times[earliest] < middle - FIRST) {
            earliest++;
        }
        return new Piece(new byte[0], kind, first + times[earliest], 0);
    }

    /** Sets the clock to where the recording begins (ns since 1970). */
    void start(long time) {
        start = time;
        current = time;
    }

    /** Returns the next piece, or null at the end; {@link #received} then tells when it was. */
    @Nullable Piece next() throws IOException {
        fill();
        Piece piece = ahead.poll();
        if (piece == null) {
            return null;
        }
        fill();
        if (piece.isTimed()) {
            advance(claimed(piece));
        }
        return piece;
    }

    /** Returns when the piece just returned was received (ns since 1970). */
    long received() {
        return current;
    }

    private void advance(long claim) {
        long step = claim - current;
        if (step <= 0) {
            return;
        }
        if (step <= STEP) {
            current = claim;
            return;
        }
        int asked = 0;
        int agreeing = 0;
        for (Piece piece : ahead) {
            if (piece.isTimed()) {
                asked++;
                long other = claimed(piece);
                if (other - current > STEP) {
                    times[agreeing++] = other;
                }
            }
        }
        if (asked == 0) {
            current = step <= LAST_PAUSE ? claim : current;
        } else if (2 * agreeing >= asked) {
            Arrays.sort(times, 0, agreeing);
            if (claim <= times[(agreeing - 1) / 2] + STEP) {
                current = claim;
            }
        }
    }

    private long claimed(Piece piece) {
        return switch (piece.kind()) {
            case UTC -> piece.time();
            case TIME_OF_DAY -> TimeOfDay.nearest(current, piece.time());
            case ELAPSED -> start + piece.time();
            case NONE -> current;
        };
    }

    private void fill() throws IOException {
        while (ahead.size() < AHEAD) {
            Piece piece = pieces.next();
            if (piece == null) {
                return;
            }
            ahead.add(piece);
        }
    }

    @Override
    public void close() throws IOException {
        pieces.close();
    }
}
