package org.airwarden.feeds;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Cuts a recording into pieces, in the order of the file. One thread. */
abstract sealed class PieceReader implements Closeable
        permits AsterixPieceReader, BeastPieceReader, SbsPieceReader, ReadsbPieceReader {
    private final FrameReader frames;
    private final Frame frame = new Frame();
    private final ArrayDeque<Piece> ready = new ArrayDeque<>();
    private boolean ended;

    PieceReader(FrameReader frames) {
        this.frames = frames;
    }

    static PieceReader open(RecordedFile file, boolean recorderRight, FaultSink faults, int source)
            throws IOException {
        FrameReader frames =
                FrameReader.open(
                        file.path(),
                        file.format(),
                        fault ->
                                faults.accept(
                                        new FeedFault(
                                                source,
                                                0,
                                                fault.kind().word(),
                                                fault.fileOffset(),
                                                fault.words(),
                                                fault.bytes())));
        return switch (file.content()) {
            case ASTERIX -> new AsterixPieceReader(frames, file.editions(), recorderRight);
            case BEAST -> new BeastPieceReader(frames, file.format().isGpsTimed());
            case AVR, SBS -> new SbsPieceReader(frames);
            case READSB -> new ReadsbPieceReader(frames);
        };
    }

    /** Returns the next piece, or null at the end. */
    final @Nullable Piece next() throws IOException {
        while (ready.isEmpty() && !ended) {
            if (frames.next(frame)) {
                cut(frame);
            } else {
                ended = true;
                finish();
            }
        }
        return ready.poll();
    }

    /** Reads the next frame itself, for those who want no pieces. */
    final boolean nextFrame(Frame into) throws IOException {
        return frames.next(into);
    }

    final void emit(byte[] bytes, Frame.TimeKind kind, long time) {
        if (bytes.length > 0) {
            ready.add(new Piece(bytes, kind, time, frames.position()));
        }
    }

    /** Cuts a frame. */
    abstract void cut(Frame frame);

    /** Hands on what is left at the end of the file. */
    abstract void finish();

    @Override
    public final void close() throws IOException {
        frames.close();
    }
}
