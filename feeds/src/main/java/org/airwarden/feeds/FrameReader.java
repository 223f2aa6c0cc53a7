package org.airwarden.feeds;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a recording frame by frame, in the order of the file, in bounded memory. Faults in the data
 * never throw: each is counted, given to the sink with its octets, and the reader goes on behind
 * it, always forward. Only the disk's own errors throw. Files compressed with gzip are read as what
 * they hold. One thread.
 */
public abstract sealed class FrameReader implements Closeable
        permits BlockReader,
                FinalReader,
                RplyReader,
                CaptureReader,
                ChunkReader,
                JsonReader,
                IqReader {
    private final RecordingFormat format;
    private final Consumer<FrameFault> sink;
    private final Map<FrameFault.Kind, Long> faults = new EnumMap<>(FrameFault.Kind.class);
    private boolean finished;

    /** The file, moving forward. */
    final ByteWindow window;

    FrameReader(RecordingFormat format, ByteWindow window, Consumer<FrameFault> sink) {
        this.format = format;
        this.window = window;
        this.sink = sink;
    }

    /**
     * Opens a recording.
     *
     * @param file the file; compressed or not, as its first octets say
     * @param format its format: as {@link FramingDetector} found, or as the user says
     * @param sink takes the faults, in the order of the file
     * @throws IOException when the file cannot be read
     */
    public static FrameReader open(Path file, RecordingFormat format, Consumer<FrameFault> sink)
            throws IOException {
        return open(inputOf(file), format, sink);
    }

    /**
     * Opens a recording that is already uncompressed.
     *
     * @param in the recording's octets; closed with the reader
     * @param format its format
     * @param sink takes the faults, in the order of the recording
     */
    public static FrameReader open(
            InputStream in, RecordingFormat format, Consumer<FrameFault> sink) {
        ByteWindow window = new ByteWindow(in);
        return switch (format.framing()) {
            case RAW_ASTERIX, GPS -> new BlockReader(format, window, sink);
            case FINAL -> new FinalReader(window, sink);
            case RPLY -> new RplyReader(window, sink);
            case PCAP -> new PcapReader(format, window, sink);
            case PCAPNG -> new PcapngReader(format, window, sink);
            case BEAST, AVR, SBS -> new ChunkReader(format, window, sink);
            case READSB_JSON -> new JsonReader(window, sink);
            case IQ_U8_2400, IQ_S16_2400, IQ_U8_2000, IQ_S16_2000 ->
                    new IqReader(format, window, sink);
        };
    }

    /** Opens a file for reading, through gzip where its first octets say so. */
    static InputStream inputOf(Path file) throws IOException {
        if (beginsAsGzip(file)) {
            InputStream raw = Files.newInputStream(file);
            try {
                return new GZIPInputStream(raw, 1 << 16);
            } catch (EOFException | ZipException notGzip) {
                raw.close();
            } catch (IOException e) {
                raw.close();
                throw e;
            }
        }
        return plain(file);
    }

    /** A channel's stream copies every octet once more than a file's own. */
    private static InputStream plain(Path file) throws IOException {
        return file.getFileSystem().equals(FileSystems.getDefault())
                ? new FileInputStream(file.toFile())
                : Files.newInputStream(file);
    }

    private static boolean beginsAsGzip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] magic = in.readNBytes(3);
            return magic.length == 3
                    && (magic[0] & 0xFF) == 0x1F
                    && (magic[1] & 0xFF) == 0x8B
                    && magic[2] == 8;
        }
    }

    /** Returns the format that it reads. */
    public final RecordingFormat format() {
        return format;
    }

    /** Returns how many octets of the file (after decompression) lie behind. */
    public final long position() {
        return window.offset();
    }

    /**
     * Returns how many faults of each kind there were so far; kinds that did not occur are absent.
     */
    public final Map<FrameFault.Kind, Long> faults() {
        return Collections.unmodifiableMap(faults);
    }

    /**
     * Reads the next frame.
     *
     * @param frame is filled with it; what it shows is valid until the next call
     * @return false at the end of the file
     * @throws IOException when the file cannot be read on
     */
    public final boolean next(Frame frame) throws IOException {
        if (finished) {
            return false;
        }
        if (read(frame)) {
            return true;
        }
        finished = true;
        String damage = window.damage();
        if (damage != null) {
            fault(
                    FrameFault.Kind.BAD_COMPRESSION,
                    window.offset(),
                    0,
                    "the compressed data cannot be read on: " + damage,
                    new byte[0]);
        }
        return false;
    }

    /** Reads the next frame; false at the end of the file. */
    abstract boolean read(Frame frame) throws IOException;

    /** Tells whether a frame surely begins where the window does: what a search looks for. */
    boolean beginsHere() throws IOException {
        return false;
    }

    final void fault(
            FrameFault.Kind kind, long fileOffset, long length, String words, byte[] bytes) {
        faults.merge(kind, 1L, Long::sum);
        sink.accept(new FrameFault(kind, fileOffset, length, words, bytes));
    }

    /**
     * Goes forward, by one octet at least, to where a frame surely begins, or to the file's end.
     */
    final void resynchronise(FrameFault.Kind kind, String words) throws IOException {
        long from = window.offset();
        byte[] first = window.peek(FrameFault.KEPT);
        do {
            window.skip(1);
        } while (window.has(1) && !beginsHere());
        long length = window.offset() - from;
        byte[] kept = first.length > length ? Arrays.copyOf(first, (int) length) : first;
        fault(kind, from, length, words, kept);
    }

    @Override
    public final void close() throws IOException {
        window.close();
    }
}
